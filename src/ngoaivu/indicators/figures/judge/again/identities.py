"""One thing with two values «một đối tượng, hai giá trị»: a document's number, a person's age or telephone, a room's floor, a flight's hour."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence

_MOST = 40  # tellings of one thing compared with each other
_WORDS = ("documents_told", "documents_named", "phones_told", "ages_told", "floors_told", "hours_told")
_SHORT = 2  # digits that two papers may have by chance
_DATED = re.compile(r",? (?:ngày|of|dated) \d")
_PERSONAL = ("phones_told", "ages_told")  # a family name alone names the person again


@dataclass(frozen=True)
class _Told:
    """What is told of something: `key` names it, `value` is what it should have but one of."""

    start: int
    end: int
    key: str
    value: str
    named: tuple[str, ...]


def check_identities(evidence: Evidence) -> Iterator[Finding]:
    """Two tellings of one named thing that differ."""
    for sort in _WORDS:
        told: defaultdict[str, list[_Told]] = defaultdict(list)
        for one in _tellings(evidence, sort):
            told[one.key].append(one)
        for group in told.values():
            pair = next((pair for pair in combinations(group[:_MOST], 2) if _differ(evidence, sort, *pair)), None)
            if pair is not None:
                facts = {"one": evidence.text[pair[0].start : pair[0].end], "other": evidence.text[pair[1].start : pair[1].end]}
                yield evidence.found("two_values", [Mention("", pair[1].start, pair[1].end, "structural")], **facts)


def _tellings(evidence: Evidence, sort: str) -> Iterator[_Told]:
    """Each place of the text where something of a sort is told, by the patterns of the vocabulary."""
    for pattern in _patterns(evidence.lang, sort):
        for match in pattern.finditer(evidence.text):
            parts = match.groupdict()
            named = f"{parts['key']}{parts.get('key_b') or ''}".lower().split()
            key = " ".join(named[-1:] if sort in _PERSONAL else named)
            value = re.sub(r"\s+|(?<=\d)(?:st|nd|rd|th)", "", parts["value"].lower())
            yield _Told(match.start(), match.end(), f"{key} {_class(evidence, (parts.get('kind') or '').lower())}", _plain(value), tuple(named))


def _class(evidence: Evidence, said: str) -> str:
    """Going or coming: "departs" and "takes off" are one."""
    if evidence.has("phones_alike", said):
        return "phone"
    return "comes" if evidence.has("arrivals_told", said) else "goes" if evidence.has("departures_told", said) else said


def _plain(value: str) -> str:
    """A value without what may be left out: "09:40" and "9h40" are one hour."""
    clock = re.fullmatch(r"0?(\d{1,2})(?::|h|giờ|\.)(\d\d)?(?:phút)?", value)
    return f"{clock[1]}:{clock[2] or '00'}" if clock else value


def _differ(evidence: Evidence, sort: str, one: _Told, other: _Told) -> bool:
    if one.value == other.value or other.start < one.end:
        return False
    if sort in _PERSONAL and len(one.named) > 1 < len(other.named) and one.named != other.named:
        return False
    around = evidence.lower[max(0, other.start - 50) : other.end] + evidence.lower[one.start : one.end]
    if evidence.has("told_apart", around):
        return False
    if sort == "documents_told":
        return sorted(one.value) == sorted(other.value) or evidence.has("said_before", evidence.lower[other.end : other.end + 14])
    if sort == "documents_named":
        dated = _DATED.match(evidence.lower, other.end) is not None
        return not dated and len(one.value) > _SHORT and sorted(one.value) == sorted(other.value)
    if sort == "phones_told":
        return len(one.value) == len(other.value)
    return sort != "hours_told" or not _dated(evidence, one, other)


def _dated(evidence: Evidence, one: _Told, other: _Told) -> bool:
    """Whether the second of two hours is told with a day of its own."""
    start, end = evidence.bounds(evidence.sentence(other.start))
    days = [mention for mention in evidence.mentions_in(start, end) if mention.kind == "date"]
    return bool(days) and (evidence.sentence(one.start) != evidence.sentence(other.start) or len(days) > 1)


@cache
def _patterns(lang: str, sort: str) -> list[re.Pattern[str]]:
    return [re.compile(pattern) for pattern in vocabulary(lang)["judge"].get(sort, ())]
