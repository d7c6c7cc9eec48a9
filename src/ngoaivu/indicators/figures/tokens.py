"""Words of a text «từ» with their places; one pass in C over the whole text, then everything is list indexing.

A soft line end (inside a sentence) disappears, a hard one becomes the word BREAK, a tab the word TAB, so that no
phrase can reach over them.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate, compress, count
from operator import sub

BREAK = "\n"
TAB = "\t"

# Disjoint alternatives, one character class each: linear whatever the text.
_PIECE = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|[^\S\n]+|\n\s*|.", re.DOTALL)

_LISTED = re.compile(r"[0-9]{1,2}[.)](?![0-9])|[0-9][0-9.,/–-]{0,14} ?[|\t]")
_LABELLED = re.compile(r"[^\n:]{1,80}: ?[0-9]")
_ROW = re.compile(r"[^\n|\t]{1,80}[|\t]")
_LONGEST_VALUE = 16
_LONGEST_CELL = 80


class Tokens:
    """The words of one text: `low[i]` lower-cased, from `start[i]` to `end[i]`; two BREAKs stand at the end."""

    __slots__ = ("barred", "end", "low", "lower", "start", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower = lowered(text)
        self.barred = "|" in text or "\t" in text
        pieces = _PIECE.findall(self.lower)
        words = list(map(" ".__ne__, pieces))
        low = list(compress(pieces, words))
        ends = list(compress(accumulate(map(len, pieces)), words))
        starts = list(map(sub, ends, map(len, low)))
        white = list(compress(count(), map(str.isspace, low)))
        for k in white:
            low[k] = self._white(low[k], starts[k], ends[k])
        if not all(low):
            starts, ends = list(compress(starts, low)), list(compress(ends, low))
            low = list(filter(None, low))
        self.low: list[str] = [*low, BREAK, BREAK]
        self.start: list[int] = [*starts, len(text), len(text)]
        self.end: list[int] = [*ends, len(text), len(text)]

    def _white(self, piece: str, start: int, end: int) -> str:
        if "\n" not in piece:
            return TAB if "\t" in piece else ""
        return self._line_end(piece, start, end)

    def _line_end(self, piece: str, start: int, end: int) -> str:
        """A line end inside a sentence is no break; before a new sentence, row or list number it is one."""
        if piece.count("\n") > 1 or start == 0 or end >= len(self.text):
            return BREAK
        before, after = self.text[start - 1], self.text[end]
        if self.barred and (before.isalnum() or before in "|%)") and self._barred(start) and _ROW.match(self.text, end):
            return BREAK
        if before == ")" and (_ROW.match(self.text, end) or _LABELLED.match(self.text, end)):
            return BREAK
        if before.isdecimal() and self._valued(start) and _LABELLED.match(self.text, end):
            return BREAK
        if after.islower() or after in "%(":
            return ""
        if after.isdecimal():
            return "" if (before.isalpha() or before == ":") and not _LISTED.match(self.text, end) else BREAK
        opening = self.text[end : end + 2]
        return "" if opening.isupper() and opening.isalpha() and before not in ".;:!?" else BREAK

    def _barred(self, end: int) -> bool:
        """Whether a line ends with a cell: the next row begins anew."""
        cell = max(self.text.rfind(mark, max(0, end - _LONGEST_CELL), end) for mark in "|\t")
        return cell > self.text.rfind("\n", max(0, end - _LONGEST_CELL), end)

    def _valued(self, end: int) -> bool:
        """Whether a line ends with a label's value, "Diplomatic notes: 58"; the next label is no noun of it."""
        tail = self.text[max(0, end - _LONGEST_VALUE) : end].rstrip("0123456789.,")
        return tail.rstrip(" ").endswith(":") and len(tail) - len(tail.rstrip(" ")) < 2

    def glued(self, i: int) -> bool:
        """Whether word `i` follows word `i - 1` without a space."""
        return i > 0 and self.start[i] == self.end[i - 1]

    def capital(self, i: int) -> bool:
        return self.text[self.start[i] : self.start[i] + 1].isupper()


def lowered(text: str) -> str:
    """Lower case of equal length: the few letters whose lower case is longer stay as they are."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def composed(text: str) -> tuple[str, list[int] | None]:
    """NFC of `text` and, when that differs, the place in `text` of each character (and of the end).

    Falls back to the text as given where composing reaches over what can be mapped, so places are always valid.
    """
    if unicodedata.is_normalized("NFC", text):
        return text, None
    parts: list[str] = []
    places: list[int] = []
    start = 0
    for cluster in _clusters(text):
        part = unicodedata.normalize("NFC", cluster)
        parts.append(part)
        merged = max(0, len(cluster) - len(part))  # composing joins the base with its first marks
        places.extend(start + min(k and k + merged, len(cluster) - 1) for k in range(len(part)))
        start += len(cluster)
    places.append(start)
    joined = "".join(parts)
    if unicodedata.is_normalized("NFC", joined):
        return joined, places
    return text, None


def _clusters(text: str) -> list[str]:
    """A base character with the marks that follow it."""
    clusters: list[str] = []
    start = 0
    for i in range(1, len(text)):
        if not unicodedata.combining(text[i]):
            clusters.append(text[start:i])
            start = i
    if text:
        clusters.append(text[start:])
    return clusters
