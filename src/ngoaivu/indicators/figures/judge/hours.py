"""Times of day «giờ trong ngày» that no clock shows."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Mention
from .evidence import Evidence

_LAST = 24


def check_hours(evidence: Evidence) -> Iterator[Finding]:
    """Hours past midnight that are told as a time of day: "at 45 hours"."""
    for mention in evidence.mentions:
        if mention.unit == "hour" and mention.kind == "measure" and (mention.value or 0) > _LAST and _at(evidence, mention):
            yield evidence.found("impossible_date", [mention], text=mention.text)


def _at(evidence: Evidence, mention: Mention) -> bool:
    return mention.per is None and evidence.ends_with("clock_leads", evidence.lower[max(0, mention.start - 12) : mention.start].rstrip())
