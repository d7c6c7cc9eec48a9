"""Numbers cut at the wrong places «số tách nhóm sai»: "24.35.000 đồng", "12,45,600 tonnes", "1250.000 đồng", "24 930.000 đồng"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ...model import Finding
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..lists import any_of

_NUMBER = re.compile(r"(?<![\d.,:/-])[1-9]\d{0,8}(?:[.,]{1,2}\d{1,9}){1,6}(?![\d/:]|[.,-]\d)")
_MIXED = re.compile(r"\d{1,3}(?:[.,]\d{3}){2,}")
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})+(?:\1\d{1,2}|\1\d{4,})")
_MARKS = re.compile(r"[.,]+")
_SCALED = re.compile(r"\d[.,]000$")  # ends as only a grouped number does
_REST = re.compile(r"\d{3}[.,]\d{3}(?!\d)")
_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d\d|[12]\d{3})")
_GROUP, _AROUND = 3, 24


def check_groups(evidence: Evidence) -> Iterator[Finding]:
    """Numbers whose groups are not of three digits, where a unit or their end shows that they are numbers."""
    unread = {m.start: m for m in evidence.mentions if m.kind == "structural" and (_GROUPED.fullmatch(m.text) or _both_marks(m.text))}
    for mention in unread.values():
        told = "unread_separators" if _GROUPED.fullmatch(mention.text) else "unread_marks"
        yield evidence.found("mixed_separators", [mention], told=told, text=mention.text)
    told_already = unread.keys() | {m.start for m in evidence.mentions if m.flags}
    for found in _NUMBER.finditer(evidence.text):
        start, end = found.span()
        if _malformed(found.group(), evidence.lang) and start not in told_already and _counts(evidence, start, end):
            yield Finding("mixed_separators", start, end, evidence.message("unread_groups", text=found.group()))
    yield from _torn(evidence)


def _torn(evidence: Evidence) -> Iterator[Finding]:
    """A first group without its mark before a figure grouped by one: "24 930.000 đồng"."""
    for group, figure in pairwise(evidence.mentions):
        bare = group.kind == "structural" and group.text.isdecimal() and len(group.text) <= _GROUP and group.text[0] != "0"
        if bare and group.end + 1 == figure.start and _REST.match(figure.text) and not _named(evidence, group.start):
            yield Finding("mixed_separators", group.start, figure.end, evidence.message("unread_groups", text=f"{group.text} {figure.text}"))


def _named(evidence: Evidence, start: int) -> bool:
    """Whether a number stands behind the name it belongs to, "Nghị định 24": nothing tells it."""
    before = evidence.lower[max(0, start - _AROUND) : start].rstrip()
    told = before.endswith((":", "|", "(")) or evidence.ends_with("reaches", before) or evidence.ends_with("links", before)
    return not told


def _both_marks(text: str) -> bool:
    """Both marks part thousands."""
    return _MIXED.fullmatch(text) is not None and {*".,"} <= {*text}


def _malformed(number: str, lang: str) -> bool:
    """Whether no reading of the marks makes a number."""
    marks, groups = _MARKS.findall(number), _MARKS.split(number)
    if any(len(mark) > 1 for mark in marks):
        return True
    if len(marks) == 1:
        return _single(marks[0], groups, lang)
    inner = groups[1:] if len(set(marks)) == 1 else groups[1:-1]
    mixed = len(set(marks[:-1])) > 1 or (len(set(marks)) > 1 and groups[-1] == "000")  # "650,000.000"
    return mixed or len(groups[0]) > _GROUP or any(len(group) != _GROUP for group in inner)


def _single(mark: str, groups: list[str], lang: str) -> bool:
    """ "1250.000" and "12,5000" with the mark that parts thousands: a mark is lost or stands one digit off."""
    if mark == vocabulary(lang)["decimal"]:
        return False
    whole, rest = groups
    return (len(whole) > _GROUP and rest == "000") or (len(rest) == _GROUP + 1 and rest.endswith("000"))


def _counts(evidence: Evidence, start: int, end: int) -> bool:
    """Whether it is told to be a number: a unit stands behind, a currency before, or it ends in a group of noughts."""
    number, before = evidence.text[start:end], evidence.lower[max(0, start - _AROUND) : start]
    if _DAY.fullmatch(number) or evidence.ends_with("numbered_by", before.rstrip(" .:")):
        return False
    if before[-1:].isalpha() and not before.endswith(_codes(evidence.lang)):
        return False
    behind = evidence.lower[end : end + _AROUND].lstrip(" ")
    if before.rstrip().endswith(_codes(evidence.lang)) or _units(evidence.lang).match(behind):
        return not _enumerated(number)
    return _SCALED.search(number) is not None


def _enumerated(number: str) -> bool:
    """ "Wards 1,2,3": a list without blanks."""
    groups = [int(group) for group in _MARKS.split(number)]
    return max(groups) < 100 and all(one < other for one, other in pairwise(groups))


@cache
def _codes(lang: str) -> tuple[str, ...]:
    """The currencies as they stand before a number."""
    names = (name for names in vocabulary(lang)["currencies"].values() for name in names)
    return tuple(sorted({name.lower() for name in names}))


@cache
def _units(lang: str) -> re.Pattern[str]:
    words = vocabulary(lang)
    named = (name for table in ("currencies", "measures", "units") for names in words[table].values() for name in names)
    return any_of({name.lower() for name in (*named, *words["percent"]["words"], *words["scales"])})
