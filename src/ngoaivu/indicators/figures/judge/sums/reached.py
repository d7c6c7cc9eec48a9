"""What adds up cannot fall «lũy kế không giảm»: "214 by the end of September … expected to reach 200 by the end of December"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ...model import Finding
from ..evidence import Evidence
from ..facts import Fact
from ..scopes import YEARS, Mark

_LATEST, _SENTENCES = 4, 2  # figures and sentences back to the earlier telling
_BEHIND, _AHEAD = 36, 22  # characters from a figure to the time behind it; before a time


def check_reached(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """A running total told or foretold below what was told for an earlier day of the same year."""
    ends = [(fact, until) for fact in facts if fact.figure.kind in ("count", "money", "measure") and (until := _until(evidence, fact)) is not None]
    for n, (later, last) in enumerate(ends):
        for earlier, first in ends[max(0, n - _LATEST) : n]:
            if first < last and later.value < earlier.value and _one_total(evidence, earlier, later):
                yield evidence.found("month_year", [earlier.figure, later.figure], short=earlier.figure.text, long=later.figure.text)
                return


def _until(evidence: Evidence, fact: Fact) -> tuple[int, int] | None:
    """Up to which year and month a figure counts: "by the end of September, 214", "200 by 31 December"."""
    start, end = evidence.bounds(fact.sentence)
    place = bisect_left(evidence.marks, fact.figure.start, key=lambda mark: mark.start)
    behind = [mark for mark in evidence.marks[place : place + 1] if mark.start < min(end, fact.figure.end + _BEHIND)]
    stop = fact.following.start if fact.following else end
    for mark in (*(one for one in behind if one.start < stop), *reversed(evidence.marks[max(0, place - 3) : place])):
        if mark.start >= start and not mark.base and _ends(evidence, mark):
            return (mark.scope.year or 0, mark.scope.last or 0)
    return None


def _ends(evidence: Evidence, mark: Mark) -> bool:
    """Whether a time is one up to which something is counted."""
    ahead = evidence.lower[max(0, mark.start - _AHEAD) : mark.end]
    return mark.scope.last is not None and mark.scope.grain < YEARS and evidence.has("counted_by", ahead)


def _one_total(evidence: Evidence, earlier: Fact, later: Fact) -> bool:
    """Whether two figures are one running total at two times, neither of them a part, a goal or another group's."""
    units = {earlier.figure.unit, later.figure.unit}
    alike = earlier.figure.kind == later.figure.kind or None in units
    if not alike or (len(units) > 1 and None not in units) or later.sentence - earlier.sentence > _SENTENCES or later.value * 2 < earlier.value:
        return False
    if earlier.figure.hedge not in ("exact", "over", "about") or earlier.average or later.average or earlier.base or later.base or earlier.plan:
        return False
    start, end = evidence.bounds(earlier.sentence)[0], evidence.bounds(later.sentence)[1]
    text = evidence.lower[start:end]
    first, last = _until(evidence, earlier), _until(evidence, later)
    if first and last and first[0] != last[0] and not evidence.has("reached_ever", text):
        return False
    clear = not evidence.has("reached_not", text) and not earlier.opposed(later) and not evidence.has("stocks", text)
    shared = bool(earlier.words & later.words or earlier.wide & later.wide) or later.figure.unit is None
    return clear and shared and evidence.has("reached_total", text)
