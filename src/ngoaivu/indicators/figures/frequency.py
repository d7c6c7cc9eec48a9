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


def count_over(tokens: Tokens, drafts: list[Draft], lex: Lexicon) -> None:
    """Gives figures the time they are counted over."""
    floor = 0
    for n, draft in enumerate(drafts):
        own = draft.per is not None
        if draft.kind in _KINDS and draft.per is None and draft.unit is not None and draft.unit not in _CALENDAR:
            ceiling = drafts[n + 1].first if n + 1 < len(drafts) else len(tokens.low)
            draft.per = _before(tokens, max(floor, draft.first - _BEFORE), draft, lex) or _behind(tokens, draft.last, ceiling, lex)
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


def _behind(tokens: Tokens, start: int, ceiling: int, lex: Lexicon) -> str | None:
    """ "every year", or "a day" behind the noun phrase, to the right."""
    low = tokens.low
    for k in range(start, min(start + _BEHIND, ceiling)):
        if low[k] in _EDGES or low[k] == ",":
            return None
        found = _over(low, k, lex)
        if found is None and low[k] in lex.sets["loosely_each"] and k > start:
            found = _calendar(low, k + 1, lex)
        if found:
            return None if low[found[1]] in lex.sets["not_each"] else found[0]
    return None


def _over(low: list[str], k: int, lex: Lexicon) -> tuple[str, int] | None:
    return _calendar(low, k + 1, lex) if low[k] in lex.sets["distributive"] else None


def _habit(low: list[str], k: int, lex: Lexicon) -> tuple[str, int] | None:
    """ "Hằng năm, ..." opens its clause; "kế hoạch hằng năm" only names a plan."""
    opens = low[k] in lex.sets["habitual"] and (k == 0 or low[k - 1] in _EDGES or low[k - 1] == ",")
    return _calendar(low, k + 1, lex) if opens else None


def _calendar(low: list[str], k: int, lex: Lexicon) -> tuple[str, int] | None:
    found: tuple[Unit, int] | None = lex.units.match(low, k)
    return (str(found[0].code), found[1]) if found and found[0].code in _CALENDAR else None
