"""Shorter against longer periods «tháng và lũy kế»: what one month received cannot exceed the year to date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..model import Finding
from .arithmetic import reach, same_sort
from .evidence import Evidence
from .facts import Fact
from .lists import phrases
from .scopes import DAY, MONTHS, YEAR

_COUNTED = frozenset({"count", "money", "measure"})
_SENTENCES = 3
_EXACT = Decimal(0)
_LITTLE = Decimal("0.7")
_NEAR = 12  # figures behind one that it is compared with


def check_spans(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Figures of a week, month or quarter above those of the longer time around it, of the same thing."""
    timed = [f for f in facts if _flow(f)]
    named: dict[tuple[int, str, str | None], list[Fact]] = {}
    for fact in timed:
        named.setdefault(_key(fact), []).append(fact)
    for n, one in enumerate(timed):
        for other in timed[n + 1 : n + 1 + _NEAR]:
            if other.sentence - one.sentence > _SENTENCES:
                break
            short, long = (one, other) if _within(one, other) else (other, one)
            if not (_within(short, long) and _comparable(short, long)) or _topped(short, long, named[_key(long)]):
                continue
            if reach(short.figure, _EXACT)[0] > reach(long.figure, _EXACT)[1]:
                said = {"short": short.figure.text, "long": long.figure.text}
                yield evidence.found("month_year", [one.figure, other.figure], **said)


def _topped(short: Fact, long: Fact, named: list[Fact]) -> bool:
    """Whether another figure of the longer time is above the shorter one, and may rather be what it is a part of."""
    if short.evidence.has("running", short.evidence.before(short.figure)):
        return not _counted_months(short)
    shared = len(short.words & long.words)
    above = (f for f in named[:_NEAR] if f is not long and f.value >= short.value)
    return any(not short.opposed(f) and (len(short.words & f.words) >= shared or long.opposed(f)) for f in above)


def _counted_months(short: Fact) -> bool:
    """ "Lũy kế 9 tháng" is a part of its year; "lũy kế đến tháng 9" may count from long before."""
    mark = short.mark
    if mark is None or mark.scope.last is None or mark.scope.grain < MONTHS:
        return False
    return re.search(short.evidence.words.get("month_spans", "(?!)"), short.evidence.lower[mark.start : mark.end]) is not None


def _key(fact: Fact) -> tuple[int, str, str | None]:
    """Figures of one sort that share a named time: the largest of them is the total of that time."""
    return (fact.mark.start if fact.mark else -fact.sentence, fact.figure.kind, fact.figure.unit)


def _flow(fact: Fact) -> bool:
    """What adds up over time: no plan, base, average, part of a whole or stock."""
    figure = fact.figure
    if figure.kind not in _COUNTED or figure.high or figure.of or fact.scope is None or fact.scope.grain == DAY or not fact.value:
        return False
    return not (_planned(fact) or fact.base or fact.average or fact.evidence.has("stocks", fact.clause))


def _planned(fact: Fact) -> bool:
    """A plan or a target; a forecast of the whole year cannot lie below what has been."""
    before = fact.evidence.before(fact.figure, 120)
    if not (fact.plan or fact.evidence.has("planned", before)):
        return False
    whole = fact.scope is not None and fact.scope.grain == YEAR and fact.mark is not None
    near = fact.lead[-70:] + fact.figure.text.lower() + fact.tail[:12]
    return not whole or fact.evidence.has("goals", near) or not fact.evidence.has("forecasts", before)


def _within(short: Fact, long: Fact) -> bool:
    return bool(short.scope and long.scope and short.scope.within(long.scope))


def _comparable(short: Fact, long: Fact) -> bool:
    """Same sort and side; what is said of the longer time must be said of the same thing."""
    one, other = short.figure, long.figure
    passing = "person_trip" in (one.unit, other.unit) and one.kind == other.kind == "count" and len(short.words & long.words) > 1
    same = (
        same_sort(one, other)
        or passing
        or (one.kind == other.kind == "count" and None in (one.unit, other.unit) and (min(one.value or 0, other.value or 0) > 99 or _totalled(long)))
    )
    if not same or short.opposed(long) or _subjects_opposed(short, long) or _narrowed(long) or long.mark is None:
        return False
    if one.kind == "money" or one.unit is None or other.unit is None or one.kind == "measure":
        shared = short.words & long.words or long.evidence.has("same_again", long.lead) or _same_side(short, long) or _nearly(short, long)
        return bool(shared) or min(len(short.words), len(long.words)) < 3
    return not (short.names - long.names and long.names - short.names)


def _subjects_opposed(short: Fact, long: Fact) -> bool:
    """Whether their sentences begin with opposed sides, where a clause of its own names none: "International arrivals …, … to 71,900"."""
    mine, theirs = short.aspects or short.topic, long.aspects or long.topic
    return any(mine[a].isdisjoint(theirs[a]) for a in mine.keys() & theirs.keys())


def _totalled(long: Fact) -> bool:
    """ "Bringing the total for the first five months to 58"."""
    return long.evidence.has("running_totals", long.lead)


def _same_side(short: Fact, long: Fact) -> bool:
    return any(short.aspects[a] & long.aspects[a] for a in short.aspects.keys() & long.aspects.keys())


def _nearly(short: Fact, long: Fact) -> bool:
    """A forecast right behind, little below what it must exceed."""
    forecast = long.evidence.has("forecasts", long.evidence.before(long.figure, 120))
    return forecast and long.sentence - short.sentence in (0, 1) and long.value >= short.value * _LITTLE


def _narrowed(long: Fact) -> bool:
    """Whether the longer figure is only a part of its time's total: "trong đó", "including"."""
    return long.evidence.has("totals_open", phrases(long.evidence.lang, "same_again").sub("", long.lead))
