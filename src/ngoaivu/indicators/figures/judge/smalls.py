"""Small numbers «số nhỏ» in digits or words, as ages, lengths and ordinals are told: "56", "thirty-two", "hai mươi mốt"."""

from __future__ import annotations

import re
from functools import lru_cache

from ..lexicon import lexicon
from ..spelled import words_at
from ..tokens import Tokens

_MOST = 999
_WORDS = 5  # "one hundred and twenty two"
_ENDS = re.compile(r"(?<![\d.,:/])(\d{1,3})$")
_BEGINS = re.compile(r"(\d{1,3})(?![\d:/]|[.,]\d)")
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def said(lang: str, words: str) -> int | None:
    """The number that some words say, all of them: "twenty-two"; None where they say none."""
    if words.isdecimal():
        return int(words) if len(words) <= len(str(_MOST)) else None
    tokens = Tokens(words)
    number = words_at(tokens, 0, lexicon(lang))
    whole = number is not None and number.last == len(tokens.low) - 2 and number.literal == ""
    value = number.value if number is not None and whole else None
    return int(value) if value is not None and 0 < value <= _MOST and value == int(value) else None


def ending_with(lang: str, text: str) -> tuple[int, int] | None:
    """The number that ends `text`, with the place it begins at."""
    digits = _ENDS.search(text)
    if digits:
        return int(digits[1]), digits.start()
    words = list(_WORD.finditer(text))[-_WORDS:] if text[-1:].isalpha() else []
    for word in words:
        value = said(lang, text[word.start() :])
        if value is not None:
            return None if _counted(lang, text[: word.start()].rstrip()) else (value, word.start())
    return None


def _counted(lang: str, before: str) -> bool:
    """Whether a number stands right before a word that would be one too: the "năm" of "45 năm" is the year."""
    last = before.rpartition(" ")[2]
    return _ENDS.search(before) is not None or (bool(last) and last.isalpha() and said(lang, last) is not None)


def opening_with(lang: str, text: str) -> tuple[int, int] | None:
    """The number that opens `text`, with the place it ends at."""
    digits = _BEGINS.match(text)
    if digits:
        return int(digits[1]), digits.end()
    words = list(_WORD.finditer(text[:60]))[:_WORDS] if text[:1].isalpha() else []
    for word in reversed(words):
        value = said(lang, text[: word.end()])
        if value is not None:
            return value, word.end()
    return None


def numbers_in(lang: str, text: str) -> set[int]:
    """The numbers of one word or of digits in `text`, also those that no reader counts: "two more", "một em"."""
    words = {*re.findall(r"(?<![\d.,:/])\d{1,3}(?![\d:/]|[.,]\d)", text), *_WORD.findall(text)}
    return {number for word in words if (number := said(lang, word)) is not None}
