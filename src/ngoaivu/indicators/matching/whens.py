"""The times an indicator is asked for «thời điểm hỏi»: those the text names, that of the whole text, those received."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ngoaivu.core import period
from ngoaivu.core.models import Territory
from ngoaivu.core.period import Calendar
from ngoaivu.indicators.definition import Definition, Kind
from ngoaivu.indicators.figures import Mention
from ngoaivu.indicators.matching.shelf import Told
from ngoaivu.indicators.matching.spoken import OWN, Spoken, Times, lived, year_before
from ngoaivu.indicators.matching.surroundings import Text

# How surely a figure speaks of the whole text's period, of now, of a period up to a day named, of any other time there is.
WHOLE, INFERRED, LATEST, TO_DATE, OTHER, GUESS = 0.9, 0.85, 0.9, 0.8, 0.6, 0.5
OF_A_DAY = 0.6  # what a flow's times keep where the figure tells of a single day
CLOSE = timedelta(days=31)
YEARS_BACK = (1, 2)  # at whose ends a counted stock is looked at too
TERM_YEARS = 5


@dataclass(frozen=True, slots=True)
class When:
    """A time a question may ask for: a written period or a day, and how surely the figure speaks of it."""

    score: float
    period: str = ""
    on: str = ""
    named: bool = False


class Timing:
    """What the figures of a text can be asked for; `over` is the written period of the text, or what its opening names."""

    def __init__(self, text: Text, over: str, ground: Territory) -> None:
        self.first, self.today = lived(ground)
        self.times = Times(text, self.first, self.today)
        self.remembered: dict[int, list[Spoken]] = {}
        self.written, self.sure = over, WHOLE
        if not over and (whole := self.times.whole()) and whole.end:
            self.written, self.sure = written(whole.start, whole.end, Calendar.CALENDAR, term=whole.term), INFERRED
        self.over = period.parse(self.written) if self.written else None

    @property
    def last(self) -> date:
        """The day the text speaks on: the end of its period, else today."""
        return min(self.over.end, self.today) if self.over else self.today

    def whens(self, mention: Mention, rule: Definition, told: Iterable[Told]) -> list[When]:
        """The times to ask an indicator for, the likeliest first, each once."""
        received, spoken = list(told), self._spoken(mention)
        found = self._stock(rule, spoken, received) if at_a_day(rule, received) else self._flow(mention, spoken, rule, received)
        best: dict[tuple[str, str], When] = {}
        for one in sorted(found, key=lambda one: -one.score):
            best.setdefault((one.period, one.on), one)
        return list(best.values())

    def _spoken(self, mention: Mention) -> list[Spoken]:
        if mention.start not in self.remembered:
            self.remembered[mention.start] = self._read(mention)
        return self.remembered[mention.start]

    def _read(self, mention: Mention) -> list[Spoken]:
        found = self.times.of(mention)
        if self.times.says_year_before(mention) and (earlier := year_before(found[0] if found and found[0].score == OWN else self.over)):
            return [earlier, *(replace(one, score=one.score * OTHER) for one in found)]
        return found

    def _stock(self, rule: Definition, spoken: list[Spoken], told: list[Told]) -> list[When]:
        """The day spoken of, the text's last day, and those on which a value may have been true before."""
        found = [When(one.score, on=min(one.end or self.last, self.today).isoformat(), named=one.score == OWN) for one in spoken]
        own = bool(spoken) and spoken[0].score == OWN
        found.append(When(OTHER if own else LATEST, on=self.last.isoformat()))
        days = [min(one.day, self.today) for one in told if one.day]
        if rule.counts and not told:
            days = [day for back in YEARS_BACK if (day := date(self.last.year - back, 12, 31)) >= self.first]
        return found + [When(GUESS, on=day.isoformat()) for day in days]

    def _flow(self, mention: Mention, spoken: list[Spoken], rule: Definition, told: list[Told]) -> list[When]:
        calendar = Calendar(rule.calendar)
        own = bool(spoken) and spoken[0].score == OWN
        found = [self._asked(one, calendar) for one in spoken]
        if self.over:
            found.append(When(OTHER if own else self.sure, period=self.written))
        there = [one for one in told if one.period and one.written]
        least = GUESS if spoken or self.over else OTHER
        found += [When(max([least, *(same(time, one) for time in spoken)]), period=one.written) for one in there]
        if not spoken and not self.over:
            found += [When(OTHER, period=f"year:{number}") for number in (self.today.year, self.today.year - 1)]
        if own_day(spoken):
            found = [replace(one, score=one.score * OF_A_DAY) for one in found]
        return found

    def _asked(self, spoken: Spoken, calendar: Calendar) -> When:
        """A spoken time as a question asks it, in the indicator's own calendar. Up to a day a flow is counted from the year's beginning."""
        own = spoken.score == OWN
        if spoken.a_day:
            whole = self.written if self.over and self.over.start <= spoken.start <= self.over.end else f"year:{spoken.start.year}"
            return When(spoken.score * TO_DATE, period=f"{whole.partition('@')[0]}@{spoken.start.isoformat()}")
        if self.over and self._is_over(spoken):
            return When(spoken.score, period=self.written, named=own)
        end = spoken.end or max(self.last, spoken.start)
        return When(spoken.score, period=written(spoken.start, end, calendar, term=spoken.term), named=own)

    def _is_over(self, spoken: Spoken) -> bool:
        """Whether a spoken time is the period of the text in other words: "từ năm 2016 đến nay", "nhiệm kỳ 2015-2020"."""
        assert self.over
        starts = abs(self.over.start - spoken.start) <= CLOSE or (spoken.term and spoken.start.year == self.over.start.year - 1)
        return starts and (spoken.end is None or abs(self.over.end - spoken.end) <= CLOSE)


def own_day(spoken: list[Spoken]) -> bool:
    """Whether a figure tells what happened on one day, not what came together up to it."""
    return bool(spoken) and spoken[0].score == OWN and spoken[0].a_day and not spoken[0].to_date


def same(spoken: Spoken, told: Told) -> float:
    """How surely a received period is the one spoken of; one that runs on ends where the source's does."""
    assert told.period
    if abs(told.period.start - spoken.start) > CLOSE:
        within = told.period.start <= spoken.start and spoken.end and spoken.end <= told.period.end
        return spoken.score * (0.8 if told.per and within else 0.5)
    if spoken.end is None:
        return spoken.score * 0.99
    return spoken.score * (0.99 if abs(told.period.end - spoken.end) <= CLOSE else 0.5)


def at_a_day(rule: Definition, told: list[Told]) -> bool:
    """Whether an indicator is asked at a day: a stock, or a share received as of days."""
    if rule.kind is Kind.SHARE and not rule.computed_share:
        return not any(one.period for one in told)
    return rule.kind is Kind.STOCK


def written(start: date, end: date, calendar: Calendar, *, term: bool = False) -> str:
    """The written form of a run of days. Whole years are those of the indicator's calendar."""
    if (start.month, start.day) == (1, 1) and (end.month, end.day) == (12, 31):
        if start.year == end.year:
            return f"year:{start.year}"
        if term and end.year - start.year == TERM_YEARS:
            return f"term:{start.year}-{end.year}"
        if term or end.year - start.year == TERM_YEARS - 1:
            return f"term:{start.year - 1}-{end.year}"
        return f"range:{period.year(start.year, calendar).start.isoformat()}..{period.year(end.year, calendar).end.isoformat()}"
    if calendar is Calendar.ADMINISTRATIVE and (start.month, start.day) == (1, 1) and start.year != end.year:
        start = period.year(start.year, calendar).start
    return _part(start, end)


def _part(start: date, end: date) -> str:
    """A month, quarter or half where the days are its own; else the days."""
    parts = [period.month(start.year, start.month)]
    if start.month % 3 == 1:
        parts.append(period.quarter(start.year, start.month // 3 + 1))
    if start.month % 6 == 1:
        parts.append(period.half(start.year, start.month // 6 + 1))
    for one in parts:
        if (one.start, one.end) == (start, end):
            return one.name
    return f"range:{start.isoformat()}..{end.isoformat()}"
