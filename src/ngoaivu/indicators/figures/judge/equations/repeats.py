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
_ABOVE, _BELOW, _CLOSE = ("over", "at_least"), ("near", "under", "at_most"), Decimal("0.12")
_COMPARED = 25  # earlier figures of its sort one figure is compared with: keeps long texts linear


def repeats(evidence: Evidence, facts: list[Fact], title_end: int) -> Iterator[Equation]:
    """Every pair of figures that may be the same thing told twice."""
    told: dict[str, list[Fact]] = {}
    bearers = _bearers(facts, title_end)
    for other in facts:
        kind = other.figure.kind
        earlier = told.setdefault(kind, [])
        for one in earlier[-_COMPARED:]:
            titled = one.figure.start < title_end <= other.figure.start
            alike = _may_be_one(evidence, one, other) or (titled and slip(other.figure, abs(one.value)) <= _SWAPPED)
            if one.value and other.value and alike and (titled or one.wide & other.wide):
                equation = _repeat(earlier, one, other, titled)
                if equation.holds or not (
                    titled and _borne_out(one, other, bearers[one.place])
                ):  # else the body's own figure is the one to compare with
                    yield equation
        earlier.append(other)


def _bearers(facts: list[Fact], title_end: int) -> dict[int, list[Fact]]:
    """For each figure of the title those of the body that tell it truly: no plan, and no base of a comparison."""
    title = [fact for fact in facts if fact.figure.start < title_end]
    body = [fact for fact in facts[len(title) :] if not (fact.plan or fact.base)]
    return {one.place: [fact for fact in body if one.figure.unit == fact.figure.unit and agrees(one.figure, fact.figure)] for one in title}


def _borne_out(one: Fact, other: Fact, bearers: list[Fact]) -> bool:
    """Whether the body tells a title's figure truly with a value closer to it than `other`."""
    gap = abs(one.value - other.value)
    return any(abs(one.value - fact.value) < gap for fact in bearers)


def _may_be_one(evidence: Evidence, one: Fact, other: Fact) -> bool:
    """Of one unit or none, and in two sentences, or pointed back at in one."""
    alike = one.figure.unit == other.figure.unit or None in (one.figure.unit, other.figure.unit)
    return alike and (one.sentence != other.sentence or (other.definite and not other.base) or ";" in evidence.between(one.figure, other.figure))


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
    seen = {} if hopeless else _seen(earlier, one, other, titled)
    return Equation("repeat", roles, figures, False, one.value, error, chance, seen)


def _wrong_side(one: Fact, other: Fact) -> bool:
    """Whether a hedge names the wrong side of a value close by: "over 1 billion" of 987 million."""
    said, real = abs(one.value), abs(other.value)
    wrong = real < said if one.figure.hedge in _ABOVE else real > said if one.figure.hedge in _BELOW else False
    return wrong and abs(real - said) <= said * _CLOSE and one.figure.unit == other.figure.unit


def _seen(earlier: list[Fact], one: Fact, other: Fact, titled: bool) -> Traits:
    first, second = one.figure, other.figure
    return {
        "title": float(titled),
        "title on the wrong side": float(titled and _wrong_side(one, other)),
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
