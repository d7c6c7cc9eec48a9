"""Lengths and anniversaries of what was told «khoảng thời gian vừa nêu»: "during those three years" of two, "50 năm thành lập" after 40."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..smalls import ending_with, opening_with

_NUMBER = 32  # characters a number may take
_REACH = 420  # characters back to what was told
_LEAD, _BEHIND = 40, 40
_YEAR, _MONTH = 365.25, 30.44  # days
_LEAST = 0.85  # of a year or a month: less may be counted either way


def check_recalled(evidence: Evidence) -> Iterator[Finding]:
    """A length that points back at two days, and the anniversary of a day, that do not fit them."""
    yield from _lengths(evidence)
    yield from _anniversaries(evidence)


def _lengths(evidence: Evidence) -> Iterator[Finding]:
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


def _anniversaries(evidence: Evidence) -> Iterator[Finding]:
    """ "Founded on 12 March 1985. On 12 March 2025 … its 50th anniversary": the same day of two years, in two sentences."""
    for match in _pattern(evidence.lang, "anniversary_told").finditer(evidence.lower):
        begin = max(0, match.start() - _NUMBER)
        number = ending_with(evidence.lang, evidence.lower[begin : match.start()].rstrip(" -"))
        if number is None or not 2 < number[0] < 400:
            continue
        place = begin + number[1]
        start, end = evidence.bounds(evidence.sentence(place))
        days = [m for m in evidence.mentions_in(max(0, start - _REACH), end) if _time(m) and _single(m)]
        now = [m for m in days if m.start >= start]
        then = [m for m in days if m.end <= start and _founded(evidence, m)]
        if len(now) == len(then) == 1 and _apart(then[0], now[0], number[0]):
            facts = {"stated": evidence.text[place : match.end()], "period": f"{then[0].text} – {now[0].text}"}
            yield evidence.found("period_length", [Mention("", place, match.end(), "measure")], told="apart", **facts)


def _apart(then: Mention, now: Mention, years: int) -> bool:
    """Whether two times are another number of years apart; exactly where it is one day, else by more than one year."""
    one, other = _begin(then), _begin(now)
    real = other.year - one.year
    same = not _whole(then) and not _whole(now) and (one.month, one.day) == (other.month, other.day)
    return real > 0 and abs(real - years) > (0 if same else 1)


def _founded(evidence: Evidence, mention: Mention) -> bool:
    words = evidence.before(mention, _LEAD) + mention.text.lower() + evidence.after(mention, _BEHIND // 2)
    return evidence.has("anniversary_of", words)


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
