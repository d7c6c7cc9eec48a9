"""Differences «chênh lệch»: "tăng 5 đoàn", "giảm 2,67 điểm phần trăm", with the two values they lie between."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..arithmetic import reach, step_of
from ..evidence import Evidence
from ..facts import Fact
from .model import Equation, apart, slipped, sorted_alike, valued
from .ratios import among, around

_POINTS = "percent_point"
_FARTHEST = 3.3


def differences(_evidence: Evidence, facts: list[Fact]) -> Iterator[Equation]:
    """Every reading of an increase or decrease by two values of its unit, or two shares, near it."""
    for change in facts:
        if change.figure.kind == "growth" and change.figure.unit and not change.figure.high and change.value:
            near = [fact for fact in around(facts, change) if _may_change(change, fact)]
            for now in near:
                for before in near:
                    if now is not before and (change.figure.unit == _POINTS or sorted_alike(now, before)):
                        yield from _difference(facts, change, now, before)


def _may_change(change: Fact, fact: Fact) -> bool:
    if change.figure.unit == _POINTS:
        return fact.figure.kind == "share" and fact.figure.unit is None
    return valued(fact) and fact.figure.unit in (change.figure.unit, None)


def _difference(facts: list[Fact], change: Fact, now: Fact, before: Fact) -> Iterator[Equation]:
    points = change.figure.unit == _POINTS
    scale = Decimal(100) if points else Decimal(1)
    turned = (now.value > before.value) != (change.value > 0)
    step, real = min(step_of(now.figure), step_of(before.figure)) * scale, abs(now.value - before.value) * scale
    low, high = reach(change.figure)
    holds, error = low - step <= real <= high + step and not turned, apart(change.value, real)
    if not holds and abs(error) > _FARTHEST:
        return
    pairs = [(change, real)] + ([] if points else [(now, before.value + change.value), (before, now.value - change.value)])
    seen = among(facts, change, now, before) | {"turned": float(turned), "points": float(points)}
    roles = (("rate", change), ("part", now), ("whole", before))
    yield Equation("difference", roles, (change, now, before), holds, real, error, slipped(*pairs), seen)
