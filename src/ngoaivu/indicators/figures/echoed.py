"""Nouns said short «danh từ nói gọn»: "120 suất học bổng, thêm 20 suất", "7 khu công nghiệp, bình quân 215 ha/khu".

The head alone stands for the longer noun that was counted before it.
"""

from __future__ import annotations

from .lexicon import Lexicon, Unit
from .nouns import common
from .quantities import Draft
from .tokens import Tokens

_COUNTED = frozenset({"count", "growth", "measure", "money"})
_REACH = 60  # words from the longer noun to its head


def echo_nouns(tokens: Tokens, drafts: list[Draft], lex: Lexicon) -> None:
    """Gives a head said alone, counted or counted over, the unit of the last longer noun it began."""
    heads = lex.sets["echoing"]
    if not heads:
        return
    said: dict[str, tuple[Unit, int]] = {}
    for draft in drafts:
        amount = draft.amount
        if amount is None or draft.kind not in _COUNTED:
            continue
        first = amount.number.last + (2 if tokens.low[amount.number.last] == "/" else 0)  # "7/9 cột mốc"
        head = tokens.low[first]
        found = lex.units.match(tokens.low, first) if head in heads else None
        if found is not None and found[1] > first + 1:
            said[head] = found[0], first
        elif head in heads and _near(said, head, first) and _alone(tokens, first + 1, lex):
            amount.unit = said[head][0]
            draft.unit = amount.unit.code
            amount.last, draft.last = max(amount.last, first + 1), max(draft.last, first + 1)
        over = tokens.low[max(amount.last, draft.last) - 1]
        if draft.per is not None and draft.last - 1 > first and _near(said, over, first):
            draft.per = amount.per = said[over][0].code


def _alone(tokens: Tokens, j: int, lex: Lexicon) -> bool:
    """Whether no other noun begins with the head: "2 cột còn lại", but not "2 cột điện"."""
    return not common(tokens, j, lex) or any(tokens.low[j] in lex.sets[name] for name in ("predicates", "verbs", "after_bare", "not_parted"))


def _near(said: dict[str, tuple[Unit, int]], head: str, first: int) -> bool:
    return head in said and first - said[head][1] <= _REACH
