"""How far figures reach, and how a clerk goes wrong «sai số và lỗi chép số»: rounding, hedges, slips of the pen."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache

from ..model import Hedge, Mention

_SHOWN = re.compile(r"\d[\d.,]*")
_NEVER, _IN_WORDS = Decimal(1), Decimal("0.2")
_ZERO = Decimal(0)
_TOO_LONG = 18  # digits; longer numbers are no slip of another
# How far each hedge lets the true value stand from the stated one, as shares of it: below, above.
_LOOSE: dict[Hedge, tuple[Decimal, Decimal]] = {
    "about": (Decimal("0.05"), Decimal("0.05")),
    "forecast": (Decimal("0.05"), Decimal("0.05")),
    "over": (_ZERO, Decimal("0.15")),
    "near": (Decimal("0.1"), _ZERO),
    "under": (Decimal("0.2"), _ZERO),
    "at_least": (_ZERO, Decimal("0.5")),
    "at_most": (Decimal("0.5"), _ZERO),
}
_PRECISELY = Decimal("0.01")

Span = tuple[Decimal, Decimal]


def step_of(figure: Mention) -> Decimal:
    """The unit of the last digit shown: "2,73 tỷ" is known to ten million, "1.840 tỷ" to a billion."""
    return _step(figure.text, figure.value or _ZERO)


@lru_cache(maxsize=4_096)
def _step(text: str, value: Decimal) -> Decimal:
    digits = _SHOWN.search(text)
    if digits is None or not value:
        return _ZERO
    significant = len(re.sub(r"\D", "", digits.group().rstrip(".,")).lstrip("0")) or 1
    return Decimal(1).scaleb(value.copy_abs().adjusted() - significant + 1)


def digits_of(figure: Mention) -> int:
    """How many digits a figure is told to; "khoảng 18.019" claims more than "khoảng 80 triệu"."""
    return len((figure.value or _ZERO).normalize().as_tuple().digits)


def rounded_figure(figure: Mention) -> bool:
    """Whether the figure may stand for values near it: amounts, shares and whatever has decimals or a scale word."""
    return figure.kind != "count" or step_of(figure) > 1 or figure.value != int(figure.value or 0)


def reach(figure: Mention, step: Decimal | None = None) -> Span:
    """The values a figure may stand for, by its rounding (to `step`, else to its last digit) and its hedge."""
    value = abs(figure.value or _ZERO)
    half = (step_of(figure) if step is None else step) / 2 if rounded_figure(figure) else _ZERO
    below, above = _LOOSE.get(figure.hedge, (_ZERO, _ZERO))
    if figure.hedge in ("about", "forecast") and digits_of(figure) > 2:
        below = above = _PRECISELY
    return value * (1 - below) - half, (figure.high or value * (1 + above)) + half


def meet(one: Span, other: Span) -> bool:
    """Whether two reaches have a value in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def ratio(part: Mention, whole: Mention) -> Span:
    """What `part` divided by `whole` may be."""
    step = min(step_of(part), step_of(whole))
    low, high = reach(part, step)
    least, most = reach(whole, step)
    return low / most if most else _ZERO, high / max(least, step or Decimal(1).scaleb(-30))


def slip(stated: Mention, needed: Decimal) -> Decimal:
    """How likely by mere chance `stated` looks like a slip of `needed`, from 0 to 1; 1 where it looks like none.

    Slips are two digits swapped, one digit wrong, lost or added, and a scale word or thousands group too many.
    """
    return miswritten(digits_shown(stated), step_of(stated), needed)


def digits_shown(figure: Mention) -> str:
    """The digits a figure is told with, "1.840 tỷ" as 1840; empty for a number in words, "0" for nothing."""
    step = step_of(figure)
    return str(int(abs(figure.value or _ZERO) / step)) if step else "" if figure.value else "0"


def miswritten(shown: str, step: Decimal, needed: Decimal) -> Decimal:
    """As `slip`, of the digits shown and the unit of the last of them."""
    if needed <= 0 or not step:
        return _NEVER if shown or needed <= 0 else _IN_WORDS
    meant = str(int(needed.scaleb(-step.adjusted()).to_integral_value(ROUND_HALF_EVEN)))  # a step is a power of ten
    if not 1 < len(shown) <= _TOO_LONG or len(meant) > _TOO_LONG + 9:
        return _NEVER
    return min(_rescaled(shown, meant), _rewritten(shown, meant))


def _rescaled(shown: str, meant: str) -> Decimal:
    one, other = shown.rstrip("0"), meant.rstrip("0")
    return Decimal(1).scaleb(-len(one)) if one == other and len(shown) != len(meant) else _NEVER


def _rewritten(shown: str, meant: str) -> Decimal:
    """Chances are counted over all numbers of the same length."""
    size, numbers = len(shown), 9 * Decimal(10) ** (len(shown) - 1)
    if abs(size - len(meant)) == 1:
        longer, shorter = sorted((shown, meant), key=len, reverse=True)
        lost = any(longer[:k] + longer[k + 1 :] == shorter for k in range(len(longer)))
        return len(longer) / (numbers * 10 if len(meant) > size else numbers / 10) if lost else _NEVER
    if size != len(meant):
        return _NEVER
    wrong = [k for k in range(size) if shown[k] != meant[k]]
    if len(wrong) == 1:
        return min(_NEVER, 9 * size / numbers)
    if len(wrong) == 2 and shown[wrong[0]] == meant[wrong[1]] and shown[wrong[1]] == meant[wrong[0]]:
        return Decimal(size * (size - 1)) / 2 / numbers
    return _NEVER


def same_sort(one: Mention, other: Mention) -> bool:
    """Whether two figures can be compared at all: kind, unit and rate."""
    return one.kind == other.kind and one.unit == other.unit and one.per == other.per
