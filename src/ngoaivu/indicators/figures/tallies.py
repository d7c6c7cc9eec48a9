"""Tallies «số liệu theo tên»: "Delegations by country: Laos 14, Japan 8", "Đoàn vào theo nước: Lào 14, Nhật Bản 8".

A name with a number behind it is a name still ("Boeing 737"); only a label that says what is told by what makes numbers of them.
"""

from __future__ import annotations

from dataclasses import replace

from .amounts import Amount, amount_at
from .heads import names_number, yearlike
from .lexicon import Lexicon
from .named import counted
from .quantities import Draft
from .tokens import BREAK, TAB, Tokens

_STOPS = frozenset({BREAK, TAB, ".", ":", "|", "?", "!"})
_WORDS = 4  # of one name
_LABEL = 12


def count_tallies(tokens: Tokens, drafts: list[Draft], lex: Lexicon) -> None:
    """Gives numbers behind names the noun of their label."""
    if ":" not in tokens.text or lex.sets["tally_words"].isdisjoint(tokens.low):
        return
    row: list[Draft] = []
    given: Amount | None = None
    for draft in drafts:
        opener = _opener(tokens, draft, lex)
        if opener is None or (tokens.low[opener] != ":" and not (row and row[-1].last in (opener, opener - 1))):
            _settle(tokens, row, given, lex)
            row = []
            if opener is None or tokens.low[opener] != ":":
                continue
        if tokens.low[opener] == ":":
            _settle(tokens, row, given, lex)
            row, given = [], _label(tokens, opener, lex)
        row.append(draft)
    _settle(tokens, row, given, lex)


def _opener(tokens: Tokens, draft: Draft, lex: Lexicon) -> int | None:
    """The word before the name, where the number stands right behind one and ends its entry."""
    low, number = tokens.low, draft.last - 1
    bare = draft.kind == "structural" or (draft.kind == "count" and draft.unit is None)
    ended = not low[draft.last].isalnum() or low[draft.last] in lex.sets["name_joins"]
    if not (bare and ended and low[number].replace(lex.group, "").isdecimal()) or yearlike(low[number]):
        return None
    if names_number(low, number - 1, lex.lang):
        return None  # "Rooms by floor: Floor 1, Floor 2"
    k = number
    while k > 0 and number - k <= _WORDS and low[k - 1].isalpha() and low[k - 1] not in lex.sets["name_joins"]:
        k -= 1
    named = 0 < number - k <= _WORDS and tokens.capital(k)
    opened = k > 0 and (low[k - 1] in (":", ";") or low[k - 1] in lex.sets["name_joins"])
    return k - 1 if named and opened else None


def _label(tokens: Tokens, colon: int, lex: Lexicon) -> Amount | None:
    """What the label counts, where it says by what it is told."""
    low, k = tokens.low, colon
    while k > 0 and colon - k < _LABEL and low[k - 1] not in _STOPS:
        k -= 1
    told = next((j for j in range(k + 1, colon) if low[j] in lex.sets["tally_words"]), None)
    return None if told is None else counted(tokens, k, told, lex)


def _settle(tokens: Tokens, row: list[Draft], given: Amount | None, lex: Lexicon) -> None:
    """One name with a number may be a name."""
    if len(row) < 2 or given is None or given.unit is None:
        return
    for draft in row:
        number = draft.last - 1
        amount = draft.amount or amount_at(tokens, number, lex, number)
        if amount is not None:
            draft.first = number
            draft.kind, draft.value, draft.unit = "count", amount.value, given.unit.code
            draft.amount = replace(amount, unit=given.unit)
