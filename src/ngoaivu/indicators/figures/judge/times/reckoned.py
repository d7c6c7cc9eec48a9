"""Days told by reckoning «ngày tính ra»: "the last Friday of May, 23 May", "the eve of National Day (2 September)", "quý III, tức tháng 5"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..days import Day, days_of
from ..evidence import Evidence, phrases
from ..scopes import MONTHS, QUARTER
from ..smalls import said

_REACH, _BETWEEN = 90, 70  # characters
_ANY_YEAR = 2025
_WEEK = 7


def check_reckoned(evidence: Evidence) -> Iterator[Finding]:
    """A weekday of a month, a day before or after another, a month of a quarter: told with a date that is none of them."""
    days = days_of(evidence)
    yield from _of_months(evidence, days)
    for one, other in pairwise(days):
        yield from _aside(evidence, one, other)
    yield from _within(evidence)


def _of_months(evidence: Evidence, days: list[Day]) -> Iterator[Finding]:
    """ "The last Friday of May, which in 2025 means 23 May"."""
    for match in _nth(evidence.lang).finditer(evidence.lower):
        months = vocabulary(evidence.lang)["dates"]["months"]
        month = int(match["m"]) if match["m"].isdecimal() else months[match["m"]]
        day = next((day for day in days if 0 <= day.mention.start - match.end() < _REACH and day.first[1] == month), None)
        if day is None or not day.first[0] or evidence.sentence(day.mention.start) != evidence.sentence(match.start()):
            continue
        weekday = evidence.words["weekdays"][match["w"]]
        number = evidence.words["nth_weekdays"][match["n"]]
        years = [day.first[2]] if day.first[2] else _years(evidence)
        if years and all(_nth_day(year, month, weekday, number) != day.first[0] for year in years):
            text = evidence.text[match.start() : match.end()]
            yield evidence.found("weekday", [day.mention], told="nth_weekday", text=day.mention.text, other=text)


def _nth_day(year: int, month: int, weekday: int, number: int) -> int:
    """The day of the nth weekday of a month, of the last for -1."""
    first = 1 + (weekday - date(year, month, 1).weekday()) % _WEEK
    last = monthrange(year, month)[1]
    return first + _WEEK * (number - 1) if number > 0 else first + (last - first) // _WEEK * _WEEK


def _years(evidence: Evidence) -> list[int]:
    periods = [mention.period for mention in evidence.mentions if not mention.is_figure and mention.period and mention.period.start]
    return sorted({period.start.year for period in periods if period.start})


def _aside(evidence: Evidence, one: Day, other: Day) -> Iterator[Finding]:
    """ "On 30 August, the eve of National Day (2 September)"."""
    between = evidence.between(one.mention, other.mention)
    match = _asides(evidence.lang).match(between.lstrip(" ,(–-")) if len(between) < _BETWEEN else None
    first, second = _date(one, other), _date(other, one)
    if match is None or first is None or second is None or re.search(r"[.;\n]", between):
        return
    number = said(evidence.lang, match["n"]) if match["n"] else 1
    ahead = 1 if evidence.has("aside_before", match.group()) else -1
    if number and first + timedelta(number * ahead) != second:
        text = evidence.text[one.mention.end : other.mention.start].strip(" ,(")
        yield evidence.found(
            "reversed_period", [one.mention, other.mention], told="aside", text=one.mention.text, told_as=text, other=other.mention.text
        )


def _date(day: Day, like: Day) -> date | None:
    year = day.first[2] or like.first[2] or _ANY_YEAR
    try:
        return date(year, day.first[1] or 0, day.first[0] or 0) if day.first == day.last else None
    except ValueError:
        return None


def _within(evidence: Evidence) -> Iterator[Finding]:
    """ "Quý III, cụ thể là trong tháng 5": a month outside the longer time it is said to lie in."""
    for mark in evidence.marks:
        longer, behind = mark.scope, evidence.lower[mark.end : mark.end + _BETWEEN]
        rest = behind.lstrip(" ,(–-")
        joined = phrases(evidence.lang, "time_appositions").match(rest) if longer.grain in (QUARTER, MONTHS) else None
        told = _months(evidence.lang).match(rest[joined.end() :].lstrip()) if joined else None
        if joined is None or told is None or longer.first is None or longer.last is None:
            continue
        month = int(told["m"]) if told["m"].isdecimal() else vocabulary(evidence.lang)["dates"]["months"][told["m"]]
        if not longer.first <= month <= longer.last:
            end = mark.end + len(behind) - len(rest) + joined.end() + 1 + told.end()
            facts = {"text": told.group(), "other": evidence.text[mark.start : mark.end]}
            yield evidence.found("reversed_period", [Mention("", mark.start, end, "period")], told="outside_period", **facts)


@cache
def _nth(lang: str) -> re.Pattern[str]:
    words = vocabulary(lang)["judge"]
    names, numbers = ("|".join(map(re.escape, words.get(key, ()))) for key in ("weekdays", "nth_weekdays"))
    months = "|".join(map(re.escape, vocabulary(lang)["dates"]["months"]))
    pattern = words.get("nth_weekday", "(?!)")
    return re.compile(pattern.replace("<WEEKDAY>", names).replace("<NTH>", numbers).replace("<MONTH>", months))


@cache
def _asides(lang: str) -> re.Pattern[str]:
    return re.compile(vocabulary(lang)["judge"].get("asides", "(?!)"))


@cache
def _months(lang: str) -> re.Pattern[str]:
    names = "|".join(map(re.escape, vocabulary(lang)["dates"]["months"]))
    return re.compile(vocabulary(lang)["judge"].get("month_named", "(?!)").replace("<MONTH>", names))
