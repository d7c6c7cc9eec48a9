"""The time of a title «thời kỳ ở tiêu đề»: "Báo cáo quý II" above "Từ tháng 7 đến tháng 9", a table of 2021-2023 with a row of 2024."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..days import days_of
from ..evidence import Evidence
from ..facts import Fact
from ..scopes import MONTH, YEARS, Mark

_OPENING = 60  # characters in which a sentence tells its time
_ROWS = 3  # labels at least that make a table or a timetable
_YEAR = 12
_FIRST = 420  # characters of the first sentence that are read


@dataclass(frozen=True)
class _Span:
    """Months `first` to `last` of a year, where the text tells it."""

    start: int
    end: int
    first: int
    last: int

    @property
    def months(self) -> int:
        return self.last - self.first + 1


def check_periods(evidence: Evidence, facts: list[Fact], title_end: int) -> Iterator[Finding]:
    """A title that names other months, years or days than the text below it."""
    if not title_end:
        return
    spans = list(_spans(evidence, 0, title_end))
    start, end = _sentence(evidence, title_end)
    if len(spans) == 1:
        yield from _months(evidence, facts, spans[0], [*_spans(evidence, start, end)], start)
    yield from _years(evidence, title_end, start)
    yield from _programme(evidence, title_end)


def _sentence(evidence: Evidence, title_end: int) -> tuple[int, int]:
    """The first sentence below the title."""
    begin = title_end + len(evidence.lower[title_end:]) - len(evidence.lower[title_end:].lstrip())
    start, end = evidence.bounds(evidence.sentence(begin))
    return max(start, begin), min(end, begin + _FIRST)


def _months(evidence: Evidence, facts: list[Fact], title: _Span, body: list[_Span], start: int) -> Iterator[Finding]:
    """A quarter above other three months, the half of a year above nine, a month above another with the same figures."""
    opens = bool(body) and body[0].start - start <= _OPENING // 2
    if not body or any((one.first, one.last) == (title.first, title.last) for one in (body[:1] if opens else body)):
        return
    one = body[0]
    apart = one.last < title.first or title.last < one.first
    same_length = one.months == title.months > 1 and apart
    longer = min(one.months, title.months) > 1 and one.first == title.first and opens
    month = one.months == title.months == 1 and opens and _same_figure(facts, title, start)
    if (same_length or longer or month) and not evidence.has("season_not", evidence.lower[max(start, one.start - _OPENING // 2) : one.end]):
        yield _found(evidence, title, one)


def _same_figure(facts: list[Fact], title: _Span, start: int) -> bool:
    """Whether the title's figure, of more than one digit, opens the text again."""
    told = [fact for fact in facts if fact.figure.start < start]
    first = [fact for fact in facts if fact.figure.start >= start][:2]
    return any(one.value == other.value and one.figure.unit == other.figure.unit and one.value > 9 for one in told for other in first)


def _spans(evidence: Evidence, start: int, end: int) -> Iterator[_Span]:
    """Months told from one to another, and beside them quarters, halves and months by name."""
    ranges = [_range(evidence.lang, match) for match in _ranges(evidence.lang).finditer(evidence.lower, start, end)]
    marks = [mark for mark in evidence.marks if start <= mark.start < end and MONTH <= mark.scope.grain < YEARS and not mark.base]
    named = [
        _Span(m.start, m.end, m.scope.first, m.scope.last) for m in marks if m.scope.first and m.scope.last and m.scope.last - m.scope.first < 11
    ]
    months = [
        _Span(match.start(), match.end(), int(match["m"]), int(match["m"]))
        for match in _month(evidence.lang).finditer(evidence.lower, start, end)
        if 0 < int(match["m"]) <= _YEAR
    ]
    told = [one for one in ranges if one.first < one.last]
    for span in (*named, *months):
        if not any(one.start < span.end and span.start < one.end for one in told):
            told.append(span)
    yield from sorted(told, key=lambda one: one.start)


def _range(lang: str, match: re.Match[str]) -> _Span:
    names = vocabulary(lang)["dates"]["months"]
    first, last = (int(match[key]) if match[key].isdecimal() else names[match[key]] for key in ("a", "z"))
    return _Span(match.start(), match.end(), first, last)


def _years(evidence: Evidence, title_end: int, start: int) -> Iterator[Finding]:
    """Years from one to another: a row of a year outside them, or a text that opens with others."""
    title = [mark for mark in evidence.marks if mark.end <= title_end and mark.scope.grain == YEARS]
    if len(title) != 1:
        return
    first, last = _ends(title[0])
    labels = [(int(match[1]), match.start(1)) for match in _label(evidence.lang).finditer(evidence.lower, title_end)]
    strange = [place for year, place in labels if not first <= year <= last]
    if len(labels) >= _ROWS and strange and len(strange) < len(labels) - 1 and not _foretold(evidence, strange[0]):
        yield _found(evidence, title[0], Mention("", strange[0], strange[0] + 4, "period"))
    opening = next((mark for mark in evidence.marks if mark.start >= start), None)
    if opening and opening.scope.grain == YEARS and opening.start - start < _OPENING // 3 and not opening.base:
        ends = _ends(opening)
        if ends != (first, last) and (ends[0] == first or ends[1] == last):
            yield _found(evidence, title[0], opening)


def _foretold(evidence: Evidence, place: int) -> bool:
    """Whether the row of a year says that it is only planned, or the text that it is there to compare."""
    return evidence.has("planned", evidence.lower[place:].partition("\n")[0]) or evidence.has("rows_compared", evidence.lower[place:])


def _ends(mark: Mark) -> tuple[int, int]:
    """The first and the last of several years."""
    year = mark.scope.year or 0
    return year + ((mark.scope.first or 1) - 1) // _YEAR, year + ((mark.scope.last or 1) - 1) // _YEAR


def _programme(evidence: Evidence, title_end: int) -> Iterator[Finding]:
    """Days of one month above lines that all begin with days of another."""
    days = days_of(evidence)
    title = [day for day in days if day.mention.end <= title_end and day.first != day.last]
    lines = [day for day in days if day.mention.start > title_end and _opens_line(evidence, day.mention)]
    if len(title) != 1 or len(lines) < _ROWS or title[0].first[1] != title[0].last[1]:
        return
    months = {day.first[1] for day in lines}
    within = all((title[0].first[0] or 0) <= (day.first[0] or 0) <= (title[0].last[0] or 0) for day in lines)
    if len(months) == 1 and within and None not in months and months != {title[0].first[1]}:
        yield _found(evidence, title[0].mention, lines[0].mention)


def _opens_line(evidence: Evidence, mention: Mention) -> bool:
    """Whether only a weekday or a sign stands before a day in its line."""
    line = evidence.lower[evidence.lower.rfind("\n", 0, mention.start) + 1 : mention.start]
    return len(line.split()) <= 4 and not re.search(r"\d", line)


def _found(evidence: Evidence, title: _Span | Mark | Mention, body: _Span | Mark | Mention) -> Finding:
    facts = {"title": evidence.text[title.start : title.end].strip(), "body": evidence.text[body.start : body.end].strip()}
    return evidence.found("title_body", [Mention("", title.start, title.end, "period")], **facts)


@cache
def _ranges(lang: str) -> re.Pattern[str]:
    names = "|".join(map(re.escape, vocabulary(lang)["dates"]["months"]))
    return re.compile(vocabulary(lang)["judge"].get("months_range", "(?!)").replace("<MONTH>", names))


@cache
def _month(lang: str) -> re.Pattern[str]:
    return re.compile(vocabulary(lang)["judge"].get("month_numbered", "(?!)"))


@cache
def _label(lang: str) -> re.Pattern[str]:
    """A year that opens a row: "2021:", "- Năm 2021:", "2021 |"."""
    words = "|".join(map(re.escape, vocabulary(lang)["judge"].get("year_labels", ()))) or "(?!)"
    return re.compile(rf"(?:^|[\n;,|]) ?(?:[-•*+–] ?)?(?:(?:{words}) )?((?:19|20)\d\d) ?[:|](?!\d)")
