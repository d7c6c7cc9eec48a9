"""How long ago «bao nhiêu năm trước», told twice: "Ba mươi năm trước … chặng đường 35 năm kể từ ngày ký ấy"; hours of opening told again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..smalls import said

_LEAD = 30  # characters
_REACH = 320  # characters between two tellings


def check_ago(evidence: Evidence) -> Iterator[Finding]:
    """The years since a day, which were told with another number; the hour a place closes, which was told with another."""
    lower = evidence.lower
    first = [
        (said(evidence.lang, match["n"] or match.groupdict().get("m") or ""), match) for match in _pattern(evidence.lang, "years_ago").finditer(lower)
    ]
    ago = [(number, match) for number, match in first if number and number > 1]
    for since in _pattern(evidence.lang, "years_since").finditer(lower):
        number = said(evidence.lang, since["n"])
        near = [one for one in ago if one[1].end() <= since.start() < one[1].end() + _REACH]
        if number and len(ago) == len(near) == 1 and near[0][0] != number:
            yield _found(evidence, near[0][1], since)
    yield from _hours(evidence)


def _hours(evidence: Evidence) -> Iterator[Finding]:
    """ "Opens from 7.00 to 19.00 … the gate closes at 18.00"."""
    ranges = list(_pattern(evidence.lang, "hours_of_opening").finditer(evidence.lower))
    if len(ranges) != 1 or evidence.has("hours_apart", evidence.lower):
        return
    for key, name in (("from", "hour_of_opening"), ("to", "hour_of_closing")):
        for match in _pattern(evidence.lang, name).finditer(evidence.lower, ranges[0].end()):
            if _minutes(match["n"]) != _minutes(ranges[0][key]) and _bearer(evidence, ranges[0], match):
                yield _found(evidence, ranges[0], match)


def _bearer(evidence: Evidence, told: re.Match[str], again: re.Match[str]) -> bool:
    """Whether the word before a closing hour stood in the sentence of the opening hours: "the gate closes"."""
    start = evidence.bounds(evidence.sentence(again.start()))[0]
    words = re.findall(r"[^\W\d_]{2,}", evidence.lower[max(start, again.start() - _LEAD) : again.start()])
    begin, end = evidence.bounds(evidence.sentence(told.start()))
    return bool(words) and words[-1] in re.findall(r"[^\W\d_]{2,}", evidence.lower[begin:end])


def _minutes(hour: str) -> int:
    """Minutes of a day: "7.00", "7h30", "19 giờ"; twelve hours are left out, "7 p.m." being 19."""
    parts = [int(part) for part in re.findall(r"\d{1,2}", hour)]
    return (parts[0] % 12) * 60 + (parts[1] if len(parts) > 1 else 0)


def _found(evidence: Evidence, one: re.Match[str], other: re.Match[str]) -> Finding:
    shown = {"one": evidence.text[one.start() : one.end()].strip(), "other": evidence.text[other.start() : other.end()].strip()}
    return evidence.found("two_values", [Mention("", other.start(), other.end(), "measure")], **shown)


@cache
def _pattern(lang: str, name: str) -> re.Pattern[str]:
    return re.compile(vocabulary(lang)["judge"].get(name, "(?!)"))
