"""Ages without the word «tuổi»: "Mr Phu, 68, has lived", "aged 18 to 35", "16 or over", "children under six"."""

from __future__ import annotations

from .context import aged_before, limits_people
from .lexicon import Lexicon
from .quantities import Draft
from .tokens import BREAK, Tokens

_YOUNGEST, _OLDEST = 10, 120
_FULL_NAME = 3
_NEAR = 4


def is_age(tokens: Tokens, before: Draft | None, draft: Draft, lex: Lexicon) -> bool:
    """Whether a bare number tells somebody's age; `before` is the figure before it."""
    if draft.value is None or not 0 < (draft.high or draft.value) <= _OLDEST:
        return False
    if before is not None and (before.kind, before.unit) == ("measure", "year") and before.amount and before.amount.unit is None:
        between = tokens.low[before.last : draft.first]
        if between and all(word in lex.sets["name_joins"] for word in between):
            return True
    return _said(tokens, draft, lex) or _limited(tokens, draft, lex) or _under(tokens, before, draft, lex) or _aside(tokens, draft, lex)


def _said(tokens: Tokens, draft: Draft, lex: Lexicon) -> bool:
    low, k = tokens.low, draft.first - 1
    subject = k > 0 and low[k] in lex.sets["equals"] and low[k - 1] in lex.sets["aged_subjects"]
    return aged_before(low, draft.first, lex) or subject


def _limited(tokens: Tokens, draft: Draft, lex: Lexicon) -> bool:
    """ "16 or over", "people over 60"."""
    low, amount = tokens.low, draft.amount
    if amount is None or (low[draft.last].isalpha() and low[draft.last - 1] == low[amount.last - 1] and _counted_on(low, draft.last, lex)):
        return False
    if draft.last > amount.last and low[draft.last - 1] in lex.sets["age_ends"]:
        return not tokens.capital(draft.last) and (draft.first == 0 or low[draft.first - 1] not in lex.sets["member_joins"])
    return limits_people(low, amount.first, lex)


def _under(tokens: Tokens, before: Draft | None, draft: Draft, lex: Lexicon) -> bool:
    """ "Most trainees were under 35", "87 were women and 21 under 18": so old are people, and not so many."""
    low, k = tokens.low, (draft.amount.first if draft.amount else draft.first) - 1
    if k < 1 or low[k] not in lex.sets["age_limits"] or _counted_on(low, draft.last, lex):
        return False
    if before is not None and before.last == k:
        return before.kind == "count" and before.unit in (None, "person")
    told = low[k - 1] in lex.sets["are"] or low[k - 1] in lex.sets["equals"]
    return told and _person_ends(low, k - 2, lex)


def _counted_on(low: list[str], j: int, lex: Lexicon) -> bool:
    return low[j] not in lex.sets["function_words"] and lex.units.match(low, j) is not None


def _aside(tokens: Tokens, draft: Draft, lex: Lexicon) -> bool:
    """ "Mr Phu, 68, has lived in Germany": an age between commas, behind a name with its title or in full."""
    low, k = tokens.low, draft.first - 2
    if k < 0 or low[k + 1] != "," or low[draft.last] != "," or draft.value is None or draft.value < _YOUNGEST:
        return False
    names = 0
    while k > max(0, draft.first - 9) and (tokens.capital(k) or low[k - 1] == "-") and low[k] not in lex.sets["titles"]:
        names += 1
        k -= 2 if low[k - 1] in ".-" else 1
    if low[k] in lex.sets["titles"]:
        return True
    if tokens.capital(draft.last + 1) or low[draft.last + 1][0].isdecimal():
        return False
    if not names:
        return low[k] in lex.sets["kin"]
    return names >= _FULL_NAME or _person_ends(low, k, lex)


def _person_ends(low: list[str], k: int, lex: Lexicon) -> bool:
    """Whether a word for a person ends at word `k`: "nghệ nhân Neáng Sa, 72, ..."."""
    for start in range(k, max(-1, k - _NEAR), -1):
        if low[start] == BREAK:
            return False
        found = lex.units.match(low, start)
        if found and found[0].code == "person" and found[1] == k + 1:
            return True
    return False
