"""What can be seen of an equation «dấu hiệu»: words, marks, distances and times around its figures, as named numbers.

A trait says what stands in the text, never what to make of it: how much each one counts is learned (`learning`).
"""

from __future__ import annotations

import re
from itertools import combinations

from ..arithmetic import digits_of
from ..facts import Fact
from ..lists import standing
from .model import Equation, Traits, rated

_LEAD, _TAIL = 60, 40  # characters looked at before and behind a figure
_STOP = re.compile(r"[;:.](?!\d)|\n")
_BEFORE = (
    "totals_open", "totals_open_all", "totals_close", "totals_may_close", "running_totals", "part_opens", "weakly", "rest", "others",
    "joiners", "list_ends", "wholes", "whole_leads", "whole_named", "of_whole", "share_opens", "share_of_whole", "apposed", "equated",
    "compared", "bases", "moves", "same_period", "turned", "turns", "rises", "falls", "planned", "goals", "forecasts", "pointing",
    "pointers", "definite", "newness", "retold", "same_again", "other_years", "averages", "apiece", "running",
)  # fmt: skip
_BEHIND = (
    "totals_open", "totals_close_behind", "rest", "others", "compared", "of_whole", "wholes", "whole_tails", "share_opens", "planned",
    "same_period", "more_than", "said_before", "pointers", "newness", "rises", "falls", "apiece",
)  # fmt: skip
_HEADED = ("totals_close", "totals_may_close", "whole_named", "others", "rest", "part_opens", "totals_open")
_MARKS = ",;:().\n"
_BANDS = (0.01, 0.05, 0.15, 0.4, 1.0)  # how far from holding, as a logarithm
_CHANCES = (0.003, 0.01, 0.05, 0.25)
_TENFOLD, _THOUSANDFOLD = (2.25, 2.35), (6.8, 7.0)
_YEARS = {1: "year after", -1: "year before", 0: "same year"}


class Surroundings:
    """What stands around each figure of one text, looked up once."""

    def __init__(self) -> None:
        self._around: dict[int, tuple[str, ...]] = {}
        self._roles: dict[tuple[str, int], Traits] = {}
        self._pairs: dict[tuple[str, int, str, int], Traits] = {}

    def traits(self, equation: Equation) -> Traits:
        """The traits of an equation that does not hold."""
        traits = equation.seen | _distance(equation)
        traits = {name: value for name, value in traits.items() if value}
        for role, fact in equation.roles:
            traits |= self._role(role, fact)
        for (one, first), (other, second) in combinations(equation.roles, 2):
            traits |= self._pair(one, first, other, second)
        return traits

    def _role(self, role: str, fact: Fact) -> Traits:
        key = role, fact.place
        if key not in self._roles:
            self._roles[key] = {f"{role} {name}": 1.0 for name in self._of(fact)}
        return self._roles[key]

    def _pair(self, one: str, first: Fact, other: str, second: Fact) -> Traits:
        key = one, first.place, other, second.place
        if key not in self._pairs:
            self._pairs[key] = {f"{one}-{other} {name}": 1.0 for name in _between(first, second)}
        return self._pairs[key]

    def _of(self, fact: Fact) -> tuple[str, ...]:
        if fact.place not in self._around:
            self._around[fact.place] = (*_words(fact), *_marks(fact), *_nature(fact))
        return self._around[fact.place]


def _distance(equation: Equation) -> Traits:
    """How far it is from holding, alone and together with what its family sees."""
    size = abs(equation.error)
    traits: Traits = {f"off<{band}": float(size < band) for band in _BANDS}
    traits |= {f"slip<{chance}": float(equation.chance < chance) for chance in _CHANCES}
    traits["short"] = float(equation.error < 0)
    traits["tenfold"] = float(_TENFOLD[0] < size < _TENFOLD[1])
    traits["thousandfold"] = float(_THOUSANDFOLD[0] < size < _THOUSANDFOLD[1])
    band = next((f"off<{band}" for band in _BANDS if size < band), "far off")
    slip = next((f"slip<{chance}" for chance in _CHANCES if equation.chance < chance), "no slip")
    return traits | {f"{how} & {name}": value for name, value in equation.seen.items() for how in (band, slip)}


def _words(fact: Fact) -> list[str]:
    evidence, figure = fact.evidence, fact.figure
    lead, tail = fact.lead[-_LEAD:] + figure.text.lower(), _STOP.split(fact.tail[:_TAIL])[0]
    found = [f"< {words}" for words in standing(evidence.lang, _BEFORE, lead)]
    found += [f"> {words}" for words in standing(evidence.lang, _BEHIND, tail)]
    return found + [f": {words}" for words in standing(evidence.lang, _HEADED, fact.label)]


def _marks(fact: Fact) -> list[str]:
    """The marks of punctuation right beside a figure."""
    lower, figure = fact.evidence.lower, fact.figure
    before = lower[max(0, figure.start - 3) : figure.start].strip(" ")[-1:]
    behind = lower[figure.end : figure.end + 2].strip(" ")[:1]
    return [f"< {mark!r}" for mark in before if mark in _MARKS] + [f"> {mark!r}" for mark in behind if mark in _MARKS]


def _nature(fact: Fact) -> list[str]:
    figure = fact.figure
    found = [name for name in ("base", "plan", "average", "definite") if getattr(fact, name)]
    found += [figure.kind, f"{min(4, digits_of(figure))} digits"]
    told = {"hedged": figure.hedge != "exact", "bare": "bare" in figure.flags, "labelled": bool(fact.label)}
    told["line"] = fact.evidence.listed(fact.sentence)
    return found + [name for name, true in told.items() if true]


def _between(one: Fact, other: Fact) -> list[str]:
    """How two figures stand to each other."""
    found = [f"{min(3, abs(one.sentence - other.sentence))} sentences", f"{min(5, abs(one.place - other.place))} places"]
    found += [f"{min(4, len(one.words & other.words))} words", _units(one, other), *_times(one, other)]
    told = {
        "behind": one.place > other.place,
        "opposed": one.opposed(other),
        "half alike": bool(one.wide and other.wide) and 2 * len(one.wide & other.wide) >= min(len(one.wide), len(other.wide)),
        "same noun": bool(one.noun) and one.noun == other.noun,
        "greater": one.value > other.value and not rated(one) and not rated(other),
        "one plan": one.plan != other.plan,
        "one base": one.base != other.base,
    }
    return found + [name for name, true in told.items() if true] + _names(one, other)


def _units(one: Fact, other: Fact) -> str:
    units = one.figure.unit, other.figure.unit
    return "same unit" if units[0] == units[1] else "no unit" if None in units else "other unit"


def _names(one: Fact, other: Fact) -> list[str]:
    """Names, headings and numbers of both, where both have some."""
    found = []
    if one.names and other.names:
        found.append("same names" if one.names & other.names else "other names")
    if one.label and other.label:
        found.append("same label" if one.label == other.label else "other label")
    if one.numbered and other.numbered:
        found.append("same number" if one.numbered & other.numbered else "other number")
    return found


def _times(one: Fact, other: Fact) -> list[str]:
    if not (one.scope and other.scope):
        return []
    how = "times differ" if one.scope.differs(other.scope) else "same time" if one.scope == other.scope else "times"
    if not (one.mark and other.mark):
        return [how]
    years = one.mark.scope.year, other.mark.scope.year
    return [how, f"told {how}", *([_YEARS.get(years[0] - years[1], "other years")] if years[0] and years[1] else [])]
