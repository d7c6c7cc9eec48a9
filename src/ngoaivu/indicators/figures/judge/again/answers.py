"""One thing asked for by two days «hai hạn cho một việc»: "by 14 March … no later than 11 March"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Finding
from ..days import Day, days_of
from ..evidence import Evidence

_LEAD, _BEHIND = 90, 70  # characters around a day
_STOP = re.compile(r"[;\n]|(?<!\d)\.(?=\s)|(?<=\d)\.(?=\s+[^\W\d_])")
_MOST = 40


@dataclass(frozen=True)
class _Due:
    """A day by which some sort of paper is due."""

    day: Day
    sort: int
    again: bool


def check_answers(evidence: Evidence) -> Iterator[Finding]:
    """Two deadlines for papers of one sort, where no word tells them apart."""
    dues = [due for day in days_of(evidence) if (due := _due(evidence, day)) is not None][:_MOST]
    for n, other in enumerate(dues):
        earlier = [due for due in dues[:n] if due.sort == other.sort]
        if (
            earlier
            and (other.again or len(earlier) == 1)
            and not any(due.day.same(other.day) for due in earlier)
            and _close(earlier[-1].day, other.day)
        ):
            yield evidence.found("two_values", [other.day.mention], one=earlier[-1].day.mention.text, other=other.day.mention.text)


def _close(one: Day, other: Day) -> bool:
    """Whether two days are of one year, as far as told, and one month or one number."""
    years = {day.last[2] for day in (one, other)} - {None}
    return len(years) < 2 and (one.last[1] == other.last[1] or one.last[0] == other.last[0])


def _due(evidence: Evidence, day: Day) -> _Due | None:
    mention = day.mention
    lead = _STOP.split(evidence.before(mention, _LEAD) + mention.text.lower())[-1]
    behind = _STOP.split(evidence.after(mention, _BEHIND))[0]
    if day.first != day.last or not evidence.has("due_leads", lead[-_LEAD // 2 :]) or evidence.has("due_not", lead + behind):
        return None
    sorts = [n for n, words in enumerate(evidence.words.get("due_sorts", ())) if evidence.has(words, lead) or evidence.has(words, behind)]
    return _Due(day, sorts[0], evidence.has("due_again", lead)) if len(sorts) == 1 else None
