"""Heads «từ đứng trước số hiệu»: the words of a language that make the number beside them a name, and the cheap question
whether any stands near.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .lexicon import lexicon
from .model import Kind
from .phrases import Phrases, plain
from .tokens import BREAK, TAB, Tokens
from .vocabulary import vocabulary

_HEADS = ("document_words", "number_words", "clause_words", "strict_heads", "soft_heads", "time_words")
_CLOSING = frozenset({",", ".", ";", ")", "%", BREAK, "!", "?", '"', "”", "»", "]", "|"})


@dataclass(frozen=True, slots=True)
class Plain:
    """A numeral that is no figure: words [first, last)."""

    first: int
    last: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Heads:
    """Từ đứng trước số hiệu: the head words of one language, as trees and sets ready for a quick question."""

    documents: Phrases
    numbers: Phrases
    clauses: Phrases
    phones: Phrases
    strict: Phrases
    soft: Phrases
    not_heads: Phrases
    scores: Phrases
    addresses: Phrases
    named: Phrases
    streets: frozenset[str]
    openers: frozenset[str]
    times: frozenset[str]
    hours: frozenset[str]
    minus: frozenset[str]
    technical: frozenset[str]
    behind: frozenset[str]
    parts: frozenset[str]
    heads: frozenset[str]
    around: frozenset[str]
    marks: frozenset[str]


@cache
def heads_of(lang: str) -> Heads:
    """The head words of a language, compiled once."""
    table = vocabulary(lang)["structure"]
    back = {name: plain(table[name], backward=True) for name in table}
    return Heads(
        back["document_words"],
        back["number_words"],
        back["clause_words"],
        back["phone_words"],
        back["strict_heads"],
        back["soft_heads"],
        back["not_heads"],
        back["score_words"],
        back["address_words"],
        back["named_places"],
        frozenset(table["street_words"]),
        frozenset(table["date_openers"]),
        frozenset(table["time_words"]),
        frozenset(table["time_units"]),
        frozenset(table["time_minus"]),
        frozenset(table["technical_units"]),
        frozenset((*table["time_units"], *table["technical_units"], *table["street_words"], *table["degree_words"])),
        frozenset(table["day_parts"]),
        frozenset().union(*(back[name].openers for name in _HEADS)) | {":", "+", "-", "–", ".", "№"},
        frozenset().union(*(back[name].openers for name in ("phone_words", "address_words", "score_words", "mark_words"))),
        frozenset(table["mark_words"]),
    )


def names_number(low: list[str], k: int, lang: str) -> bool:
    """Whether a word that takes a number as its name ends at word `k`, as in "Phòng: 305" or "Hotline: 1022"."""
    words = heads_of(lang)
    heads = (words.strict, words.soft, words.phones, words.numbers, words.clauses, words.documents)
    floor = max(0, k - 4)
    return words.not_heads.match_back(low, k, floor) is None and any(tree.match_back(low, k, floor) for tree in heads)


def ordinary(tokens: Tokens, i: int, lang: str, floor: int) -> bool:
    """Whether nothing near the numeral hints at a number that is no figure: a cheap question before costly ones."""
    words, low = heads_of(lang), tokens.low
    word, after = low[i], low[i + 1]
    if (
        tokens.capital(i - 1)
        or after in "-–:/h"
        or ("." in word and after.isalpha())
        or after in words.behind
        or tokens.capital(i + 1)
        or not (word.isdecimal() or len(word) < 8)
    ):
        return False
    if (word[0] == "0" and len(word) > 2) or (after == "," and low[i + 2][0].isdecimal()):
        return False
    if tokens.start[i + 1] == tokens.end[i] and after not in _CLOSING:
        return False
    if i > floor:
        before = low[i - 1]
        if before in words.heads or tokens.text[tokens.end[i - 1] - 1].isupper():
            return False
        if tokens.start[i] == tokens.end[i - 1] and before not in '("“«[':
            return False
    return words.around.isdisjoint(low[max(floor, i - 8) : i])


def counts(tokens: Tokens, i: int, lang: str) -> bool:
    """Whether the number behind a head counts something after all: "Kế hoạch 180 ngày", "nhóm 15 quốc gia"."""
    lex, low = lexicon(lang), tokens.low
    if low[i + 1] in lex.scales:
        return True
    if lex.not_units.match(low, i + 1):
        return False
    behind = i + 3 if low[i + 1] == "/" else i + 1
    unit = lex.units.match(low, behind) if behind < len(low) else None
    if unit is None and not low[i].isdecimal():
        if low[i][0] == "0" and low[i][1].isdecimal():
            return False  # "HS code 0901.11"
        return not all(len(part) < 3 for part in low[i].split("."))
    if unit is None and lex.words["noun_reach"]:
        unit = lex.units.match(low, i + 2) if low[i + 1].isalpha() and low[i + 1] not in lex.sets["function_words"] and behind == i + 1 else None
    return unit is not None and not low[unit[1]][0].isdecimal()


def labelled(tokens: Tokens, first: int, labels: Phrases, floor: int) -> bool:
    """Whether one of these labels ends within four words before `first`, in the same line."""
    if labels.absent(tokens.low[max(floor, first - 4) : first]):
        return False
    for k in range(first - 1, max(floor, first - 4) - 1, -1):
        if tokens.low[k] in (BREAK, TAB, ";"):
            return False
        if labels.match_back(tokens.low, k, floor):
            return True
    return False


def tail(tokens: Tokens, i: int) -> int:
    """Letters and numbers glued to a number belong to the same name: 10A1, 12+300, 9001:2015."""
    last = i + 1
    while last < i + 6 and tokens.glued(last):
        word = tokens.low[last]
        joined = word in "+-:/" and tokens.glued(last + 1) and tokens.low[last + 1][0].isalnum()
        if not (word[0].isalnum() or joined):
            break
        last += 1
    return last


def yearlike(word: str) -> bool:
    """Whether four digits look like a year of our time."""
    return len(word) == 4 and word[:2] in ("19", "20")
