"""The day of a document told twice «ngày ký ghi hai lần»: "signed on 4 March 2022 … the agreement of 14 March 2022"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Finding
from ..days import Day, days_of
from ..evidence import Evidence, phrases

_LEAD, _POINT = 130, 34  # characters before a day: from a document to its signing; from a document to its day
_MOST = 40  # signed documents of one text
_STOP = re.compile(r"[;\n]|(?<!\d)\.(?!\w)")


def check_signings(evidence: Evidence) -> Iterator[Finding]:
    """A document named by a day that differs in one part from the day it was signed, and by no other."""
    days = [day for day in days_of(evidence) if day.first == day.last]
    signed = [(day, noun) for day in days if (noun := _signed(evidence, day))]
    for other in days:
        noun = _named(evidence, other)
        earlier = [day for day, name in signed[:_MOST] if name == noun and day.mention.end < other.mention.start] if noun else []
        if (
            len(earlier) == 1
            and earlier[0].nearly(other)
            and not _lapsed(evidence, earlier[0], other)
            and not any(other.same(day) for day in days[:_MOST] if day is not other)
        ):
            yield evidence.found("two_values", [other.mention], one=earlier[0].mention.text, other=other.mention.text)


def _lapsed(evidence: Evidence, one: Day, other: Day) -> bool:
    """Whether an earlier document of the kind is spoken of."""
    words = evidence.before(other.mention, _LEAD) + evidence.after(other.mention, _POINT)
    years = [day.first[2] for day in (one, other)]
    return evidence.has("lapsed", words) or (None not in years and abs((years[0] or 0) - (years[1] or 0)) > 1)


def _signed(evidence: Evidence, day: Day) -> str:
    """The kind of document that was signed on a day."""
    lead = _STOP.split(evidence.before(day.mention, _LEAD) + day.mention.text.lower())[-1]
    nouns = phrases(evidence.lang, "treaties").findall(lead)
    return nouns[0] if nouns and evidence.has("signed_on", lead[-_POINT:]) and len(set(nouns)) == 1 else _named(evidence, day)


def _named(evidence: Evidence, day: Day) -> str:
    """The kind of document that is named by its day: "the agreement of 4 March", "bản ghi nhớ ngày 4/3"."""
    lead = (evidence.before(day.mention, _POINT) + day.mention.text.lower()).rstrip()
    for noun in phrases(evidence.lang, "treaties").finditer(lead):
        if evidence.starts_with("treaty_joins", lead[noun.end() :].lstrip()) and len(lead) - noun.end() - len(day.mention.text) < _POINT // 2:
            return noun.group()
    return ""
