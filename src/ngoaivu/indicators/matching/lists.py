"""The lists of `words.toml`, read once and compiled for finding."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from ngoaivu.indicators.figures.judge.lists import any_of

__all__ = ["anchor", "any_of", "lists", "said"]


@cache
def lists() -> dict[str, Any]:
    """The tables of the file."""
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))


@cache
def said(name: str, language: str) -> re.Pattern[str]:
    """A pattern that finds one of a list's phrases as whole words, whatever the capitals."""
    table = lists()[name]
    return any_of(table.get(language, table["en"]), re.IGNORECASE)


@cache
def anchor(code: str, language: str) -> re.Pattern[str] | None:
    """What a paragraph about an indicator says; None where nothing is asked for."""
    for prefix, table in lists()["anchors"].items():
        if code.startswith(prefix):
            return any_of(table.get(language, table["en"]), re.IGNORECASE)
    return None
