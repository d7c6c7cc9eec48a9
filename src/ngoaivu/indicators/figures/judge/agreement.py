"""Whether one figure is a true way to tell another «nói cùng một số»: rounding, hedges, digits cut off."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from ..hedges import hedge_holds
from ..model import Mention
from .arithmetic import digits_of, step_of

_OPPOSED = ({"over", "near"}, {"over", "under"}, {"at_least", "under"}, {"at_most", "over"})
_PRECISE = Decimal("0.005")


def agrees(said: Mention, body: Mention) -> bool:
    """Whether `said` is a true way to tell the value of `body`."""
    one, other = said.value or Decimal(0), body.value or Decimal(0)
    if opposed(said, body):
        return False
    if one == other and said.high == body.high:
        return True
    if said.hedge == "exact":
        return rounded(other, step_of(said)) == one and _shorter(said, body)
    if said.hedge == "about" and digits_of(said) > 2:
        return abs(one - other) <= _PRECISE * max(abs(one), abs(other))
    return hedge_holds(said.hedge, one, other)


def opposed(one: Mention, other: Mention) -> bool:
    """Whether the hedges of two figures exclude each other: "hơn 400", "gần 400"."""
    return {one.hedge, other.hedge} in _OPPOSED


def cut_off(said: Mention, body: Mention) -> Decimal | None:
    """The properly rounded value, when `said` cut digits off `body` instead."""
    step = step_of(said)
    if body.value is None or not step or said.kind == "count" or said.hedge != "exact":
        return None
    cut = (body.value / step).quantize(Decimal(1), ROUND_DOWN) * step
    whole = rounded(body.value, step)
    return whole if cut == said.value != whole else None


def rounded(value: Decimal, step: Decimal) -> Decimal:
    """`value` to the nearest `step`, halves away from zero."""
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step if step else value


def _shorter(said: Mention, body: Mention) -> bool:
    """Only amounts and shares are rounded; 130 for 134 delegations is another number."""
    return said.kind != "count" and step_of(said) > step_of(body)
