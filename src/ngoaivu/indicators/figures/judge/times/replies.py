"""Replies asked for too late «hạn trả lời sau sự kiện»: "a reception on 24 October … kindly reply by 27 October"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ...model import Finding
from ..days import Day, days_of
from ..evidence import Evidence

_LEAD, _AROUND = 110, 90  # characters
_SHORT, _CLOCK = 45, 16  # characters before a day that may say it is a last day; behind it, where an hour stands
_LONGEST = 200  # days
_MOST = 40  # replies and events of one text compared with each other
_HOUR = re.compile(r"\W*(?:at |from |lúc |vào lúc |hồi |bắt đầu lúc )?\d{1,2}(?:[:h.]\d\d| giờ| ?[ap]\.?m)")
_STOP = re.compile(r"[;\n]|(?<!\d)\.(?!\w)")


def check_replies(evidence: Evidence) -> Iterator[Finding]:
    """A day by which to reply or to register, behind the last day of the event that the text invites to."""
    days = days_of(evidence)
    dues = [day for day in days if _due(evidence, day)]
    held = [day for day in days if day not in dues and _event(evidence, day)] if dues else []
    for due in dues[:_MOST]:
        events = [day for day in held[:_MOST] if _date(day, due) is not None]
        event = max(events, key=lambda day: _date(day, due) or date.min, default=None)
        last, limit = event and _date(event, due), _date(due, event or due)
        if event and last and limit and 0 < (limit - last).days < _LONGEST:
            facts = {"text": due.mention.text, "other": event.mention.text}
            yield evidence.found("reversed_period", [due.mention], told="late_registration", **facts)


def _due(evidence: Evidence, day: Day) -> bool:
    lead = _STOP.split(evidence.before(day.mention, _LEAD) + day.mention.text.lower())[-1]
    near = lead[-_SHORT - len(day.mention.text) :]
    behind = evidence.after(day.mention, _AROUND)
    asked = evidence.has("replies", lead) or (
        evidence.has("replies", _STOP.split(behind)[0]) and evidence.has("reply_limits", near[-_CLOCK - len(day.mention.text) :])
    )
    return asked and evidence.has("reply_limits", near) and not evidence.has("afterwards", lead + behind)


def _event(evidence: Evidence, day: Day) -> bool:
    """Whether something takes place on a day: an hour stands beside it, or the word for it."""
    around = evidence.before(day.mention, _AROUND)
    if (
        evidence.has("other_years", around)
        or evidence.has("issues", around[-_SHORT:])
        or evidence.has("afterwards", around)
        or evidence.has("replies", around)
    ):
        return False
    return _HOUR.match(evidence.after(day.mention, _CLOCK)) is not None or evidence.has("events", around + day.mention.text.lower())


def _date(day: Day, like: Day) -> date | None:
    """The last day; a year or month not told is that of the other."""
    number, month, year = day.last
    try:
        return date(year or like.last[2] or like.first[2] or 1, month or 0, number or 0)
    except ValueError:
        return None
