"""More people than one course or one office has «lớp học, cơ quan quá đông»: a workshop attended by 90,000 officials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Finding
from ..evidence import Evidence
from ..facts import Fact

_MOST = 3_000
_BEHIND = 24  # characters behind a figure that name the people
_STOP = re.compile(r"[,;:.(\n]")


def check_attendance(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Those who attend, where a course, a workshop or one office is spoken of alone."""
    for fact in facts:
        figure = fact.figure
        crowd = figure.kind == "count" and figure.unit in ("person", None) and fact.value >= _MOST and not (figure.per or figure.of or fact.plan)
        named = figure.text.lower() + _STOP.split(fact.tail[:_BEHIND])[0]
        if crowd and evidence.has("attendants", named) and _small(evidence, fact):
            yield evidence.found("too_large", [figure], text=figure.text)


def _small(evidence: Evidence, fact: Fact) -> bool:
    """Whether the sentence, or the one it goes on from, is of one small meeting."""
    start, end = evidence.bounds(fact.sentence)
    told = evidence.lower[start:end]
    if evidence.starts_with("goes_on_of_it", told.lstrip()):
        told = evidence.lower[evidence.bounds(max(0, fact.sentence - 1))[0] : end]
    return evidence.has("small_meetings", told) and not evidence.has("many_meetings", told)
