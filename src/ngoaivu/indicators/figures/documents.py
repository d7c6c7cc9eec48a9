"""Documents «văn bản, điều khoản»: numbers of decrees, plans and letters with their kind and date, and their clauses."""

from __future__ import annotations

import re
from bisect import bisect_left

from .dates import dated_at
from .heads import Heads, Plain, counts, heads_of, yearlike
from .lexicon import lexicon
from .tokens import Tokens

_CODE = re.compile(r"[0-9]{1,6}[a-z]?(?:[/-](?:19|20)[0-9]{2})?(?:[/-] ?[A-ZĐ][^\W_]{0,14})(?:[-/&.][^\W_]{1,14}){0,5}")
_YEARED = re.compile(r"[0-9]{1,6}[/-](?:19|20)[0-9]{2}(?![0-9])")


def document_at(tokens: Tokens, i: int, lang: str, floor: int) -> Plain | None:
    """A document number or a clause, with the kind of document before it and its date behind."""
    words, low = heads_of(lang), tokens.low
    code = _CODE.match(tokens.text, tokens.start[i])
    first, numbered = _skip_number_word(tokens, i, words, floor)
    head = words.documents.match_back(low, first - 1, floor) if first > floor else None
    if code is None and head is None:
        return _clause(tokens, i, words, lang, floor)
    last = i + 1
    if code is not None and tokens.start[i] + _digits(code.group()) < code.end():
        last = bisect_left(tokens.start, code.end())
    elif not numbered and _counted(tokens, i, head, lang):
        return None
    else:
        yeared = _YEARED.match(tokens.text, tokens.start[i])
        last = bisect_left(tokens.start, yeared.end()) if yeared else last
    if head is not None:
        first = head[1]
    return Plain(first, _with_date(tokens, last, words, lang), "document")


def _counted(tokens: Tokens, i: int, head: tuple[str, int] | None, lang: str) -> bool:
    """Whether the number behind a kind of document is no number of it: "Kế hoạch 2025", "(kế hoạch 20)", "báo cáo 5 vụ"."""
    if yearlike(tokens.low[i]):
        return True
    first = head[1] if head else i
    named = tokens.capital(first)
    if not named and tokens.low[first - 1] == "(" and tokens.low[i + 1] == ")":
        return True
    if head and tokens.low[i + 1] in lexicon(lang).sets["verbal_units"]:
        return False
    return counts(tokens, i, lang) and not (named and bool(lexicon(lang).words["noun_reach"]))


def _digits(code: str) -> int:
    return len(code) - len(code.lstrip("0123456789"))


def _skip_number_word(tokens: Tokens, i: int, words: Heads, floor: int) -> tuple[int, bool]:
    """The index of "số" or "No." before the number, and whether there was one."""
    k = i
    while k > floor and tokens.low[k - 1] in (":", "."):
        k -= 1
    found = words.numbers.match_back(tokens.low, k - 1, floor) if k > floor else None
    if found is None:
        return i, False
    return found[1], True


def _with_date(tokens: Tokens, last: int, words: Heads, lang: str) -> int:
    """The date of the document right behind its number belongs to it."""
    low = tokens.low
    start = last + 1 if low[last] in (",", "(") else last
    if low[start] not in words.openers:
        return last
    for numeral in range(start + 1, start + 4):
        if low[numeral][0].isdecimal():
            found = dated_at(tokens, numeral, lang, start)
            return found.last if found and found.first <= numeral else last
    return last


def _clause(tokens: Tokens, i: int, words: Heads, lang: str, floor: int) -> Plain | None:
    """ "điểm a khoản 2 Điều 10": each numeral with its word."""
    found = words.clauses.match_back(tokens.low, i - 1, floor) if i > floor else None
    if found is None or words.not_heads.match_back(tokens.low, i - 1, floor):
        return None
    first, *parts = tokens.low[i].split(".")
    if not (first.isdecimal() and len(first) <= 3 and all(part.isdecimal() and len(part) <= 2 for part in parts)):
        return None
    lex = lexicon(lang)
    unit = lex.units.match(tokens.low, i + 1)
    if tokens.low[i + 1] in lex.scales or (unit and unit[0].sort in ("percent", "money")):
        return None
    return Plain(found[1], i + 1, "document")
