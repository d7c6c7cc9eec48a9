"""A title's number against the lines below «số ở tiêu đề và các dòng»: "Bảng 3 (108 đoàn)" above 118, "four-day programme" above five days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ...model import Finding
from ..days import days_of
from ..evidence import Evidence
from ..facts import Fact
from ..smalls import said

_MOST, _LEAST = 15, 2  # lines
_NEAR = Decimal("0.35")  # farther from the sum, other things are counted
_INLINE = re.compile(r"\((\d{1,2})\) ")
_BROKEN = re.compile(r"[;:.\n]")
_STEM, _FIRST = 4, 4  # letters of a word; words that open a line
_DAY = {
    "vi": re.compile(r"ngày (?:thứ )?(?P<n>\d{1,2}|[^\W\d_]{2,5})(?=\s*[:(.,–-])"),
    "en": re.compile(r"day (?P<n>\d{1,2}|[a-z]{3,5})(?=\s*[:(.,–-])"),
}
_SIGN = re.compile(r"\s*(?:[-•*+–]|\d{1,2}[.)]|\(?[a-zđ0-9]{1,2}\))\s+")
_BARE = re.compile(r"[^\W\d_][^\d\n]*[:(|]\s*(?P<n>\d{1,3})\)?[;.,]?\s*$")
_PLACE = re.compile(r"\s*(?:[-•*+–]\s*)?[A-ZĐÚ][\w -]{1,24}[:|(]\s*\d")
_WORD = re.compile(r"[^\W\d_]{2,}")


def check_lines(evidence: Evidence, facts: list[Fact], title_end: int) -> Iterator[Finding]:
    """A title's days, number or total, of which the lines below make another."""
    title = [
        fact for fact in facts if fact.figure.end <= title_end and fact.figure.hedge == "exact" and fact.figure.high is None and not fact.figure.of
    ]
    lines = list(_lines(evidence, title_end))
    for fact in title:
        if fact.figure.kind == "measure" and fact.figure.unit == "day":
            days = _days(evidence, title_end)
            yield from _said(evidence, fact, 0 if days < fact.value and not evidence.has("programmes", evidence.lower[:title_end]) else days)
        elif fact.figure.kind == "count" and len(title) == 1:
            body = [one for one in facts if one.figure.start > title_end]
            if not any(one.value == fact.value and one.figure.unit == fact.figure.unit and not one.figure.of for one in body):
                yield from _said(
                    evidence,
                    fact,
                    _sum(fact, body, lines) or _items(fact, body, lines) or _inline(evidence, title_end) or _row(fact, body, title_end),
                )


def _said(evidence: Evidence, title: Fact, real: int) -> Iterator[Finding]:
    if real and real != title.value:
        yield evidence.found("title_body", [title.figure], title=title.figure.text, body=str(real))


def _lines(evidence: Evidence, title_end: int) -> Iterator[tuple[int, int]]:
    """The first block of listed lines below the title."""
    place, seen, signed = title_end + 1, False, False
    for line in evidence.text[title_end + 1 :].split("\n")[: _MOST + 4]:
        listed = _SIGN.match(line) is not None or re.match(r"[^\n:|.]{1,50}(?::|\(|\|)\s*\d", line) is not None
        if listed and not (signed and _SIGN.match(line) is None):
            seen, signed = True, signed or _SIGN.match(line) is not None
            yield place, place + len(line)
        elif seen:
            return
        place += len(line) + 1


def _days(evidence: Evidence, title_end: int) -> int:
    """How many days the lines of a programme begin with."""
    if evidence.has("programme_nights", evidence.lower[:title_end]):
        return 0
    numbers = []
    for line in evidence.lower[title_end + 1 :].split("\n"):
        match = _DAY[evidence.lang].match(_SIGN.sub("", line)) if evidence.lang in _DAY else None
        number = _number(evidence, match["n"]) if match else None
        if number:
            numbers.append(number)
    if len(numbers) >= _LEAST and numbers == list(range(1, len(numbers) + 1)):
        return len(numbers)
    return _dated(evidence, title_end)


def _dated(evidence: Evidence, title_end: int) -> int:
    """How many days in a row open lines."""
    starts = {
        evidence.text.rfind("\n", 0, day.mention.start) + 1: day
        for day in days_of(evidence)
        if day.mention.start > title_end and day.first == day.last
    }
    opened = [day for start, day in sorted(starts.items()) if len(evidence.lower[start : day.mention.start].split()) <= 4 and start > title_end]
    days = [(day.first[1] or 0, day.first[0] or 0) for day in opened]
    spans = any(day.first != day.last and day.mention.start > title_end for day in days_of(evidence))
    consecutive = len(days) >= _LEAST and not spans and all(one[0] == other[0] and other[1] - one[1] in (0, 1) for one, other in pairwise(days))
    return len(set(days)) if consecutive else 0


def _number(evidence: Evidence, word: str) -> int:
    return evidence.words.get("ordinal_numbers", {}).get(word, 0) or said(evidence.lang, word) or 0


def _sum(title: Fact, body: list[Fact], lines: list[tuple[int, int]]) -> int:
    """The sum of the one count in each line."""
    evidence = title.evidence
    told = [_value(title, body, start, end) for start, end in lines]
    if len(told) < _LEAST or 0 in told or any(evidence.has("totals_words", evidence.lower[start:end]) for start, end in lines):
        return 0
    total = sum(told)
    alike = sorted(str(total)) == sorted(f"{title.value:f}") or abs(total - title.value) <= _NEAR * total
    return total if alike else 0


def _value(title: Fact, body: list[Fact], start: int, end: int) -> int:
    """The one count of a line, of the title's unit or of none; 0 where there is another, or several."""
    counts = [one for one in body if start <= one.figure.start < end]
    bare = _BARE.search(title.evidence.lower[start:end])
    if not counts and bare:
        return int(bare["n"])
    plain = len(counts) == 1 and counts[0].figure.kind == "count" and not (counts[0].figure.of or counts[0].figure.high)
    alone = plain and (counts[0].figure.unit in (title.figure.unit, None) or counts[0].figure.text.isdecimal())
    return int(counts[0].value) if alone else 0


def _items(title: Fact, body: list[Fact], lines: list[tuple[int, int]]) -> int:
    """How many lines there are, where each begins with the noun of the title and counts nothing, or is a place with its figure."""
    evidence, noun = title.evidence, title.figure.text.lower()
    lines = [line for line in lines if not evidence.has("totals_words", evidence.lower[slice(*line)])]
    words = {word[:_STEM] for word in _WORD.findall(noun) or _WORD.findall(title.tail)[:2]}
    if not _LEAST <= len(lines) <= _MOST or evidence.has("lines_open", evidence.lower[: lines[0][0]]):
        return 0
    bare = not any(start <= one.figure.start < end and one.figure.kind == "count" for one in body for start, end in lines)
    opened = bare and all(words & {word[:_STEM] for word in _WORD.findall(evidence.lower[start:end])[:_FIRST]} for start, end in lines)
    named = len(lines) > _LEAST and evidence.has("places_in_lines", noun) and all(_PLACE.match(evidence.text[start:end]) for start, end in lines)
    return len(lines) if opened or named else 0


def _row(title: Fact, body: list[Fact], title_end: int) -> int:
    """The sum of what the first sentence counts in one row: "2 dự án của Hàn Quốc, 3 dự án của Trung Quốc và 1 dự án của Singapore"."""
    evidence = title.evidence
    number = evidence.sentence(title_end + 1)
    told = [one for one in body if one.sentence == number and one.figure.unit == title.figure.unit]
    if (
        not 1 < len(told) <= _MOST
        or any(one.figure.of or one.figure.high or one.base or one.plan for one in told)
        or told[-1].place - told[0].place != len(told) - 1
    ):
        return 0
    gaps = [evidence.between(one.figure, other.figure) for one, other in pairwise(told)]
    start, end = evidence.bounds(number)
    if not evidence.has("row_joins", gaps[-1]) or any(_BROKEN.search(gap) for gap in gaps) or evidence.has("row_open", evidence.lower[start:end]):
        return 0
    total = sum(int(one.value) for one in told)
    return total if abs(total - title.value) <= _NEAR * total or str(total) in f"{title.value:f}" or f"{title.value:f}" in str(total) else 0


def _inline(evidence: Evidence, title_end: int) -> int:
    """How many items the first sentence numbers: "(1) … (2) …"."""
    start, end = evidence.bounds(evidence.sentence(title_end + 1))
    numbers = [int(match[1]) for match in _INLINE.finditer(evidence.lower, start, end)]
    return len(numbers) if len(numbers) > _LEAST and numbers == list(range(1, len(numbers) + 1)) else 0
