"""Nights and days between two days «số đêm, số ngày»: arrival and departure, "a six-day course from Monday 10 to Friday 14 March"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ...model import Finding, Mention
from ..days import Day, days_of
from ..evidence import Evidence, phrases
from ..smalls import ending_with

_LEAP_YEAR = 2024  # of days without a year: the 29th of February exists
_AROUND, _LEAD, _BEHIND, _JOIN = 45, 70, 90, 28  # characters
_MOST = 60  # spans of one text
_NEAR = 260  # characters between a stay and its nights
_BARE = re.compile(r"(?<![\d/.:])(\d{1,2})(?:st|nd|rd|th)?$")


@dataclass(frozen=True)
class _Span:
    """The first and the last day of something; `joined` when told as one span, else as a coming and a going."""

    start: int
    end: int
    days: int
    joined: bool


def check_stays(evidence: Evidence) -> Iterator[Finding]:
    """Nights that are more or fewer than lie between coming and going, and an event of more days than its span."""
    days = days_of(evidence)
    spans = [*_joined(evidence, days), *_stays(evidence, days)][:_MOST]
    nights = list(_counted(evidence, "nights_of"))
    for start, end, number in nights:
        stay = next((span for span in spans if abs(span.start - start) < _NEAR and (not span.joined or _lodged(evidence, start))), None)
        if stay and len(nights) == 1 and number not in (stay.days - 1, stay.days - 2) and number + 1 != stay.days:
            yield _finding(evidence, start, end, stay)
    for start, end, number in _counted(evidence, "lasting_days_of"):
        span = min((span for span in spans if span.joined and _of_one(evidence, start, end, span)), key=lambda span: span.start, default=None)
        if span and number not in (span.days, span.days - 1):
            yield _finding(evidence, start, end, span)


def _finding(evidence: Evidence, start: int, end: int, span: _Span) -> Finding:
    facts = {"stated": evidence.text[start:end], "period": evidence.text[span.start : span.end]}
    places = [Mention("", start, end, "measure"), Mention("", span.start, span.end, "period")]
    return evidence.found("period_length", places, told="apart", **facts)


def _counted(evidence: Evidence, words: str) -> Iterator[tuple[int, int, int]]:
    """Numbers with their noun: where they stand and what they say."""
    for match in phrases(evidence.lang, words).finditer(evidence.lower):
        begin = max(0, match.start() - _AROUND)
        number = ending_with(evidence.lang, evidence.lower[begin : match.start()].rstrip(" -"))
        if number and not evidence.has("loosely", evidence.lower[max(0, begin + number[1] - 14) : begin + number[1]]):
            yield begin + number[1], match.end(), number[0]


def _of_one(evidence: Evidence, start: int, end: int, span: _Span) -> bool:
    """Whether a number of days and a span stand in one sentence, with nothing else counted or told between them."""
    if not (end <= span.start < end + _BEHIND) or evidence.sentence(start) != evidence.sentence(span.start):
        return False
    between = phrases(evidence.lang, "weekdays").sub("", evidence.lower[end : span.start])
    return re.search(r"[\d;:.]", between) is None and between.count(",") <= 1 and not evidence.has("partly", between + evidence.lower[start:end])


def _lodged(evidence: Evidence, place: int) -> bool:
    """Whether a sentence speaks of beds."""
    start, end = evidence.bounds(evidence.sentence(place))
    return evidence.has("lodgings", evidence.lower[start:end])


def _joined(evidence: Evidence, days: list[Day]) -> Iterator[_Span]:
    """ "Monday 10 to Friday 14 March", "từ 10/3 đến 14/3"."""
    for n, day in enumerate(days):
        length = _length(day, day)
        if length > 1:
            yield _Span(day.mention.start, day.mention.end, length, True)
            continue
        lead = evidence.lower[max(0, day.mention.start - _JOIN) : day.mention.start]
        join = phrases(evidence.lang, "day_joins").search(lead)
        before = days[n - 1] if n else None
        ahead = lead[: join.start()].rstrip() if join else ""
        bare = _BARE.search(ahead)
        start = day.mention.start - len(lead) + (bare.start() if bare else 0)
        if join and before and before.mention.end >= day.mention.start - len(lead) + len(ahead):
            yield _Span(before.mention.start, day.mention.end, _length(before, day), True)
        elif bare and day.first[0] and int(bare[1]) < day.first[0]:
            yield _Span(start, day.mention.end, day.first[0] - int(bare[1]) + 1, True)


def _stays(evidence: Evidence, days: list[Day]) -> Iterator[_Span]:
    """A day of coming and the next, of going, in one sentence."""
    for one, other in pairwise(days):
        if evidence.sentence(one.mention.start) == evidence.sentence(other.mention.start):
            lead, between = evidence.before(one.mention, _LEAD), evidence.between(one.mention, other.mention)
            if evidence.has("comings", lead) and evidence.has("goings", between) and _length(one, other) > 1:
                yield _Span(one.mention.start, other.mention.end, _length(one, other), False)


def _length(one: Day, other: Day) -> int:
    """Days from the first to the last, both counted; 0 where they cannot be told."""
    first, last = one.first, other.last
    try:
        year = first[2] or last[2] or _LEAP_YEAR
        begins = date(year, first[1] or last[1] or 0, first[0] or 0)
        return (date(last[2] or year, last[1] or 0, last[0] or 0) - begins).days + 1
    except ValueError:
        return 0
