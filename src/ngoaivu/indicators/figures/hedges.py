"""Hedges as claims «hơn, gần, khoảng»: when a hedge before a stated number is true of a value, and which one to choose.

"hơn 800" claims a value above 800 and not far above; "gần 96%" one below and near. How far is far is a setting, as a
share of the stated number. A value that was itself received with a qualifier carries that claim and no more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from .model import Hedge


@dataclass(frozen=True, slots=True)
class Margins:
    """Biên độ: how far the value may stand from the stated number, as a share of the stated number."""

    about: Decimal = Decimal("0.05")
    over: Decimal = Decimal("0.125")
    near: Decimal = Decimal("0.1")
    under: Decimal = Decimal("0.2")
    forecast: Decimal = Decimal("0.05")


DEFAULT_MARGINS = Margins()

# A qualifier on the left, received with exactly the stated number, also supports these weaker hedges.
_IMPLIED: dict[Hedge, frozenset[Hedge]] = {
    "over": frozenset({"at_least"}),
    "near": frozenset({"under", "at_most", "about"}),
    "under": frozenset({"at_most"}),
}


def hedge_holds(
    hedge: Hedge,
    stated: Decimal,
    value: Decimal,
    qualifier: Hedge = "exact",
    margins: Margins = DEFAULT_MARGINS,
    *,
    step: Decimal = Decimal(0),
) -> bool:
    """Whether "`hedge` `stated`" is a true thing to say of `value`, which was received with `qualifier`.

    `step` is the unit of the last digit shown (10_000_000 for "2,73 tỷ"): an exact statement holds for what rounds to
    it; with 0 only equality holds. Decreases are compared by size: "giảm gần 24%" is said of -0.236.
    """
    said, real = abs(stated), abs(value)
    if stated * value < 0:
        return False
    if qualifier == "exact":
        return _CLAIMS[hedge](said, real, margins, step)
    if qualifier == hedge:
        return said == real or (hedge in ("about", "forecast") and _CLAIMS["about"](said, real, margins, step))
    return said == real and hedge in _IMPLIED.get(qualifier, frozenset())


def hedge_for(value: Decimal, stated: Decimal, margins: Margins = DEFAULT_MARGINS) -> Hedge:
    """The hedge an editor puts before `stated`, the rounded form of an exact `value`.

    Raises ValueError when the two are so far apart that no hedge makes the sentence true.
    """
    if value == stated:
        return "exact"
    chosen: Hedge = "over" if abs(value) > abs(stated) else "near"
    if not hedge_holds(chosen, stated, value, margins=margins):
        raise ValueError(f"{stated} cannot stand for {value}: no hedge reaches that far. Show more digits.")
    return chosen


def _exact(said: Decimal, real: Decimal, _margins: Margins, step: Decimal) -> bool:
    return abs(real - said) <= step / 2


def _about(said: Decimal, real: Decimal, margins: Margins, _step: Decimal) -> bool:
    return abs(real - said) <= said * margins.about


def _over(said: Decimal, real: Decimal, margins: Margins, _step: Decimal) -> bool:
    return said < real <= said * (1 + margins.over)


def _near(said: Decimal, real: Decimal, margins: Margins, _step: Decimal) -> bool:
    return said * (1 - margins.near) <= real < said


def _under(said: Decimal, real: Decimal, margins: Margins, _step: Decimal) -> bool:
    return said * (1 - margins.under) <= real < said


def _at_least(said: Decimal, real: Decimal, _margins: Margins, _step: Decimal) -> bool:
    return real >= said


def _at_most(said: Decimal, real: Decimal, _margins: Margins, _step: Decimal) -> bool:
    return real <= said


def _forecast(said: Decimal, real: Decimal, margins: Margins, _step: Decimal) -> bool:
    return abs(real - said) <= said * margins.forecast


_CLAIMS: dict[Hedge, Callable[[Decimal, Decimal, Margins, Decimal], bool]] = {
    "exact": _exact,
    "about": _about,
    "over": _over,
    "near": _near,
    "under": _under,
    "at_least": _at_least,
    "at_most": _at_most,
    "forecast": _forecast,
}
