"""Rates that are quoted «tỷ giá được nêu»: "VND 168 to the yen", "25.400 đồng/USD", "18.5 dong to the won"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact
from ..lists import any_of, phrases

_LINK = 160  # characters between an amount and what it comes to at a quoted rate
_MOST = 1_000_000  # nobody quotes more for one unit
_COUNT = re.compile(r"\s*(100|10|1)?\s*")
_SLASH = re.compile(r" ?[/=] ?")
_UNITS, _THOUSAND = (1, 100), 1_000  # "1 EUR = 27.500 đồng", "100 yên = 16.500 đồng", "1.000 won" state a rate
_CHEAP = 100  # dong; of what is worth less a rate may be told by the thousand
HOME = "VND"


@dataclass(frozen=True)
class Quote:
    """So much of one currency, `fact`, for `units` of another."""

    fact: Fact
    units: Decimal
    currency: str
    unit: Fact | None = None  # the figure that tells the units, where they are one: "one euro"

    @property
    def places(self) -> set[int]:
        """Where its figures stand among the facts."""
        return {self.fact.place, self.unit.place} if self.unit else {self.fact.place}


def dong(currency: str) -> tuple[Decimal, Decimal]:
    """Dong for one unit of a currency, generously, over the years a text may speak of; dong themselves are one."""
    low, high = vocabulary("en")["exchange"].get(currency, (0, "Infinity")) if currency != HOME else (1, 1)
    return Decimal(low), Decimal(high)


def worth(currency: str) -> Decimal:
    """Dong for one unit of a currency, roughly; two where nothing is known."""
    low, high = dong(currency)
    return (low * high).sqrt() if low else Decimal(2)


def quotes(evidence: Evidence, facts: list[Fact]) -> Iterator[Quote]:
    """Every amount that the words behind it tell as the price of another currency."""
    for fact in facts:
        if fact.figure.kind != "money" or fact.figure.high or not 0 < fact.value < _MOST:
            continue
        if fact.figure.per in vocabulary("en")["exchange"]:
            yield Quote(fact, Decimal(1), str(fact.figure.per))
            continue
        place = _linked(evidence, fact)
        count = _COUNT.match(evidence.lower, place)
        named = _spelled(evidence.lang).match(evidence.lower, count.end()) if place and count else None
        code = _codes(evidence.lang).get(named.group()) if named else None
        if count and code and code != fact.figure.unit:
            unit = facts[fact.place + 1] if fact.place + 1 < len(facts) else None
            inside = unit is not None and named is not None and unit.figure.start < named.end()
            yield Quote(fact, Decimal(count.group(1) or 1), code, unit if inside else None)


def priced(evidence: Evidence, facts: list[Fact]) -> Iterator[Quote]:
    """Every unit, or hundred, of a currency that is given its price, "1 EUR = 27.500 đồng"; no gift of one dollar is told its worth."""
    for unit, fact in pairwise(facts):
        one, other = unit.figure, fact.figure
        if not (one.kind == other.kind == "money" and one.unit and other.unit and one.unit != other.unit) or one.hedge != "exact":
            continue
        between = evidence.between(one, other).strip()
        told = between in evidence.words["rate_equals"] or (evidence.has("rate_words", evidence.before(one)) and not set(between) & set(";.)"))
        thousand = unit.value == _THOUSAND and worth(one.unit) < _CHEAP
        if told and worth(one.unit) > worth(other.unit) and not other.high and (unit.value in _UNITS or thousand):
            yield Quote(fact, unit.value, one.unit, unit)


def named(evidence: Evidence, facts: list[Fact]) -> Iterator[Quote]:
    """Rates named by one amount: "theo tỷ giá 24.000 đồng"; what is not told is the dollar."""
    for fact in facts:
        if fact.figure.unit != HOME or fact.figure.kind != "money" or not evidence.has("rate_words", fact.lead):
            continue
        around = (fact.lead[-20:] + fact.figure.text + fact.tail[:12]).upper()
        yield Quote(fact, Decimal(1), next((code for code in vocabulary("en")["exchange"] if code in around), "USD"))


def _linked(evidence: Evidence, fact: Fact) -> int:
    """The place behind words like "to the", "per", "/" that stand right behind an amount; 0 where none do."""
    slash = fact.figure.text.rfind("/")
    if slash > 0:
        return fact.figure.start + slash + 1
    link = _SLASH.match(evidence.lower, fact.figure.end) or phrases(evidence.lang, "quote_links").match(evidence.lower, fact.figure.end + 1)
    return link.end() if link else 0


def converted(evidence: Evidence, facts: list[Fact], quote: Quote) -> Iterator[tuple[Fact, Fact]]:
    """The amounts near a quoted rate, among those that quote none, of which one is told to come to the other."""
    wanted = {quote.currency, quote.fact.figure.unit}
    money = [f for f in facts if f.figure.kind == "money" and not f.figure.high and f.value and f.figure.unit]
    told = None
    for one, other in pairwise(money):
        if (
            one is told
            or {one.figure.unit, other.figure.unit} != wanted
            or other.sentence - one.sentence > 1
            or abs(other.sentence - quote.fact.sentence) > 1
        ):
            continue
        if _links(evidence, one, other, quote.fact):
            told = other
            yield one, other


def _links(evidence: Evidence, one: Fact, other: Fact, quoted: Fact) -> bool:
    """Whether the words between, without the rate itself, say that one amount is the other."""
    first, last = one.figure.end, other.figure.start
    between = evidence.lower[first:last]
    if first <= quoted.figure.start < last:
        between = evidence.lower[first : quoted.figure.start] + " " + evidence.lower[quoted.figure.end : last]
    apart = evidence.has("unequated", between[-40:]) and not evidence.ends_with("booked", between.rstrip())
    if one.sentence != other.sentence and not first <= quoted.figure.start < last:
        return False
    if len(between) > _LINK or "\n\n" in between or ";" in between or apart:
        return False
    around = between + evidence.after(other.figure, 24)
    return evidence.has("converts", between) and not evidence.has("other_rates", around)


@cache
def _codes(lang: str) -> dict[str, str]:
    """Every spelling of a currency with its code."""
    found = {spelled.lower(): code for code, spellings in vocabulary(lang)["currencies"].items() for spelled in spellings}
    return found | {code.lower(): code for code in vocabulary("en")["currencies"]}


@cache
def _spelled(lang: str) -> re.Pattern[str]:
    return any_of(_codes(lang))
