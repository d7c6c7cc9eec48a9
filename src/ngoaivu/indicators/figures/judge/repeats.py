"""The same thing said twice «nói hai lần»: one subject with two values, told again or pointed back at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ..model import Finding, Mention
from .arithmetic import digits_of, same_sort, slip
from .evidence import Evidence
from .facts import Fact
from .titles import agrees, distance

_CLOSE = Decimal("0.5")
_ALIKE, _WHOLE = 0.6, 0.4
_FEW = 2
_OPENING, _SHORT, _SENTENCE = 60, 5, 200  # characters
_SAME, _DOZEN = 0.75, 12  # small numbers and shares are many: they must be told in nearly the same words
_ROUNDED = 3  # digits: "80 triệu" beside "79,5 triệu" is a second value, "1,59 tỷ" beside "1.592,3 triệu" a rounded one
_ALIKE_WORDS, _DECIMALS = 3, 3
_COMPARED = 30  # how many earlier figures of its sort one figure is compared with: keeps long texts linear
_LIKELY = Decimal("0.3")
_RARE, _RAREST = Decimal("0.1"), Decimal("0.01")
_SWAPPED = Decimal("0.004")  # two digits of three swapped, or rarer


def check_repeats(evidence: Evidence, facts: list[Fact], title_end: int) -> Iterator[Finding]:
    """Two sentences that tell the same thing with different values."""
    told: dict[tuple[str, str | None], list[Fact]] = {}
    for fact in facts:
        if fact.figure.start < title_end or fact.figure.kind == "growth":
            continue
        earlier = told.setdefault((fact.figure.kind, fact.figure.unit), [])
        near = [f for f in earlier[-_COMPARED:] if f.sentence != fact.sentence]
        one = _pointed(fact, near) if fact.definite or fact.figure.of else None
        one = None if one is not None and _added(fact, earlier) else one
        known = _added(fact, earlier) or any(f.value == fact.value and not (f.plan or f.base) for f in near)
        one = one or (None if known else next((f for f in near if _again(f, fact)), None))
        if one is not None:
            yield evidence.found("two_values", [fact.figure], one=one.figure.text, other=fact.figure.text)
        earlier.append(fact)


def _added(fact: Fact, earlier: list[Fact]) -> bool:
    """Whether the figures of its sort right before make it up: it is their total, not one of them again."""
    last = [f.value for f in earlier[-4:]]
    return any(sum(last[k:], Decimal(0)) == fact.value for k in range(len(last) - 1))


def _pointed(fact: Fact, earlier: list[Fact]) -> Fact | None:
    """The earlier figure that a figure points back at with another value, when none has its value."""
    seen = _whole_of(fact)
    same = [f for f in earlier if _maybe(f, seen)]
    stale = any(f.value == seen.value for f in earlier if f not in same)
    if not same or any(agrees(f.figure, seen.figure) or agrees(seen.figure, f.figure) for f in same):
        return None
    likely = [f for f in same if _points(f, seen) or (stale and f.words & seen.words)]
    return min(likely, key=lambda f: (-len(f.words & seen.words), slip(seen.figure, f.value)), default=None)


def _whole_of(fact: Fact) -> Fact:
    """ "120 of the 153 participants" points back with its whole."""
    if not fact.figure.of:
        return fact
    return replace(fact, figure=replace(fact.figure, value=fact.figure.of, of=None))


def _maybe(one: Fact, other: Fact) -> bool:
    """Whether two figures can speak of the same thing at the same time."""
    if not same_sort(one.figure, other.figure) or one.figure.of or one.opposed(other) or one.plan != other.plan or one.average != other.average:
        return False
    if _times_differ(one, other):
        return False
    numbers = one.numbered, other.numbered
    return not (all(numbers) and numbers[0] != numbers[1])


def _times_differ(one: Fact, other: Fact) -> bool:
    if one.scope is None or other.mark is None:
        return False
    return one.scope.differs(other.mark.scope) or (one.base != other.base and not _one_time(one, other))


def _one_time(one: Fact, other: Fact) -> bool:
    """Whether both name their time, and it is one: then a base is the same value told again."""
    return one.mark is not None and other.mark is not None and one.mark.scope == other.mark.scope


def _points(one: Fact, other: Fact) -> bool:
    shared = len(one.wide & other.wide)
    chance = slip(other.figure, one.value)
    if shared == 0:
        return chance <= _RAREST
    if chance <= _RARE or (chance <= _LIKELY and shared > 1):
        return True
    return shared > _FEW and shared >= _ALIKE * min(len(one.words), len(other.words)) and distance(one.figure, other.figure) <= _CLOSE


def _again(one: Fact, other: Fact) -> bool:
    """Whether the second figure tells the first again, in the same words, and tells it otherwise."""
    evidence, first, second = one.evidence, one.figure, other.figure
    if first.value == second.value or first.of != second.of or one.base or not _maybe(one, other):
        return False
    if _swapped(one, other):
        return True
    swapped = slip(second, first.value or Decimal(0)) <= _SWAPPED and len(one.wide & other.wide) > _FEW
    if (one.mark is None) != (other.mark is None) and not (swapped or _retold(one, other)):
        return False
    if not (one.words and other.words) or evidence.row(other.sentence):
        return False
    if one.label and other.label and one.label != other.label and not _retold(one, other):
        return False
    if not _one_subject(one, other) or _places_differ(one, other):
        return False
    if evidence.has("newness", evidence.before(second, 80) + second.text.lower() + other.tail[:12]) or _apart(other):
        return False
    if first.hedge == second.hedge == "exact" and min(digits_of(first), digits_of(second)) < _ROUNDED:
        return True
    return not (agrees(first, second) or agrees(second, first))


def _swapped(one: Fact, other: Fact) -> bool:
    """Two digits swapped in an amount told of the same thing in other words: "cost 78 billion", "at a cost of 87 billion"."""
    first, second = one.figure, other.figure
    fine = first.kind in ("money", "measure") or (first.kind == "count" and first.unit is not None and digits_of(first) >= _ROUNDED)
    if not fine or first.hedge != second.hedge or other.average or _places_differ(one, other):
        return False
    if _apart(other) and not (other.base and _one_time(one, other)):
        return False
    if not _two_swapped(first, second) or one.evidence.row(other.sentence):
        return False
    mine, theirs = ({word[:5] for word in fact.wide} for fact in (one, other))
    sides = any(one.aspects[a] & other.aspects[a] for a in one.aspects.keys() & other.aspects.keys())
    back = one.evidence.has("pointers", other.evidence.after(second, 40)) or other.definite
    return len(mine & theirs) > (0 if sides and back else 1 if sides or back else _ALIKE_WORDS)


def _two_swapped(one: Mention, other: Mention) -> bool:
    """Whether the digits shown differ by two neighbours that changed places."""
    first, second = (str(int((m.value or Decimal(0)).scaleb(_DECIMALS))).rstrip("0") for m in (one, other))
    wrong = [k for k, (a, b) in enumerate(zip(first, second, strict=False)) if a != b]
    alike = len(first) == len(second) and len(wrong) == 2 and wrong[1] == wrong[0] + 1
    return alike and first[wrong[0]] == second[wrong[1]] and first[wrong[1]] == second[wrong[0]]


def _apart(other: Fact) -> bool:
    """A part, a base or an equivalent in another currency is told once more by its nature."""
    lead = other.lead.rstrip()
    within = other.evidence.before(other.figure, _SENTENCE)
    return other.base or lead.endswith("(") or other.evidence.has("totals_open", within) or other.evidence.has("equated", lead)


def _one_subject(one: Fact, other: Fact) -> bool:
    """Most words alike, more of them where the values are far apart; few words must be the same."""
    first, second = one.words, other.words
    near = slip(other.figure, one.value) <= _RARE
    if not near and distance(one.figure, other.figure) > _CLOSE:
        return False
    if first == second and (len(first) > _FEW or near or _retold(one, other)):
        return True
    alike, fewer, more = len(first & second), min(len(first), len(second)), max(len(first), len(second))
    if len(one.wide & other.wide) > 1 and slip(other.figure, one.value) <= _SWAPPED:
        return True
    if fewer <= _FEW and not near and not (alike == fewer and _retold(one, other)):
        return False
    small = other.figure.kind == "share" or max(one.value, other.value) < _DOZEN
    return alike > 1 and alike / fewer >= _ALIKE and alike / more >= (_SAME if small and not _retold(one, other) else _WHOLE)


def _retold(one: Fact, other: Fact) -> bool:
    """Whether the second sentence says that it repeats, begins in the same way, or names the same time."""
    evidence = other.evidence
    start = evidence.bounds(other.sentence)[0]
    if evidence.has("retold", evidence.lower[start : other.figure.start][:_OPENING]):
        return True
    leads = evidence.before(one.figure, _OPENING).strip(), evidence.before(other.figure, _OPENING).strip()
    return min(map(len, leads)) > _SHORT and (leads[0].endswith(leads[1]) or leads[1].endswith(leads[0]))


def _places_differ(one: Fact, other: Fact) -> bool:
    first, second = one.names, other.names
    return bool(first - second) and bool(second - first)
