"""Rates and the pairs of values they may speak of «tỷ lệ và cặp số»: what the values give, and how a slip is told from chance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..model import Finding
from .arithmetic import Span, meet, ratio, reach, same_sort, slip, step_of
from .evidence import Evidence
from .facts import Fact

_COUNTED = frozenset({"count", "money", "measure"})
_FINE = Decimal("0.0001")
_RARE, _RAREST = Decimal("0.04"), Decimal("0.012")
_LIKELY = Decimal("0.25")


@dataclass(frozen=True)
class Claim:
    """A pair of values a rate may speak of; `told` when the wording joins them."""

    part: Fact
    whole: Decimal
    other: Fact
    told: bool
    likely: bool = False


def judged(evidence: Evidence, rate: Fact, claims: list[Claim], rule: str) -> Iterator[Finding]:
    """The finding on a rate that none of the pairs clears and one accuses."""
    if not claims or any(meet(_stated(rate), _real(rate, claim)) for claim in claims):
        return
    told = [claim for claim in claims if claim.told]
    near = [c for c in claims if _chance(rate, c) <= _limit(rate, c)]
    if not (told or near):
        return
    claim = min(told or near, key=lambda c: _chance(rate, c))
    low, high = _real(rate, claim)
    part, whole = claim.part.figure, claim.whole
    real = evidence.say(round((low + high) / 2, 4 if rule == "share_parts" else 3), rate.figure)
    said = {"real": real, "stated": evidence.say(rate.value, rate.figure)}
    said |= {"part": evidence.say(claim.part.value, part), "whole": evidence.say(whole, part)}
    said |= {"high": said["part"], "low": said["whole"]}
    yield evidence.found(rule, [rate.figure, part, claim.other.figure], **said)


def _limit(rate: Fact, claim: Claim) -> Decimal:
    """How rare a slip must be to accuse alone: less where the pair is of two years in a row, more across sentences."""
    if claim.likely:
        return _LIKELY
    return _RARE if claim.part.sentence == claim.other.sentence == rate.sentence else _RAREST


def _stated(rate: Fact) -> Span:
    low, high = reach(rate.figure)
    if rate.figure.kind == "fraction":
        return low - _FINE * 5, high + _FINE * 5
    slack = step_of(rate.figure) * Decimal("0.05") + _FINE
    if rate.figure.hedge != "exact":
        slack = Decimal("0.03")
    return low - slack, high + slack


def _real(rate: Fact, claim: Claim) -> Span:
    """The rate the values give; of growth the size of the change."""
    if claim.other is claim.part:
        exact = claim.part.value / claim.whole
        return exact, exact
    low, high = ratio(claim.part.figure, claim.other.figure)
    if rate.figure.kind in ("ratio", "fraction") or (rate.figure.kind == "share" and not rate.evidence.has("more_than", rate.tail[:9])):
        return low, high
    return (low - 1, high - 1) if low + high >= 2 else (1 - high, 1 - low)


def _chance(rate: Fact, claim: Claim) -> Decimal:
    """How likely a slip only seems to be one: in the rate, or in either value."""
    low, high = _real(rate, claim)
    grows = rate.figure.kind == "growth" or rate.evidence.has("more_than", rate.tail[:9])
    factor = rate.value + 1 if grows else rate.value
    chances = [slip(rate.figure, (low + high) / 2)]
    if factor > 0:
        chances += [slip(claim.part.figure, claim.whole * factor), slip(claim.other.figure, claim.part.value / factor)]
    return min(chances)


def counted(fact: Fact) -> bool:
    """Whether a figure is a value a rate can be of."""
    return fact.figure.kind in _COUNTED and not fact.figure.high and fact.value > 0


def comparable(one: Fact, other: Fact) -> bool:
    """Whether one of two values can be a part or an earlier value of the other."""
    if same_sort(one.figure, other.figure):
        return True
    return one.figure.kind == other.figure.kind == "count" and None in (one.figure.unit, other.figure.unit)
