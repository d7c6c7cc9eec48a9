"""The largest of some things above all of them «phần lớn nhất lớn hơn tổng»: "742 kW combined, the largest of them rated at 50 MW"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...model import Finding
from ..dimensions import base_of, in_base
from ..equations.model import valued
from ..evidence import Evidence
from ..facts import Fact

_GAP, _LEAD, _TAIL = 80, 40, 30  # characters from a whole to its part; around them
_FAR = 5  # times a whole; in one unit less may be another thing
_STOP = re.compile(r"[\n]|[.!?](?!\d)")
_OPENS = ("part_opens", "totals_open", "largest_parts")


def check_largest(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """A part right behind its whole that is more than the whole, in another unit or though all are told together."""
    for one, other in pairwise(fact for fact in facts if valued(fact)):
        whole, part = in_base(one), in_base(other)
        alike = whole.figure.unit == part.figure.unit is not None and whole.figure.kind == part.figure.kind and whole.figure.per == part.figure.per
        if alike and part.value > whole.value and _told(evidence, one, other):
            said = {"sum": other.figure.text, "total": one.figure.text}
            yield evidence.found("parts_over_total", [one.figure, other.figure], **said)


def _told(evidence: Evidence, whole: Fact, part: Fact) -> bool:
    """Whether words tell that one figure is a part of the other."""
    between = evidence.between(whole.figure, part.figure)
    plain = whole.place + 1 == part.place and not any(fact.base or fact.plan or fact.average for fact in (whole, part))
    if not plain or len(between) > _GAP or _STOP.search(between) or part.sentence - whole.sentence > 1:
        return False
    if evidence.has("nationwide", between + part.tail[:_TAIL]) or evidence.has("compared", between):
        return False
    together = evidence.has("largest_parts", between) and evidence.has("told_together", whole.lead[-_LEAD:] + " " + whole.tail[:_LEAD])
    far = base_of(whole.figure) is not None and (whole.figure.unit != part.figure.unit or part.value > _FAR * whole.value)
    timed = any(whole.figure.end <= mark.start < part.figure.start for mark in evidence.marks)
    return together or (far and not timed and any(evidence.has(words, between) for words in _OPENS))
