"""Currencies at one rate «tỷ giá»: an amount and its equivalent imply a rate; one text has one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from ..model import Finding, Mention
from ..writer import write
from .evidence import Evidence, step_of

_LEAST, _MOST = Decimal("0.005"), Decimal("0.015")
_WIDEST = 45
_BRACKETED = re.compile(r"[^,;:.()\d]{0,28}\(\s*")
# Dong for one unit of a foreign currency, generously, over the years a text may speak of.
_PLAUSIBLE = {
    "USD": (Decimal(13_000), Decimal(32_000)),
    "EUR": (Decimal(15_000), Decimal(38_000)),
    "GBP": (Decimal(20_000), Decimal(42_000)),
    "JPY": (Decimal(110), Decimal(290)),
    "AUD": (Decimal(9_000), Decimal(24_000)),
    "CNY": (Decimal(1_800), Decimal(4_300)),
    "KRW": (Decimal(11), Decimal(25)),
}


@dataclass(frozen=True, slots=True)
class _Pair:
    foreign: Mention
    home: Mention
    rate: Decimal
    slack: Decimal

    @property
    def figures(self) -> list[Mention]:
        return sorted((self.foreign, self.home), key=lambda m: m.start)


def check_rates(evidence: Evidence) -> Iterator[Finding]:
    """Pairs of amounts whose rate is impossible, or differs from the first pair of the text."""
    first: dict[str, _Pair] = {}
    for pair in _pairs(evidence):
        currency = pair.foreign.unit or ""
        low, high = _PLAUSIBLE.get(currency, (Decimal(0), Decimal("Infinity")))
        if not low <= pair.rate <= high:
            yield evidence.found("rate_impossible", pair.figures, rate=_said(evidence, pair.rate))
            continue
        other = first.setdefault(currency, pair)
        allowed = min(_LEAST + pair.slack + other.slack, _MOST)
        if abs(pair.rate / other.rate - 1) > allowed:
            shown = evidence.text[other.figures[0].start : other.figures[1].end]
            rates = {"rate": _said(evidence, pair.rate), "other_rate": _said(evidence, other.rate)}
            yield evidence.found("rates_differ", pair.figures, other=shown, **rates)


def _said(evidence: Evidence, rate: Decimal) -> str:
    return str(write(round(rate, 0), unit="VND", scale=0, lang=evidence.spoken))


def _pairs(evidence: Evidence) -> Iterator[_Pair]:
    """Neighbouring amounts in dong and in another currency, joined by "tương đương" or a bracket."""
    figures = evidence.figures
    for one, other in pairwise(figures):
        if one.kind != "money" or other.kind != "money" or one.high or other.high or one.per != other.per:
            continue
        between = evidence.between(one, other)
        if len(between) > _WIDEST or "\n\n" in between or not (_equated(evidence, between) or _restated(between, one, other)):
            continue
        foreign, home = (other, one) if _home(one) else (one, other)
        if not _home(home) or _home(foreign) or not foreign.unit or not foreign.value or not home.value:
            continue
        slack = step_of(foreign) / foreign.value / 2 + step_of(home) / home.value / 2
        yield _Pair(foreign, home, home.value / foreign.value, slack)


def _restated(between: str, one: Mention, other: Mention) -> bool:
    """ "300 triệu yên, khoảng 51 tỷ đồng": only a comma between, and together a rate that can be."""
    if between.strip() != "," or other.hedge != "about" or not one.value or other.value is None:
        return False
    low, high = _PLAUSIBLE.get(one.unit or "", (Decimal(1), Decimal(0)))
    return other.unit == "VND" and low <= other.value / one.value <= high


def _home(figure: Mention) -> bool:
    """Dong, also where the unit word is missing."""
    return figure.unit == "VND" or (figure.unit is None and "missing_unit" in figure.flags)


def _equated(evidence: Evidence, between: str) -> bool:
    """Nothing but "tương đương" or an opening bracket stands before the other; hedges belong to the amounts."""
    words = between.strip(" ,;(–-:\n")
    if _BRACKETED.fullmatch(between):
        return True
    return words in evidence.words["equivalents"] or (not words and "(" in between) or words in ("=", "~", "≈")
