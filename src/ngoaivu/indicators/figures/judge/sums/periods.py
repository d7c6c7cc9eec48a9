"""So much by the month and by the year «mức tháng, mức năm, bình quân tháng»: "18 triệu đồng/tháng, tương đương 216 triệu đồng/năm"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from math import log

from ...model import Finding
from ..arithmetic import meet, reach, slip
from ..evidence import Evidence
from ..facts import Fact
from .apiece import Apiece, apiece

_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_LONGER = {"month": ("quarter", "year"), "quarter": ("year",)}
_NEAR, _BACK = 3, 4  # figures looked at behind a rate for its year, and before an average for its total
_RARE, _FAR = Decimal("0.06"), 1.0
_APPOSED = frozenset(",(–-")
_PAID = (("by_months", 12), ("by_quarters", 4), ("by_halves", 2))
_SHORT = 20  # characters behind an instalment that may tell how often it is due
_GAP = 90  # characters between a yearly amount and its instalment
_CLAUSE = re.compile(r"[;\n]|\.(?!\d)")


def check_periods(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """An amount by the month and the same by the year, and the monthly average of a total, that do not agree."""
    for fact in facts:
        yield from _instalment(evidence, facts, fact)
        each = apiece(fact)
        if each is None or len(each.times) != 1 or next(iter(each.times)) not in _MONTHS or fact.figure.hedge not in ("exact", "about"):
            continue
        pair = _longer(each, facts) or _averaged(each, facts)
        if pair is not None and (many := _times(each, *pair)):
            yield from _finding(evidence, fact, pair[0], many)


def _longer(each: Apiece, facts: list[Fact]) -> tuple[Fact, int] | None:
    """The same amount told again by a longer time right behind, and how many times the shorter one goes into it."""
    here, unit = each.fact, next(iter(each.times))
    for fact in facts[here.place + 1 : here.place + 1 + _NEAR]:
        if fact.sentence != here.sentence or _CLAUSE.search(here.evidence.lower, here.figure.end, fact.figure.start):
            return None
        if fact.figure.unit != here.figure.unit or fact.figure.kind != here.figure.kind or fact.figure.high:
            continue
        lead = here.evidence.lower[here.figure.end : fact.figure.start]
        told = apiece(fact)
        longer = [t for t in _LONGER.get(unit, ()) if told and t in told.times]
        whole = unit == "month" and here.evidence.has("whole_years", lead + fact.tail[:34])
        linked = here.evidence.has("same_amounts", lead) or lead.strip() in _APPOSED
        if linked and (longer or (whole and not (told and told.times))):
            return fact, _MONTHS[longer[0] if longer else "year"] // _MONTHS[unit]
        return None
    return None


def _instalment(evidence: Evidence, facts: list[Fact], year: Fact) -> Iterator[Finding]:
    """A yearly amount payable in so much a month: "54,000 a year, payable in equal monthly instalments of 4,500"."""
    part = facts[year.place + 1] if year.place + 1 < len(facts) else None
    if part is None or year.figure.kind != "money" or not part.value or part.figure.unit != year.figure.unit or part.sentence != year.sentence:
        return
    between = evidence.between(year.figure, part.figure)
    told = year.figure.per == "year" or evidence.has("whole_years", year.lead[-_GAP:] + year.tail)
    many = next((many for words, many in _PAID if evidence.has(words, between + part.tail[:_SHORT] + part.figure.text.lower()[-_SHORT:])), 0)
    if told and many and len(between) <= _GAP and evidence.has("instalments", between) and not _CLAUSE.search(between):
        each = apiece(part)
        if _times(each or Apiece(part, frozenset(), frozenset(), False, False), year, many):
            yield from _finding(evidence, part, year, many)


def _averaged(each: Apiece, facts: list[Fact]) -> tuple[Fact, int] | None:
    """The total before of which it is the average, and how many times that lasts."""
    here, unit = each.fact, next(iter(each.times))
    around = re.split(r"[;:(]|,(?!\d)", here.lead)[-1] + here.figure.text.lower()
    if not here.evidence.has("mean_words", around):
        return None
    for fact in reversed(facts[max(0, here.place - _BACK) : here.place]):
        if here.sentence - fact.sentence > 1 or (
            fact.sentence != here.sentence and here.lead.strip(" ,") not in here.evidence.words.get("mean_words", ())
        ):
            return None
        bare = here.figure.kind == "count" == fact.figure.kind and None in (here.figure.unit, fact.figure.unit)
        same = fact.figure.unit == here.figure.unit and fact.figure.kind == here.figure.kind
        if not (bare or same) or apiece(fact) or fact.figure.high or fact.value <= here.value:
            continue
        months = fact.scope.months if fact.scope else None
        return (fact, months // _MONTHS[unit]) if months and 1 < months <= _MONTHS["year"] and months % _MONTHS[unit] == 0 else None
    return None


def _times(each: Apiece, whole: Fact, many: int) -> int:
    """How many times the shorter goes into the longer; 0 where some number of months said near explains both."""
    here = each.fact
    start, end = here.evidence.bounds(here.sentence)
    said = [m.value for m in here.evidence.mentions_in(start, end) if m.value and (m.unit in _MONTHS or m.kind == "count") and m.value < 400]
    low, high = reach(here.figure)
    low, high = min(low, here.value - here.step / 2), max(high, here.value + here.step / 2)
    numbers = {Decimal(many), *said, *(Decimal(many) * n for n in said)}
    return 0 if any(meet((low * n, high * n), reach(whole.figure)) for n in numbers) else many


def _finding(evidence: Evidence, each: Fact, whole: Fact, many: int) -> Iterator[Finding]:
    needed = each.value * many
    off = abs(log(float(whole.value / needed)))
    if off > _FAR and min(slip(whole.figure, needed), slip(each.figure, whole.value / many)) > _RARE:
        return
    said = {"text": each.figure.text, "many": str(many), "sum": evidence.say(needed, whole.figure), "total": evidence.say(whole.value, whole.figure)}
    yield evidence.found("parts_total", [each.figure, whole.figure], told="times_total", **said)
