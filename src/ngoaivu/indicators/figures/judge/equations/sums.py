"""Sums «tổng các phần»: a total with the figures before, behind or around it that may make it up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from ...model import Mention
from ..arithmetic import meet, reach
from ..evidence import Evidence
from ..facts import Fact
from ..flows import balanced
from .model import Equation, Traits, apart, slipped, sorted_alike, valued

_LONGEST, _LOOKED = 14, 24  # parts of a total; figures looked through for them
_SENTENCES, _STRADDLED = 2, 4
_FAR, _THOUSAND, _MOST = Decimal("4.5"), Decimal(900), Decimal(100_000)  # between these times too much or too little nobody meant a sum
_NEAR, _CHANCE = 0.4, 0.25  # beyond this logarithm neither, unless it looks like a slip of the pen
_STOP, _PARTED = re.compile(r"\.(?!\d)"), re.compile(r"[;\n)]|\.(?!\d)")
_BRACKETED = re.compile(r"[^,;:.()\d]{0,60}\(\s*")
_OPENING, _GAP = 140, 80  # characters
_ALONE = re.compile(r"(?<!\w)(?:and|và) (?:one|an?|the|một)(?!\w)")  # an item told without a number
_OPENERS = ("totals_open", "totals_open_all", "totals_close", "part_opens", "weakly", "list_ends")


@dataclass(frozen=True)
class _Run:
    """Figures beside a total, in order of distance; `rest` is the next one that is left out."""

    total: Fact
    parts: tuple[Fact, ...]
    skipped: int
    rest: Fact | None

    @property
    def evidence(self) -> Evidence:
        return self.total.evidence

    @property
    def ordered(self) -> list[Fact]:
        return sorted(self.parts, key=lambda fact: fact.place)

    def ends(self) -> bool:
        """Whether a list may end here: no other follows, or a mark or a line stands between."""
        if self.rest is None:
            return True
        one, other = sorted((self.parts[-1], self.rest), key=lambda fact: fact.place)
        return one.sentence != other.sentence or _PARTED.search(self.evidence.between(one.figure, other.figure)) is not None

    def holds(self) -> bool:
        """Whether the parts make the total, within what rounding and hedges allow."""
        steps = {fact.step for fact in (self.total, *self.parts)}
        finest = min(steps) if len(self.parts) > 2 or len(steps) > 1 else Decimal(0)
        half = Decimal("0.6") if len(self.parts) > 2 else Decimal(1)  # many roundings seldom all go one way
        low = high = Decimal(0)
        for part in self.parts:
            least, most = reach(_plainly(part), finest)
            low += part.value - (part.value - least) * half
            high += part.value + (most - part.value) * half
        return meet(reach(self.total.figure, finest), (low, high)) or 0 < self.total.value - high <= self._unnumbered()

    def _unnumbered(self) -> int:
        """How many items of a list of counts are told without a number: "34 người: Giám đốc, 2 Phó Giám đốc, ..."."""
        first, last = self.ordered[0], self.ordered[-1]
        if self.total.place > first.place or self.total.figure.kind != "count":
            return 0
        opening, tail = self.evidence.between(self.total.figure, first.figure), self.evidence.after(last.figure)
        listed = opening[max([opening.rfind(":") + 1, *self.evidence.each("totals_open_all", opening)]) :]
        alone = _ALONE.search(_PARTED.split(tail)[0]) is not None
        return listed.count(",") + alone if listed != opening and len(opening) <= _OPENING and not any(map(str.isdigit, opening)) else 0


def sums(_evidence: Evidence, facts: list[Fact]) -> Iterator[Equation]:
    """Every reading of a figure as the total of a run of figures beside it, unless nobody can have meant it."""
    for total in facts:
        in_turn = total.evidence.has("respective", total.lead + total.figure.text.lower())  # "lần lượt 12, 9 và 7": the first of a list
        if valued(total) and not total.figure.of and not in_turn:
            for run, added in _runs(facts, total):
                if _conceivable(total.value, added):
                    holds = run.holds()
                    if holds or (run.ends() and not balanced(total.value, run.ordered)):
                        yield _sum(facts, run, added, holds)


def _conceivable(total: Decimal, added: Decimal) -> bool:
    """Whether parts come near a total, or are a thousand times off."""
    return total < added * _FAR < total * _FAR * _FAR or total * _THOUSAND < added < total * _MOST or added * _THOUSAND < total < added * _MOST


def _runs(facts: list[Fact], total: Fact) -> Iterator[tuple[_Run, Decimal]]:
    lists: list[list[Fact]] = []
    behind, before = _beside(facts, total, 1, False), _beside(facts, total, -1, False)
    mixed = [_beside(facts, total, step, True) for step in (1, -1)] if total.figure.kind == "count" else []
    for beside in (behind, *mixed[:1], before, *mixed[1:]):
        if beside not in lists:
            lists.append(beside)
    for beside in lists:
        for first in range(min(2, len(beside) - 1)):
            added = beside[first].value
            for last in range(first + 1, len(beside)):
                added += beside[last].value
                yield _Run(total, tuple(beside[first : last + 1]), first, beside[last + 1] if last + 1 < len(beside) else None), added
    if before and behind and behind[0].place - before[0].place <= _STRADDLED and behind[0].sentence - before[0].sentence <= 1:
        # "1.526 households answered of 1.800, 274 are left": one part before and one behind
        yield _Run(total, (before[0], behind[0]), 0, None), before[0].value + behind[0].value


def _beside(facts: list[Fact], total: Fact, step: int, mixed: bool) -> list[Fact]:
    """The figures on one side that may be parts, nearest first; in a table those of its column; `mixed` with counts of other things."""
    found: list[Fact] = []
    evidence, place = total.evidence, total.place + step
    while 0 <= place < len(facts) and len(found) < _LONGEST and abs(place - total.place) <= _LOOKED:
        fact = facts[place]
        place += step
        if abs(fact.sentence - total.sentence) > _SENTENCES and not evidence.listed(fact.sentence):
            break
        together = fact.sentence == total.sentence or (evidence.listed(fact.sentence) and evidence.listed(total.sentence))
        alike = sorted_alike(fact, total) or (mixed and fact.figure.kind == "count" and together)
        aside = fact.figure.of or fact.factor or (fact.base and not total.base)
        aside = aside or (mixed and _told_twice(facts, fact, total))
        if valued(fact) and not aside and alike and (None in (fact.column, total.column) or fact.column == total.column):
            found.append(fact)
    return found


def _told_twice(facts: list[Fact], fact: Fact, total: Fact) -> bool:
    """Whether a part is told in two units, "11 đoàn (96 người)", of which the other is rather that of the total."""
    for outer, inner in pairwise(facts[max(0, fact.place - 1) : fact.place + 2]):
        two = outer.figure.kind == inner.figure.kind == "count" and outer.figure.unit != inner.figure.unit and outer is not total
        if two and _BRACKETED.fullmatch(fact.evidence.between(outer.figure, inner.figure)):
            return fact is (inner if outer.figure.unit == total.figure.unit else outer)
    return False


def _plainly(part: Fact) -> Mention:
    """In a list "nhiều nhất với 54 lượt" names the largest part, and is no bound."""
    return replace(part.figure, hedge="exact") if part.figure.hedge in ("at_most", "at_least") else part.figure


def _sum(facts: list[Fact], run: _Run, added: Decimal, holds: bool) -> Equation:
    total, ordered = run.total, run.ordered
    roles, figures = (("total", total), ("first", ordered[0]), ("last", ordered[-1])), (total, *ordered)
    if holds:
        return Equation("sum", roles, figures, True, added)
    error = apart(total.value, added)
    chance = slipped((total, added), *((part, part.value + total.value - added) for part in ordered))
    if abs(error) > _NEAR and chance > _CHANCE:
        return Equation("sum", roles, figures, False, added, error)
    seen = _shape(facts, run) | _opening(run) | _gaps(run) | _end(run)
    return Equation("sum", roles, figures, False, added, error, chance, seen)


def _shape(facts: list[Fact], run: _Run) -> Traits:
    """What the run looks like as a whole."""
    total, parts, evidence = run.total, run.ordered, run.evidence
    places = {fact.place for fact in (total, *parts)}
    strange = [fact for fact in facts[min(places) : max(places)] if fact.place not in places]
    units = {part.figure.unit for part in parts}
    start = max(0, parts[0].figure.start - 30)
    return {
        f"{min(5, len(parts))} parts": 1.0,
        f"{min(3, len(strange))} strangers": 1.0,
        "skipped": float(run.skipped),
        "total before": float(total.place < parts[0].place),
        "total between": float(parts[0].place < total.place < parts[-1].place),
        "like strangers": float(any(fact.figure.kind == total.figure.kind for fact in strange)),
        "one sentence": float(parts[0].sentence == parts[-1].sentence),
        "lines": float(all(evidence.listed(part.sentence) for part in parts)),
        "one unit": float(units == {total.figure.unit}),
        "own units": float(len(units) > 1),
        "part over total": float(any(part.value > total.value for part in parts)),
        "years differ": float(len({part.mark.scope.year for part in parts if part.mark} - {None}) > 1),
        **_tiled(total, parts),
        "complements": float(evidence.complements(evidence.lower[start : parts[-1].figure.end + 40])),
        "two sides": float(len(parts) == 2 and parts[0].opposed(parts[1])),
        "opposed": float(any(total.opposed(part) for part in parts)),
        "hedged parts": float(any(part.figure.hedge != "exact" for part in parts)),
        "based parts": float(any(_aside(part) for part in parts)),
        "based in part": float(len({_aside(part) for part in parts}) > 1),
    }


def _aside(fact: Fact) -> bool:
    return fact.base or fact.plan or fact.average


def _tiled(total: Fact, parts: list[Fact]) -> Traits:
    """Whether the times of the parts fill that of the total: "quý I 12, quý II 19, sáu tháng 31"."""
    whole = total.scope.months if total.mark and total.scope else None
    times = {(mark.scope.year, mark.scope.first, mark.scope.last): mark.scope.months or 0 for part in parts if (mark := part.mark)}
    if whole is None or len(times) < len(parts):
        return {}
    filled = sum(times.values()) == whole
    return {"tiled": float(filled), "not tiled": float(not filled)}


def _opening(run: _Run) -> Traits:
    """The words between a total and its parts."""
    total, first, last = run.total.figure, run.ordered[0].figure, run.ordered[-1].figure
    words = run.evidence.between(total, first) or run.evidence.between(last, total) or run.evidence.between(total, last)
    near = words[-_OPENING:]
    opened = {f"opening {name}": float(run.evidence.has(name, near)) for name in _OPENERS}
    return opened | _marked(near, "opening") | {"opening long": float(len(words) > _OPENING)}


def _gaps(run: _Run) -> Traits:
    """The words between the parts."""
    evidence, gaps = run.evidence, [run.evidence.between(one.figure, other.figure) for one, other in pairwise(run.ordered)]
    stops = [_PARTED.search(gap) is not None for gap in gaps]
    return {
        "gaps stop": float(any(stops) and not all(stops)),
        "gaps open": float(any(evidence.has("totals_open", gap) for gap in gaps)),
        "gaps close": float(any(evidence.has("totals_close", gap) or evidence.has("list_ends", gap) for gap in gaps)),
        "long gaps": float(any(len(gap) > _GAP for gap in gaps)),
    }


def _end(run: _Run) -> Traits:
    """What parts the last of the run from the next figure of its sort."""
    if run.rest is None:
        return {"last of all": 1.0}
    one, other = sorted((run.parts[-1], run.rest), key=lambda fact: fact.place)
    between = run.evidence.between(one.figure, other.figure)
    return _marked(between, "end") | {
        "end in sentence": float(one.sentence == other.sentence),
        "end opens": float(run.evidence.has("totals_open", between)),
    }


def _marked(text: str, name: str) -> Traits:
    return {f"{name} {mark!r}": float(mark in text) for mark in ":;(),\n"} | {f"{name} stop": float(_STOP.search(text) is not None)}
