"""Dates as officers write them: one input for a day, a month, a quarter, a year, «từ 2016», «đến 2020»."""

import re
from datetime import date

from django.utils.translation import gettext as _

from ngoaivu.core import period, vietnamese
from ngoaivu.core.period import ImpreciseDate, PeriodError

UNKNOWN = ImpreciseDate(None, None)
SINCE, UNTIL = ("tu", "from", "since"), ("den", "until", "to")
BETWEEN = re.compile(r" (?:den|to) ")
WORDS = re.compile(r"\b(?:ngay|thang|nam)\b")
FIRST_YEAR, LAST_YEAR = 1900, 2100
DAYS = re.compile(r"(?:tu )?(\d{1,2})(?:[/.](\d{1,2})(?:[/.](\d{4}))?)? ?(?:[-–—]|den|to) ?(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
MARKS = re.compile(r"[\s./-]+")


def read(text: str) -> ImpreciseDate:
    """What the text says; PeriodError with a sentence when it says no date."""
    plain = " ".join(vietnamese.fold(text).split())
    if not plain:
        return UNKNOWN
    first, *last = BETWEEN.split(plain, maxsplit=1)
    if last and (head := _after(first, SINCE)) is not None:
        return ImpreciseDate(_edges(head, text)[0], _edges(last[0], text)[1])
    if (since := _after(plain, SINCE)) is not None:
        return ImpreciseDate(_edges(since, text)[0], None)
    if (until := _after(plain, UNTIL)) is not None:
        return ImpreciseDate(None, _edges(until, text)[1])
    return ImpreciseDate(*_edges(plain, text))


def read_days(text: str) -> tuple[date, date] | None:
    """First and last day where both stand in one text: «16-18/11/2026», «30/11 – 02/12/2026», «từ ngày 16 đến ngày 18/11/2026»; else None."""
    plain = re.sub(r"\b(?:thang|nam)\b", "/", re.sub(r"\bngay\b", " ", vietnamese.fold(text)))
    found = DAYS.fullmatch(re.sub(r"\s*([/.])\s*", r"\1", " ".join(plain.split())))
    if not found:
        return None
    first, month, year, last, last_month, last_year = (int(part) if part else 0 for part in found.groups())
    try:
        both = date(year or last_year, month or last_month, first), date(last_year, last_month, last)
    except ValueError as error:
        raise PeriodError(_no_day(text)) from error
    if both[1] < both[0]:
        told = _("In “%(text)s” the last day lies before the first: exchange the two or correct one.")
        raise PeriodError(told % {"text": text.strip()})
    return both


def written(earliest: date | None, latest: date | None) -> str:
    """The same date in writing, so that `read` gives it back."""
    if earliest is None and latest is None:
        return ""
    if earliest is None:
        return _("until %(date)s") % {"date": day(latest)}
    if latest is None:
        return _("from %(date)s") % {"date": day(earliest)}
    if earliest == latest:
        return day(earliest)
    if (earliest, latest) == _span(period.year(earliest.year)):
        return f"{earliest.year}"
    if (earliest, latest) == _span(period.month(earliest.year, earliest.month)):
        return f"{earliest:%m/%Y}"
    return _("from %(first)s to %(last)s") % {"first": day(earliest), "last": day(latest)}


def day(on: date | None) -> str:
    """A day as dd/mm/yyyy."""
    return f"{on:%d/%m/%Y}" if on else ""


def _after(text: str, words: tuple[str, ...]) -> str | None:
    head, _space, rest = text.partition(" ")
    return rest if head in words and rest else None


def _edges(text: str, whole: str) -> tuple[date, date]:
    if found := re.fullmatch(r"(?:quy|quarter) ?([1-4]|iv|i{1,3})[ /.-]+(?:nam )?(\d{4})", text):
        number = {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(found[1]) or int(found[1])
        return _span(period.quarter(int(found[2]), number))
    parts = MARKS.split(WORDS.sub(" ", text).strip())
    if not all(part.isdigit() for part in parts):
        raise PeriodError(_no_date(whole))
    numbers = [int(part) for part in parts]
    if len(parts[0]) == 4:
        numbers.reverse()
    try:
        return _numbered(numbers, whole, len(parts[0] if len(parts[0]) == 4 else parts[-1]))
    except ValueError as error:
        raise error if isinstance(error, PeriodError) else PeriodError(_no_day(whole)) from error


def _numbered(numbers: list[int], whole: str, digits: int) -> tuple[date, date]:
    if not FIRST_YEAR <= numbers[-1] <= LAST_YEAR:
        raise PeriodError(_no_year(numbers[-1], digits) % {"text": whole.strip(), "first": FIRST_YEAR, "last": LAST_YEAR})
    match numbers:
        case [year]:
            return _span(period.year(year))
        case [month, year]:
            return _span(period.month(year, month))
        case [on, month, year]:
            return (only := date(year, month, on)), only
    raise PeriodError(_no_date(whole))


def _span(whole: period.Period) -> tuple[date, date]:
    return whole.start, whole.end


def _no_date(text: str) -> str:
    return _("“%(text)s” is no date: write a day 05/07/2018, a month 07/2018, a year 2018, or “từ 2016”, “đến 2020”.") % {"text": text.strip()}


def _no_year(year: int, digits: int) -> str:
    if digits != 4:
        return _("“%(text)s” needs its year with four digits, e.g. 05/07/2018.")
    if year > LAST_YEAR:
        return _("“%(text)s” lies too far in the future: the registry goes to the year %(last)d. Look at the year again.")
    return _("“%(text)s” lies too far in the past: the registry begins with the year %(first)d. Look at the year again.")


def _no_day(text: str) -> str:
    return _("“%(text)s” is a day that does not exist: look at day and month again.") % {"text": text.strip()}
