"""What a work or an event costs, and what goods are worth «chi phí, trị giá».

A bridge for USD 45, a reception for USD 3 billion, 118,000 tonnes for USD 412 cannot be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any

from ...model import Finding
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact
from ..forms.kinds import unhedged
from ..lists import any_of
from .prices import dollars

_REACH = 110  # characters before an amount that may name what it pays for
_STOP = re.compile(r"[;\n]|[.!?] ")
_KILOGRAMS = {"kilogram": 1, "quintal": 100, "tonne": 1_000}
_CHEAPEST, _DEAREST = Decimal("0.002"), Decimal(2_000_000)  # dollars for a kilogram of anything traded
_BETWEEN = 44


def check_costs(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Amounts that do not buy, or far exceed, what they are told to pay for."""
    for fact in facts:
        if fact.figure.kind == "money" and fact.figure.unit and dollars(fact):
            least, most = _span(fact)
            broken = "too_large" if dollars(fact) > most else "too_small" if dollars(fact) < least else None
            if broken:
                yield evidence.found(broken, [fact.figure], text=fact.figure.text)
    yield from _goods(evidence, facts)


def _span(fact: Fact) -> tuple[Decimal, Decimal]:
    """The least and the most that the work named last before an amount costs, where a word of cost leads up to it."""
    works, pattern = _works(fact.evidence.lang)
    lead = _STOP.split(fact.evidence.before(fact.figure, _REACH))[-1]
    found = list(pattern.finditer(lead))
    match = found[-1] if found else None
    if match is None or match.group() not in works or fact.average:
        return Decimal(0), Decimal("Infinity")
    between = unhedged(fact.evidence.lang, lead[match.end() :].rstrip(" :"))
    clause = between.rpartition(",")[2].strip() if "," in between else ""
    if (
        clause and not works[match.group()][0] and not _costs(fact.evidence.lang).fullmatch(clause)
    ):  # "after lunch, a contract worth USD 25 million was signed"
        return Decimal(0), Decimal("Infinity")
    told = any(word.end() == len(between) for word in _costs(fact.evidence.lang).finditer(between))
    return works[match.group()] if told else (Decimal(0), Decimal("Infinity"))


def _goods(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """ "118,000 tonnes worth USD 412": less for a kilogram than dust costs, or more than gold."""
    for one, other in pairwise(facts):
        weighed, paid = one.figure, other.figure
        if weighed.kind != "measure" or weighed.unit not in _KILOGRAMS or weighed.per or paid.kind != "money" or paid.per:
            continue
        between = evidence.between(weighed, paid)
        worth = one.sentence == other.sentence and len(between) <= _BETWEEN and evidence.has("worths", between)
        if not worth or not one.value or not dollars(other) or evidence.has("unworths", between):
            continue
        each = dollars(other) / (one.value * _KILOGRAMS[weighed.unit])
        if not _CHEAPEST <= each <= _DEAREST:
            yield evidence.found("too_small" if each < _CHEAPEST else "too_large", [paid], text=paid.text)


@cache
def _works(lang: str) -> tuple[dict[str, tuple[Decimal, Decimal]], re.Pattern[str]]:
    table: dict[str, Any] = vocabulary(lang).get("costs", {})
    works = {word: (Decimal(least), Decimal(most)) for word, (least, most) in table.get("works", {}).items()}
    return works, any_of([*works, *table.get("others", [])])


@cache
def _costs(lang: str) -> re.Pattern[str]:
    return any_of(vocabulary(lang).get("costs", {}).get("words", ()))
