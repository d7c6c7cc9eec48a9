"""One thing told twice «nói hai lần»: the same person, room, flight or document with two values, and a title against its text."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Finding
from ..evidence import Evidence
from ..facts import Fact
from .answers import check_answers
from .appointments import check_appointments
from .captions import check_captions
from .counts import check_counts
from .foundings import check_foundings
from .headings import check_headings
from .identities import check_identities
from .periods import check_periods
from .pointers import check_pointers
from .recalls import check_recalls
from .rosters import check_rosters
from .signings import check_signings
from .tongues import check_tongues
from .venues import check_said_places, check_venues

_TEXT = (
    check_answers,
    check_appointments,
    check_foundings,
    check_identities,
    check_pointers,
    check_recalls,
    check_said_places,
    check_signings,
    check_venues,
)
_TITLE = (
    check_captions,
    check_counts,
    check_headings,
    check_periods,
    check_rosters,
    check_tongues,
)


def check_again(evidence: Evidence, facts: list[Fact], title_end: int) -> Iterator[Finding]:
    """Every finding of this room."""
    for check_text in _TEXT:
        yield from check_text(evidence)
    for check_title in _TITLE:
        yield from check_title(evidence, facts, title_end)
