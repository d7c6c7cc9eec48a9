"""Prices and pay nobody asks or gets «giá và mức không thể có»: a lunch of 55 million dong, a wage of 18 dong, a kilogram of rice for a million.

The tables under `prices` of the data files are in US dollars: `per` what an amount is counted over, `goods` what a kilogram or a litre
of it costs, `each` what is named last before an amount with the most one of it costs; `others` there take the amount away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from ...model import Finding
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact
from ..lists import any_of

_REACH, _TOPIC, _WORD, _APIECE = 80, 70, 26, 12  # characters
_CLAUSE = re.compile(r"[;,](?!\d)")
_STOP = re.compile(r"[;\n]|[.!?] ")
_DONG = 25_000  # for one dollar, about
_COIN, _WAGE = 200, 5_000  # dong; less is no price by the piece, and no pay by the month


def check_prices(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Amounts for one that are far above, or below, what one costs or gets."""
    for fact in facts if "prices" in vocabulary(evidence.lang) else ():
        if fact.figure.kind != "money" or fact.figure.unit is None or not fact.value:
            continue
        over = _over(fact)
        units = over.split("/")
        most = min(_most_per(fact, units), _most_each(fact))
        if dollars(fact) > most:
            yield evidence.found("too_large", [fact.figure], text=fact.figure.text)
        elif fact.figure.unit == "VND" and fact.figure.high is None and fact.value < _least(fact, units):
            yield evidence.found("too_small", [fact.figure], text=fact.figure.text)


def _over(fact: Fact) -> str:
    """What an amount is counted over, as it is written: "kg", "đêm", "phòng/đêm"; empty where nothing is."""
    text = fact.figure.text.lower()
    joined = re.search(r"(?:/|(?<!\w)(?:per|an?|each|every|mỗi|một) )\s?([^\W_]+(?:/[^\W\d_]+)*)$", text)
    if joined:
        return joined[1]
    if _found(fact, "each_behind", fact.tail[:_APIECE]):
        return "each"
    behind = re.match(r"(?:\s?/\s?| (?:per|an?|each|every|mỗi|một|cho mỗi|cho một) )([^\W_]+(?:/[^\W\d_]+)*)", fact.tail[:_WORD])
    return behind[1] if behind else ""


def dollars(fact: Fact) -> Decimal:
    """An amount in dollars, by the lowest rate of its currency."""
    unit, exchange = fact.figure.unit, vocabulary("en")["exchange"]
    if unit in ("USD", "EUR", "GBP", "CHF"):
        return fact.value
    if unit == "VND":
        return fact.value / _DONG
    return fact.value * Decimal(str(exchange[unit][0])) / _DONG if unit in exchange else Decimal(0)


def _most_per(fact: Fact, units: list[str]) -> Decimal:
    """The most by what it is counted over; less for common goods by weight, and for pay."""
    table = _table(fact.evidence.lang)
    caps = [Decimal(table["per"][unit]) for unit in units if unit in table["per"]]
    around = _CLAUSE.split(fact.lead[-_TOPIC:])[-1] + " " + _CLAUSE.split(fact.tail[:_WORD])[0]
    if units[0] and _found(fact, "meals", fact.evidence.before(fact.figure, _TOPIC)):
        caps.append(Decimal(table["meal"]))
    if any(unit in table["weighed"] for unit in units) and _found(fact, "goods", around):
        caps.append(Decimal(table["common"]))
    if any(unit in table["paid_by"] for unit in units) and _found(fact, "pay", around) and not _found(fact, "pay_not", around):
        caps.append(Decimal(table["paid"]))
    return min(caps, default=Decimal("Infinity"))


def _most_each(fact: Fact) -> Decimal:
    """The most by what is named last before it, with no other figure between."""
    bearers, pattern = _each(fact.evidence.lang)
    lead = _STOP.split(fact.evidence.before(fact.figure, _REACH))[-1]
    found = list(pattern.finditer(lead))
    behind = lead[found[-1].end() :] if found else ""
    another = behind.strip() in fact.evidence.words["joiners"]  # "USD 400 for each household and USD 25 million for roads"
    if not found or found[-1].group() not in bearers or any(c.isdigit() for c in behind) or another:
        return Decimal("Infinity")
    most = bearers[found[-1].group()]
    return min(most, Decimal(_table(fact.evidence.lang)["meal"])) if _found(fact, "meals", lead) else most


def _least(fact: Fact, units: list[str]) -> int:
    table = _table(fact.evidence.lang)
    if any(unit in table["paid_by"] for unit in units) and _found(fact, "pay", fact.lead[-_TOPIC:]):
        return _WAGE
    return _COIN if any(unit in table["per"] for unit in units) and not _found(fact, "cheap", fact.lead[-_TOPIC:] + fact.tail) else 0


def _found(fact: Fact, words: str, text: str) -> bool:
    return _words(fact.evidence.lang, words).search(text) is not None


@cache
def _words(lang: str, words: str) -> re.Pattern[str]:
    return any_of(_table(lang)[words])


@cache
def _each(lang: str) -> tuple[dict[str, Decimal], re.Pattern[str]]:
    table = _table(lang)
    bearers = {word: Decimal(most) for word, most in table["each"].items()}
    return bearers, any_of([*bearers, *table["others"]])


@cache
def _table(lang: str) -> dict[str, Any]:
    table: dict[str, Any] = vocabulary(lang)["prices"]
    return table
