"""The title against the body «tiêu đề và nội dung»: figures, days and years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from ..hedges import hedge_holds
from ..model import Finding, Mention
from .arithmetic import digits_of, slip, step_of
from .claims import comparable
from .days import days_of
from .evidence import Evidence
from .facts import Fact
from .scopes import MONTH, YEAR, Mark

_OPPOSED = ({"over", "near"}, {"over", "under"}, {"at_least", "under"}, {"at_most", "over"})
_CLOSE, _FAR = Decimal("0.5"), Decimal("0.95")
_PRECISE, _LIKELY, _SWAPPED = Decimal("0.005"), Decimal("0.1"), Decimal("0.012")
_READ = 400
_FIRST = 2  # sentences of the body in which the figure of a title is told


def check_title(evidence: Evidence, facts: list[Fact], title_end: int) -> Iterator[Finding]:
    """What the title says against the body; silent where the body has nothing of its sort."""
    if not title_end:
        return
    body = [f for f in facts if f.figure.start >= title_end][:_READ]
    for said in facts:
        if said.figure.start >= title_end:
            break
        yield from _figure(evidence, said, body)
    yield from _days(evidence, title_end)
    yield from _times(evidence, title_end)


def _figure(evidence: Evidence, said: Fact, body: list[Fact]) -> Iterator[Finding]:
    alike = [f for f in body if comparable(f, said) and f.figure.of == said.figure.of and _certain(said, f)]
    agreeing = [f for f in alike if agrees(said.figure, f.figure)]
    other = _in_another_role(said, alike, agreeing) if agreeing else None
    if not alike or (agreeing and other is None) or (_added(said, alike) and not _slipped(said, alike[0])):
        return
    near = [other] if other else [f for f in alike if _related(said, f)]
    if not near:
        return
    nearest = min(near, key=lambda f: (slip(f.figure, said.value) > _LIKELY, distance(said.figure, f.figure)))
    cut = _cut(said.figure, nearest.figure)
    facts = {"title": said.figure.text, "body": nearest.figure.text}
    if cut is not None:
        yield evidence.found("title_cut", [said.figure], rounded=evidence.say(cut, said.figure), **facts)
    else:
        yield evidence.found("title_body", [said.figure], **facts)


def _slipped(said: Fact, first: Fact) -> bool:
    """The body opens with the same words and digits that changed places: no sum of later figures excuses that."""
    return len(said.wide & first.wide) > 1 and slip(first.figure, said.value) <= _SWAPPED


def _certain(said: Fact, body: Fact) -> bool:
    """A bare number may be anything; only words in common make it the same."""
    bare = "bare" in (*said.figure.flags, *body.figure.flags)
    return not bare or said.value == body.value or len(said.words & body.words) > 1


def _in_another_role(said: Fact, alike: list[Fact], agreeing: list[Fact]) -> Fact | None:
    """The first figure of the body, when the title's number stands there only as a plan or of another year."""
    first = alike[0]
    if said.plan or said.base or _role(first) or first in agreeing or not all(_role(f) or _later(first, f) for f in agreeing):
        return None
    same = first.figure.unit == said.figure.unit and _told_alike(said, first)
    return first if same and not said.opposed(first) and not first.figure.high and first.sentence - said.sentence <= _FIRST else None


def _told_alike(said: Fact, first: Fact) -> bool:
    """Two words in common, or the counted noun where the body begins with it."""
    mine, theirs = ({word.rstrip("s")[:5] for word in fact.wide} for fact in (said, first))
    noun = {word.rstrip("s")[:5] for word in said.figure.text.lower().split()[1:]}
    return len(mine & theirs) > 1 or bool(noun & theirs) or (said.figure.kind == "money" and bool(mine & theirs))


def _role(fact: Fact) -> bool:
    """Whether a figure is a plan, a base or of a year before or after."""
    evidence = fact.evidence
    near = fact.lead[-60:] + re.split("[,;.()]", fact.tail)[0][:40]
    return fact.plan or fact.base or evidence.has("goals", fact.lead[-60:]) or evidence.has("other_years", near)


def _later(first: Fact, fact: Fact) -> bool:
    """Whether a figure of a later sentence names a year, which the first one does not have."""
    mark = fact.mark
    named = mark is not None and mark.scope.grain == YEAR and (first.mark is None or first.mark.scope.differs(mark.scope))
    return named and fact.sentence > first.sentence


def _related(said: Fact, body: Fact) -> bool:
    """Whether the two may be meant as one: near in size, a slip of each other, or told in the same words."""
    if said.opposed(body):
        return False
    close = distance(said.figure, body.figure) <= _CLOSE
    return close or slip(body.figure, said.value) <= _LIKELY or (len(said.words & body.words) > 1 and distance(said.figure, body.figure) < _FAR)


def _added(said: Fact, alike: list[Fact]) -> bool:
    """Whether some of the body's figures in a row make up the title's."""
    for n in range(len(alike)):
        added = Decimal(0)
        for fact in alike[n : n + 12]:
            added += fact.value
            if added == said.value != fact.value:
                return True
    return False


def agrees(said: Mention, body: Mention) -> bool:
    """Whether `said` is a true way to tell the value of `body`."""
    assert said.value is not None and body.value is not None
    if {said.hedge, body.hedge} in _OPPOSED:
        return False
    if said.value == body.value and said.high == body.high:
        return True
    if said.hedge == "exact":
        return rounded(body.value, step_of(said)) == said.value and _shorter(said, body)
    if said.hedge == "about" and digits_of(said) > 2:
        return distance(said, body) <= _PRECISE
    return hedge_holds(said.hedge, said.value, body.value)


def _shorter(said: Mention, body: Mention) -> bool:
    """Only amounts and shares are rounded in a title; 130 for 134 delegations is another number."""
    return said.kind != "count" and step_of(said) > step_of(body)


def rounded(value: Decimal, step: Decimal) -> Decimal:
    """`value` to the nearest `step`, halves away from zero."""
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step if step else value


def _cut(said: Mention, body: Mention) -> Decimal | None:
    """The properly rounded value when the title cut digits off instead."""
    step = step_of(said)
    if body.value is None or not step or said.kind == "count":
        return None
    cut = (body.value / step).quantize(Decimal(1), ROUND_DOWN) * step
    return rounded(body.value, step) if cut == said.value else None


def distance(one: Mention, other: Mention) -> Decimal:
    """How far apart two values are, as a share of the larger."""
    assert one.value is not None and other.value is not None
    largest = max(abs(one.value), abs(other.value))
    return abs(one.value - other.value) / largest if largest else Decimal(0)


def _days(evidence: Evidence, title_end: int) -> Iterator[Finding]:
    """A day of the title that the body tells otherwise, one part of it changed."""
    days = days_of(evidence)
    body = [day for day in days if day.mention.start >= title_end][:_READ]
    for day in days:
        if day.mention.start >= title_end or any(day.same(other) or other.covers(day) for other in body):
            continue
        other = next((other for other in body if day.nearly(other)), None)
        if other is not None:
            yield evidence.found("title_body", [day.mention], title=day.mention.text, body=other.mention.text)


def _times(evidence: Evidence, title_end: int) -> Iterator[Finding]:
    """A year, quarter or month of the title that the body never names, while it names another."""
    body = [m for m in evidence.marks if m.start >= title_end and not m.base][:_READ]
    for mark in evidence.marks:
        if mark.start >= title_end:
            break
        alike = [m for m in body if m.scope.grain == mark.scope.grain and _known(m, mark)]
        if mark.base or mark.scope.grain < MONTH or not alike or any(_agree(mark, m) for m in body):
            continue
        yield Finding(
            "title_body",
            mark.start,
            mark.end,
            evidence.message("title_body", title=evidence.text[mark.start : mark.end], body=evidence.text[alike[0].start : alike[0].end]),
        )


def _known(one: Mark, other: Mark) -> bool:
    return one.scope.differs(other.scope)


def _agree(mark: Mark, body: Mark) -> bool:
    """Whether the body's time is the title's, or lies inside its year."""
    if mark.scope.grain == YEAR and mark.scope.year:
        years = body.scope.grain > YEAR and body.scope.year is not None and body.scope.year // 12 <= mark.scope.year + 1
        return body.scope.year == mark.scope.year or years
    return mark.scope.grain == body.scope.grain and not mark.scope.differs(body.scope)
