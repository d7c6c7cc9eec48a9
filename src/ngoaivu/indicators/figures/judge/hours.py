"""Times of day «giờ trong ngày»: hours no clock shows, and one event told at two hours of one day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Finding, Mention
from .evidence import Evidence
from .facts import plain_words
from .lists import phrases

_CLOCK = re.compile(r"(?<![\d:/.,-])(\d{1,2})(?: giờ(?: (\d{2})(?!\d))?|h(\d{2})?(?![\w])|:(\d{2})(?![\d:])|(?:\.\d{2})? ?(?:am|pm)\b)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}|\d{1,2} [a-z]{3,9}|tháng \d{1,2}")
_AHEAD, _BEHIND, _COMPARED = 90, 24, 8
_ALIKE = 3


@dataclass(frozen=True)
class _Hour:
    start: int
    end: int
    sentence: int
    said: tuple[str, str]
    day: str
    words: frozenset[str]
    event: str


def check_hours(evidence: Evidence) -> Iterator[Finding]:
    """Hours past midnight that are told as a time of day; one beginning told at two hours."""
    yield from _impossible(evidence)
    told = list(_hours(evidence))
    for n, one in enumerate(told):
        for earlier in told[max(0, n - _COMPARED) : n]:
            if earlier.sentence != one.sentence and earlier.day == one.day and earlier.said != one.said and _one_event(evidence, earlier, one):
                shown = evidence.text[earlier.start : earlier.end], evidence.text[one.start : one.end]
                yield Finding("two_values", one.start, one.end, evidence.message("two_values", one=shown[0], other=shown[1]))
                break


def _impossible(evidence: Evidence) -> Iterator[Finding]:
    for mention in evidence.mentions:
        if mention.unit == "hour" and mention.kind == "measure" and (mention.value or 0) > 24 and _at(evidence, mention):
            yield evidence.found("impossible_date", [mention], text=mention.text)


def _at(evidence: Evidence, mention: Mention) -> bool:
    return mention.per is None and evidence.ends_with("clock_leads", evidence.lower[max(0, mention.start - 12) : mention.start].rstrip())


def _hours(evidence: Evidence) -> Iterator[_Hour]:
    for match in _CLOCK.finditer(evidence.lower):
        number = evidence.sentence(match.start())
        start, end = evidence.bounds(number)
        lead = evidence.lower[max(start, match.start() - _AHEAD) : match.start()]
        day = _DAY.search(evidence.lower, match.end(), min(end, match.end() + _BEHIND))
        if day is None or evidence.has("hour_ends", lead[-14:]) or ";" in lead[-2:] or evidence.row(number):
            continue
        around = lead + " " + re.split("[;,.]", evidence.lower[day.end() : min(end, day.end() + _AHEAD)])[0]
        event = phrases(evidence.lang, "events").search(re.split("[;]", lead)[-1])
        words = frozenset(w for w in _WORD.findall(around) if w not in plain_words(evidence.lang))
        said = match[1].lstrip("0"), match[2] or match[3] or match[4] or "00"
        yield _Hour(match.start(), match.end(), number, said, day.group(), words, event.group() if event else "")


def _one_event(evidence: Evidence, one: _Hour, other: _Hour) -> bool:
    """Told in the same words, or pointed back at: the more of the second's words stand in the first."""
    if one.event != other.event:
        return False
    shared = len(one.words & other.words)
    return shared >= _ALIKE and shared * 2 >= min(len(one.words), len(other.words))
