"""Equations «đẳng thức»: what the figures of a text may be meant to say about each other, whether or not it is true."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from math import log

from ..facts import Fact

Traits = dict[str, float]

_LEAST = Decimal("1e-12")


@dataclass(frozen=True)
class Equation:
    """One reading of some figures: `roles` name the part each plays, the stated figure first.

    The rest is only told where it does not hold: `error` is the logarithm of what is stated over what the others make;
    `chance` how likely it looks like a slip of the pen by accident, from 0 to 1; `seen` are traits only this family has.
    """

    family: str
    roles: tuple[tuple[str, Fact], ...]
    figures: tuple[Fact, ...]
    holds: bool
    needed: Decimal
    error: float = 0.0
    chance: float = 1.0
    seen: Traits = field(default_factory=dict)

    @property
    def stated(self) -> Fact:
        return self.roles[0][1]

    @property
    def places(self) -> tuple[int, ...]:
        return tuple(fact.place for fact in self.figures)


def apart(stated: Decimal, needed: Decimal) -> float:
    """The logarithm of two values over each other."""
    return log(float(max(abs(stated), _LEAST)) / float(max(abs(needed), _LEAST)))


def slipped(*pairs: tuple[Fact, Decimal]) -> float:
    """How likely by chance one of the figures looks like a slip of what it would have to be."""
    return float(min(fact.slip(needed) for fact, needed in pairs))


def valued(fact: Fact) -> bool:
    """Whether a figure is a plain amount, count or measure."""
    return fact.figure.kind in ("count", "money", "measure") and not fact.figure.high and fact.value > 0


def rated(fact: Fact) -> bool:
    """Whether a figure is a share, a growth in percent, a multiple or a fraction."""
    return fact.figure.unit is None and fact.figure.kind in ("share", "growth", "ratio", "fraction") and not fact.figure.high and bool(fact.value)


def aligned(one: Fact, other: Fact) -> bool:
    """Whether two figures of tables stand in one row or in one column."""
    return None in (one.column, other.column) or one.sentence == other.sentence or one.column == other.column


def sorted_alike(one: Fact, other: Fact) -> bool:
    """Whether two values may be of one sort: the same unit, or counts of which one names none."""
    first, second = one.figure, other.figure
    if first.per != second.per:
        return False
    if first.unit == second.unit and first.kind == second.kind:
        return True
    return first.kind == second.kind == "count" and None in (first.unit, second.unit)
