"""Nouns of two meanings «từ đồng âm»: "6 bản" are villages behind "hộ", "3 chuyến/tuần" flights where the sentence speaks of flying."""

from __future__ import annotations

from typing import Any

from .lexicon import Lexicon, Unit
from .quantities import Draft
from .tokens import BREAK, TAB, Tokens

_STOPS = frozenset({BREAK, TAB, ".", "|", "?", "!"})
_RATED = 3  # words of a noun and what it is counted over


def choose_meanings(tokens: Tokens, drafts: list[Draft], lex: Lexicon) -> None:
    """Gives a figure the other meaning of its noun where the words around speak of that."""
    table = lex.words["homonyms"]
    if not table:
        return
    for draft in drafts:
        if draft.amount is None or draft.kind not in ("count", "growth") or draft.unit is None:
            continue
        noun = draft.amount.number.last
        if lex.words["noun_reach"] and tokens.low[noun] not in table:
            noun = max(noun, draft.amount.last - 1)  # "four new boarding gates"
        entry = table.get(tokens.low[noun])
        length = draft.amount.last - noun
        alone = length == 1 or (length == _RATED and draft.per is not None)  # "chuyến", "chuyến/tuần", but not "chuyến công tác"
        if entry and draft.unit == entry["from"] and alone and _meant(tokens.low, noun, entry):
            draft.unit = entry["to"]
            draft.amount.unit = Unit("count", entry["to"])


def _meant(low: list[str], noun: int, entry: dict[str, Any]) -> bool:
    """Whether a word of the other meaning stands in the sentence, near, and none that speaks against it."""
    reach = int(entry["reach"])
    first, last = noun, noun + 1
    while first > 0 and noun - first < reach and low[first - 1] not in _STOPS:
        first -= 1
    while last < noun + reach and low[last] not in _STOPS:
        last += 1
    words = [*low[first:noun], *low[noun + 1 : last]]
    return not set(entry["near"]).isdisjoint(words) and set(entry["against"]).isdisjoint(words)
