"""The search «tìm đẳng thức»: every equation a text offers, and those that do not hold with what can be seen of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ..arithmetic import digits_of
from ..evidence import Evidence
from ..facts import Fact
from .bullets import bullets
from .differences import differences
from .divisions import divisions
from .hundreds import hundreds
from .listings import listings
from .model import Equation, Traits
from .moments import moments
from .orders import orders, parts
from .outright import OUTRIGHT, enumerated, outright
from .ratios import ratios
from .repeats import repeats
from .sums import sums
from .traits import Surroundings

_ONE_WAY = frozenset({"share", "growth", "difference", "listing"})  # a figure that one of these explains needs no other
_FARTHEST, _LEEWAY = 1_000_000, 1  # figures
_NEAR = range(-3, 4)  # figures on either side of two that may be told again
_TELLING = frozenset({"sum", "hundred", "share", "growth", "difference", "repeat"})


def equations(evidence: Evidence, facts: list[Fact], title_end: int) -> list[Equation]:
    """Every equation the text offers, those that hold and those that do not."""
    found: list[Equation] = []
    for search in (sums, bullets, divisions, hundreds, ratios, differences, orders, parts, listings):
        found += search(evidence, facts)
    return [*found, *repeats(evidence, facts, title_end), *moments(evidence, title_end)]


def broken(found: list[Equation]) -> Iterator[tuple[Equation, Traits]]:
    """The equations that do not hold, with their traits and the parts their figures play in those that do."""
    played, around, again, made, explained = _played(found), Surroundings(), _told_again(found), _made(found), _explained(found)
    divided = _divisions(made)
    certain, closed = outright(found), _closed(found)
    for equation in found:
        plain = not equation.holds and certain(equation)
        if (
            equation.holds
            or _made_otherwise(equation, made, plain)
            or _counted_twice(equation, closed)
            or _overlapping(equation)
            or _divided_twice(equation, divided)
            or (_told_nearer(equation, explained) and not (plain and equation.seen.get("turned")))
        ):
            continue
        if plain:
            yield equation, {OUTRIGHT: 1.0}
        if plain or _hopeless(equation):
            continue
        traits = around.traits(equation)
        for role, fact in equation.roles[:1] if equation.family == "sum" else equation.roles:
            traits |= {f"{role} is {part}": 1.0 for part in played[fact.place]}
        if equation.family == "repeat":
            one, other = sorted(equation.places)
            traits["neighbours told again"] = float(any((one + n, other + m) in again for n in _NEAR for m in _NEAR if n and m))
        if equation.family in ("sum", "hundred"):
            traits |= _parts_play([played[place] for place in equation.places[1:]])
        yield equation, traits


def _explained(found: list[Equation]) -> dict[tuple[str, int], int]:
    """For each figure that needs one explanation only how far the nearest figures lie that explain it."""
    explained: dict[tuple[str, int], int] = {}
    for equation in found:
        if equation.family in _ONE_WAY and equation.holds and not (_backwards(equation) or _from_later(equation)):
            key = equation.family, equation.stated.place
            explained[key] = min(explained.get(key, _FARTHEST), _width(equation))
    return explained


def _told_nearer(equation: Equation, explained: Mapping[tuple[str, int], int]) -> bool:
    """Whether figures as near explain what this equation does not."""
    return explained.get((equation.family, equation.stated.place), _FARTHEST) <= _width(equation) + _LEEWAY


def _width(equation: Equation) -> int:
    return max(equation.places) - min(equation.places)


def _made(found: list[Equation]) -> defaultdict[int, list[frozenset[int]]]:
    """For each total that comes out the parts that make it."""
    made: defaultdict[int, list[frozenset[int]]] = defaultdict(list)
    for equation in found:
        if equation.family == "sum" and equation.holds and digits_of(equation.stated.figure) > 1:
            made[equation.stated.place].append(frozenset(equation.places[1:]))
    return made


def _made_otherwise(equation: Equation, made: Mapping[int, list[frozenset[int]]], plain: bool) -> bool:
    """Whether a total comes out with fewer or more of the same parts; where all of them are meant outright, the nearest is among those."""
    total, parts = equation.stated.place, frozenset(equation.places[1:])
    if equation.family != "sum" or total not in made:
        return False
    nearest = min(parts, key=lambda place: abs(place - total))
    if plain and enumerated(equation):
        return any(parts < others for others in made[total])
    return any((parts < others or others < parts) and (nearest in others or not plain) for others in made[total])


def _counted_twice(equation: Equation, closed: Mapping[int, frozenset[int]]) -> bool:
    """Whether one part of a sum is itself what others of its parts make: "88 in the first quarter, 95 in the second, or 183"."""
    parts = frozenset(equation.places[1:])
    return equation.family == "sum" and any(place in closed and closed[place] < parts for place in parts)


def _overlapping(equation: Equation) -> bool:
    """Whether the text says right behind some parts that they overlap: "34 study Japanese and 31 Korean; a few do both"."""
    if equation.family != "sum" or equation.stated.value > equation.needed:
        return False
    last = max(equation.figures, key=lambda fact: fact.place)
    return last.evidence.has("overlaps", last.tail)


def _closed(found: list[Equation]) -> dict[int, frozenset[int]]:
    """The totals told right behind their parts, with a word that adds them up, and those parts."""
    closed: dict[int, frozenset[int]] = {}
    for equation in (one for one in found if one.family == "sum" and one.holds and digits_of(one.stated.figure) > 1):
        total, first, last = equation.stated, equation.figures[1], equation.figures[-1]
        row = total.place == last.place + 1 and last.place - first.place == len(equation.figures) - 2
        if row and total.evidence.has("sums_up", total.evidence.between(last.figure, total.figure)):
            closed[total.place] = frozenset(equation.places[1:])
    return closed


def _divisions(made: Mapping[int, list[frozenset[int]]]) -> dict[int, dict[int, list[frozenset[int]]]]:
    """For each part of a total that is divided in several ways the totals, and those of their divisions it stands in."""
    parts: defaultdict[int, dict[int, list[frozenset[int]]]] = defaultdict(dict)
    for total, divided in made.items():
        for division in divided if len(divided) > 1 else ():
            for place in division:
                parts[place].setdefault(total, []).append(division)
    return parts


def _divided_twice(equation: Equation, parts: Mapping[int, dict[int, list[frozenset[int]]]]) -> bool:
    """Whether two figures that may be told twice are parts of one total divided in two ways."""
    one, other = (parts.get(place, {}) for place in equation.places[:2]) if equation.family == "repeat" else ({}, {})
    return any(first.isdisjoint(second) for total in one.keys() & other.keys() for first in one[total] for second in other[total])


def _told_again(found: list[Equation]) -> frozenset[tuple[int, int]]:
    """The figures told twice with one value, of two digits or more."""
    repeats = (one for one in found if one.family == "repeat" and one.holds and digits_of(one.stated.figure) > 1)
    return frozenset((min(one.places), max(one.places)) for one in repeats)


def _hopeless(equation: Equation) -> bool:
    """Whether it is so far from holding that it was not described: nobody meant it. Saves half of the work on dense texts."""
    return not equation.seen and equation.family in ("sum", "repeat")


def _played(found: list[Equation]) -> defaultdict[int, frozenset[str]]:
    """For each figure the parts it plays in equations that hold: "share 0" is stated, "sum 1" made from."""
    played: defaultdict[int, frozenset[str]] = defaultdict(frozenset)
    for equation in found:
        if not equation.holds or equation.family not in _TELLING or (equation.family == "sum" and not firm(equation)) or _backwards(equation):
            continue
        last = 1 if equation.family in ("sum", "hundred") else 2
        for n, place in enumerate(equation.places):
            part = f"{equation.family} {min(n, last)}"
            played[place] |= {part, f"{part} firmly"} if firm(equation) else {part}
    return played


def _backwards(equation: Equation) -> bool:
    """A plan as a share of what was done: it holds by accident, the text means the reverse."""
    return equation.family == "share" and len(equation.figures) > 2 and equation.figures[1].plan and not equation.figures[2].plan


def _from_later(equation: Equation) -> bool:
    """A change to what the text only compares with: "up 10% from USD 40 million", which the figure before it does not reach."""
    return equation.family in ("growth", "difference") and equation.figures[1].base and not equation.figures[2].base


def _parts_play(played: list[frozenset[str]]) -> Traits:
    """What all parts of a sum, or some of them, play elsewhere."""
    every, some = frozenset.intersection(*played), frozenset.union(*played)
    return {f"all are {part}": 1.0 for part in every} | {f"some are {part}": 1.0 for part in some}


def firm(equation: Equation) -> bool:
    """Whether an equation holds by more than accident: many digits, or several parts."""
    digits = digits_of(equation.stated.figure)
    if equation.family == "sum":
        return digits > 2 or len(equation.figures) > 3
    return digits > (1 if equation.family in ("share", "growth") else 2)
