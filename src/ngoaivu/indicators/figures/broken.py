"""Numbers a space or a line end has broken «số bị ngắt quãng»: "2.415. 300 USD", "600. 000 đồng", "1,250, 000 dong", "38, 5%"."""

from __future__ import annotations

from .lexicon import Lexicon
from .tokens import BREAK, Tokens

_GROUP = 3
_ONES = 2


def broken_at(tokens: Tokens, i: int, lex: Lexicon) -> tuple[str, int] | None:
    """The digits at word `i` with what belongs to them behind a mark and a space, and the index behind; None if whole.

    Groups of three go on only where the number is well grouped, something it counts stands behind, and it could not as
    well be the end of one sentence and the beginning of another ("có 15. 300 người").
    """
    low, mark = tokens.low, tokens.low[i + 1]
    torn = low[i + 2] == BREAK
    k = i + 2 + torn
    if not tokens.glued(i + 1) or (tokens.glued(k) and not torn) or not low[k][0].isdecimal():
        return None
    if torn and tokens.text[tokens.end[i] : tokens.start[k]].count("\n") > 1:
        return None
    whole, rest = low[i], low[k]
    if mark == lex.decimal != lex.group and _decimal(tokens, i, k):
        return f"{whole}{mark}{rest}", k + 1
    if mark != lex.group or not (_grouped(whole, mark) and len(rest.partition(mark)[0]) == _GROUP and _grouped(rest, mark)):
        return None
    found = lex.units.match(low, k + 1)
    if found is None and low[k + 1] not in lex.scales and not lex.money_before.match_back(low, i - 1, max(0, i - _GROUP)):
        return None
    money = found is not None and found[0].sort == "money" and mark == "." and not torn
    if not (mark in whole or mark in rest or rest == "000" or money):
        return None
    return f"{whole}{mark}{rest}", k + 1


def _grouped(word: str, mark: str) -> bool:
    first, *groups = word.split(mark)
    return first.isdecimal() and len(first) <= _GROUP and all(len(group) == _GROUP and group.isdecimal() for group in groups)


def _decimal(tokens: Tokens, i: int, k: int) -> bool:
    """ "38, 5%": one digit before the sign, and no list of shares."""
    low = tokens.low
    short = low[i].isdecimal() and len(low[i]) <= _ONES and len(low[k]) == 1 and low[k] != "0"
    return short and low[k + 1] == "%" and low[i - 1] != "," and low[k + 2] not in (",", "và")
