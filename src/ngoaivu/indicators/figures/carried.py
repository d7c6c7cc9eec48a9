"""What a list says once «danh từ, động từ nói một lần»: the noun of "62 hồ sơ, 48 được duyệt, 9 bị trả", and the verb and
hedge of "tăng lần lượt 2,58%, 8,74% và 6,05%".
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from .lexicon import Lexicon
from .nouns import apposed, described, predicate
from .quantities import Draft
from .shapes import behind_month, of_them
from .tokens import BREAK, TAB, Tokens
from .wholes import told_of

_STOPS = frozenset({BREAK, TAB, ".", "|", "?", "!", ":"})
_NAMES = frozenset({"structural", "document"})
_PERCENTS = frozenset({"growth", "share", "ratio"})
_REACH = 16
_NEAR = 4
_HEADS = 3
_WIDEST = 4


def distribute(tokens: Tokens, drafts: list[Draft], lex: Lexicon) -> None:
    """Growth and forecasts said before a list hold for all its members: marked by "lần lượt", "respectively"."""
    if not any(draft.kind == "growth" or draft.hedge == "forecast" for draft in drafts):
        return
    run: list[Draft] = []
    for draft in drafts:
        if draft.amount is None or (run and not _joined(tokens, run[-1], draft, lex)):
            _settle_run(tokens, run, lex)
            run = []
        if draft.amount is not None:
            run.append(draft)
    _settle_run(tokens, run, lex)


def _joined(tokens: Tokens, earlier: Draft, draft: Draft, lex: Lexicon) -> bool:
    between = tokens.low[earlier.last : draft.first]
    return 0 < len(between) < _WIDEST and all(word in lex.sets["name_joins"] for word in between)


def _settle_run(tokens: Tokens, run: list[Draft], lex: Lexicon) -> None:
    if len(run) < 2:
        return
    first, last, low = run[0], run[-1], tokens.low
    number = first.amount.number.first if first.amount else first.first
    marked = low[last.last] in lex.sets["respectively"]
    if low[number - 1] in lex.sets["in_turn"] or low[number - 2] in lex.sets["in_turn"]:
        marked = True
    grown = all(draft.kind in _PERCENTS and draft.unit is None for draft in run)
    if first.kind == "growth" and grown and (marked or len(run) > 2):
        for draft in run[1:]:
            if draft.kind != "growth":
                draft.kind, draft.value = "growth", draft.value and draft.value.copy_sign(first.value or draft.value)
    if marked and first.hedge == "forecast":
        for draft in run[1:]:
            draft.hedge = "forecast" if draft.hedge == "exact" else draft.hedge


def carry(tokens: Tokens, drafts: list[Draft], lex: Lexicon) -> None:
    """Gives the members of a whole its noun: each opens a clause of its own and is no more than the whole, or its rest."""
    if not any(draft.kind == "count" and draft.unit is None for draft in drafts):
        return
    heads: list[tuple[Draft, Decimal]] = []
    previous: Draft | None = None
    for earlier, draft in pairwise([None, *drafts]):
        assert draft is not None
        if earlier is not None and not _STOPS.isdisjoint(tokens.low[earlier.last : draft.first]) and not _told_next(tokens, previous, draft, lex):
            heads.clear()
            previous = None
        if draft.kind != "count" or draft.value is None:
            continue
        if draft.unit is not None:
            heads[:] = [*heads[1 - _HEADS :], (draft, draft.of - draft.value if draft.of else draft.value)]
            previous = draft
        elif previous is not None and draft.first - previous.last <= _REACH and _member(tokens, earlier, draft, lex):
            previous = _take(tokens, heads, draft, lex) or previous
        elif (
            previous is not None
            and previous is earlier
            and draft.value > 1
            and described(tokens, draft.first, draft.last, draft.first - previous.last, lex)
        ):
            part = previous.carried or draft.first - previous.last == 1
            previous = (_take(tokens, heads, draft, lex) or previous) if part else _beside(previous, draft)


def _told_next(tokens: Tokens, previous: Draft | None, draft: Draft, lex: Lexicon) -> bool:
    """ "Twenty-two interpreters are on the roster. Twelve work in Japanese": the next sentence opens with a part of the whole."""
    if previous is None or draft.kind != "count" or draft.value is None or draft.first - previous.last > _REACH:
        return False
    between = tokens.low[previous.last : draft.first]
    opened = between[-1:] == ["."] or behind_month(tokens, draft, lex) or of_them(tokens, draft, lex)
    return opened and sum(word in _STOPS for word in between) == 1 and _member(tokens, None, draft, lex)


def _take(tokens: Tokens, heads: list[tuple[Draft, Decimal]], draft: Draft, lex: Lexicon) -> Draft | None:
    """Takes the member from the nearest whole that is as large, or was only planned: "we expected 150 guests; 163 came"."""
    for head, room in reversed(heads):
        planned = head.hedge == "forecast" or not lex.sets["planners"].isdisjoint(tokens.low[max(0, head.first - _NEAR) : head.first])
        if draft.value is not None and (draft.value <= room or planned):
            draft.unit, draft.carried = head.unit, True
            return draft
    return None


def _beside(previous: Draft, draft: Draft) -> Draft:
    """ "25 full, 40 partial": the noun stands before both."""
    draft.unit, draft.carried = previous.unit, True
    return draft


def _member(tokens: Tokens, earlier: Draft | None, draft: Draft, lex: Lexicon) -> bool:
    amount, low, first = draft.amount, tokens.low, draft.first
    if amount is None or amount.unit is not None or amount.power or draft.of is not None:
        return False
    opened = behind_month(tokens, draft, lex) or of_them(tokens, draft, lex) or (first and low[first - 1] == ".")
    if low[first - 1] not in lex.sets["clause_joins"] and not opened:
        return False
    named = earlier is not None and earlier.kind in _NAMES and first - earlier.last < _NEAR
    last = apposed(low, draft.last, lex)
    return not named and (last is not None or predicate(tokens, draft.last, lex) or told_of(tokens, first, draft.last, lex))
