"""Figures in text «con số trong văn bản»: read them, write them, judge them.

Pure Python, standard library only; another language is one more file in `data/`.
"""

from .hedges import DEFAULT_MARGINS, Margins, hedge_for, hedge_holds
from .judge import check, judge
from .model import FIGURE_KINDS, HEDGES, Finding, Hedge, Kind, Mention, Period, as_dict
from .reader import read
from .vocabulary import currency_codes, languages, unit_codes
from .writer import Written, write

__all__ = [
    "DEFAULT_MARGINS",
    "FIGURE_KINDS",
    "HEDGES",
    "Finding",
    "Hedge",
    "Kind",
    "Margins",
    "Mention",
    "Period",
    "Written",
    "as_dict",
    "check",
    "currency_codes",
    "hedge_for",
    "hedge_holds",
    "judge",
    "languages",
    "read",
    "unit_codes",
    "write",
]
