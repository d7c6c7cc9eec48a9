"""Numerals «chữ số»: digits with separators, to Decimal; numbers in words are read by `spelled`.

Point and comma are decided by the language and by what follows: before a scale word three digits behind the decimal
mark are decimals ("1,317 tỉ"), before something countable they are a foreign grouping ("300,000 người").
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .broken import broken_at
from .lexicon import Lexicon, Unit
from .tokens import Tokens

_HOME = frozenset({"VND", "LAK", "KHR", "IDR", "KRW", "JPY"})  # large by nature: "1.386 tỷ đồng" is no slip
_SPACES = frozenset(" \u00a0\u202f\u2009")
_MARKS = frozenset({",", "."})
_LONGEST = 30


@dataclass(slots=True)
class Number:
    """A number as it stands: `value` without scale word, words [first, last) of the text."""

    first: int
    last: int
    value: Decimal
    literal: str
    power: int = 0
    flags: tuple[str, ...] = ()

    @property
    def in_words(self) -> bool:
        return not self.literal


def digits_at(tokens: Tokens, i: int, lex: Lexicon | None = None) -> Number | None:
    """The digit literal at word `i`, with groups set apart by spaces; its value is settled later by `settle`."""
    literal = tokens.low[i]
    if len(literal) > _LONGEST or not literal[0].isascii():
        return None
    broken = broken_at(tokens, i, lex) if lex is not None and tokens.low[i + 1] in _MARKS else None
    if broken:
        return Number(i, broken[1], Decimal(0), broken[0])
    last = i + 1
    if literal.isdecimal() and len(literal) <= 3 and literal[0] != "0":
        groups = _space_groups(tokens, i, lex)
        literal, last = literal + "".join(groups), i + 1 + len(groups)
    return Number(i, last, Decimal(0), literal)


def _space_groups(tokens: Tokens, i: int, lex: Lexicon | None) -> list[str]:
    """Groups of three behind word `i`; one group alone only after a no-break space, or before what it counts."""
    groups: list[str] = []
    hard = False
    j = i + 1
    while len(groups) < 5:
        word = tokens.low[j]
        gap = tokens.text[tokens.end[j - 1] : tokens.start[j]]
        if len(word) != 3 or not word.isdecimal() or gap not in _SPACES:
            break
        hard = hard or gap != " "
        groups.append(word)
        j += 1
    following = tokens.low[j]
    if following[0].isdecimal() and not hard:
        return []
    counted = bool(groups) and lex is not None and lex.units.match(tokens.low, j) is not None
    return groups if hard or len(groups) > 1 or groups == ["000"] or counted else []


def settle(literal: str, lex: Lexicon, power: int, unit: Unit | None) -> tuple[Decimal, tuple[str, ...]] | None:
    """The value a careful reader gives to the digits, and what is wrong with them; None when they are no number."""
    if literal.isdecimal():
        return Decimal(literal), ()
    commas, points = literal.count(","), literal.count(".")
    if commas and points:
        return _both(literal, lex)
    mark = "," if commas else "."
    whole, *groups = literal.split(mark)
    grouped = all(len(g) == 3 for g in groups) and len(whole) <= 3
    if len(groups) > 1:
        if not grouped:
            return None
        flags = () if mark == lex.group else ("mixed_separators",)
        return Decimal(literal.replace(mark, "")), flags
    return _single(whole, groups[0], grouped and whole.lstrip("0") != "", mark, lex, power, unit)


def _both(literal: str, lex: Lexicon) -> tuple[Decimal, tuple[str, ...]] | None:
    """Both marks: the last is the decimal one."""
    mark = max(",.", key=literal.rfind)
    group = "." if mark == "," else ","
    whole, _, fraction = literal.rpartition(mark)
    if mark in whole or not all(len(g) == 3 for g in whole.split(group)[1:]):
        return None
    flags = () if mark == lex.decimal else ("mixed_separators",)
    return Decimal(f"{whole.replace(group, '')}.{fraction}"), flags


def _single(whole: str, tail: str, grouped: bool, mark: str, lex: Lexicon, power: int, unit: Unit | None) -> tuple[Decimal, tuple[str, ...]]:
    """One mark only: grouping or decimal."""
    as_group, as_decimal = Decimal(whole + tail), Decimal(f"{whole}.{tail}")
    sort = unit.sort if unit else None
    if mark == lex.decimal:
        foreign = grouped and not power and sort in ("count", "money") and unit is not None and unit.code != "time"
        return (as_group, ("mixed_separators",)) if foreign else (as_decimal, ())
    wrong = "dot_decimal" if mark == "." else "comma_decimal"
    if not grouped:
        return as_decimal, (wrong,)
    if lex.group == ",":
        return as_group, ()
    billions = power >= 9 and sort == "money" and unit is not None and unit.code not in _HOME
    if billions and not tail.endswith("0"):
        return as_decimal, (wrong,)
    if sort == "percent":
        return as_decimal, (wrong,)
    return as_group, ()


def scales_at(tokens: Tokens, i: int, lex: Lexicon) -> tuple[int, int]:
    """Scale words that stack from word `i`: their power of ten and the index behind them."""
    power, j = 0, i
    if lex.words["hyphened"] and tokens.low[i] == "-" and tokens.glued(i) and tokens.low[i + 1] in lex.scales:
        i = j = i + 1
    while j - i < 3 and tokens.low[j] in lex.scales:
        power += lex.scales[tokens.low[j]]
        j += 1
    return power, j
