"""Ages «tuổi» that do not fit the year of birth: "born in 1951, died in 2023 at the age of 61", "sinh năm 1958, năm 2024 ở tuổi 56"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..smalls import ending_with, opening_with

_YEAR = re.compile(r"(?<![\d.,/])(?:\d{1,2}[/.-]){0,2}(1[89]\d\d|20\d\d)(?![\d]|[.,]\d|/\d)")
_MOST = 60  # births of one text
_REACH = 700  # characters behind a birth in which a life is told
_AROUND = 60  # characters before a word like "old", or behind one like "aged"


@dataclass(frozen=True)
class _Age:
    """An age the text tells, with its clause and whether a birthday is spoken of."""

    start: int
    end: int
    years: int
    birthday: bool


def check_lifetimes(evidence: Evidence) -> Iterator[Finding]:
    """Ages told with a year, where the text tells one year of birth."""
    births = list(_pattern(evidence.lang, "births").finditer(evidence.lower))
    if not births:
        return
    for age in _ages(evidence):
        before = [birth for birth in births[:_MOST] if birth.end() < age.start < birth.end() + _REACH]
        if len({birth["y"] for birth in before}) == 1 and not _of_another(evidence, before[-1], age):
            yield from _unfit(evidence, before[-1], age)


def _unfit(evidence: Evidence, birth: re.Match[str], age: _Age) -> Iterator[Finding]:
    """The finding, where none of the years told with an age makes it true."""
    start, end = evidence.bounds(evidence.sentence(age.start))
    told = [match for match in _YEAR.finditer(evidence.lower, start, end) if not birth.start() <= match.start() < birth.end()]
    years = {int(match[1]) for match in told if int(match[1]) >= int(birth["y"])}
    real = {year - int(birth["y"]) for year in years}
    loose = {age.years, age.years + 1} if not age.birthday else {age.years}
    if evidence.words.get("counted_ages"):
        loose.add(age.years - 1)
    if real and not real & loose:
        nearest = min(told, key=lambda match: abs(match.start() - age.start))
        facts = {"stated": evidence.text[age.start : age.end], "born": birth["y"], "year": nearest[1]}
        spans = [Mention("", age.start, age.end, "measure")]
        yield evidence.found("period_length", spans, told="age", real=str(int(nearest[1]) - int(birth["y"])), **facts)


def _of_another(evidence: Evidence, birth: re.Match[str], age: _Age) -> bool:
    """Whether a daughter, a school or anybody else is spoken of."""
    start = max(birth.end(), evidence.bounds(evidence.sentence(age.start))[0])
    return evidence.has("other_lives", evidence.lower[start : age.end + _AROUND // 2].split(".")[0])


def _ages(evidence: Evidence) -> Iterator[_Age]:
    lower, seen = evidence.lower, set[int]()
    for match in _pattern(evidence.lang, "age_leads_of").finditer(lower):
        number = opening_with(evidence.lang, lower[match.end() : match.end() + _AROUND])
        if number and match.end() not in seen and not evidence.starts_with("age_units_not", lower[match.end() + number[1] :].lstrip()):
            seen.add(match.end())
            yield _Age(match.start(), match.end() + number[1], number[0], evidence.has("birthdays", match.group()))
    for match in _pattern(evidence.lang, "age_ends_of").finditer(lower):
        begin = max(0, match.start() - _AROUND)
        number = ending_with(evidence.lang, lower[begin : match.start()].rstrip(" -"))
        if number and begin + number[1] not in seen:
            lead = lower[max(0, begin + number[1] - 12) : begin + number[1]]
            yield _Age(begin + number[1], match.end(), number[0], evidence.has("birthdays", lead))


@cache
def _pattern(lang: str, name: str) -> re.Pattern[str]:
    return re.compile(vocabulary(lang)["judge"].get(name, "(?!)"))
