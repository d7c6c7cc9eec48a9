"""The unit of a caption against its text «đơn vị của bảng và lời văn»: "(US$ billion) … Total: 4.3" above "disbursed US$4.3 million"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from ...model import Finding
from ..agreement import agrees
from ..evidence import Evidence
from ..facts import Fact

_LONG = 3  # digits that are no others by mere chance
_STEPS = frozenset({Decimal(1_000), Decimal(1_000_000), Decimal(1_000_000_000)})
_BARE = re.compile(r"\d[\d.,]*")
_LETTER = re.compile(r"[^\W\d_]")

_Key = tuple[str, str | None, str]


def check_scaled(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """A figure of the text a thousand times one of the rows above it, whose unit stands in the caption only."""
    rows: defaultdict[_Key, list[Fact]] = defaultdict(list)
    for fact in facts:
        if _row(evidence, fact):
            rows[_key(fact)].append(fact)
        elif rows and _prose(evidence, fact):
            one = next((row for row in rows[_key(fact)] if _scaled(row, fact) and _meant(row, fact)), None)
            if one is not None and not any(agrees(row.figure, fact.figure) for told in rows.values() for row in told if _like(row, fact)):
                shown = {"one": evidence.say(one.value, one.figure), "other": fact.figure.text}
                yield evidence.found("two_values", [fact.figure], **shown)


def _key(fact: Fact) -> _Key:
    return fact.figure.kind, fact.figure.unit, fact.shown.rstrip("0")


def _like(one: Fact, other: Fact) -> bool:
    return one.figure.unit == other.figure.unit and one.figure.kind == other.figure.kind


def _row(evidence: Evidence, fact: Fact) -> bool:
    """Whether a figure is a bare number of a row, with a unit from elsewhere."""
    return fact.figure.unit is not None and _BARE.fullmatch(fact.figure.text) is not None and evidence.listed(fact.sentence)


def _prose(evidence: Evidence, fact: Fact) -> bool:
    """Whether a figure of the text names its own unit."""
    return (
        fact.figure.unit is not None
        and _LETTER.search(fact.figure.text) is not None
        and not (evidence.row(fact.sentence) or fact.plan or _wider(fact))
    )


def _wider(fact: Fact) -> bool:
    """Whether a figure is of the whole country or the world, where the table is of the province."""
    start, end = fact.evidence.bounds(fact.sentence)
    return fact.evidence.has("wider_places", fact.evidence.lower[start:end])


def _scaled(one: Fact, other: Fact) -> bool:
    low, high = sorted((one.value, other.value))
    return low > 0 and high / low in _STEPS


def _meant(one: Fact, other: Fact) -> bool:
    """Whether the two must be one: by their digits, by one year, or as the total of the rows."""
    if one.mark and other.mark and not other.base and one.mark.scope.differs(other.mark.scope):
        return False
    digits = len(other.shown.rstrip("0"))
    total = one.evidence.starts_with("total_lines", one.label)
    year = one.mark is not None and other.mark is not None and one.mark.scope == other.mark.scope
    return digits >= _LONG or (digits > 1 and (total or year))
