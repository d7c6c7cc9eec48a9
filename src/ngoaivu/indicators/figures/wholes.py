"""Wholes «tổng thể»: those that open a sentence, "Of the 22 projects approved, nine concern health care", and those that stand with
their part, "19/26 đơn vị", "7 of our 29 procedures", "52 votes out of 55".
"""

from __future__ import annotations

from decimal import Decimal

from .heads import yearlike
from .lexicon import UNKNOWN, Lexicon
from .nouns import APOSTROPHES, common, plural_behind, unit_at
from .numerals import Number, digits_at, settle
from .spelled import words_at
from .tokens import BREAK, TAB, Tokens

_STOPS = frozenset({BREAK, TAB, ".", ";", ":", "|", "?", "!"})
_SENTENCE = 32
_LEAD = 3  # words of the opener before the number: "of all the 22"


def told_of(tokens: Tokens, first: int, last: int, lex: Lexicon) -> bool:
    """Whether the number at words [first, last) opens a clause on a part of the whole its sentence began with."""
    low = tokens.low
    if first < 2 or low[first - 1] not in lex.sets["clause_joins"]:
        return False
    told = low[last] in lex.sets["base_verbs"]
    if not told:
        told = bool(lex.words["noun_reach"]) and common(tokens, last, lex) and plural_behind(tokens, last, lex) is None
    return told and _opened(low, first, lex)


def _opened(low: list[str], first: int, lex: Lexicon) -> bool:
    """Whether the sentence up to word `first` begins with a number out of which it tells: "Of these 31 agreements"."""
    k, floor = first, max(0, first - _SENTENCE)
    while k > floor and low[k - 1] not in _STOPS:
        k -= 1
    if (k == floor and k) or low[k] not in lex.sets["whole_openers"]:
        return False
    return any(_counts(word, lex) for word in low[k + 1 : min(first - 1, k + 2 + _LEAD)])


def _counts(word: str, lex: Lexicon) -> bool:
    if word[0].isdecimal():
        return not yearlike(word)
    return word in lex.number_words and word not in lex.sets["calendar_numbers"] and word not in lex.sets["articles"]


def whole_at(tokens: Tokens, j: int, number: Number, lex: Lexicon) -> tuple[Decimal | None, int]:
    """The whole of "19/26 đơn vị" or "19 of 26 units"."""
    low = tokens.low
    if low[j] == "/" and low[j + 1].isdecimal() and number.literal and len(low[j + 1]) < 7:
        return Decimal(low[j + 1]), j + 2
    if low[j] == "/" and number.literal and not number.literal.isdecimal():
        return _grouped_whole(tokens, j, number, lex)
    found = lex.whole.match(low, j)
    if found and number.in_words and low[found[1]] in lex.number_words:
        spelled = words_at(tokens, found[1], lex)
        if spelled and spelled.value > number.value:
            return spelled.value, spelled.last
    found = (found[0], _possessed(low, found[1])) if found and lex.words["noun_reach"] else found
    if found is None or not low[found[1]][0].isdecimal():
        return None, j
    whole = digits_at(tokens, found[1])
    settled = settle(whole.literal, lex, 0, UNKNOWN) if whole else None
    if whole is None or settled is None or _years(tokens, whole, lex) or low[whole.last] in ("%", "/", "-") or low[whole.last] in lex.scales:
        return None, j
    return settled[0], whole.last


def _possessed(low: list[str], k: int) -> int:
    """The index behind whose they are: "four of the province's 9 hospitals"."""
    if low[k].isalpha() and low[k + 1] in APOSTROPHES and low[k + 2] == "s":
        return k + 3
    return k


def whole_behind(tokens: Tokens, j: int, value: Decimal, lex: Lexicon) -> tuple[Decimal, int] | None:
    """The whole behind the noun, which ends before word `j`: "52 votes out of 55", where no noun of its own follows."""
    found = lex.whole_behind.match(tokens.low, j)
    if found is None or not tokens.low[found[1]][0].isdecimal():
        return None
    whole = digits_at(tokens, found[1])
    settled = settle(whole.literal, lex, 0, UNKNOWN) if whole else None
    if whole is None or settled is None or not value <= settled[0] or _years(tokens, whole, lex):
        return None
    behind = tokens.low[whole.last]
    if behind in lex.scales or behind in ("%", "/", "-") or unit_at(tokens, whole.last, lex) is not None:
        return None
    return settled[0], whole.last


def _grouped_whole(tokens: Tokens, j: int, number: Number, lex: Lexicon) -> tuple[Decimal | None, int]:
    """The whole of "18.750/25.000 liều": thousands in groups on both sides, and no part above its whole."""
    joined = tokens.glued(j) and tokens.glued(j + 1) and tokens.low[j + 1][0].isdecimal()
    whole = digits_at(tokens, j + 1) if joined else None
    if whole is None or any(lex.group not in literal or lex.decimal in literal for literal in (number.literal, whole.literal)):
        return None, j
    part, all_of = (settle(literal, lex, 0, UNKNOWN) for literal in (number.literal, whole.literal))
    return (all_of[0], whole.last) if part and all_of and part[0] <= all_of[0] else (None, j)


def _years(tokens: Tokens, whole: Number, lex: Lexicon) -> bool:
    """ "46 in 2022": a year, no whole."""
    return yearlike(whole.literal) and lex.units.match(tokens.low, whole.last) is None
