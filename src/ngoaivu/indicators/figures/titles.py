"""Titles of works «tên tác phẩm, chương trình»: in “Việt Nam - 63 sắc màu” a programme is named and nothing counted."""

from __future__ import annotations

from .lexicon import Lexicon
from .quantities import Draft
from .tokens import BREAK, Tokens

_OPENING, _CLOSING = frozenset('"“«'), frozenset('"”»')
_LONGEST = 12  # words of a title
_WORDS = (1, 2, 3)  # of the noun before it: "phim tài liệu"
_NAMED = frozenset({"count", "measure"})


def name_titles(tokens: Tokens, drafts: list[Draft], lex: Lexicon) -> None:
    """Makes structural what stands in the quoted title of a work; money and shares in one are news."""
    for draft in drafts:
        if draft.kind in _NAMED and _entitled(tokens, draft, lex):
            draft.kind, draft.unit, draft.hedge, draft.flags = "structural", None, "exact", ()
            draft.value = draft.high = draft.of = draft.per = draft.amount = None


def _entitled(tokens: Tokens, draft: Draft, lex: Lexicon) -> bool:
    """Whether a quotation mark behind a word for a work opens before a figure and closes behind it."""
    low, k, end = tokens.low, draft.first - 1, draft.last
    while k > 0 and low[k] not in _OPENING and low[k] != BREAK and draft.first - k <= _LONGEST:
        k -= 1
    while low[end] not in _CLOSING and low[end] != BREAK and end - draft.last <= _LONGEST:
        end += 1
    opens = k > 0 and low[k] in _OPENING and low[end] in _CLOSING and tokens.glued(k + 1)
    return opens and not lex.sets["works"].isdisjoint(" ".join(low[max(0, k - many) : k]) for many in _WORDS)
