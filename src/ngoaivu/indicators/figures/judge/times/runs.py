"""What runs so long from one time to another «thời gian thực hiện»: "the 24-month project opened in January 2024 and closes in December 2026"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from ...model import Finding, Mention
from ..evidence import Evidence
from ..facts import plain_words
from ..lists import phrases
from .deadlines import Told
from .durations import Length, ends_of, fits, lengths_of, moments_of

_LEAD, _BEHIND = 40, 24  # characters before a time or a length; behind a length
_REACH = 170  # characters between a beginning and its end
_DASH = re.compile(r"[\w)]\s*[-–—]\s*\w")
_STOP = re.compile(r"[;(,\n]|(?<!\d)\.|\.(?!\d)")
_OPENS, _CLOSES = ("beginnings", "opens", "run_opens", "from_words"), ("expiries", "closes", "run_closes", "until")
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[;\n]|(?<=[^\d\s])\. ")


def check_runs(evidence: Evidence) -> Iterator[Finding]:
    """A beginning and an end told of one thing with a length that is not what lies between."""
    lengths = list(lengths_of(evidence))
    times = moments_of(evidence) if lengths else []
    for begun, end in (*((time, time) for time in times), *pairwise(times)):
        if one_run(evidence, begun, end):
            runs = [length for length in _near(evidence, lengths, begun, end) if lasts(evidence, length.mention, end.mention.start)]
            if len(runs) == 1:
                yield from _unfit(evidence, runs[0], begun, end)
        elif begun is not end:
            between = [length for length in _near(evidence, lengths, begun, end) if begun.mention.end <= length.mention.start < end.mention.start]
            if len(between) == 1 and _goes_on(evidence, begun, between[0], end):
                yield from _unfit(evidence, between[0], begun, end)


def _unfit(evidence: Evidence, length: Length, begun: Told, end: Told) -> Iterator[Finding]:
    if not fits(length.value, length.unit, *(ends_of(begun) if begun is end else (begun, end))):
        period = begun.mention.text if begun is end else f"{begun.mention.text} – {end.mention.text}"
        span = [length.mention, begun.mention, end.mention]
        yield evidence.found("period_length", span, told="apart", stated=length.mention.text, period=period)


def _goes_on(evidence: Evidence, begun: Told, length: Length, end: Told) -> bool:
    """Whether the next sentence tells how long it lasts, and until when: "opened on 3 June … It runs for five days, until the end of 7 June"."""
    mention = length.mention
    start, _ = evidence.bounds(evidence.sentence(mention.start))
    follows = evidence.sentence(begun.mention.start) + 1 == evidence.sentence(mention.start) == evidence.sentence(end.mention.start)
    close = evidence.lower[mention.end : end.mention.end]
    if not follows or mention.start - start > _REACH // 3 or len(close) > 2 * _LEAD or not lasts(evidence, mention, end.mention.start):
        return False
    around = evidence.before(begun.mention, _LEAD) + begun.mention.text.lower() + evidence.after(begun.mention, _LEAD)
    opens = any(evidence.has(words, around) for words in _OPENS)
    return opens and begun.first == begun.last and any(evidence.has(words, close) for words in _CLOSES) and not _altered(evidence, close)


def _near(evidence: Evidence, lengths: list[Length], begun: Told, end: Told) -> list[Length]:
    """The lengths of the sentence that tells two times, outside of their own words."""
    first, last = evidence.bounds(evidence.sentence(begun.mention.start))[0], evidence.bounds(evidence.sentence(end.mention.start))[1]
    low, high = (bisect_left(lengths, place, key=lambda length: length.mention.start) for place in (first, last))
    own = [length for length in lengths[low:high] if not _inside(length, begun, end)]
    return own if begun is not end else [length for length in own if _beside(evidence, length, begun)]


def _beside(evidence: Evidence, length: Length, span: Told) -> bool:
    """Whether nothing else is told between a length and a span: "chương trình 5 năm (2023 - 2028)"."""
    first, second = sorted((length.mention, span.mention), key=lambda mention: mention.start)
    between = evidence.between(first, second)
    return len(between) <= 2 * _LEAD and not evidence.mentions_in(first.end, second.start) and not set(between) & set(");\n")


def _inside(length: Length, begun: Told, end: Told) -> bool:
    return any(time.mention.start <= length.mention.start < time.mention.end for time in (begun, end))


def one_run(evidence: Evidence, begun: Told, end: Told) -> bool:
    """Whether something begins at one time and ends at the next: by their verbs, or from the one to the other."""
    if begun is end:
        told = begun.mention.text.lower()
        return begun.first < begun.last and (_DASH.search(told) is not None or any(evidence.has(words, told) for words in ("until", "from_words")))
    between = evidence.between(begun.mention, end.mention)
    if len(between) > _REACH or begun.last >= end.first or _BREAK.search(between):
        return False
    lead = _STOP.split(evidence.before(begun.mention, _LEAD))[-1] + begun.mention.text.lower()
    close = between[-_LEAD:] + end.mention.text.lower()
    opens = any(evidence.has(words, lead) for words in _OPENS)
    return opens and any(evidence.has(words, close) for words in _CLOSES) and not (_altered(evidence, between) or _of_another(evidence, begun, end))


def _of_another(evidence: Evidence, begun: Told, end: Told) -> bool:
    """Whether the end is told of something that was not spoken of before."""
    start, _ = evidence.bounds(evidence.sentence(begun.mention.start))
    clause = _STOP.split(evidence.between(begun.mention, end.mention) + end.mention.text.lower())[-1]
    told = frozenset(_WORD.findall(evidence.lower[start : end.mention.end - len(clause)]))
    closings = [match.start() for words in _CLOSES if (match := phrases(evidence.lang, words).search(clause))]
    subject = clause[: min(closings)] if closings else ""
    named = [word for word in _WORD.findall(evidence.without("concluded", subject)) if word not in plain_words(evidence.lang)]
    return bool(named and named[0] not in told and not evidence.has("run_subjects", subject))


def _altered(evidence: Evidence, between: str) -> bool:
    return evidence.has("terms_altered", between) or evidence.has("lapsed", evidence.without("expiries", between))


def lasts(evidence: Evidence, mention: Mention, stop: int) -> bool:
    """Whether a length is that of the whole of something: "lasts twelve weeks", "the 18-month pilot" before a place, "dự án 36 tháng"."""
    told, lead = mention.text.lower(), evidence.before(mention, _LEAD).rstrip()
    behind = evidence.after(mention, _BEHIND).lstrip(" -")
    clause = _STOP.split(lead)[-1]
    if (evidence.ends_with("run_verbs", lead) and evidence.starts_with("run_leads", told)) or evidence.ends_with("run_lasting", lead):
        return True
    if evidence.has("not_running", clause[-_BEHIND:] + " " + told) or evidence.starts_with("not_running_behind", behind):
        return False
    if evidence.starts_with("terms_of", told) or evidence.starts_with("run_leads", told):
        return True
    bare = evidence.without("exactly", lead).rstrip()
    if any(evidence.ends_with(words, bare) for words in ("terms_of", "run_leads", "run_nouns")):
        return True
    adjective = "-" in told or any(evidence.starts_with(words, behind) for words in ("term_nouns", "run_opens", "opens"))
    return adjective and mention.start < stop
