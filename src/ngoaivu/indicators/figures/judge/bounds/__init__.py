"""What cannot be «giới hạn»: sizes, prices and shares nobody has ever seen, for anything and for what is named beside a figure."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Finding
from ..evidence import Evidence
from ..facts import Fact
from .attendance import check_attendance
from .bearers import check_bearers
from .costs import check_costs
from .crowding import check_crowding
from .grades import check_grades
from .journeys import check_journeys
from .limits import check_limits
from .loads import check_loads
from .nearness import check_nearness
from .portions import check_portions
from .prices import check_prices
from .profiles import check_profiles
from .scenes import check_scenes
from .sizes import check_sizes

_TEXT = (check_grades,)
_FIGURES = (
    check_sizes,
    check_limits,
    check_bearers,
    check_nearness,
    check_prices,
    check_portions,
    check_costs,
    check_profiles,
    check_loads,
    check_attendance,
    check_crowding,
    check_scenes,
    check_journeys,
)


def check_bounds(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Every finding of this room."""
    for check_text in _TEXT:
        yield from check_text(evidence)
    for check_figures in _FIGURES:
        yield from check_figures(evidence, facts)
