"""Moves told once «một động từ, nhiều mức»: "giảm 31 vụ/58 đối tượng", "fell 37.8% in projects and 52% in capital"."""

from __future__ import annotations

from .lexicon import Lexicon
from .quantities import Draft
from .tokens import Tokens

_WIDEST = 9
_SHORT = 3
_SCORED = frozenset({"point", "place"})


def move_on(tokens: Tokens, earlier: Draft, draft: Draft, lex: Lexicon) -> None:
    """Makes a figure a growth where the verb of the growth before it moves it too, or it tells where that came from."""
    if earlier.kind != "growth":
        return
    if draft.kind == "share" and _from_level(tokens, earlier, draft, lex):
        draft.kind = "growth"
    elif _same_move(tokens, earlier, draft, lex) or _moves_on(tokens, earlier, draft, lex):
        draft.kind, draft.value = "growth", draft.value and draft.value.copy_sign(earlier.value or draft.value)


def _same_move(tokens: Tokens, earlier: Draft, draft: Draft, lex: Lexicon) -> bool:
    """ "fell 37.8% in projects and 52% in capital": the verb is said once for both."""
    low = tokens.low
    if earlier.kind != "growth" or draft.kind != "share" or draft.first - earlier.last > _WIDEST:
        return False
    between = low[earlier.last : draft.first]
    if len(between) == 1 and between[0].isalpha() and between[0] in lex.sets["name_joins"]:
        return True
    alike = low[draft.last] == low[earlier.last] and low[draft.last] in lex.sets["prepositions"]
    return alike and low[draft.first - 1] in lex.sets["name_joins"]


def _moves_on(tokens: Tokens, earlier: Draft, draft: Draft, lex: Lexicon) -> bool:
    """ "giảm 31 vụ/58 đối tượng", "up 1.05 points and 12 places": two units moved by one verb."""
    if earlier.kind != "growth" or earlier.unit is None or draft.unit is None or draft.kind not in ("count", "measure"):
        return False
    between = tokens.low[earlier.last : draft.first]
    scored = {earlier.unit, draft.unit} <= _SCORED
    return between == ["/"] or (scored and len(between) == 1 and between[0] in lex.sets["name_joins"])


def _from_level(tokens: Tokens, earlier: Draft, draft: Draft, lex: Lexicon) -> bool:
    """ "growth slowed to 5.1% from 7.4%": the rate it came from is a growth too."""
    between = tokens.low[earlier.last : draft.first]
    while between and between[-1] in lex.sets["level_words"]:
        between.pop()
    apart = not lex.sets["apart"].isdisjoint(tokens.low[draft.last : draft.last + _SHORT])  # "rose 4% in May, down from 9% a year earlier"
    if (earlier.kind, draft.kind) != ("growth", "share") or earlier.unit is not None or not 0 < len(between) <= (_WIDEST if apart else _SHORT):
        return False
    return between[-1] in lex.sets["back_to"] and all(word.isalpha() or word == "," for word in between)
