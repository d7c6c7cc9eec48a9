"""So much a day and in all «mức mỗi ngày và cả kỳ»: "1.6 billion tonnes in 2023, or roughly 4,400 tonnes a day"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...model import Finding
from ..dimensions import in_base, misscaled
from ..evidence import Evidence
from ..facts import Fact
from ..scopes import DAY, WEEK, YEARS

_NEAR = 2  # figures from a rate to its total
_MONTH, _LONGEST = Decimal("30.4"), 12  # days; months
_WORKED, _WHOLE = Decimal("0.6"), Decimal("1.06")  # of all days: only those worked, or each of them
_WEEK = 7
_MANY = {"day": 1, "week": _WEEK}
_PER = {None: 0, "month": 1, "quarter": 3, "year": 12}  # months a total is told for
_TAIL = 40
_APPOSED = (",", "(", "–", "-")


def check_daily(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """A total and what it is a day or a week that part by a unit or a scale word."""
    for fact in facts:
        if fact.figure.per not in _MANY or fact.figure.kind not in ("count", "money", "measure") or fact.figure.high or not fact.value:
            continue
        for whole in facts[max(0, fact.place - _NEAR) : fact.place + _NEAR]:
            if _parted(evidence, fact, whole):
                told = {"sum": evidence.say(_made(fact, whole), in_base(whole).figure), "total": whole.figure.text}
                figures = [fact.figure, whole.figure]
                yield evidence.found("parts_total", figures, told="times_total", text=fact.figure.text, many=str(round(_days(fact, whole))), **told)
                break


def _parted(evidence: Evidence, each: Fact, whole: Fact) -> bool:
    """Whether a total is told by the words between to be that of a rate, and no number of days makes it."""
    one, other = in_base(each), in_base(whole)
    alike = one.figure.kind == other.figure.kind and one.figure.unit == other.figure.unit and other.figure.per in _PER
    if not alike or whole is each or whole.sentence != each.sentence or not whole.value or whole.figure.high or not _days(each, whole):
        return False
    first, second = sorted((each, whole), key=lambda fact: fact.place)
    between = evidence.between(first.figure, second.figure)
    told = evidence.has("mean_words", between + each.figure.text.lower()) or evidence.has("same_amounts", between)
    told = told or (each.place > whole.place and each.figure.hedge == "about" and len(between) <= _TAIL and between.rstrip().endswith(_APPOSED))
    factor = other.value / one.value / _days(each, whole)
    middle, width = (_WORKED + _WHOLE) / 2, (_WHOLE - _WORKED) / (_WORKED + _WHOLE)
    return told and not (_WORKED <= factor <= _WHOLE) and misscaled(whole.figure, middle / factor, width)


def _days(each: Fact, whole: Fact) -> Decimal:
    """How many days, or weeks, the time of a total lasts; 0 where it is not told."""
    if whole.figure.per:
        return _PER[whole.figure.per] * _MONTH / _MANY[str(each.figure.per)]
    scope = whole.mark.scope if whole.mark else whole.scope
    months = scope.months if scope is not None and scope.grain not in (DAY, WEEK, YEARS) else None
    many = months if months and months <= _LONGEST else 0
    if each.place < whole.place and not many:
        many = next((n for words, n in (("whole_months", 1), ("whole_years", 12)) if each.evidence.has(words, whole.lead + whole.tail[:_TAIL])), 0)
    return many * _MONTH / _MANY[str(each.figure.per)]


def _made(each: Fact, whole: Fact) -> Decimal:
    return in_base(each).value * round(_days(each, whole))
