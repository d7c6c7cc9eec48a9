"""Vocabulary «từ vựng»: the data file of one language, loaded once and checked.

Another language is one more file in `data/`. Each file carries the same tables; the reader's grammar and the writer
look words up here and contain none themselves.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def vocabulary(lang: str) -> dict[str, Any]:
    """The tables of `data/<lang>.toml`.

    Raises ValueError, in words, for a language that has no file.
    """
    file = resources.files(__package__).joinpath("data", f"{lang}.toml")
    if not lang.isalpha() or not file.is_file():
        known = ", ".join(languages())
        raise ValueError(f"No vocabulary for the language {lang!r}. Known: {known}.")
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a data file."""
    folder = resources.files(__package__).joinpath("data")
    return tuple(sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".toml")))


@cache
def unit_codes() -> frozenset[str]:
    """The published codes of what can be counted or measured; money uses ISO 4217 (`currency_codes`)."""
    words = vocabulary("en")
    return frozenset(words["units"]) | frozenset(words["measures"])


@cache
def currency_codes() -> frozenset[str]:
    """The currencies the reader knows, ISO 4217."""
    return frozenset(vocabulary("en")["currencies"])
