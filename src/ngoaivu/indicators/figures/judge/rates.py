"""Currencies at one rate «tỷ giá»: an amount and its equivalent imply a rate; one text has one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from ..model import Finding, Mention
from ..vocabulary import vocabulary
from ..writer import write
from .arithmetic import slip, step_of
from .evidence import Evidence
from .facts import Fact

_LEAST, _MOST, _YEARS = Decimal("0.005"), Decimal("0.015"), Decimal("0.08")
_ROUGH = Decimal("0.03")  # amounts of one or two digits imply a rough rate
_WIDEST = 48
_RARE = Decimal("0.03")
_BRACKETED = re.compile(r"[^,;:.()\d]{0,28}\(\s*")
_NEW_CLAUSE = re.compile(r"[;.)]|\d")


@dataclass(frozen=True)
class _Pair:
    foreign: Fact
    home: Fact

    @property
    def figures(self) -> list[Mention]:
        return sorted((self.foreign.figure, self.home.figure), key=lambda m: m.start)

    @cached_property
    def rate(self) -> Decimal:
        return self.home.value / self.foreign.value

    @cached_property
    def slack(self) -> Decimal:
        return sum((step_of(f.figure) / f.value / 2 for f in (self.foreign, self.home)), Decimal(0))

    @property
    def currency(self) -> str:
        return self.foreign.figure.unit or ""

    def possible(self) -> bool:
        low, high = _bounds(self.currency)
        return low <= self.rate <= high

    def agrees(self, other: _Pair) -> bool:
        years = self.foreign.scope, other.foreign.scope
        apart = years[0] and years[1] and years[0].year and years[1].year and years[0].year != years[1].year
        allowed = _YEARS if apart else max(min(_LEAST + self.slack + other.slack, _MOST), min(self.slack + other.slack, _ROUGH))
        return abs(self.rate / other.rate - 1) <= allowed


def _bounds(currency: str) -> tuple[Decimal, Decimal]:
    """Dong for one unit of a foreign currency, generously, over the years a text may speak of."""
    low, high = vocabulary("en")["exchange"].get(currency, (0, "Infinity"))
    return Decimal(low), Decimal(high)


def check_rates(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Pairs of amounts whose rate is impossible, or differs from the first possible pair of the text."""
    first: dict[str, _Pair] = {}
    loose: list[_Pair] = []
    stated = _stated(evidence, facts)
    for pair, told in _pairs(evidence, facts):
        rate = stated.get(pair.currency)
        if rate and told and pair.possible() and abs(pair.rate / rate.value - 1) > min(_LEAST + pair.slack, _MOST):
            said = {"rate": _said(evidence, pair.rate), "other_rate": _said(evidence, rate.value)}
            yield evidence.found("rates_differ", pair.figures, other=rate.figure.text, **said)
            continue
        if not told:
            loose.append(pair)
        elif not pair.possible():
            yield evidence.found("rate_impossible", pair.figures, rate=_said(evidence, pair.rate))
        else:
            other = first.setdefault(pair.currency, pair)
            if not pair.agrees(other):
                yield _differ(evidence, pair, other)
    for pair in loose:
        known = first.get(pair.currency)
        needed = known and known.rate * pair.foreign.value
        if known and needed and not pair.agrees(known) and slip(pair.home.figure, needed) <= _RARE:
            yield _differ(evidence, pair, known)


def _stated(evidence: Evidence, facts: list[Fact]) -> dict[str, Fact]:
    """Rates the text itself names: "theo tỷ giá 24.000 đồng/USD"."""
    found: dict[str, Fact] = {}
    for fact in facts:
        if fact.figure.unit != "VND" or fact.figure.kind != "money" or not evidence.has("rate_words", fact.lead):
            continue
        around = (fact.lead[-20:] + fact.figure.text + fact.tail[:12]).upper()
        currency = next((code for code in vocabulary("en")["exchange"] if code in around), "USD")
        low, high = _bounds(currency)
        if low <= fact.value <= high:
            found.setdefault(currency, fact)
    return found


def _differ(evidence: Evidence, pair: _Pair, other: _Pair) -> Finding:
    shown = evidence.text[other.figures[0].start : other.figures[1].end]
    rates = {"rate": _said(evidence, pair.rate), "other_rate": _said(evidence, other.rate)}
    return evidence.found("rates_differ", pair.figures, other=shown, **rates)


def _said(evidence: Evidence, rate: Decimal) -> str:
    return str(write(round(rate, 0), unit="VND", scale=0, lang=evidence.spoken))


def _pairs(evidence: Evidence, facts: list[Fact]) -> Iterator[tuple[_Pair, bool]]:
    """Neighbouring amounts in dong and in another currency; and whether the words equate them."""
    for one, other in pairwise(facts):
        if not _money(one) or not _money(other):
            continue
        between = evidence.between(one.figure, other.figure)
        if len(between) > _WIDEST or "\n\n" in between:
            continue
        foreign, home = (other, one) if _home(one) else (one, other)
        if not _home(home) or _home(foreign) or not foreign.figure.unit:
            continue
        pair = _Pair(foreign, home)
        told = _equated(evidence, between) or _restated(between, other)
        if told or not _NEW_CLAUSE.search(between):
            yield pair, told


def _money(fact: Fact) -> bool:
    return fact.figure.kind == "money" and not fact.figure.high and bool(fact.figure.value)


def _home(fact: Fact) -> bool:
    """Dong, also where the unit word is missing."""
    return fact.figure.unit == "VND" or (fact.figure.unit is None and "missing_unit" in fact.figure.flags)


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
        not _NEW_CLAUSE.search(between) and evidence.has("equated", between) and not evidence.has("unequated", between)
    )
