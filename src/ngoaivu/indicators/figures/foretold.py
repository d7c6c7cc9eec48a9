"""Forecasts and estimates said away from their number «dự kiến, ước tính»: farther left in the clause, or in its label."""

from __future__ import annotations

from .lexicon import Lexicon
from .model import Hedge
from .tokens import BREAK, TAB, Tokens

_STOPS = frozenset({BREAK, TAB, ".", ";", "!", "?", "|", ":"})
_FAR_STOPS = _STOPS | {",", "("}
_LABEL = 10


def far_hedge(tokens: Tokens, first: int, lex: Lexicon, floor: int) -> Hedge | None:
    """A forecast or an estimate farther to the left in the same clause, or right before its comma.

    "dự kiến năm 2025 sẽ đón 500 đoàn", "theo dự báo, cả năm đạt 500 đoàn".
    """
    low, far = tokens.low, lex.words["hedge_far"]
    k = first - 1
    if k > floor and low[k] == ":":
        return _label_hedge(tokens, k, lex, floor)
    limit = max(floor, first - int(far["reach"]))
    if lex.far.absent(low[limit:first]):
        return None
    while k >= limit and low[k] not in lex.sets["far_stops"]:
        aside = low[k] == ","
        if aside:
            k -= 1
            while k > limit and (low[k][0].isdecimal() or low[k] in lex.sets["aside_words"]):
                k -= 1
        elif low[k] in _FAR_STOPS:
            return None
        found = lex.far.match_back(low, k, limit)
        if found is not None:
            (hedge, start) = found
            return None if start and low[start - 1] in lex.sets["far_not_after"] else hedge
        if aside:
            return None
        k -= 1
    return None


def _label_hedge(tokens: Tokens, colon: int, lex: Lexicon, floor: int) -> Hedge | None:
    """ "Kinh phí dự kiến: 45 triệu đồng", "Expected attendance: 300", "Delegates (expected): 120": at an end of the label."""
    low, k = tokens.low, colon - 1
    start = k
    while start > max(floor, colon - _LABEL) and low[start - 1] not in _STOPS:
        start -= 1
    while k > start and (low[k][0].isdecimal() or low[k] == ")" or low[k] in lex.sets["aside_words"]):
        k -= 1
    return _foretold(low, k, start, lex) or _foretold(low, start, start, lex) or _foretold(low, start + 1, start, lex)


def _foretold(low: list[str], k: int, start: int, lex: Lexicon) -> Hedge | None:
    """The forecast or estimate said by words that end at `k`."""
    far, near = lex.far.match_back(low, k, start), lex.left.match_back(low, k, start)
    if far is not None:
        return far[0]  # type: ignore[no-any-return]
    return "forecast" if near is not None and near[0] == ("hedge", "forecast") else None
