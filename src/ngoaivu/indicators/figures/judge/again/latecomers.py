"""What comes too late «quá hạn»: "return the form by 15 April", and "forms that reach us after 5 April cannot be considered"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence

_LEAD = 60  # characters before a day that say what it is
_HOUR = re.compile(r"(?<!\d)\d{1,2}(?:[:.h]\d\d|h| ?giờ(?: \d\d)?)?(?: ?[ap]\.?m\.?)?$")
_STOP = re.compile(r"[;(,]|(?<!\d)\.|\.(?!\d)|\n")
_DAY = re.compile(r"(?<![\d:])(?P<d>\d{1,2})(?:/| tháng | )(?P<m>\d{1,2}(?!\d)|[a-z]{3,9})|(?P<n>[a-z]{3,9}) (?P<e>\d{1,2})(?!\d)")


def check_latecomers(evidence: Evidence) -> Iterator[Finding]:
    """The one day by which something is due, and another after which it is refused."""
    days = [(mention, day) for mention in evidence.mentions if not mention.is_figure and (day := _day(evidence, mention))]
    due = [(mention, day) for mention, day in days if _due(evidence, mention)]
    for mention, day in days:
        earlier = [one for one in due if one[0].end <= mention.start]
        others = {one[1] for one in days if one[0] is not mention}
        if len({one[1] for one in earlier}) == 1 and day not in others and _slip(earlier[0][1], day) and _refused(evidence, mention):
            yield evidence.found("two_values", [mention], one=earlier[0][0].text, other=mention.text)


def _day(evidence: Evidence, mention: Mention) -> tuple[int, int] | None:
    """Day and month, where a mention names one day."""
    period = mention.period
    if period and period.start:
        return (period.start.day, period.start.month) if period.start == period.end else None
    match = _DAY.search(mention.text.lower())
    if match is None:
        return None
    month, number = match["m"] or match["n"], int(match["d"] or match["e"])
    said = int(month) if month.isdecimal() else vocabulary(evidence.lang)["dates"]["months"].get(month, 0)
    return (number, said) if said else None


def _slip(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether one number of two days is written otherwise, with a digit in common: 15 and 5, 20 and 23; one may be the end of a second round."""
    shared = any(a == b for a, b in zip(f"{one[0]:02}", f"{other[0]:02}", strict=True))
    return one[0] == other[0] or (one[1] == other[1] and shared)


def _lead(evidence: Evidence, day: Mention) -> str:
    """The words before a day, without an hour, a weekday or a bracket between."""
    lead = evidence.before(day, _LEAD).rstrip(" (,")
    for word in ("ngày", "on"):
        lead = lead.removesuffix(f" {word}")
    return _HOUR.sub("", lead).rstrip(" (,")


def _due(evidence: Evidence, day: Mention) -> bool:
    lead = _lead(evidence, day)
    told = evidence.ends_with("due_leads", lead) or evidence.has("deadlines", _STOP.split(lead)[-1])
    return told and not evidence.has("held", _STOP.split(lead)[-1])


def _refused(evidence: Evidence, day: Mention) -> bool:
    """Whether something after this day is not taken."""
    sentence = evidence.lower[slice(*evidence.bounds(evidence.sentence(day.start)))]
    return evidence.ends_with("late_leads", _lead(evidence, day)) and evidence.has("refusals", sentence)
