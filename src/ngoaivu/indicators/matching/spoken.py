"""The times a text names «thời điểm trong văn bản»: for each figure those that may be its own, and the period of the whole text."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from ngoaivu.core.models import Territory
from ngoaivu.core.period import Period as Named
from ngoaivu.indicators.figures import Mention, Period
from ngoaivu.indicators.matching.lists import said
from ngoaivu.indicators.matching.surroundings import Text

# How surely a figure speaks of its own time, of one named before it in its sentence, of one in the sentence before.
OWN, NEAR, BEFORE = 1.0, 0.85, 0.75
MOST = 3
OPENING = 300  # where a text says what period it is about
WHOLE_PERIOD = timedelta(days=27)
YEAR = timedelta(days=366)
COMPARED = re.compile(r"(?:với|so|than|over|on|from|with|against|to)\s+(?:the\s+|a\s+)?$")
COMPARING = 12
TERM_WORDS = re.compile(r"nhiệm kỳ|nhiệm kì|\bterm\b")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A time the text names: first and last day, the last None where it runs on; whether it calls itself a term."""

    start: date
    end: date | None
    term: bool
    score: float

    @property
    def a_day(self) -> bool:
        """Whether it is one day, up to which a flow is counted."""
        return self.start == self.end


class Times:
    """The times of one text, of a territory that lived from `first` to `last`."""

    def __init__(self, text: Text, first: date, last: date) -> None:
        self.text, self.first, self.last = text, first, last
        self.named = [one for one in text.evidence.mentions if one.kind in ("period", "date") and one.period and one.period.start]

    def of(self, mention: Mention) -> list[Spoken]:
        """The times that may be a figure's own, the surest first."""
        found: list[Spoken] = []
        if mention.period:
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
        return sorted(best.values(), key=lambda one: -one.score)[:MOST]

    def whole(self) -> Spoken | None:
        """The period the opening of the text names; None where it names none of a month or more."""
        for one in self.named:
            if one.start > OPENING:
                return None
            if one.period and one.period.start and one.period.end and one.period.end - one.period.start >= WHOLE_PERIOD:
                return next(iter(self._spoken(one.period, one, OWN)), None)
        return None

    def says_year_before(self, mention: Mention) -> bool:
        """Whether the figure is that of the year before, and not only compared with it."""
        lowered = self.text.evidence.lower
        found = [one.start() for one in said("before", self.text.language).finditer(lowered, self._clause(mention), mention.start)]
        return bool(found) and not COMPARED.search(lowered, max(0, found[-1] - COMPARING), found[-1])

    def _clause(self, mention: Mention) -> int:
        """Where the words begin that belong to a figure: behind the figure before, in its sentence."""
        first, _last = self.text.sentence_span(self.text.evidence.sentence(mention.start))
        return max((one.end for one in self.text.figures if first <= one.start and one.end <= mention.start), default=first)

    def _spoken(self, told: Period, at: Mention, score: float) -> list[Spoken]:
        """A time the text names; none where the territory did not exist then or it has not begun."""
        if told.start is None or told.start > self.last or (told.end and told.end < self.first):
            return []
        before = self.text.evidence.lower[max(0, at.start - 40) : at.start] + told.text.lower()
        return [Spoken(told.start, told.end, bool(TERM_WORDS.search(before)), score)]


def lived(ground: Territory) -> tuple[date, date]:
    """The first and the last day a territory can be asked for: its own, and none after today."""
    today = timezone.localdate()
    return ground.valid_from or date.min, min(ground.valid_to or today, today)


def year_before(one: Spoken | Named | None) -> Spoken | None:
    """The year before a period of a year or less."""
    if one is None or one.end is None or one.end - one.start > YEAR:
        return None
    number = one.end.year - 1
    return Spoken(date(number, 1, 1), date(number, 12, 31), False, OWN)
