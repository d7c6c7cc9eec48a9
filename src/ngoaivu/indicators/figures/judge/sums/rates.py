"""Currencies at one rate «tỷ giá»: an amount and its equivalent imply a rate; one text has one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import groupby, pairwise

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ...writer import write
from ..arithmetic import slip, step_of
from ..evidence import Evidence
from ..facts import Fact
from .quoted import Quote, converted, quotes

_LEAST, _MOST, _YEARS = Decimal("0.005"), Decimal("0.015"), Decimal("0.08")
_YEARLY, _LONG_RUN = Decimal("0.05"), Decimal("0.25")
_ROUGH = Decimal("0.03")  # amounts of one or two digits imply a rough rate
_COMPARED = 40  # pairs that vote for the rate of the text; longer ones are tables of one
_CROSS = Decimal("1.8")  # how far the rate of two foreign currencies strays from what their rates in dong give
_HOME = "VND"
_WIDEST = 48
_RARE = Decimal("0.03")
_UNITS = (1, 100)  # "1 EUR = 27.500 đồng", "100 yên = 16.500 đồng" state a rate
_WHOLE = 100  # rates above it are said without decimals
_BRACKETED = re.compile(r"[^,;:.()\d]{0,28}\(\s*")
_NEW_CLAUSE = re.compile(r"[;.)]|\d")
_CELLS = re.compile(r"\s*[|\t]\s*")


@dataclass(frozen=True)
class _Pair:
    """An amount and its equivalent; `strong` is in the currency of which one unit buys more. `said` is how sure the text equates them."""

    strong: Fact
    weak: Fact
    said: str  # "stated" as a rate, "told" in words, "cells" of one row, "near" or, joined by "and", "loose"

    @property
    def figures(self) -> list[Mention]:
        return sorted((self.strong.figure, self.weak.figure), key=lambda m: m.start)

    @property
    def places(self) -> tuple[int, int]:
        return self.strong.place, self.weak.place

    @property
    def currencies(self) -> tuple[str, str]:
        return self.strong.figure.unit or "", self.weak.figure.unit or _HOME

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
        return self.said in ("stated", "told", "cells")

    @cached_property
    def possible(self) -> bool:
        low, high = _bounds(*self.currencies)
        return low <= self.rate <= high

    def _over_years(self, other: _Pair) -> Decimal:
        """How far rates of two years may part: more with every year between, more where no year is told."""
        years = abs(self.year - other.year) if self.year and other.year else 1
        return max(_YEARS, min(_YEARLY * years, _LONG_RUN))

    def agrees(self, other: _Pair) -> bool:
        allowed = (
            self._over_years(other)
            if self.year != other.year
            else max(min(_LEAST + self.slack + other.slack, _MOST), min(self.slack + other.slack, _ROUGH))
        )
        return abs(self.rate / other.rate - 1) <= allowed


def _dong(currency: str) -> tuple[Decimal, Decimal]:
    """Dong for one unit of a currency, generously, over the years a text may speak of; dong themselves are one."""
    low, high = vocabulary("en")["exchange"].get(currency, (0, "Infinity")) if currency != _HOME else (1, 1)
    return Decimal(low), Decimal(high)


def _bounds(strong: str, weak: str) -> tuple[Decimal, Decimal]:
    """Between which rates two currencies can be; two foreign ones move together against the dong."""
    if weak == _HOME:
        return _dong(strong)
    if not (_dong(strong)[0] and _dong(weak)[0]):
        return Decimal(0), Decimal("Infinity")
    cross = _worth(strong) / _worth(weak)
    return cross / _CROSS, cross * _CROSS


def _worth(currency: str) -> Decimal:
    low, high = _dong(currency)
    return (low * high).sqrt() if low else Decimal(2)


def check_rates(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Pairs of amounts whose rate is impossible, or differs from the one the other pairs of the text follow."""
    stated = [(quote, pair) for quote in quotes(evidence, facts) if (pair := _quoted(quote)).possible]
    told = [pair for quote, _ in stated for pair in _at(evidence, facts, quote)]
    known = {quote.fact.place for quote, _ in stated} | {place for pair in told for place in pair.places}
    free = [fact for fact in facts if fact.place not in known]
    pairs = [*(pair for _, pair in stated), *told, *_pairs(evidence, free), *_named(evidence, free)]
    pairs.sort(key=lambda pair: pair.currencies)
    for _, alike in groupby(pairs, key=lambda pair: pair.currencies):
        yield from _one_rate(evidence, sorted(alike, key=lambda pair: pair.figures[0].start))


def _quoted(quote: Quote) -> _Pair:
    """A quoted rate as a pair of which the strong amount is so many units."""
    one = replace(quote.fact, figure=replace(quote.fact.figure, value=quote.units, unit=quote.currency))
    return _Pair(one, quote.fact, "stated")


def _at(evidence: Evidence, facts: list[Fact], quote: Quote) -> Iterator[_Pair]:
    """The amounts that are told to be changed at a quoted rate."""
    for one, other in converted(evidence, facts, quote):
        strong, weak = (one, other) if one.figure.unit == quote.currency else (other, one)
        yield _Pair(strong, weak, "told")


def _one_rate(evidence: Evidence, pairs: list[_Pair]) -> Iterator[Finding]:
    """The findings on all pairs of the same two currencies; rows of a table count where most of them agree."""
    cells = [pair for pair in pairs if pair.said == "cells"][:_COMPARED]
    agreeing = _followed(cells, cells)
    if agreeing < 2 or agreeing * 2 <= len(cells):
        pairs = [pair for pair in pairs if pair.said != "cells"]
    sure = [pair for pair in pairs if pair.possible and pair.sure]
    sure = sure[:_COMPARED]
    known = max(sure, key=lambda pair: (pair.said == "stated", _followed([pair], sure)), default=None)
    for pair in pairs:
        if pair.sure and not pair.possible:
            yield evidence.found("rate_impossible", pair.figures, rate=_said(evidence, pair))
        elif known and not pair.agrees(known) and (pair.sure or _meant(pair, known)):
            shown = evidence.text[known.figures[0].start : known.figures[-1].end]
            yield evidence.found("rates_differ", pair.figures, other=shown, rate=_said(evidence, pair), other_rate=_said(evidence, known))


def _followed(leaders: list[_Pair], pairs: list[_Pair]) -> int:
    """How many pairs follow the rate of the leader who has most followers, himself among them."""
    return max((sum(pair.agrees(leader) for pair in pairs) for leader in leaders if leader.possible), default=0)


def _meant(pair: _Pair, known: _Pair) -> bool:
    """Whether two amounts that merely stand together are an equivalent: the text states a rate for them, or one is a slip of it."""
    if known.said == "stated" and pair.said == "near" and pair.possible:
        return True
    return slip(pair.weak.figure, known.rate * pair.strong.value) <= _RARE


def _said(evidence: Evidence, pair: _Pair) -> str:
    strong, weak = pair.currencies
    digits = 0 if pair.rate >= _WHOLE else 2
    return f"1 {strong} = {write(round(pair.rate, digits), unit=weak, scale=0, lang=evidence.spoken)}"


def _named(evidence: Evidence, facts: list[Fact]) -> Iterator[_Pair]:
    """Rates named by one amount: "theo tỷ giá 24.000 đồng/USD"."""
    for fact in facts:
        named = fact.figure.unit == _HOME and fact.figure.kind == "money" and evidence.has("rate_words", fact.lead)
        if not named or (fact.previous is not None and fact.previous.value in _UNITS):
            continue
        around = (fact.lead[-20:] + fact.figure.text + fact.tail[:12]).upper()
        currency = next((code for code in vocabulary("en")["exchange"] if code in around), "USD")
        one = replace(fact, figure=replace(fact.figure, value=Decimal(1), unit=currency))
        pair = _Pair(one, fact, "stated")
        if pair.possible:
            yield pair


def _pairs(evidence: Evidence, facts: list[Fact]) -> Iterator[_Pair]:
    """Neighbouring amounts in two currencies."""
    used = None
    for one, other in pairwise(facts):
        units = {_currency(one), _currency(other)}
        if None in units or len(units) == 1 or one is used:
            continue
        between = evidence.between(one.figure, other.figure)
        if len(between) > _WIDEST or "\n\n" in between:
            continue
        strong, weak = sorted((one, other), key=lambda fact: _worth(_currency(fact) or _HOME), reverse=True)
        said = _how(evidence, between, strong, other)
        if said:
            used = other if said == "stated" else None
            yield _Pair(strong, weak, said)


def _how(evidence: Evidence, between: str, strong: Fact, other: Fact) -> str | None:
    """How sure the words between two amounts equate them; None where they stand apart."""
    if _CELLS.fullmatch(between):
        return "cells"
    apart = _NEW_CLAUSE.search(between) is not None
    if strong.value in _UNITS and strong.figure.hedge == "exact" and not apart and _rated(evidence, between, strong):
        return "stated"
    if _equated(evidence, between) or _restated(between, other):
        return "told"
    if apart:
        return None
    return "loose" if evidence.has("unequated", between) else "near"


def _rated(evidence: Evidence, between: str, strong: Fact) -> bool:
    """Whether one unit, or a hundred, of a currency is given its price, and no gift of one dollar its worth."""
    return between.strip() == "=" or evidence.has("rate_words", evidence.before(strong.figure))


def _currency(fact: Fact) -> str | None:
    """The currency of an amount: dong also where the unit word is missing."""
    figure = fact.figure
    if figure.kind != "money" or figure.high or not figure.value:
        return None
    return figure.unit or (_HOME if "missing_unit" in figure.flags else None)


def _restated(between: str, other: Fact) -> bool:
    """ "300 triệu yên, khoảng 51 tỷ đồng": only a comma between, and together a rate that can be."""
    return between.strip() == "," and other.figure.hedge == "about"


def _equated(evidence: Evidence, between: str) -> bool:
    """Words like "tương đương", an opening bracket, or a hedged apposition stand between; hedges belong to the amounts."""
    words = between.strip(" ,;(–-:\n")
    if _BRACKETED.fullmatch(between) or words in ("=", "~", "≈"):
        return True
    if not words:
        return "(" in between
    return words in evidence.words["equivalents"] or (
        not _NEW_CLAUSE.search(between)
        and (evidence.has("equated", between) or evidence.has("booked", between))
        and not evidence.has("unequated", between)
    )
