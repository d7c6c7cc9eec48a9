"""So many times so much «số lượng nhân đơn giá»: "50 suất, mỗi suất 20 triệu đồng, tổng trị giá 1 tỷ đồng"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from math import log, prod

from ...model import Finding
from ..arithmetic import Span, meet, reach, slip
from ..dimensions import in_one_unit, misscaled
from ..evidence import Evidence
from ..facts import Fact
from .apiece import TIMES, Apiece, apiece

_BACK, _FORTH = 8, 4  # figures looked at around an amount for each
_FACTORS = 3  # people, nights and rooms
_YEAR = 12
_RARE, _FAR, _NEVER = Decimal("0.06"), 1.5, 9.0
_ROUGH, _PRECISE = Decimal("0.02"), 2  # how far rounding may take a product; digits of its factors
_CLAUSE = re.compile(r"[;\n]|\.(?!\d)")


def check_products(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """A number of things, an amount for each and a total that do not multiply."""
    yield from _products(evidence, facts)
    if (based := in_one_unit(facts)) is not facts:
        yield from _products(evidence, based, surely=True)


def _products(evidence: Evidence, facts: list[Fact], *, surely: bool = False) -> Iterator[Finding]:
    """The products among figures of one unit; `surely` those alone that a slip or another unit explains."""
    told = [apiece(fact) for fact in facts]
    for each in told:
        if each is None or each.fact.figure.hedge not in ("exact", "about"):
            continue
        near = facts[max(0, each.fact.place - _BACK) : each.fact.place + _FORTH + 1]
        near = [f for f in near if abs(f.sentence - each.fact.sentence) <= 1 and f is not each.fact]
        totals = [f for f in near if told[f.place] is None and _sorted_alike(each, f)]
        matched = _matched(each, [f for f in near if _factor(f, each)])
        total = _total(each, totals, told, matched) or _misscaled(each, totals, matched)
        if matched and total is not None and not _explained(each, near, totals, total, [t for t in told if t]):
            yield from _finding(evidence, each, matched, total, surely)


def _sorted_alike(each: Apiece, fact: Fact) -> bool:
    one, other = each.fact.figure, fact.figure
    return one.kind == other.kind and one.unit == other.unit and one.unit is not None and not other.high and not other.of and fact.value > 0


def _factor(fact: Fact, each: Apiece) -> bool:
    """Whether a figure says how many, and of what; "75 x USD 12" need not say what."""
    figure = fact.figure
    if "bare" in figure.flags and not (each.numbered and fact.place == each.fact.place - 1):
        return False
    plain = figure.kind in ("count", "measure") and not figure.high and not figure.of and not figure.per
    return plain and figure.hedge == "exact" and fact.value > 1


def _matched(each: Apiece, factors: list[Fact]) -> list[Fact]:
    """How many there are of what it is told for; by the day or month, also how many of these."""
    here = each.fact
    nearest = [f for f in reversed(factors) if f.place < here.place] + [f for f in factors if f.place > here.place and f.sentence == here.sentence]
    nearest += [
        f for f in factors if f.place > here.place and f.sentence > here.sentence and f.lead.strip() in here.evidence.words.get("with_numbers", ())
    ]
    times = [f for f in nearest if f.figure.unit in TIMES and each.of(f)][:1]
    things = [f for f in nearest if f.figure.unit not in TIMES and each.of(f)][:1]
    if not things and each.firm and nearest and nearest[0].place == here.place - 1 and nearest[0].sentence == here.sentence:
        things = nearest[:1]
    return things + times if times or not each.times else []


def _total(each: Apiece, totals: list[Fact], told: list[Apiece | None], matched: list[Fact]) -> Fact | None:
    """The figure that is told as what they make together."""
    behind = next((f for f in totals if f.place > each.fact.place), None)
    if behind is not None and not any(told[n] for n in range(each.fact.place + 1, behind.place)) and _summed(each, behind, matched):
        return behind
    before = [f for f in totals if f.place < each.fact.place]
    return before[-1] if before and _shared(each) else None


def _misscaled(each: Apiece, totals: list[Fact], matched: list[Fact]) -> Fact | None:
    """The figure that what they make would be in another unit, or with another scale word."""
    many = prod((fact.value for fact in matched), start=Decimal(1))
    for fact in totals if matched and len(each.fact.shown.strip("0")) + sum(len(f.shown.strip("0")) for f in matched) > _PRECISE else ():
        told = abs(fact.place - each.fact.place) <= _FACTORS and not (fact.base or fact.plan)
        if told and len(fact.shown.strip("0")) > 1 and misscaled(fact.figure, many * each.fact.value / fact.value, _ROUGH):
            return fact
    return None


def _summed(each: Apiece, fact: Fact, matched: list[Fact]) -> bool:
    """Whether a figure behind is the total, by a word before it or its place in the line."""
    evidence, lead, apart = each.fact.evidence, fact.lead[-45:], fact.place - each.fact.place
    between = sum(each.fact.place < f.place < fact.place for f in matched)
    clause = _CLAUSE.split(lead)[-1]
    if apart > 1 + between or evidence.has("not_totals", clause):
        return False
    if fact.sentence == each.fact.sentence and apart == 1 and lead.rstrip().endswith((":", "=", "|", "\t")):
        return True
    return evidence.has("product_sums", clause + " " + re.split("[,;.]", fact.tail)[0][:12])


def _shared(each: Apiece) -> bool:
    """Whether the amount for each is told as a share of a total before it."""
    return each.fact.evidence.has("shared_out", _CLAUSE.split(each.fact.lead)[-1])


def _explained(each: Apiece, near: list[Fact], totals: list[Fact], total: Fact, told: list[Apiece]) -> bool:
    """Whether some numbers near times the amount make the total, or any other total before it where it is shared out."""
    here = each.fact
    shared = total.place < here.place
    reached = [reach(f.figure) for f in totals if f is total or (shared and f.place < here.place)]
    numbers = [f.value for f in near if f.figure.kind in ("count", "measure") and (f.sentence <= here.sentence or not shared)]
    others = [t.fact.value for t in told if t is not each and t.fact.sentence == here.sentence and _sorted_alike(each, t.fact)]
    added = {Decimal(0), *(value * number for value in others for number in numbers)}
    low, high = _reach(each)
    for size in range(_FACTORS + 1):
        for chosen in combinations(sorted({*numbers, Decimal(_YEAR)})[:8], size):
            many = prod(chosen, start=Decimal(1))
            if any(meet((low * many + more, high * many + more), span) for span in reached for more in added):
                return True
    return False


def _reach(each: Apiece) -> Span:
    """What an amount for each may be; one that is shared out is rounded."""
    low, high = reach(each.fact.figure)
    half = each.fact.step / 2 if _shared(each) else Decimal(0)
    return min(low, each.fact.value - half), max(high, each.fact.value + half)


def _finding(evidence: Evidence, each: Apiece, matched: list[Fact], total: Fact, surely: bool) -> Iterator[Finding]:
    many = Decimal(1)
    for fact in matched:
        many *= fact.value
    needed = many * each.fact.value
    off = abs(log(float(total.value / needed)))
    slips = min(
        slip(total.figure, needed), slip(each.fact.figure, total.value / many), *(slip(f.figure, f.value * total.value / needed) for f in matched)
    )
    scaled = misscaled(total.figure, needed / total.value, _ROUGH)
    if slips > _RARE and not scaled and (surely or off > _NEVER):
        return
    if off > _FAR and slips > _RARE and not scaled and not evidence.has("product_totals", total.lead + total.tail[:12]):
        return
    if each.fact.value > total.value:
        yield evidence.found("too_large", [each.fact.figure], text=each.fact.figure.text)
        return
    said = {"sum": evidence.say(needed, total.figure), "total": evidence.say(total.value, total.figure)}
    yield evidence.found("parts_total", [*(f.figure for f in matched), each.fact.figure, total.figure], told="product_total", **said)
