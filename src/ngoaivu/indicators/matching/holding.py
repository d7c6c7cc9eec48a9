"""Whether a figure, as it is written, is true of a fact «con số có đúng không»: value, hedge and the digits shown. Pure."""

import re
from dataclasses import dataclass
from decimal import Decimal

from ngoaivu.indicators.figures import DEFAULT_MARGINS, Hedge, Margins, Mention, hedge_holds
from ngoaivu.indicators.figures.judge.evidence import step_of
from ngoaivu.indicators.figures.vocabulary import vocabulary

FRACTION = Decimal("0.025")  # "1/5" is said of what lies this near, as a share of it
_SCALES = (0, 3, 6, 9, 12, 15)


@dataclass(frozen=True, slots=True)
class Value:
    """What a fact or an observation says: value, upper end, the hedge it came with, and the digits behind the mark it was written to.

    -7 digits stand for 2,73 tỷ.
    """

    value: Decimal
    high: Decimal | None = None
    qualifier: Hedge = "exact"
    decimals: int = 0


def holds(mention: Mention, real: Value, margins: Margins = DEFAULT_MARGINS) -> bool:
    """Whether the figure is true of the value."""
    if mention.value is None:
        return False
    if mention.high is not None:
        return _range_holds(mention, real)
    if mention.kind == "fraction":
        return _fraction_holds(mention, real)
    return hedge_holds(mention.hedge, mention.value, real.value, real.qualifier, margins, step=step_of(mention))


def equals(mention: Mention, real: Value) -> bool:
    """Whether the number itself is that of the value to the digits shown, whatever the hedges."""
    if mention.value is None:
        return False
    reach = real.value * FRACTION if mention.kind == "fraction" else step_of(mention) / 2
    return abs(mention.value - real.value) <= reach


def finer(mention: Mention, real: Value) -> bool:
    """Whether the figure shows more digits than the value was received with, and agrees to those it has."""
    step = Decimal(1).scaleb(-real.decimals)
    return mention.value is not None and step_of(mention) < step and abs(mention.value - real.value) <= step / 2


def _range_holds(mention: Mention, real: Value) -> bool:
    assert mention.value is not None and mention.high is not None
    if real.high is not None:
        return (mention.value, mention.high) == (real.value, real.high)
    return mention.value <= real.value <= mention.high


def _fraction_holds(mention: Mention, real: Value) -> bool:
    assert mention.value is not None
    if abs(mention.value - real.value) <= real.value * FRACTION and mention.hedge == "exact":
        return real.qualifier in ("exact", "about")
    return hedge_holds(mention.hedge, mention.value, real.value, real.qualifier)


def shown(mention: Mention, language: str) -> tuple[int, int]:
    """The scale a figure is written in (9 for "tỷ") and the digits behind its decimal mark at that scale."""
    digits = re.search(r"\d[\d.,]*", mention.text)
    number = re.sub(r"\D", "", digits.group()) if digits else ""
    value = abs(mention.value or Decimal(0)) * (100 if mention.kind in ("share", "growth") and mention.unit is None else 1)
    if digits is None or not int(number) or not value or mention.kind == "fraction":
        return 0, 0
    scales = vocabulary(language)["scales"]
    power = sum(scales.get(word, 0) for word in mention.text[digits.end() :].lower().split())
    behind = power - (value / int(number)).adjusted()
    return (power, max(0, behind)) if power in _SCALES else (0, max(0, behind - power))
