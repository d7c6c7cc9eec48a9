"""Less than the whole «không quá toàn bộ»: a month against the year to date, a part against what it is a part of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..arithmetic import digits_of, reach
from ..evidence import Evidence
from ..facts import Fact
from ..lists import phrases
from ..scopes import DAY, YEAR
from .model import Equation, Traits, aligned, apart, slipped, sorted_alike, valued

_AROUND, _BESIDE, _BEHIND = 14, 5, 4  # figures
_LEAD = 120  # characters before a figure that may tell that its time is long past
_ROUNDED, _ROUGH = Decimal("1.06"), 2  # times; digits of a figure that is told only roughly
_OPENERS = ("part_opens", "totals_open", "totals_open_all")


def orders(evidence: Evidence, facts: list[Fact]) -> Iterator[Equation]:
    """A shorter time inside a longer one: what it counts cannot be more."""
    flows = [fact for fact in facts if valued(fact) and _flows(fact)]
    for n, short in enumerate(flows):
        for long in flows[max(0, n - _AROUND) : n + _AROUND + 1]:
            alike = _within(short, long) and sorted_alike(short, long) and aligned(short, long) and not _formerly(short, long)
            if alike and not _subjects_opposed(short, long) and not _topped(facts, short, long):
                yield _order(evidence, short, long)


def _flows(fact: Fact) -> bool:
    """What adds up over time: no plan, base, average, part of a whole or stock."""
    if fact.figure.of or fact.scope is None or fact.base or fact.average:
        return False
    if fact.scope.grain == DAY and fact.scope.days and not fact.evidence.has("peaks", fact.evidence.before(fact.figure)):
        return False  # as of a day stands what there is, on a day what came
    return not (_planned(fact) or fact.evidence.has("stocks", fact.clause))


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


def _formerly(short: Fact, long: Fact) -> bool:
    """Whether the longer time is told as one long past, behind a shorter one of no year: "tháng 6 ... Trước đây, năm 2013, ..."."""
    undated = short.scope is not None and long.scope is not None and short.scope.year is None and long.scope.year is not None
    return undated and short.sentence < long.sentence and long.evidence.has("formerly", long.evidence.before(long.figure, _LEAD))


def _subjects_opposed(short: Fact, long: Fact) -> bool:
    """Whether their sentences begin with opposed sides, where a clause of its own names none: "International arrivals …, … to 71,900"."""
    mine, theirs = short.aspects or short.topic, long.aspects or long.topic
    return any(mine[a].isdisjoint(theirs[a]) for a in mine.keys() & theirs.keys())


def _topped(facts: list[Fact], short: Fact, long: Fact) -> bool:
    """Whether another figure of the longer time is above the shorter one, and may rather be what it is a part of."""
    shared = len(short.words & long.words)
    for fact in facts[max(0, long.place - _BESIDE) : long.place + _BESIDE + 1]:
        aside = fact in (long, short) or fact.plan or fact.base or fact.mark is None or fact.mark != long.mark
        if aside or not (valued(fact) and sorted_alike(fact, short)):
            continue
        if fact.value >= short.value and not short.opposed(fact) and (len(short.words & fact.words) >= shared or long.opposed(fact)):
            return True
    return False


def _order(evidence: Evidence, short: Fact, long: Fact) -> Equation:
    least = reach(short.figure)[0] if digits_of(short.figure) > _ROUGH else short.value / _ROUNDED
    holds = short.value <= long.value or (short.figure.hedge != "exact" and least < long.value)
    narrowed = evidence.has("totals_open", phrases(evidence.lang, "same_again").sub("", long.lead))
    seen: Traits = {
        f"{short.scope.grain if short.scope else 0} in {long.scope.grain if long.scope else 0}": 1.0,
        "short told": float(short.mark is not None),
        "long told": float(long.mark is not None),
        "narrowed": float(narrowed),  # "trong đó", "including": only a part of its time's total
        "one row": float(short.column is not None and short.sentence == long.sentence),
        "one mark": float(short.mark is not None and short.mark == long.mark),
        "running": float(evidence.has("running", evidence.before(short.figure))),
    }
    chance = float(long.slip(short.value))
    return Equation("order", (("long", long), ("short", short)), (long, short), holds, short.value, apart(long.value, short.value), chance, seen)


def parts(evidence: Evidence, facts: list[Fact]) -> Iterator[Equation]:
    """A value that words tell as a part of the one before it, "45 cán bộ, trong đó", "trong 45 cán bộ": it cannot be more."""
    for whole in facts:
        lead = whole.lead[-24:]
        led = evidence.has("whole_leads", lead) or evidence.has("wholes", lead)
        for part in facts[whole.place + 1 : whole.place + _BEHIND]:
            counts = part.figure.kind == whole.figure.kind == "count"
            if not (valued(whole) and valued(part)) or part.sentence - whole.sentence > 1 or not (counts or sorted_alike(part, whole)):
                continue
            opening = evidence.between(whole.figure, part.figure)
            if (led or any(evidence.has(words, opening) for words in _OPENERS)) and not (part.base or part.plan or whole.base or _apart(whole, part)):
                seen: Traits = {f"opening {name}": float(evidence.has(name, opening)) for name in (*_OPENERS, "weakly", "compared")}
                seen |= {f"opening {mark!r}": float(mark in opening) for mark in ",;:(\n"}
                seen["own units"] = float(part.figure.unit != whole.figure.unit)
                chance = slipped((part, whole.value), (whole, part.value))
                roles = (("part", part), ("whole", whole))
                yield Equation("part", roles, (part, whole), part.value <= whole.value, whole.value, apart(part.value, whole.value), chance, seen)


def _apart(whole: Fact, part: Fact) -> bool:
    """Whether the text tells another time for each."""
    one, other = part.mark, whole.mark
    return bool(one and other and one.scope.differs(other.scope) and not one.scope.within(other.scope))
