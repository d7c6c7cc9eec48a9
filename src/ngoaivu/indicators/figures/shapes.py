"""Shapes of a clause that show a bare number counts «hình thức câu có đếm»: "the other 145", "192 complained", "of which 12"."""

from __future__ import annotations

from .lexicon import Lexicon
from .nouns import plural, predicate
from .quantities import Draft
from .tokens import BREAK, TAB, Tokens

_EDGES = frozenset({BREAK, TAB, ".", ";", "|", "?", "!", ",", "and", "và"})
_STOPS = frozenset({BREAK, TAB, ".", "|", "?", "!"})
_BODIES = frozenset({"person", "organisation", "enterprise", "school", "country", "household", "investor"})
_QUOTES, _UNQUOTES = frozenset('"“«‘'), frozenset('"”»’')
_QUOTED = 9  # words from the quotation mark to the last number
_APART = 9
_LONG = 3


def shaped(tokens: Tokens, draft: Draft, lex: Lexicon) -> bool:
    """Whether the words around a bare number leave no doubt that it counts."""
    low, first, last = tokens.low, draft.first, draft.last
    before = low[first - 1] if first else BREAK
    if before in lex.sets["determiners"] or before in lex.sets["of_which_ends"]:
        return True
    if low[last] in lex.sets["member_joins"] and low[last + 1] in lex.sets["partitives"]:
        return True
    if first > 2 and before == "," and low[first - 2] in lex.sets["partitives"] and low[first - 3] in lex.sets["member_joins"]:
        return True  # "Of these, 18 came from Europe"
    if first > 1 and before in lex.sets["are"] and low[first - 2] in lex.sets["there"]:
        return True
    return bool(lex.words["noun_reach"]) and (
        _acts(tokens, draft, before, lex)
        or behind_month(tokens, draft, lex)
        or of_them(tokens, draft, lex)
        or _rated(low, last, lex)
        or _levelled(low, first, lex)
        or _gapped(tokens, draft, lex)
    )


def behind_month(tokens: Tokens, draft: Draft, lex: Lexicon) -> bool:
    """ "between April and June 58 moved in": a verb behind a number that is no day of the month before it."""
    months = lex.words["dates"]["months"] if lex.words["noun_reach"] else ()
    return draft.first > 0 and tokens.low[draft.first - 1] in months and predicate(tokens, draft.last, lex)


def of_them(tokens: Tokens, draft: Draft, lex: Lexicon) -> bool:
    """ "Of them 20 are women"."""
    low, k = tokens.low, draft.first - 1
    return k > 0 and low[k] in lex.sets["partitives"] and low[k - 1] in lex.sets["member_joins"] and predicate(tokens, draft.last, lex)


def _acts(tokens: Tokens, draft: Draft, before: str, lex: Lexicon) -> bool:
    """ "About trade barriers 192 complained": a plural before it takes no number as its name."""
    common = before.isalpha() and plural(before, lex) and not tokens.capital(draft.first - 1)
    return common and predicate(tokens, draft.last, lex)


def _levelled(low: list[str], first: int, lex: Lexicon) -> bool:
    """ "had risen to 58", "this compares with 41"."""
    if first < 2 or low[first - 1] not in lex.sets["back_to"]:
        return False
    return low[first - 2] in (lex.sets["changes"] if low[first - 1] in lex.sets["reached"] else lex.sets["compared"])


def _rated(low: list[str], last: int, lex: Lexicon) -> bool:
    """ "410 a day", "12 per month": so many in a time."""
    over = lex.units.match(low, last + 1) if low[last] in lex.sets["loosely_each"] or low[last] in lex.sets["rate_words"] else None
    return over is not None and over[0].sort == "measure"


def _gapped(tokens: Tokens, draft: Draft, lex: Lexicon) -> bool:
    """ "officials made 167 trips, staff of universities 139 and business people 121": the verb is said once."""
    low, first = tokens.low, draft.first
    if not first or low[draft.last] not in _EDGES or len(low[draft.last - 1]) < _LONG or tokens.capital(first - 1):
        return False
    found = lex.units.match(low, first - 1)
    return found is not None and found[1] == first and found[0].code in _BODIES and not found[0].single


def alike(tokens: Tokens, known: Draft | None, draft: Draft, lex: Lexicon) -> bool:
    """ "số học tiếng Trung là 187, tiếng Hàn là 142", "84 from Laos, 31 from Thailand": the same word stands at each."""
    low, first = tokens.low, draft.first
    if known is None or not known.first or not 1 < first - known.last <= _APART:
        return False
    if low[draft.last] == low[known.last] and low[draft.last] in lex.sets["prepositions"]:
        return low[first - 1] in lex.sets["clause_joins"] and _STOPS.isdisjoint(low[known.last : first])
    if low[draft.last] not in _EDGES:
        return False
    told = low[first - 1] in lex.sets["equals"] or low[first - 1] in lex.sets["holders"]
    return told and low[first - 1] == low[known.first - 1] and _STOPS.isdisjoint(low[known.last : first])


def slogan(tokens: Tokens, first: int) -> bool:
    """phương châm "3 bám, 4 cùng": in quotes nothing but small numbers, each with one word behind; nobody counts by them."""
    low, k = tokens.low, first
    while k > 1 and low[k - 1] not in _QUOTES and first - k < _QUOTED:
        k -= 1
    if low[k - 1] not in _QUOTES or not tokens.glued(k):
        return False
    while len(low[k]) == 1 and low[k].isdecimal() and low[k + 1].isalpha():
        if low[k + 2] in _UNQUOTES:
            return True
        k += 3
    return False
