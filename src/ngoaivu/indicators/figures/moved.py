"""Moves told once «một động từ, nhiều mức»: "giảm 31 vụ/58 đối tượng", "fell 37.8% in projects and 52% in capital"."""

from __future__ import annotations

from .lexicon import Lexicon
from .nouns import common
from .quantities import Draft
from .tokens import Tokens

_WIDEST = 9
_SHORT = 3
_VERBS = ("reach_verbs", "valuers", "predicates")
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
    if draft.kind != "share" or not 0 < draft.first - earlier.last <= _WIDEST:
        return False
    between = low[earlier.last : draft.first]
    if _apposed(low, earlier, draft, lex) or (earlier.unit is None and _gapped(tokens, earlier, draft, lex)):
        return True
    if len(between) == 1 and between[0].isalpha() and between[0] in lex.sets["name_joins"]:
        return True
    alike = low[draft.last] == low[earlier.last] and low[draft.last] in lex.sets["prepositions"]
    return alike and low[draft.first - 1] in lex.sets["name_joins"]


def _apposed(low: list[str], earlier: Draft, draft: Draft, lex: Lexicon) -> bool:
    """ "fell by 1,240, or 24.6%": one move told twice."""
    opens = low[draft.first - 1] == "(" or low[draft.first - 1] in lex.sets["share_apposers"]
    counted = earlier.amount is not None and earlier.amount.sort != "percent"
    return opens and counted and draft.first - earlier.last < _SHORT and low[draft.last] not in lex.sets["member_joins"]


def _gapped(tokens: Tokens, earlier: Draft, draft: Draft, lex: Lexicon) -> bool:
    """ "exports rose 12%, imports 8%", "grew 6.8%, of which industry 9.2%": a name and its percentage, without a verb of its own."""
    low, k = tokens.low, draft.first - 1
    while k > draft.first - _SHORT and common(tokens, k, lex) and not any(low[k] in lex.sets[name] for name in _VERBS):
        k -= 1
    if k == draft.first - 1 or (low[draft.last].isalpha() and low[draft.last] not in lex.sets["name_joins"]) or not lex.words["noun_reach"]:
        return False
    k -= 2 * (low[k] in lex.sets["of_which_ends"])
    return k == earlier.last and low[k] in lex.sets["name_joins"]


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
    if len(between) > 1 and between[0] == "," and between[-1] in lex.sets["reached"]:
        return False  # "cut by half, to 3.1 percent"
    apart = not lex.sets["apart"].isdisjoint(tokens.low[draft.last : draft.last + _SHORT])  # "rose 4% in May, down from 9% a year earlier"
    if (earlier.kind, draft.kind) != ("growth", "share") or earlier.unit is not None or not 0 < len(between) <= (_WIDEST if apart else _SHORT):
        return False
    return between[-1] in lex.sets["back_to"] and all(word.isalpha() or word == "," for word in between)
