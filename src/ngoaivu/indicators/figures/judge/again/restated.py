"""A figure told again with another value «số nêu lại»: "120 đại biểu … trong số 210 đại biểu", "grew by 12.6% … the 16.2% growth"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from ...model import Finding
from ..evidence import Evidence
from ..facts import Fact, plain_words
from .apart import may_be, same

_LATEST = 40  # earlier figures one is compared with
_FEW, _SUMMED, _BEHIND = 12, 4, 3  # figures around one that may make it, so many of them at most, so many behind
_LEAD, _TAIL = 34, 44  # characters
_BESIDE = 6  # characters from a length to the year told of it
_FAR = 3  # times: farther apart, two values of one noun are two things
_TIMES = ("day", "month", "year", "hour")
_LONG = 3  # digits that are no others by mere chance
_STEM = 4
_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(r"\d[\d.,]*")
_PARTED = re.compile(r";|(?<=\w)\. [^\W\d_a-zđ]")
_STOP = re.compile(r"[,;:.()\n]")


def check_restated(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """A figure told once that has the digits of an earlier one, or that points back at the only one of its sort."""
    values = Counter((_kind(fact), value) for fact in facts for value in (fact.value, fact.figure.of, fact.figure.high) if value)
    for other in map(_whole, facts):
        if not _plain(other) or values[_kind(other), other.value] > 1 or evidence.has("among", other.lead):
            continue
        earlier = [one for one in facts[max(0, other.place - _LATEST) : other.place] if _sort(one, other)]
        one = (_swapped(earlier, other) or _pointed(earlier, other) or _them(earlier, other)) if earlier else None
        if one is not None and not _made(facts[max(0, other.place - _FEW) : other.place + _BEHIND], other):
            yield evidence.found("two_values", [other.figure], one=one.figure.text, other=other.figure.text)


def _kind(fact: Fact) -> tuple[str, str | None]:
    """What a figure is told in: 25 years are no second telling of USD 25 million."""
    amount = fact.figure.kind in ("money", "measure")
    return (fact.figure.kind, fact.figure.unit) if amount else ("count", None)


def _whole(fact: Fact) -> Fact:
    """The whole that a part is told of: the 97 of "23 of the 97 projects"."""
    numbers = [match.start() for match in _NUMBER.finditer(fact.figure.text)]
    if fact.figure.of is None or len(numbers) < 2:
        return fact
    whole = replace(fact.figure, text=fact.figure.text[numbers[-1] :], start=fact.figure.start + numbers[-1], value=fact.figure.of, of=None)
    return replace(fact, figure=whole)


def _plain(fact: Fact) -> bool:
    return bool(fact.value) and not (fact.figure.of or fact.figure.high or fact.factor or fact.average)


def _sort(one: Fact, other: Fact) -> bool:
    """Whether two figures are of one sort; a share may be a growth, "the 2,400-square-metre market" an area."""
    if not _plain(one) or (one.base and not other.base) or one.figure.per != other.figure.per:
        return False
    kinds = {"share" if fact.figure.kind == "growth" and fact.figure.unit is None else fact.figure.kind for fact in (one, other)}
    units = {one.figure.unit, other.figure.unit}
    if len(kinds) == 1:
        return len(units) == 1 or (kinds == {"count"} and None in units)
    return kinds == {"count", "measure"} and other.figure.unit is None and other.tail.startswith("-")


def _swapped(earlier: list[Fact], other: Fact) -> Fact | None:
    """The earlier figure of the same digits, in other words of the same thing, or where something points back at it."""
    for one in reversed(earlier):
        if not (_mixed(one, other) or _rescaled(one, other)):
            continue
        apart = one.sentence != other.sentence
        beside = apart or _PARTED.search(one.evidence.text, one.figure.end, other.figure.start) is not None
        if ((beside and _mixed(one, other)) or (apart and _rescaled(one, other))) and may_be(one, other) and _meant(one, other):
            return one
    return None


def _meant(one: Fact, other: Fact) -> bool:
    points, long = _points(other), len(other.shown.rstrip("0")) >= _LONG and not _rescaled(one, other)
    plainly = long or other.figure.kind != "count" or other.evidence.has("restated_result", other.lead[-_LEAD:])
    if points > 1 and plainly and not _rescaled(one, other):
        return True
    if one.plan != other.plan and points < 2:
        return False
    if long and other.figure.kind == "measure" and other.evidence.text.count(one.figure.text) == 1:
        return True
    return ((points > 0 or long or _one_time(one, other)) and _alike(one, other)) or _in_full(one, other)


def _mixed(one: Fact, other: Fact) -> bool:
    """Whether two digits have changed places."""
    wrong = [n for n, pair in enumerate(zip(one.shown, other.shown, strict=False)) if pair[0] != pair[1]]
    return len(wrong) == 2 and sorted(one.shown) == sorted(other.shown) and len(other.shown.rstrip("0")) > 1


def _rescaled(one: Fact, other: Fact) -> bool:
    """Whether a zero was lost or added."""
    return one.shown != other.shown and one.shown.rstrip("0") == other.shown.rstrip("0") and len(other.shown.rstrip("0")) > 1


def _one_time(one: Fact, other: Fact) -> bool:
    return one.mark is not None and other.mark is not None and one.mark.scope == other.mark.scope and one.mark.scope.year is not None


def _pointed(earlier: list[Fact], other: Fact) -> Fact | None:
    """The only earlier figure with its noun, where words point back at it and nothing narrows it."""
    evidence = other.evidence
    if _points(other) < 2 or other.figure.hedge != "exact" or evidence.has("among", _STOP.split(other.tail)[0]):
        return None
    alike = [one for one in earlier if _named_alike(one, other) and may_be(one, other) and not evidence.has("among", one.lead)]
    best = max((len(_phrase(other) & _stems(one.wide)) for one in alike), default=0)
    alike = [one for one in alike if len(_phrase(other) & _stems(one.wide)) == best]
    if len({one.value for one in alike}) != 1:
        return None
    one = alike[-1]
    near = one.value / _FAR < other.value < one.value * _FAR and one.figure.hedge == "exact"
    tailed = other.value > one.value or not evidence.has("restated_tails", other.tail[:_TAIL]) or _leads(other)
    apart = one.sentence != other.sentence or _PARTED.search(evidence.text, one.figure.end, other.figure.start) is not None
    return one if near and tailed and apart and one.plan == other.plan and not _narrowed(one, other) else None


def _them(earlier: list[Fact], other: Fact) -> Fact | None:
    """ "All 39 of them": the first number of the sentence before, or of its own, is that of all."""
    evidence, close = other.evidence, [one for one in earlier if one.sentence >= other.sentence - 2 and one.figure.kind == "count"]
    if not (evidence.ends_with("all_of", other.lead.rstrip()) and evidence.starts_with("of_them", other.tail.lstrip())):
        return None
    near = [one for one in close if one.value / _FAR < other.value < one.value * _FAR and one.figure.hedge == "exact"]
    return near[0] if near else None


def _named_alike(one: Fact, other: Fact) -> bool:
    """Whether the noun of a figure stands with an earlier one, or is a mere word for what was said: "the saving of"."""
    evidence = other.evidence
    if other.figure.kind == "count":
        return _alike(one, other) and _stems(_content(other, other.figure.text.lower())) <= _stems(one.wide) | _sentence(one)
    if other.figure.unit in _TIMES and evidence.lang == "en":
        return _ends(one) == _ends(other) and _free(one, other) and not _other_year(one, other)
    beside = [*_content(other, _STOP.split(other.lead)[-1])[-1:], *_content(other, _STOP.split(other.tail)[0])[:1]]
    return bool(_stems(beside) & _stems(one.wide)) or evidence.has("restated_result", other.lead[-_LEAD:])


def _other_year(one: Fact, other: Fact) -> bool:
    """Whether two lengths are told of two years: "its 25th anniversary in 2021 … the 30th anniversary, in 2026"."""
    years = [_year(fact) for fact in (one, other)]
    return None not in years and years[0] != years[1]


def _year(fact: Fact) -> int | None:
    """The year told right behind a length, else that of its clause."""
    marks = fact.evidence.marks
    n = bisect_left(marks, fact.figure.end, key=lambda mark: mark.start)
    beside = marks[n] if n < len(marks) and marks[n].start - fact.figure.end <= _BESIDE else fact.mark
    return beside.scope.year if beside else None


def _ends(fact: Fact) -> str:
    """The unit as it is written: "nights" are no "days", "three-year" is of years."""
    return str(_WORD.findall(fact.figure.text.lower())[-1]).rstrip("s")


def _free(one: Fact, other: Fact) -> bool:
    """Whether nothing behind a time makes it another: "the 45 days allowed under the decree"."""
    evidence, tail = other.evidence, _STOP.split(other.tail)[0].lstrip()
    return (
        not tail
        or evidence.ends_with("restated_firmly", other.lead.rstrip())
        or evidence.starts_with("recall_tails", tail)
        or evidence.starts_with("restated_result", tail)
    )


def _narrowed(one: Fact, other: Fact) -> bool:
    """Whether words behind a figure make it another: "the eight markets in the south"."""
    tail = _STOP.split(other.tail)[0].lstrip()
    evidence = other.evidence
    if evidence.starts_with("restated_new", tail):
        return True
    limits = evidence.starts_with("recall_limits", tail) or evidence.starts_with("restated_limits", tail)
    return limits and not _stems(_content(other, tail)[:2]) <= _sentence(one)


def _points(fact: Fact) -> int:
    """How surely a figure points back: 2 by a word that says so, 1 by one that may."""
    evidence, tail = fact.evidence, _STOP.split(fact.tail[:_TAIL])[0]
    if same(fact) or _leads(fact) or evidence.has("said_before", tail) or evidence.has("restated_tails", tail):
        return 2
    return int(evidence.ends_with("restated_weakly", fact.lead[-_LEAD:].rstrip()))


def _leads(fact: Fact) -> bool:
    return fact.evidence.ends_with("restated_leads", fact.lead[-_LEAD:].rstrip())


def _alike(one: Fact, other: Fact) -> bool:
    """Whether two figures have the noun, or the words beside them, in common."""
    evidence, tail = other.evidence, _STOP.split(other.tail)[0]
    if one.figure.kind == "growth" and evidence.has("changes_named", tail):
        return True
    if other.figure.kind == "count" and not other.tail.startswith("-"):
        noun = _content(other, other.figure.text.lower()) or _content(other, tail)[:2]
    else:
        noun = _content(other, _STOP.split(other.lead)[-1])[-3:] + _content(other, tail)[:3]
    return bool(_stems(noun) & _stems(one.wide))


def _in_full(one: Fact, other: Fact) -> bool:
    """Whether the whole phrase behind a figure stood with the earlier one, and not in the next line of a list."""
    words = _phrase(other)
    return len(words) > 1 and words <= _stems(one.wide) and one.sentence != other.sentence and not one.evidence.listed(other.sentence)


def _phrase(fact: Fact) -> set[str]:
    words = _WORD.findall(f"{fact.figure.text.lower()} {_STOP.split(fact.tail)[0]}")[:4]
    return _stems(word for word in words if word not in plain_words(fact.evidence.lang))


def _content(fact: Fact, text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if word not in plain_words(fact.evidence.lang)]


def _stems(words: Iterator[str] | set[str] | frozenset[str] | list[str]) -> set[str]:
    """Words by their beginnings: "Finns" and "Finnish" are one; Vietnamese syllables are no longer."""
    return {word[:_STEM] for word in words}


def _sentence(fact: Fact) -> set[str]:
    """The words of the sentence of a figure and of the one before."""
    evidence = fact.evidence
    start, end = evidence.bounds(max(0, fact.sentence - 1))[0], evidence.bounds(fact.sentence)[1]
    return _stems(_WORD.findall(evidence.lower[start:end]))


def _made(around: list[Fact], other: Fact) -> bool:
    """Whether figures around it make it: their sum or their difference."""
    alike = [one for one in around if one is not other and _kind(one) == _kind(other)]
    values = [one.value for one in alike if one.figure.unit == other.figure.unit or None in (one.figure.unit, other.figure.unit)]
    sums = (sum(some) for size in range(2, _SUMMED + 1) for some in combinations(values, size))
    return other.value in sums or any(other.value == abs(a - b) for a, b in combinations(values, 2))
