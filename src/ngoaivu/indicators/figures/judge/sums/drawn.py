"""Conclusions «suy ra từ số liệu»: rates said to follow from the figures before, "nghĩa là cứ tám khoản thì năm khoản", "which means that half"."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

from ..evidence import Evidence
from ..facts import Fact
from .beside import BROKEN, YEAR, Pair, Place, like, reached
from .claims import Claim, Span

_FAR = 400  # characters before a sentence that may tell the year it compares with
_GAP, _MOST = 70, 10  # characters around a rate; figures a rate may be made of


def drawn(evidence: Evidence, place: Place) -> Pair | None:
    """Two of the figures before a conclusion, where none of them make it."""
    claim, (start, _) = place.claim, evidence.bounds(place.sentence)
    lead = BROKEN.split(evidence.lower[max(start, claim.start - 2 * _GAP) : claim.start])[-1]
    tail = BROKEN.split(evidence.lower[claim.end : claim.end + _GAP])[0]
    if not evidence.has("concluded", lead) or _elsewhere(evidence, place, f"{lead} {tail}"):
        return None
    here = [fact for fact in place.before if fact.sentence == place.sentence]
    pairs = _pairs(here) or _pairs(place.before)
    if not pairs or not all(_unmade(claim, [fact for fact in place.before if like(fact, one)]) for one, _ in pairs):
        return None
    small, large = sorted(pairs[0], key=lambda fact: fact.value)
    return (large, small) if claim.sort == "times" else (small, large)


def _pairs(facts: list[Fact]) -> list[tuple[Fact, Fact]]:
    return [(one, other) for one, other in combinations(facts, 2) if like(one, other)]


def _elsewhere(evidence: Evidence, place: Place, around: str) -> bool:
    """Whether a conclusion names a base that the figures before it do not tell: a plan, an average, a year not told."""
    if place.claim.sort == "times":
        start, _ = evidence.bounds(place.sentence)
        told = evidence.text[max(0, start - _FAR) : start]
        return any(year not in told for year in YEAR.findall(around)) or evidence.has("long_ago", around)
    return evidence.has("share_others", around)


def explained(place: Place, part: Fact) -> bool:
    """Whether a figure, alone or with its neighbours, makes the rate with any value near, or with all it stands among."""
    same = [fact for fact in (*reversed(place.before), *place.behind) if like(fact, part)]
    spans, n, claim = [reached(fact) for fact in same], same.index(part), place.claim
    if claim.sort != "share":
        return any(claim.made(spans[n], span) or claim.made(span, spans[n]) for k, span in enumerate(spans) if k != n)
    first = max((k + 1 for k in range(n) if _inside(same[k], part)), default=0)
    runs = [added(spans[i:j]) for i in range(first, n + 1) for j in range(n + 1, len(spans) + 1)]
    return any(claim.made(some, whole) for some in runs for whole in (*spans, *runs) if some is not whole)


def _inside(whole: Fact, part: Fact) -> bool:
    """Whether a value is said to be part of one before it: "45 officials, 15 of whom", "Trong 78 lao động, 26 người"."""
    evidence = part.evidence
    if opened(whole):
        return True
    return part.place == whole.place + 1 and _among(evidence, whole, part)


def opened(fact: Fact) -> bool:
    """Whether a value is told as the whole of what follows: "Of the 78 workers", "Trong 78 lao động"."""
    return fact.definite or fact.evidence.ends_with("whole_opens", fact.lead.rstrip())


def _among(evidence: Evidence, whole: Fact, part: Fact) -> bool:
    return evidence.has("among", evidence.between(whole.figure, part.figure)) or evidence.starts_with("among", part.tail.lstrip())


def _unmade(claim: Claim, facts: list[Fact]) -> bool:
    """Whether no two of some figures, nor what one leaves of the other, nor their sums, make a rate."""
    spans = [reached(fact) for fact in reversed(facts)][:_MOST]
    pairs = [(one, other) for one in spans for other in spans if one is not other]
    if any(claim.made(one, other) for one, other in pairs) or any(f.figure.of and claim.made(reached(f), reached(f.figure.of)) for f in facts):
        return False
    if claim.sort != "share":
        return True
    left = [((one[0] - other[1], one[1] - other[0]), one) for one, other in pairs if one[0] > other[1]]
    runs = (spans[i:j] for i, j in combinations(range(len(spans) + 1), 2) if j - i > 1)
    sums = [*spans, *(added(run) for run in runs if len(run) == 2 or _parts(run))]
    return not any(claim.made(*pair) for pair in (*left, *((one, whole) for one in sums for whole in sums if one is not whole)))


def _parts(run: list[Span]) -> bool:
    """Whether some values may be parts of one whole, and none is the whole of the others."""
    largest = max(high for _, high in run)
    return largest < sum(high for _, high in run) - largest


def added(spans: list[Span]) -> Span:
    """What some values come to together."""
    return sum((span[0] for span in spans), Decimal(0)), sum((span[1] for span in spans), Decimal(0))
