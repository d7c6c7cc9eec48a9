"""So many for each of others «quá đông so với bên cạnh»: 540.000 học sinh in 18 lớp, three million children examined by 17 doctors.

A row of `crowding` in the data files names the people or things, those among whom they are divided, and the most that one of
these can have; `told` must stand in the sentence, where it is given, and `unless` takes the row away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from ...model import Finding
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact
from ..lists import any_of

_NEAR, _BEFORE, _BEHIND = 4, 24, 18  # figures between the two; characters that name what a figure counts
_STOP = re.compile(r"[,;:.()\n]")
_LEAST = 400  # fewer are no slip


@dataclass(frozen=True, slots=True)
class Crowd:
    """One row of the table, compiled."""

    many: re.Pattern[str]
    per: re.Pattern[str]
    most: Decimal
    told: re.Pattern[str] | None
    unless: re.Pattern[str]


def check_crowding(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Counts above what those told beside them can have."""
    for fact in facts:
        if fact.value >= _LEAST and _counted(fact) and any(_over(evidence, facts, fact, crowd) for crowd in _crowds(evidence.lang)):
            yield evidence.found("too_large", [fact.figure], text=fact.figure.text)


def _counted(fact: Fact) -> bool:
    figure = fact.figure
    return figure.kind == "count" and figure.of is None and figure.per is None and not (fact.base or fact.average)


def _over(evidence: Evidence, facts: list[Fact], fact: Fact, crowd: Crowd) -> bool:
    """Whether one of the nearest figures tells among how few they are divided."""
    if not crowd.many.search(_name(fact)) and not _ends(crowd.many, _STOP.split(fact.lead)[-1]):
        return False
    start, end = evidence.bounds(fact.sentence)
    told = evidence.lower[start:end]
    if (crowd.told and not crowd.told.search(told)) or crowd.unless.search(told):
        return False
    near = facts[max(0, fact.place - _NEAR) : fact.place + _NEAR + 1]
    among = [f for f in near if f is not fact and f.sentence == fact.sentence and _counted(f) and crowd.per.search(_name(f))]
    among = [f for f in among if ";" not in evidence.between(*sorted((f.figure, fact.figure), key=lambda m: m.start))]
    return bool(among) and fact.value > crowd.most * max(f.value for f in among)


def _name(fact: Fact) -> str:
    """The words that name what a figure counts."""
    return f"{fact.figure.text.lower()} {_STOP.split(fact.tail)[0][:_BEHIND]}"


def _ends(pattern: re.Pattern[str], lead: str) -> bool:
    """Whether the noun stands right before the number: "with a staff of 38,000"."""
    words = lead[-_BEFORE:].rstrip().removesuffix(" of").removesuffix(" là").removesuffix(":")
    return any(match.end() == len(words) for match in pattern.finditer(words))


@cache
def _crowds(lang: str) -> tuple[Crowd, ...]:
    return tuple(
        Crowd(any_of(row["many"]), any_of(row["per"]), Decimal(row["most"]), any_of(row["told"]) if "told" in row else None, any_of(row["unless"]))
        for row in vocabulary(lang).get("crowding", [])
    )
