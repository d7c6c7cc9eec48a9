"""Amounts and their equivalents «số tiền và số quy đổi»: pairs in two currencies, and how sure the text is that one is the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from ...model import Mention
from ..arithmetic import step_of
from ..evidence import Evidence
from ..facts import Fact
from .quoted import HOME, Quote, dong, worth

_LEAST, _MOST, _YEARS = Decimal("0.005"), Decimal("0.015"), Decimal("0.08")
_YEARLY, _LONG_RUN = Decimal("0.05"), Decimal("0.25")
_ROUGH = Decimal("0.03")  # amounts of one or two digits imply a rough rate
_CROSS = Decimal("1.8")  # how far the rate of two foreign currencies strays from what their rates in dong give
_WIDEST, _NEAR = 90, 48  # characters between two amounts that are told to be one, and that merely stand together
_BRACKETED = re.compile(r"[^,;:.()\d]{0,40}\(\s*")
_NEW_CLAUSE = re.compile(r"[;.)\n]|\d")
_TIME = re.compile(r"(?:\d{1,2}/){0,2}(?:19|20)\d\d")
_CELLS = re.compile(r"\s*[|\t]\s*")


@dataclass(frozen=True)
class Pair:
    """An amount and its equivalent; `strong` is in the currency of which one unit buys more. `said` is how sure the text equates them."""

    strong: Fact
    weak: Fact
    said: str  # "stated" as a rate, "told" in words, "linked" by a verb, "cells" of one row, "near" or, joined by "and", "loose"

    @property
    def figures(self) -> list[Mention]:
        return sorted((self.strong.figure, self.weak.figure), key=lambda m: m.start)

    @property
    def places(self) -> tuple[int, int]:
        return self.strong.place, self.weak.place

    @property
    def currencies(self) -> tuple[str, str]:
        return self.strong.figure.unit or "", self.weak.figure.unit or HOME

    @cached_property
    def rate(self) -> Decimal:
        return self.weak.value / self.strong.value

    @cached_property
    def year(self) -> int | None:
        return self.strong.scope.year if self.strong.scope else None

    @cached_property
    def slack(self) -> Decimal:
        shown = (self.weak,) if self.said == "stated" else (self.strong, self.weak)
        return sum((step_of(f.figure) / f.value / 2 for f in shown), Decimal(0))

    @property
    def sure(self) -> bool:
        return self.said in ("stated", "told", "cells") or (self.said == "linked" and self.possible)

    @cached_property
    def possible(self) -> bool:
        low, high = _bounds(*self.currencies)
        return low <= self.rate <= high

    def agrees(self, other: Pair, *, same: bool = False) -> bool:
        """Whether two pairs may follow one rate; `same` where the text says that they do."""
        allowed = max(min(_LEAST + self.slack + other.slack, _MOST), min(self.slack + other.slack, _ROUGH))
        if self.year != other.year and not (same or self._dated_alike(other)):
            allowed = self._over_years(other)
        return abs(self.rate / other.rate - 1) <= allowed

    def _dated_alike(self, other: Pair) -> bool:
        """Whether both are lines under one heading, or one tells no year and the other states the rate."""
        listed = all(pair.strong.evidence.listed(pair.strong.sentence) for pair in (self, other))
        undated = any(one.year is None and two.said == "stated" for one, two in ((self, other), (other, self)))
        return undated or (listed and None in (self.year, other.year))

    def _over_years(self, other: Pair) -> Decimal:
        """How far rates of two years may part: more with every year between, more where no year is told."""
        years = abs(self.year - other.year) if self.year and other.year else 1
        return max(_YEARS, min(_YEARLY * years, _LONG_RUN))


def _bounds(strong: str, weak: str) -> tuple[Decimal, Decimal]:
    """Between which rates two currencies can be; two foreign ones move together against the dong."""
    if weak == HOME:
        return dong(strong)
    if not (dong(strong)[0] and dong(weak)[0]):
        return Decimal(0), Decimal("Infinity")
    cross = worth(strong) / worth(weak)
    return cross / _CROSS, cross * _CROSS


def quoted(quote: Quote) -> Pair:
    """A quoted rate as a pair of which the strong amount is so many units."""
    one = replace(quote.fact, figure=replace(quote.fact.figure, value=quote.units, unit=quote.currency))
    return Pair(one, quote.fact, "stated")


def neighbours(evidence: Evidence, facts: list[Fact]) -> Iterator[Pair]:
    """Neighbouring amounts in two currencies."""
    for one, other in pairwise(facts):
        units = {_currency(one), _currency(other)}
        between = evidence.between(one.figure, other.figure)
        if None in units or len(units) == 1 or len(between) > _WIDEST or "\n\n" in between:
            continue
        strong, weak = sorted((one, other), key=lambda fact: worth(_currency(fact) or HOME), reverse=True)
        said = _how(evidence, between, other)
        if said:
            yield Pair(strong, weak, said)


def _how(evidence: Evidence, between: str, other: Fact) -> str | None:
    """How sure the words between two amounts equate them; None where they stand apart."""
    if _CELLS.fullmatch(between):
        return "cells"
    if _equated(evidence, between) or _restated(between, other):
        return "told"
    if between.strip(" ,") in evidence.words["converts"]:
        return "linked"
    if _NEW_CLAUSE.search(between) or len(between) > _NEAR:
        return None
    return "loose" if evidence.has("unequated", between) else "near"


def _currency(fact: Fact) -> str | None:
    """The currency of an amount, also of one that is told as a rise: dong where the unit word is missing."""
    figure = fact.figure
    if not (figure.kind == "money" or (figure.kind == "growth" and dong(figure.unit or "")[0] and fact.value > 0)) or figure.high or not figure.value:
        return None
    return figure.unit or (HOME if "missing_unit" in figure.flags else None)


def _restated(between: str, other: Fact) -> bool:
    """ "300 triệu yên, khoảng 51 tỷ đồng": only a comma between, and together a rate that can be."""
    return between.strip() == "," and other.figure.hedge == "about"


def _equated(evidence: Evidence, between: str) -> bool:
    """Words like "tương đương", an opening bracket, or a hedged apposition stand between; hedges belong to the amounts."""
    words = between.strip(" ,;(–-:\n")
    if _BRACKETED.fullmatch(_TIME.sub("", between)) or words in ("=", "~", "≈"):
        return True
    if not words:
        return "(" in between
    return words in evidence.words["equivalents"] or (
        not _NEW_CLAUSE.search(between)
        and (evidence.has("equated", between) or evidence.has("booked", between))
        and not evidence.has("unequated", between)
    )
