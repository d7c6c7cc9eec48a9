"""Conclusions «suy ra từ số liệu»: rates said to follow from the figures before, "nghĩa là cứ tám khoản thì năm khoản", "which means that half"."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

from ..evidence import Evidence
from ..facts import Fact
from .beside import BROKEN, YEAR, Pair, Place, like, reached
from .claims import Claim, Span

_GAP, _MOST = 70, 10  # characters around a rate; figures a rate may be made of


def drawn(evidence: Evidence, place: Place) -> Pair | None:
    """Two of the figures before a conclusion, where none of them make it."""
    claim, (start, _) = place.claim, evidence.bounds(place.sentence)
    lead = BROKEN.split(evidence.lower[max(start, claim.start - 2 * _GAP) : claim.start])[-1]
    tail = BROKEN.split(evidence.lower[claim.end : claim.end + _GAP])[0]
    if not evidence.has("concluded", lead) or _elsewhere(evidence, claim, f"{lead} {tail}"):
        return None
    here = [fact for fact in place.before if fact.sentence == place.sentence]
    pool = here if any(like(one, other) or one.figure.of for one, other in combinations(here, 2)) else place.before
    pairs = [(one, other) for one, other in combinations(pool, 2) if like(one, other)]
    if not pairs or not all(_unmade(claim, [fact for fact in pool if like(fact, one)]) for one, _ in pairs):
        return None
    small, large = sorted(pairs[0], key=lambda fact: fact.value)
    return (large, small) if claim.sort == "times" else (small, large)


def _elsewhere(evidence: Evidence, claim: Claim, around: str) -> bool:
    """Whether a conclusion names a base that the figures before it do not tell: a plan, an average, a year not told."""
    if claim.sort == "times":
        told = evidence.text[: max(0, claim.start - 2 * _GAP)]
        return any(year not in told for year in YEAR.findall(around)) or evidence.has("long_ago", around)
    return evidence.has("share_others", around)


def explained(place: Place, part: Fact) -> bool:
    """Whether a figure, alone or with its neighbours, makes the rate with any value near, or with all it stands among."""
    same = [fact for fact in (*reversed(place.before), *place.behind) if like(fact, part)]
    spans, n, claim = [reached(fact) for fact in same], same.index(part), place.claim
    if claim.sort != "share":
        return any(claim.made(spans[n], span) or claim.made(span, spans[n]) for k, span in enumerate(spans) if k != n)
    first = n if n and _inside(same[n - 1], part) else 0
    runs = [_added(spans[i:j]) for i in range(first, n + 1) for j in range(n + 1, len(spans) + 1)]
    return any(claim.made(some, whole) for some in runs for whole in (*spans, *runs) if some is not whole)


def _inside(whole: Fact, part: Fact) -> bool:
    """Whether a value is said to be part of the one before it: "45 officials, 15 of whom"."""
    evidence = part.evidence
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
    sums = [*spans, *(_added(spans[i:j]) for i, j in combinations(range(len(spans) + 1), 2) if j - i > 1)]
    return not any(claim.made(*pair) for pair in (*left, *((one, whole) for one in sums for whole in sums if one is not whole)))


def _added(spans: list[Span]) -> Span:
    return sum((span[0] for span in spans), Decimal(0)), sum((span[1] for span in spans), Decimal(0))
