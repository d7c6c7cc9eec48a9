"""One thing told twice «nói hai lần»: the same person, room, flight or document with two values, and a title against its text."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Finding
from ..evidence import Evidence
from ..facts import Fact
from .adjectival import check_adjectival
from .ago import check_ago
from .answers import check_answers
from .appointments import check_appointments
from .bare import check_bare
from .captions import check_captions
from .counts import check_counts
from .currencies import check_currencies
from .foundings import check_foundings
from .groups import check_groups
from .headings import check_headings
from .identities import check_identities
from .lands import check_lands
from .latecomers import check_latecomers
from .lines import check_lines
from .periods import check_periods
from .pointers import check_pointers
from .recalls import check_recalls
from .restated import check_restated
from .rosters import check_rosters
from .scaled import check_scaled
from .sessions import check_sessions
from .signings import check_signings
from .stretches import check_stretches
from .tongues import check_tongues
from .trends import check_trends
from .venues import check_said_places, check_venues

_TEXT = (
    check_ago,
    check_answers,
    check_appointments,
    check_foundings,
    check_identities,
    check_latecomers,
    check_pointers,
    check_recalls,
    check_said_places,
    check_signings,
    check_venues,
)
_FIGURES = (
    check_adjectival,
    check_bare,
    check_groups,
    check_restated,
    check_scaled,
)
_PLAIN_TITLE = (
    check_lands,
    check_sessions,
)
_TITLE = (
    check_captions,
    check_counts,
    check_currencies,
    check_headings,
    check_lines,
    check_periods,
    check_rosters,
    check_stretches,
    check_tongues,
    check_trends,
)


def check_again(evidence: Evidence, facts: list[Fact], title_end: int) -> Iterator[Finding]:
    """Every finding of this room."""
    for check_text in _TEXT:
        yield from check_text(evidence)
    for check_figures in _FIGURES:
        yield from check_figures(evidence, facts)
    for check_plain in _PLAIN_TITLE:
        yield from check_plain(evidence, title_end)
    for check_title in _TITLE:
        yield from check_title(evidence, facts, title_end)
