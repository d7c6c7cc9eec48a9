"""The number of a title «con số ở tiêu đề»: "cử 12 cán bộ" above "tiễn 21 cán bộ", "triples" above 64 and 128, "nearly 300" above 318."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import combinations

from ...hedges import hedge_holds
from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..agreement import agrees
from ..arithmetic import same_sort
from ..evidence import Evidence
from ..facts import Fact, plain_words

_GIVEN = frozenset(
    {"person", "scholarship", "gift", "enterprise", "organisation", "household", "house", "bicycle"}
)  # one for each, or another word for one
_OPENS = 20  # characters
_READ = 420  # characters of the first sentence that are read
_WORDS = re.compile(r"[^\W\d_]{2,}")
_SHARED, _SHARE = 1, Decimal("0.25")  # words of the title that the first sentence must have
_CLOSE = Decimal("0.15")
_FAR = 3  # times: "over 2 billion" is no way to tell 8 billion
_COMPARED = 14  # figures of the body put in pairs
_LEEWAY = Decimal("0.17")


def check_counts(evidence: Evidence, facts: list[Fact], title_end: int) -> Iterator[Finding]:
    """A count, a hedge or a multiple of the title that the text does not bear out."""
    title = [fact for fact in facts if fact.figure.end <= title_end]
    body = [fact for fact in facts if fact.figure.start >= title_end]
    if not title_end or not body:
        return
    for one in title:
        if sum(same_sort(one.figure, fact.figure) for fact in title) == 1:
            yield from _counted(evidence, one, body, title_end) or (_unborne(evidence, one, body, title_end) if len(title) == 1 else [])
            yield from _hedged(evidence, one, body)
    yield from _multiples(evidence, body, title_end)
    rates = [fact for fact in title if fact.figure.kind in ("share", "growth")]
    if len(rates) == 1:
        yield from _grown(evidence, rates[0], body, title_end)


def _first(evidence: Evidence, title_end: int) -> tuple[int, int]:
    begin = title_end + len(evidence.lower[title_end:]) - len(evidence.lower[title_end:].lstrip())
    start, end = evidence.bounds(evidence.sentence(begin))
    return max(start, begin), min(end, begin + _READ)


def _counted(evidence: Evidence, title: Fact, body: list[Fact], title_end: int) -> list[Finding]:
    """The first sentence tells what the title tells, with the noun and the only figure of its sort, and the figure is another."""
    figure = title.figure
    start, end = _first(evidence, title_end)
    yearly = replace(figure, per=None) if figure.per == "year" else figure
    first = [fact for fact in body if fact.figure.start < end and (same_sort(fact.figure, figure) or same_sort(fact.figure, yearly))]
    if not _told_alone(title) or len(first) != 1 or not _tells(title, first[0], start):
        return []
    one = first[0]
    if any(_bears(fact, title, start, end) for fact in body) or _made(title, body):
        return []
    opens = one.figure.start - start < _OPENS and (one.value > title.value or one.figure.start == start)
    alike = opens or _alike(evidence, title_end, start, end)
    told = alike and not evidence.has("count_not", evidence.lower[:end])
    return [evidence.found("title_body", [figure], title=figure.text, body=one.figure.text)] if told else []


def _told_alone(title: Fact) -> bool:
    """Whether a figure of a title says how many or how much there is, and is no plan, no range and no rate of exchange."""
    figure, equated = title.figure, "=" in title.lead[-3:] + title.tail[:3]
    return figure.kind in ("count", "money", "measure") and bool(figure.unit) and not (figure.high or title.plan or equated)


def _tells(title: Fact, one: Fact, start: int) -> bool:
    """Whether a figure of the first sentence is of what the title counts, and has another value."""
    figure = title.figure
    named = _noun(title) & _noun(one) or figure.kind != "count" or (one.figure.start == start and figure.unit == "person")
    plain = (_whole(one) or _yearly(title, one)) and one.figure.hedge == figure.hedge
    return bool(named) and plain and not agrees(figure, one.figure) and figure.of != one.value


def _alike(evidence: Evidence, title_end: int, start: int, end: int) -> bool:
    """Whether the first sentence has the words of the title."""
    words = _words(evidence, 0, title_end)
    shared = words & _words(evidence, start, end)
    return len(shared) >= _SHARED and len(shared) >= _SHARE * len(words)


def _unborne(evidence: Evidence, title: Fact, body: list[Fact], title_end: int) -> list[Finding]:
    """A title's count that no figure of the text bears out, above a first sentence in its words that tells others: "9 nữ và 6 nam"."""
    start, end = _first(evidence, title_end)
    first = [fact for fact in body if fact.figure.start < end and fact.figure.kind == "count" and fact.figure.unit in _GIVEN and _whole(fact)]
    if title.figure.unit not in _GIVEN or title.figure.hedge != "exact" or title.figure.high or title.plan or not first:
        return []
    lone = evidence.lower[title_end:].count(f"{title.value:f}") or any(fact.value == title.value for fact in body)
    if lone or _made(title, body) or any(agrees(title.figure, fact.figure) for fact in body):
        return []
    if not _alike(evidence, title_end, start, end) or evidence.has("count_not", evidence.lower[:end]) or title.value < 3:
        return []
    return [evidence.found("title_body", [title.figure], title=title.figure.text, body=", ".join(fact.figure.text for fact in first[:3]))]


def _whole(fact: Fact) -> bool:
    return not (fact.base or fact.plan or fact.average or fact.figure.of or fact.figure.high or fact.factor)


def _yearly(title: Fact, one: Fact) -> bool:
    """Whether both are told for a year: "40 interns a year", "14 interns annually"."""
    return title.figure.per == one.figure.per == "year" and not (one.plan or one.figure.of or one.figure.high)


def _bears(fact: Fact, title: Fact, start: int, end: int) -> bool:
    """Whether a figure of the text tells the title's, and of no mere part of something."""
    evidence = fact.evidence
    clause = evidence.lower[slice(*evidence.bounds(fact.sentence))]
    among = evidence.has("among", clause) or evidence.has("parted_of", clause)
    past = fact.figure.start >= end and (evidence.has("restated_ago", clause) or _of_a_year(fact, end))
    return (
        fact.value == title.value
        and not (past or _named_otherwise(fact, title))
        and _whole(fact)
        and not among
        and (fact.figure.unit or title.figure.unit if start <= fact.figure.start < end else fact.figure.unit) == title.figure.unit
    )


def _of_a_year(fact: Fact, end: int) -> bool:
    """Whether a figure is told for a year, where title and first sentence name none: "In 2023 nine teachers went"."""
    year = fact.mark.scope.year if fact.mark else None
    return year is not None and not any(mark.scope.year for mark in fact.evidence.marks if mark.end <= end)


def _named_otherwise(fact: Fact, title: Fact) -> bool:
    """Whether people are called by another name than the title's: "200 islanders" are not the "200 tourists"."""
    named = _WORDS.search(fact.figure.text.lower()) is not None
    return fact.figure.unit == "person" and named and fact.figure.hedge != title.figure.hedge and not _noun(fact) & _noun(title)


def _noun(fact: Fact) -> set[str]:
    """The word or two that name what is counted."""
    named = _WORDS.findall(fact.figure.text.lower()) or _WORDS.findall(fact.tail)[:2]
    return {*named[:3], *named[-1:]} - {"chiếc", "vị"}


def _made(title: Fact, body: list[Fact]) -> bool:
    """Whether the title's value is the sum or the difference of some figures of its sort."""
    others = [fact.value for fact in body if fact.figure.kind == title.figure.kind][:_COMPARED]
    sums = (sum(some) for size in (2, 3, 4) for some in combinations(others, size))
    return title.value in sums or any(abs(a - b) == title.value for a, b in combinations(others, 2))


def _words(evidence: Evidence, start: int, end: int) -> set[str]:
    plain = plain_words(evidence.lang)
    return {word for word in _WORDS.findall(evidence.lower[start:end]) if word not in plain}


def _hedged(evidence: Evidence, title: Fact, body: list[Fact]) -> Iterator[Finding]:
    """ "Nearly 300 delegates" above 318 of them, and above no number just below 300."""
    figure, hedge = title.figure, title.figure.hedge
    if hedge not in ("over", "near", "under", "at_least", "at_most") or not title.value or figure.high:
        return
    alike = [
        fact
        for fact in body
        if same_sort(fact.figure, figure) and _whole(fact) and fact.figure.hedge == "exact" and not evidence.has("among", fact.lead)
    ]
    if not alike or any(hedge_holds(hedge, title.value, fact.value) and fact.value < _FAR * title.value for fact in alike):
        return
    one = alike[0]
    together = sum(fact.value for fact in body if fact.sentence == one.sentence and fact.figure.unit in (figure.unit, None) and _whole(fact))
    if hedge_holds(hedge, title.value, Decimal(together)):  # "312 delegates, with another 220 online"
        return
    lone = len(alike) == 1 and bool(_noun(title) & _noun(one)) and one.sentence == body[0].sentence
    near = (lone or abs(one.value - title.value) <= _CLOSE * title.value) and one.value != title.value
    start = evidence.bounds(one.sentence)[0]
    opening = body[0].sentence == one.sentence or start <= body[0].figure.start
    if near and opening and title.value * Decimal("0.01") < abs(one.value - title.value):
        yield evidence.found("title_body", [figure], title=figure.text, body=one.figure.text)


def _grown(evidence: Evidence, title: Fact, body: list[Fact], title_end: int) -> Iterator[Finding]:
    """A title's share or growth above a first sentence in its words with one other, and no figure of the text that bears it out."""
    start, end = _first(evidence, title_end)
    rates = [fact for fact in body if fact.figure.kind == title.figure.kind and fact.figure.unit is None]
    first = [fact for fact in rates if fact.figure.start < end]
    if title.figure.unit or title.plan or len(first) != 1 or first[0].plan or first[0].average or first[0].figure.of:
        return
    borne = any(agrees(title.figure, fact.figure) or hedge_holds(title.figure.hedge, abs(title.value), abs(fact.value)) for fact in rates)
    if not borne and first[0].figure.kind == title.figure.kind and _alike(evidence, title_end, start, end):
        yield evidence.found("title_body", [title.figure], title=title.figure.text, body=first[0].figure.text)


def _multiples(evidence: Evidence, body: list[Fact], title_end: int) -> Iterator[Finding]:
    """ "Triples in two years" above 128 and 64: no two figures of a sort are so many times each other."""
    told = list(_times(evidence.lang).finditer(evidence.lower, 0, title_end))
    if len(told) != 1:
        return
    word = next(word for word in told[0].groups() if word)
    many = Decimal(str(vocabulary(evidence.lang)["judge"]["multiples"][word]))
    if any(fact.figure.kind in ("ratio", "growth") or evidence.has("multiples_told", fact.clause) for fact in body):
        return
    now = body[0]
    before = [fact for fact in body[1:_COMPARED] if fact.sentence == now.sentence and _earlier(now, fact)]
    if before and now.value and all(_unlike(now.value, fact.value, many) for fact in before):
        shown = {"title": told[0].group(), "body": f"{now.figure.text}, {before[0].figure.text}"}
        yield evidence.found("title_body", [Mention("", told[0].start(), told[0].end(), "ratio")], **shown)


def _earlier(now: Fact, fact: Fact) -> bool:
    """Whether a figure is of the same sort as another and of a time before."""
    times = now.scope is not None and fact.scope is not None and now.scope.differs(fact.scope)
    return fact.figure.kind == now.figure.kind and fact.figure.unit in (now.figure.unit, None) and fact.value > 0 and (times or fact.base)


def _unlike(one: Decimal, other: Decimal, many: Decimal) -> bool:
    return abs(max(one, other) / min(one, other) / many - 1) > _LEEWAY


@cache
def _times(lang: str) -> re.Pattern[str]:
    words = sorted(vocabulary(lang)["judge"].get("multiples", ()), key=len, reverse=True)
    return re.compile(r"(?<!\w)(" + "|".join(map(re.escape, words)) + r")(?!\w)") if words else re.compile("(?!)")
