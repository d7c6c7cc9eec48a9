"""Days that come too early «hạn trước ngày ban hành»: a deadline before its notice, a registration that closes behind its event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence

_LEAD = 40  # characters before a day that say what it is
_DATELINE = 60  # characters of a first line before its day
_REACH = 330  # characters between a beginning and the end that should follow from it
_LINES = 4  # lines at the head of a paper that may tell its day
_PLACE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3}, (?:ngày )?\d")
_DATED = re.compile(r"(?<!\d)(\d{1,2})(?:[/.-]| tháng | )(\d{1,2}|[a-z]{3,9})(?:[/.-]| năm | )(\d{4})$")  # behind the number of a paper
_STOP = re.compile(r"[;(]|(?<!\d)\.|\.(?!\d)|\n")
_YEAR = 12  # months


@dataclass(frozen=True)
class Told:
    """A day, a month or a year the text names."""

    mention: Mention
    first: date
    last: date

    @property
    def day(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last


def check_deadlines(evidence: Evidence) -> Iterator[Finding]:
    """Days that cannot follow from the day told before them."""
    told = list(times_of(evidence))
    yield from _cited(evidence, told)
    for n, time in enumerate(told):
        lead = lead_of(evidence, time)
        if evidence.has("deadlines", lead) or (evidence.has("weak_deadlines", lead) and evidence.has("obligations", lead_of(evidence, time, 2))):
            yield from _early(evidence, told[:n], time)
            yield from _late(evidence, told[:n], time)
        elif evidence.has("as_of_days", lead):
            yield from _ahead(evidence, told[:n], time)


def times_of(evidence: Evidence) -> Iterator[Told]:
    """Every time the text names and the calendar knows, in order."""
    for mention in evidence.mentions:
        period = mention.period
        if not mention.is_figure and period and not period.lunar and period.start and period.end:
            yield Told(mention, period.start, period.end)


def lead_of(evidence: Evidence, time: Told, reach: int = 1) -> str:
    """The words of its clause before a time, with its own."""
    return _STOP.split(evidence.before(time.mention, reach * _LEAD) + time.mention.text.lower())[-1]


def _early(evidence: Evidence, before: list[Told], due: Told) -> Iterator[Finding]:
    """A deadline before the day on which it was set, by less than a year."""
    issued = next((time for time in reversed(before) if time.day and _issued(evidence, time)), None)
    if issued is None or not due.day or not due.first < issued.first or months_between(due.first, issued.first) > _YEAR:
        return
    if not evidence.has("earlier_ones", evidence.between(issued.mention, due.mention)):
        facts = {"text": due.mention.text, "other": issued.mention.text}
        yield evidence.found("reversed_period", [due.mention], told="early_deadline", **facts)


def _late(evidence: Evidence, before: list[Told], due: Told) -> Iterator[Finding]:
    """The closing of a registration behind the event itself, by less than half a year."""
    event = next((time for time in reversed(before) if evidence.has("held", lead_of(evidence, time))), None)
    if event is None or not due.day or not evidence.has("registrations", evidence.before(due.mention, 2 * _LEAD)):
        return
    if due.first > event.last and months_between(event.last, due.first) <= _YEAR // 2 and due.mention.start - event.mention.end < _REACH:
        facts = {"text": due.mention.text, "other": event.mention.text}
        yield evidence.found("reversed_period", [due.mention], told="late_registration", **facts)


def _ahead(evidence: Evidence, before: list[Told], counted: Told) -> Iterator[Finding]:
    """A report signed before the day up to which it counts."""
    signed = next((time for time in before if time.day and evidence.has("signings", lead_of(evidence, time))), None)
    if signed is not None and counted.day and 0 < (counted.first - signed.first).days < _REACH:
        facts = {"text": signed.mention.text, "other": counted.mention.text}
        yield evidence.found("reversed_period", [signed.mention], told="signed_early", **facts)


def _cited(evidence: Evidence, told: list[Told]) -> Iterator[Finding]:
    """A paper older than the letter it cites: dated 5 March, "in reply to your letter No. 88 of 12 March", by less than a year."""
    written = next((time for time in told if time.day and _dateline(evidence, time.mention)), None)
    for paper in evidence.mentions if written else ():
        day = _DATED.search(paper.text.lower()) if paper.kind == "document" and written and paper.start > written.mention.end else None
        month = day and (int(day[2]) if day[2].isdecimal() else vocabulary(evidence.lang)["dates"]["months"].get(day[2], 0))
        issued = _day(int(day[3]), month or 0, int(day[1])) if day else None
        if written and issued and 0 < (issued - written.first).days < _REACH:
            facts = {"text": written.mention.text, "other": paper.text}
            yield evidence.found("reversed_period", [paper], told="cites_later", **facts)


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _issued(evidence: Evidence, time: Told) -> bool:
    """Whether a day is that of the document: its dateline, or beside a word like "issued"."""
    day = time.mention
    if _dateline(evidence, day):
        return True
    return evidence.has("issues", lead_of(evidence, time)) or evidence.has("issues", _STOP.split(evidence.after(day, _LEAD))[0])


def _dateline(evidence: Evidence, day: Mention) -> bool:
    """Whether a day closes the first line, or one of the next lines that tells when the paper was made: "Hà Nội, ngày 5/7/2024"."""
    start = evidence.lower.rfind("\n", 0, day.start) + 1
    line = evidence.lower[start:].partition("\n")[0]
    if day.start - start > _DATELINE or line[day.end - start :].strip(" .,)") or start + len(line) == len(evidence.lower):
        return False
    number = evidence.lower.count("\n", 0, start)
    made = evidence.starts_with("datelines", line) or not line[: day.start - start].strip(" (") or _PLACE.match(line) is not None
    return number == 0 or (number <= _LINES and made and day.period is not None and day.period.start == day.period.end)


def months_between(one: date, other: date) -> int:
    """The months from one day to another."""
    return (other.year - one.year) * _YEAR + other.month - one.month
