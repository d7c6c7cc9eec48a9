"""Days «ngày» and spans of days, compared part by part, also where the year is not told."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import Mention
from ..vocabulary import vocabulary
from .evidence import Evidence

_PLAIN_DAY = re.compile(r"(?<!\d)(\d{1,2})(?:[/.-](\d{1,2}))?(?!\d)")
_WORD = re.compile(r"[a-z]{3,9}")


@dataclass(frozen=True)
class Day:
    """A day or a span of days; parts that are not told are None."""

    mention: Mention
    first: tuple[int | None, int | None, int | None]
    last: tuple[int | None, int | None, int | None]

    def same(self, other: Day) -> bool:
        return _fits(self.first, other.first) and _fits(self.last, other.last)

    def covers(self, other: Day) -> bool:
        """Whether the other begins or ends with this span, or lies inside it."""
        mine, theirs = self.mention.period, other.mention.period
        if mine and theirs and mine.start and mine.end and theirs.start and theirs.end:
            return mine.start <= theirs.start and theirs.end <= mine.end
        return _fits(self.first, other.first) or _fits(self.last, other.last)

    def nearly(self, other: Day) -> bool:
        """Whether all parts but one are the same: another day, month or year."""
        if (self.first == self.last) != (other.first == other.last):
            return False
        parts = list(zip((*self.first, *self.last), (*other.first, *other.last), strict=True))
        wrong = {n % 3 for n, (a, b) in enumerate(parts) if a is not None and b is not None and a != b}
        return len(wrong) == 1


def _fits(one: tuple[int | None, ...], other: tuple[int | None, ...]) -> bool:
    return all(a is None or b is None or a == b for a, b in zip(one, other, strict=True))


def days_of(evidence: Evidence) -> list[Day]:
    """The days the text names, in order; months and years are no days."""
    return [day for mention in evidence.mentions if (day := _day(mention, evidence.lang)) is not None]


def _day(mention: Mention, lang: str) -> Day | None:
    period = mention.period
    if mention.is_figure or period is None or period.lunar or "impossible_date" in mention.flags:
        return None
    if period.start is not None:
        if period.end is None or (mention.kind != "date" and (period.end - period.start).days > 27):
            return None
        first, last = period.start, period.end
        return Day(mention, (first.day, first.month, first.year), (last.day, last.month, last.year))
    plain = list(_PLAIN_DAY.finditer(mention.text))
    month = int(plain[-1][2]) if plain and plain[-1][2] else _named_month(mention.text.lower(), lang)
    if not plain or (mention.kind != "date" and not plain[-1][2] and (month is None or len(plain) == 1)):
        return None
    return Day(mention, (int(plain[0][1]), int(plain[0][2]) if plain[0][2] else month, None), (int(plain[-1][1]), month, None))


def _named_month(text: str, lang: str) -> int | None:
    """The month a day is told with by name: "6 October"."""
    months = vocabulary(lang)["dates"]["months"] if text.isascii() else {}
    return next((months[word] for word in _WORD.findall(text) if word in months), None)
