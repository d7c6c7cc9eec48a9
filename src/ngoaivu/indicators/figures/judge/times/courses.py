"""Events that end before they begin «mở trước khi đóng»: "opens on 5 October and closes on 25 September"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ...model import Finding, Mention
from ..days import Day, days_of
from ..evidence import Evidence
from ..lists import phrases

_MONTH = re.compile(r"[a-z]{3,9}$")
_LEAD, _BETWEEN, _LINE = 60, 110, 80  # characters
_BULLETS = " \t-+*•–|"
_ITEMS = 12  # lines of a list compared with each other
_TIMETABLE, _HEADING = 4, 200  # dated lines at least; characters above that may say what they are
_FEW = 4  # words between a day and the word that closes
_YEAR = 4  # months; days without a year that are farther apart may be of two years


def check_courses(evidence: Evidence) -> Iterator[Finding]:
    """A beginning and an end told one after the other, the end before the beginning."""
    yield from _agendas(evidence)
    times = _times(evidence)
    for one, nearest, other in (*((a, a, b) for a, b in pairwise(times)), *zip(times, times[1:], times[2:], strict=False)):
        start, end = one.mention, other.mention
        if end.start - start.end > _BETWEEN or abs(evidence.sentence(end.start) - evidence.sentence(start.start)) > 1:
            continue
        opening, between = evidence.before(start, _LEAD) + start.text.lower(), evidence.between(nearest.mention, end) + end.text.lower()
        if (
            not _before(other, one)
            or evidence.has("closes", phrases(evidence.lang, "opens").sub("", _nearest(opening)))
            or not evidence.has("opens", opening)
        ):
            continue
        if _told(evidence, between) and not evidence.has("opens", between) and not evidence.has("earlier_ones", between):
            shown = evidence.text[start.start : end.end]
            yield evidence.found("reversed_period", [start, end], text=shown)


def _times(evidence: Evidence) -> list[Day]:
    """The days the text names, and its months, quarters and years."""
    days = {day.mention.start: day for day in days_of(evidence)}
    for mention in evidence.mentions:
        period = mention.period
        if mention.is_figure or period is None or period.start is None or period.end is None or period.start.year != period.end.year:
            continue
        first, last = period.start, period.end
        days.setdefault(mention.start, Day(mention, (first.day, first.month, first.year), (last.day, last.month, last.year)))
    return [days[start] for start in sorted(days)]


def _agendas(evidence: Evidence) -> Iterator[Finding]:
    """Lines of one list, "Khai mạc: ..." and "Bế mạc: ...", that say the same but for a word and its counterpart."""
    lines = [(label, day) for day in days_of(evidence) if (label := _label(evidence, day.mention))]
    yield from _disorder(evidence, [day for _, day in lines if _bullet(evidence, day) == _bullet(evidence, lines[0][1])])
    for n, (label, one) in enumerate(lines):
        ends = [re.sub(rf"(?<!\w){a}(?!\w)", z, label) for a, z in evidence.words.get("counterparts", ()) if a in label]
        for end, other in lines[n + 1 : n + _ITEMS]:
            if end != label and end in ends and _before(other, one) and _one_list(evidence, one.mention, other.mention):
                shown = evidence.text[evidence.text.rfind("\n", 0, other.mention.start) + 1 : other.mention.end]
                yield evidence.found("reversed_period", [other.mention], text=shown.lstrip(_BULLETS))


def _disorder(evidence: Evidence, days: list[Day]) -> Iterator[Finding]:
    """One line of a timetable that stands out of order, where another month would set it right."""
    if len(days) < _TIMETABLE or not evidence.has("timetables", evidence.lower[max(0, days[0].mention.start - _HEADING) : days[0].mention.start]):
        return
    late = [n for n in range(1, len(days)) if _before(days[n], days[n - 1])]
    if len(late) != 1 or late[0] == len(days) - 1 or not _one_list(evidence, days[0].mention, days[-1].mention):
        return
    n = late[0]
    if any(_between(days[n], days[n - 1], days[n + 1], month) for month in range(1, 13)):
        shown = {"text": days[n].mention.text, "other": days[n - 1].mention.text}
        yield evidence.found("reversed_period", [days[n].mention], told="out_of_order", **shown)


def _bullet(evidence: Evidence, day: Day) -> bool:
    """Whether the line of a day begins with a sign."""
    line = evidence.text[evidence.text.rfind("\n", 0, day.mention.start) + 1 : day.mention.start]
    return line.lstrip()[:1] in (*_BULLETS.strip(),)


def _between(day: Day, low: Day, high: Day, month: int) -> bool:
    """Whether a day would stand in order, were it in this month."""
    moved = replace(day, first=(day.first[0], month, day.first[2]), last=(day.last[0], month, day.last[2]))
    return not _before(moved, low) and not _before(high, moved)


def _one_list(evidence: Evidence, one: Mention, other: Mention) -> bool:
    return "\n\n" not in evidence.text[one.end : other.start]


def _label(evidence: Evidence, mention: Mention) -> str:
    """The words that head the line of a day, without those that every agenda has."""
    start = max(evidence.lower.rfind("\n", 0, mention.start) + 1, mention.start - _LINE)
    head, sign, _ = evidence.lower[start : mention.start].strip(_BULLETS).replace("|", ":").partition(":")
    words = phrases(evidence.lang, "agenda_words").sub(" ", head) if sign else ""
    return " ".join(words.split())


def _told(evidence: Evidence, between: str) -> bool:
    """Whether the same thing closes: no other subject stands before the word."""
    closing = phrases(evidence.lang, "closes").search(between)
    if closing is None:
        return False
    words = re.findall(r"[^\W\d_]+", between[: closing.start()])
    return len(words) <= _FEW and not evidence.has("other_subjects", between[: closing.start()])


def _nearest(opening: str) -> str:
    """The words of the clause right before a day."""
    return opening.replace(";", ",").split(",")[-1]


def _before(other: Day, one: Day) -> bool:
    """Whether one day surely lies before another."""
    first, last = one.first, other.last
    if first[1] is None and last[1] is None and first[0] and last[0]:
        months = [_MONTH.findall(day.mention.text.lower()) for day in (one, other)]
        return months[0] == months[1] != [] and last[0] < first[0]
    if None in (first[0], first[1], last[0], last[1]):
        return False
    if first[2] is None and last[2] is None:
        gap = (first[1] or 0) - (last[1] or 0)
        return gap < _YEAR and (last[1] or 0, last[0] or 0) < (first[1] or 0, first[0] or 0)
    if first[2] is None or last[2] is None:
        return False
    return last[::-1] < first[::-1]
