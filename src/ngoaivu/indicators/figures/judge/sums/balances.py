"""What was, came, went and is left «đầu kỳ, tăng, giảm, cuối kỳ»: "38 tổ chức, 5 đăng ký mới, 3 chấm dứt, cuối năm có 40"; and what remains."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from math import log

from ...model import Finding
from ..arithmetic import meet, reach, slip
from ..equations.model import sorted_alike, valued
from ..evidence import Evidence
from ..facts import Fact
from ..flows import own_words, sign_of
from ..plain import counted
from ..scopes import YEAR

_BACK, _SENTENCES, _LINES = 7, 3, 8
_RARE, _FAR = Decimal("0.06"), 0.7


def check_balances(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """A stock at the end that is not what was there, came and went; a rest that is not what the parts leave."""
    spoken: set[int] = set()
    for closing in facts:
        if not _countable(closing) or closing.figure.hedge != "exact":
            continue
        for run in (None if closing.plan else _balance(facts, closing), _rest(facts, closing)):
            if run is not None and spoken.isdisjoint(fact.place for fact, _ in run):
                yield _finding(evidence, closing, run)
                spoken |= {closing.place, *(fact.place for fact, _ in run)}


_Run = list[tuple[Fact, int]]  # each figure with the sign it is counted by


def _countable(fact: Fact) -> bool:
    return (
        valued(fact)
        and not (fact.figure.of or fact.figure.per or fact.plan or fact.base)
        and fact.figure.unit not in ("day", "month", "year", "hour")
    )


def _planned(fact: Fact) -> bool:
    """A planned amount, of which a rest may be left: "dự toán 860 triệu đồng"."""
    return fact.plan and valued(fact) and not (fact.figure.of or fact.figure.per or fact.base)


def _balance(facts: list[Fact], closing: Fact) -> _Run | None:
    """The stock before, and everything that came and went since; None where the balance holds or is not told."""
    if not _closes(closing):
        return None
    flows: _Run = []
    for fact in reversed(facts[max(0, closing.place - _BACK) : closing.place]):
        if _far(fact, closing):
            return None
        if not _countable(fact) or not _alike(fact, closing):
            continue
        sign, told = sign_of(fact), " ".join(own_words(fact))
        if flows and (
            fact.evidence.has("openings", told) or (not sign and len({sign for _, sign in flows}) > 1 and fact.evidence.has("openings_weak", told))
        ):
            run = [(fact, 1), *reversed(flows)]
            return None if _holds(run, closing) or not _near(run, closing) or _other_year(closing, fact) or _unread(fact, closing) else run
        if not sign or fact.plan:
            return None
        flows.append((fact, sign))
    return None


def _closes(fact: Fact) -> bool:
    """Whether a figure is what is left; one joined to a flow before it, "18 had left and 25 newcomers", is none."""
    if fact.evidence.has("closings", " ".join(own_words(fact))):
        return True
    return fact.evidence.has("closings", fact.lead) and not fact.evidence.ends_with("balance_joins", fact.lead.rstrip()) and sign_of(fact) <= 0


def _alike(one: Fact, other: Fact) -> bool:
    """Whether two figures count one thing: by unit, or by the noun they are told with."""
    if sorted_alike(one, other):
        return True
    nouns = [(fact.figure.subject or "").lower().split()[:1] for fact in (one, other)]
    return one.figure.kind == other.figure.kind == "count" and nouns[0] == nouns[1] != []


def _unread(opening: Fact, closing: Fact) -> bool:
    """Whether a number stands between that was read as none: "Nine joined", "took in 600"."""
    evidence, place = closing.evidence, opening.figure.end
    for mention in [*evidence.mentions_in(place, closing.figure.start), closing.figure]:
        hidden = mention.kind in ("structural", "document") and counted(evidence.text, evidence.lower, mention, evidence.lang) is None
        if hidden or evidence.has("number_words", evidence.lower[place : mention.start]):
            return True
        place = mention.end
    return False


def _other_year(closing: Fact, opening: Fact) -> bool:
    """Whether what is left is told of a year by itself: "In 2023 the closing figure was 118"."""
    year = closing.mark.scope.year if closing.mark and closing.mark.scope.grain == YEAR else None
    return year is not None and year != (opening.scope.year if opening.scope else None)


def _far(fact: Fact, closing: Fact) -> bool:
    listed = fact.evidence.listed(fact.sentence) and closing.evidence.listed(closing.sentence)
    return closing.sentence - fact.sentence > (_LINES if listed else _SENTENCES)


def _rest(facts: list[Fact], rest: Fact) -> _Run | None:
    """A whole and its parts, where what is called the rest is not what they leave."""
    lead, tail = own_words(rest)
    if not (rest.evidence.ends_with("rest_leads", lead.rstrip()) or rest.evidence.has("rest_tails", tail)):
        return None
    near = [f for f in facts[max(0, rest.place - _BACK) : rest.place] if _alike(f, rest) and not _far(f, rest)]
    earlier = [f for f in near if _countable(f) or (f is near[0] and _planned(f))]
    if len(earlier) < 2 or any(_left(earlier, n, rest) for n in range(len(earlier))):
        return None
    whole = max(earlier, key=lambda fact: fact.value)
    parts = _undivided(whole, [f for f in earlier if f.place > whole.place])
    told = any(rest.evidence.has(words, f.lead) for f in parts for words in ("part_opens", "weakly") if f.place > whole.place + 1)
    if (
        not parts
        or told
        or (any(sign_of(f) > 0 for f in parts) and rest.evidence.has("closings", lead))
        or whole.value <= rest.value
        or any(_timed(whole, f) for f in parts)
    ):
        return None
    run = [(whole, 1), *((f, -1) for f in parts)]
    return run if _near(run, rest) and not _unread(whole, rest) else None


def _undivided(whole: Fact, parts: list[Fact]) -> list[Fact]:
    """The parts without an earlier breakdown of the whole, and without what the first of them is made of: "chi 4.385, gồm 2.160, 1.475 và 750"."""
    for n in range(2, len(parts)):
        if sum(part.value for part in parts[:n]) == whole.value:
            return parts[n:]
        if sum(part.value for part in parts[1 : n + 1]) == parts[0].value:
            return [parts[0], *parts[n + 1 :]]
    return parts


def _timed(whole: Fact, part: Fact) -> bool:
    """Whether another time is told for a part."""
    return bool(whole.mark and part.mark and whole.mark.scope.differs(part.mark.scope) and not part.mark.scope.within(whole.mark.scope))


def _left(earlier: list[Fact], n: int, rest: Fact) -> bool:
    """Whether some of the figures around leave the rest of one of them."""
    others = [f for f in earlier if f is not earlier[n]]
    return any(
        _holds([(earlier[n], 1), *((f, -1) for f in chosen)], rest) for size in range(len(others) + 1) for chosen in combinations(others, size)
    )


def _holds(run: _Run, closing: Fact) -> bool:
    steps = {fact.step for fact, _ in run} | {closing.step}
    finest = min(steps) if len(steps) > 1 else None
    spans = [(reach(fact.figure, finest), sign) for fact, sign in run]
    low = sum((span[0] if sign > 0 else -span[1] for span, sign in spans), Decimal(0))
    high = sum((span[1] if sign > 0 else -span[0] for span, sign in spans), Decimal(0))
    return meet((low, high), reach(closing.figure, finest))


def _needed(run: _Run) -> Decimal:
    return sum((fact.value * sign for fact, sign in run), Decimal(0))


def _near(run: _Run, closing: Fact) -> bool:
    """Whether the figures were meant to balance: near enough, or one looks like a slip."""
    needed = _needed(run)
    if needed <= 0:
        return False
    slips = [slip(closing.figure, needed), *(slip(fact.figure, fact.value + sign * (closing.value - needed)) for fact, sign in run)]
    return abs(log(float(closing.value / needed))) <= _FAR or min(slips) <= _RARE


def _finding(evidence: Evidence, closing: Fact, run: _Run) -> Finding:
    said = {"sum": evidence.say(_needed(run), closing.figure), "total": evidence.say(closing.value, closing.figure)}
    return evidence.found("parts_total", [closing.figure, *(fact.figure for fact, _ in run)], told="balance_left", **said)
