"""Counting «đếm con số»: how many figures of a published text stand on a fact, on a quoted document, or on somebody's word."""

from collections.abc import Iterator
from typing import Any

MARKS = {"fact": "bound", "quote": "quoted", "waived": "waived"}


def marks(text: Any) -> dict[str, int]:
    """The figures of one language of an edition, by what they stand on."""
    counted = dict.fromkeys(MARKS.values(), 0)
    for run in _runs(text):
        for mark, name in MARKS.items():
            counted[name] += mark in run
    return counted


def _runs(value: Any) -> Iterator[dict[str, Any]]:
    """Whatever carries words, however deep in the blocks of a text."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict) and isinstance(value.get("text"), str):
        yield value
    for part in parts:
        yield from _runs(part)
