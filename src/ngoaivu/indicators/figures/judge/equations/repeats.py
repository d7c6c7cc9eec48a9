"""The same thing told twice «nói hai lần»: two figures of one sort in two places, the title's among them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..agreement import agrees, opposed
from ..arithmetic import slip
from ..evidence import Evidence
from ..facts import Fact
from .model import Equation, Traits, apart

_SWAPPED = Decimal("0.012")  # two digits of three in each other's place, or rarer
_FAR, _TENFOLD, _CHANCE = 0.9, 2.2, 0.05  # logarithms between which nobody meant one value, unless a slip explains it
_COMPARED = 25  # earlier figures of its sort one figure is compared with: keeps long texts linear


def repeats(evidence: Evidence, facts: list[Fact], title_end: int) -> Iterator[Equation]:
    """Every pair of figures that may be the same thing told twice."""
    told: dict[str, list[Fact]] = {}
    for other in facts:
        kind = "value" if other.figure.kind in ("count", "measure") else other.figure.kind
        earlier = told.setdefault(kind, [])
        for one in earlier[-_COMPARED:]:
            titled = one.figure.start < title_end <= other.figure.start
            alike = _may_be_one(evidence, one, other) or (titled and slip(other.figure, abs(one.value)) <= _SWAPPED)
            if one.value and other.value and alike and (titled or one.wide & other.wide):
                yield _repeat(earlier, one, other, titled)
        earlier.append(other)


def _may_be_one(evidence: Evidence, one: Fact, other: Fact) -> bool:
    """Of one unit or none, and in two sentences, or pointed back at in one."""
    alike = one.figure.unit == other.figure.unit or None in (one.figure.unit, other.figure.unit)
    return alike and (one.sentence != other.sentence or other.definite or ";" in evidence.between(one.figure, other.figure))


def _repeat(earlier: list[Fact], one: Fact, other: Fact, titled: bool) -> Equation:
    first, second = one.figure, other.figure
    whole = second.of if second.of is not None and first.of is None else abs(other.value)  # "120 of the 153" points back with its whole
    values = abs(one.value), abs(other.value)
    same = values[0] in (values[1], whole) and not opposed(first, second)
    roles, figures = (("other", other), ("one", one)), (other, one)
    if same or agrees(first, second) or agrees(second, first):
        return Equation("repeat", roles, figures, True, one.value)
    chance, error = float(min(slip(second, values[0]), slip(first, values[1]))), apart(Decimal(whole), one.value)
    hopeless = _FAR < abs(error) < _TENFOLD and chance > _CHANCE and not titled
    return Equation("repeat", roles, figures, False, one.value, error, chance, {} if hopeless else _seen(earlier, one, other, titled))


def _seen(earlier: list[Fact], one: Fact, other: Fact, titled: bool) -> Traits:
    first, second = one.figure, other.figure
    return {
        "title": float(titled),
        first.kind: 1.0,
        "value told before": float(any(fact.value == other.value for fact in earlier)),
        "told again": float(any(fact.value == one.value for fact in earlier if fact is not one)),
        "first of its unit": float(not any(fact.figure.unit == first.unit for fact in earlier if fact.place < one.place)),
        "part of a whole": float(second.of is not None or first.of is not None),
        "range": float(second.high is not None or first.high is not None),
        "signs": float(one.value * other.value < 0),
        "all words": float(bool(other.words) and other.words <= one.wide),
        f"{min(6, len(one.wide & other.wide))} wide": 1.0,
    }
