"""Pointing «chỉ dẫn»: where a record is seen at the desk and what an act of the log is called, for storeys that know no screens.

The desk registers both. Nobody registered: a record has no address, and an act keeps its own name.
"""

from collections.abc import Callable
from typing import Any

_addresses: list[Callable[[Any], str]] = []
_acts: list[Callable[[str], Any]] = []


def point(address: Callable[[Any], str], act: Callable[[str], Any]) -> None:
    """Register who knows the screens."""
    if address not in _addresses:
        _addresses.append(address)
        _acts.append(act)


def address_of(row: Any) -> str:
    """The page of a record at the desk; empty for one that has none."""
    return next((found for address in _addresses if (found := address(row))), "")


def act_of(slug: str) -> str:
    """An act of the log in words."""
    return next((str(act(slug)) for act in _acts), slug)
