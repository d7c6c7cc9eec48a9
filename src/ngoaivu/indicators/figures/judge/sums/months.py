"""Which months of a year a figure counts «số liệu của tháng nào»: "tháng 5" the fifth, "lũy kế năm tháng" the first to the fifth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact

YEAR = 12
_LEAD, _TAIL = 110, 60
_STOP = re.compile(r"[,;:()\n|]|\.(?!\d)|(?<!\w)(?:and|và|while|còn)(?!\w)")


@dataclass(frozen=True)
class Months:
    """From the `first` to the `last` month of `year`, None where no year is told."""

    year: int | None
    first: int
    last: int

    def inside(self, other: Months) -> bool:
        """Whether these months are some of those of a longer time."""
        return other.first <= self.first and self.last <= other.last and self.last - self.first < other.last - other.first


def months_of(fact: Fact) -> Months | None:
    """The months named right behind a figure, before it or, failing that, farther behind; None where its clause names none."""
    lead, tail = _before(fact), _behind(fact)
    evidence, start, end = fact.evidence, fact.figure.start, fact.figure.end
    behind = _spans(evidence.lang, tail, evidence.text[end : end + len(tail)])
    ahead = _spans(evidence.lang, lead, evidence.text[start - len(lead) : start])
    spans = behind[:1] if evidence.starts_with("time_links", tail.lstrip()) and behind else ahead[-1:] or behind[:1]
    if not spans:
        return None
    return Months(fact.scope.year if fact.scope else None, *spans[0])


def months_between(evidence: Evidence, start: int, end: int) -> Months | None:
    """The months named last between two places."""
    spans = _spans(evidence.lang, evidence.lower[start:end], evidence.text[start:end])
    return Months(None, *spans[-1]) if spans else None


def _behind(fact: Fact) -> str:
    """The words behind a figure that still speak of it."""
    tail = fact.evidence.lower[fact.figure.end : fact.figure.end + _TAIL]
    return _STOP.split(tail)[0]


def _before(fact: Fact) -> str:
    """The words before a figure in its sentence, back to the last other of its sort."""
    evidence, place = fact.evidence, fact.figure.start
    start = max(evidence.bounds(fact.sentence)[0], place - _LEAD)
    for mention in evidence.mentions_in(start, place):
        if mention.is_figure and mention.kind == fact.figure.kind and mention.unit == fact.figure.unit:
            start = max(start, mention.end)
    return evidence.lower[start:place]


@cache
def _patterns(lang: str) -> list[tuple[re.Pattern[str], str]]:
    """Ways to name months, each with what its number says: months from January on, one month, a quarter, a fixed span."""
    table = vocabulary(lang)["judge"].get("month_spans", ())
    numbers = "|".join(_numbers(lang))
    return [(re.compile(rf"(?<!\w){pattern.replace('NUMBER', f'(?P<n>{numbers})')}(?!\w)"), sort) for pattern, sort in table]


@cache
def _numbers(lang: str) -> dict[str, int]:
    return dict(vocabulary(lang)["judge"].get("month_numbers", {}))


def _spans(lang: str, lower: str, text: str) -> list[tuple[int, int]]:
    """All spans of months that some words name, in order; of two readings of one place the longer."""
    found = list[tuple[int, int, tuple[int, int]]]()
    for pattern, sort in _patterns(lang):
        for match in pattern.finditer(lower):
            if lang == "en" and match.group().endswith("may") and text[match.end() - 3 : match.end()] == "may":
                continue
            span = _span(lang, match, sort)
            if span and not any(start < match.end() and match.start() < end for start, end, _ in found):
                found.append((match.start(), match.end(), span))
    return [span for _, _, span in sorted(found)]


def _span(lang: str, match: re.Match[str], sort: str) -> tuple[int, int] | None:
    if "-" in sort:
        first, _, last = sort.partition("-")
        return int(first), int(last)
    number = _numbers(lang).get(match["n"], 0)
    if sort == "quarter":
        return (3 * number - 2, 3 * number) if 1 <= number <= 4 else None
    if sort == "quarters":
        return (1, 3 * number) if 1 < number <= 4 else None
    if not 1 <= number <= YEAR or (sort == "months" and number == 1):
        return None
    return (number, number) if sort == "month" else (1, number)
