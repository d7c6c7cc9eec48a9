"""A length told again «thời gian ghi hai lần»: "trong 36 tháng … Trong bốn năm triển khai", "from 6 to 9 November … these five days"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import plain_words
from ..lists import phrases
from ..smalls import said
from .deadlines import Told
from .durations import UNITS, ends_of, fits, lengths_of, moments_of
from .hours import clocks, minutes_of
from .runs import lasts, one_run

_REACH, _LATEST = 520, 40  # characters back to the first telling; tellings looked at
_LEAD, _BETWEEN = 40, 90  # characters
_STEM, _WEEK, _FAR = 4, 7, 4
_ROUNDED = 0.45  # of the coarser unit: "a two-month course" may be of seven weeks
_QUARTER = 0.26  # of an hour
_SORTS = {"hour": 0, "day": 1, "week": 1, "month": 2, "year": 2, "working_day": 3}


@dataclass(frozen=True)
class _Told:
    """A first telling: where it stands, which units it can be told again in, its days, and which lengths agree."""

    start: int
    end: int
    sorts: frozenset[int]
    size: float
    agrees: Callable[[float, str], bool]


def check_retold(evidence: Evidence) -> Iterator[Finding]:
    """A length that points back at the only one told before, or at its two times, and is another."""
    again = [match for match in _pattern(evidence.lang).finditer(evidence.lower) if _value(evidence, match)]
    told = sorted(_sources(evidence), key=lambda one: one.start) if again else []
    for match in again:
        value, unit = _value(evidence, match), _unit(evidence, match)
        start = evidence.bounds(evidence.sentence(match.start()))[0]
        before = [one for one in told if match.start() - _REACH <= one.start and one.end <= start and _SORTS[unit] in one.sorts][-_LATEST:]
        if not before or any(one.agrees(value, unit) for one in before) or not _one(before):
            continue
        one = before[-1]
        between = evidence.lower[one.end : match.start()]
        size = value * UNITS.get(unit, 1)
        near = one.size / _FAR < size < one.size * _FAR
        if (
            near
            and not _counted(evidence, one, match, value, unit)
            and not evidence.has("terms_altered", between)
            and not evidence.has("another_run", between)
            and _meant(evidence, one, match)
        ):
            shown = {"one": evidence.text[one.start : one.end].strip(), "other": evidence.text[match.start("n") : match.end("unit")]}
            yield evidence.found("two_values", [Mention("", match.start("n"), match.end("unit"), "measure")], **shown)


def _counted(evidence: Evidence, one: _Told, match: re.Match[str], value: float, unit: str) -> bool:
    """Whether so many years are named between the two tellings, which may be meant: "480 left in 2023 and 615 in 2024, ... those two years"."""
    years = {m.period.start.year for m in evidence.mentions_in(one.end, match.start()) if not m.is_figure and m.period and m.period.start}
    return unit == "year" and len(years) == value


def _one(before: list[_Told]) -> bool:
    """Whether only one length is told before, be it more than once."""
    return max(one.size for one in before) - min(one.size for one in before) < 1


def _value(evidence: Evidence, match: re.Match[str]) -> float:
    """The number of a length told again, with its half; 0 where no number stands there."""
    words = match["n"]
    half = 0.5 if match["half"] or words.endswith(_half(evidence)) else 0.0
    number = said(evidence.lang, words.removesuffix(_half(evidence)).strip())
    return number + half if number else 0.0


def _half(evidence: Evidence) -> str:
    return str(evidence.words.get("half_behind", "\0"))


def _unit(evidence: Evidence, match: re.Match[str]) -> str:
    return str(evidence.words["length_units"][match["unit"]])


def _meant(evidence: Evidence, one: _Told, match: re.Match[str]) -> bool:
    """Whether the second telling is of the same thing: a noun behind it was told with the first, or words point back."""
    behind = evidence.lower[match.end() : match.end() + _LEAD]
    if evidence.starts_with("not_running_behind", behind.lstrip()):
        return False
    if not match.groupdict().get("noun"):
        return True
    first = evidence.bounds(max(0, evidence.sentence(one.start) - 1))[0]
    stems = {word[:_STEM] for word in re.findall(r"[^\W\d_]{3,}", evidence.lower[first : match.start()]) if word not in plain_words(evidence.lang)}
    return match["noun"].strip(" -")[:_STEM] in stems or evidence.has("run_synonyms", match["noun"])


def _sources(evidence: Evidence) -> Iterator[_Told]:
    """Lengths of the whole of something, times from one to another, weekdays and hours."""
    for length in lengths_of(evidence):
        if lasts(evidence, length.mention, len(evidence.lower)):
            sort = frozenset({_SORTS[length.unit]}) | (frozenset({1, 2}) if length.unit == "week" and length.value >= _FAR else frozenset())
            yield _Told(length.mention.start, length.mention.end, sort, length.days, _near(length.days, length.unit))
    for mention in evidence.figures:
        if mention.unit == "working_day" and mention.value and evidence.has("processing", evidence.before(mention, _LEAD) + mention.text.lower()):
            yield _Told(mention.start, mention.end, frozenset({3}), float(mention.value), _near(float(mention.value), "working_day"))
    times = moments_of(evidence)
    for begun, end in (*((time, time) for time in times), *pairwise(times)):
        if one_run(evidence, begun, end):
            ends = ends_of(begun) if begun is end else (begun, end)
            days = (ends[1].last - ends[0].first).days + 1
            exact = all(time.first == time.last for time in ends)
            agrees = _between(*ends)
            yield _Told(begun.mention.start, end.mention.end, frozenset({1, 2} if days > _LEAD else {1}) if exact else frozenset({2}), days, agrees)
    yield from _weekdays(evidence)
    yield from _hours(evidence)


def _near(days: float, unit: str) -> Callable[[float, str], bool]:
    """Whether a length is another one in its own or another unit."""

    def agrees(value: float, other: str) -> bool:
        coarser = max(UNITS.get(unit, 1.0), UNITS.get(other, 1.0)) if unit != other else 0.1
        return abs(value * UNITS.get(other, 1.0) - days) < _ROUNDED * coarser

    return agrees


def _between(begun: Told, end: Told) -> Callable[[float, str], bool]:
    return lambda value, unit: fits(value, unit, begun, end)


def _of_days(days: int) -> Callable[[float, str], bool]:
    return lambda value, unit: unit != "day" or days - 1 <= value <= days


def _of_hours(hours: float) -> Callable[[float, str], bool]:
    return lambda value, _unit: abs(value - hours) < _QUARTER


def _weekdays(evidence: Evidence) -> Iterator[_Told]:
    """ "From Monday morning to noon on Wednesday": three days, or any number of halves less than one fewer."""
    found = list(phrases(evidence.lang, "weekdays").finditer(evidence.lower))
    for one, other in pairwise(found):
        between = evidence.lower[one.end() : other.start()]
        lead = evidence.lower[max(0, one.start() - _LEAD) : one.start()]
        opened = any(evidence.has(words, lead) for words in ("from_words", "opens", "run_opens"))
        closed = any(evidence.has(words, between) for words in ("until", "closes", "run_closes"))
        if opened and closed and len(between) < _BETWEEN and not re.search(r"[;\n]|\. ", between):
            days = (evidence.words["weekdays"][other.group()] - evidence.words["weekdays"][one.group()]) % _WEEK + 1
            yield _Told(one.start(), other.end(), frozenset({1}), days, _of_days(days))


def _hours(evidence: Evidence) -> Iterator[_Told]:
    """ "From 8.00 to 11.30", "began at 9.00 and ended at 12.30"."""
    for one, other in pairwise(clocks(evidence)):
        between, hours = evidence.lower[one.end() : other.start()], (minutes_of(other) - minutes_of(one)) / 60
        lead = evidence.lower[max(0, one.start() - _LEAD) : one.start()]
        spanned = evidence.has("clock_spans", lead[-14:]) and phrases(evidence.lang, "clock_joins").fullmatch(between.strip()) is not None
        told = spanned or (evidence.has("opens", lead) and evidence.has("closes", between) and not re.search(r"[;\n]|\. ", between))
        if told and hours > 0 and len(between) < _BETWEEN:
            yield _Told(one.start(), other.end(), frozenset({0}), hours, _of_hours(hours))


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    return re.compile(vocabulary(lang)["judge"].get("length_again", "(?!)"))
