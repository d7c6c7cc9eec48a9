"""Title and text «tiêu đề và nội dung»: another quarter or year, another session, other bearers of an office than the title names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact
from ..scopes import MONTH, MONTHS, QUARTER, Mark
from ..smalls import said

_FIRST = 330  # characters of the text that tell what it is about
_MONTHS = 3  # a quarter
_ROMAN = {"i": 1, "v": 5, "x": 10}


def check_headings(evidence: Evidence, _facts: list[Fact], title_end: int) -> Iterator[Finding]:
    """What the title says about time, number and bearer, against the first sentences of the text."""
    if title_end:
        yield from _quarters(evidence, title_end)
        yield from _years(evidence, title_end)
        yield from _sessions(evidence, title_end)
        yield from _offices(evidence, title_end)


def _quarters(evidence: Evidence, end: int) -> Iterator[Finding]:
    """ "QUÝ II/2025" above a text that tells of July, August and September."""
    titles = [mark for mark in evidence.marks if mark.end <= end and mark.scope.grain in (MONTH, QUARTER, MONTHS) and mark.scope.first]
    body = [
        mark for mark in evidence.marks if mark.start >= end and not mark.base and mark.scope.first and mark.scope.last and mark.scope.grain <= MONTHS
    ]
    if len(titles) != 1 or not titles[0].scope.last or not body or any(_touch(titles[0], mark) for mark in body):
        return
    title = titles[0]
    length = title.scope.months
    opened = evidence.sentence(_opening(evidence, end))
    first = [mark for mark in body if evidence.sentence(mark.start) == opened and mark.scope.months == length and mark.scope.grain != MONTH]
    if title.scope.grain == QUARTER and not first:
        months = {month or 0 for mark in body if mark.scope.grain in (MONTH, MONTHS) for month in (mark.scope.first, mark.scope.last)}
        first = body if len(months) > 1 and len({(month - 1) // _MONTHS for month in months}) == 1 else []
    if first and title.scope.grain in (QUARTER, MONTHS):
        yield _found(evidence, (title.start, title.end), (first[0].start, first[0].end))


def _touch(title: Mark, mark: Mark) -> bool:
    """Whether two times may have a month in common."""
    one, other = title.scope, mark.scope
    if one.year and other.year and one.year != other.year:
        return False
    return (other.first or 0) <= (one.last or 0) and (one.first or 0) <= (other.last or 0)


def _years(evidence: Evidence, end: int) -> Iterator[Finding]:
    """ "To host 2025 camp" above "will gather in July 2026"."""
    title = [mention for mention in evidence.mentions_in(0, end) if _year(mention)]
    start, last = evidence.bounds(evidence.sentence(_opening(evidence, end)))
    first = [mention for mention in evidence.mentions_in(start, last) if _year(mention)]
    if (
        not all(map(_whole, title))
        or any(map(_whole, first))
        or len({_year(m) for m in title}) != 1
        or len({_year(m) for m in first}) != 1
        or _year(title[0]) == _year(first[0])
    ):
        return
    sentence = evidence.lower[start:last]
    if (
        evidence.has("coming", sentence)
        and evidence.has("gathered", evidence.lower[:end])
        and not evidence.has("year_apart", sentence + evidence.lower[:end])
    ):
        yield _found(evidence, (title[0].start, title[0].end), (first[0].start, first[0].end))


def _year(mention: Mention) -> int:
    period = mention.period
    told = not mention.is_figure and period and period.start and period.end and period.start.year == period.end.year
    return period.start.year if told and period and period.start else 0


def _whole(mention: Mention) -> bool:
    """Whether a year is told alone, without a day or month."""
    period = mention.period
    return bool(period and period.start and period.end and (period.end - period.start).days > 360)


def _opening(evidence: Evidence, end: int) -> int:
    """Where the text below the title begins."""
    return end + len(evidence.lower[end:]) - len(evidence.lower[end:].lstrip())


def _sessions(evidence: Evidence, end: int) -> Iterator[Finding]:
    """ "Minutes of the third meeting" above "The fourth meeting opened"."""
    title = list(_ordinals(evidence, 0, end))
    if len(title) != 1:
        return
    start, last = evidence.bounds(evidence.sentence(_opening(evidence, end)))
    told = list(_ordinals(evidence, start, min(last, start + _FIRST)))
    alike = [one for one in told if one[1] & title[0][1] or evidence.has("this_session", evidence.lower[one[3] : one[3] + 6])]
    if alike and all(one[0] != title[0][0] for one in told) and not evidence.has("session_before", evidence.lower[:last]):
        yield _found(evidence, title[0][2:], alike[0][2:])


def _ordinals(evidence: Evidence, start: int, end: int) -> Iterator[tuple[int, set[str], int, int]]:
    """Ordinals of sessions, with the nouns beside them."""
    for match in _pattern(evidence.lang, "sessions").finditer(evidence.lower, start, end):
        number = _number(evidence.lang, match["n"])
        if number:
            yield number, {*re.findall(r"[^\W\d_]{3,}", match["noun"] or "")}, match.start("n"), match.end("n")


def _number(lang: str, word: str) -> int:
    if re.fullmatch(r"[ivx]+", word):
        digits = [_ROMAN[sign] for sign in word]
        return sum(-one if n + 1 < len(digits) and one < digits[n + 1] else one for n, one in enumerate(digits))
    number = re.match(r"\d+", word)
    return int(number.group()) if number else vocabulary(lang)["judge"].get("ordinal_numbers", {}).get(word, 0) or said(lang, word) or 0


def _offices(evidence: Evidence, end: int) -> Iterator[Finding]:
    """ "Danish ambassador tours …" above "The Ambassador of Finland …"."""
    title, first = list(_bearers(evidence, 0, end)), list(_bearers(evidence, end, end + _FIRST // 2))
    for office, land, start, stop in title:
        others = [one for one in first if one[0] == office]
        if len(title) == 1 and others and all(one[1] != land for one in others):
            yield _found(evidence, (start, stop), others[0][2:])


def _bearers(evidence: Evidence, start: int, end: int) -> Iterator[tuple[str, str, int, int]]:
    """Offices with the land or people whose they are."""
    lands = vocabulary(evidence.lang)["judge"].get("lands", {})
    for pattern in ("office_of_land", "land_and_office"):
        for match in _pattern(evidence.lang, pattern).finditer(evidence.lower, start, end):
            if match["land"] in lands:
                yield match["office"], lands[match["land"]], match.start(), match.end()


def _found(evidence: Evidence, title: tuple[int, int], body: tuple[int, int]) -> Finding:
    facts = {"title": evidence.text[slice(*title)], "body": evidence.text[slice(*body)]}
    return evidence.found("title_body", [Mention("", *title, "structural")], **facts)


@cache
def _pattern(lang: str, name: str) -> re.Pattern[str]:
    words = vocabulary(lang)["judge"]
    lands = "|".join(sorted(map(re.escape, words.get("lands", {})), key=len, reverse=True))
    return re.compile(words.get(name, "(?!)").replace("<LAND>", lands).replace("<OFFICE>", "|".join(words.get("offices", ()))))
