"""Times of day «giờ trong ngày» that no clock shows, and an end before its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..model import Finding, Mention
from .evidence import Evidence

_LAST = 24
_CLOCK = re.compile(r"(?<![\d:/.,-])(?:[01]?\d|2[0-4])(?::| giờ |h)[0-5]\d(?![\d:])")
_BETWEEN, _LEAD = 60, 40  # characters


def check_hours(evidence: Evidence) -> Iterator[Finding]:
    """Hours past midnight told as a time of day, "at 45 hours", and "beginning at 14:00 and ending at 11:30"."""
    for mention in evidence.mentions:
        if mention.unit == "hour" and mention.kind == "measure" and (mention.value or 0) > _LAST and _at(evidence, mention):
            yield evidence.found("impossible_date", [mention], text=mention.text)
    for one, other in pairwise(_CLOCK.finditer(evidence.lower)):
        between = evidence.lower[one.end() : other.start()]
        behind = evidence.lower[other.end() : other.end() + _LEAD]
        if _minutes(other.group()) < _minutes(one.group()) and _one_day(evidence, one, between) and not evidence.has("overnight", behind):
            span = Mention(evidence.text[one.start() : other.end()], one.start(), other.end(), "date")
            yield evidence.found("reversed_period", [span], text=span.text)


def _at(evidence: Evidence, mention: Mention) -> bool:
    return mention.per is None and evidence.ends_with("clock_leads", evidence.lower[max(0, mention.start - 12) : mention.start].rstrip())


def _one_day(evidence: Evidence, one: re.Match[str], between: str) -> bool:
    """Whether a beginning and an end of one thing on one day are told."""
    if len(between) > _BETWEEN or re.search(r"[\n;.]|\d", between):
        return False
    lead = re.split(r"[,;.\n]", evidence.lower[max(0, one.start() - _LEAD) : one.start()])[-1]
    return evidence.has("opens", lead) and evidence.has("closes", between)


def _minutes(clock: str) -> int:
    hour, minute = re.findall(r"\d+", clock)
    return int(hour) * 60 + int(minute)
