"""What a province, a district, a commune is «hồ sơ địa phương»: a province of 620 people or 4.7 km², an economy of VND 96 million.

The rows `profiles` of the data files name the words that head such a figure, those that take it away, and for each sort of place the
least and the most there can be, in people, square metres or US dollars; of several places named the smallest counts.
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
from ..forms.extents import ends_here
from ..forms.kinds import unhedged
from ..lists import any_of
from .prices import dollars

_REACH, _REST, _SENTENCE, _BEHIND = 110, 50, 240, 30  # characters
_CLAUSE = re.compile(r"[,;](?!\d)|\.(?!\d)")
_YEAR = re.compile(r"\(?(?:19|20)\d\d\)?")
_MONEY = {"economy": (None, "year"), "income": (None, "year", "person")}  # what an amount may be counted over
_SEVERAL = re.compile(r"\d\s*$")

Span = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Profile:
    """One row of the table, compiled."""

    quantity: str
    heads: re.Pattern[str]
    unless: re.Pattern[str]
    places: dict[str, Span]
    pattern: re.Pattern[str]
    any: Span


def check_profiles(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Figures of a place that no such place can have."""
    for fact in facts:
        for profile in _profiles(evidence.lang):
            value = _measured(fact, profile.quantity)
            if value is None or not _headed(fact, profile):
                continue
            least, most = _span(fact, profile)
            broken = "too_large" if value > most else "too_small" if value < least else None
            if broken:
                yield evidence.found(broken, [fact.figure], told=_told(broken, profile), text=fact.figure.text)
                break


def _told(broken: str, profile: Profile) -> str:
    return "place_too_small" if broken == "too_small" and profile.quantity not in _MONEY else broken


def _measured(fact: Fact, quantity: str) -> Decimal | None:
    """How much of the quantity a figure tells; None where it is another one."""
    figure = fact.figure
    value = figure.high or fact.value
    if figure.of is not None or value <= 0:
        return None
    if quantity in _MONEY:
        return dollars(fact) or None if figure.kind == "money" and figure.per in _MONEY[quantity] else None
    if quantity == "areas":
        factor = vocabulary("en")["near"]["units"]["areas"].get(figure.unit)
        return value * factor if figure.kind == "measure" and figure.per is None and factor else None
    return value if figure.kind == "count" and figure.per is None and _bare_or_people(fact) else None


def _bare_or_people(fact: Fact) -> bool:
    last = fact.figure.text.lower().split()[-1]
    shown = last[-1].isdecimal() or last in vocabulary(fact.evidence.lang)["scales"]
    return fact.evidence.has("heads_counted", last) or (shown and ends_here(fact.evidence, fact.evidence.after(fact.figure, _BEHIND)))


def _headed(fact: Fact, profile: Profile) -> bool:
    """Whether a head of the row leads up to the figure with nothing but a place, a year or a hedge between."""
    if fact.evidence.row(fact.sentence):
        return False
    opening = re.split(r"\d", fact.figure.text.lower(), maxsplit=1)[0]
    clause = _CLAUSE.split(_YEAR.sub(" ", fact.evidence.before(fact.figure, _REACH)))[-1] + opening
    found = list(profile.heads.finditer(clause))
    if not found or profile.unless.search(clause) or profile.unless.search(_CLAUSE.split(fact.tail)[0][:_BEHIND]):
        return False
    rest = unhedged(fact.evidence.lang, clause[found[-1].end() :].strip().rstrip(": ("))
    return len(rest) <= _REST and not any(sign.isdecimal() or sign in "()" for sign in rest)


def _span(fact: Fact, profile: Profile) -> Span:
    """The bounds of the smallest place named before the figure in its sentence."""
    evidence = fact.evidence
    before = evidence.before(fact.figure, _SENTENCE)
    named = [match for match in profile.pattern.finditer(before) if not _several(fact, profile, before[: match.start()].rstrip())]
    spans = [profile.places[m.group()] for m in named if m.group() in profile.places]
    least, most = min(spans, default=profile.any)
    return least, Decimal("Infinity") if evidence.has("worldwide_places", before) else most


def _several(fact: Fact, profile: Profile, before: str) -> bool:
    """Whether the place is not one: "108 xã", "các xã"; "dân số tỉnh" is one."""
    headed = any(match.end() == len(before) for match in profile.heads.finditer(before))
    return _SEVERAL.search(before) is not None or (fact.evidence.ends_with("several", before) and not headed)


@cache
def _profiles(lang: str) -> tuple[Profile, ...]:
    return tuple(
        Profile(
            row["quantity"],
            any_of(row["heads"]),
            any_of(row.get("unless", ())),
            {word: _pair(span) for word, span in row.get("places", {}).items()},
            any_of([*row.get("places", {}), *row.get("others", ())]),
            _pair(row["any"]),
        )
        for row in vocabulary(lang).get("profiles", [])
    )


def _pair(span: list[float]) -> Span:
    return Decimal(str(span[0])), Decimal(str(span[1]))
