"""Shorter against longer periods «tháng và lũy kế»: what one month received cannot exceed the year to date."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..model import Finding
from .arithmetic import reach, same_sort
from .evidence import Evidence
from .facts import Fact
from .scopes import DAY

_COUNTED = frozenset({"count", "money", "measure"})
_SENTENCES = 3
_EXACT = Decimal(0)
_NEAR = 12  # figures behind one that it is compared with


def check_spans(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Figures of a week, month or quarter above those of the longer time around it, of the same thing."""
    timed = [f for f in facts if _flow(f)]
    most: dict[tuple[int, str, str | None], Decimal] = {}
    for fact in timed:
        key = _key(fact)
        most[key] = max(fact.value, most.get(key, fact.value))
    for n, one in enumerate(timed):
        for other in timed[n + 1 : n + 1 + _NEAR]:
            if other.sentence - one.sentence > _SENTENCES:
                break
            short, long = (one, other) if _within(one, other) else (other, one)
            topped = most[_key(long)] >= short.value or evidence.has("running", evidence.before(short.figure))
            if not topped and _within(short, long) and _comparable(short, long) and reach(short.figure, _EXACT)[0] > reach(long.figure, _EXACT)[1]:
                said = {"short": short.figure.text, "long": long.figure.text}
                yield evidence.found("month_year", [one.figure, other.figure], **said)


def _key(fact: Fact) -> tuple[int, str, str | None]:
    """Figures of one sort that share a named time: the largest of them is the total of that time."""
    return (fact.mark.start if fact.mark else -fact.sentence, fact.figure.kind, fact.figure.unit)


def _flow(fact: Fact) -> bool:
    """What adds up over time: no plan, base, average, part of a whole or stock."""
    figure = fact.figure
    if figure.kind not in _COUNTED or figure.high or figure.of or fact.scope is None or fact.scope.grain == DAY or not fact.value:
        return False
    planned = fact.plan or fact.evidence.has("planned", fact.evidence.before(figure, 120))
    return not (planned or fact.base or fact.average or fact.evidence.has("stocks", fact.clause))


def _within(short: Fact, long: Fact) -> bool:
    return bool(short.scope and long.scope and short.scope.within(long.scope))


def _comparable(short: Fact, long: Fact) -> bool:
    """Same sort and side; what is said of the longer time must be said of the same thing."""
    one, other = short.figure, long.figure
    passing = "person_trip" in (one.unit, other.unit) and one.kind == other.kind == "count" and len(short.words & long.words) > 1
    same = (
        same_sort(one, other)
        or passing
        or (one.kind == other.kind == "count" and None in (one.unit, other.unit) and min(one.value or 0, other.value or 0) > 99)
    )
    if not same or short.opposed(long) or _narrowed(long) or long.mark is None:
        return False
    if one.kind == "money" or one.unit is None or other.unit is None or one.kind == "measure":
        shared = short.words & long.words
        return bool(shared) or min(len(short.words), len(long.words)) < 3
    return not (short.names - long.names and long.names - short.names)


def _narrowed(long: Fact) -> bool:
    """Whether the longer figure is only a part of its time's total: "trong đó", "including"."""
    return long.evidence.has("totals_open", long.lead)
