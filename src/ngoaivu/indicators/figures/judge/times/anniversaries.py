"""Anniversaries «kỷ niệm» beside what they count from: "kỷ niệm 60 năm … (21/9/1973 – 21/9/2023)", "the 25th in 2025 of a pact of 2005"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..smalls import ending_with, said
from .deadlines import Told, months_between, times_of
from .durations import ends_of

_NUMBER, _LEAD, _TAIL = 32, 34, 40  # characters a number may take; before it; behind its noun
_BRACKET, _BEFORE = 130, 45  # characters from a number to its two times behind it, or before it
_REACH, _AFTER = 420, 160  # characters back to the founding told before, and on to one told behind
_WINDOW = 900  # characters around a number in which times are looked for
_CONTEXT = 44  # characters around a time that say what happened then
_NEAR = 14  # characters before a number that may make it a loose one
_MOST = 400  # years
_YEAR, _EARLY, _LATE = 12, 3, 10  # months; a year told alone is celebrated into the next spring, or from the autumn before
_YEAR_DAYS = 360
_DASH = re.compile(r"\s*[-–—]\s*")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class _Anniversary:
    """A number of years celebrated."""

    start: int
    end: int
    years: int


def check_anniversaries(evidence: Evidence) -> Iterator[Finding]:
    """Anniversaries that neither the two times beside them nor the founding told around make true."""
    told = list(_told(evidence))
    times = list(times_of(evidence)) if told else []
    for n, one in enumerate(told):
        before, stop = (told[n - 1].end if n else 0), (told[n + 1].start if n + 1 < len(told) else len(evidence.lower))
        near = [bisect_left(times, place, key=lambda time: time.mention.start) for place in (one.start - _WINDOW, one.end + _WINDOW)]
        pairs = _pairs(evidence, times[near[0] : near[1]], one, (before, stop))
        unfit = pairs and not any(_fits(*both, one.years) for both in pairs)
        if unfit and (_same_day(*pairs[0]) or _likely(*pairs[0], one.years)):
            yield _found(evidence, one, *pairs[0])


def _pairs(evidence: Evidence, times: list[Told], one: _Anniversary, room: tuple[int, int]) -> list[tuple[Told, Told]]:
    """What a number may count from and to: the two times beside it, else a founding and the times of its sentence."""
    bracket = _bracket(evidence, times, one, *room)
    if bracket is not None:
        return [bracket]
    return [(then, now) for then in _foundings(evidence, times, one) for now in _nows(evidence, times, one) if then.last < now.first]


def _told(evidence: Evidence) -> Iterator[_Anniversary]:
    """Numbers of years that are celebrated: by the word itself, by one before them or behind."""
    lower = evidence.lower
    for match in _pattern(evidence.lang).finditer(lower):
        begin = max(0, match.start() - _NUMBER)
        number = _number(evidence, lower[begin : match.start()].rstrip(" -"))
        if number is None or not 1 < number[0] < _MOST:
            continue
        start = begin + number[1]
        lead = re.split(r"[,;.:(\n]", lower[max(0, start - _LEAD) : start])[-1]
        behind = lower[match.end() : match.end() + _TAIL].lstrip()
        named = bool(match.groupdict().get("named")) or evidence.ends_with("anniversary_leads", evidence.without("exactly", lead).rstrip())
        if named or (evidence.starts_with("anniversary_tails", behind) and not evidence.has("loosely_celebrated", lead[-_NEAR:])):
            yield _Anniversary(start, match.end(), number[0])


def _number(evidence: Evidence, text: str) -> tuple[int, int] | None:
    """A number at the end of some words; an ordinal as well: "twenty-fifth", "50th"."""
    ordinals = evidence.words.get("ordinal_years", {})
    word = text.replace("-", " ").rsplit(" ", 1)[-1]
    if word not in ordinals:
        return ending_with(evidence.lang, text)
    start = len(text) - len(word)
    ahead = _WORD.search(text[:start].rstrip(" -").rsplit(" ", 1)[-1]) if ordinals[word] < 10 else None
    tens = (said(evidence.lang, ahead.group()) or 0) if ahead else 0
    if tens and tens % 10 == 0:
        return tens + ordinals[word], text.rindex(ahead.group(), 0, start) if ahead else start
    return ordinals[word], start


def _bracket(evidence: Evidence, times: list[Told], one: _Anniversary, before: int, stop: int) -> tuple[Told, Told] | None:
    """The two times that stand behind a number, or right before it: "(21/9/1973 – 21/9/2023)", "(1975 - 2025)"."""
    begin, end = evidence.bounds(evidence.sentence(one.start))
    behind = [time for time in times if one.end <= time.mention.start < min(stop, end, one.end + _BRACKET)]
    ahead = [time for time in times if max(before, begin, one.start - _BEFORE) <= time.mention.start and time.mention.end <= one.start]
    for pair in (_pair(evidence, behind[:2], behind[:1]), _pair(evidence, ahead[-2:], ahead[-1:])):
        if pair is not None and _of_one(evidence, pair, one):
            return pair
    return None


def _pair(evidence: Evidence, near: list[Told], closest: list[Told]) -> tuple[Told, Told] | None:
    """Two times joined by a dash, or one from year to year."""
    for time in closest:
        if time.first.year != time.last.year:
            return ends_of(time)
    if len(near) == 2 and _DASH.fullmatch(evidence.between(near[0].mention, near[1].mention)) and near[0].last < near[1].first:
        return near[0], near[1]
    return None


def _of_one(evidence: Evidence, pair: tuple[Told, Told], one: _Anniversary) -> bool:
    """Whether two times are those of an anniversary: one day of two years, or in brackets with no plan or other thing between."""
    start, end = pair[0].mention.start, pair[1].mention.end
    between = evidence.lower[one.end : start] if start >= one.end else evidence.lower[end : one.start]
    if re.search(r"[.;\n]", between) or evidence.has("anniversary_not", between):
        return False
    bracket = start > one.end and between.rstrip().endswith("(")
    return _same_day(*pair) or (bracket and "," not in between) or (start < one.start and len(between) <= 3)


def _foundings(evidence: Evidence, times: list[Told], one: _Anniversary) -> list[Told]:
    """The times at which what is celebrated began: in its own sentence, else in the one nearest to it."""
    begin, end = evidence.bounds(evidence.sentence(one.start))
    own = [time for time in times if begin <= time.mention.start < end and _began(evidence, time, one)]
    if own:
        return own
    back = [time for time in times if max(0, begin - _REACH) <= time.mention.start < begin and _began(evidence, time, one)]
    on = [time for time in times if end <= time.mention.start < end + _AFTER and _began(evidence, time, one)]
    nearest = back or on
    return nearest if len({time.first.year for time in nearest}) == 1 else []


def _began(evidence: Evidence, time: Told, one: _Anniversary) -> bool:
    """Whether something is said to have begun at a time, other words between it and the anniversary not making it another thing."""
    if time.first.year != time.last.year:
        return False
    place = time.mention
    lead, behind = evidence.before(place, _CONTEXT), evidence.after(place, _CONTEXT)
    if one.end <= place.start and place.start - one.end < len(lead):
        lead = lead[len(lead) - (place.start - one.end) :]
        if evidence.has("anniversary_apart", lead):
            return False
        if (lead.endswith("(") and behind.startswith(")")) or ("," not in lead and evidence.starts_with("since_words", lead.lstrip())):
            return True
    lead = re.split(r"[;.\d]", lead)[-1] + place.text.lower()
    behind = re.split(r"[;.\d(]", behind)[0]
    if place.end <= one.start < place.end + len(behind):
        behind = behind[: one.start - place.end]
    return evidence.has("anniversary_of", lead) or evidence.has("anniversary_of", behind.split(",")[0] or behind[1:].split(",")[0])


def _nows(evidence: Evidence, times: list[Told], one: _Anniversary) -> list[Told]:
    """The other times of the sentence that celebrates."""
    begin, end = evidence.bounds(evidence.sentence(one.start))
    return [time for time in times if begin <= time.mention.start < end and time.first.year == time.last.year]


def _fits(then: Told, now: Told, years: int) -> bool:
    """Whether a number of years is what lies between two times, as far as each is told."""
    apart = now.first.year - then.first.year
    if _whole(then) or _whole(now):
        early = _whole(then) and not _whole(now) and now.first.month <= _EARLY and years == apart - 1
        late = _whole(then) and not _whole(now) and now.first.month >= _LATE and years == apart + 1
        return years == apart or early or late
    months = months_between(then.first, now.first)
    return years in (months // _YEAR, -(-months // _YEAR))


def _likely(then: Told, now: Told, years: int) -> bool:
    """Whether the number told may be meant for these times: no half and no double of what lies between."""
    apart = now.first.year - then.first.year
    return 2 * apart >= years and apart <= 2 * years


def _same_day(then: Told, now: Told) -> bool:
    """Whether two times are one day of two years."""
    return then.day and now.day and (then.first.month, then.first.day) == (now.first.month, now.first.day)


def _whole(time: Told) -> bool:
    """Whether a year is told alone."""
    return (time.last - time.first).days > _YEAR_DAYS


def _found(evidence: Evidence, one: _Anniversary, then: Told, now: Told) -> Finding:
    period = then.mention.text if then.mention is now.mention else f"{then.mention.text} – {now.mention.text}"
    span = [Mention("", one.start, one.end, "measure")]
    return evidence.found("period_length", span, told="apart", stated=evidence.text[one.start : one.end].strip(), period=period)


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    return re.compile(vocabulary(lang)["judge"].get("anniversary_units", "(?!)"))
