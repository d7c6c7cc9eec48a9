"""Frames «khung báo cáo»: what patterns leave open: whose figures, over which period, read as of which day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ngoaivu.accounts.models import Office
from ngoaivu.core import period, vietnamese
from ngoaivu.core.period import Calendar, Period, PeriodError
from ngoaivu.indicators import times
from ngoaivu.publications.binding import BindingError, Bound

LANGUAGES = ("vi", "en")
Words = dict[str, str]


def language_name(language: str) -> str:
    """What the language of a text is called on the officer's screen."""
    return pgettext("language of a text", "English") if language == "en" else pgettext("language of a text", "Vietnamese")


def so_far(over: str) -> str:
    """A period as far as it has gone today: a report never speaks of days to come."""
    return str(period.parse(over).until(timezone.localdate()))


def cut_off(over: str) -> Words:
    """What the title of a report adds when its period is not over: until which day its figures go."""
    told = over.partition("@")[2]
    if not told:
        return dict.fromkeys(LANGUAGES, "")
    day = date.fromisoformat(told)
    return {"vi": f" (số liệu đến {day:%d/%m/%Y})", "en": f" (figures to {day.day} {day:%B} {day.year})"}


def unfinished(over: str) -> str:
    """That a report speaks of a part of its period only, and until when; empty where the period is over."""
    whole, _at, cut_off = over.partition("@")
    if not cut_off:
        return ""
    ends, counted = (times.period_of(whole, calendar).end for calendar in (Calendar.CALENDAR, Calendar.ADMINISTRATIVE))
    days = {"day": f"{date.fromisoformat(cut_off):%d/%m/%Y}", "end": f"{ends:%d/%m/%Y}", "counted": f"{counted:%d/%m/%Y}"}
    told = _("The period ends on %(end)s: this report has the figures up to %(day)s and says so in its title. Draft it again when it is over.")
    # Two ends of one year stand on the screens of an officer: whoever meets both must find here why.
    why = _("Figures counted by the reporting year (decree 09/2019, from 15 December to 14 December) end on %(counted)s already.")
    return " ".join([told, *([why] if counted != ends else [])]) % days


@dataclass(frozen=True, slots=True)
class Frame:
    """Frame «khung»: office, period in its written form, and the day stocks are read at; news has no period."""

    office: Office
    over: str
    on: date | None

    @classmethod
    def of_report(cls, office: Office, over: str, on: date | None = None) -> "Frame":
        """The frame of a report; without a day it is read at the end of its period."""
        return cls(office, over, on or period.parse(over).end)

    @property
    def territory(self) -> str:
        """The key of the territory."""
        return str(self.office.territory.key)

    def bind(self, code: str, settings: Mapping[str, str]) -> Bound:
        """The figure of a token, the words of its times turned into written forms."""
        marks = {"fact": code, "territory": self.territory} | dict(settings)
        if "period" in marks:
            marks["period"] = self.period_of(marks["period"])
        if marks.get("on") == "end":
            marks["on"] = self.day().isoformat()
        if "period" not in marks and "on" not in marks:
            marks["period"] = self.over
        return Bound.read(marks)

    def period_of(self, word: str) -> str:
        """`term`, `year`: the report's own; `previous` the year before; `full-year` the last one ended; else a written form."""
        if word in ("term", "year"):
            return self.over
        if word == "previous":
            return f"year:{self._span().end.year - 1}"
        if word == "full-year":
            day = self.day()
            return f"year:{day.year if (day.month, day.day) == (12, 31) else day.year - 1}"
        return str(period.parse(word))

    def day(self) -> date:
        """The day stocks are read at."""
        if self.on is None:
            raise BindingError(_("“on=end” stands in a text that has no end: write the day."))
        return self.on

    def told(self, name: str) -> Words:
        """The words of `{report name}`."""
        ground, office = self.office.territory, self.office
        if name == "territory":
            return {"vi": vietnamese.inner(ground.name_vi), "en": ground.name_en}
        if name == "office":
            return {"vi": office.name_vi, "en": office.name_en}
        span = self._span()
        congress = span.name.partition(":")[2].partition("@")[0].split("-")
        told = {"term": "–".join(congress), "year": str(span.end.year)}
        if name in told:
            return dict.fromkeys(LANGUAGES, told[name])
        if name == "years":
            number = len(list(span.years()))
            return {"vi": f"{number} năm", "en": f"{number} years"}
        raise BindingError(_("No variable is called {report %(name)s}.") % {"name": name})

    def _span(self) -> Period:
        if not self.over:
            raise PeriodError(_("This text speaks of no period: name one."))
        return period.parse(self.over)
