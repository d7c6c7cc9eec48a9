"""A title's rise or fall against two values of the text «chiều tăng giảm ở tiêu đề»: "climbs" above "USD 41 million, against USD 53 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ...model import Finding
from ..arithmetic import same_sort
from ..evidence import Evidence, phrases
from ..facts import Fact
from ..scopes import YEARS, Scope

_READ = 420  # characters of the text below the title
_MOST = 8  # figures compared
_BEFORE, _GAP = 40, 60  # characters before a figure; between two
_ROUNDED = Decimal("0.006")  # a rate told to whole per cent
_STEM, _SHARED = 4, 2  # letters of a word; words of the title
_WORD = re.compile(r"[^\W\d_]{2,}")


def check_trends(evidence: Evidence, facts: list[Fact], title_end: int) -> Iterator[Finding]:
    """A title that only rises above values that only fall, or the reverse; with a rate, above values it fits but for its way."""
    title = evidence.lower[:title_end]
    way = _way(evidence, title)
    rates = [fact for fact in facts if fact.figure.start < title_end and fact.figure.kind in ("growth", "share", "ratio")]
    moves = moves_told(evidence, facts, title_end) if way else []
    if not moves or len(rates) > 1:
        return
    if rates:
        fitting = [told for told, *pair in moves if _fits(rates[0], *pair)]
        against = set(fitting) == {-way} and moves[0][0] == -way
    else:
        against = {told for told, *_ in moves[:2]} == {-way} and _about(evidence, title, way, moves[0][1])
    if against:
        shown = evidence.text[:title_end].strip()
        yield Finding("title_body", title_end - len(shown), title_end, evidence.message("title_direction", title=shown))


def moves_told(evidence: Evidence, facts: list[Fact], title_end: int) -> list[tuple[int, Fact, Fact]]:
    """The first values below a title that tell two times of one thing, with 1 where they rise and -1 where they fall."""
    told = [fact for fact in facts if title_end <= fact.figure.start < title_end + _READ and _plain(fact)][:_MOST]
    told = [fact for fact in told if same_sort(fact.figure, told[0].figure)]
    return [(way, one, other) for one, other in pairwise(told) if (way := _moved(evidence, one, other))]


def _fits(rate: Fact, one: Fact, other: Fact) -> bool:
    """Whether a title's rate is that between two values, whatever its way."""
    stated = abs(rate.value)
    return rate.figure.unit is None and any(
        abs(abs(one.value - other.value) / base - stated) <= _ROUNDED for base in (one.value, other.value) if base
    )


def _way(evidence: Evidence, title: str) -> int:
    """1 where a title only rises, -1 where it only falls, else 0."""
    up, down = (len({*phrases(evidence.lang, words).findall(title)}) for words in ("title_rises", "title_falls"))
    return 0 if evidence.has("title_ways_not", title) or (up and down) else int(up > 0) - int(down > 0)


def _plain(fact: Fact) -> bool:
    return fact.figure.kind in ("count", "money", "measure", "share") and not (fact.figure.of or fact.figure.high or fact.plan or fact.average)


def _moved(evidence: Evidence, one: Fact, other: Fact) -> int:
    """1 where the later of two values is the greater, -1 where it is the smaller, 0 where the text does not order them."""
    between = evidence.between(one.figure, other.figure)
    if one.value == other.value or "\n" in between or len(between) > _GAP + _BEFORE:
        return 0
    rose = 1 if other.value > one.value else -1
    if evidence.ends_with("bases_near", one.lead.rstrip()) and evidence.has("trend_moves", between):
        return rose
    first, second = _time(one), _time(other)
    if first is None or second is None or first == second or (first[0] == 0) != (second[0] == 0):
        return -rose if not one.base and (other.base or evidence.has("trend_bases", between)) else 0
    return rose if second > first else -rose


def _time(fact: Fact) -> tuple[int, int] | None:
    scope: Scope | None = fact.mark.scope if fact.mark else None
    return (scope.year or 0, scope.first or 0) if scope is not None and scope.grain < YEARS and scope.first else None


def _about(evidence: Evidence, title: str, way: int, fact: Fact) -> bool:
    """Whether a sentence is of what the title names: in its words, or the first one, of which nothing goes the title's way."""
    start, end = evidence.bounds(fact.sentence)
    title = evidence.without("trend_plain", evidence.without("title_rises", evidence.without("title_falls", title)))
    words = {word[:_STEM] for word in _WORD.findall(title) if word not in evidence.words["plain_words"]}
    shared = words & {word[:_STEM] for word in _WORD.findall(evidence.lower[start:end])}
    agreeing = evidence.has("title_rises" if way > 0 else "title_falls", evidence.lower[start : end + _READ])
    return (len(shared) >= _SHARED and (shared == words or not agreeing)) or not agreeing
