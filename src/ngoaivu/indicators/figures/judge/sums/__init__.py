"""What makes what «phép tính»: products, rates, balances, running totals, columns, and the direction of a change."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Finding
from ..evidence import Evidence
from ..facts import Fact
from .balances import check_balances
from .columns import check_columns
from .daily import check_daily
from .directions import check_directions
from .hidden import with_hidden
from .largest import check_largest
from .lifted import check_lifted
from .misscaled import check_misscaled
from .periods import check_periods
from .pointed import check_pointed
from .products import check_products
from .rates import check_rates
from .reached import check_reached
from .running import check_running
from .running_tables import check_running_tables
from .seasons import check_seasons
from .shares import check_shares

_FIGURES = (
    check_products,
    check_periods,
    check_rates,
    check_reached,
    check_running,
    check_columns,
    check_shares,
    check_running_tables,
    check_seasons,
    check_pointed,
    check_misscaled,
    check_largest,
    check_daily,
)
_BALANCED = (check_balances, check_lifted)
_TITLE = (check_directions,)


def check_sums(evidence: Evidence, facts: list[Fact], title_end: int) -> Iterator[Finding]:
    """Every finding of this room."""
    for check_figures in _FIGURES:
        yield from check_figures(evidence, facts)
    balanced = with_hidden(evidence, facts)
    for check_balanced in _BALANCED:
        yield from check_balanced(evidence, balanced)
    for check_title in _TITLE:
        yield from check_title(evidence, facts, title_end)
