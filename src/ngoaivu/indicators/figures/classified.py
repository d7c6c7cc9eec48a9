"""Classifiers «loại từ»: "Hộ chiếu phổ thông: 12.480 cuốn" counts passports, for a classifier alone takes the noun of its label."""

from __future__ import annotations

from .lexicon import Lexicon, Unit
from .quantities import Draft
from .tokens import BREAK, TAB, Tokens

_EDGES = frozenset({BREAK, TAB, ";", ".", "|", ",", "(", ":"})
_STOPS = frozenset({BREAK, TAB, ".", "|", ":"})
_JOINTS = frozenset({":", "|", TAB})
_WIDEST = 12
_RATED = 3  # words of a classifier and what it is counted over
_NOUN = 4


def classify(tokens: Tokens, drafts: list[Draft], lex: Lexicon) -> None:
    """Gives figures behind which nothing but a classifier stands the noun before them, where the two go together."""
    table = lex.words["classified"]
    if not table:
        return
    last: Draft | None = None
    for draft in drafts:
        amount = draft.amount
        if amount is None or amount.unit is None or draft.kind not in ("count", "growth"):
            continue
        noun = amount.number.last
        length = amount.last - noun
        allowed = table.get(tokens.low[noun]) if length == 1 or (length == _RATED and draft.per is not None) else None
        unit = (_before(tokens, draft.first, frozenset(allowed), lex) or _again(tokens, last, draft)) if allowed else None
        if unit is not None:
            amount.unit, draft.unit, last = unit, unit.code, draft


def _again(tokens: Tokens, last: Draft | None, draft: Draft) -> Unit | None:
    """ "Hộ chiếu: 312 cuốn, trong đó 12 cuốn do bị mất": the same classifier said again in the sentence."""
    if last is None or last.amount is None or draft.amount is None:
        return None
    alike = tokens.low[last.amount.number.last] == tokens.low[draft.amount.number.last]
    between = tokens.low[last.last : draft.first]
    return last.amount.unit if alike and len(between) < _WIDEST and _STOPS.isdisjoint(between) else None


def _before(tokens: Tokens, first: int, allowed: frozenset[str], lex: Lexicon) -> Unit | None:
    """A noun the classifier goes with: in the label, before a verb that tells a value, or right before the number."""
    low = tokens.low
    labelled = first > 0 and (low[first - 1] in _JOINTS or any(low[first - 1] in lex.sets[name] for name in ("equals", "reach_verbs")))
    k = end = first - labelled
    while k > 0 and first - k < _WIDEST and low[k - 1] not in _EDGES and not low[k - 1][0].isdecimal():
        k -= 1
    for start in range(k if labelled else max(k, end - _NOUN), end):
        found = lex.units.match(low, start)
        if found is not None and found[0].code in allowed and (found[1] == end or (labelled and found[1] < end)):
            unit: Unit = found[0]
            return unit
    return None
