"""Units that do not go with what is done or held «đơn vị lạc»: "a tank holding 5,000 hours", "đón 3.200 kg khách", "trồng 1,8 độ C".

The rows `pulls` of the data files tell what a clause must have for a unit to be wrong: words somewhere before the figure (`words`),
right before it (`ends`) and right behind it (`nouns`), whichever a row names; with `told` the figure is what the clause tells, "reached 98".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact
from ..lists import any_of
from .kinds import ending_with, kind_of, said, unhedged

_CLAUSE = re.compile(r"[.,;:(\n|•–](?!\d)")
_LABEL = re.compile(r"[:|]\s*$")
_REACH, _BEHIND = 100, 40  # characters
_ABOVE = 240  # characters before a temperature that may speak of warmth


@dataclass(frozen=True, slots=True)
class Pull:
    """One row of the table, compiled; what a row does not name is None."""

    words: re.Pattern[str] | None
    ends: re.Pattern[str] | None
    nouns: re.Pattern[str] | None
    unless: re.Pattern[str]
    told: bool
    wanted: str
    wrong: frozenset[str]


def check_pulls(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Figures whose unit does not go with the words around, and temperatures where nothing is warm or cold."""
    for fact in facts:
        kind = _kind(fact.figure)
        if kind is None:
            continue
        pulled = next((row for row in _pulls(evidence.lang) if kind in row.wrong and _pulls_at(row, fact)), None)
        if pulled:
            yield evidence.found("wrong_unit", [fact.figure], text=fact.figure.text, wanted=said(evidence.spoken, pulled.wanted))
        elif kind == "degrees" and _astray(fact):
            yield evidence.found("wrong_unit", [fact.figure], told="stray_degrees", text=fact.figure.text)


def _kind(figure: Mention) -> str | None:
    """What a figure measures; a growth told in a unit, "tăng 8,1 km", by a name of its own."""
    if figure.kind != "growth" or figure.unit is None:
        return kind_of(figure)
    kind = kind_of(replace(figure, kind="measure"))
    return f"{kind}_grown" if kind else None


def _pulls_at(row: Pull, fact: Fact) -> bool:
    """Whether everything a row names stands where it should."""
    lead, behind = _clause(fact), _CLAUSE.split(fact.tail.lstrip(" -")[:_BEHIND])[0]
    bare = unhedged(fact.evidence.lang, lead)
    if row.unless.search(lead) or row.unless.search(behind) or fact.evidence.has("respective", lead):
        return False
    return (
        (row.words is None or row.words.search(lead) is not None)
        and (row.ends is None or row.ends.search(lead) is not None or row.ends.search(bare) is not None)
        and (row.nouns is None or any(row.nouns.match(words) for words in (behind, behind.removeprefix("of "))))
        and (not row.told or bare != lead or _labelled(fact))
    )


def _clause(fact: Fact) -> str:
    """The words from the last mark of punctuation to a figure; a label before a colon is one."""
    body = _LABEL.sub("", fact.evidence.before(fact.figure, _REACH).rstrip())
    opening = re.split(r"\d", fact.figure.text.lower(), maxsplit=1)[0]
    clause = (_CLAUSE.split(body)[-1].strip(" -+*•–\t") + " " + opening).rstrip()
    return clause.removesuffix(" từ") if fact.figure.high is not None else clause


def _labelled(fact: Fact) -> bool:
    return _LABEL.search(fact.lead.rstrip()) is not None


def _astray(fact: Fact) -> bool:
    """A temperature, named as one, in a text that says nothing of warmth."""
    table = _degrees(fact.evidence.lang)
    if not table or not table["shown"].search(fact.figure.text.lower()) or table["before"].search(_clause(fact)):
        return False
    _, end = fact.evidence.bounds(fact.sentence)
    around = fact.evidence.lower[max(0, fact.figure.start - _ABOVE) : min(end, fact.figure.end + _ABOVE)]
    return table["warm"].search(around) is None


@cache
def _pulls(lang: str) -> tuple[Pull, ...]:
    return tuple(_compiled(row, lang) for row in vocabulary(lang).get("kinds", {}).get("pulls", []))


def _compiled(row: dict[str, Any], lang: str) -> Pull:
    nouns = (*row.get("nouns", ()), *(name.lower() for unit in row.get("named", ()) for name in vocabulary(lang)["units"].get(unit, ())))
    return Pull(
        any_of(row["words"]) if "words" in row else None,
        ending_with(row["ends"]) if "ends" in row else None,
        any_of(nouns) if nouns else None,
        any_of(row.get("unless", ())),
        row.get("told", False),
        row["want"],
        frozenset(row["not"]),
    )


@cache
def _degrees(lang: str) -> dict[str, re.Pattern[str]]:
    table = vocabulary(lang).get("kinds", {}).get("degrees", {})
    return {
        name: ending_with(words) if name == "before" else re.compile("|".join(map(re.escape, words))) if name == "shown" else any_of(words)
        for name, words in table.items()
    }
