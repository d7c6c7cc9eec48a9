"""Days of the week «thứ trong tuần»: a weekday beside its date, also where the year stands elsewhere or the text tells none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence

_RANGE = 30  # characters between two days of which the second tells the month of both
_PLAIN_YEAR = 2025  # no leap year: days of a list are compared in it where no year is told
_HALF = 6  # months
_ORDINAL_LEAD = 14  # characters before a weekday that may make it an ordinal


@dataclass(frozen=True)
class _Named:
    """A weekday with its day; the month and the year where they are told."""

    start: int
    end: int
    weekday: int
    day: int
    month: int | None
    year: int | None

    def falls(self, year: int) -> bool:
        """Whether the day falls on its weekday in a year, or does not exist there."""
        try:
            return date(year, self.month or 1, self.day).weekday() == self.weekday
        except ValueError:
            return True


def check_weekdays(evidence: Evidence) -> Iterator[Finding]:
    """Days that did not fall on the weekday they are told with, and days of one list that cannot be of one year."""
    named = _months_filled(evidence, sorted(_named(evidence), key=lambda day: day.start))
    told, following = _years(evidence), _next_years(evidence)
    for day in named:
        if told and not any(day.falls(year) for year in ([day.year] if day.year else told | following.get(day.month or 0, set()))):
            yield _finding(evidence, day, "weekday")
    if not told:
        for day in _out_of_step([day for day in named if day.year is None]):
            yield _finding(evidence, day, "out_of_step")


def _finding(evidence: Evidence, day: _Named, told: str) -> Finding:
    text = evidence.text[day.start : day.end]
    return evidence.found("weekday", [Mention(text, day.start, day.end, "date")], told=told, text=text)


def _named(evidence: Evidence) -> Iterator[_Named]:
    last = -1
    for match in _pattern(evidence.lang).finditer(evidence.lower):
        if match.start() >= last and _is_weekday(evidence, match):
            last = match.end()
            yield _told(evidence.lang, match)


def _told(lang: str, match: re.Match[str]) -> _Named:
    parts = {name.split("_")[0]: part for name, part in match.groupdict().items() if part}
    months = vocabulary(lang)["dates"]["months"]
    month = parts.get("m", "").rstrip(".")
    number = int(month) if month.isdecimal() else months.get(month)
    number = number if number in range(1, 13) else None
    year = int(parts["y"]) if "y" in parts else None
    return _Named(match.start(), match.end(), _weekdays(lang)[parts["w"]], int(parts["d"]), number, year)


def _is_weekday(evidence: Evidence, match: re.Match[str]) -> bool:
    """Whether "thứ hai" is Monday and no ordinal: written with a capital, or behind a word that opens a time."""
    ordinal = vocabulary(evidence.lang)["judge"].get("ordinal_weekdays", "(?!)")
    start = next(match.start(name) for name, part in match.groupdict().items() if part and name[0] == "w")
    word = evidence.text[start:]
    if re.match(ordinal, word) is None:
        return True
    lead = re.split(r"[,;:.(\n]", evidence.lower[max(0, start - _ORDINAL_LEAD) : start])[-1].strip()
    return match["w"] is not None and (lead == "" or evidence.ends_with("weekday_leads", lead))


def _months_filled(evidence: Evidence, named: list[_Named]) -> list[_Named]:
    """ "Monday 10 to Friday 14 March": the first day has the month of the second; one that gets none is left out."""
    filled = list[_Named]()
    for n, day in enumerate(named):
        behind = named[n + 1] if n + 1 < len(named) else day
        if day.month is None and behind.month and behind.start - day.end < _RANGE and behind.day > day.day:
            filled.append(replace(day, month=behind.month, year=behind.year))
        elif day.month:
            filled.append(day)
    return filled


def _years(evidence: Evidence) -> set[int]:
    periods = [mention.period for mention in evidence.mentions if not mention.is_figure and mention.period]
    return {told.year for period in periods for told in (period.start, period.end) if told}


def _next_years(evidence: Evidence) -> dict[int, set[int]]:
    """By month, the years a day may be of in a text of late in the year before: "6 January" behind "28 December 2025"."""
    told = {(m.period.start.year, m.period.start.month) for m in evidence.mentions if m.kind == "date" and m.period and m.period.start}
    return {month: {year + 1 for year, late in told if late >= month + _HALF} for month in range(1, 13 - _HALF)}


def _out_of_step(named: list[_Named]) -> Iterator[_Named]:
    """Those of several days without a year that fit into no year in which most of the others fit."""
    steps = [(date(_PLAIN_YEAR, day.month or 1, min(day.day, 28)).toordinal() + day.day - min(day.day, 28) - day.weekday) % 7 for day in named]
    months = [day.month or 1 for day in named]
    if len(named) < 2 or max(months) - min(months) > _HALF or (min(months) <= 2 < max(months)):
        return
    usual, often = Counter(steps).most_common(1)[0]
    if 2 * often >= len(steps):
        yield from (day for day, step in zip(named, steps, strict=True) if step != usual)


@cache
def _weekdays(lang: str) -> dict[str, int]:
    words = vocabulary(lang)["judge"]
    return {**words["weekdays"], **words.get("short_weekdays", {})}


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    words = vocabulary(lang)["judge"]
    names = "|".join(sorted(map(re.escape, _weekdays(lang)), key=len, reverse=True))
    months = "|".join(sorted(map(re.escape, vocabulary(lang)["dates"]["months"]), key=len, reverse=True))
    both = words.get("weekday_days", ["(?!)"])
    return re.compile("|".join(f"(?:{one.replace('<WEEKDAY>', names).replace('<MONTH>', months)})" for one in both))
