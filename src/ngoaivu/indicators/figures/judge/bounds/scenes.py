"""What cannot be where it is told «bối cảnh»: 4.000 delegations received in one morning, a loan of the World Bank of USD 45.

A row of `scenes` in the data files names what is counted or paid, the words that must stand in the sentence (one of each list of
`told`), those that take the row away, and the least and the most there can be; `per` is what the figure may be counted over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from ...model import Finding
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact
from ..lists import any_of
from .prices import dollars

_BEHIND, _SENTENCE = 40, 400  # characters behind a figure that name it; of a sentence looked at
_STOP, _CLAUSE = re.compile(r"[,;:.()\n]"), re.compile(r"[;\n]|\.(?!\d)")
_KINDS = ("count", "money", "growth", "share")


@dataclass(frozen=True, slots=True)
class Scene:
    """One row of the table, compiled."""

    kind: str
    named: re.Pattern[str]
    told: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str]
    per: frozenset[str | None]
    least: Decimal
    most: Decimal


def check_scenes(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Figures that what their sentence speaks of cannot have."""
    for fact in facts:
        if fact.figure.kind not in _KINDS or fact.figure.of is not None or not fact.value:
            continue
        for scene in _scenes(evidence.lang):
            value = _measured(fact, scene)
            if value is not None and not scene.least <= value <= scene.most and _in(evidence, fact, scene):
                yield evidence.found("too_large" if value > scene.most else "too_small", [fact.figure], text=fact.figure.text)
                break


def _measured(fact: Fact, scene: Scene) -> Decimal | None:
    """How much of the quantity of a row a figure tells; None where it is another."""
    figure = fact.figure
    if figure.per not in scene.per:
        return None
    if scene.kind == "money":
        return dollars(fact) or None if figure.kind == "money" else None
    if scene.kind == "rate":
        return abs(fact.value) if figure.kind in ("growth", "share") and figure.unit is None else None
    return (figure.high or fact.value) if figure.kind == scene.kind else None


def _in(evidence: Evidence, fact: Fact, scene: Scene) -> bool:
    """Whether a figure is what a row names, in a sentence that speaks of it."""
    lead = _CLAUSE.split(evidence.before(fact.figure, _SENTENCE))[-1]
    behind = _STOP.split(fact.tail)[0][:_BEHIND]
    if not (scene.named.search(f"{fact.figure.text.lower()} {behind}") or _leads(evidence, scene, fact)):
        return False
    told = f"{lead} {fact.figure.text.lower()} {_CLAUSE.split(evidence.after(fact.figure, _SENTENCE))[0]}"
    return all(words.search(told) for words in scene.told) and not scene.unless.search(told)


def _leads(evidence: Evidence, scene: Scene, fact: Fact) -> bool:
    """Whether what a row names stands before the figure in its clause."""
    lead = evidence.before(fact.figure, _SENTENCE) if scene.kind == "money" else fact.lead
    return scene.named.search(_STOP.split(lead)[-1]) is not None


@cache
def _scenes(lang: str) -> tuple[Scene, ...]:
    return tuple(_scene(row) for row in vocabulary(lang).get("scenes", []))


def _scene(row: dict[str, Any]) -> Scene:
    per = frozenset(unit or None for unit in row.get("per", [""]))
    bounds = Decimal(str(row.get("least", 0))), Decimal(str(row.get("most", "Infinity")))
    return Scene(row["kind"], any_of(row["named"]), tuple(any_of(words) for words in row["told"]), any_of(row["unless"]), per, *bounds)
