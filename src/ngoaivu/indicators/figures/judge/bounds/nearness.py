"""Bounds of what is named near a figure «tầm vóc»: rooms of a hotel, days of a visit, metres above the sea, people of a village.

The data files tell in the tables under `near`, for each quantity, what bears it with the most (or the least and the most) it can
have, generously; `others` take a figure away from a bearer before them (anywhere near where the table is `strict`), and `any`
bounds whatever bears it.
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
from ..forms.kinds import unhedged, unit_shown
from ..lists import any_of

_REACH, _BEHIND, _CLAUSE = 120, 44, 60  # characters
_NAME = 40  # characters of a mountain before its height in brackets
_FEW = 3  # words between a bearer and its figure that link by themselves
_STOP = re.compile(r"[;\n]|[.!?] ")
_SEVERAL = re.compile(r"\d\s*$")
_SIDES = ("heights", "widths", "depths")
_TIGHT = ("days", "areas")  # a text tells many times and areas, few of them of what is named before
_ANYTHING = (Decimal(0), Decimal("Infinity"))
_PEOPLE = ("seats", "staff", "pupils", "inhabitants")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The bounds of one quantity in one language."""

    bearers: dict[str, tuple[Decimal, Decimal]]
    pattern: re.Pattern[str]
    any: Decimal
    strict: bool


def check_nearness(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Figures that what is named near them cannot have."""
    for fact in facts:
        for quantity, factor in _quantities(fact):
            least, most = _span(fact, quantity)
            value = (fact.figure.high or fact.value) * factor
            broken = "too_large" if value > most else "too_small" if value < least else None
            if broken:
                yield evidence.found(broken, [fact.figure], text=fact.figure.text)


def _quantities(fact: Fact) -> Iterator[tuple[str, Decimal]]:
    """What a figure may measure, with the size of its unit."""
    figure = fact.figure
    if figure.kind not in ("count", "measure") or figure.unit is None or figure.of is not None or not unit_shown(figure):
        return
    unit = f"{figure.unit}/{figure.per}" if figure.per and figure.kind == "measure" else figure.unit
    for quantity, factors in vocabulary("en")["near"]["units"].items():
        factor = factors.get(unit, factors.get(figure.unit) if quantity == "days" or figure.per == "animal" else None)
        name = _named(fact, quantity) if factor is not None else None
        if name:
            yield name, Decimal(str(factor))
        if quantity == "people" and factor is not None and _sort(fact, ("guests",)):
            yield "guests", Decimal(str(factor))


def _named(fact: Fact, quantity: str) -> str | None:
    """The quantity by the words around: a length may be a height, people may be pupils."""
    around = fact.evidence.before(fact.figure, _CLAUSE) + " " + fact.figure.text.lower() + " " + fact.tail[:_BEHIND]
    told = fact.figure.text.lower()
    if quantity == "days" and (fact.evidence.has("ages", told) or _longer(fact, told)):
        return None
    if quantity == "places":
        return "seats"
    if quantity == "rain":
        return quantity if _has(fact, "rains", around) else None
    if quantity == "lengths":
        return _side(fact)
    if quantity == "people":
        return _sort(fact)
    return quantity


def _longer(fact: Fact, told: str) -> bool:
    """Whether a time is that of friends or of a term, whatever meets in it: "the term of the tenth Congress lasted 5 years"."""
    evidence = fact.evidence
    return evidence.has("no_spans", told + fact.tail[:_NAME]) or evidence.has("span_heads", evidence.before(fact.figure, _REACH))


def _side(fact: Fact) -> str | None:
    """Which length: above the sea, high, wide, deep, away, or long."""
    opening, tail = re.split(r"\d", fact.figure.text.lower(), maxsplit=1)[0], fact.tail.lstrip(" -")
    told = (fact.lead + opening).rstrip()
    lead = unhedged(fact.evidence.lang, told)
    if _pattern(fact.evidence.lang, "altitudes_behind").match(tail) or _ends(fact, "altitudes", told) or _ends(fact, "altitudes", lead):
        return "altitudes"
    if told.endswith("(") and _has(fact, "peaks", told[-_NAME:]):
        return "altitudes"
    side = next((s for s in _SIDES if fact.evidence.ends_with(s, lead) or fact.evidence.starts_with(s, tail)), None)
    if side:
        return side
    if _pattern(fact.evidence.lang, "distances_behind").match(tail) or _has(fact, "distances", lead[-_CLAUSE:]):
        return "distances"
    return "lengths"


def _sort(fact: Fact, sorts: tuple[str, ...] = _PEOPLE) -> str | None:
    """What people a figure counts; None where the words do not tell."""
    lang, told = fact.evidence.lang, fact.figure.text.lower() + " " + fact.tail[:12]
    if "seats" in sorts and _ends(fact, "seat_verbs", unhedged(lang, fact.lead)):
        return "seats"
    return next((sort for sort in sorts if _has(fact, sort, told) or _ends(fact, sort, unhedged(lang, fact.lead))), None)


def _span(fact: Fact, quantity: str) -> tuple[Decimal, Decimal]:
    """The least and the most there can be, by the bearer named last before the figure, else behind it."""
    bounds = _bounds(fact.evidence.lang, quantity)
    if bounds is None:
        return _ANYTHING
    before = _STOP.split(fact.evidence.before(fact.figure, _REACH))[-1]
    found = list(bounds.pattern.finditer(before))
    if bounds.strict and any(match.group() not in bounds.bearers for match in (*found, *bounds.pattern.finditer(fact.tail))):
        return _ANYTHING
    if not found or _behind(fact, bounds, adjoining=True):
        least, most = _behind(fact, bounds, adjoining=False) or _ANYTHING
        return least, min(most, bounds.any)
    single = (match for match in reversed(found) if not _several(fact.evidence, before[: match.start()]))
    match = next(single, None)
    if match is None or match.group() not in bounds.bearers or (match is not found[-1] and match.group() == found[-1].group()):
        return _ANYTHING
    least, most = bounds.bearers[match.group()]
    tight = _linked(fact, quantity, before[match.end() :])
    return (least if tight else Decimal(0)), (most if tight or quantity not in _TIGHT else _ANYTHING[1])


def _behind(fact: Fact, bounds: Bounds, *, adjoining: bool) -> tuple[Decimal, Decimal] | None:
    """The bearer behind "of the", "in this", or right behind: "2.5 million inhabitants of the commune", "a 3,000-day visit"."""
    tail = re.split("[,;.(]", fact.tail[:_BEHIND])[0]
    match = bounds.pattern.match(tail.lstrip(" -"))
    join = None if match or adjoining else _pattern(fact.evidence.lang, "joins").search(tail)
    match = bounds.pattern.match(tail[join.end() :].lstrip()) if join else match
    return bounds.bearers.get(match.group()) if match else None


def _linked(fact: Fact, quantity: str, between: str) -> bool:
    """Whether a figure is told of its bearer itself: by a word that links the two, or right behind it."""
    lang, links = fact.evidence.lang, f"{quantity}_links"
    bare = unhedged(lang, between.strip(" :(|"))
    if not bare or _ends(fact, links, bare):
        return True
    plain = not set(between) & set(",:") and not _ends(fact, "unlinked", between.rstrip())
    return plain and (len(bare.split()) <= _FEW or _has(fact, links, between) or (quantity not in _TIGHT and not any(c.isdigit() for c in between)))


def _several(evidence: Evidence, before: str) -> bool:
    """Whether the bearer is not one: "12 khách sạn", "all the hotels"."""
    return _SEVERAL.search(before) is not None or evidence.ends_with("several", before.rstrip())


def _has(fact: Fact, words: str, text: str) -> bool:
    return _pattern(fact.evidence.lang, words).search(text) is not None


def _ends(fact: Fact, words: str, text: str) -> bool:
    return any(match.end() == len(text) for match in _pattern(fact.evidence.lang, words).finditer(text))


@cache
def _pattern(lang: str, words: str) -> re.Pattern[str]:
    return any_of(vocabulary(lang).get("near", {}).get("words", {}).get(words, ()))


@cache
def _bounds(lang: str, quantity: str) -> Bounds | None:
    near: dict[str, Any] = vocabulary(lang).get("near", {})
    if quantity not in near:
        return None
    table = near[quantity]
    bearers = {word: _pair(most) for word, most in table.items() if word not in ("any", "others", "strict")}
    return Bounds(bearers, any_of([*bearers, *table.get("others", [])]), Decimal(str(table.get("any", "Infinity"))), table.get("strict", False))


def _pair(bound: Any) -> tuple[Decimal, Decimal]:
    least, most = bound if isinstance(bound, list) else (0, bound)
    return Decimal(str(least)), Decimal(str(most))
