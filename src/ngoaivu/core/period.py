"""Period «kỳ» and imprecise dates: pure arithmetic of days, no database.

Flows are counted between two days, both included. The administrative year runs from 15 December of the year before to
14 December (decree 09/2019, art. 12); statistical series use calendar years. A term 2015-2020 is five years, 2016 to 2020.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from django.utils.translation import gettext as _

DAY = timedelta(days=1)


class Calendar(StrEnum):
    """Calendar «lịch báo cáo»: where a year begins."""

    CALENDAR = "calendar"
    ADMINISTRATIVE = "administrative"


class PeriodError(ValueError):
    """A period that cannot be; the message says what to write instead."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Period «kỳ»: first and last day, both included, its calendar, and its written form, e.g. `year:2019`."""

    start: date
    end: date
    name: str
    calendar: Calendar = Calendar.CALENDAR

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise PeriodError(
                _("The period %(name)s ends on %(end)s, before it starts on %(start)s: exchange the two days.")
                % {"name": self.name, "end": self.end.isoformat(), "start": self.start.isoformat()}
            )

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __str__(self) -> str:
        return self.name

    def until(self, cut_off: date) -> "Period":
        """The same period as far as it had gone on the cut-off day."""
        if cut_off >= self.end:
            return self
        return replace(self, end=cut_off, name=f"{self.name}@{cut_off.isoformat()}")

    def years(self) -> Iterator["Period"]:
        """The years of the period's calendar that it touches, each cut to the period and named after what is left of it."""
        number = self.start.year + (1 if self.calendar is Calendar.ADMINISTRATIVE and (self.start.month, self.start.day) >= (12, 15) else 0)
        while (whole := year(number, self.calendar)).start <= self.end:
            if whole.start < self.start:
                whole = replace(span(self.start, whole.end), calendar=self.calendar)
            yield whole.until(self.end)
            number += 1


def year(number: int, calendar: Calendar = Calendar.CALENDAR) -> Period:
    """A calendar year, or the administrative one that ends on 14 December of that number."""
    if calendar is Calendar.ADMINISTRATIVE:
        return Period(date(number - 1, 12, 15), date(number, 12, 14), f"admin-year:{number}", calendar)
    return Period(date(number, 1, 1), date(number, 12, 31), f"year:{number}", calendar)


def term(first: int, last: int, calendar: Calendar = Calendar.CALENDAR) -> Period:
    """A Party term «nhiệm kỳ» from congress year to congress year: 2015-2020 counts the years 2016 to 2020."""
    if last <= first:
        raise PeriodError(_("A term runs from an earlier to a later year, and %(first)d-%(last)d does not.") % {"first": first, "last": last})
    prefix = "admin-term" if calendar is Calendar.ADMINISTRATIVE else "term"
    return Period(year(first + 1, calendar).start, year(last, calendar).end, f"{prefix}:{first}-{last}", calendar)


def month(number: int, of: int) -> Period:
    """A calendar month «tháng»."""
    after = date(number + of // 12, of % 12 + 1, 1)
    return Period(date(number, of, 1), after - DAY, f"month:{number}-{of:02d}")


def quarter(number: int, of: int) -> Period:
    """A calendar quarter «quý»."""
    return Period(date(number, 3 * of - 2, 1), month(number, 3 * of).end, f"quarter:{number}-Q{of}")


def half(number: int, of: int) -> Period:
    """A calendar half-year «nửa năm»."""
    return Period(date(number, 6 * of - 5, 1), month(number, 6 * of).end, f"half:{number}-H{of}")


def span(start: date, end: date) -> Period:
    """Any run of days."""
    return Period(start, end, f"range:{start.isoformat()}..{end.isoformat()}")


FORMS: dict[str, Callable[..., Period]] = {
    r"year:(\d{4})": lambda y: year(int(y)),
    r"admin-year:(\d{4})": lambda y: year(int(y), Calendar.ADMINISTRATIVE),
    r"term:(\d{4})-(\d{4})": lambda a, b: term(int(a), int(b)),
    r"admin-term:(\d{4})-(\d{4})": lambda a, b: term(int(a), int(b), Calendar.ADMINISTRATIVE),
    r"month:(\d{4})-(\d{2})": lambda y, m: month(int(y), int(m)),
    r"quarter:(\d{4})-Q([1-4])": lambda y, q: quarter(int(y), int(q)),
    r"half:(\d{4})-H([12])": lambda y, h: half(int(y), int(h)),
    r"range:([\d-]{10})\.\.([\d-]{10})": lambda a, b: span(date.fromisoformat(a), date.fromisoformat(b)),
    r"day:([\d-]{10})": lambda d: replace(span(date.fromisoformat(d), date.fromisoformat(d)), name=f"day:{d}"),
}


def parse(text: str) -> Period:
    """The period a written form names, with an optional cut-off: `term:2015-2020@2020-06-30`."""
    form, _at, cut_off = text.partition("@")
    for pattern, build in FORMS.items():
        if found := re.fullmatch(pattern, form):
            try:
                period = build(*found.groups())
                return period.until(date.fromisoformat(cut_off)) if cut_off else period
            except PeriodError:
                raise
            except ValueError as error:
                raise PeriodError(_("The period “%(text)s” names a day that does not exist.") % {"text": text}) from error
    raise PeriodError(
        _("“%(text)s” is no period: write year:2019, admin-year:2019, term:2015-2020, month:2018-07, quarter:2019-Q1 or range:FIRST..LAST.")
        % {"text": text}
    )


@dataclass(frozen=True, slots=True)
class ImpreciseDate:
    """Imprecise date «ngày chưa rõ»: the earliest and latest day it can have been; None where that side is open."""

    earliest: date | None
    latest: date | None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.latest < self.earliest:
            raise PeriodError(
                _("The date lies between %(first)s and %(last)s, and the second is before the first: exchange the two.")
                % {"first": self.earliest.isoformat(), "last": self.latest.isoformat()}
            )

    @classmethod
    def parse(cls, text: str) -> "ImpreciseDate":
        """`2018-07-05` a day, `2018-07` a month, `2019` a year, `2016..` since, `..2020` before the end of, empty: not known."""
        if not text.strip():
            return cls(None, None)
        first, dots, last = text.strip().partition("..")
        if not dots:
            return cls(*_edges(first))
        return cls(_edges(first)[0] if first else None, _edges(last)[1] if last else None)

    def within(self, period: Period) -> bool:
        """Whether the date surely lies in the period."""
        return self.earliest is not None and self.latest is not None and period.start <= self.earliest and self.latest <= period.end


def _edges(text: str) -> tuple[date, date]:
    try:
        parts = [int(part) for part in text.split("-")]
        match parts:
            case [y]:
                return year(y).start, year(y).end
            case [y, m]:
                return month(y, m).start, month(y, m).end
            case [y, m, d]:
                return date(y, m, d), date(y, m, d)
    except ValueError:
        pass
    raise PeriodError(_("“%(text)s” is no date: write a day 2018-07-05, a month 2018-07 or a year 2018.") % {"text": text})
