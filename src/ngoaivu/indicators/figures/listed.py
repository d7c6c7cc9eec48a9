"""List numbers «số thứ tự»: "1." or "2)" at the head of a line, "(3)" inside one, "gồm: 1. Trần Văn Hòa; 2. Lê Thị Năm"."""

from __future__ import annotations

from .codes import bracketed_at
from .heads import Plain
from .lexicon import lexicon
from .tokens import BREAK, TAB, Tokens

_REST = 6
_ITEM = 24  # words of one item in a line


def listed_at(tokens: Tokens, i: int, lang: str, floor: int) -> Plain | None:
    """A list number: "1." or "2)" or "1.2" at the head of a line, "(3)" and "[4]" inside one."""
    low = tokens.low
    before = low[i - 1] if i else BREAK
    after = low[i + 1]
    if before in (BREAK, "-", "–", "*", "•", "#") and (i < 2 or before == BREAK or low[i - 2] == BREAK):
        spaced = not tokens.glued(i + 2) and not (i == 0 and set(low[i + 2 : i + _REST]) <= {BREAK})
        if after in (".", ")", "/", ":", "-") and tokens.glued(i + 1) and spaced and len(low[i]) <= 6:
            return Plain(i, i + 2, "structural") if _list_like(low[i]) else None
        if "." in low[i] and _list_like(low[i]) and tokens.capital(i + 1) and after not in lexicon(lang).scales:
            return Plain(i, i + 1, "structural")
    if after == "." and low[i].isdecimal() and len(low[i]) < 3 and _inline(tokens, i, before):
        return Plain(i, i + 2, "structural")
    if before == BREAK and after in ("|", TAB) and low[i].isdecimal() and len(low[i]) <= 2 and low[i + 2].isalpha():
        return Plain(i, i + 1, "structural")
    if (before, after) in (("(", ")"), ("[", "]")) and low[i].isdecimal() and len(low[i]) <= 2 and bracketed_at(tokens, i):
        return Plain(i - 1, i + 2, "structural")
    return None


def _inline(tokens: Tokens, i: int, before: str) -> bool:
    """ "gồm: 1. Trần Văn Hòa; 2. Lê Thị Năm": numbers of a list told in one line, the first of which is followed by a second."""
    low = tokens.low
    if not tokens.glued(i + 1) or tokens.glued(i + 2) or not tokens.capital(i + 2):
        return False
    if before == ";":
        return True
    ahead = low[i + 3 : i + 3 + _ITEM]
    return before == ":" and low[i] == "1" and any(ahead[k + 1 : k + 3] == ["2", "."] for k in range(len(ahead) - 2) if ahead[k] in ";,.")


def _list_like(word: str) -> bool:
    return all(part.isdecimal() and len(part) <= 2 for part in word.split("."))
