"""From one day to another, told twice «khoảng ngày ghi hai lần»: "from 10 to 16 May … during the week, from 10 to 18 May"; a title's days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...model import Finding, Mention
from ..days import Day, days_of
from ..evidence import Evidence
from ..facts import Fact, plain_words
from ..scopes import MONTH, YEAR, Scope

_STEM, _SHARED = 4, 2  # letters of a word; words of the title
_WORD = re.compile(r"[^\W\d_]{3,}")
_FEW = 4  # words before a day in its line
_DIGIT, _DIGITS = re.compile(r"\d"), re.compile(r"\d{1,2}")
_GOES_ON = re.compile(r"[^\n\d]{0,12}[:(–-] ?\S")
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_ROW = re.compile(
    rf"(?<![\d/.,-])\d{{1,2}}(?:, \d{{1,2}}){{0,5}},? (?:and|và) \d{{1,2}}(?![\d.,:%]\d|\d)(?=/\d| (?:tháng|{_MONTHS}))"
)  # "21, 22 and 23 May"
_MOVED = 2  # days
_LATEST, _LEAD = 12, 60  # earlier spans; characters before one


def check_stretches(evidence: Evidence, facts: list[Fact], title_end: int) -> Iterator[Finding]:
    """Two spans of days that differ in one end, where the second is said to be the time of what was told; a title of another day or length."""
    days = days_of(evidence)
    spans = [day for day in days if day.first != day.last]
    for n, other in enumerate(spans):
        earlier = spans[max(0, n - _LATEST) : n]
        if len(earlier) == 1 and _one_end(earlier[0], other) and _again(evidence, earlier[0], other, title_end):
            rule = "title_body" if earlier[0].mention.end <= title_end else "two_values"
            yield _found(evidence, rule, earlier[0].mention, other.mention)
    yield from _beyond(evidence, days)
    if title_end:
        yield from _month(evidence, days, title_end)
        yield from _day(evidence, days, title_end)
        yield from _length(evidence, facts, days, title_end)


def _one_end(one: Day, other: Day) -> bool:
    """Whether two spans have one end in common, as far as told, or are as long and a day or two apart."""
    firsts, lasts = one.first[:2] == other.first[:2], one.last[:2] == other.last[:2]
    same_month = one.first[1] == other.first[1] and one.last[1] == other.last[1]
    if same_month and _size(one) == _size(other) != 0:
        return not firsts and abs((one.first[0] or 0) - (other.first[0] or 0)) <= _MOVED
    years = {day.last[2] for day in (one, other)} - {None}
    return firsts != lasts and same_month and len(years) < 2


def _size(day: Day) -> int:
    """How many nights a span of one month has; 0 where it is of two."""
    return (day.last[0] or 0) - (day.first[0] or 0) if day.first[1] == day.last[1] or day.first[1] is None else 0


def _again(evidence: Evidence, one: Day, other: Day, title_end: int) -> bool:
    lead = evidence.before(other.mention, _LEAD)
    if one.mention.end <= title_end < other.mention.start:
        return not evidence.has("span_parts", lead)
    return evidence.has("span_again", lead) and not evidence.has("span_parts", lead)


def _day(evidence: Evidence, days: list[Day], title_end: int) -> Iterator[Finding]:
    """The one day of a title above a text that has one other, nearly the same."""
    title = [day for day in days if day.mention.end <= title_end and day.first == day.last]
    body = [day for day in days if day.mention.start >= title_end]
    if len(title) != 1 or not body or any(title[0].same(day) or day.covers(title[0]) for day in body) or _letterhead(evidence, title[0]):
        return
    first = [day for day in body if evidence.sentence(day.mention.start) == evidence.sentence(body[0].mention.start)]
    alike = len(first) == 1 and first[0].first == first[0].last and _nearly(title[0], first[0])
    said = evidence.lower[: evidence.bounds(evidence.sentence(first[0].mention.start))[1]]
    if alike and not evidence.has("day_apart", said) and _about(evidence, title_end, first[0]):
        yield _found(evidence, "title_body", title[0].mention, first[0].mention)


def _about(evidence: Evidence, title_end: int, day: Day) -> bool:
    """Whether the sentence of a day has the words of the title, or says that something is held."""
    start, end = evidence.bounds(evidence.sentence(day.mention.start))
    texts = evidence.lower[:title_end], evidence.lower[max(start, title_end) : end]
    title, sentence = ({word[:_STEM] for word in _WORD.findall(text) if word not in plain_words(evidence.lang)} for text in texts)
    return len(title & sentence) >= _SHARED or evidence.has("day_held", texts[1])


def _nearly(one: Day, other: Day) -> bool:
    """Whether two days of a year have the number or the month in common, or are written with the same digits."""
    digits = [sorted(f"{day.first[0]}{day.first[1]}") for day in (one, other)]
    return one.first[2] in (None, other.first[2]) and (one.nearly(other) or digits[0] == digits[1])


def _letterhead(evidence: Evidence, day: Day) -> bool:
    """ "Cẩm Hà, ngày 14 tháng 8 năm 2025" is no title, nor is "Day 1, 12 September: arrival"."""
    behind = evidence.after(day.mention).lstrip()
    return behind.startswith(":") or (evidence.before(day.mention).rstrip().endswith(",") and not behind)


def _length(evidence: Evidence, facts: list[Fact], days: list[Day], title_end: int) -> Iterator[Finding]:
    """ "To last four days" above "opens on 10 October and closes on 12 October"; "three-day" above "on 21 and 22 May"."""
    title = [f.figure for f in facts if f.figure.end <= title_end and f.figure.unit == "day" and f.figure.hedge == "exact" and f.figure.value]
    if len(title) != 1:
        return
    start, end = evidence.bounds(evidence.sentence(title_end + 1))
    row = _ROW.search(evidence.lower, max(start, title_end), end)
    numbers = [int(number) for number in _DIGITS.findall(row.group())] if row else []
    if row and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        if (title[0].value or 0) > len(numbers):
            yield _found(evidence, "title_body", title[0], Mention(row.group(), row.start(), row.end(), "period"))
        return
    first = [day for day in days if max(start, title_end) <= day.mention.start < end]
    real = _lasts(evidence, first)
    if real and title[0].value not in (real, real - 1):
        begin, stop = first[0].mention.start, first[-1].mention.end
        yield _found(evidence, "title_body", title[0], Mention(evidence.text[begin:stop], begin, stop, "period"))


def _beyond(evidence: Evidence, days: list[Day]) -> Iterator[Finding]:
    """ "Ngày 18 - 19/4" above lines of the 18th, the 19th and the 20th, or of fewer days."""
    lines = [day for day in days if day.first == day.last and _opens_line(evidence, day)]
    told = sorted({(day.first[1] or 0, day.first[0] or 0) for day in lines})
    row = len(told) > 1 and all(one[0] == other[0] and other[1] - one[1] == 1 for one, other in pairwise(told))
    spans = [day for day in days if lines and day.first != day.last and day.mention.end < lines[0].mention.start]
    if not row or len(spans) != 1:
        return
    span = spans[0]
    opens = span.first[0] == told[0][1] and span.last[1] == told[0][0] and span.first[1] in (None, span.last[1])
    if opens and span.last[0] != told[-1][1]:
        yield _found(evidence, "title_body", span.mention, lines[-1].mention)


def _opens_line(evidence: Evidence, day: Day) -> bool:
    """Whether at most a weekday or a sign stands before a day in its line, and something to do behind it."""
    start = evidence.lower.rfind("\n", 0, day.mention.start) + 1
    line = evidence.lower[start : day.mention.start]
    return len(line.split()) <= _FEW and not _DIGIT.search(line) and _GOES_ON.match(evidence.lower, day.mention.end) is not None


def _month(evidence: Evidence, days: list[Day], title_end: int) -> Iterator[Finding]:
    """A month above lines that all begin with days of another; a year above a text of all days of another."""
    marks = [mark for mark in evidence.marks if mark.end <= title_end and mark.scope.first and not mark.base]
    if len(marks) != 1:
        return
    scope, title = marks[0].scope, Mention(evidence.text[marks[0].start : marks[0].end].strip(), marks[0].start, marks[0].end, "period")
    body = [day for day in days if day.mention.start > title_end]
    lines = [day for day in body if day.first == day.last and _opens_line(evidence, day)]
    months = {(day.first[1], day.first[2] or scope.year) for day in lines}
    digest = not evidence.has("month_reports", evidence.lower[:title_end])
    if digest and scope.grain == MONTH and len(lines) > 1 and len(months) == 1 and not any(day.last[1] == scope.first for day in body):
        yield _found(evidence, "title_body", title, lines[0].mention)
    yield from _year(evidence, scope, title)


def _year(evidence: Evidence, scope: Scope, title: Mention) -> Iterator[Finding]:
    """A year above a text of the whole of another, told by its first and its last day."""
    named = scope.year is None or f"{scope.year}" in evidence.lower[title.end :]
    if scope.grain != YEAR or named:
        return
    told = [mention for mention in evidence.mentions if mention.start > title.end and mention.period and mention.period.start and mention.period.end]
    for one, other in pairwise([*told, *told[-1:]]):
        for first, last in ((one, one), (one, other)):
            start, end = first.period.start if first.period else None, last.period.end if last.period else None
            whole = start and end and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and "31" in last.text
            if whole and start and end and start.year == end.year != scope.year:
                yield _found(evidence, "title_body", title, Mention(evidence.text[first.start : last.end], first.start, last.end, "period"))
                return


def _lasts(evidence: Evidence, days: list[Day]) -> int:
    """How many days one span, or two days of one month of which the first opens and the second closes, last."""
    if len(days) == 1 and days[0].first != days[0].last:
        first, last = days[0].first, days[0].last
    elif len(days) == 2 and evidence.has("span_closes", evidence.between(days[0].mention, days[1].mention) + days[1].mention.text.lower()):
        first, last = days[0].first, days[1].last
    else:
        return 0
    if not first[0] or not last[0] or last[1] is None or first[1] not in (last[1], None):
        return 0
    return max(0, last[0] - first[0] + 1)


def _found(evidence: Evidence, rule: str, one: Mention, other: Mention) -> Finding:
    if rule == "title_body":
        return evidence.found(rule, [one], title=one.text, body=other.text)
    return evidence.found(rule, [other], one=one.text, other=other.text)
