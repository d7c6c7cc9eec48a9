"""From one day to another, told twice «khoảng ngày ghi hai lần»: "from 10 to 16 May … during the week, from 10 to 18 May"; a title's days."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Finding, Mention
from ..days import Day, days_of
from ..evidence import Evidence
from ..facts import Fact

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
    if title_end:
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
    if alike and not evidence.has("day_apart", said):
        yield _found(evidence, "title_body", title[0].mention, first[0].mention)


def _nearly(one: Day, other: Day) -> bool:
    """Whether two days of a year have the number or the month in common, or are written with the same digits."""
    digits = [sorted(f"{day.first[0]}{day.first[1]}") for day in (one, other)]
    return one.first[2] in (None, other.first[2]) and (one.nearly(other) or digits[0] == digits[1])


def _letterhead(evidence: Evidence, day: Day) -> bool:
    """ "Cẩm Hà, ngày 14 tháng 8 năm 2025" is no title."""
    return evidence.before(day.mention).rstrip().endswith(",") and not evidence.after(day.mention).strip()


def _length(evidence: Evidence, facts: list[Fact], days: list[Day], title_end: int) -> Iterator[Finding]:
    """ "To last four days" above "opens on 10 October and closes on 12 October"."""
    title = [f.figure for f in facts if f.figure.end <= title_end and f.figure.unit == "day" and f.figure.hedge == "exact" and f.figure.value]
    body = [day for day in days if day.mention.start >= title_end]
    if len(title) != 1 or not body:
        return
    sentence = evidence.sentence(body[0].mention.start)
    first = [day for day in body if evidence.sentence(day.mention.start) == sentence]
    real = _lasts(evidence, first)
    if real and title[0].value not in (real, real - 1):
        start, end = first[0].mention.start, first[-1].mention.end
        yield _found(evidence, "title_body", title[0], Mention(evidence.text[start:end], start, end, "period"))


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
