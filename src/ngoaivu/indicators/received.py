"""Received statistics «số liệu nhận»: which observation answers a question. It answers in its own words or not at all."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from ngoaivu.core.history import known
from ngoaivu.core.levels import countable
from ngoaivu.core.period import DAY, Calendar, Period
from ngoaivu.indicators.definition import Definition, Kind
from ngoaivu.indicators.models import Observation
from ngoaivu.indicators.times import period_of

Shelf = dict[tuple[str, str], list[Any]]  # (indicator, territory) -> observations that stand
FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)


def shelf(codes: Iterable[str], territories: Iterable[str], revision: int) -> Shelf:
    """The observations known at a revision, embargoed and superseded ones left out, by indicator and territory: one query."""
    veiled = Observation.objects.exclude(countable(timezone.localdate())).values("pk")
    found = list(
        known(Observation, revision)
        .filter(indicator__in=set(codes), territory__key__in=set(territories))
        .exclude(record_id__in=veiled)
        .select_related("citation__document", "territory")
        .order_by("record_id")
    )
    replaced = {one.supersedes_id for one in found}
    kept: Shelf = defaultdict(list)
    for one in found:
        if one.identity not in replaced:
            kept[one.indicator, one.territory.key].append(one)
    return kept


def members(observation: Any) -> dict[str, str]:
    """The breakdown of an observation as dimension and member."""
    return dict(json.loads(observation.breakdown)) if observation.breakdown else {}


def answer(rule: Definition, candidates: Sequence[Any], by: dict[str, str], when: Period | date) -> Any | None:
    """The observation that answers for a period or a day, or None."""
    same = [one for one in candidates if members(one) == by]
    if isinstance(when, date):
        return _at_day(same, when)
    found = _in_period(rule, same, when)
    return _at_day(same, when.end) if found is None and rule.kind is Kind.SHARE else found


def tiling(rule: Definition, candidates: Sequence[Any], by: dict[str, str], when: Period) -> list[Any]:
    """Observations of a flow whose periods make up the asked one without gap or overlap, in order; none where they do not."""
    if not rule.additive or rule.kind is not Kind.FLOW:
        return []
    told = [(period_of(one.period, Calendar(rule.calendar)), one) for one in candidates if one.period and not one.per and members(one) == by]
    day, chosen = when.start, []
    while day <= when.end:
        fitting = [(period.end, one.identity, one) for period, one in told if period.start == day and period.end <= when.end]
        if not fitting:
            return []
        end, _identity, one = max(fitting, key=lambda found: found[:2])
        chosen.append(one)
        day = end + DAY
    return chosen


def excess(total: Any, candidates: Iterable[Any]) -> tuple[str, Decimal] | None:
    """The dimension whose received parts come to more than their total, and to how much; None where all fit."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for one in candidates:
        if one.part_of_id == total.identity and len(told := members(one)) == 1:
            sums[next(iter(told))] += Decimal(one.value)
    over = [(name, value) for name, value in sums.items() if value > Decimal(total.value)]
    return over[0] if over and total.qualifier == "exact" else None


def _in_period(rule: Definition, candidates: Sequence[Any], when: Period) -> Any | None:
    """The one of exactly this period; else one told per year, month or issue for a longer period that holds it."""
    told = [(one, period_of(one.period, Calendar(rule.calendar))) for one in candidates if one.period]
    exact = [one for one, period in told if (period.start, period.end) == (when.start, when.end)]
    wider = [one for one, period in told if one.per and period.start <= when.start and when.end <= period.end]
    chosen = exact or wider
    return chosen[-1] if chosen else None


def _at_day(candidates: Sequence[Any], day: date) -> Any | None:
    """The one whose as-of span can contain the day, else the latest before it; the narrower span wins."""
    placed = [one for one in candidates if (one.as_of_from or one.as_of_to) and (one.as_of_from or FIRST) <= day]
    if not placed:
        return None
    return max(placed, key=lambda one: (min(one.as_of_to or LAST, day), one.as_of_from or FIRST, one.identity))


def times(candidates: Iterable[Any]) -> list[str]:
    """What there is, in written form, for the sentence that says what is missing."""
    told = []
    for one in candidates:
        when = one.period or "..".join(dict.fromkeys(str(day) for day in (one.as_of_from, one.as_of_to) if day))
        by = ", ".join(f"{name}={member}" for name, member in members(one).items())
        told.append(f"{when} [{by}]" if by else when)
    return sorted(set(told))
