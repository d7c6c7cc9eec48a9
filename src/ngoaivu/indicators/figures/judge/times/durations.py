"""How long something lasts «thời lượng»: lengths the text tells, times with and without a year, and whether they fit each other."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...model import Mention
from ..days import days_of
from ..evidence import Evidence
from .deadlines import Told, months_between, times_of

UNITS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}  # days
_PLAIN_YEAR = 2023  # of days in a text that tells no year: no leap year, which would be a day longer
_NEARLY = 0.9  # of a month or a year: less may be counted either way
_WEEK, _YEAR = 7, 12
_MONTH_DAYS, _YEAR_DAYS = 31, 360


@dataclass(frozen=True)
class Length:
    """A length the text tells, `value` of `unit`."""

    mention: Mention
    value: float
    unit: str

    @property
    def days(self) -> float:
        """How many days it is, on the average."""
        return self.value * UNITS[self.unit]


def lengths_of(evidence: Evidence) -> Iterator[Length]:
    """The lengths of a text in days, weeks, months and years, in order; rates, ranges and rough ones are left out."""
    for mention in evidence.figures:
        if mention.kind == "measure" and mention.unit in UNITS and mention.per is None and mention.high is None and mention.hedge == "exact":
            yield Length(mention, float(mention.value or 0), mention.unit)


def moments_of(evidence: Evidence) -> list[Told]:
    """The times of a text, in order; a day told without its year is of the year told nearest before or behind it."""
    known = list(times_of(evidence))
    told = {time.mention.start: time for time in known}
    year = known[0].first.year if known else _PLAIN_YEAR
    for day in days_of(evidence):
        if day.mention.start in told:
            year = told[day.mention.start].last.year
            continue
        first, last = _date(day.first, year), _date(day.last, year)
        if first and last and first <= last:
            told[day.mention.start] = Told(day.mention, first, last)
    return [told[start] for start in sorted(told)]


def _date(parts: tuple[int | None, int | None, int | None], year: int) -> date | None:
    try:
        return date(parts[2] or year, parts[1] or 0, parts[0] or 0)
    except ValueError:
        return None


def ends_of(time: Told) -> tuple[Told, Told]:
    """The first and the last time of one that is told from the one to the other: two years, two months or two days."""
    first, last = time.first, time.last
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return Told(time.mention, first, first.replace(month=12, day=31)), Told(time.mention, last.replace(month=1, day=1), last)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        month = first.replace(day=monthrange(first.year, first.month)[1])
        return Told(time.mention, first, month), Told(time.mention, last.replace(day=1), last)
    return Told(time.mention, first, first), Told(time.mention, last, last)


def fits(value: float, unit: str, begun: Told, end: Told) -> bool:
    """Whether a length is one that two times may be counted as, both ends counted or not; true where they are told too roughly."""
    exact = all((time.last - time.first).days == 0 for time in (begun, end))
    days = (end.last - begun.first).days + 1
    if exact:
        return _fits_days(value, unit, days)
    if unit in ("day", "week"):
        return True
    if any((time.last - time.first).days > _MONTH_DAYS for time in (begun, end)):
        years = end.last.year - begun.first.year
        return value / (_YEAR if unit == "month" else 1) >= years - _NEARLY and value / (_YEAR if unit == "month" else 1) <= years + 1 + _NEARLY
    months = months_between(begun.first, end.last)
    value *= 1 if unit == "month" else _YEAR
    loose = 0.0 if unit == "month" else _YEAR / 2
    return months - loose <= value <= months + 1 + loose


def _fits_days(value: float, unit: str, days: int) -> bool:
    if unit == "day":
        return days - 1 <= value <= days
    if unit == "week":
        return days // _WEEK <= value <= -(-days // _WEEK)
    return abs(days / UNITS[unit] - value) < _NEARLY
