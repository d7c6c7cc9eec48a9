"""Totals that something lifts «nâng tổng số lên»: "tặng thêm 12 giường, nâng tổng số từ 46 lên 58", "taking the tally from 214 to 245".

What came in and what went out must make up what lies between the total before and the total after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from math import log

from ...model import Finding
from ..arithmetic import meet, reach, slip
from ..equations.model import sorted_alike, valued
from ..evidence import Evidence
from ..facts import Fact
from .months import months_between, months_of

_BACK, _MOST = 6, 3  # figures looked back over; steps that make a change
_GAP, _TAIL = 70, 40
_TIMES = frozenset({"day", "week", "month", "quarter", "year"})
_BROKEN = re.compile(r"[;\n]|\.(?!\d)")
_FAR, _RARE = 0.35, Decimal("0.06")


def check_lifted(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Totals that do not come from the one before by what is told to have come and gone."""
    for after in facts:
        if not _total(after):
            continue
        before = _from(evidence, facts, after)
        near = _steps(facts, after, before)
        if near and _overtaken(evidence, near[0], after):
            yield evidence.found("month_year", [near[0].figure, after.figure], short=near[0].figure.text, long=after.figure.text)
            continue
        run = _moved(near, before, after) if before else _added(near, after)
        if run is not None:
            yield _finding(evidence, after, run)


def _total(fact: Fact) -> bool:
    """Whether a figure is the one a total is lifted to."""
    if not valued(fact) or fact.figure.per or fact.average or fact.plan or fact.figure.hedge != "exact":
        return False
    lead = fact.evidence.before(fact.figure, 2 * _GAP)
    found = fact.evidence.each("lifts", lead)
    if (
        not found
        or _BROKEN.search(lead[found[-1] :])
        or fact.evidence.has("lifted_not", lead[found[-1] :])
        or not fact.evidence.ends_with("lifted_to", lead.rstrip())
    ):
        return False
    between = fact.evidence.mentions_in(fact.figure.start - len(lead) + found[-1], fact.figure.start)
    return sum(one.is_figure and one.unit not in _TIMES for one in between) <= 1


def _overtaken(evidence: Evidence, step: Fact, after: Fact) -> bool:
    """Whether a month is more than the longer time it is told to lift: "18,200 in September, bringing the nine-month figure to 16,900"."""
    part, whole = months_of(step), months_between(evidence, step.figure.end, after.figure.start)
    lifted = step.sentence == after.sentence and step.value > after.value and step.figure.hedge == "exact" and not step.plan
    return lifted and part is not None and whole is not None and _alike(step, after) and part.inside(whole)


def _from(evidence: Evidence, facts: list[Fact], after: Fact) -> Fact | None:
    """The total before: "from 214 to 245", "to 548,000, compared with 487,000"."""
    for fact in facts[max(0, after.place - 1) : after.place]:
        lead, between = evidence.before(fact.figure, _TAIL).rstrip(), evidence.between(fact.figure, after.figure)
        if _alike(fact, after) and evidence.ends_with("lifted_from", lead) and len(between) <= _TAIL and not _BROKEN.search(between):
            return fact
    for fact in facts[after.place + 1 : after.place + 2]:
        between = evidence.between(after.figure, fact.figure)
        if _alike(fact, after) and len(between) <= _TAIL and evidence.ends_with("lifted_above", between.rstrip()) and _later(evidence, fact):
            return fact
    return None


def _later(evidence: Evidence, fact: Fact) -> bool:
    """Whether a total told for comparison is that of the time right before, and no other year's."""
    return not evidence.has("other_years", fact.tail) and not evidence.has("same_period", fact.tail) and not re.search(r"(?:19|20)\d\d", fact.tail)


def _steps(facts: list[Fact], after: Fact, before: Fact | None) -> list[Fact]:
    """The figures before a total that may have lifted it, nearest first."""
    last = min(after.place, before.place if before else after.place)
    near = [
        fact
        for fact in reversed(facts[max(0, last - _BACK) : last])
        if valued(fact) and not (fact.figure.per or fact.base or fact.plan or _ended(fact))
    ]
    near = [fact for fact in near if fact.figure.unit not in _TIMES or _bare(fact)]
    near = [fact for fact in near if after.sentence - fact.sentence <= (1 if before else 2)]
    steps = [fact for fact in near if not fact.evidence.has("part_opens", fact.lead)]
    return steps if len(steps) > 1 else near  # "57 đoàn (riêng tháng 6 có 23 đoàn), nâng ..."


def _ended(fact: Fact) -> bool:
    """Whether a figure is itself one end of a change: "from 31 to 40"."""
    lead = fact.lead.rstrip()
    return fact.evidence.ends_with("lifted_from", lead) or (fact.evidence.ends_with("lifted_to", lead) and fact.evidence.has("lifts", lead))


def _alike(fact: Fact, after: Fact) -> bool:
    """Whether two figures count one thing; a bare number behind "ten-month total" is none of months."""
    if sorted_alike(fact, after) or (_bare(after) and fact.figure.kind == "count"):
        return True
    nouns = [(one.figure.subject or "").lower().split()[:1] for one in (fact, after)]
    return fact.figure.kind == after.figure.kind == "count" and nouns[0] == nouns[1] != []


def _bare(fact: Fact) -> bool:
    return fact.figure.text.strip()[-1:].isdigit() and (fact.figure.unit is None or fact.figure.unit in _TIMES)


_Run = list[tuple[Fact, int]]


def _moved(near: list[Fact], before: Fact, after: Fact) -> _Run | None:
    """From the total before: the nearest step alone, where no steps told make the difference."""
    alike = [fact for fact in near if _alike(fact, after)]
    same = [fact for fact in alike if fact.sentence == after.sentence] or alike
    if not same or any(_holds([(before, 1), *run], after) for run in _signed(near)):
        return None
    run = [(before, 1), (same[0], 1 if after.value >= before.value else -1)]
    return run if len(same) == 1 else [(before, 1), *((fact, 1) for fact in reversed(same[:_MOST]))]


def _signed(near: list[Fact]) -> Iterator[_Run]:
    """Every way to count the nearest steps as come, gone or not meant."""
    steps = near[: _MOST + 1]
    for signs in product((1, -1, 0), repeat=len(steps)):
        yield [(fact, sign) for fact, sign in zip(steps, signs, strict=True) if sign]


def _added(near: list[Fact], after: Fact) -> _Run | None:
    """Without a total before: what was there and what came, where no figures told make the total and these were meant to."""
    held = any(_holds(run, after) for run in _signed(near) if run and run[0][0] is near[0])
    near = [fact for fact in near if _alike(fact, after)]
    if len(near) == 1 and near[0].sentence == after.sentence and near[0].value > after.value and _newest(near[0]) and _raised(after):
        return [(near[0], 1)]
    sunk = bool(near) and after.value <= max(fact.value for fact in near)
    if len(near) < 2 or held or (sunk and not after.evidence.has("year_closed", after.evidence.before(after.figure, _GAP))):
        return None
    run = [(fact, 1) for fact in reversed(near[:2])]
    return run if _close(run, after) and _newest(near[0]) else None


def _raised(after: Fact) -> bool:
    """Whether a verb lifts the total, so that it cannot be less than what lifted it."""
    return after.evidence.has("raises", after.evidence.before(after.figure, _GAP))


def _newest(step: Fact) -> bool:
    """Whether the nearest figure is told as something that came."""
    around = f"{step.lead[-_GAP:]} {step.figure.text.lower()} {step.tail[:_TAIL]}"
    return step.evidence.has("came", around) or step.evidence.has("came_alone", around)


def _close(run: _Run, after: Fact) -> bool:
    needed = sum((fact.value * sign for fact, sign in run), Decimal(0))
    slips = [slip(after.figure, needed), *(slip(fact.figure, after.value - needed + fact.value) for fact, _ in run)]
    return abs(log(float(after.value / needed))) <= _FAR or min(slips) <= _RARE


def _holds(run: _Run, after: Fact) -> bool:
    finest = min(fact.step for fact in (after, *(fact for fact, _ in run)))
    spans = [(reach(fact.figure, finest), sign) for fact, sign in run]
    low = sum((span[0] if sign > 0 else -span[1] for span, sign in spans), Decimal(0))
    high = sum((span[1] if sign > 0 else -span[0] for span, sign in spans), Decimal(0))
    return meet((low, high), reach(after.figure, finest))


def _finding(evidence: Evidence, after: Fact, run: _Run) -> Finding:
    needed = sum((fact.value * sign for fact, sign in run), Decimal(0))
    said = {"sum": evidence.say(needed, after.figure), "total": evidence.say(after.value, after.figure)}
    return evidence.found("parts_total", [after.figure, *(fact.figure for fact, _ in run)], told="balance_left", **said)
