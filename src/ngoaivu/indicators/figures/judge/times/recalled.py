"""Lengths of what was told «khoảng thời gian vừa nêu»: "during those three years" of two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..smalls import opening_with

_REACH = 420  # characters back to what was told
_LEAD = 40
_YEAR, _MONTH = 365.25, 30.44  # days
_LEAST = 0.85  # of a year or a month: less may be counted either way


def check_recalled(evidence: Evidence) -> Iterator[Finding]:
    """A length that points back at two days and does not fit them."""
    for match in _pattern(evidence.lang, "length_recalled").finditer(evidence.lower):
        number = opening_with(evidence.lang, match["n"])
        pair = _pair(evidence, match.start())
        if number is None or number[1] != len(match["n"]) or number[0] < 2 or pair is None:
            continue
        days = (_end(pair[1]) - _begin(pair[0])).days + 1
        unit = _MONTH if match.groupdict().get("month") else _YEAR
        loose = 1 if _whole(pair[0]) or _whole(pair[1]) else 0
        if not days / unit - _LEAST - loose < number[0] < days / unit + _LEAST:
            span = [Mention("", match.start("n"), match.end(), "measure")]
            between = f"{pair[0].text} – {pair[1].text}"
            yield evidence.found("period_length", span, told="apart", stated=evidence.text[match.start("n") : match.end()], period=between)


def _pair(evidence: Evidence, stop: int) -> tuple[Mention, Mention] | None:
    """The coming and the going told in the sentence before, and no third time."""
    number = evidence.sentence(stop)
    start = evidence.bounds(max(0, number - 1))[0]
    times = [m for m in evidence.mentions_in(max(start, stop - _REACH), stop) if _time(m)]
    if len(times) == 1 and _time(times[0]) and times[0].period and not _single(times[0]):
        return times[0], times[0]
    if len(times) != 2 or not all(map(_single, times)) or _begin(times[0]) >= _begin(times[1]):
        return None
    lead = evidence.before(times[0], _LEAD) + times[0].text.lower()
    between = evidence.between(times[0], times[1]) + times[1].text.lower()
    return (times[0], times[1]) if evidence.has("span_opens", lead) and evidence.has("span_closes", between) else None


def _time(mention: Mention) -> bool:
    period = mention.period
    return not mention.is_figure and bool(period and period.start and period.end and not period.lunar)


def _single(mention: Mention) -> bool:
    return _begin(mention).year == _end(mention).year


def _whole(mention: Mention) -> bool:
    """Whether a year is told alone."""
    return (_end(mention) - _begin(mention)).days > 360


def _begin(mention: Mention) -> date:
    return mention.period.start if mention.period and mention.period.start else date.min


def _end(mention: Mention) -> date:
    return mention.period.end if mention.period and mention.period.end else date.min


@cache
def _pattern(lang: str, name: str) -> re.Pattern[str]:
    return re.compile(vocabulary(lang)["judge"].get(name, "(?!)"))
