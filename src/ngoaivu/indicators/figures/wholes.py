"""Wholes opened as such «tổng thể mở đầu câu»: "Of the 22 projects approved, nine concern health care and seven concern education"."""

from __future__ import annotations

from .heads import yearlike
from .lexicon import Lexicon
from .nouns import common, plural_behind
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
