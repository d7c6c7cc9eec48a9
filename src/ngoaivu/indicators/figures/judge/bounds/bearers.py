"""Bounds of what bears a figure «vật mang số đo»: hours of one flight, metres of one tower, people of one delegation.

The data files tell, for each quantity, the bearers with the most they can have, the others that only take a figure away from a
bearer named before them, and the links that may stand between a bearer and its figure.
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

_REACH = 100  # characters before a figure that may name its bearer
_SEVERAL = re.compile(r"\d\s*$")


def check_bearers(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Figures above what the one thing they are said of can have."""
    for fact in facts:
        quantity, value = _measured(fact)
        most = _most(fact, quantity) if quantity else None
        if most is not None and value > most:
            yield evidence.found("too_large", [fact.figure], text=fact.figure.text)


def _measured(fact: Fact) -> tuple[str | None, Decimal]:
    """What a figure measures and how much of it, in the unit of the bounds; a length may be a height, a width or a depth."""
    figure = fact.figure
    if figure.kind not in ("count", "measure") or figure.unit is None or figure.of is not None:
        return None, Decimal(0)
    unit = f"{figure.unit}/{figure.per}" if figure.per else figure.unit
    known = ((name, factors[unit]) for name, factors in vocabulary("en")["quantities"].items() if unit in factors)
    name, factor = next(known, (None, 0))
    value = (figure.high or fact.value) * Decimal(str(factor))
    if name == "metres":
        lead, tail = fact.lead.rstrip(), fact.tail.lstrip()
        dimensions = ("heights", "widths", "depths")
        name = next((d for d in dimensions if fact.evidence.ends_with(d, lead) or fact.evidence.starts_with(d, tail)), name)
    return name, value


def _most(fact: Fact, quantity: str) -> Decimal | None:
    """The most the bearer of a figure can have: named right behind it, or last before it with nothing but a link between."""
    evidence = fact.evidence
    bearers, pattern = _bearers(evidence.lang, quantity)
    behind = pattern.match(fact.tail.lstrip())
    if behind and behind.group() in bearers:
        return bearers[behind.group()]
    before = evidence.before(fact.figure, _REACH).split(";")[-1]
    found = list(pattern.finditer(before))
    if evidence.ends_with("numbers_off", before.rstrip()):
        found = [match for match in found if match.group() in bearers] or found
    match = found[-1] if found else None
    if match is None or _several(evidence, before[: match.start()]):
        return None
    between = before[match.end() :].strip(" (")
    linked = not between or between.endswith(":") or evidence.ends_with("links", between)
    return bearers.get(match.group()) if linked else None


def _several(evidence: Evidence, before: str) -> bool:
    """Whether the bearer is not one: "20 xe buýt", "các đoàn"."""
    return _SEVERAL.search(before) is not None or evidence.ends_with("several", before.rstrip())


@cache
def _bearers(lang: str, quantity: str) -> tuple[dict[str, Decimal], re.Pattern[str]]:
    """The bounded bearers of a quantity, and one expression for these and the others."""
    table: dict[str, Any] = vocabulary(lang)["bounds"].get("bearers", {}).get(quantity, {})
    others = table.get("others", [])
    bounded = {word: Decimal(str(most)) for word, most in table.items() if word != "others"}
    return bounded, any_of([*bounded, *others])
