"""Consequences «ảnh hưởng»: what a change moved, told by storeys above the one that wrote.

A room shows after each save which figures moved; it may not import indicators, so indicators register here a function that
answers for a revision. Nobody registered: nothing to tell.
"""

from collections.abc import Callable
from dataclasses import dataclass

Words = dict[str, str]  # language -> text


@dataclass(frozen=True, slots=True)
class Consequence:
    """Consequence «ảnh hưởng»: a figure before and after a change, in words of both languages, and where it can be seen."""

    label: Words
    before: Words
    after: Words
    address: str = ""


_tellers: list[Callable[[int], list[Consequence]]] = []


def tell(teller: Callable[[int], list[Consequence]]) -> None:
    """Register a function that says what a revision moved."""
    if teller not in _tellers:
        _tellers.append(teller)


def of(revision: int) -> list[Consequence]:
    """What a revision moved, as far as anyone above knows."""
    return [told for teller in _tellers for told in teller(revision)]
