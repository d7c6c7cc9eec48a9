"""How often «mỗi năm, hằng tháng»: a figure counted per year, month or day where the clause says so away from it.

"Bình quân mỗi năm tỉnh tiếp 160 đoàn", "150 volunteers come every year", "120 tonnes of fruit a day".
"""

from __future__ import annotations

from .lexicon import Lexicon, Unit
from .quantities import Draft
from .tokens import BREAK, TAB, Tokens

_EDGES = frozenset({BREAK, TAB, ".", ";", "|", "?", "!", ":"})
_KINDS = frozenset({"count", "money", "measure"})
_CALENDAR = frozenset({"hour", "day", "week", "month", "quarter", "year"})
_BEFORE = 14
_BEHIND = 4
_FAR = 9


def count_over(tokens: Tokens, drafts: list[Draft], lex: Lexicon) -> None:
    """Gives figures the time they are counted over."""
    floor = 0
    for n, draft in enumerate(drafts):
        own = draft.per is not None
        if draft.kind in _KINDS and draft.per is None and draft.unit is not None and draft.unit not in _CALENDAR:
            ceiling = drafts[n + 1].first if n + 1 < len(drafts) else len(tokens.low)
            draft.per = _before(tokens, max(floor, draft.first - _BEFORE), draft, lex) or _behind(tokens, draft.last, ceiling, lex)
            draft.per = draft.per or _labelled(tokens, max(floor, draft.first - _BEFORE), draft, lex)
            if draft.per is not None and n and _together(tokens, drafts[n - 1], draft, lex):
                drafts[n - 1].per = draft.per
        if own or draft.kind not in _KINDS or draft.unit in _CALENDAR:
            floor = draft.last


def _before(tokens: Tokens, floor: int, draft: Draft, lex: Lexicon) -> str | None:
    """ "mỗi năm" to the left, in the same sentence and with nothing but figures counted over it between."""
    low = tokens.low
    if lex.sets["often"].isdisjoint(low[floor : draft.first]):
        return None
    for k in range(draft.first - 1, floor - 1, -1):
        if low[k] in _EDGES:
            return None
        found = _over(low, k, lex) or _habit(low, k, lex)
        if found:
            return found[0]
        if low[k] in lex.sets["distributive"] and lex.units.match(low, k + 1):
            return None
    return None


def _labelled(tokens: Tokens, floor: int, draft: Draft, lex: Lexicon) -> str | None:
    """ "Trucks cleared per day: 420", "Số xe thông quan/ngày: 420": the label ends with the time it is counted over."""
    low, colon = tokens.low, draft.first - 1
    if colon < 1 or low[colon] != ":":
        return None
    for k in range(colon - 1, max(floor, colon - _BEHIND) - 1, -1):
        if low[k] in _EDGES:
            return None
        rated = low[k] in lex.sets["rate_words"] or low[k] in lex.sets["loosely_each"] or low[k] in lex.sets["distributive"]
        found = _calendar(low, k + 1, lex) if k and (rated or (low[k] == "/" and tokens.glued(k))) else None
        if found:
            return found[0] if found[1] == colon or low[found[1]] == "(" else None
    return None


def _behind(tokens: Tokens, start: int, ceiling: int, lex: Lexicon) -> str | None:
    """ "every year", or "a day" behind the noun phrase, to the right."""
    low = tokens.low
    for k in range(start, min(start + _FAR, ceiling)):
        if low[k] in _EDGES or low[k] in lex.sets["clause_joins"] or low[k] in lex.sets["relatives"]:
            return None
        found = _over(low, k, lex) or (_calendar(low, k + 1, lex) if low[k] in lex.sets["rate_words"] else None)
        if found is None and low[k] in lex.sets["loosely_each"] and start < k < start + _BEHIND and low[k - 1] not in lex.sets["prepositions"]:
            found = _calendar(low, k + 1, lex)
        if found:
            return None if low[found[1]] in lex.sets["not_each"] else found[0]
    return None


def _together(tokens: Tokens, earlier: Draft, draft: Draft, lex: Lexicon) -> bool:
    """ "300 tonnes of cassava and 40 tonnes of pepper cross the border each day": two things of one verb, which says how often."""
    between = tokens.low[earlier.last : draft.first]
    if earlier.per is not None or earlier.kind not in _KINDS or earlier.unit in (None, *_CALENDAR) or not 0 < len(between) <= _BEHIND:
        return False
    words = between[1:-1] if between[0] in lex.sets["member_joins"] else between[:-1]
    joined = between[-1] in lex.sets["name_joins"] and between[-1].isalpha()
    verb = tokens.low[draft.last] not in lex.sets["distributive"] and bool(lex.words["noun_reach"])
    return joined and verb and all(word.isalpha() and word not in lex.sets["function_words"] for word in words)


def _over(low: list[str], k: int, lex: Lexicon) -> tuple[str, int] | None:
    return _calendar(low, k + 1, lex) if low[k] in lex.sets["distributive"] else None


def _habit(low: list[str], k: int, lex: Lexicon) -> tuple[str, int] | None:
    """ "Hằng năm, ..." opens its clause; "kế hoạch hằng năm" only names a plan."""
    opens = low[k] in lex.sets["habitual"] and (k == 0 or low[k - 1] in _EDGES or low[k - 1] == ",")
    return _calendar(low, k + 1, lex) if opens else None


def _calendar(low: list[str], k: int, lex: Lexicon) -> tuple[str, int] | None:
    found: tuple[Unit, int] | None = lex.units.match(low, k)
    return (str(found[0].code), found[1]) if found and found[0].code in _CALENDAR else None
