"""Slips in one figure or date «lỗi của một con số»: foreign separators, days that cannot be, counters that contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ..model import Finding, Mention
from ..vocabulary import vocabulary
from .evidence import Evidence

_BESIDE = 200  # characters
_FLAGGED = ("mixed_separators", "dot_decimal", "comma_decimal", "impossible_date")
_ROW = re.compile(r"[\n;|]")
_CLOCK = re.compile(r"(?<![\d:/.-])(?P<hour>\d{1,2})(?::| giờ |h)(?P<minute>\d{2})?(?!\d)")
_NAMED_SPAN = re.compile(r"[^,;:.()\d]{0,60}\(")
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})+(?:\1\d{1,2}|\1\d{4,})")


def check_slips(evidence: Evidence) -> Iterator[Finding]:
    """Suspicious spellings and impossible days, one mention at a time."""
    for mention in evidence.mentions:
        for rule in _FLAGGED:
            if rule in mention.flags:
                value = evidence.say(mention.value, mention) if mention.value is not None else ""
                yield evidence.found(rule, [mention], text=mention.text, value=value)
        foreign = _foreign_decimal(evidence, mention)
        if foreign:
            yield evidence.found(foreign, [mention], text=mention.text, value=evidence.say(mention.high or mention.value or Decimal(0), mention))
        broken = None if mention.is_figure else _day(evidence, mention) or _hour(mention)
        if broken:
            yield evidence.found(broken, [mention], text=mention.text)
        if _odd_group(evidence, mention):
            yield evidence.found("mixed_separators", [mention], text=mention.text, value=evidence.say(mention.value or Decimal(0), mention))
        if mention.kind == "structural" and _GROUPED.fullmatch(mention.text):
            yield evidence.found("mixed_separators", [mention], told="unread_separators", text=mention.text)
    yield from _lengths(evidence)
    yield from _counters(evidence)


def _odd_group(evidence: Evidence, mention: Mention) -> bool:
    """Three decimals that end in nothing, "3.400 hectares": the decimal mark was meant to part thousands."""
    if mention.kind not in ("measure", "money") or not mention.value or (mention.kind == "money" and not _dwarfed(evidence, mention)):
        return False
    mark = re.escape(vocabulary(evidence.lang)["decimal"])
    return re.search(rf"(?<![\d.,])[1-9]\d{{0,2}}{mark}\d\d0(?!\d)", mention.text) is not None


def _foreign_decimal(evidence: Evidence, mention: Mention) -> str | None:
    """The other language's decimal mark inside a range, where the reader has read it without a word."""
    if not mention.is_figure or set(_FLAGGED) & set(mention.flags):
        return None
    comma = vocabulary(evidence.lang)["decimal"] == ","
    found = re.search(r"\d\.\d{1,2}(?![\d.])" if comma else r"\d,\d{1,2}(?![\d,])", mention.text)
    return ("dot_decimal" if comma else "comma_decimal") if found else None


def _dwarfed(evidence: Evidence, mention: Mention) -> bool:
    """Whether an amount close by is some thousand times larger."""
    value = abs(mention.value or Decimal(0))
    beside = evidence.mentions_in(mention.start - _BESIDE, mention.end + _BESIDE)
    return any(m.unit in (mention.unit, None) and m.is_figure and 100 < abs(m.value or Decimal(0)) / value < 10_000 for m in beside)


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


def _lengths(evidence: Evidence) -> Iterator[Finding]:
    """ "3 năm (2017-2020)": both ways to count the years are accepted; also where both stand in one mention."""
    for one, other in pairwise(evidence.mentions):
        length = int(one.value) if one.unit == "year" and one.kind == "measure" and one.hedge == "exact" and one.value is not None else None
        if length is not None and _spans(evidence, one, other) and _years_off(other, length):
            yield _length(evidence, [one, other], one.text, other)
    for mention in evidence.mentions:
        stated = _spelled(evidence, mention) if mention.kind == "period" else None
        if stated is not None and _years_off(mention, stated[1]):
            yield _length(evidence, [mention], stated[0], mention)


def _spans(evidence: Evidence, one: Mention, other: Mention) -> bool:
    """Whether a length and a period are of one thing: "3 năm (2017-2020)", "kỷ niệm 20 năm thành lập (2004 - 2024)"."""
    between = evidence.between(one, other)
    if between.strip(" (,") in evidence.words["length_joins"]:
        return True
    named = "-" in one.text or evidence.has("anniversaries", evidence.before(one, 30) + one.text.lower() + between)
    return named and _NAMED_SPAN.fullmatch(between) is not None


def _length(evidence: Evidence, span: list[Mention], stated: str, period: Mention) -> Finding:
    years = _years(period) or 0
    return evidence.found("period_length", span, stated=stated, period=period.text, real=str(years + 1))


def _spelled(evidence: Evidence, mention: Mention) -> tuple[str, int] | None:
    """A length told inside the period itself: "three-year programme (2019-2024"."""
    match = re.match(evidence.words.get("spelled_length", "(?!)"), mention.text.lower())
    if match is None:
        return None
    word = match["n"]
    numbers = evidence.words.get("lengths", {})
    return (match.group(), int(word) if word.isdecimal() else numbers[word]) if word.isdecimal() or word in numbers else None


def _years(mention: Mention) -> int | None:
    period = mention.period
    if mention.kind != "period" or period is None or period.start is None or period.end is None:
        return None
    return period.end.year - period.start.year


def _years_off(mention: Mention, stated: int) -> bool:
    years = _years(mention)
    return bool(years) and stated not in (years, (years or 0) + 1)


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
