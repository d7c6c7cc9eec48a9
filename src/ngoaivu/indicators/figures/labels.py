"""Labels «nhãn, đầu cột»: "Đoàn vào: 35" gives the unit, "ĐVT: triệu USD" and "Vốn (triệu USD)" the scale too."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from .amounts import Amount, sharing
from .captions import Captions
from .heads import names_number, yearlike
from .lexicon import UNKNOWN, Lexicon
from .named import bracketed, cell, counted, given_at, named
from .quantities import Draft
from .tokens import BREAK, TAB, Tokens

_BARS = frozenset({TAB, "|"})
_EDGES = frozenset({BREAK, TAB, "|", ";", "."})
_OPEN = frozenset({"count", "fraction"})
_DASHES = frozenset({"-", "–", "—"})
_COLON, _HEADS = frozenset({":"}), frozenset({":", "("})
_WIDEST = 14
_JOINT = 3  # words between a year and the next value


def label_units(tokens: Tokens, drafts: list[Draft], lex: Lexicon) -> None:
    """Gives bare numbers the unit of the label before them, of their column's head, or of the caption above."""
    captions = Captions(tokens, lex)
    table = _Table(tokens, lex)
    series = _Series(tokens, lex)
    headed = _Headed(tokens, lex)
    for earlier, draft in pairwise([None, *drafts]):
        assert draft is not None
        dated = series.of(earlier, draft)
        amount = draft.amount
        if amount is None or draft.kind not in _OPEN or amount.unit is not None or not amount.number.literal:
            continue
        given = _said(tokens, draft, captions, table, lex) or dated or headed.of(draft)
        if given is not None:
            give(draft, amount, given, lex)


def _said(tokens: Tokens, draft: Draft, captions: Captions, table: _Table, lex: Lexicon) -> Amount | None:
    """What speaks for a number, the nearest and surest first."""
    start, end = _label(tokens, draft.first)
    own = bracketed(tokens, start, end, lex)
    sure = tokens.low[start] in lex.sets["numberers"]  # "Số dự án: 12" counts under any caption
    over = own or table.head(draft) or (None if sure else captions.above(draft, firm=True))
    label = None if _names(tokens, start, end, lex) else named(tokens, start, end, lex)
    return over or label or table.row(draft) or captions.behind(draft) or captions.above(draft, firm=False)


def _names(tokens: Tokens, start: int, end: int, lex: Lexicon) -> bool:
    """ "Room: 58" is a name: in English a label that counts is a plural; in "Chapter 2: 14" nothing counts chapters."""
    if end - start > 1 and tokens.low[end - 1].isdecimal() and names_number(tokens.low, end - 2, lex.lang):
        return True
    if not lex.words["noun_reach"] or end - start != 1:
        return False
    found = lex.units.match(tokens.low, start)
    return found is not None and found[0].single and names_number(tokens.low, start, lex.lang)


def give(draft: Draft, amount: Amount, given: Amount, lex: Lexicon) -> None:
    """Gives a bare number the unit and scale of its label, head or caption."""
    unit = given.unit
    if unit is None or (amount.of and unit.sort != "count"):
        return
    draft.amount = amount = sharing(amount, given, lex)
    draft.of = amount.of
    draft.value = amount.value / 100 if unit.sort == "percent" else amount.value
    draft.unit, draft.per = unit.code, amount.per
    draft.kind = "share" if unit.sort == "percent" else unit.sort  # type: ignore[assignment]
    draft.flags += amount.flags


def _label(tokens: Tokens, first: int, marks: frozenset[str] = _COLON) -> tuple[int, int]:
    """The words [start, end) of the label before a colon: "Đoàn vào: 35", "Tổng vốn (triệu USD): 35,6"; none is empty."""
    low, k = tokens.low, first - 1
    if not first or low[k] not in marks:
        return first, first
    start = k
    while start > 0 and k - start < _WIDEST and low[start - 1] not in _EDGES and low[start - 1] != ":":
        start -= 1
    return start, k


def _joins(word: str, lex: Lexicon) -> bool:
    return word == ";" or word in lex.sets["name_joins"]


class _Series:
    """Values labelled by their years, under one head: "Visas issued: 2021: 318; 2022: 1,046"."""

    def __init__(self, tokens: Tokens, lex: Lexicon) -> None:
        self.tokens, self.lex = tokens, lex
        self.given: Amount | None = None
        self.end = self.behind = 0

    def of(self, earlier: Draft | None, draft: Draft) -> Amount | None:
        """What the head of the series says of a value that stands behind its year and a colon."""
        low = self.tokens.low
        if low[draft.last] == "(" and low[draft.last + 2] == ")" and yearlike(low[draft.last + 1]):
            return self._bracketed(draft)
        if earlier is None or earlier.kind != "period" or earlier.last != draft.first - 1 or low[earlier.last] != ":":
            return None
        k = earlier.first - 1
        while k > 0 and low[k] == BREAK:
            k -= 1
        if not self.end or k not in (self.end, self.end - 1):
            start, end = _label(self.tokens, k + 1, _HEADS | _DASHES)
            self.given = counted(self.tokens, start, end, self.lex)
        self.end = draft.last
        return self.given

    def _bracketed(self, draft: Draft) -> Amount | None:
        """What stands before the first of "29 (2021), 34 (2023), 40 (2025)" speaks for all."""
        joined = draft.first - 1
        if (
            not self.behind
            or not 0 <= joined - self.behind < _JOINT
            or not all(_joins(word, self.lex) for word in self.tokens.low[self.behind : draft.first])
        ):
            start, end = _label(self.tokens, draft.first, _COLON | _DASHES)
            own = draft.amount if draft.amount is not None and draft.amount.unit is not None and draft.kind == "count" else None
            self.given = own or named(self.tokens, start, end, self.lex) or self._unknown(draft, start, end)
        self.behind = draft.last + 3
        return self.given

    def _unknown(self, draft: Draft, start: int, end: int) -> Amount | None:
        """ "Fines: 210 (2022), 184 (2023)": values all the same, whatever they count."""
        labelled = start < end and draft.amount is not None and not names_number(self.tokens.low, end - 1, self.lex.lang)
        return replace(draft.amount, unit=UNKNOWN) if labelled and draft.amount is not None else None


class _Headed:
    """Labels without a noun under one head: "Thực hiện chỉ tiêu năm - Được giao: 12; đạt: 10; chưa đạt: 2"."""

    def __init__(self, tokens: Tokens, lex: Lexicon) -> None:
        self.tokens, self.lex = tokens, lex
        self.given: Amount | None = None
        self.end = 0

    def of(self, draft: Draft) -> Amount | None:
        """What stands before the dash of the first label, a plan or a target too."""
        start, end = _label(self.tokens, draft.first)
        low = self.tokens.low
        dash = next((k for k in range(start, end) if low[k] in _DASHES and not self.tokens.glued(k)), None)
        if dash is not None and dash > start:
            self.given = counted(self.tokens, start, dash, self.lex, targets=True)
        elif start == end or not self.end or start - 1 != self.end:
            return None
        self.end = draft.last
        return self.given


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
        if not self.barred or self.tokens.capital(draft.first - 1):
            return None  # "Visa | LS-02 | Desk 4"
        low, end, name = self.tokens.low, draft.first - 1, None
        for j in range(draft.first - 1, max(-2, draft.first - _WIDEST), -1):
            if j >= 0 and low[j] not in _BARS and low[j] != BREAK:
                continue
            ordinal = low[j + 1] in self.lex.sets["ordinal_starts"]  # "Second | 98,000" names its row
            given = given_at(self.tokens, j + 1, self.lex) if j < end and not ordinal else None
            if given is not None and given.last == end:
                return given
            if not any(word[0].isdecimal() for word in low[j + 1 : end]):
                name = named(self.tokens, j + 1, end, self.lex) or name
            if j < 0 or low[j] == BREAK:
                return name
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
        first = start + (row[0] == "|")
        for j in range(first, end + 1):
            if j == end or self.tokens.low[j] in _BARS:
                cells.append(cell(self.tokens, first, j, self.lex))
                first = j + 1
        if any(cells):
            self.current = cells
