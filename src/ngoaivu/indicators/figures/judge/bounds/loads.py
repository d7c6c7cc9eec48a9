"""More people than what they are in can take «quá sức chứa»: one 29-seat coach for 2,600 members, 38,000 spectators in a hall of 400 seats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...model import Finding
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact
from ..lists import any_of

_CROWDED, _OVERFULL = 4, 10  # times the seats of a vehicle, of a hall
_FLIGHT, _ABOARD = 1_200, 10_000  # people of one flight, of one vessel
_FEW = 5  # figures from the seats to the people
_BEFORE, _BEHIND, _AROUND = 40, 30, 60  # characters
_WORD = re.compile(r"[^\W\d_]+")
_OTHER = 2  # words before the seats that say that there is one: "một xe khách 45 chỗ"


def check_loads(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """People beyond the seats told with them, and beyond what flies or floats at all."""
    for fact in facts:
        if _people(fact) and (_aboard(fact) or any(_too_many(seats, fact) for seats in _seats(facts, fact))):
            yield evidence.found("too_large", [fact.figure], text=fact.figure.text)


def _people(fact: Fact) -> bool:
    return fact.figure.kind == "count" and fact.figure.unit == "person" and fact.figure.per is None and fact.figure.of is None


def _aboard(fact: Fact) -> bool:
    """ "14,000 passengers on the same flight", "11,000 fishermen aboard"."""
    behind, before = fact.tail[:_AROUND].lstrip(" "), fact.lead.rstrip()
    if _found(fact, "turns", fact.lead[-_AROUND:] + fact.tail[:_AROUND]):
        return False
    flown = _found(fact, "flown", behind) or any(match.end() == len(before) for match in _words(fact.evidence.lang, "carried").finditer(before))
    return (flown and fact.value > _FLIGHT) or (fact.value > _ABOARD and _words(fact.evidence.lang, "aboard").match(behind) is not None)


def _seats(facts: list[Fact], fact: Fact) -> Iterator[Fact]:
    """The places told near people, in their sentence."""
    for other in facts[max(0, fact.place - _FEW) : fact.place + _FEW + 1]:
        if other.figure.unit == "place" and other.figure.kind == "count" and other.sentence == fact.sentence and other.value > 1:
            yield other


def _too_many(seats: Fact, people: Fact) -> bool:
    """Whether one vehicle, or one hall, is told to hold far more people than it has seats."""
    evidence = people.evidence
    start, end = evidence.bounds(people.sentence)
    sentence = evidence.lower[start:end]
    if people.value <= _CROWDED * seats.value or not _found(people, "filled", sentence) or _found(people, "turns", sentence):
        return False
    around = evidence.before(seats.figure, _BEFORE) + " " + seats.figure.text.lower() + " " + evidence.after(seats.figure, _BEHIND)
    if _found(people, "halls", around):
        return people.value > _OVERFULL * seats.value
    before = evidence.before(seats.figure, _BEFORE)
    single = any(_found(people, "single", word) for word in _WORD.findall(before)[-_OTHER:]) or _numbered(people, before)
    return single and _found(people, "vehicles", around)


def _numbered(fact: Fact, before: str) -> bool:
    """ "01 xe 45 chỗ"."""
    return re.search(r"(?<![\d.,])0?1 (?:[^\W\d_]+ ){0,3}$", before) is not None


def _found(fact: Fact, words: str, text: str) -> bool:
    return _words(fact.evidence.lang, words).search(text) is not None


@cache
def _words(lang: str, words: str) -> re.Pattern[str]:
    return any_of(vocabulary(lang).get("loads", {}).get(words, ()))
