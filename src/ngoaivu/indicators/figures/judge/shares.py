"""Shares with the part and the whole they are of «tỷ lệ phần trăm»: "100 trong 400, chiếm 30%"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .claims import Claim, comparable, counted
from .evidence import Evidence
from .facts import Fact
from .growth import aside, unbracketed

_BACK, _NEAR, _SENTENCES = 6, 52, 3
_DURATIONS = frozenset({"day", "working_day", "week", "month", "year", "hour"})
_ITEMS = 9  # lines of a list below its whole
_HARD_STOP = re.compile(r"[;]|(?<!\d)\.|\.(?!\d)")


def share_claims(evidence: Evidence, facts: list[Fact], rate: Fact) -> Iterator[Claim]:
    """Part and whole: "19/26", a whole named behind or before, or the total the part was taken from."""
    inner = list(_inner(evidence, facts, rate))
    part = None if inner else _part(evidence, facts, rate)
    if inner:
        yield from inner
    elif part is None:
        yield from _loose(evidence, facts, rate)
    if part is None or _of_other(evidence, rate, part):
        return
    if part.figure.of:
        yield Claim(part, part.figure.of, part, True)
        return
    named = list(_named_wholes(evidence, facts, rate, part))
    yield from named
    if not named and rate.figure.kind != "ratio":
        planned = evidence.has("planned", rate.tail[:24] + " " + rate.figure.text.lower())
        yield from (c for c in _earlier(evidence, facts, rate, part) if not planned or c.other.plan)


def _inner(evidence: Evidence, facts: list[Fact], rate: Fact) -> Iterator[Claim]:
    """ "A third of the 90 delegates, that is 30 people": the whole right behind the rate, the part behind that."""
    whole, part = (*facts[rate.place + 1 : rate.place + 3], None, None)[:2]
    if whole is None or part is None or part.sentence != rate.sentence or not (counted(whole) and counted(part)):
        return
    of = len(whole.lead) < _NEAR and not set(whole.lead) & set(",;.(") and evidence.has("of_whole", whole.lead)
    if of and comparable(part, whole) and evidence.has("apposed", part.lead) and not evidence.has("joiners", part.lead):
        yield Claim(part, whole.value, whole, True)


def _loose(evidence: Evidence, facts: list[Fact], rate: Fact) -> Iterator[Claim]:
    """Pairs no wording joins to a share of the same sentence: only a rare slip will accuse them."""
    part = facts[rate.place - 1] if rate.place else None
    if part is None or part.sentence != rate.sentence or not counted(part) or rate.plan or _of_other(evidence, rate, part):
        return
    for whole in facts[max(0, part.place - _BACK) : part.place]:
        if rate.sentence - whole.sentence <= 1 and counted(whole) and whole.value > part.value and comparable(whole, part):
            yield Claim(part, whole.value, whole, False)


def _part(evidence: Evidence, facts: list[Fact], rate: Fact) -> Fact | None:
    """The value right before the rate, joined by a bracket or "chiếm"; or right behind it."""
    n = rate.place
    before = next((f for f in reversed(facts[max(0, n - 2) : n]) if f.sentence == rate.sentence and f.figure.unit not in _DURATIONS), None)
    if before is not None and aside(before) and rate.lead.lstrip().startswith(")"):
        before = unbracketed(facts, before)
        return before if evidence.has("share_opens", rate.lead + rate.figure.text.lower()) and before and counted(before) else None
    text = rate.lead + rate.figure.text.lower()
    apposition = rate.lead.rstrip().endswith(",") and evidence.starts_with("whole_tails", rate.tail.lstrip())
    joined = rate.lead.rstrip().endswith("(") or apposition or evidence.has("share_opens", text)
    if before and counted(before) and joined and len(rate.lead) <= _NEAR and not _HARD_STOP.search(rate.lead):
        return before
    after = facts[n + 1] if n + 1 < len(facts) and facts[n + 1].sentence == rate.sentence else None
    apposed = evidence.has("apposed", after.lead) or after.lead.strip() == "(" if after else False
    if after and counted(after) and apposed and len(after.lead) <= _NEAR and not after.plan:
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
    if behind and behind.sentence == rate.sentence and counted(behind) and comparable(part, behind):
        between = evidence.between(rate.figure, behind.figure)
        bracketed = behind.plan or (re.fullmatch(r"[^,;.()]*", between) and evidence.has("of_whole", between))
        if bracketed and len(between) < 50 and part.value <= behind.value * 3 and not behind.lead.startswith(","):
            yield Claim(part, behind.value, behind, True)
            return
    first = facts[part.place - 1] if part.place else None
    if first and part.place < n and first.sentence == rate.sentence and counted(first) and comparable(first, part):
        lead = re.split("[,;(]", part.lead)[-1].strip()
        named = lead in evidence.words["whole_leads"] or evidence.has("wholes", lead)
        if first.value <= part.value and (named or evidence.starts_with("wholes", part.figure.text.lower())):
            yield Claim(first, part.value, part, True)


def _earlier(evidence: Evidence, facts: list[Fact], rate: Fact, part: Fact) -> Iterator[Claim]:
    """Totals the part may have been taken from: greater figures of its sort, in its sentence or just before."""
    item = evidence.item(rate.sentence)
    back = 2 * _ITEMS if item else 2 * _BACK
    wholes = [
        f
        for f in (*facts[max(0, part.place - back) : part.place], *_later(evidence, facts, rate))
        if rate.sentence - f.sentence <= (_ITEMS if item else _SENTENCES)
        and counted(f)
        and f.value >= part.value
        and comparable(f, part)
        and not f.opposed(part)
    ]
    for whole in wholes if item else wholes[-_BACK:]:
        alone = len(wholes) == 1 or (whole is wholes[0] and whole.value == max(w.value for w in wholes))
        near = rate.sentence - whole.sentence <= 1 or (item and not evidence.item(whole.sentence)) or evidence.has("totals_open", part.lead)
        yield Claim(part, whole.value, whole, alone and near and not whole.base and not _apart(whole, part))


def _later(evidence: Evidence, facts: list[Fact], rate: Fact) -> list[Fact]:
    """A whole that only the next sentence tells: "The whole budget came to ..."."""
    behind = (f for f in facts[rate.place + 1 : rate.place + 5] if f.sentence == rate.sentence + 1)
    return [f for f in behind if evidence.has("whole_named", f.lead[-40:])][:1]


def _apart(whole: Fact, part: Fact) -> bool:
    """Different years tell that one is not a part of the other."""
    years = [f.mark.scope.year for f in (whole, part) if f.mark and f.mark.scope.year]
    return len(set(years)) > 1
