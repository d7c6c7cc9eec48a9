"""The times a text names «thời điểm trong văn bản»: for each figure those that may be its own, and the period of the whole text."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from ngoaivu.core.models import Territory
from ngoaivu.core.period import Period as Named
from ngoaivu.indicators.figures import Mention
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
BEHIND = 18
STOPS = re.compile(r"[.,;:\n]|\d")
TO_DATE = re.compile(r"(?:đến|tới|hết|\bto|\bby|until|as of|as at|\bon|up to|end of)\s*(?:ngày|hết ngày|nay)?[^,;]{0,14}$")
TERM_WORDS = re.compile(r"nhiệm kỳ|nhiệm kì|\bterm\b")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A time the text names: first and last day, the last None where it runs on; whether it calls itself a term, or says "up to"."""

    start: date
    end: date | None
    term: bool
    score: float
    to_date: bool = False

    @property
    def a_day(self) -> bool:
        """Whether it is one day, up to which a flow is counted."""
        return self.start == self.end


class Times:
    """The times of one text, of a territory that lived from `first` to `last`."""

    def __init__(self, text: Text, first: date, last: date) -> None:
        self.text, self.first, self.last = text, first, last
        self.named = [one for one in text.evidence.mentions if one.kind in ("period", "date") and one.period and one.period.start]
        self.starts = [one.start for one in self.named]

    def of(self, mention: Mention) -> list[Spoken]:
        """The times that may be a figure's own, the surest first."""
        found: list[Spoken] = []
        if beside := self._right_behind(mention):
            found += self._spoken(beside, OWN)
        if mention.period:
            found += self._spoken(mention, NEAR if found else OWN)
        sentence = self.text.evidence.sentence(mention.start)
        for one in reversed(self.named[: bisect_left(self.starts, mention.start)]):
            at = self.text.evidence.sentence(one.start)
            if at < sentence - 1:
                break
            found += self._spoken(one, NEAR if at == sentence else BEFORE)
        best: dict[tuple[date, date | None], Spoken] = {}
        for time in found:
            if (time.start, time.end) not in best or best[time.start, time.end].score < time.score:
                best[time.start, time.end] = time
        return sorted(best.values(), key=lambda one: -one.score)[:MOST]

    def _right_behind(self, mention: Mention) -> Mention | None:
        """The time that follows a figure at once: "35 đoàn năm 2019" is not of the year named before."""
        k = bisect_left(self.starts, mention.end)
        behind = self.named[k] if k < len(self.named) else None
        between = self.text.text[mention.end : behind.start] if behind else "."
        return behind if len(between) <= BEHIND and not STOPS.search(between) else None

    def whole(self) -> Spoken | None:
        """The period the opening of the text names; None where it names none of a month or more."""
        for one in self.named:
            if one.start > OPENING:
                return None
            if one.period and one.period.start and one.period.end and one.period.end - one.period.start >= WHOLE_PERIOD:
                return next(iter(self._spoken(one, OWN)), None)
        return None

    def says_year_before(self, mention: Mention) -> bool:
        """Whether the figure is that of the year before, and not only compared with it."""
        lowered = self.text.evidence.lower
        first, _last = self.text.room(mention)
        found = [one.start() for one in said("before", self.text.language).finditer(lowered, first, mention.start)]
        return bool(found) and not COMPARED.search(lowered, max(0, found[-1] - COMPARING), found[-1])

    def _spoken(self, at: Mention, score: float) -> list[Spoken]:
        """A time the text names; none where the territory did not exist then or it has not begun."""
        told = at.period
        if told is None or told.start is None or told.start > self.last or (told.end and told.end < self.first):
            return []
        place = self.text.evidence.lower.rfind(told.text.lower(), 0, at.end)
        before = self.text.evidence.lower[max(0, place - 40) : max(0, place)] + told.text.lower()
        return [Spoken(told.start, told.end, bool(TERM_WORDS.search(before)), score, bool(TO_DATE.search(before)))]


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
