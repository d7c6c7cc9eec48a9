"""Entries «mục kê danh từ trước, số sau»: "Kế hoạch: đoàn ra 30, đoàn vào 85", several in a row behind a label.

A noun with its number behind it may as well be a name ("phòng 5"): only a row of different nouns counts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from .amounts import amount_at
from .heads import names_number, yearlike
from .lexicon import Lexicon, Unit
from .quantities import Draft
from .tokens import BREAK, TAB, Tokens

_ENDS = frozenset({",", ";", ".", ")", BREAK, TAB, "|"})
_OPENERS = frozenset({":", ",", ";"})
_LONGEST = 6  # words of the noun and what describes it
_DESCRIBED = 3  # words of a noun that is described, and not only named


@dataclass(frozen=True, slots=True)
class _Entry:
    draft: Draft
    first: int
    start: int
    unit: Unit
    noun: tuple[str, ...]
    doubtful: bool


def count_entries(tokens: Tokens, drafts: list[Draft], lex: Lexicon) -> None:
    """Gives the numbers of a row of entries behind a colon the nouns before them."""
    if ":" not in tokens.text:
        return
    row: list[_Entry] = []
    for draft in drafts:
        entry = _entry(tokens, draft, lex)
        if row and (entry is None or entry.start - 1 != row[-1].draft.last):
            _settle(tokens, row, lex)
            row = []
        if entry is not None and (row or tokens.low[entry.start - 1] == ":"):
            row.append(entry)
    _settle(tokens, row, lex)


def _entry(tokens: Tokens, draft: Draft, lex: Lexicon) -> _Entry | None:
    low, first = tokens.low, draft.last - 1  # a name may begin with its head: "tuyến 4"
    plain = draft.kind == "structural" or (draft.kind == "count" and draft.unit is None)
    if not plain or not low[first].isdecimal() or yearlike(low[first]):
        return None
    if not (low[draft.last] in _ENDS or low[draft.last] in lex.sets["name_joins"]):
        return None
    start = first
    while start > 1 and first - start < _LONGEST and low[start - 1].isalpha() and low[start - 1] not in lex.sets["name_joins"]:
        start -= 1
    opener = low[start - 1] if start else BREAK
    opened = start < first and (opener in _OPENERS or opener in lex.sets["name_joins"])
    if not opened or any(map(tokens.capital, range(start + (opener == ":"), first))):
        return None
    unit = _counted(tokens, start, first, lex)
    if unit is None or low[first - 1] in lex.sets["numberers"]:
        return None
    return _Entry(draft, first, start, unit, tuple(low[start:first]), names_number(low, first - 1, lex.lang))


def _counted(tokens: Tokens, start: int, end: int, lex: Lexicon) -> Unit | None:
    """The noun of an entry: its first word, or in English a plural that ends it."""
    behind = bool(lex.words["noun_reach"])
    for j in range(start, end if behind else start + 1):
        found = None if lex.not_units.match(tokens.low, j) else lex.units.match(tokens.low, j)
        if found is None or found[0].sort != "count" or found[0].code in (None, "time") or found[1] > end:
            continue
        unit: Unit = found[0]
        if not behind or (found[1] == end and not unit.single):
            return unit
    return None


def _settle(tokens: Tokens, row: list[_Entry], lex: Lexicon) -> None:
    """Rooms, classes and the like are named by numbers, and so is a noun said twice."""
    described = bool(lex.words["noun_reach"]) or any(len(entry.noun) > 1 for entry in row)
    if len(row) < 2 or not described or len({entry.noun for entry in row}) < len(row):
        return
    if [tokens.low[entry.first] for entry in row] == [str(n) for n in range(1, len(row) + 1)]:
        return
    if all(entry.doubtful for entry in row) or any(entry.doubtful and len(entry.noun) < _DESCRIBED for entry in row):
        return
    for entry in row:
        draft = entry.draft
        amount = draft.amount or amount_at(tokens, entry.first, lex, entry.first)
        if amount is not None:
            draft.first = entry.first
            draft.kind, draft.value, draft.unit = "count", amount.value, entry.unit.code
            draft.amount = replace(amount, unit=entry.unit)
