"""Writing a figure «viết con số» as an editor would, from one value, in any language that has a vocabulary.

>>> str(write(Decimal(2_730_000_000), unit="USD", scale=9, hedge="about", lang="vi"))
'khoảng 2,73 tỷ USD'
>>> str(write(Decimal(2_730_000_000), unit="USD", scale=9, hedge="about", lang="en"))
'about USD 2.73 billion'
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache
from typing import Any

from .model import DIGITS, Hedge, Kind
from .vocabulary import currency_codes, vocabulary

_DENOMINATORS = range(2, 13)


@dataclass(frozen=True, slots=True)
class Written:
    """Con số đã viết: `before` is the hedge (and direction) with its space, `text` the number with scale and unit."""

    before: str
    text: str

    def __str__(self) -> str:
        return self.before + self.text


@dataclass(frozen=True, slots=True)
class _Style:
    """Everything about one figure that its parts need to know."""

    words: dict[str, Any]
    lang: str
    scale: int
    precision: int | None
    noun: bool


def write(
    value: Decimal,
    *,
    lang: str,
    kind: Kind | None = None,
    unit: str | None = None,
    scale: int | None = None,
    precision: int | None = None,
    hedge: Hedge = "exact",
    high: Decimal | None = None,
    of: Decimal | None = None,
    per: str | None = None,
    noun: bool = True,
    bare: bool = False,
) -> Written:
    """The words for `value`, given in base units (dong, 0.96 for 96%, -0.2 for a decrease of 20%).

    `scale` is the power of ten the author chose (0, 3, 6, 9, 12, 15); None chooses as an editor does. `precision` is
    the most digits to show behind the decimal mark at that scale; None shows those the value has. Zeros are never
    added, so no precision appears that the fact lacks. `noun=False` leaves out what is counted (the officer writes
    his own noun) but keeps scale, currency and percent sign; `bare=True` gives the digits alone, without hedge, for a
    cell under a column head. Raises ValueError for a unit or scale the language cannot write.
    """
    words = vocabulary(lang)
    kind = kind or kind_of(unit, words)
    if scale is None:
        scale = natural_scale(value, unit) if kind in ("count", "money", "measure", "growth") else 0
    if scale and scale not in _scales(words):
        raise ValueError(f"{lang!r} has no word for the scale 10^{scale}; use one of {sorted(_scales(words))}.")
    style = _Style(words, lang, scale, precision, noun)
    if bare:
        points = kind == "share" or (kind == "growth" and unit is None)
        return Written("", digits(abs(value) * 100 if points else value, style))
    with localcontext(prec=DIGITS):
        before, text = _WRITERS[kind](value, high, of, unit, style)
    if per:
        text += words["write_per"]["sign"] + words["write_per"].get(per, per)
    return Written(hedge_words(hedge, words, before), text)


def hedge_words(hedge: Hedge, words: dict[str, Any], direction: str = "") -> str:
    """The hedge with its space, behind the direction of a growth: "giảm gần "."""
    hedged = "" if hedge == "exact" else f"{words['write_hedges'][hedge]} "
    return f"{direction}{hedged}"


def kind_of(unit: str | None, words: dict[str, Any]) -> Kind:
    """The kind a value has when only its unit is told."""
    if unit is None:
        return "count"
    if unit in currency_codes():
        return "money"
    return "measure" if unit in words["measures"] else "count"


def natural_scale(value: Decimal, unit: str | None) -> int:
    """The scale an editor takes: the largest that leaves at most two digits behind the decimal mark.

    Counts and measures are written out below a million; money is written out when no scale fits.
    """
    with localcontext(prec=DIGITS):
        for scale in (9, 6):
            at_scale = abs(value).scaleb(-scale)
            if at_scale >= 1 and at_scale == round(at_scale, 2):
                return scale
    return 0


def digits(value: Decimal, style: _Style) -> str:
    """Grouped digits with the language's marks: "18.019", "2,73"; rounded half up, never padded with zeros."""
    shown = value.scaleb(-style.scale)
    if style.precision is not None:
        shown = shown.quantize(Decimal(1).scaleb(-style.precision), ROUND_HALF_UP)
    whole, _, fraction = f"{shown:,f}".partition(".")
    fraction = fraction.rstrip("0")
    grouped = whole.replace(",", str(style.words["group"]))
    return f"{grouped}{style.words['decimal']}{fraction}" if fraction else grouped


def _numerals(value: Decimal, high: Decimal | None, style: _Style) -> str:
    """The number or the two ends of a range, with the scale word."""
    text = digits(value, style)
    if high is not None:
        text += "–" + digits(high, style)
    return f"{text} {_scales(style.words)[style.scale]}" if style.scale else text


def _money(value: Decimal, high: Decimal | None, _of: Decimal | None, unit: str | None, style: _Style) -> tuple[str, str]:
    amount = _numerals(value, high, style)
    if unit is None:
        return "", amount
    if style.words["write_currency"]["place"] == "before":
        return "", f"{unit} {amount}"
    spelling = style.words["write_currency"].get(unit, unit)
    return "", f"{amount} {spelling}"


def _counted(value: Decimal, high: Decimal | None, of: Decimal | None, unit: str | None, style: _Style) -> tuple[str, str]:
    amount = _numerals(value, high, style)
    if of is not None:
        amount += "/" + digits(of, style)
    if unit is None or not style.noun:
        return "", amount
    single = value == 1 and high is None and of is None
    return "", f"{amount} {noun_of(unit, style.lang, single)}"


@cache
def noun_of(unit: str, lang: str, single: bool) -> str:
    """The noun of a unit code; languages with a plural keep it as the second phrase of their file."""
    words = vocabulary(lang)
    phrases = words["units"].get(unit) or words["measures"].get(unit)
    if phrases is None:
        raise ValueError(f"The unit {unit!r} has no noun in {lang!r}; add it to data/{lang}.toml.")
    return str(phrases[0 if single or not words["write_plural"] else 1])


def _share(value: Decimal, high: Decimal | None, _of: Decimal | None, _unit: str | None, style: _Style) -> tuple[str, str]:
    text = digits(value * 100, style)
    if high is not None:
        text += "–" + digits(high * 100, style)
    return "", f"{text}%"


def _growth(value: Decimal, high: Decimal | None, of: Decimal | None, unit: str | None, style: _Style) -> tuple[str, str]:
    direction = style.words["write_growth"]["down" if value < 0 else "up"]
    ends = (abs(value), None if high is None else abs(high))
    if unit is None:
        _, text = _share(*ends, of, unit, style)
    elif unit in currency_codes():
        _, text = _money(*ends, of, unit, style)
    else:
        _, text = _counted(*ends, of, unit, style)
    return f"{direction} ", text


def _ratio(value: Decimal, high: Decimal | None, of: Decimal | None, unit: str | None, style: _Style) -> tuple[str, str]:
    forms = style.words["write_ratio"]
    if value < 2:
        return forms["percent"], _share(value, high, of, unit, style)[1]
    return forms["times_before"], f"{digits(value, style)} {forms['times']}"


def _fraction(value: Decimal, high: Decimal | None, of: Decimal | None, unit: str | None, style: _Style) -> tuple[str, str]:
    """A simple fraction when the six digits are those of one, a percentage otherwise."""
    for below in _DENOMINATORS:
        above = (value * below).to_integral_value()
        if 0 < above < below and round(above / below, 6) == round(value, 6):
            return "", f"{above}/{below}"
    return _share(value, high, of, unit, style)


def _rank(value: Decimal, _high: Decimal | None, of: Decimal | None, _unit: str | None, style: _Style) -> tuple[str, str]:
    forms = style.words["write_rank"]
    number = int(value)
    ending = "th" if 10 <= number % 100 <= 20 else forms["endings"].get(str(number % 10), forms["ending"])
    text = f"{forms['word']}{number}{ending if forms['ending'] else ''}"
    if of is not None:
        text += f"{forms['of']}{int(of)}"
    return forms["before"], text


_WRITERS = {
    "money": _money,
    "count": _counted,
    "measure": _counted,
    "share": _share,
    "growth": _growth,
    "ratio": _ratio,
    "fraction": _fraction,
    "rank": _rank,
}


def _scales(words: dict[str, Any]) -> dict[int, str]:
    return {int(power): word for power, word in words["write_scales"].items()}
