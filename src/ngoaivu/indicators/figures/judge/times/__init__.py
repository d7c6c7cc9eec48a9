"""Days, hours and spans «ngày, giờ và khoảng thời gian»: what the calendar, the clock and the order of events forbid."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Finding
from ..evidence import Evidence
from .ahead import check_ahead
from .anniversaries import check_anniversaries
from .courses import check_courses
from .deadlines import check_deadlines
from .hours import check_hours
from .lengths import check_lengths
from .lifetimes import check_lifetimes
from .recalled import check_recalled
from .reckoned import check_reckoned
from .replies import check_replies
from .retold import check_retold
from .runs import check_runs
from .spans import check_spans
from .stays import check_stays
from .terms import check_terms
from .weekdays import check_weekdays

_TEXT = (
    check_ahead,
    check_anniversaries,
    check_courses,
    check_deadlines,
    check_hours,
    check_lengths,
    check_lifetimes,
    check_recalled,
    check_reckoned,
    check_replies,
    check_retold,
    check_runs,
    check_spans,
    check_stays,
    check_terms,
    check_weekdays,
)


def check_times(evidence: Evidence) -> Iterator[Finding]:
    """Every finding of this room."""
    for check_text in _TEXT:
        yield from check_text(evidence)
