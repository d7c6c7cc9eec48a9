"""Labels «nhãn, đầu cột»: "Đoàn vào: 35" gives the unit, "ĐVT: triệu USD" and "Vốn (triệu USD)" the scale too."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from decimal import Decimal

from .amounts import Amount, sharing
from .lexicon import Lexicon
from .numerals import Number, scales_at
from .quantities import Draft
from .tokens import BREAK, TAB, Tokens

_BARS = frozenset({TAB, "|"})
_EDGES = frozenset({BREAK, TAB, "|", ";", "."})
_LEADS = frozenset({"(", "-", "–", "+", "*", "•"})
_OPEN = frozenset({"count", "fraction"})
_WIDEST = 14


def label_units(tokens: Tokens, drafts: list[Draft], lex: Lexicon) -> None:
    """Gives bare numbers the unit of the label before them, of their column's head, or of the caption above."""
    captions = _captions(tokens, lex)
    table = _Table(tokens, lex)
    for draft in drafts:
        amount = draft.amount
        if amount is None or draft.kind not in _OPEN or amount.unit is not None or not amount.number.literal:
            continue
        given = _label(tokens, draft.first, lex) or table.head(draft) or table.row(draft) or _caption(tokens, draft, captions)
        if given is not None:
            _give(draft, amount, given, lex)


def _give(draft: Draft, amount: Amount, given: Amount, lex: Lexicon) -> None:
    unit = given.unit
    if unit is None or (amount.of and unit.sort != "count"):
        return
    draft.amount = amount = sharing(amount, given, lex)
    draft.of = amount.of
    draft.value = amount.value / 100 if unit.sort == "percent" else amount.value
    draft.unit = unit.code
    draft.kind = "share" if unit.sort == "percent" else unit.sort  # type: ignore[assignment]
    draft.flags += amount.flags


def _given(tokens: Tokens, j: int, lex: Lexicon) -> Amount | None:
    """A unit with an optional scale at word `j`, as an amount without a number."""
    power, k = scales_at(tokens, j, lex)
    found = lex.units.match(tokens.low, k)
    if found is None:
        return None
    if not power and found[0].sort == "money":
        power, k = scales_at(tokens, found[1], lex)
        found = found[0], k
    return replace(_NOTHING, power=power, unit=found[0], last=found[1])


def _label(tokens: Tokens, first: int, lex: Lexicon) -> Amount | None:
    """The unit named in the words before a colon: "Đoàn vào: 35", "Tổng vốn (triệu USD): 35,6"."""
    low = tokens.low
    if not first or low[first - 1] != ":":
        return None
    k = first - 1
    start = k
    while start > 0 and k - start < _WIDEST and low[start - 1] not in _EDGES and low[start - 1] != ":":
        start -= 1
    return _named(tokens, start, k, lex)


def _named(tokens: Tokens, start: int, end: int, lex: Lexicon) -> Amount | None:
    """The unit in brackets, else the first thing that can be counted, among words [start, end)."""
    bracketed = None
    counted = None
    j = start
    while j < end and (tokens.low[j] in lex.sets["label_openers"] or tokens.low[j] in _LEADS):
        if tokens.low[j] == "(" and j > start:
            break
        j += 1
    while j < end:
        given = None if _in_name(tokens, j, start) else _given(tokens, j, lex)
        if given is None or given.last > end:
            j += 1
            continue
        if j and tokens.low[j - 1] == "(":
            bracketed = bracketed or given
        elif lex.targets.match_back(tokens.low, given.last - 1, j) and (not j or tokens.low[j - 1] not in lex.sets["label_openers"]):
            pass  # a plan or a target says how much, not of what
        elif given.unit is not None and given.unit.sort == "count" and given.unit.code != "time" and not given.power:
            counted = counted or given
        j = given.last
    return bracketed or counted


def _in_name(tokens: Tokens, j: int, start: int) -> bool:
    """Whether the word goes on a proper name: the "Kỳ" of "Hoa Kỳ" is no issue of a paper."""
    words = [tokens.text[tokens.start[k] : tokens.end[k]] for k in (j - 1, j)] if j > start else []
    return bool(words) and all(word.istitle() and len(word) > 1 for word in words)


def _captions(tokens: Tokens, lex: Lexicon) -> list[tuple[int, Amount]]:
    """Each "ĐVT: triệu USD" with its place; it speaks for the numbers below it."""
    found: list[tuple[int, Amount]] = []
    if ":" not in tokens.text:
        return found
    low, words = tokens.low, lex.captions
    for j, word in enumerate(low):
        if word == ":" and words.match_back(low, j - 1, max(0, j - 6)):
            given = _given(tokens, j + 1, lex)
            if given:
                found.append((j, given))
    return found


def _caption(tokens: Tokens, draft: Draft, captions: list[tuple[int, Amount]]) -> Amount | None:
    """The last caption above, for numbers that stand like those of a table."""
    if not captions or not _tabular(tokens, draft):
        return None
    place = bisect_left(captions, draft.first, key=_place)
    return captions[place - 1][1] if place else None


def _place(caption: tuple[int, Amount]) -> int:
    return caption[0]


def _tabular(tokens: Tokens, draft: Draft) -> bool:
    edges = _BARS | {BREAK, ":", ";"}
    before = tokens.low[draft.first - 1] if draft.first else BREAK
    return before in edges or tokens.low[draft.last] in _BARS | {BREAK}


class _Table:
    """Rows whose cells stand between tabs or bars, under the last row without a number of its own."""

    def __init__(self, tokens: Tokens, lex: Lexicon) -> None:
        self.tokens, self.lex = tokens, lex
        self.barred = bool(_BARS & set(tokens.low))
        self.current: list[Amount | None] = []
        self.scanned = self.counted = self.bars = 0
        self.line_end = tokens.low.index(BREAK)

    def head(self, draft: Draft) -> Amount | None:
        """What the head of the number's column says."""
        if not self.barred:
            return None
        low = self.tokens.low
        while self.line_end < draft.first:
            self._note_head(self.scanned, self.line_end)
            self.scanned = self.line_end + 1
            self.line_end = low.index(BREAK, self.scanned)
        if not self.current:
            return None
        if self.counted < self.scanned:
            self.counted, self.bars = self.scanned, 0
        self.bars += sum(word in _BARS for word in low[self.counted : draft.first])
        self.counted = draft.first
        column = self.bars - (low[self.scanned] == "|")
        return self.current[column] if 0 <= column < len(self.current) else None

    def row(self, draft: Draft) -> Amount | None:
        """A cell to the left that holds nothing but a unit, else what the row is named after.

        "1 | Đoàn ra | đoàn | 41", "Đoàn vào | 60 | 71".
        """
        if not self.barred:
            return None
        low, end, named = self.tokens.low, draft.first - 1, None
        for j in range(draft.first - 1, max(-2, draft.first - _WIDEST), -1):
            if j >= 0 and low[j] not in _BARS and low[j] != BREAK:
                continue
            given = _given(self.tokens, j + 1, self.lex) if j < end else None
            if given is not None and given.last == end:
                return given
            if not any(word[0].isdecimal() for word in low[j + 1 : end]):
                named = _named(self.tokens, j + 1, end, self.lex) or named
            if j < 0 or low[j] == BREAK:
                return named
            end = j
        return None

    def _note_head(self, start: int, end: int) -> None:
        """A row with bars and no digits is a head; a line without bars ends the table."""
        row = self.tokens.low[start:end]
        if not _BARS & set(row):
            self.current = []
            return
        if any(word[0].isdecimal() for word in row):
            return
        cells: list[Amount | None] = []
        cell = start + (row[0] == "|")
        for j in range(cell, end + 1):
            if j == end or self.tokens.low[j] in _BARS:
                cells.append(_named(self.tokens, cell, j, self.lex))
                cell = j + 1
        if any(cells):
            self.current = cells


_NOTHING = Amount(0, 0, Number(0, 0, Decimal(0), ""), Decimal(0))
