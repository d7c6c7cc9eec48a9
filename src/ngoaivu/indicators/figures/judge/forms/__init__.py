"""How a figure is written «cách viết»: slips of the pen, groups cut at the wrong places, units missing, doubled or of the wrong kind."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Finding
from ..evidence import Evidence
from ..facts import Fact
from .doubles import check_doubles
from .extents import check_extents
from .groups import check_groups
from .kinds import check_kinds
from .pulls import check_pulls
from .repeated import check_repeated
from .slips import check_slips
from .twice import check_twice
from .units import check_units
from .unlike import check_unlike
from .unpriced import check_unpriced

_TEXT = (
    check_slips,
    check_groups,
    check_twice,
    check_repeated,
    check_doubles,
    check_extents,
)
_FIGURES = (
    check_units,
    check_kinds,
    check_pulls,
    check_unpriced,
    check_unlike,
)


def check_forms(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Every finding of this room."""
    for check_text in _TEXT:
        yield from check_text(evidence)
    for check_figures in _FIGURES:
        yield from check_figures(evidence, facts)
