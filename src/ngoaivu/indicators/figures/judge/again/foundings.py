"""The year something began, told twice «năm thành lập ghi hai lần»: "founded in 1997 … since its founding in 1999"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Finding, Mention
from ..evidence import Evidence, phrases

_YEAR = re.compile(r"(?<![\d.,])(?:1[89]\d\d|20\d\d)(?!\d|[.,]\d)")
_OPENING = re.compile(r"\s*(?:năm|in|tháng \d{1,2}/|tháng \d{1,2} năm|in [a-z]{3,9}) ?(?P<year>(?:1[89]|20)\d\d)(?!\d)[^.;\n]{0,60}")
_LATEST = 40  # earlier tellings one is compared with
_BEHIND, _LEAD, _REACH = 45, 34, 900  # characters: from a verb to its year; before it; between the two places


@dataclass(frozen=True)
class _Told:
    """A verb with its year; `since` where it points back at what was told."""

    start: int
    end: int
    verb: int
    year: str
    since: bool


def check_foundings(evidence: Evidence) -> Iterator[Finding]:
    """A year that something is said to have existed since, and another in which it was founded."""
    told = sorted({*_told(evidence), *_dated(evidence)}, key=lambda one: one.start)
    for n, other in enumerate(told):
        if not other.since:
            continue
        earlier = [one for one in told[max(0, n - _LATEST) : n] if one.verb == other.verb and other.start - one.end < _REACH]
        if len({one.year for one in earlier}) == 1 and earlier[0].year != other.year:
            places = [Mention("", other.start, other.end, "period")]
            facts = {"one": evidence.text[earlier[0].start : earlier[0].end], "other": evidence.text[other.start : other.end]}
            yield evidence.found("two_values", places, **facts)


def _told(evidence: Evidence) -> Iterator[_Told]:
    """Verbs of beginning with the year behind them, nearest first; a subject of its own makes it another thing."""
    for verb, words in enumerate(evidence.words.get("founding_verbs", ())):
        for match in phrases(evidence.lang, words).finditer(evidence.lower):
            behind = re.split(r"[.;\n(]", evidence.lower[match.end() : match.end() + _BEHIND])[0]
            year = _YEAR.search(behind)
            if year is not None:
                lead = re.split(r"[.;\n]", evidence.lower[max(0, match.start() - _LEAD) : match.start()])[-1]
                since = evidence.has("since_words", lead) and not evidence.has("other_founded", _after(evidence, lead) + behind[: year.start()])
                yield _Told(match.start(), match.end() + year.end(), verb, year.group(), since)
            elif (opening := _opening(evidence, match.start())) is not None:
                yield _Told(opening.start(), match.end(), verb, opening.group("year"), False)


def _opening(evidence: Evidence, place: int) -> re.Match[str] | None:
    """The year a sentence opens with, where it is the only one before a place: "Năm 2009, hai tỉnh thiết lập quan hệ"."""
    start, _ = evidence.bounds(evidence.sentence(place))
    opening = _OPENING.match(evidence.lower, start, place)
    return opening if opening and len(_YEAR.findall(evidence.lower, start, place)) == 1 else None


def _after(evidence: Evidence, lead: str) -> str:
    """The words behind the one that points back: "Nhìn lại chặng đường kể từ khi" says nothing of a second founding."""
    return lead[[*phrases(evidence.lang, "since_words").finditer(lead)][-1].end() :]


def _dated(evidence: Evidence) -> Iterator[_Told]:
    """ "Since the 1989 twinning", "the 2007 text": a noun named by the year before it."""
    for match in re.finditer(evidence.words.get("dated_founding", "(?!)"), evidence.lower):
        verbs = enumerate(evidence.words.get("founding_verbs", ()))
        verb = next((n for n, words in verbs if evidence.has(words, match["noun"]) or evidence.has(f"{words}_nouns", match["noun"])), None)
        if verb is not None and not evidence.has("lapsed", evidence.lower[max(0, match.start() - _LEAD) : match.end() + _LEAD]):
            yield _Told(match.start(), match.end(), verb, match["year"], True)
