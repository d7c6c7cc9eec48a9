"""Codes «mã, tọa độ, tỷ lệ bản đồ»: numerals recognised by their look alone, whatever the language: coordinates, 1:50.000,
Km 12+300, 978-604-0-12345-6, BA.5.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from .heads import Plain, heads_of, tail
from .lexicon import Lexicon, lexicon
from .tokens import BREAK, Tokens

_ANGLE = re.compile(
    r"[0-9]{1,3}(?:[.,][0-9]{1,6})? ?"
    r"(?:° ?(?:(?=[0-9])|(?=(?:[NSEWBĐ]|vĩ|kinh|bắc|nam|đông|tây)\b))"
    r"|(?:độ|degrees) (?=[0-9]{1,2} (?:phút|minutes)|(?:vĩ|kinh|bắc|nam|đông|tây|north|south|east)\b))"
    r"(?:[0-9]{1,2}(?:[.,][0-9]{1,6})? ?(?:['′’]|phút|minutes))?(?: ?[0-9]{1,2}(?:[.,][0-9]{1,6})? ?(?:[\"″”]|''|giây|seconds))?",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"[0-9]{1,5}:[0-9]{1,5}(?:[.,][0-9]{3}){0,2}(?![0-9:])"  # 1:50.000
    r"|[0-9]{1,4}\+[0-9]{3}(?![0-9]|[.,][0-9]| ?=)"  # 12+300
    r"|(?<=km )[0-9]{1,4} \+ [0-9]{3}(?![0-9]|[.,][0-9]| ?=)"
    r"|1/[0-9]{1,3}(?:[.,][0-9]{3})+(?![0-9])"  # 1/25.000
    r"|[0-9]{1,6}(?:-[0-9]{1,6}){2,6}(?![0-9])"  # 978-604-0-12345-6
    r"|(?:(?<=[A-Z][0-9] )|(?<=[A-Z][0-9]{2} )|(?<=[A-Z][0-9][A-Z] ))[0-9][A-Z]{2}(?![A-Za-z0-9])"  # NW1 6XE
)
_DASHES = frozenset({"-", "–"})
_SCORED = 6  # words from the name of a test to the mark
_LONGEST_NUMBER = 8  # longer runs of digits without a separator are codes, unless something is counted


def code_at(tokens: Tokens, i: int, lang: str, floor: int) -> Plain | None:
    """A code known by its own look."""
    for form in (_ANGLE, _MARKED):
        match = form.match(tokens.text, tokens.start[i])
        if match:
            last = bisect_left(tokens.start, match.end())
            return Plain(i, last, "structural") if tokens.end[last - 1] <= match.end() else None
    return _lettered(tokens, i, floor)


def mark_at(tokens: Tokens, i: int, lang: str, floor: int) -> Plain | None:
    """A mark in a test: "IELTS từ 6.5 trở lên", "a TOEIC score of at least 600", "above 7.0 in IELTS"."""
    marks, lex, low = heads_of(lang).marks, lexicon(lang), tokens.low
    if low[i + 1] in lex.scales or low[i + 1] == "%" or lex.units.match(low, i + 1):
        return None
    if low[i + 1] in lex.sets["prepositions"] and low[i + 2] in marks:
        return Plain(i, i + 1, "structural")
    for k in range(i - 1, max(0, i - _SCORED) - 1, -1):
        if low[k] in marks:
            return Plain(i, i + 1, "structural")
        if not (low[k].isalpha() or _ranges(low, k, lex) or (low[k][0].isdecimal() and _ranges(low, k + 1, lex))):
            return None
    return None


def _ranges(low: list[str], k: int, lex: Lexicon) -> bool:
    """Whether the word at `k` stands inside a range: "a TOEIC score of 600 to 650"."""
    found = lex.joins.match(low, k)
    return low[k] in _DASHES or (found is not None and found[0] == "range")


def _lettered(tokens: Tokens, i: int, floor: int) -> Plain | None:
    """Behind short letters and a point: "BA.5", "III.2", "B.1"."""
    if i < floor + 2 or tokens.low[i - 1] != "." or not (tokens.glued(i) and tokens.glued(i - 1)):
        return None
    before = tokens.text[tokens.start[i - 2] : tokens.end[i - 2]]
    if before.isalpha() and before.isupper() and len(before) <= 4:
        return Plain(i - 2, tail(tokens, i), "structural")
    return None


def bare_code(word: str) -> bool:
    """Whether digits that count nothing are a code: too long to be ungrouped, or with a zero before three or more."""
    return word.isdecimal() and (len(word) > _LONGEST_NUMBER or (word[0] == "0" and len(word) > 2))


def bracketed_at(tokens: Tokens, i: int) -> bool:
    """Whether "(3)" numbers a clause rather than telling a figure: "(1) Về lễ tân", but not "Lào (9) và Nhật (4)"."""
    low = tokens.low
    if low[i - 1] == "[" or tokens.glued(i - 1):
        return True
    before, after = low[i - 2] if i > 1 else BREAK, low[i + 2]
    opens = not (before.isalnum() or before in ')"”»')
    return opens or (after.isalpha() and tokens.capital(i + 2))
