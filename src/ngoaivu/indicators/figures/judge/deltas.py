"""Differences told as amounts «chênh lệch»: "tăng 5 đoàn so với 30 đoàn", "xuất siêu 115 triệu USD"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding
from .arithmetic import Span, meet, reach, same_sort, step_of
from .claims import counted
from .evidence import Evidence
from .facts import Fact
from .growth import around, moved, older

_BACK, _SENTENCES = 12, 2
_BALANCE = frozenset({"balance"})


def check_deltas(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Increases and balances that the two values beside them contradict."""
    for fact in facts:
        if fact.figure.high or not fact.figure.unit:
            continue
        if fact.figure.kind == "growth":
            yield from _increase(evidence, facts, fact)
        elif fact.aspects.get("trade") == _BALANCE and counted(fact) and not fact.base:
            yield from _balance(evidence, facts, fact)


def _increase(evidence: Evidence, facts: list[Fact], fact: Fact) -> Iterator[Finding]:
    near = [f for f in around(facts, fact) if f.figure.unit == fact.figure.unit and f.figure.per is None]
    pairs = [(one, other) for k, one in enumerate(near) for other in near[k + 1 :] if same_sort(one.figure, other.figure) and not one.opposed(other)]
    if any(_apart(fact, *pair) for pair in pairs):
        return
    for one, other in pairs:
        now, base = (other, one) if older(evidence, one, other) else (one, other)
        if base.base and moved(evidence, fact, now, base):
            yield _told(evidence, fact, base, now)
            return


def _balance(evidence: Evidence, facts: list[Fact], fact: Fact) -> Iterator[Finding]:
    """Exports less imports, both told just before for the same time."""
    sides: dict[str, Fact] = {}
    for other in reversed(facts[max(0, fact.place - _BACK) : fact.place]):
        side = other.aspects.get("trade", frozenset())
        fits = fact.sentence - other.sentence <= _SENTENCES and same_sort(other.figure, fact.figure) and not (other.base or other.plan)
        if fits and len(side) == 1 and not (fact.scope and other.scope and fact.scope.differs(other.scope)):
            sides.setdefault(next(iter(side)), other)
    pair = sides.get("export"), sides.get("import")
    if pair[0] is not None and pair[1] is not None and not _apart(fact, pair[0], pair[1]):
        yield _told(evidence, fact, pair[1], pair[0])


def _apart(fact: Fact, one: Fact, other: Fact) -> bool:
    """Whether two values are as far from each other as the figure says."""
    step = min(step_of(f.figure) for f in (fact, one, other))
    first, second = reach(one.figure, step), reach(other.figure, step)
    gap: Span = (first[0] - second[1], first[1] - second[0])
    if gap[0] + gap[1] < 0:
        gap = (-gap[1], -gap[0])
    return meet(gap, reach(fact.figure))


def _told(evidence: Evidence, fact: Fact, base: Fact, now: Fact) -> Finding:
    like = now.figure
    said = {"low": evidence.say(base.value, like), "high": evidence.say(now.value, like)}
    said |= {"real": evidence.say(abs(now.value - base.value), like), "stated": evidence.say(abs(fact.value), like)}
    return evidence.found("growth_values", [fact.figure, base.figure, like], **said)
