"""Figures that only something else is compared with «số để so sánh», freed of the words of the comparison."""

from __future__ import annotations

from dataclasses import replace

from ..model import Mention
from .evidence import Evidence

_THAN = 30  # characters before a value that may hold the change it is the base of


def as_compared(evidence: Evidence, figure: Mention) -> Mention:
    """A figure without what "a year earlier" and "more than" seem to say of it."""
    return _than(evidence, _yearless(evidence, figure))


def _yearless(evidence: Evidence, figure: Mention) -> Mention:
    """ "USD 40 million a year earlier" is no amount a year."""
    behind = evidence.lower[figure.end : figure.end + 9].lstrip()
    return replace(figure, per=None) if figure.per == "year" and evidence.starts_with("year_agos", behind) else figure


def _than(evidence: Evidence, figure: Mention) -> Mention:
    """ "8% more than the 2 million" says of the 2 million nothing: it is not hedged."""
    said = evidence.starts_with("more_than", figure.text.lower()) and figure.hedge in ("over", "under")
    change = next(iter(reversed(evidence.near(figure, _THAN))), None) if said else None
    beside = change is not None and change.is_figure and not evidence.between(change, figure).strip()
    return replace(figure, hedge="exact") if beside else figure
