"""The same thing told twice «nói hai lần»: two figures of one sort in two places, the title's among them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from ...vocabulary import vocabulary
from ..again.apart import clause_of, named_before
from ..agreement import agrees, opposed
from ..evidence import Evidence
from ..facts import Fact
from .model import Equation, Traits, apart

_SWAPPED = Decimal("0.012")  # two digits of three in each other's place, or rarer
_FAR, _CHANCE = 0.4, 0.25  # farther off, as a logarithm, nobody meant one value, unless a slip explains it
_ABOVE, _BELOW, _CLOSE = ("over", "at_least"), ("near", "under", "at_most"), Decimal("0.12")
_TERM = 130  # characters before a figure in which the term it speaks of is told
_COMPARED = 25  # earlier figures of its sort one figure is compared with: keeps long texts linear


@dataclass
class _Earlier:
    """The figures of one kind so far: their values, and the first of each unit."""

    facts: list[Fact] = field(default_factory=list)
    values: Counter[Decimal] = field(default_factory=Counter)
    firsts: dict[str | None, int] = field(default_factory=dict)

    def add(self, fact: Fact) -> None:
        self.facts.append(fact)
        self.values[fact.value] += 1
        self.firsts.setdefault(fact.figure.unit, fact.place)


def repeats(evidence: Evidence, facts: list[Fact], title_end: int) -> Iterator[Equation]:
    """Every pair of figures that may be the same thing told twice."""
    told: defaultdict[str, _Earlier] = defaultdict(_Earlier)
    bearers, terms = _bearers(facts, title_end), {fact.place: _term(fact) for fact in facts}
    for other in facts:
        earlier = told[other.figure.kind]
        for one in earlier.facts[-_COMPARED:]:
            titled = one.figure.start < title_end <= other.figure.start
            if terms[one.place] != terms[other.place] and terms[one.place] and terms[other.place]:
                continue
            alike = _may_be_one(evidence, one, other) or (titled and other.slip(abs(one.value)) <= _SWAPPED)
            if one.value and other.value and alike and (titled or one.wide & other.wide):
                equation = _repeat(earlier, one, other, titled)
                borne_out = titled and _borne_out(one, other, bearers[one.place])
                if equation.holds or not borne_out:  # else the body's own figure is the one to compare with
                    yield equation
        earlier.add(other)


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
    if _over_and_under(one, other) or _other_label(one, other) or _other_name(one, other):
        return False
    return alike and (one.sentence != other.sentence or (other.definite and not other.base) or ";" in evidence.between(one.figure, other.figure))


def _over_and_under(one: Fact, other: Fact) -> bool:
    """A part of something, "80%", and a level reached, "180% of the plan"."""
    return one.figure.kind == other.figure.kind == "share" and (one.value > 1) != (other.value > 1)


def _other_label(one: Fact, other: Fact) -> bool:
    """Two lines with labels of their own: "Số học viên đăng ký: 64", "Số học viên hoàn thành khóa học: 60"."""
    listed = one.evidence.listed(one.sentence) and one.evidence.listed(other.sentence) and bool(one.label and other.label)
    mine, theirs = one.label.split(), other.label.split()
    return listed and mine[:2] == theirs[:2] and not ({*mine} <= {*theirs} or {*theirs} <= {*mine})


def _other_name(one: Fact, other: Fact) -> bool:
    """The same said of two: "Huyện Nà Rì có 21 xã. Huyện Bản Vược có 12 xã"."""
    mine, theirs = named_before(one), named_before(other)
    return bool(mine and theirs) and mine.isdisjoint(theirs) and clause_of(one).split()[:1] == clause_of(other).split()[:1]


def _term(fact: Fact) -> str:
    """The number of the term of office told last before a figure: "Ban Chấp hành khóa IV gồm 25 đồng chí. Ban Chấp hành khóa III có 21"."""
    found = [*_terms(fact.evidence.lang).finditer(fact.evidence.before(fact.figure, _TERM))]
    return next(part for part in found[-1].groups() if part) if found else ""


@cache
def _terms(lang: str) -> re.Pattern[str]:
    return re.compile(vocabulary(lang)["judge"].get("term_numbers", "(?!)"))


def _repeat(earlier: _Earlier, one: Fact, other: Fact, titled: bool) -> Equation:
    first, second = one.figure, other.figure
    whole = second.of if second.of is not None and first.of is None else abs(other.value)  # "120 of the 153" points back with its whole
    values = abs(one.value), abs(other.value)
    same = (values[0] in (values[1], whole) or first.of == values[1]) and not opposed(first, second)
    roles, figures = (("other", other), ("one", one)), (other, one)
    if same or agrees(first, second) or agrees(second, first):
        return Equation("repeat", roles, figures, True, one.value)
    chance, error = float(min(other.slip(values[0]), one.slip(values[1]))), apart(Decimal(whole), one.value)
    hopeless = abs(error) > _FAR and chance > _CHANCE and not titled
    seen = {} if hopeless else _seen(earlier, one, other, titled)
    return Equation("repeat", roles, figures, False, one.value, error, chance, seen)


def _wrong_side(one: Fact, other: Fact) -> bool:
    """Whether a hedge names the wrong side of a value close by: "over 1 billion" of 987 million."""
    said, real = abs(one.value), abs(other.value)
    wrong = real < said if one.figure.hedge in _ABOVE else real > said if one.figure.hedge in _BELOW else False
    return wrong and abs(real - said) <= said * _CLOSE and one.figure.unit == other.figure.unit


def _seen(earlier: _Earlier, one: Fact, other: Fact, titled: bool) -> Traits:
    first, second = one.figure, other.figure
    return {
        "title": float(titled),
        "title on the wrong side": float(titled and _wrong_side(one, other)),
        first.kind: 1.0,
        "value told before": float(earlier.values[other.value] > 0),
        "told again": float(earlier.values[one.value] > 1),
        "first of its unit": float(earlier.firsts[first.unit] == one.place),
        "part of a whole": float(second.of is not None or first.of is not None),
        "range": float(second.high is not None or first.high is not None),
        "signs": float(one.value * other.value < 0),
        "all words": float(bool(other.words) and other.words <= one.wide),
        f"{min(6, len(one.wide & other.wide))} wide": 1.0,
    }
