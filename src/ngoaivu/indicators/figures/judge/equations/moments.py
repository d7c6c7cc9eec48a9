"""Days, hours and periods told twice «thời điểm ghi hai lần»: one event that falls on two days, one report of two quarters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Mention
from ..days import Day, days_of
from ..evidence import Evidence
from ..facts import Fact
from ..scopes import MONTH, YEAR, YEARS, Scope
from .model import Equation, Traits

_LEAD = 30  # characters before a time that may say it is another one: "will meet again on"
_COMPARED, _AROUND = 10, 25  # times before one that it is compared with; times around that may say it again
_HOURS, _PERIODS = 10_000, 20_000  # moments are numbered apart from figures, below zero
_CLOCK = re.compile(r"(?<![\d:/.,-])(\d{1,2})(?: giờ(?: (\d{2})(?!\d))?|h(\d{2})?(?!\w)|:(\d{2})(?![\d:])|(?:\.\d{2})? ?(?:am|pm)\b)")


Told = Day | Scope | tuple[str, str]


@dataclass(frozen=True, eq=False)
class _Moment:
    """A time the text tells, with the words around it."""

    fact: Fact
    told: Told

    def differs(self, other: _Moment) -> str:
        """The one part in which two times differ; empty where they agree or have nothing to do with each other."""
        mine, theirs = self.told, other.told
        if isinstance(mine, Day) and isinstance(theirs, Day):
            return "day" if not mine.same(theirs) and not theirs.covers(mine) and not mine.covers(theirs) and mine.nearly(theirs) else ""
        if isinstance(mine, tuple) and isinstance(theirs, tuple):
            return "hour" if mine != theirs and self.fact.words & other.fact.words else ""
        if isinstance(mine, Scope) and isinstance(theirs, Scope) and mine.differs(theirs):
            return _scopes_differ(mine, theirs)
        return ""

    def agrees(self, other: _Moment) -> bool:
        mine, theirs = self.told, other.told
        if isinstance(mine, Day) and isinstance(theirs, Day):
            return mine.same(theirs) or mine.covers(theirs) or theirs.covers(mine)
        if isinstance(mine, Scope) and isinstance(theirs, Scope):
            within_year = YEAR in (mine.grain, theirs.grain) and mine.year == theirs.year
            return within_year or (mine.grain == theirs.grain and not mine.differs(theirs))
        return mine == theirs


def _scopes_differ(one: Scope, other: Scope) -> str:
    """Another year, or other months of one year; a month of another year differs from a year alone."""
    years, months = one.year != other.year, (one.first, one.last) != (other.first, other.last)
    if one.grain != other.grain:
        planned = one.year is not None and other.year == one.year + 1
        return "year of months" if years and not planned and YEAR in (one.grain, other.grain) and None not in (one.year, other.year) else ""
    return "" if years and months else "year" if years else "months"


def moments(evidence: Evidence, title_end: int) -> Iterator[Equation]:
    """Every two times of one sort that differ in one part only."""
    for sort in (_days(evidence), _hours(evidence), _periods(evidence)):
        told = list(sort)
        again = _again(told)
        for n, other in enumerate(told):
            another = evidence.has("another_time", evidence.before(other.fact.figure, _LEAD))
            for m in range(max(0, n - _COMPARED), n):
                if told[m].fact.sentence != other.fact.sentence and not another and _may_be_one(told[m].fact, other.fact, title_end):
                    part = told[m].differs(other)
                    if part or m in again[n]:
                        yield _moment(told, (m, n), again, part, title_end)


def _may_be_one(one: Fact, other: Fact, title_end: int) -> bool:
    """Whether two times share a word around them, or the first is the title's."""
    return one.figure.start < title_end <= other.figure.start or not one.wide.isdisjoint(other.wide)


def _again(told: list[_Moment]) -> list[set[int]]:
    """For each time the numbers of those near it that say the same."""
    again: list[set[int]] = [set() for _ in told]
    for n, other in enumerate(told):
        for m in range(max(0, n - _AROUND), n):
            if told[m].agrees(other):
                again[n].add(m)
                again[m].add(n)
    return again


def _moment(told: list[_Moment], pair: tuple[int, int], again: list[set[int]], part: str, title_end: int) -> Equation:
    one, other = told[pair[0]], told[pair[1]]
    titled = one.fact.figure.start < title_end <= other.fact.figure.start
    seen: Traits = {
        f"other {part}": 1.0,
        f"{part} {_ahead(one.told, other.told)}": 1.0,
        f"{part} title": float(titled),
        "title": float(titled),
        "one again": float(bool(again[pair[0]].difference(pair))),
        "other before": float(bool(again[pair[1]].difference(pair))),
        "first two": float(told[0] is one and told[1] is other),
        "only two": float(len(told) == 2),
        f"{min(6, len(one.fact.wide & other.fact.wide))} wide": 1.0,
        **_spans(one.told, other.told),
    }
    return Equation("moment", (("other", other.fact), ("one", one.fact)), (other.fact, one.fact), not part, one.fact.value, 0.0, 1.0, seen)


def _ahead(one: Told, other: Told) -> str:
    """Whether the later of two times in the text is the next year, the year before, or another."""
    years = [told.year if isinstance(told, Scope) else told.last[2] if isinstance(told, Day) else None for told in (one, other)]
    apart = years[1] - years[0] if years[0] is not None and years[1] is not None else 0
    return {1: "next year", -1: "year before", 0: "same year"}.get(apart, "other years")


def _spans(one: Told, other: Told) -> Traits:
    if not (isinstance(one, Day) and isinstance(other, Day)):
        return {}
    return {"span": float(one.first != one.last), "kept end": float(one.first == other.first or one.last == other.last)}


def _days(evidence: Evidence) -> Iterator[_Moment]:
    for n, day in enumerate(days_of(evidence)):
        yield _Moment(_fact(evidence, day.mention, n), day)


def _hours(evidence: Evidence) -> Iterator[_Moment]:
    for n, match in enumerate(_CLOCK.finditer(evidence.lower), start=_HOURS):
        hour = match[1].lstrip("0"), match[2] or match[3] or match[4] or "00"
        mention = Mention(evidence.text[match.start() : match.end()], match.start(), match.end(), "date")
        yield _Moment(_fact(evidence, mention, n), hour)


def _periods(evidence: Evidence) -> Iterator[_Moment]:
    for n, mark in enumerate(evidence.marks, start=_PERIODS):
        if mark.scope.grain >= MONTH and mark.scope.grain <= YEARS:
            mention = Mention(evidence.text[mark.start : mark.end], mark.start, mark.end, "period", flags=("base",) if mark.base else ())
            yield _Moment(_fact(evidence, mention, n), mark.scope)


def _fact(evidence: Evidence, mention: Mention, number: int) -> Fact:
    return Fact(evidence, mention, -1 - number, evidence.sentence(mention.start), None, None)
