"""Our own retelling of the seed article holds each of its figures: all are found, none is invented, each is read as meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from ngoaivu.indicators.figures import check, read
from ngoaivu.indicators.figures.model import plain

RETELLING = Path(__file__).parent / "retelling"
LANGUAGES = ("vi", "en")


def table(lang: str) -> list[tuple[str, ...]]:
    """Words, kind, value, upper end, whole, unit, rate and hedge of each figure, in the order of the text."""
    lines = (RETELLING / f"{lang}.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines]


def text(lang: str) -> str:
    return (RETELLING / f"{lang}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_of_the_retelling_is_read_whole(lang: str) -> None:
    found = []
    for m in read(text(lang), lang):
        if m.is_figure:
            numbers = (plain(m.value), plain(m.high), plain(m.of))
            found.append((m.text, m.kind, *(n or "" for n in numbers), m.unit or "", m.per or "", m.hedge))
    assert found == table(lang)


def test_both_languages_tell_the_same_figures() -> None:
    vi, en = ([row[1:] for row in table(lang)] for lang in LANGUAGES)
    assert vi == en


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_wrong_with_the_article_is_found_and_nothing_else(lang: str) -> None:
    assert [f["rule"] for f in check(text(lang), lang)["findings"]] == ["missing_unit", "counters"]
