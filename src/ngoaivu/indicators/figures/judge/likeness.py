"""Which figures can be parts of a total at all «cùng loại»."""

from __future__ import annotations

import re

from .arithmetic import same_sort
from .facts import Fact

_NAMED = re.compile(r"[^\W\d_]")  # a bare number takes its unit from words before it, which may be who did it
_PEOPLE = frozenset({"person", "investor", "person_trip"})
_AID = frozenset({"project", "aid_item", "programme"})


def like(fact: Fact, total: Fact) -> bool:
    """Whether `fact` may be a part of `total`: same sort, neither base nor plan nor average."""
    figure, whole = fact.figure, total.figure
    if figure.of or figure.high or not figure.value or fact.average or _compared(fact, total) or (fact.plan and not total.plan):
        return False
    if figure.kind == "growth":
        return figure.unit is not None and figure.unit == whole.unit and figure.value > 0 and not fact.evidence.has("compared", fact.tail[:14])
    if same_sort(figure, whole):
        return True
    both = {figure.unit, whole.unit}
    counted = whole.kind == figure.kind == "count"
    unnamed = (figure.unit is None or not _NAMED.search(figure.text)) and not _of_another(fact, total)
    return counted and (((unnamed or whole.unit is None) and figure.value <= 2 * (whole.value or 0)) or both <= _AID or both <= _PEOPLE)


def _compared(fact: Fact, total: Fact) -> bool:
    """A figure that is only compared with; not where its total is of the same earlier time."""
    return fact.base and not (total.base and fact.mark == total.mark)


def _of_another(fact: Fact, total: Fact) -> bool:
    """Whether a bare number goes on with a list of something else: "18 countries; 12 partners here and 9 there"."""
    previous = fact.previous
    if previous is None or previous is total.figure or fact.evidence.sentence(previous.start) != fact.sentence:
        return False
    return previous.kind == "count" and _NAMED.search(previous.text) is not None and previous.unit not in (None, total.figure.unit)
