"""Bound figures «con số gắn dữ kiện»: a figure in a text carries its question, never a value; its words are written anew.

In a rich text a figure stands as `<a linktype="figure" fact="…" period="…" …>hơn 800 đoàn</a>`; in patterns and plain fields as
the token `{fig delegations.inbound.missions period=term:2015-2020 round=100}`. Both hold the same settings.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import cast

from django.utils.translation import gettext as _

from ngoaivu.indicators.facts import Fact, Question
from ngoaivu.indicators.figures.hedges import hedge_for, hedge_holds
from ngoaivu.indicators.figures.model import Hedge
from ngoaivu.indicators.figures.writer import Written, write

# What a figure's mark may carry; every key is optional but `fact`.
KEYS = ("fact", "territory", "period", "on", "by", "boundaries", "scale", "precision", "round", "hedge", "noun", "style")
# A quotient has no end of digits; a report shows tenths of a per cent unless its author asks for more.
SHARE_DIGITS = 1
# How a rate is said where the writer's own sign would not be prose.
RATES = {"en": {"year": " a year", "month": " a month", "day": " a day"}}
SCALES = {"percent": 0, "one": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
POWERS = ("0", "3", "6", "9", "12", "15")
CHOICES = {
    "hedge": ("exact", "about", "over", "near", "under", "at_least", "at_most"),
    "style": ("number", "noun", "bare"),
    "noun": ("yes", "no"),
    "boundaries": ("then", "today"),
}


class BindingError(ValueError):
    """A mark that cannot be a figure; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Bound figure «con số gắn»: its question and the way it is to be written.

    `scale` is the power of ten shown (None: as an editor would); `precision` the digits behind the mark; `rounding` a step
    the value is rounded to, the hedge following from the true value; `hedge` overrides the qualifier; without `noun`
    the author writes the counted thing himself; a share is written as a `fraction` (1/5) instead of in per cent.
    """

    question: Question
    scale: int | None = None
    precision: int | None = None
    rounding: Decimal | None = None
    hedge: str = ""
    noun: bool = True
    bare: bool = False
    fraction: bool = False

    @classmethod
    def read(cls, marks: Mapping[str, str]) -> "Bound":
        """The bound figure of a mark's attributes or a token's settings; a token that could not be read carries the sentence as `error`."""
        if "error" in marks:
            raise BindingError(marks["error"])
        if unknown := set(marks) - set(KEYS):
            raise BindingError(_("A figure knows no setting “%(name)s”; use %(keys)s.") % {"name": sorted(unknown)[0], "keys": ", ".join(KEYS)})
        if not marks.get("fact"):
            raise BindingError(_("A figure must name its indicator."))
        _check_choices(marks)
        question = Question(
            code=marks["fact"],
            territory=marks.get("territory", ""),
            period=marks.get("period", ""),
            on=marks.get("on", ""),
            by=_members(marks.get("by", "")),
            boundaries="today" if marks.get("boundaries") == "today" else "then",
        )
        return cls(
            question,
            scale=_scale(marks.get("scale", "")),
            precision=_digits(marks.get("precision", "")),
            rounding=_step(marks.get("round", "")),
            hedge=marks.get("hedge", ""),
            noun=marks.get("noun", "") != "no" and marks.get("style", "") != "number",
            bare=marks.get("style", "") == "bare",
            fraction=marks.get("scale", "") == "fraction",
        )

    def marks(self) -> dict[str, str]:
        """The attributes that stand for the figure in a rich text, in a fixed order."""
        asked = self.question
        values = {
            "fact": asked.code,
            "territory": asked.territory,
            "period": asked.period,
            "on": asked.on,
            "by": ";".join(f"{name}:{member}" for name, member in asked.by),
            "boundaries": "" if asked.boundaries == "then" else asked.boundaries,
            "scale": "fraction" if self.fraction else "" if self.scale is None else str(self.scale),
            "precision": "" if self.precision is None else str(self.precision),
            "round": "" if self.rounding is None else str(self.rounding),
            "hedge": self.hedge,
            "noun": "" if self.noun else "no",
            "style": "bare" if self.bare else "",
        }
        return {name: value for name, value in values.items() if value}


def _scale(text: str) -> int | None:
    if text in ("", "fraction"):
        return None
    if text in SCALES:
        return SCALES[text]
    if text in POWERS:
        return int(text)
    raise BindingError(_("“%(text)s” is no scale: write million, billion or a power of ten such as 6.") % {"text": text})


def _check_choices(marks: Mapping[str, str]) -> None:
    for name, allowed in CHOICES.items():
        if (value := marks.get(name, "")) and value not in allowed:
            raise BindingError(_("“%(value)s” is no %(name)s: use %(allowed)s.") % {"value": value, "name": name, "allowed": ", ".join(allowed)})


def _members(text: str) -> tuple[tuple[str, str], ...]:
    pairs = [pair.partition(":") for pair in text.split(";") if pair]
    if wrong := [name for name, colon, _member in pairs if not (name and colon)]:
        raise BindingError(_("“%(text)s” names no member: write a breakdown as dimension:member, e.g. country:la.") % {"text": wrong[0]})
    return tuple((name, member) for name, _colon, member in pairs)


def _digits(text: str) -> int | None:
    if not text:
        return None
    if text.isdecimal() and len(text) == 1:
        return int(text)
    raise BindingError(_("“%(text)s” is no precision: write how many digits may stand behind the mark, e.g. 2.") % {"text": text})


def _step(text: str) -> Decimal | None:
    if not text:
        return None
    try:
        step = Decimal(text)
    except InvalidOperation:
        step = Decimal("NaN")
    if step.is_finite() and step > 0:
        return step
    raise BindingError(_("“%(text)s” is no step to round to: write a number above zero, e.g. 100.") % {"text": text})


def words(bound: Bound, fact: Fact, language: str) -> Written:
    """The figure in a language: digits, unit and hedge, all from the one value.

    A received value keeps the hedge it came with. A computed one is exact, unless the author asked for a rounded number:
    then the hedge says on which side of it the true value lies. An author's own hedge stands only where it is true.
    """
    stated, hedge = _stated(bound, fact)
    share = fact.unit in ("", "share")
    rate = "" if bound.bare else RATES.get(language, {}).get(fact.per, "")
    written = write(
        stated,
        lang=language,
        unit=None if share else fact.unit,
        kind=("fraction" if bound.fraction else "share") if share else None,
        scale=bound.scale,
        precision=SHARE_DIGITS if share and bound.precision is None and fact.basis == "computed" else bound.precision,
        hedge=hedge,
        high=fact.high,
        per=None if rate else fact.per or None,
        noun=bound.noun,
        bare=bound.bare,
    )
    return Written(written.before, written.text + rate)


def _stated(bound: Bound, fact: Fact) -> tuple[Decimal, Hedge]:
    """The number shown and the hedge before it; a number no hedge can reach is not rounded."""
    own, stated, hedge = cast("Hedge", bound.hedge), fact.value, cast("Hedge", fact.qualifier)
    if bound.rounding and fact.basis == "computed":
        rounded = (fact.value / bound.rounding).quantize(Decimal(1), ROUND_HALF_UP) * bound.rounding
        with suppress(ValueError):
            stated, hedge = rounded, hedge_for(fact.value, rounded)
    if own and hedge_holds(own, stated, fact.value, cast("Hedge", fact.qualifier)):
        hedge = own
    return stated, hedge


def settings_of(token: str) -> tuple[str, dict[str, str]]:
    """The first word and the settings of a token: `CODE key=value key="two words"`."""
    parts = re.findall(r'(?:[^\s"]|"[^"]*")+', token)
    settings: dict[str, str] = {}
    if not parts:
        raise BindingError(_("A figure must name its indicator."))
    for part in parts[1:]:
        name, equals, value = part.partition("=")
        if not equals:
            raise BindingError(_("“%(part)s” in {%(token)s} is no setting: write name=value.") % {"part": part, "token": token})
        if name.startswith("by."):
            settings["by"] = ";".join(filter(None, [settings.get("by", ""), f"{name[3:]}:{value.strip(chr(34))}"]))
        else:
            settings[name] = value.strip('"')
    return parts[0], settings
