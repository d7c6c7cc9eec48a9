"""Slips in one figure or date «lỗi của một con số»: missing units, foreign separators, days and sizes that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ..model import Finding, Mention
from ..vocabulary import vocabulary
from .evidence import Evidence

_FLAGGED = ("missing_unit", "mixed_separators", "dot_decimal", "comma_decimal", "impossible_date")
_SMALL = {"VND": Decimal(1_000_000), "USD": Decimal(50), "EUR": Decimal(50)}
_MACRO = 200  # exports, remittances and budgets are so many times larger than a single payment may be
_LARGEST = {"VND": Decimal(10) ** 17, "USD": Decimal(10) ** 13}
_LONGEST_LIFE = 120
_ROW = re.compile(r"[\n;|]")
_CLOCK = re.compile(r"(?<![\d:/.-])(?P<hour>\d{1,2})(?::| giờ |h)(?P<minute>\d{2})?(?!\d)")


def check_slips(evidence: Evidence) -> Iterator[Finding]:
    """Suspicious spellings, impossible days and sizes, one mention at a time."""
    for mention in evidence.mentions:
        for rule in _FLAGGED:
            if rule in mention.flags:
                value = evidence.say(mention.value, mention) if mention.value is not None else ""
                yield evidence.found(rule, [mention], text=mention.text, value=value)
        broken = _size(evidence, mention) if mention.is_figure else _day(evidence, mention) or _hour(mention)
        if broken:
            yield evidence.found(broken, [mention], text=mention.text)
    yield from _lengths(evidence)
    yield from _people(evidence)
    yield from _counters(evidence)


def _day(evidence: Evidence, mention: Mention) -> str | None:
    """A period that runs backwards, or a day that was another day of the week."""
    period = mention.period
    if period is None or period.start is None:
        return None
    if period.end is not None and period.end < period.start:
        return "reversed_period"
    if mention.kind != "date":
        return None
    around = evidence.lower[max(0, mention.start - 14) : mention.end]
    for word, day in evidence.words["weekdays"].items():
        named = re.search(rf"(?<!\w){word}[,\s]*(?:ngày |the )?\(?(?:\d|[a-z]{{3,9}} \d)", around)
        if named and period.start.weekday() != day:
            return "weekday"
    return None


def _hour(mention: Mention) -> str | None:
    """A time of day that no clock shows."""
    if mention.kind not in ("date", "structural"):
        return None
    clock = _CLOCK.search(mention.text)
    shown = clock is not None and (int(clock["hour"]) > 24 or int(clock["minute"] or 0) > 59)
    return "impossible_date" if shown else None


def _size(evidence: Evidence, mention: Mention) -> str | None:
    value = mention.value
    if value is None:
        return None
    if mention.of is not None:
        return "over_whole" if value > mention.of else None
    if mention.kind == "money":
        return _amount(evidence, mention, value)
    if mention.kind in ("share", "growth") and mention.unit is None:
        return _portion(evidence, mention, value)
    if mention.kind == "measure":
        old = evidence.has("ages", mention.text.lower()) and value > _LONGEST_LIFE
        return "too_large" if old else None
    bound = vocabulary(evidence.lang)["bounds"].get(mention.unit)
    if mention.kind == "count" and bound and value > bound:
        return "too_large"
    if mention.kind == "count" and mention.unit in evidence.words["indivisible"] and value != int(value):
        averaged = mention.per or evidence.has("averages", evidence.before(mention, 80))
        return None if averaged else "not_whole"
    return None


def _amount(evidence: Evidence, mention: Mention, value: Decimal) -> str | None:
    """Exports of a few hundred thousand dong, or more money than there is."""
    if value > _LARGEST.get(mention.unit or "", Decimal("Infinity")):
        return "too_large"
    least = _SMALL.get(mention.unit or "", Decimal(0))
    before = evidence.before(mention, 50)
    if mention.per is not None or value >= least * _MACRO or evidence.has("each", before):
        return None
    macro = evidence.has("macro_money", before) and not evidence.has("each", evidence.after(mention, 20))
    around = before + "," + evidence.after(mention, 14).partition(",")[0]
    return "too_small" if macro or (value < least and evidence.has("big_money", around)) else None


def _portion(evidence: Evidence, mention: Mention, value: Decimal) -> str | None:
    if mention.kind == "growth":
        return "over_whole" if value < -1 else None
    lead = evidence.before(mention, 14) + mention.text.lower()
    capped = evidence.has("share_of_whole", lead) or evidence.has("capped", evidence.before(mention, 60))
    return "over_whole" if value > 1 and capped else None


def _lengths(evidence: Evidence) -> Iterator[Finding]:
    """ "3 năm (2017-2020)": both ways to count the years are accepted."""
    for one, other in pairwise(evidence.mentions):
        period = other.period
        if one.unit != "year" or one.kind != "measure" or other.kind != "period" or period is None:
            continue
        between = evidence.between(one, other).strip(" (,")
        if between not in evidence.words["length_joins"] or period.start is None or period.end is None:
            continue
        years = period.end.year - period.start.year
        if one.hedge == "exact" and years and one.value not in (years, years + 1):
            facts = {"stated": one.text, "period": other.text, "real": str(years + 1)}
            yield evidence.found("period_length", [one, other], **facts)


def _people(evidence: Evidence) -> Iterator[Finding]:
    """Fewer people than delegations."""
    for one, other in pairwise(evidence.figures):
        if one.unit != "delegation" or other.unit not in ("person", "person_trip") or one.kind != "count":
            continue
        joined = evidence.between(one, other).strip(" ,/(")
        if other.kind != "count" or joined not in evidence.words["people_joins"] or one.per != other.per:
            continue
        if other.value is not None and one.value is not None and other.value < one.value:
            facts = {
                "people": evidence.say(other.value, one).split()[0],
                "groups": evidence.say(one.value, one).split()[0],
            }
            yield evidence.found("fewer_people", [one, other], **facts)


def _counters(evidence: Evidence) -> Iterator[Finding]:
    """Visitors online are part of today's, today's of the total."""
    seen: list[tuple[int, Mention]] = []
    for figure in evidence.figures:
        label = _ROW.split(evidence.lower[max(0, figure.start - 60) : figure.start])[-1]
        if not label.rstrip().endswith(":"):
            continue
        rank = next((n for n, words in enumerate(evidence.words["counters"]) if any(w in label for w in words)), None)
        if rank is not None:
            seen.append((rank, figure))
    for (low, one), (high, other) in pairwise(seen):
        if low < high and one.value is not None and other.value is not None and one.value > other.value:
            yield evidence.found("counters", [one, other])
