"""Lengths of periods «độ dài thời kỳ»: "3 năm (2016-2020)", "eight months, from March to July 2025"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from ...model import Finding, Mention
from ...writer import write
from ..evidence import Evidence

_APPOSED = re.compile(r"([^,;:.()\d]{0,60})(?P<sign>[,(])\s*")
_DASH = re.compile(r"\d\s*[-–]\s*\d")
_IN_MONTH = re.compile(r"(?P<first>\d{1,2})(?P<month>/\d{1,2})? (?P<last>\d{1,2})(?:(?P=month)|/\d{1,2})?")
_MONTHS, _MONTH_DAYS = 12, Fraction(1461, 48)


def check_lengths(evidence: Evidence) -> Iterator[Finding]:
    """A length and a period told of one thing, where the period is not as long."""
    for one, other in pairwise(evidence.mentions):
        for length, period in ((one, other), (other, one)):
            if _length(evidence, length) and _together(evidence, length, period):
                lasts = _lasts(evidence, period, length.unit)
                lasts = lasts[:1] if _of_office(evidence, length, period) else lasts
                yield from _unfit(evidence, [length, period], length.text, int(length.value or 0), lasts)
    for mention in evidence.mentions:
        stated = _spelled(evidence, mention) if mention.kind == "period" else None
        if stated is not None:
            yield from _unfit(evidence, [mention], *stated, _lasts(evidence, mention, "year"))


def _unfit(evidence: Evidence, span: list[Mention], stated: str, length: int, lasts: tuple[int, ...]) -> Iterator[Finding]:
    """The finding, where a length is none of those a period can be counted as."""
    if lasts and length not in lasts:
        unit = span[0].unit or "year"
        real = str(write(Decimal(max(lasts)), unit=unit, lang=evidence.spoken))
        yield evidence.found("period_length", span, stated=stated, period=span[-1].text, real=real)


def _length(evidence: Evidence, mention: Mention) -> bool:
    exact = mention.hedge == "exact" or evidence.starts_with("durations", mention.text.lower())
    return mention.kind == "measure" and mention.unit in ("year", "month", "day") and exact and mention.high is None and mention.value is not None


def _together(evidence: Evidence, length: Mention, period: Mention) -> bool:
    """Whether a length and a period are of one thing, and neither of a part of it."""
    first, second = sorted((length, period), key=lambda m: m.start)
    between = evidence.between(first, second)
    behind = length.text.lower() + evidence.after(length, 12)
    if period.kind != "period" or evidence.has("partly_before", evidence.before(length, 12)) or evidence.has("partly", behind):
        return False
    if first is period:
        return between.strip() == "(" or ("," in between and between.strip(" ,") in evidence.words["equivalents"])
    spoken = between + period.text.lower()
    opened, ranges = evidence.has("from_words", spoken), evidence.has("until", spoken) or _DASH.search(spoken) is not None
    if between.strip(" (,") in evidence.words["length_joins"]:
        return ranges or not opened
    apposed = _APPOSED.match(between)
    if apposed is None or between[apposed.end() :].strip() not in ("", *evidence.words["from_words"]):
        return False
    partly = evidence.has("partly", between)
    if apposed["sign"] == "(":
        longer = (length.value or 0) > max(_lasts(evidence, period, length.unit), default=0)
        return "-" in length.text or longer or not (partly or evidence.has("schemes", between))
    if "-" in length.text and ranges and not opened:  # "A five-year strategy for the coast, 2021–2025, ..."
        return not evidence.has("within_longer", between)
    return opened and not partly and ranges and not evidence.has("anniversaries", between)


def _lasts(evidence: Evidence, mention: Mention, unit: str | None) -> tuple[int, ...]:
    """How many years, months or days a period may be said to last."""
    period = mention.period
    inside = _IN_MONTH.fullmatch(re.sub(r"[^\d/]+", " ", mention.text).strip())
    if unit == "day" and inside:
        days = int(inside["last"]) - int(inside["first"]) + 1
        return (days - 1, days) if days > 1 else ()
    if period is None or period.start is None or period.end is None or period.end <= period.start:
        return ()
    start, end = period.start, period.end
    days = (end - start).days + 1
    whole = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
    months = Fraction((end.year - start.year) * _MONTHS + end.month - start.month + 1) if whole else days / _MONTH_DAYS
    if unit == "day":
        return days - 1, days
    if unit == "month":
        return floor(months) - 1, floor(months), ceil(months)
    loose = months % _MONTHS == 0 and months > _MONTHS and not evidence.has("brims", mention.text.lower())
    return floor(months / _MONTHS) - loose, floor(months / _MONTHS), ceil(months / _MONTHS)


def _of_office(evidence: Evidence, length: Mention, period: Mention) -> bool:
    """Whether a length is that of a term of office, whose last year is the first of the next: "nhiệm kỳ 5 năm (2023–2028)"."""
    years = period.period is not None and period.text.strip()[:1].isdigit() and length.unit == "year" and (length.value or 0) > 1
    return years and evidence.ends_with("terms_of_office", evidence.before(length, 12).rstrip())


def _spelled(evidence: Evidence, mention: Mention) -> tuple[str, int] | None:
    """A length told inside the period itself: "three-year programme (2019-2024"."""
    match = re.match(evidence.words.get("spelled_length", "(?!)"), mention.text.lower())
    if match is None:
        return None
    word = match["n"]
    numbers = evidence.words.get("lengths", {})
    return (match.group(), int(word) if word.isdecimal() else numbers[word]) if word.isdecimal() or word in numbers else None
