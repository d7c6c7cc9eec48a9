"""Terms «thời hạn hiệu lực»: a beginning, a length and an end told of one thing, "signed on 15 April 2020 for five years", that do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ...model import Finding, Mention
from ...writer import write
from ..evidence import Evidence
from ..facts import plain_words
from ..lists import phrases
from .deadlines import Told, lead_of, months_between, times_of

_LEAD = 40  # characters before a length or a time that say what it is
_BEHIND = 24  # characters behind a day that may call it the last
_REACH = 330  # characters between a beginning and the end that should follow from it
_YEAR = 12  # months
_STOP, _CLAUSE = re.compile(r"[;(,]|(?<!\d)\.|\.(?!\d)|\n"), re.compile(r"[;(]|(?<!\d)\.|\.(?!\d)|\n")
_WORD = re.compile(r"[^\W\d_]+")


def check_terms(evidence: Evidence) -> Iterator[Finding]:
    """Ends that come before their beginning, or sooner or later than the term told between."""
    for begun, end in pairwise(times_of(evidence)):
        near = end.mention.start - begun.mention.end <= _REACH and evidence.has("beginnings", lead_of(evidence, begun))
        if not near or not _ends(evidence, begun, end):
            continue
        start, _ = evidence.bounds(evidence.sentence(begun.mention.start))
        terms = [m for m in evidence.mentions_in(start, end.mention.start) if _term(evidence, m)]
        if (
            end.last < begun.first
            and evidence.sentence(end.mention.start) == evidence.sentence(begun.mention.start)
            and _of_one(evidence, begun, end)
        ):
            yield evidence.found("reversed_period", [end.mention], told="out_of_order", text=end.mention.text, other=begun.mention.text)
        elif len(terms) == 1 and not _otherwise(evidence, begun, end, terms[0]):
            yield from _unfit(evidence, begun, end, terms[0])


def _ends(evidence: Evidence, begun: Told, end: Told) -> bool:
    """Whether a time is told as the end of something, before it or right behind it."""
    lead = evidence.before(end.mention, _LEAD)[-max(1, end.mention.start - begun.mention.end) :] + end.mention.text.lower()
    behind = _STOP.split(evidence.after(end.mention, _BEHIND))[0].lstrip()
    return evidence.has("expiries", _CLAUSE.split(lead)[-1]) or evidence.starts_with("expired_behind", behind)


def _of_one(evidence: Evidence, begun: Told, end: Told) -> bool:
    """Whether nothing older is spoken of that ended before."""
    return not evidence.has("lapsed", evidence.without("expiries", evidence.between(begun.mention, end.mention)))


def _otherwise(evidence: Evidence, begun: Told, end: Told, term: Mention) -> bool:
    """Whether the end came early or late as the text says, or is that of something not spoken of before."""
    start, _ = evidence.bounds(evidence.sentence(begun.mention.start))
    clause = _STOP.split(evidence.lower[max(term.end, begun.mention.end) : end.mention.start])[-1]
    told = frozenset(_WORD.findall(evidence.lower[start : end.mention.start - len(clause)]))
    ending = phrases(evidence.lang, "expiries").search(clause + end.mention.text.lower())
    subject = clause[: ending.start()] if ending else clause
    for words in ("concluded", "term_nouns"):
        subject = evidence.without(words, subject)
    named = [word for word in _WORD.findall(subject) if word not in plain_words(evidence.lang)]
    return evidence.has("terms_altered", evidence.between(begun.mention, end.mention)) or bool(named and named[0] not in told)


def _unfit(evidence: Evidence, begun: Told, end: Told, length: Mention) -> Iterator[Finding]:
    """The finding, where the one term told is another than lies between."""
    apart = months_between(begun.first, end.last)
    loose = _YEAR - 1 if (end.last - end.first).days > _REACH else 1  # a year told alone; else the day before the anniversary
    if abs(apart - int(length.value or 0) * (_YEAR if length.unit == "year" else 1)) > loose:
        unit, real = ("year", round(apart / _YEAR)) if length.unit == "year" and apart % _YEAR in (0, 1, _YEAR - 1) else ("month", apart)
        span = [length, end.mention] if length.start > begun.mention.start else [length, begun.mention, end.mention]
        shown = str(write(Decimal(real), unit=unit, lang=evidence.spoken))
        period = f"{begun.mention.text} – {end.mention.text}"
        yield evidence.found("period_length", span, stated=length.text, period=period, real=shown)


def _term(evidence: Evidence, mention: Mention) -> bool:
    """Whether a length is that of a term: "for a term of exactly five years"."""
    if mention.kind != "measure" or mention.unit not in ("year", "month") or mention.high is not None or mention.value is None:
        return False
    if evidence.starts_with("terms_of", mention.text.lower()) or evidence.starts_with("term_nouns", evidence.after(mention, _BEHIND).lstrip()):
        return True
    return mention.hedge == "exact" and evidence.ends_with("terms_of", evidence.without("exactly", evidence.before(mention, _LEAD)).rstrip())
