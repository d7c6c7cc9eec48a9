"""Ledgers «bảng kê không dấu hai chấm»: lines that begin with a time or a name and end with their number, under a caption.

"Coffee exports (USD million)" above "Q1 18.2" and "Full year 87.0"; "Visas issued" above "January 310" and "February 275 (closed for Tet)".
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from .amounts import Amount, amount_at
from .heads import names_number
from .labels import give
from .lexicon import Lexicon
from .model import FIGURE_KINDS
from .named import bracketed, given_at, named
from .quantities import Draft
from .tokens import BREAK, Tokens

_BULLETS = frozenset({"-", "–", "+", "*", "•"})
_SEPARATORS = frozenset({BREAK, ";", "/"})
_UNIT_MARKS = frozenset({",", "-", "–", "—"})
_LABEL = 6  # words before the number
_ASIDE = 16  # words of a remark behind it
_CAPTION = 16
_MONTH_DAYS = 31
_FEWEST, _NAMED = 2, 3


@dataclass(frozen=True, slots=True)
class _Row:
    """Dòng: its label [first, number), the draft that covers its number, and where it ends."""

    first: int
    number: int
    last: int
    draft: Draft
    sort: str


@dataclass(frozen=True, slots=True)
class _Caption:
    """What stands over a run, and whether it gives its unit in brackets or says by what it tells."""

    given: Amount | None
    tells: bool


def count_ledgers(tokens: Tokens, drafts: list[Draft], lex: Lexicon) -> None:
    """Makes values of the numbers that end the lines of a ledger, with the unit of its caption."""
    if len(drafts) < _FEWEST:
        return
    run: list[_Row] = []
    for before, draft in pairwise([None, *drafts]):
        assert draft is not None
        row = _row(tokens, before, draft, lex)
        if row is None and (draft.kind == "period" or (run and draft.first < run[-1].last)):
            continue  # a label, or a figure in the remark behind the number
        if run and (row is None or not _follows(tokens, run[-1], row)):
            _settle(tokens, run, lex)
            run = []
        if row is not None:
            run.append(row)
    _settle(tokens, run, lex)


def _row(tokens: Tokens, before: Draft | None, draft: Draft, lex: Lexicon) -> _Row | None:
    low, number = tokens.low, draft.last - 1
    bare = draft.kind in ("structural", "date") or _alone(draft)
    if not bare or not low[number][0].isdecimal() or _dialled(low[number]) or draft.of is not None or draft.high is not None:
        return None
    last = _end(low, draft.last)
    first = end = number - (low[number - 1] == ":")
    while first > 0 and number - first < _LABEL and low[first - 1] not in _SEPARATORS and low[first - 1] != ":":
        first -= 1
    if last is None or (first and low[first - 1] not in _SEPARATORS and low[first - 1] != ":"):
        return None
    first += low[first] in _BULLETS
    if first >= end:
        return None
    sort = _sort(tokens, before, first, end, lex)
    return _Row(first, number, last, draft, sort) if sort else None


def _alone(draft: Draft) -> bool:
    """Whether the text names no unit beside the number, though a label may have given one."""
    amount = draft.amount
    return draft.kind in FIGURE_KINDS and amount is not None and amount.number.first == draft.first and amount.number.last == draft.last


def _dialled(literal: str) -> bool:
    return literal[0] == "0" and literal.isdecimal()


def _end(low: list[str], j: int) -> int | None:
    """Where a row ends whose number ends before word `j`: there, or behind a remark in brackets."""
    if low[j] == "(":
        aside = low[j : j + _ASIDE]
        j += aside.index(")") + 1 if ")" in aside else 0
    return j if low[j] in _SEPARATORS or (low[j] == "." and low[j + 1] == BREAK) else None


def _sort(tokens: Tokens, before: Draft | None, first: int, end: int, lex: Lexicon) -> str:
    """Whether a label [first, end) is a time, a total or a name; empty where it is none of them."""
    low = tokens.low
    label = " ".join(low[first:end])
    if before is not None and before.kind == "period" and before.first == first and before.last == end:
        return "time"
    if label in lex.sets["ledger_times"] or (bool(lex.words["noun_reach"]) and label in lex.words["dates"]["months"]):
        return "time"
    if label in lex.sets["ledger_totals"]:
        return "total"
    named = tokens.capital(first) and all(word.isalpha() or word == "-" for word in low[first:end])
    return "name" if named and not names_number(low, end - 1, lex.lang) else ""


def _follows(tokens: Tokens, earlier: _Row, row: _Row) -> bool:
    """Whether nothing but the end of a line or one mark stands between two rows."""
    between = tokens.low[earlier.last : row.first]
    return all(word in _SEPARATORS or word in _BULLETS or word == "." for word in between)


def _settle(tokens: Tokens, run: list[_Row], lex: Lexicon) -> None:
    if len(run) < _FEWEST:
        return
    caption = _caption(tokens, run[0].first, lex)
    sorts = [row.sort for row in run]
    if "name" in sorts:
        if len(run) < _NAMED or caption.given is None or not (caption.tells or "total" in sorts):
            return
    elif "time" not in sorts or (caption.given is None and all(_dayish(tokens.low[row.number]) for row in run)):
        return
    for row in run:
        _count(tokens, row, caption.given, lex)


def _dayish(literal: str) -> bool:
    """Whether the number behind a month can be its day."""
    return literal.isdecimal() and int(literal[:3]) <= _MONTH_DAYS


def _caption(tokens: Tokens, first: int, lex: Lexicon) -> _Caption:
    """The line above the first row, or the label before it."""
    low, end = tokens.low, first
    while end > 0 and (low[end - 1] in (BREAK, ":") or low[end - 1] in _BULLETS):
        end -= 1
    start = end
    while start > 0 and end - start < _CAPTION and low[start - 1] not in (BREAK, "."):
        start -= 1
    own = bracketed(tokens, start, end, lex) or _trailing(tokens, start, end, lex)
    tells = own is not None or not lex.sets["tally_words"].isdisjoint(low[start:end])
    return _Caption(own or named(tokens, start, end, lex), tells)


def _trailing(tokens: Tokens, start: int, end: int, lex: Lexicon) -> Amount | None:
    """ "Consular income, VND million": a unit alone behind the last comma of the caption."""
    for j in range(end - 1, start, -1):
        if tokens.low[j] in _UNIT_MARKS:
            given = given_at(tokens, j + 1, lex)
            return given if given is not None and given.last == end else None
    return None


def _count(tokens: Tokens, row: _Row, given: Amount | None, lex: Lexicon) -> None:
    amount = amount_at(tokens, row.number, lex, row.number)
    if amount is None or amount.unit is not None:
        return
    draft = row.draft
    if draft.unit is not None:
        return
    draft.first, draft.kind, draft.value, draft.amount = row.number, "count", amount.value, amount
    draft.flags, draft.period = amount.flags, None
    if given is not None:
        give(draft, amount, given, lex)
