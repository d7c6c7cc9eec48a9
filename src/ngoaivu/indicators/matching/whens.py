"""When a figure may speak of «thời điểm»: its own period, those named near it, that of the whole text, those received."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from ngoaivu.core import period
from ngoaivu.core.models import Territory
from ngoaivu.core.period import Calendar
from ngoaivu.indicators.definition import Definition, Kind
from ngoaivu.indicators.figures import Mention, Period
from ngoaivu.indicators.matching.shelf import Told
from ngoaivu.indicators.matching.surroundings import Text

OWN, NEAR, BEFORE, WHOLE, LATEST, OTHER, GUESS = 1.0, 0.85, 0.75, 0.9, 0.9, 0.6, 0.5
CLOSE = timedelta(days=31)
TERM_YEARS = 5
TERM_WORDS = ("nhiệm kỳ", "term")


@dataclass(frozen=True, slots=True)
class When:
    """A time a question may ask for: a written period or a day, and how surely the figure speaks of it."""

    score: float
    period: str = ""
    on: str = ""
    named: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """A time the text names: first and last day, the last None where it runs on; whether it calls itself a term."""

    start: date
    end: date | None
    term: bool
    score: float


def lived(ground: Territory) -> tuple[date, date]:
    """The first and the last day a territory can be asked for: its own, and none after today."""
    today = timezone.localdate()
    return ground.valid_from or date.min, min(ground.valid_to or today, today)


class Timing:
    """The times one text names, and what a figure of it can be asked for; `today` is the last day there is to ask for."""

    def __init__(self, text: Text, over: str, lived: tuple[date, date]) -> None:
        self.text = text
        self.first, self.today = lived
        self.over = period.parse(over) if over else None
        self.written = over
        self.named = [one for one in text.evidence.mentions if one.kind in ("period", "date") and one.period and one.period.start]

    def spoken(self, mention: Mention) -> list[Spoken]:
        """The times named for a figure, the surest first."""
        found: list[Spoken] = []
        if mention.period and mention.period.start:
            found += self._spoken(mention.period, mention, OWN)
        sentence = self.text.evidence.sentence(mention.start)
        for one in self.named:
            at = self.text.evidence.sentence(one.start)
            if one.period and at in (sentence, sentence - 1) and one.start < mention.start:
                found += self._spoken(one.period, one, NEAR if at == sentence else BEFORE)
        best: dict[tuple[date, date | None], Spoken] = {}
        for time in found:
            if (time.start, time.end) not in best or best[time.start, time.end].score < time.score:
                best[time.start, time.end] = time
        return sorted(best.values(), key=lambda one: -one.score)[:3]

    def _spoken(self, told: Period, at: Mention, score: float) -> list[Spoken]:
        """A time the text names; none where the territory did not exist then or it has not begun."""
        if told.start is None or told.start > self.today or (told.end and told.end < self.first):
            return []
        before = self.text.evidence.lower[max(0, at.start - 40) : at.start] + told.text.lower()
        return [Spoken(told.start, told.end, any(word in before for word in TERM_WORDS), score)]

    def whens(self, mention: Mention, rule: Definition, told: Iterable[Told]) -> list[When]:
        """The times to ask an indicator for, the likeliest first, each once."""
        received = list(told)
        found = self._stock(mention, received) if at_a_day(rule, received) else self._flow(mention, rule, received)
        best: dict[tuple[str, str], When] = {}
        for one in sorted(found, key=lambda one: -one.score):
            best.setdefault((one.period, one.on), one)
        return list(best.values())

    @property
    def last(self) -> date:
        """The day the text speaks on: the end of its period, else today."""
        return min(self.over.end, self.today) if self.over else self.today

    def _stock(self, mention: Mention, told: list[Told]) -> list[When]:
        spoken = self.spoken(mention)
        found = [When(one.score, on=min(one.end or self.last, self.today).isoformat(), named=one.score == OWN) for one in spoken]
        found.append(When(LATEST if not mention.period else OTHER, on=self.last.isoformat()))
        days = [one.day for one in told if one.day]
        return found + [When(GUESS, on=min(day, self.today).isoformat()) for day in days]

    def _flow(self, mention: Mention, rule: Definition, told: list[Told]) -> list[When]:
        calendar = Calendar(rule.calendar)
        spoken = self.spoken(mention)
        found = [self._written(one, calendar) for one in spoken]
        if self.over:
            found.append(When(WHOLE if not mention.period else OTHER, period=self.written))
        for one in told:
            if one.period and one.written:
                found.append(When(max([GUESS if spoken or self.over else OTHER, *(self._same(time, one) for time in spoken)]), period=one.written))
        if not spoken and not self.over:
            found += [When(OTHER, period=f"year:{number}") for number in (self.today.year, self.today.year - 1)]
        return found

    def _same(self, spoken: Spoken, told: Told) -> float:
        """How surely a received period is the one spoken of; one that runs on ends where the source's does."""
        assert told.period
        if abs(told.period.start - spoken.start) > CLOSE:
            within = told.period.start <= spoken.start and spoken.end and spoken.end <= told.period.end
            return spoken.score * (0.8 if told.per and within else 0.5)
        if spoken.end is None:
            return spoken.score * 0.99
        return spoken.score * (0.99 if abs(told.period.end - spoken.end) <= CLOSE else 0.5)

    def _written(self, spoken: Spoken, calendar: Calendar) -> When:
        """A spoken time as a question asks it, in the indicator's own calendar."""
        own = spoken.score == OWN
        if self.over and self._is_over(spoken):
            return When(spoken.score, period=self.written, named=own)
        end = spoken.end or max(self.last, spoken.start)
        return When(spoken.score, period=written(spoken.start, end, calendar, term=spoken.term), named=own)

    def _is_over(self, spoken: Spoken) -> bool:
        """Whether a spoken time is the period of the text in other words: "từ năm 2016 đến nay", "nhiệm kỳ 2015-2020"."""
        assert self.over
        starts = abs(self.over.start - spoken.start) <= CLOSE or (spoken.term and spoken.start.year == self.over.start.year - 1)
        return starts and (spoken.end is None or abs(self.over.end - spoken.end) <= CLOSE)


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
        return _years(start.year, end.year, calendar)
    if calendar is Calendar.ADMINISTRATIVE and (start.month, start.day) == (1, 1) and start.year != end.year:
        start = period.year(start.year, calendar).start
    return _part(start, end)


def _years(first: int, last: int, calendar: Calendar) -> str:
    return f"range:{period.year(first, calendar).start.isoformat()}..{period.year(last, calendar).end.isoformat()}"


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
