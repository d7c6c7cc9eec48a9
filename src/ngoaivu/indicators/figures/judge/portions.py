"""Shares of one whole «cơ cấu phần trăm»: those that claim to be all of it make 100%."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..model import Finding
from .arithmetic import meet, reach, slip
from .evidence import Evidence
from .facts import Fact, halves

_WHOLE = (Decimal(1), Decimal(1))
_NEAR, _LIKELY, _RARE, _SWAPPED = Decimal("0.12"), Decimal("0.25"), Decimal("0.03"), Decimal("0.012")


def check_portions(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Lists of shares, sentence by sentence, that should make 100% and do not."""
    for group in _groups(evidence, facts):
        added = sum((f.value for f in group), Decimal(0))
        spans = [reach(f.figure) for f in group]
        total = (sum(s[0] for s in spans) + Decimal(0), sum(s[1] for s in spans) + Decimal(0))
        if not meet(total, _WHOLE) and _wrong(evidence, group, added):
            yield evidence.found("shares_total", [f.figure for f in group], sum=evidence.say(added, group[0].figure))


def _groups(evidence: Evidence, facts: list[Fact]) -> Iterator[list[Fact]]:
    """The shares of each sentence, a new list behind ";" or where another whole is named."""
    group: list[Fact] = []
    for fact in facts:
        figure = fact.figure
        share = figure.kind == "share" and not figure.high and 0 < fact.value < 1
        if not share or fact.plan or fact.base:
            continue
        if group and (not _beside(evidence, group[-1], fact) or _parted(evidence, group, fact)):
            if len(group) > 1:
                yield group
            group = []
        group.append(fact)
    if len(group) > 1:
        yield group


def _beside(evidence: Evidence, one: Fact, other: Fact) -> bool:
    """In one sentence, or on two lines of a list that follow each other."""
    return one.sentence == other.sentence or (other.sentence - one.sentence == 1 and evidence.item(one.sentence) and evidence.item(other.sentence))


def _parted(evidence: Evidence, group: list[Fact], fact: Fact) -> bool:
    between = evidence.between(group[-1].figure, fact.figure)
    full = sum((f.value for f in group), Decimal(0)) == 1
    return full or (len(group) > 1 and evidence.has("totals_open_all", between))


def _wrong(evidence: Evidence, group: list[Fact], added: Decimal) -> bool:
    start = evidence.bounds(group[0].sentence)[0]
    opening = evidence.lower[max(start, group[0].figure.start - 120) : group[0].figure.start]
    last = group[-1]
    around = last.lead[-45:] + last.figure.text.lower() + last.tail[:30]
    rest = evidence.has("rest", around) or (len(group) > 2 and evidence.has("others", around))
    remaining = evidence.has("rest", last.tail[30:]) or evidence.has("rest", last.tail[:30])
    if rest and not (remaining and added < 1):
        return True
    if halves(group) or (len(group) == 2 and evidence.complements(group[0].lead[-30:] + _span(evidence, group))):
        return True
    if len(group) > 2 and added > 1 and evidence.has("totals_open", opening):
        return True
    lines = group[0].sentence != last.sentence
    listed = lines or (evidence.has("joiners", last.lead) and not evidence.has("weakly", opening + evidence.between(group[0].figure, last.figure)))
    limit = _LIKELY if listed or evidence.has("totals_open_all", opening) or evidence.has("totals_open", opening) else _RARE
    chance = min(slip(f.figure, f.value + 1 - added) for f in group)
    near = abs(1 - added) <= _NEAR or chance <= _SWAPPED
    return len(group) > 2 and near and chance <= limit


def _span(evidence: Evidence, group: list[Fact]) -> str:
    return evidence.lower[group[0].figure.start : group[-1].figure.end] + group[-1].tail[:20]
