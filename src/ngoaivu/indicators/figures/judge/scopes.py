"""The time a figure speaks of «phạm vi thời gian»: which week, month, quarter or year, told or implied."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ..model import Mention, Period
from ..vocabulary import vocabulary

DAY, WEEK, MONTH, QUARTER, MONTHS, YEAR, YEARS = range(7)
_GRAINS = {"day": DAY, "days": WEEK, "week": WEEK, "month": MONTH, "quarter": QUARTER, "months": MONTHS, "ytd": MONTHS, "year": YEAR, "last": YEAR}
_YEAR = 12  # months
_FEW_DAYS = 27  # a shorter span is told in days
_NUMBER_ENDS = re.compile(r"(?:\d|%|per ?cent|times|points?)\s*$")
_ADJOINING = 9  # characters between two times that may be one
_OPENING = 12  # characters in which a sentence that opens with a time told by comparison names it: "Cùng kỳ năm 2023, ..."
_RUNNING = 40  # characters between a month and words like "cumulative" that speak of it
_AHEAD = 14  # characters before a period in which "đến hết" makes it cumulative


@dataclass(frozen=True, slots=True)
class Scope:
    """Months `first` to `last` of `year`, each None where the text does not tell; `grain` says how long.

    A scope of several years counts its months on: 2021 to 2025 are the months 1 to 60 of 2021.
    """

    grain: int
    year: int | None = None
    first: int | None = None
    last: int | None = None
    days: tuple[int, int] | None = None  # of the first and of the last month, where a span of days is told

    def within(self, longer: Scope) -> bool:
        """Whether this scope is a real part of a longer one, as far as the text tells."""
        running = self.grain == longer.grain == MONTHS and self.first == longer.first == 1 and (self.last or 99) < (longer.last or 0)
        if longer.grain == YEARS:
            return self != longer and self._inside(longer)
        if self.days and longer.days and self.year == longer.year:
            return self != longer and longer.opening <= self.opening and self.closing <= longer.closing
        if (self.grain >= longer.grain and not running) or (self.year and longer.year and self.year != longer.year):
            return False
        inside = self.first is None or longer.first is None or self.first >= longer.first
        return inside and (self.last is None or longer.last is None or self.last <= longer.last)

    @property
    def opening(self) -> tuple[int, int]:
        """Month and day it begins with, where days are told."""
        return (self.first or 0, self.days[0] if self.days else 0)

    @property
    def closing(self) -> tuple[int, int]:
        """Month and day it ends with, where days are told."""
        return (self.last or 0, self.days[1] if self.days else 0)

    def _inside(self, longer: Scope) -> bool:
        """Whether it surely lies in several years."""
        if None in (self.year, self.first, self.last):
            return False
        ahead = ((self.year or 0) - (longer.year or 0)) * _YEAR
        return ahead + (self.first or 0) >= (longer.first or 0) and ahead + (self.last or 0) <= (longer.last or 0)

    @property
    def months(self) -> int | None:
        """How many months it lasts, where the text tells."""
        return None if self.first is None or self.last is None else self.last - self.first + 1

    def differs(self, other: Scope) -> bool:
        """Whether two scopes cannot be the same time."""
        if YEARS in (self.grain, other.grain):
            return self != other
        if self.year and other.year and self.year != other.year:
            return True
        if DAY not in (self.grain, other.grain) and self.grain != other.grain:
            return True
        known = (self.first, self.last), (other.first, other.last)
        return None not in (*known[0], *known[1]) and known[0] != known[1]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a text names a time; `base` when it is only compared with."""

    start: int
    end: int
    scope: Scope
    base: bool


@cache
def _patterns(lang: str) -> re.Pattern[str]:
    table = vocabulary(lang)["judge"]["times"]
    return re.compile("|".join(f"(?P<{name}{n}>{pattern})" for n, (name, pattern) in enumerate(table)))


@cache
def _named(lang: str) -> dict[str, tuple[int, int]]:
    """Spelled months, quarters and halves with the months they span."""
    table = vocabulary(lang)["judge"].get("time_spans", {})
    return {word: (span[0], span[1]) for word, span in table.items()}


def marks_of(lower: str, mentions: tuple[Mention, ...], lang: str) -> list[Mark]:
    """Every time the text names, in order; a year not named is the last one that was."""
    raw: list[Mark] = []
    for mark in sorted([*_told(mentions), *_worded(lower, lang)], key=lambda m: (m.start, -m.end)):
        if (raw and mark.start < raw[-1].end) or (
            raw and mark.start - raw[-1].end < _ADJOINING and _inside(lower[raw[-1].end : mark.start], raw[-1], mark, lang)
        ):
            within = raw[-1].start < mark.start < raw[-1].end or mark.end <= raw[-1].end
            raw[-1] = _covered(raw[-1], mark) if within else _merged(raw[-1], mark)
        else:
            raw.append(mark)
    marks: list[Mark] = []
    year: int | None = None
    for mark in raw:
        scope = _cumulative(lower, mark, lang)
        if scope.grain == MONTHS and scope.first == 1 and scope.last is None and marks and mark.start - marks[-1].end < _RUNNING:
            scope = replace(scope, last=marks[-1].scope.last)
        base = _compared(lower, mark.start, lang) or mark.base
        if mark.base and year and not scope.year:
            scope = replace(scope, year=year - 1)
        elif scope.year is None and scope.grain < YEARS:
            scope = replace(scope, year=year)
        elif not base and scope.grain < YEARS:
            year = scope.year
        marks.append(Mark(mark.start, mark.end, scope, base))
    return marks


def _covered(one: Mark, other: Mark) -> Mark:
    """A time inside the words of a longer one gives it its year: "between January and June 2024"."""
    if one.scope.first is None or YEARS in (one.scope.grain, other.scope.grain):
        return _merged(one, other)
    scope = replace(one.scope, year=one.scope.year or other.scope.year)
    return Mark(one.start, max(one.end, other.end), scope, one.base or other.base)


def _inside(between: str, one: Mark, other: Mark, lang: str) -> bool:
    """Whether two times told side by side are one: "tuần đầu tháng 6", "the first week of June 2023"."""
    joined = "\n" not in between and between.strip() in vocabulary(lang)["judge"].get("time_joins", ())
    return joined and one.scope.grain < other.scope.grain <= YEAR and not one.base


def _merged(one: Mark, other: Mark) -> Mark:
    """Two readings of one place: the finer one, with the months and the year that either knows."""
    fine, coarse = (one.scope, other.scope) if one.scope.grain <= other.scope.grain else (other.scope, one.scope)
    if YEARS in (fine.grain, coarse.grain):
        longest = one.scope if one.scope.grain == YEARS else other.scope
        return Mark(one.start, max(one.end, other.end), longest, one.base or other.base)
    first, last = (coarse.first, coarse.last) if fine.first is None else (fine.first, fine.last)
    scope = Scope(fine.grain, fine.year or coarse.year, first, last)
    return Mark(one.start, max(one.end, other.end), scope, one.base or other.base)


def _told(mentions: tuple[Mention, ...]) -> Iterator[Mark]:
    for mention in mentions:
        scope = _scope(mention.period) if mention.period and not mention.is_figure else None
        if scope is not None:
            yield Mark(mention.start, mention.end, scope, False)


def _scope(period: Period) -> Scope | None:
    if period.start is None or period.end is None:
        return None
    start, end = period.start, period.end
    if start.year != end.year:
        return Scope(YEARS, start.year, start.month, (end.year - start.year) * _YEAR + end.month)
    months = end.month - start.month + 1
    grain = {1: MONTH, 3: QUARTER, 12: YEAR}.get(months, MONTHS)
    if start == end:
        return Scope(DAY, start.year, start.month, start.month, (start.day, start.day))
    if (end - start).days < _FEW_DAYS:
        return Scope(WEEK, start.year, start.month, end.month, (start.day, end.day))
    return Scope(grain, start.year, start.month, end.month)


def _worded(lower: str, lang: str) -> Iterator[Mark]:
    for match in _patterns(lang).finditer(lower):
        name = (match.lastgroup or "").rstrip("0123456789")
        said = match.group()
        first, last = _months(said, name, lang)
        yield Mark(match.start(), match.end(), Scope(_GRAINS[name], None, first, last), name == "last")


def _months(said: str, name: str, lang: str) -> tuple[int | None, int | None]:
    """The months a phrase names: "quý iv" 10 to 12, "tháng 12" 12, "9 tháng" 1 to 9."""
    if name in ("day", "days"):
        return None, None
    if name in ("year", "last"):
        return 1, _YEAR
    spelled = next((span for word, span in _named(lang).items() if re.search(rf"(?<!\w){word}(?!\w)", said)), None)
    number = int(digits.group()) if (digits := re.search(r"\d{1,2}", said)) else None
    if spelled and (number is None or name == "quarter"):
        return spelled
    if number is None or not 1 <= number <= 12:
        return (1, None) if name == "ytd" else (None, None)
    if name == "quarter":
        return (3 * number - 2, 3 * number) if number <= 4 else (None, None)
    return (1, number) if name in ("months", "ytd") else (number, number)


def _cumulative(lower: str, mark: Mark, lang: str) -> Scope:
    """ "đến hết tháng 5" counts from January on, "since January" up to the month told before."""
    ahead = lower[max(0, mark.start - _AHEAD) : mark.start].rstrip()
    scope = mark.scope
    if scope.grain == MONTH and scope.first == 1 and ahead.endswith(tuple(vocabulary(lang)["judge"].get("since_january", ("\0",)))):
        return replace(scope, grain=MONTHS, last=None)
    if scope.grain <= QUARTER and ahead.endswith(tuple(vocabulary(lang)["judge"].get("until", ()))):
        return replace(scope, grain=MONTHS, first=1)
    return scope


def _compared(lower: str, start: int, lang: str) -> bool:
    """Whether a time is one something is compared with; a word like "over" says so only behind a number."""
    words = vocabulary(lang)["judge"]
    ahead = lower[max(0, start - 24) : start].rstrip()
    weak = next((word for word in words.get("compared_behind_numbers", ()) if ahead.endswith(" " + word)), "")
    if weak:
        return _NUMBER_ENDS.search(ahead.removesuffix(weak)) is not None
    return ahead.endswith(tuple(words.get("compared_times", ())))


def governing(marks: list[Mark], start: int, end: int, sentence: tuple[int, int], stop: int) -> Mark | None:
    """The time a figure at `start` to `end` speaks of, named before it in its sentence or right behind, before `stop`."""
    n = bisect_left(marks, start, key=lambda m: m.start)
    behind = marks[n] if n < len(marks) and marks[n].start < stop else None
    own = [m for m in marks[max(0, n - 4) : n] if m.start >= sentence[0]]
    before = next((m for m in reversed(own) if not m.base), None)
    opening = next((m for m in own if m.base and m.start < sentence[0] + _OPENING), None)
    if behind and opening and not before:
        return replace(behind, base=True)
    return behind or before or opening
