"""Nouns said beside a number «danh từ đứng cạnh con số»: "under 400 of them students", "Of the delegates, 84 were women",
"Participants (142, from 9 countries)".
"""

from __future__ import annotations

from .attested import opens_sentence
from .heads import yearlike
from .lexicon import Lexicon
from .nouns import apposed, predicate, unit_at
from .quantities import Draft
from .tokens import BREAK, TAB, Tokens

_EDGES = frozenset({BREAK, TAB, ".", ";", "|", "?", "!"})
_ASIDE_ENDS = frozenset({")", ",", ";"})
_COMPARED = 5
_OPENING = 3
_FAR = 14  # words from a figure to the next of one verb
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


def explained(tokens: Tokens, draft: Draft, lex: Lexicon) -> str | None:
    """ "Row 1: 12 (leaders)": who they are, in brackets behind a number that stands alone behind its label."""
    low, j = tokens.low, draft.last
    if draft.kind != "count" or not draft.first or low[draft.first - 1] != ":" or low[j] != "(":
        return None
    found = unit_at(tokens, j + 1, lex)
    alone = found is not None and found[0].sort == "count" and low[found[1]] in _ASIDE_ENDS
    return str(found[0].code) if found and alone else None


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


def periodic(tokens: Tokens, sibling: Draft | None, draft: Draft, lex: Lexicon) -> str | None:
    """ "numbered 17 in the first quarter and 39 for the first half": a time behind each, and the noun said once."""
    if sibling is None or sibling.kind != "count" or draft.kind != "count" or draft.first - sibling.last > _FAR:
        return None
    low = tokens.low
    joined = low[draft.first - 1] in lex.sets["list_words"] and _FULL_STOPS.isdisjoint(low[sibling.last : draft.first])
    return sibling.unit if joined and _timed(low, sibling.last, lex) and _timed(low, draft.last, lex) else None


def _timed(low: list[str], j: int, lex: Lexicon) -> bool:
    """Whether a time is told at word `j`: "in the first quarter", "for the half as a whole", "in March", "in 2023"."""
    if low[j] not in lex.sets["prepositions"] and low[j] not in lex.sets["articles_before"]:
        return False
    words = low[j + 1 : j + 1 + _EARLIER]
    months = lex.words["dates"]["months"] if lex.words["noun_reach"] else ()
    return any(word in lex.sets["time_nouns"] or word in months or yearlike(word) for word in words)


def dated_head(tokens: Tokens, drafts: list[Draft], n: int, lex: Lexicon) -> str | None:
    """ "Hồ sơ năm 2023 là 140": what the clause begins with, a time and a verb that tells a value behind it."""
    draft, low = drafts[n], tokens.low
    before = drafts[n - 1] if n else None
    if draft.kind != "count" or before is None or before.kind != "period" or before.last != draft.first - 1 or not before.first:
        return None
    if not any(low[draft.first - 1] in lex.sets[name] for name in ("equals", "valuers", "holders")):
        return None
    end = before.first - (low[before.first - 1] in lex.sets["prepositions"])
    for start in range(max(0, end - _OPENING), end):
        opens = start == 0 or low[start - 1] in _EDGES or low[start - 1] == ","
        found = lex.units.match(low, start) if opens else None
        if found is not None and found[1] == end and found[0].sort == "count" and not (found[0].single and lex.words["noun_reach"]):
            return str(found[0].code)
    return None


def rowed(tokens: Tokens, drafts: list[Draft], n: int, lex: Lexicon) -> str | None:
    """ "Row 1: 12 (leaders); row 2: 24": rows of one head count the same."""
    head = _row_head(tokens.low, drafts[n].first, lex)
    if head is None:
        return None
    for draft in reversed(drafts[max(0, n - _EARLIER) : n]):
        if draft.kind == "count" and draft.unit is not None and _row_head(tokens.low, draft.first, lex) == head:
            return draft.unit
    return None


def _row_head(low: list[str], first: int, lex: Lexicon) -> str | None:
    labelled = first > _OPENING - 1 and low[first - 1] == ":" and low[first - 2].isdecimal() and low[first - 3] in lex.sets["row_heads"]
    return low[first - 3] if labelled else None


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
