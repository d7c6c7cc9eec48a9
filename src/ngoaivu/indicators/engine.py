"""The engine «bộ máy tính»: arithmetic of placed rows, pure Python. `compute` fetches cells, here they become values.

A row's imprecise start and end are turned into small numbers against the marks of a timeline, so that rows of a million
records fall into a few hundred cells, and any asked period is a fold over cells. What may or may not lie in a period is
counted as unplaced there and never guessed.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from ngoaivu.indicators.definition import Definition, Kind

DAY = timedelta(days=1)
Span = tuple[date, date]  # first and last day, both included; a stock's day twice
Place = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One number to be computed: a definition over a ground and a span, members fixed by `by`, broken down by `dimension`."""

    definition: Definition
    ground: tuple[str, ...]
    span: Span
    by: tuple[tuple[str, str], ...] = ()
    dimension: str = ""

    @property
    def dims(self) -> frozenset[str]:
        """The dimensions a scan must keep apart for this number."""
        return frozenset([name for name, _member in self.by] + ([self.dimension] if self.dimension else []))


@dataclass(frozen=True, slots=True)
class Value:
    """A computed value: the integer, the rows behind it, rows that could not be placed, placed rows that give no number."""

    value: int = 0
    count: int = 0
    unplaced: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """Rows alike in place and dimensions: their number, the sum of the measure, rows without it, the key they share."""

    place: Place
    members: tuple[str, ...]
    rows: int
    total: int = 0
    unknown: int = 0
    key: Any = None


class Timeline:
    """Timeline «trục thời gian»: the marks of all asked spans of flows, and which marks a span lies between."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.marks = sorted({day for first, last in spans for day in (first, last + DAY)})

    def place(self, earliest: date | None, latest: date | None) -> tuple[int, int]:
        """The stretches in which an imprecise day can lie: 0 before the first mark, len(marks) from the last one on."""
        low = bisect_right(self.marks, earliest) if earliest else 0
        high = bisect_right(self.marks, latest) if latest else len(self.marks)
        return low, high

    def stretch(self, span: Span) -> tuple[int, int]:
        """The first and last stretch of a span."""
        return bisect_right(self.marks, span[0]), bisect_right(self.marks, span[1])


def falls(place: Place, stretch: tuple[int, int]) -> bool | None:
    """Whether a flow's row lies in the stretch: True, False, or None where it may."""
    low, high = place[:2]
    if stretch[0] <= low and high <= stretch[1]:
        return True
    return None if low <= stretch[1] and high >= stretch[0] else False


def runs(place: Place, number: int) -> bool | None:
    """Whether a stock's row ran on the asked day of that number: True, False, or None where it may have."""
    surely_from, surely_to, maybe_from, maybe_to = place
    if surely_from <= number <= surely_to:
        return True
    return None if maybe_from <= number <= maybe_to else False


def run_place(days: list[date], start: tuple[date | None, date | None], end: tuple[date | None, date | None] | None) -> Place:
    """Between which asked days a stock's row surely and possibly ran; `end` None: it never ends; both its days None: it goes on."""
    never = len(days)
    surely_from = sum(day < start[1] for day in days) + 1 if start[1] else never + 1
    maybe_from = sum(day < start[0] for day in days) + 1 if start[0] else 1
    if end is None or end == (None, None):
        return surely_from, never, maybe_from, never
    surely_to = sum(day <= end[0] for day in days) if end[0] else 0
    maybe_to = sum(day <= end[1] for day in days) if end[1] else never
    return surely_from, surely_to, maybe_from, maybe_to


@dataclass
class Tally:
    """Adds cells up to one value; distinct keys are collected, not added."""

    distinct: bool
    added: int = 0
    rows: int = 0
    unplaced: int = 0
    unknown: int = 0
    keys: set[Any] = field(default_factory=set)

    def take(self, cell: Cell, *, placed: bool, summed: bool) -> None:
        """One cell, surely placed or not."""
        if not placed:
            self.unplaced += cell.rows
            return
        self.rows += cell.rows
        self.unknown += cell.unknown
        self.added += cell.total if summed else cell.rows
        if self.distinct and cell.key is not None:
            self.keys.add(cell.key)

    def value(self) -> Value:
        """What it came to."""
        return Value(len(self.keys) if self.distinct else self.added, self.rows, self.unplaced, self.unknown)


def fold(wanted: Wanted, cells: Iterable[Cell], names: tuple[str, ...], at: Any) -> dict[str, Value]:
    """The wanted values from cells whose members stand in the order of `names`: one under "", or one for each member.

    `at` is the stretch of the span for a flow, the number of the day for a stock.
    """
    measure, judge = wanted.definition.measure, runs if wanted.definition.kind is Kind.STOCK else falls
    tallies: dict[str, Tally] = {} if wanted.dimension else {"": Tally(measure.how == "distinct")}
    for cell, member in _asked(wanted, cells, names):
        placed = judge(cell.place, at)
        if placed is False:
            continue
        tally = tallies.setdefault(member, Tally(measure.how == "distinct"))
        tally.take(cell, placed=bool(placed), summed=measure.how == "sum")
    return {member: tally.value() for member, tally in sorted(tallies.items())}


def _asked(wanted: Wanted, cells: Iterable[Cell], names: tuple[str, ...]) -> Iterator[tuple[Cell, str]]:
    """The cells of the asked members, each with the member it is told under."""
    fixed = [(names.index(name), member) for name, member in wanted.by]
    told = names.index(wanted.dimension) if wanted.dimension else -1
    for cell in cells:
        if cell.rows and all(cell.members[place] == member for place, member in fixed):
            yield cell, cell.members[told] if told >= 0 else ""


def covering(asked: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """The fewest sets of dimensions that must be scanned so that every asked set is part of one."""
    kept: list[frozenset[str]] = []
    for dims in sorted(set(asked), key=lambda dims: (-len(dims), sorted(dims))):
        if not any(dims <= other for other in kept):
            kept.append(dims)
    return kept


def small_in_time(told: Sequence[Value | None], smallest: int) -> bool:
    """Whether a part of a year, the first told, or what is left of its whole years, is of so few rows that a person could be recognised."""
    part, whole = told
    return part is None or whole is None or any(0 < count < smallest for count in (part.count, whole.count - part.count))


def hidden(cells: dict[str, Value], smallest: int) -> set[str]:
    """The members of a breakdown too small to tell, with their complement: a single hidden cell could be had by subtraction."""
    small = {member for member, value in cells.items() if 0 < value.count < smallest}
    if len(small) == 1 and (rest := [member for member, value in cells.items() if member not in small and value.count]):
        small.add(min(rest, key=lambda member: (cells[member].count, member)))
    return small - {""}
