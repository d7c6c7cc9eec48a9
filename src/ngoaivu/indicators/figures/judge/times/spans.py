"""Years and months between two times «khoảng cách hai mốc»: "entered in 2003, left in 2025 after thirty-two years", "tròn 20 năm (2005 - 2020)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..smalls import ending_with

_AROUND, _LEAD = 45, 26  # characters a number stands in before its unit; before the number
_BEHIND = 40  # characters
_FAR = 400  # characters of its sentence on either side of a length
_LONGEST = 190  # characters from the first to the last of a length and its two times
_YEAR = 12  # months


@dataclass(frozen=True)
class _Length:
    """A number of years or months; `before` and `behind` are the words around it."""

    start: int
    end: int
    number: int
    months: int
    before: str
    behind: str


def check_spans(evidence: Evidence) -> Iterator[Finding]:
    """A length told with the two times it lies between, where they are farther apart or closer."""
    for length in _lengths(evidence):
        start, end = evidence.bounds(evidence.sentence(length.start))
        near = evidence.mentions_in(max(start, length.start - _FAR), min(end, length.end + _FAR))
        own = [time for time in near if _time(time) and not _overlaps(time, length)]
        pair = _pair(evidence, own, length)
        if pair is not None and not _fits(pair, length) and not evidence.has("terms_altered", evidence.lower[pair[0].start : pair[1].start]):
            first, last = pair
            between = f"{first.text} – {last.text}" if first is not last else first.text
            span = [Mention("", length.start, length.end, "measure"), first, last]
            yield evidence.found("period_length", span, told="apart", stated=evidence.text[length.start : length.end], period=between)


def _lengths(evidence: Evidence) -> Iterator[_Length]:
    lower = evidence.lower
    for match in _units(evidence.lang).finditer(lower):
        begin = max(0, match.start() - _AROUND)
        number = ending_with(evidence.lang, lower[begin : match.start()].rstrip(" -"))
        if number is None or not 1 < number[0] < 400:
            continue
        start = begin + number[1]
        before, behind = lower[max(0, start - _LEAD) : start], lower[match.end() : match.end() + _BEHIND]
        candles = match.groupdict().get("candles") or match.groupdict().get("anniversary")
        months = _YEAR if match["years"] or candles else 1
        clause = re.split(r"[,;.\n]", before)[-1]
        sure = not (evidence.has("loosely", clause) or evidence.has("validities", clause) or evidence.has("not_spanning", behind[:14]))
        if sure and (
            evidence.has("spanning", before)
            or evidence.has("spanning_behind", behind)
            or evidence.starts_with("spans_of", behind.lstrip())
            or candles
        ):
            yield _Length(start, match.end(), number[0], months, before, behind)


def _pair(evidence: Evidence, times: list[Mention], length: _Length) -> tuple[Mention, Mention] | None:
    """The two times a length lies between: the only ones of its sentence."""
    exact = [time for time in times if not evidence.has("not_spanned", evidence.before(time, 18))]
    if len(exact) != len(times) or not times:
        return None
    if len(times) == 1:
        return (times[0], times[0]) if not _single(times[0]) and _apposed(evidence, times[0], length) else None
    if len(times) != 2:
        return None
    first, last = times
    if max(last.end, length.end) - min(first.start, length.start) > _LONGEST:
        return None
    return (first, last) if _single(first) and _single(last) and _month(first) < _month(last) else None


def _fits(pair: tuple[Mention, Mention], length: _Length) -> bool:
    """Whether the number is one the two times may be counted as, both ends counted or neither."""
    apart = _month(pair[1], end=pair[0] is pair[1]) - _month(pair[0])
    if length.months == 1:
        return not all(_to_month(time) for time in pair) or length.number in range(apart - 1, apart + 2)
    return any(abs(length.number - count) <= 1 for count in (apart // _YEAR, -(-apart // _YEAR)))


def _apposed(evidence: Evidence, period: Mention, length: _Length) -> bool:
    """Whether a period stands in brackets behind a length that is not of its first years, or before one that sums it up."""
    if period.end <= length.start < period.end + _BEHIND:
        return evidence.has("in_all", evidence.lower[period.end : length.start])
    between = evidence.lower[length.end : period.start]
    return between.rstrip().endswith("(") and not set(between) & set(",;)") and not evidence.has("midway", length.before)


def _single(time: Mention) -> bool:
    """Whether a time is a day, a month or a year."""
    period = time.period
    return bool(period and period.start and period.end and period.start.year == period.end.year)


def _to_month(time: Mention) -> bool:
    period = time.period
    return bool(period and period.start and period.end and (period.end - period.start).days < 31)


def _month(time: Mention, end: bool = False) -> int:
    period = time.period
    told = period and (period.end if end else period.start)
    return told.year * _YEAR + told.month if told else 0


def _time(mention: Mention) -> bool:
    return mention.kind in ("date", "period") and bool(mention.period and mention.period.start and mention.period.end)


def _overlaps(time: Mention, length: _Length) -> bool:
    return time.start < length.end and length.start < time.end


@cache
def _units(lang: str) -> re.Pattern[str]:
    return re.compile(vocabulary(lang)["judge"].get("span_units", "(?!)"))
