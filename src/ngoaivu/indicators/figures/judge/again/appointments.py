"""One event at two hours «hai giờ cho một sự kiện»: "10:30 Press briefing" and "the press briefing begins at 11:30"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence, phrases

_CLOCK = re.compile(
    r"(?<![\d:/.,-])(?P<h>[01]?\d|2[0-4])(?:(?::|h|(?<=\d)\.)(?P<m>[0-5]\d)| ?giờ(?: (?P<n>[0-5]\d)(?: phút)?)?(?!\w)|h(?!\w))?(?![\d%])"
    r"(?: ?(?P<half>[ap])\.?m\b\.?)?"
)
_LEAD, _BEHIND = 80, 60  # characters around an hour that say what it is the hour of
_STOP = re.compile(r"[;\n(]|(?<=[^\W\d])\.(?=\s|$)|(?<=\d)\.(?=\s)")
_HOUR = re.compile(r"\d[:h]\d|\d giờ|\d\.\d\d ?[ap]\.?m")
_LATEST = 40  # earlier hours one is compared with
_WORD = re.compile(r"[^\W\d_]{2,}|[a-z]\d+|\d+")


@dataclass(frozen=True)
class _Told:
    """An hour with its event; `words` are those of the clause that tell which of several alike it is."""

    start: int
    end: int
    event: int
    minutes: int
    words: frozenset[str]
    again: bool
    row: bool = False


def check_appointments(evidence: Evidence) -> Iterator[Finding]:
    """An event that is said to begin at an hour, and was told with another, and with no other."""
    clocks = [match for match in _CLOCK.finditer(evidence.lower) if not match.group().isdecimal() and (match["half"] or not _decimal(match))]
    told = [one for match in clocks[: 10 * _LATEST] for one in _tellings(evidence, match)]
    for n, other in enumerate(told):
        alike = [one for one in told[max(0, n - _LATEST) : n] if one.event == other.event and _one(one, other)]
        again = other.again or (not other.row and all(one.row for one in alike))
        if again and alike and all(one.minutes % 720 != other.minutes % 720 for one in alike) and len({one.minutes for one in alike}) == 1:
            facts = {"one": evidence.text[alike[0].start : alike[0].end], "other": evidence.text[other.start : other.end]}
            yield evidence.found("two_values", [Mention("", other.start, other.end, "date")], **facts)
    yield from _scheduled(evidence, clocks)


def _decimal(match: re.Match[str]) -> bool:
    """Whether an hour is written as a number with decimals: "8.30"."""
    return "." in match.group() and len(match.group()) < 4


def _one(one: _Told, other: _Told) -> bool:
    return one.words <= other.words or other.words <= one.words


def _tellings(evidence: Evidence, match: re.Match[str]) -> Iterator[_Told]:
    """The event of an hour: named behind it in a row, or before it with the word that begins it."""
    lower = evidence.lower
    lead = _STOP.split(lower[max(0, match.start() - _LEAD) : match.start()])[-1]
    behind = _STOP.split(lower[match.end() : match.end() + _BEHIND])[0]
    bracket = lower[match.start() - 1 : match.start()] == "("
    if bracket:
        lead = _STOP.split(lower[max(0, match.start() - 1 - _LEAD) : match.start() - 1])[-1]
    recalled = [*phrases(evidence.lang, "hour_again").finditer(lead)]  # "seated before the meeting begins at": of the meeting
    own = re.split(r"\d[,;] ", lead)[-1]  # behind another hour
    if evidence.has("hour_not", lead[recalled[-1].start() :] if recalled else own) or evidence.has("hour_not_behind", behind[:20]):
        return
    row = not lead.strip(" -*•–|") and lower[match.start() - len(lead) - 1 : match.start() - len(lead)] in ("", "\n")
    before = [] if row else list(_before(evidence, lead, bracket))
    for event, words, again in before or _behind(evidence, lead, behind, row):
        yield _Told(match.start(), match.end(), event, _minutes(match), words, again, row)


def _before(evidence: Evidence, lead: str, bracket: bool) -> Iterator[tuple[int, frozenset[str], bool]]:
    """ "The press briefing begins at", "hội đàm lúc", "Meeting: "; where the event is itself a word for beginning, also what begins."""
    named = list(_events(evidence.lang).finditer(lead))
    begun = len(named) > 1 and evidence.has("hour_begins", named[-1].group())
    for event in named[-2:] if begun else named[-1:]:
        rest = lead[event.end() :]
        joined = bracket or evidence.ends_with("hour_joins", rest.rstrip()) or rest.rstrip().endswith((":", ","))
        if joined and not evidence.has("hour_parted", rest) and not _HOUR.search(rest):
            again = evidence.has("hour_begins", rest) or evidence.has("hour_again", lead[: event.start()]) or bracket
            yield _number(evidence.lang, event.group()), _words(evidence, rest), again


def _behind(evidence: Evidence, lead: str, behind: str, row: bool) -> Iterator[tuple[int, frozenset[str], bool]]:
    """ "18h00: chiêu đãi", "Đúng 15 giờ 30, chủ tọa tuyên bố khai mạc"."""
    sharp = evidence.ends_with("hour_sharp", lead.rstrip())
    event = _events(evidence.lang).search(behind) if row or sharp else None
    if event is not None and not (row and event.start() > _BEHIND // 2):
        yield _number(evidence.lang, event.group()), _words(evidence, behind[event.end() :]) if row else frozenset(), sharp


def _words(evidence: Evidence, rest: str) -> frozenset[str]:
    """What tells an event from others of its kind: "with the Chairman"."""
    plain = evidence.words.get("hour_plain", ())
    return frozenset(word for word in _WORD.findall(re.split(r"[,:]", rest)[0]) if word not in plain and not word.isdecimal())


def _minutes(clock: re.Match[str]) -> int:
    hour = int(clock["h"]) % 12 + 12 * (clock["half"] == "p") if clock["half"] else int(clock["h"])
    return hour * 60 + int(clock["m"] or clock["n"] or 0)


def _scheduled(evidence: Evidence, clocks: list[re.Match[str]]) -> Iterator[Finding]:
    """ "Later than the scheduled 09:53" of what was told for 09:35."""
    for n, match in enumerate(clocks):
        lead = evidence.lower[max(0, match.start() - _LEAD // 2) : match.start()].rstrip()
        earlier = clocks[max(0, n - _LATEST) : n]
        if not evidence.ends_with("hour_scheduled", lead) or any(_minutes(one) % 720 == _minutes(match) % 720 for one in earlier):
            continue
        swapped = [one for one in earlier if sorted(re.sub(r"\D", "", one.group())) == sorted(re.sub(r"\D", "", match.group()))]
        if swapped or (len(earlier) == 1 and _STOP.search(evidence.lower[earlier[0].end() : match.start()])):
            one = (swapped or earlier)[-1]
            span = [Mention("", match.start(), match.end(), "date")]
            yield evidence.found("two_values", span, one=one.group(), other=match.group())


@cache
def _events(lang: str) -> re.Pattern[str]:
    named = sorted((word for words in vocabulary(lang)["judge"].get("hour_events", ()) for word in words), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, named)) + r")(?!\w)") if named else re.compile("(?!)")


@cache
def _number(lang: str, word: str) -> int:
    """Which event a word names; several words name one."""
    return next(n for n, words in enumerate(vocabulary(lang)["judge"]["hour_events"]) if word in words)
