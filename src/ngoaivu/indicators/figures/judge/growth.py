"""Growth and multiples with the new and the old value «tăng trưởng»: "từ 40 lên 50 đoàn, tăng 25%", in either order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .claims import Claim, comparable, counted
from .evidence import Evidence
from .facts import Fact

_HARD_STOP = re.compile(r"[;]|(?<!\d)\.|\.(?!\d)")


def growth_claims(evidence: Evidence, facts: list[Fact], rate: Fact) -> Iterator[Claim]:
    """The new value and the old one, in either order, in the sentence of the rate or the one before."""
    near = list(around(facts, rate))
    for k, one in enumerate(near):
        for other in near[k + 1 :]:
            if not comparable(one, other) or one.opposed(other):
                continue
            now, base = (other, one) if older(evidence, one, other) else (one, other)
            told = moved(evidence, rate, now, base)
            yield Claim(now, base.value, base, told, _yearly(now, base) and now.sentence == rate.sentence)
            if not told:
                yield Claim(base, now.value, now, False)


def around(facts: list[Fact], rate: Fact) -> Iterator[Fact]:
    """Up to three values before the rate and two behind, not past another rate or clause; else those of the sentence before."""
    n = rate.place
    own: list[Fact] = []
    skipped = False
    for fact in reversed(facts[max(0, n - 6) : n]):
        if fact.sentence != rate.sentence or (_rate(fact) and not skipped) or len(own) > 3:
            break
        skipped = aside(fact) and (fact.plan or fact.base) and rate.evidence.lower[fact.figure.end : rate.figure.start].lstrip()[:1] == ")"
        if not (skipped or _rate(fact)):
            own.append(fact)
    own.reverse()
    for fact in facts[n + 1 : n + 3]:
        if fact.sentence != rate.sentence or _rate(fact) or _HARD_STOP.search(fact.lead) or _another(fact):
            break
        own.append(fact)
    values = [f for f in own if counted(f)]
    if len(values) < 2:
        values = [f for f in facts[max(0, n - 4) : n] if rate.sentence - f.sentence == 1 and counted(f)][-2:] + values
    yield from values


def aside(fact: Fact) -> bool:
    """Whether a figure stands in a bracket: "so với cùng kỳ (752 triệu USD)"."""
    return fact.lead.rstrip().endswith("(") and fact.tail.lstrip().startswith(")")


def unbracketed(facts: list[Fact], fact: Fact) -> Fact | None:
    """The last value before a bracketed one that stands in no bracket and is no rate."""
    for other in reversed(facts[max(0, fact.place - 6) : fact.place]):
        if other.sentence != fact.sentence:
            return None
        if not (aside(other) or _rate(other)):
            return other
    return None


def _another(fact: Fact) -> bool:
    """Whether another thing rises or falls between a rate and the value behind it."""
    evidence, lead = fact.evidence, fact.lead.partition(",")[2]
    return evidence.has("rises", lead) or evidence.has("falls", lead)


def _rate(fact: Fact) -> bool:
    return fact.figure.unit is None and fact.figure.kind in ("growth", "ratio", "share")


def older(evidence: Evidence, one: Fact, other: Fact) -> bool:
    """Whether the first of two values is the old one."""
    if one.base != other.base:
        return one.base
    years = [f.scope.year if f.scope else None for f in (one, other)]
    if years[0] and years[1] and years[0] != years[1]:
        return years[0] < years[1]
    return not evidence.has("compared", other.lead)


def moved(evidence: Evidence, rate: Fact, now: Fact, base: Fact) -> bool:
    """Whether the wording joins the two: from ... to ..., compared with, one year and the next."""
    if rate.sentence - min(now.sentence, base.sentence) > 0 and now.sentence != base.sentence:
        return False
    first, second = sorted((now, base), key=lambda f: f.place)
    fromto = evidence.has("moves", first.lead[-14:]) and evidence.has("moves", second.lead)
    turned = evidence.has("turns", second.lead) and evidence.has("turned", first.lead)
    compared = turned or base.base or evidence.has("compared", base.lead[-40:])
    yearly = _yearly(now, base)
    if rate.sentence != now.sentence:
        return fromto and evidence.has("pointing", rate.lead[-12:] + rate.tail[:12])
    return fromto or ((compared or yearly) and not _elsewhere(evidence, rate, base))


def _yearly(now: Fact, base: Fact) -> bool:
    """Whether the two tell their own times, one year and the next."""
    years = [f.mark.scope.year if f.mark else None for f in (base, now)]
    return bool(years[0] and years[1]) and years[1] == (years[0] or 0) + 1


def _elsewhere(evidence: Evidence, rate: Fact, base: Fact) -> bool:
    """The rate names another base behind it than the value taken for one."""
    return base.place < rate.place and evidence.has("compared", rate.tail[:20]) and not evidence.has("same_period", rate.tail[:40])
