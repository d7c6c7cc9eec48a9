"""Shares and growth against the values they speak of «tỷ lệ và số tuyệt đối»: "100 trong 400, chiếm 30%".

Each rate gathers the pairs of values the sentence offers. A pair that holds clears it; else the best pair accuses
it when the wording joins them, or when the rate or a value is a rare slip away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..model import Finding
from .arithmetic import Span, meet, ratio, reach, same_sort, slip, step_of
from .evidence import Evidence
from .facts import Fact

_COUNTED = frozenset({"count", "money", "measure"})
_FINE = Decimal("0.0001")
_RARE, _RAREST = Decimal("0.04"), Decimal("0.01")
_BACK, _NEAR, _SENTENCES = 6, 52, 3
_HARD_STOP = re.compile(r"[;]|(?<!\d)\.|\.(?!\d)")


@dataclass(frozen=True)
class Claim:
    """A pair of values a rate may speak of; `told` when the wording joins them."""

    part: Fact
    whole: Decimal
    other: Fact
    told: bool


def check_relations(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Shares, growth and multiples that their own values contradict."""
    for fact in facts:
        figure = fact.figure
        if figure.unit is not None or figure.high or not figure.value:
            continue
        if figure.kind == "growth" and not evidence.has("percents", figure.text.lower()) and "%" not in figure.text:
            continue
        more = figure.kind == "share" and evidence.has("more_than", fact.tail[:9])
        if figure.kind in ("share", "fraction", "ratio") and not more:
            yield from _judged(evidence, fact, list(_shares(evidence, facts, fact)), "share_parts")
        if figure.kind in ("growth", "ratio") or more:
            yield from _judged(evidence, fact, list(_growths(evidence, facts, fact)), "growth_values")


def _judged(evidence: Evidence, rate: Fact, claims: list[Claim], rule: str) -> Iterator[Finding]:
    if not claims or any(meet(_stated(rate), _real(rate, claim)) for claim in claims):
        return
    told = [claim for claim in claims if claim.told]
    near = [c for c in claims if _chance(rate, c) <= (_RARE if c.part.sentence == c.other.sentence == rate.sentence else _RAREST)]
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


def _counted(fact: Fact) -> bool:
    return fact.figure.kind in _COUNTED and not fact.figure.high and fact.value > 0


def comparable(one: Fact, other: Fact) -> bool:
    """Whether one of two values can be a part or an earlier value of the other."""
    if same_sort(one.figure, other.figure):
        return True
    return one.figure.kind == other.figure.kind == "count" and None in (one.figure.unit, other.figure.unit)


def _shares(evidence: Evidence, facts: list[Fact], rate: Fact) -> Iterator[Claim]:
    """Part and whole: "19/26", a whole named behind or before, or the total the part was taken from."""
    part = _part(evidence, facts, rate)
    if part is None:
        yield from _loose(evidence, facts, rate)
        return
    if _of_other(evidence, rate, part):
        return
    if part.figure.of:
        yield Claim(part, part.figure.of, part, True)
        return
    named = list(_named_wholes(evidence, facts, rate, part))
    yield from named
    if not named and rate.figure.kind != "ratio":
        planned = evidence.has("planned", rate.tail[:24] + " " + rate.figure.text.lower())
        yield from (c for c in _earlier(evidence, facts, rate, part) if not planned or c.other.plan)


def _loose(evidence: Evidence, facts: list[Fact], rate: Fact) -> Iterator[Claim]:
    """Pairs no wording joins to a share of the same sentence: only a rare slip will accuse them."""
    part = facts[rate.place - 1] if rate.place else None
    if part is None or part.sentence != rate.sentence or not _counted(part) or rate.plan or _of_other(evidence, rate, part):
        return
    for whole in facts[max(0, part.place - _BACK) : part.place]:
        if rate.sentence - whole.sentence <= 1 and _counted(whole) and whole.value > part.value and comparable(whole, part):
            yield Claim(part, whole.value, whole, False)


def _part(evidence: Evidence, facts: list[Fact], rate: Fact) -> Fact | None:
    """The value right before the rate, joined by a bracket or "chiếm"; or right behind it."""
    n = rate.place
    before = facts[n - 1] if n and facts[n - 1].sentence == rate.sentence else None
    text = rate.lead + rate.figure.text.lower()
    joined = rate.lead.rstrip().endswith("(") or evidence.has("share_opens", text)
    if before and _counted(before) and joined and len(rate.lead) <= _NEAR and not _HARD_STOP.search(rate.lead):
        return before
    after = facts[n + 1] if n + 1 < len(facts) and facts[n + 1].sentence == rate.sentence else None
    apposed = evidence.has("apposed", after.lead) or after.lead.strip() == "(" if after else False
    if after and _counted(after) and apposed and len(after.lead) <= _NEAR and not after.plan:
        return after
    return None


def _of_other(evidence: Evidence, rate: Fact, part: Fact) -> bool:
    """A share of the capital says nothing about numbers of projects."""
    behind = re.split("[,;.)]", rate.tail)[0]
    return part.figure.kind == "count" and (evidence.has("big_money", behind) or evidence.has("big_money", rate.lead))


def _named_wholes(evidence: Evidence, facts: list[Fact], rate: Fact, part: Fact) -> Iterator[Claim]:
    """ "3,15 triệu trong tổng số 4,2 triệu, đạt 75%"; "bằng 60% tổng vốn 9 triệu"; "63,7% kế hoạch (490,4 tỷ)"."""
    n = rate.place
    behind = next((f for f in facts[n + 1 : n + 3] if f is not part), None)
    if behind and behind.sentence == rate.sentence and _counted(behind) and comparable(part, behind):
        between = evidence.between(rate.figure, behind.figure)
        bracketed = behind.plan or (re.fullmatch(r"[^,;.()]*", between) and evidence.has("of_whole", between))
        if bracketed and len(between) < 50 and part.value <= behind.value * 3 and not behind.lead.startswith(","):
            yield Claim(part, behind.value, behind, True)
            return
    first = facts[part.place - 1] if part.place else None
    if first and part.place < n and first.sentence == rate.sentence and _counted(first) and comparable(first, part):
        lead = re.split("[,;(]", part.lead)[-1].strip()
        named = lead in evidence.words["whole_leads"] or evidence.has("wholes", lead)
        if first.value <= part.value and (named or evidence.starts_with("wholes", part.figure.text.lower())):
            yield Claim(first, part.value, part, True)


def _earlier(evidence: Evidence, facts: list[Fact], rate: Fact, part: Fact) -> Iterator[Claim]:
    """Totals the part may have been taken from: greater figures of its sort, in its sentence or just before."""
    wholes = [
        f
        for f in (*facts[max(0, part.place - 2 * _BACK) : part.place], *_later(evidence, facts, rate))
        if rate.sentence - f.sentence <= _SENTENCES and _counted(f) and f.value >= part.value and comparable(f, part) and not f.opposed(part)
    ]
    for whole in wholes[-_BACK:]:
        alone = len(wholes) == 1 or (whole is wholes[0] and whole.value == max(w.value for w in wholes))
        near = rate.sentence - whole.sentence <= 1 or evidence.has("totals_open", part.lead)
        yield Claim(part, whole.value, whole, alone and near and not whole.base and not _apart(whole, part))


def _later(evidence: Evidence, facts: list[Fact], rate: Fact) -> list[Fact]:
    """A whole that only the next sentence tells: "The whole budget came to ..."."""
    behind = (f for f in facts[rate.place + 1 : rate.place + 5] if f.sentence == rate.sentence + 1)
    return [f for f in behind if evidence.has("whole_named", f.lead[-40:])][:1]


def _apart(whole: Fact, part: Fact) -> bool:
    """Different years tell that one is not a part of the other."""
    years = [f.mark.scope.year for f in (whole, part) if f.mark and f.mark.scope.year]
    return len(set(years)) > 1


def _growths(evidence: Evidence, facts: list[Fact], rate: Fact) -> Iterator[Claim]:
    """The new value and the old one, in either order, in the sentence of the rate or the one before."""
    near = list(_around(facts, rate))
    for k, one in enumerate(near):
        for other in near[k + 1 :]:
            if not comparable(one, other) or one.opposed(other):
                continue
            now, base = (other, one) if _older(evidence, one, other) else (one, other)
            told = _moved(evidence, rate, now, base)
            yield Claim(now, base.value, base, told)
            if not told:
                yield Claim(base, now.value, now, False)


def _around(facts: list[Fact], rate: Fact) -> Iterator[Fact]:
    """Up to three values before the rate and two behind, not past another rate or clause; else those of the sentence before."""
    n = rate.place
    own: list[Fact] = []
    for fact in reversed(facts[max(0, n - 4) : n]):
        if fact.sentence != rate.sentence or _rate(fact):
            break
        own.append(fact)
    own.reverse()
    for fact in facts[n + 1 : n + 3]:
        if fact.sentence != rate.sentence or _rate(fact) or _HARD_STOP.search(fact.lead):
            break
        own.append(fact)
    counted = [f for f in own if _counted(f)]
    if len(counted) < 2:
        counted = [f for f in facts[max(0, n - 4) : n] if rate.sentence - f.sentence == 1 and _counted(f)][-2:] + counted
    yield from counted


def _rate(fact: Fact) -> bool:
    return fact.figure.unit is None and fact.figure.kind in ("growth", "ratio", "share")


def _older(evidence: Evidence, one: Fact, other: Fact) -> bool:
    """Whether the first of two values is the old one."""
    if one.base != other.base:
        return one.base
    years = [f.scope.year if f.scope else None for f in (one, other)]
    if years[0] and years[1] and years[0] != years[1]:
        return years[0] < years[1]
    return not evidence.has("compared", other.lead)


def _moved(evidence: Evidence, rate: Fact, now: Fact, base: Fact) -> bool:
    """Whether the wording joins the two: from ... to ..., compared with, one year and the next."""
    if rate.sentence - min(now.sentence, base.sentence) > 0 and now.sentence != base.sentence:
        return False
    first, second = sorted((now, base), key=lambda f: f.place)
    fromto = evidence.has("moves", first.lead[-14:]) and evidence.has("moves", second.lead)
    compared = base.base or evidence.has("compared", base.lead[-40:])
    years = [f.scope.year if f.scope else None for f in (base, now)]
    yearly = bool(years[0] and years[1]) and years[1] == (years[0] or 0) + 1 and base.mark is not None and now.mark is not None
    if rate.sentence != now.sentence:
        return fromto and evidence.has("pointing", rate.lead[-12:] + rate.tail[:12])
    return fromto or ((compared or yearly) and not _elsewhere(evidence, rate, base))


def _elsewhere(evidence: Evidence, rate: Fact, base: Fact) -> bool:
    """The rate names another base behind it than the value taken for one."""
    return base.place < rate.place and evidence.has("compared", rate.tail[:20]) and not evidence.has("same_period", rate.tail[:40])
