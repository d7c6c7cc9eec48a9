"""Times of day «giờ trong ngày» that no clock shows, and an end before its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...model import Finding, Mention
from ..evidence import Evidence, phrases

_LAST = 24
_CLOCK = re.compile(
    r"(?<![\d:/.,])(?:[01]?\d|2[0-4])(?:(?::| giờ |h|(?<=\d)\.(?=[0-5]\d ?[ap]\.?m))[0-5]\d(?![\d:])(?: ?phút)?| giờ(?! \d)(?!\w)|h(?!\w))?"
    r"(?: ?(?P<half>[ap])\.?m\b\.?)?"
)
_SPAN = re.compile(r"\s*(?:-|–|—)\s*")
_BETWEEN, _LEAD = 60, 40  # characters
_EVENING, _MORNING = 17 * 60, 9 * 60  # minutes


def check_hours(evidence: Evidence) -> Iterator[Finding]:
    """Hours past midnight told as a time of day, "at 45 hours", and "beginning at 14:00 and ending at 11:30"."""
    for mention in evidence.mentions:
        if mention.unit == "hour" and mention.kind == "measure" and (mention.value or 0) > _LAST and _at(evidence, mention):
            yield evidence.found("impossible_date", [mention], text=mention.text)
    for one, other in pairwise(clocks(evidence)):
        between = evidence.lower[one.end() : other.start()]
        behind = evidence.lower[other.end() : other.end() + _LEAD]
        early, late = minutes_of(one), minutes_of(other)
        if (
            late < early
            and not evidence.has("overnight", behind)
            and (_one_day(evidence, one, other, between) or _one_span(evidence, one, other, between))
        ):
            span = Mention(evidence.text[one.start() : other.end()], one.start(), other.end(), "date")
            yield evidence.found("reversed_period", [span], text=span.text)


def clocks(evidence: Evidence) -> Iterator[re.Match[str]]:
    """The times of day of a text; a number alone is none."""
    return (clock for clock in _CLOCK.finditer(evidence.lower) if not clock.group().isdecimal())


def _one_span(evidence: Evidence, one: re.Match[str], other: re.Match[str], between: str) -> bool:
    """Whether two times are the ends of one span by day, "13 giờ 30 - 12 giờ 45"; shifts of the night end in the morning."""
    if minutes_of(one) >= _EVENING and minutes_of(other) <= _MORNING:
        return False
    if bool(one["half"]) != bool(other["half"]):  # "2.30 to 4 pm"
        return False
    opened = evidence.has("clock_spans", evidence.lower[max(0, one.start() - 14) : one.start()])
    joined = phrases(evidence.lang, "clock_joins").fullmatch(between.strip()) is not None
    return _SPAN.fullmatch(between) is not None or (opened and joined)


def _at(evidence: Evidence, mention: Mention) -> bool:
    return mention.per is None and evidence.ends_with("clock_leads", evidence.lower[max(0, mention.start - 12) : mention.start].rstrip())


def _one_day(evidence: Evidence, one: re.Match[str], other: re.Match[str], between: str) -> bool:
    """Whether a beginning and an end of one thing on one day are told."""
    if len(between) > _BETWEEN or _whole(one) or _whole(other) or re.search(r"[\n;.]|\d", between):
        return False
    lead = re.split(r"[,;.\n]", evidence.lower[max(0, one.start() - _LEAD) : one.start()])[-1]
    travels = evidence.has("sets_out", lead) and evidence.has("gets_in", between) and not evidence.has("flying", lead + between)
    return travels or (evidence.has("opens", lead) and evidence.has("closes", between))


def _whole(clock: re.Match[str]) -> bool:
    """Whether an hour is told without its minutes, which a length may be as well."""
    return len(re.findall(r"\d+", clock.group())) == 1


def minutes_of(clock: re.Match[str]) -> int:
    """Minutes since midnight."""
    hour, *minute = map(int, re.findall(r"\d+", clock.group()))
    if clock["half"]:
        hour = hour % 12 + 12 * (clock["half"] == "p")
    return hour * 60 + (minute[0] if minute else 0)
