"""What stands around a rate «số liệu bên cạnh tỷ lệ»: the figures before and behind it and the words between."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..arithmetic import reach
from ..equations.model import rated, sorted_alike, valued
from ..evidence import Evidence
from ..facts import Fact
from .claims import Claim, Span, claims_of

BROKEN = re.compile(r"[;:\n]|\.(?!\d)")
CUT = re.compile(r"[.,;:)\n]")
CLOSED = re.compile(r"\s*(?:$|[.,;:)\n–—])")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

_BACK, _FORTH, _FAR = 9, 6, 24  # figures looked at before and behind a rate; how far back a whole may stand
_GAP, _TAIL = 70, 30
_PIECE = re.compile(r"[,(–—-]")
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)?")
_SHARED = re.compile(r"[^%()\d]{0,24}\(?[^%()\d]{0,16}\d{1,2}(?:[.,]\d+)? ?(?:%|per ?cent)")
_FINE = 100  # a value may be a hundredth of itself off

Pair = tuple[Fact, Fact | Decimal]


@dataclass(frozen=True)
class Place:
    """A rate among the values around: those before it, nearest first, those behind it in its sentence, and all of a wider part.

    `span` is "50,000 to 60,000", read as one figure, right behind it.
    """

    claim: Claim
    sentence: int
    before: list[Fact]
    behind: list[Fact]
    far: list[Fact]
    strangers: bool  # another rate stands between the nearest value and it
    span: Fact | None = None

    @property
    def beside(self) -> Fact | None:
        """The value right before it in its sentence."""
        part = self.before[0] if self.before else None
        if part is None or part.sentence != self.sentence or self.claim.start - part.figure.end > _GAP:
            return None
        return part if part.following is None or part.following.start >= self.claim.start else None


def places_of(evidence: Evidence, facts: list[Fact]) -> Iterator[Place]:
    """Every rate of a text with its place."""
    starts = [fact.figure.start for fact in facts]
    for claim in claims_of(evidence, facts):
        n, sentence = bisect_left(starts, claim.start), evidence.sentence(claim.start)
        before = [fact for fact in reversed(facts[max(0, n - _BACK) : n]) if valued(fact) and sentence - fact.sentence <= 1]
        behind = [fact for fact in facts[n : n + _FORTH] if valued(fact) and fact.figure.start >= claim.end and fact.sentence == sentence]
        far = [fact for fact in facts[max(0, n - _FAR) : n + _FORTH] if valued(fact)]
        strangers = bool(before) and any(rated(fact) for fact in facts[before[0].place + 1 : n])
        span = next((f for f in facts[n : n + 2] if f.figure.high and f.value and f.figure.start >= claim.end and f.sentence == sentence), None)
        yield Place(claim, sentence, before, behind, far, strangers, span)


def like(one: Fact, other: Fact) -> bool:
    """Whether two values may be of one sort, also a bare number in the sentence of a measure."""
    bare = {one.figure.kind, other.figure.kind} == {"count", "measure"} and None in (one.figure.unit, other.figure.unit)
    return sorted_alike(one, other) or (bare and one.sentence == other.sentence)


def reached(value: Fact | Decimal) -> Span:
    """The values a figure may stand for, to the last digit it shows."""
    if isinstance(value, Decimal):
        return value, value
    return reach(value.figure, min(value.step, value.value / _FINE) if value.figure.kind != "count" else None)


def linked(evidence: Evidence, gap: str, named: str = "", changes: bool = False) -> bool:
    """Whether the words between a figure and a rate make the rate that of the figure: ", or", " (", ", tức là"."""
    gap = gap.rstrip(" ,") if len(gap.strip(" ,")) else gap  # "that is, half"
    piece = _PIECE.split(gap)[-1]
    if BROKEN.search(gap) or any(sign.isdigit() for sign in YEAR.sub("", gap)):
        return False
    words = _WORD.findall(evidence.without("changed_by", piece) if changes else piece)
    told = bool(words) or "(" in gap or changes or (bool(named) and piece != gap)
    return told and all(word in evidence.words["share_links"] for word in words)


def sole(evidence: Evidence, fact: Fact) -> bool:
    """Whether a value is itself a part, with a share of its own right behind it."""
    behind = CLOSED.sub("", evidence.after(fact.figure, _TAIL), count=1)
    return _SHARED.match(behind.split(",")[0].split(";")[0]) is not None
