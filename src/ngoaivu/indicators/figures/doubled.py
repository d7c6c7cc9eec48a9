"""Numbers said twice «số viết hai lần»: "12 (mười hai)", "500.000 đồng (Năm trăm nghìn đồng)"."""

from __future__ import annotations

from .lexicon import UNKNOWN, Lexicon, Unit
from .numerals import Number, digits_at, settle
from .spelled import words_at
from .tokens import BREAK, Tokens


def doubled(tokens: Tokens, j: int, lex: Lexicon, number: Number) -> int:
    """Behind "12 (mười hai)" or "twenty two (22)": the same number said again in brackets."""
    if tokens.low[j] != "(":
        return j
    low = tokens.low
    again = digits_at(tokens, j + 1) if low[j + 1][0].isdecimal() else words_at(tokens, j + 1, lex)
    if again is None or low[again.last] != ")" or again.in_words == number.in_words:
        return j
    spelled, written = (again, number) if again.in_words else (number, again)
    settled = settle(written.literal, lex, 0, UNKNOWN)
    return again.last + 1 if settled and settled[0] == spelled.value else j


def doubled_amount(tokens: Tokens, j: int, lex: Lexicon, unit: Unit | None) -> int:
    """Behind "500.000 đồng (Năm trăm nghìn đồng)": the whole amount said again in words; also behind an unknown noun."""
    low, first = tokens.low, j
    j += unit is None and low[j].isalpha()
    if low[j] != "(":
        return first
    k = j + 1
    spoken = lex.in_words.match(low, k)
    k = spoken[1] if spoken else k
    again = words_at(tokens, k, lex) if low[k] in lex.number_words else None
    if again is None or again.last - again.first < 2:
        return first
    named = lex.units.match(low, again.last)
    end = named[1] if named and unit and named[0].code == unit.code else again.last
    while end < again.last + 5 and low[end] not in (")", BREAK):
        end += 1
    return end + 1 if low[end] == ")" else first
