"""Nouns said beside a number «danh từ đứng cạnh con số»: "under 400 of them students", "Of the delegates, 84 were women",
"Participants (142, from 9 countries)".
"""

from __future__ import annotations

from .attested import opens_sentence
from .lexicon import Lexicon
from .nouns import apposed, predicate, unit_at
from .quantities import Draft
from .tokens import BREAK, TAB, Tokens

_EDGES = frozenset({BREAK, TAB, ".", ";", "|", "?", "!"})
_ASIDE_ENDS = frozenset({")", ",", ";"})
_COMPARED = 5
_OPENING = 3
_EARLIER = 4  # figures of the sentence that are looked at
_FULL_STOPS = frozenset({BREAK, TAB, ".", "|", "?", "!"})


def named_part(tokens: Tokens, j: int, lex: Lexicon) -> str | None:
    """ "under 400 of them students": the noun of a part stands behind it."""
    low = tokens.low
    if low[j] not in lex.sets["member_joins"] or low[j + 1] not in lex.sets["partitives"]:
        return None
    found = unit_at(tokens, j + 2, lex)
    if found is None or found[0].sort != "count" or found[0].single or predicate(tokens, j + 2, lex):
        return None
    words = low[j + 2 : found[1]]
    return str(found[0].code) if len(words) < _OPENING or "-" in words else None


def of_these(tokens: Tokens, draft: Draft, lex: Lexicon) -> str | None:
    """ "Of the delegates, 84 were women": what the sentence begins with, told without a number of its own."""
    low, k = tokens.low, draft.first - 1
    if draft.kind != "count" or k < _OPENING or low[k] != "," or not lex.words["noun_reach"]:
        return None
    while k > max(0, draft.first - _COMPARED - 1) and low[k - 1] not in _EDGES:
        k -= 1
    if low[k] not in lex.sets["whole_openers"] or low[k + 1] not in lex.sets["determined"]:
        return None
    found = unit_at(tokens, k + 2, lex)
    counted = found is not None and found[1] == draft.first - 1 and found[0].sort == "count" and not found[0].single
    last = apposed(low, draft.last, lex)
    return str(found[0].code) if found and counted and (last is not None or predicate(tokens, draft.last, lex)) else None


def told_aside(tokens: Tokens, draft: Draft, lex: Lexicon) -> str | None:
    """ "Participants (142, from 9 countries)": how many, in brackets right behind a plural without a number."""
    low, k = tokens.low, draft.first - 1
    if k < 1 or low[k] != "(" or low[draft.last] not in _ASIDE_ENDS or draft.kind != "count" or not lex.words["noun_reach"]:
        return None
    found = unit_at(tokens, k - 1, lex)
    plural = found is not None and found[1] == k and found[0].sort == "count" and not found[0].single
    return str(found[0].code) if found and plural else None


def gathered(tokens: Tokens, first: int, lex: Lexicon) -> str | None:
    """ "a delegation of 12": a body of people counts its members."""
    low = tokens.low
    if first < 2 or low[first - 1] not in lex.sets["member_joins"] or low[first - 2] not in lex.sets["gatherings"]:
        return None
    return "person" if opens_sentence(tokens, first - 2) or not tokens.capital(first - 2) else None


def voted(tokens: Tokens, whole: Draft | None, draft: Draft, lex: Lexicon) -> str | None:
    """ "eight votes in favour and one against", "seven members in favour, three against": the sides of a vote."""
    return whole.unit if whole is not None and tokens.low[draft.last] in lex.sets["sides"] else None


def resembling(tokens: Tokens, drafts: list[Draft], n: int, lex: Lexicon) -> str | None:
    """What a member goes on, farther back than the last whole: "61 agreements with partners in 16 countries, seven with Japan"."""
    draft, low = drafts[n], tokens.low
    if draft.kind != "count":
        return None
    for k in range(n - 1, max(-1, n - 1 - _EARLIER), -1):
        head = drafts[k]
        if not _FULL_STOPS.isdisjoint(low[head.last : draft.first]):
            return None
        smaller = draft.value is not None and head.value is not None and draft.value < head.value
        if head.kind == "count" and head.unit is not None and smaller and _resembles(low, head, draft, lex):
            return head.unit
    return None


def _resembles(low: list[str], head: Draft, draft: Draft, lex: Lexicon) -> bool:
    """Whether the same preposition stands behind both, or the member is led by somebody, as only a delegation is."""
    behind = low[draft.last]
    if behind == low[head.last] and behind in lex.sets["prepositions"]:
        return low[draft.first - 1] in lex.sets["part_openers"]
    led = behind in lex.sets["member_joins"] and low[draft.last + 1] in lex.sets["partitives"] and low[draft.last + 2] in lex.sets["headed"]
    return head.unit == "delegation" and (led or behind in lex.sets["headed"])


def ahead(tokens: Tokens, drafts: list[Draft], n: int) -> str | None:
    """ "Hue received 1.05 million, Da Nang 2.3 million and Vinh 1.9 million visitors": the noun stands behind the last of them."""
    for k in range(n + 1, min(n + 1 + _EARLIER, len(drafts))):
        draft, before = drafts[k], drafts[k - 1]
        if draft.amount is None or not draft.amount.power or not _named_next(tokens, before, draft):
            return None
        if draft.kind == "count" and draft.unit is not None:
            return draft.unit
    return None


def _named_next(tokens: Tokens, before: Draft, draft: Draft) -> bool:
    between = tokens.low[before.last : draft.first]
    named = tokens.capital(draft.first - 1) and not any(word[0].isdecimal() for word in between)
    return len(between) <= _COMPARED and named and _EDGES.isdisjoint(between)
