"""Phrases «cụm từ»: a tree of words; a phrase is found by walking it, so its cost is its own length, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from .tokens import Tokens, lowered

_END = ""


class Phrases:
    """A tree of phrases, each with what it stands for; `backward` trees are walked from the last word to the first."""

    __slots__ = ("_backward", "_root", "absent")

    absent: Callable[[Iterable[str]], bool]
    """Whether no match can begin at any of these words; one question in C before many in Python."""

    def __init__(self, backward: bool = False) -> None:
        self._root: dict[str, Any] = {}
        self._backward = backward
        self.absent = self._root.keys().isdisjoint

    def add(self, phrase: str, meaning: Any) -> None:
        words = Tokens(lowered(phrase)).low[:-2]
        node = self._root
        for word in reversed(words) if self._backward else words:
            node = node.setdefault(word, {})
        node.setdefault(_END, meaning)

    def opens(self, word: str) -> bool:
        """Whether any phrase begins with this word; a cheap question before a costly one."""
        return word in self._root

    @property
    def openers(self) -> frozenset[str]:
        """The words a match begins with (the last words, in a backward tree)."""
        return frozenset(self._root)

    def match(self, low: list[str], i: int) -> tuple[Any, int] | None:
        """The longest phrase that begins at `i`: its meaning and the index behind it."""
        node = self._root.get(low[i])
        found = None
        while node is not None:
            i += 1
            if _END in node:
                found = (node[_END], i)
            node = node.get(low[i]) if i < len(low) else None
        return found

    def match_back(self, low: list[str], i: int, floor: int) -> tuple[Any, int] | None:
        """The longest phrase that ends at `i` and begins at `floor` or later: its meaning and its first index."""
        node = self._root.get(low[i]) if i >= floor else None
        found = None
        while node is not None:
            if _END in node:
                found = (node[_END], i)
            i -= 1
            node = node.get(low[i]) if i >= floor else None
        return found


def plain(phrases: Iterable[str], backward: bool = False) -> Phrases:
    """A tree of phrases that stand for themselves."""
    tree = Phrases(backward)
    for phrase in phrases:
        tree.add(phrase, phrase)
    return tree
