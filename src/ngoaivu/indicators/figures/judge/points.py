"""Changes of shares told in points «điểm phần trăm»: "từ 9,82% xuống 7,15%, tức giảm 2,67 điểm phần trăm"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from ..model import Finding
from ..vocabulary import vocabulary
from .arithmetic import step_of
from .evidence import Evidence, phrases
from .facts import Fact

_BACK, _FORTH, _BETWEEN = 160, 60, 40  # characters
_CLAUSE = re.compile(r"[;:\n]")


def check_points(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Points that the two shares beside them contradict."""
    for fact in facts:
        if (
            fact.figure.unit != "percent_point"
            or fact.figure.kind != "growth"
            or fact.figure.high
            or fact.plan
            or fact.figure.hedge in ("at_least", "at_most", "forecast")
        ):
            continue
        before = _CLAUSE.split(evidence.before(fact.figure, _BACK))[-1]
        shares = _shares(evidence, before)
        behind = _shares(evidence, _CLAUSE.split(evidence.after(fact.figure, _FORTH))[0])[:1]
        pairs = [(one, other) for k, one in enumerate(shares[-3:]) for other in [*shares[-3:][k + 1 :], *behind]]
        if any(_fits(fact, one[0], other[0]) for one, other in pairs):
            continue
        pair = _moved(evidence, before, shares) or _compared(evidence, fact, shares, behind)
        if pair:
            yield _told(evidence, fact, *pair)


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    words = "|".join(("%", *map(re.escape, vocabulary(lang)["judge"].get("percent_signs", ()))))
    return re.compile(rf"(?<![\d.,])(\d{{1,3}}(?:[.,]\d{{1,3}})?) ?(?:{words})")


def _shares(evidence: Evidence, text: str) -> list[tuple[Decimal, int, int]]:
    """The shares of a stretch of text in percent, with their places in it."""
    return [(Decimal(m[1].replace(",", ".")), m.start(), m.end()) for m in _pattern(evidence.lang).finditer(text)]


def _fits(fact: Fact, one: Decimal, other: Decimal) -> bool:
    rough = fact.figure.hedge != "exact"
    slack = max(step_of(fact.figure) / 2, Decimal("0.051")) if not rough else max(Decimal("0.5"), abs(fact.value) / 10)
    return abs(abs(one - other) - abs(fact.value)) <= slack


def _moved(evidence: Evidence, before: str, shares: list[tuple[Decimal, int, int]]) -> tuple[Decimal, Decimal] | None:
    """The last two shares, when the text goes from one to the other."""
    if len(shares) < 2:
        return None
    (first, start, end), (second, last, _) = shares[-2:]
    lead = before[:start].rstrip()
    moves = phrases(evidence.lang, "moves")
    fromto = any(m.end() == len(lead) for m in moves.finditer(lead)) and moves.search(before, end, last)
    return (first, second) if fromto and last - end <= _BETWEEN else None


def _compared(
    evidence: Evidence, fact: Fact, shares: list[tuple[Decimal, int, int]], behind: list[tuple[Decimal, int, int]]
) -> tuple[Decimal, Decimal] | None:
    """A share before the points and the one they are compared with behind them."""
    tail = evidence.after(fact.figure, _FORTH)
    if len(shares) == 1 and behind and evidence.has("compared", tail[: behind[0][1]]):
        return behind[0][0], shares[0][0]
    return None


def _told(evidence: Evidence, fact: Fact, low: Decimal, high: Decimal) -> Finding:
    shown = [str(value).replace(".", vocabulary(evidence.spoken)["decimal"]) for value in (low, high, abs(high - low), abs(fact.value))]
    said = dict(zip(("low", "high", "real", "stated"), shown, strict=True))
    return evidence.found("growth_values", [fact.figure], told="points_values", **said)
