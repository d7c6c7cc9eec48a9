"""Shorter against longer periods «tháng và lũy kế»: what one month received cannot exceed the year to date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..model import Finding, Mention
from ..vocabulary import vocabulary
from .evidence import Evidence, same_sort

_COUNTED = frozenset({"count", "money"})
_REACH = 3  # sentences
_BEHIND = 60
_PARTED = re.compile(r"^[^\d]*(?:[,.;:)]|\b(?:and|và|while|but)\b|$)")


@dataclass(frozen=True, slots=True)
class _Scoped:
    figure: Mention
    rank: int
    place: int
    sides: frozenset[str]
    year: int | None


def check_spans(evidence: Evidence) -> Iterator[Finding]:
    """Figures of a week, month or quarter above the cumulative one of the same thing."""
    scoped = list(_scopes(evidence))
    for n, one in enumerate(scoped):
        for other in scoped[n + 1 :]:
            if evidence.sentence(other.figure.start) - evidence.sentence(one.figure.start) > _REACH:
                break
            short, long = (one, other) if one.rank < other.rank else (other, one)
            if short.rank < long.rank and long.rank == _LONGEST and _comparable(short, long):
                facts = {"short": short.figure.text, "long": long.figure.text}
                yield evidence.found("month_year", [one.figure, other.figure], **facts)


_LONGEST = 3


def _comparable(short: _Scoped, long: _Scoped) -> bool:
    """Same sort, same side (in or out), years that may be the same, and the short one above the long one."""
    one, other = short.figure, long.figure
    if not same_sort(one, other) or one.value is None or other.value is None or one.of or other.of:
        return False
    if short.sides and long.sides and short.sides.isdisjoint(long.sides):
        return False
    if short.year and long.year and short.year != long.year:
        return False
    return one.value > other.value


@cache
def _marks(lang: str) -> re.Pattern[str]:
    ranks = {"week": 0, "month": 1, "quarter": 2, "ytd": _LONGEST}
    table = vocabulary(lang)["judge"]["times"]
    return re.compile("|".join(f"(?P<r{ranks[name]}>{pattern})" for name, pattern in table))


def _behind(evidence: Evidence, figure: Mention) -> tuple[int, int] | None:
    """The period named right behind a figure, which ends its clause: "412 workers in October and 3,210 in ten months"."""
    after = evidence.after(figure, _BEHIND)
    mark = _marks(evidence.lang).search(after)
    if mark is None or re.search(r"[\d,.;:(]", after[: mark.start()]) or not _PARTED.match(after[mark.end() :]):
        return None
    return figure.start, int((mark.lastgroup or "r0")[1:])


def _scopes(evidence: Evidence) -> Iterator[_Scoped]:
    """Each figure with the last period named before it in its sentence, or in the sentence before."""
    marks = [(m.start(), int((m.lastgroup or "r0")[1:])) for m in _marks(evidence.lang).finditer(evidence.lower)]
    named = evidence.words["sides"]
    side = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, named)) + r")(?!\w)")
    place = -1
    for figure in evidence.figures:
        if figure.kind not in _COUNTED or figure.unit is None:
            continue
        while place + 1 < len(marks) and marks[place + 1][0] < figure.start:
            place += 1
        behind = _behind(evidence, figure)
        if place < 0 and behind is None:
            continue
        start, rank = behind or marks[place]
        if evidence.sentence(figure.start) - evidence.sentence(start) > 1:
            continue
        words = evidence.lower[start : figure.end] + " " + evidence.after(figure, 14)
        sides = frozenset(named[word] for word in side.findall(words))
        period = figure.period.start if figure.period else None
        yield _Scoped(figure, rank, start, sides, period.year if period else None)
