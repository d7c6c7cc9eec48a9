"""Units of one dimension «cùng đại lượng»: kilograms and tonnes, hectares and square kilometres, told in one of them before they are compared."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

from ..model import Mention
from ..vocabulary import vocabulary
from .facts import Fact

_SCALES = tuple(Decimal(10) ** power for power in (-9, -6, -3, 3, 6, 9))  # a scale word too many or too few


@cache
def _units() -> dict[str, tuple[str, Decimal]]:
    """Each unit of a measure with its base unit and how many of that it is."""
    table: dict[str, dict[str, float]] = vocabulary("en")["dimensions"]
    return {unit: (base, Decimal(str(many))) for base, units in table.items() for unit, many in units.items()}


@cache
def _slips(unit: str | None) -> tuple[Decimal, ...]:
    """By what a value is off where another unit of its dimension, or another scale word, was meant."""
    base, many = _units().get(unit or "", ("", Decimal(1)))
    others = [other for named, other in _units().values() if named == base and other != many]
    return (*(other / many for other in others), *_SCALES)


def base_of(figure: Mention) -> str | None:
    """The base unit of a measure; None for what is no measure of a known dimension."""
    found = _units().get(figure.unit or "") if figure.kind == "measure" else None
    return found[0] if found else None


def in_base(fact: Fact) -> Fact:
    """A measure told in the base unit of its dimension; any other figure as it is."""
    figure = fact.figure
    found = _units().get(figure.unit or "") if figure.kind == "measure" else None
    if found is None or found[1] == 1 or figure.value is None:
        return fact
    unit, many = found
    high, whole = (value * many if value is not None else None for value in (figure.high, figure.of))
    return replace(fact, figure=replace(figure, value=figure.value * many, high=high, of=whole, unit=unit))


def in_one_unit(facts: list[Fact]) -> list[Fact]:
    """The facts of a text; measures of which it uses several units of one dimension are told in the base unit."""
    used: dict[str, set[str | None]] = {}
    for fact in facts:
        if base := base_of(fact.figure):
            used.setdefault(base, set()).add(fact.figure.unit)
    mixed = {base for base, units in used.items() if len(units) > 1}
    return [in_base(fact) if base_of(fact.figure) in mixed else fact for fact in facts] if mixed else facts


def misscaled(figure: Mention, factor: Decimal, slack: Decimal) -> bool:
    """Whether a figure would be so many times as large in another unit of its dimension, or with another scale word."""
    return any(abs(factor / slip - 1) <= slack for slip in _slips(figure.unit))
