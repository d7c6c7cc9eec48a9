"""Slips in one figure or date «lỗi của một con số»: foreign separators, days that cannot be, counters that contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence

_BESIDE = 200  # characters
_FLAGGED = ("mixed_separators", "dot_decimal", "comma_decimal", "impossible_date")
_COUNT_BEHIND = re.compile(r"[a-z] (?:[4-9]\d|\d{3})$")  # "between April and June 58 moved in"
_VALUE = re.compile(r"(?m)^[^\n\d]{2,60}[ :|](?P<n>\d{1,3}(?:[.,]\d{3})+)(?= ?[;.]?$)")
_ROW = re.compile(r"[\n;|]")
_CLOCK = re.compile(r"(?<![\d:/.-])(?P<hour>\d{1,2})(?::| giờ |h)(?P<minute>\d{2})?(?!\d)")


def check_slips(evidence: Evidence) -> Iterator[Finding]:
    """Suspicious spellings and impossible days, one mention at a time."""
    for mention in evidence.mentions:
        for rule in _FLAGGED:
            if rule in mention.flags and not _share_behind_month(evidence, mention):
                value = evidence.say(mention.value, mention) if mention.value is not None else ""
                yield evidence.found(rule, [mention], text=mention.text, value=value)
        if _other_group(evidence, mention):
            yield evidence.found("mixed_separators", [mention], text=mention.text, value=evidence.say(mention.value or Decimal(0), mention))
        foreign = _foreign_decimal(evidence, mention)
        if foreign:
            yield evidence.found(foreign, [mention], text=mention.text, value=evidence.say(mention.high or mention.value or Decimal(0), mention))
        broken = None if mention.is_figure else _day(evidence, mention) or _hour(mention)
        if broken:
            yield evidence.found(broken, [mention], text=mention.text)
        if _odd_group(evidence, mention):
            yield evidence.found("mixed_separators", [mention], text=mention.text, value=evidence.say(mention.value or Decimal(0), mention))
    yield from _counters(evidence)
    yield from _other_lines(evidence)


def _other_lines(evidence: Evidence) -> Iterator[Finding]:
    """The line that parts thousands with the decimal mark, "Chinese 13.820", among lines with the other: "English 41,260"."""
    decimal, group = (",", ".") if vocabulary(evidence.lang)["decimal"] == "," else (".", ",")
    told = {m.start for m in evidence.mentions if m.kind not in ("count", "structural")}
    lines = [match for match in _VALUE.finditer(evidence.text) if match.start("n") not in told]
    for n, line in enumerate(lines):
        near = [one for one in lines[max(0, n - 4) : n + 5] if one is not line]
        grouped = [one for one in near if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+", one["n"])]
        odd = re.fullmatch(rf"[1-9]\d{{0,2}}{re.escape(decimal)}\d{{3}}", line["n"])
        if odd and len(grouped) > 1 and len(grouped) == len(near):
            value = evidence.say(Decimal(line["n"].replace(decimal, "")), Mention("", 0, 0, "count"))
            yield evidence.found("mixed_separators", [Mention("", line.start("n"), line.end("n"), "count")], text=line["n"], value=value)


def _share_behind_month(evidence: Evidence, mention: Mention) -> bool:
    """ "In March 98% of the files", "end of June 139": no day of the month."""
    if evidence.ends_with("month_ends", evidence.before(mention, 12).rstrip()) or _COUNT_BEHIND.search(mention.text):
        return True
    behind = evidence.after(mention, 12).lstrip()
    return not mention.is_figure and (behind.startswith("%") or evidence.starts_with("percent_signs", behind))


def _odd_group(evidence: Evidence, mention: Mention) -> bool:
    """Three decimals that end in nothing, "3.400 hectares": the decimal mark was meant to part thousands."""
    if mention.kind not in ("measure", "money") or not mention.value or (mention.kind == "money" and not _dwarfed(evidence, mention)):
        return False
    mark = re.escape(vocabulary(evidence.lang)["decimal"])
    return re.search(rf"(?<![\d.,])[1-9]\d{{0,2}}{mark}\d\d0(?!\d)", mention.text) is not None


def _other_group(evidence: Evidence, mention: Mention) -> bool:
    """Three digits behind the decimal mark, "98,215", in a list whose other numbers part thousands: "125.640", "64.870"."""
    if not mention.is_figure or mention.unit is None or not evidence.listed(evidence.sentence(mention.start)):
        return False
    decimal, group = (",", ".") if vocabulary(evidence.lang)["decimal"] == "," else (".", ",")
    if not re.match(rf"\d{{1,3}}{re.escape(decimal)}\d{{3}}(?![\d.,])", mention.text) or mention.per:
        return False
    beside = [m for m in evidence.mentions_in(mention.start - _BESIDE, mention.end + _BESIDE) if m.is_figure and m.unit == mention.unit]
    grouped = [m for m in beside if re.match(rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+(?![\d.,])", m.text)]
    return len(grouped) > 1 and 2 * len(grouped) > len(beside) - 1


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
    """A period that runs backwards."""
    period = mention.period
    if period is None or period.start is None:
        return None
    if period.end is not None and period.end < period.start:
        return "reversed_period"
    return None


def _hour(mention: Mention) -> str | None:
    """A time of day that no clock shows."""
    if mention.kind not in ("date", "structural"):
        return None
    clock = _CLOCK.search(mention.text)
    shown = clock is not None and (int(clock["hour"]) > 24 or int(clock["minute"] or 0) > 59)
    return "impossible_date" if shown else None


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
