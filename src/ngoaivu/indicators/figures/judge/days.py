"""Days told twice «ngày ghi hai lần»: days and spans of days, compared part by part, also where the year is not told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..model import Finding, Mention
from .evidence import Evidence
from .facts import plain_words

_PLAIN_DAY = re.compile(r"(?<!\d)(\d{1,2})(?:[/.-](\d{1,2}))?(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_COMPARED = 12
_AROUND, _SENTENCE = 60, 200


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
    return [day for mention in evidence.mentions if (day := _day(mention)) is not None]


def _day(mention: Mention) -> Day | None:
    period = mention.period
    if mention.is_figure or period is None or period.lunar or "impossible_date" in mention.flags:
        return None
    if period.start is not None:
        if period.end is None or (mention.kind != "date" and (period.end - period.start).days > 27):
            return None
        first, last = period.start, period.end
        return Day(mention, (first.day, first.month, first.year), (last.day, last.month, last.year))
    plain = list(_PLAIN_DAY.finditer(mention.text))
    if not plain or (mention.kind != "date" and not plain[-1][2]):
        return None
    month = int(plain[-1][2]) if plain[-1][2] else None
    return Day(mention, (int(plain[0][1]), int(plain[0][2]) if plain[0][2] else month, None), (int(plain[-1][1]), month, None))


@dataclass(frozen=True)
class _Told:
    day: Day
    sentence: int
    evidence: Evidence

    @cached_property
    def words(self) -> frozenset[str]:
        start, end = self.evidence.bounds(self.sentence)
        mention = self.day.mention
        wide = _SENTENCE if self.day.first != self.day.last else _AROUND
        around = self.evidence.lower[max(start, mention.start - wide) : mention.start]
        around += " " + self.evidence.lower[mention.end : min(end, mention.end + wide)]
        return frozenset(w for w in _WORD.findall(around) if w not in plain_words(self.evidence.lang) and len(w) > 1)


def check_days(evidence: Evidence, title_end: int) -> Iterator[Finding]:
    """One event on two days: told in the same words, with all of the day but one part the same."""
    told = [_Told(day, evidence.sentence(day.mention.start), evidence) for day in days_of(evidence) if day.mention.start >= title_end]
    for n, one in enumerate(told):
        for earlier in told[max(0, n - _COMPARED) : n]:
            if earlier.sentence != one.sentence and earlier.day.nearly(one.day) and _one_event(earlier, one):
                facts = {"one": earlier.day.mention.text, "other": one.day.mention.text}
                yield evidence.found("two_values", [one.day.mention], **facts)
                break


def _one_event(one: _Told, other: _Told) -> bool:
    """A span that keeps one end needs little more; single days need the same words and a word that points back."""
    span = one.day.first != one.day.last
    kept = span and (one.day.first == other.day.first or one.day.last == other.day.last)
    shared = len(one.words & other.words)
    if other.evidence.row(other.sentence) or other.evidence.has("newness", " ".join(other.words)):
        return False
    return shared > 1 if kept else shared > 2
