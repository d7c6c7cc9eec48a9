"""News items «tin» of Tiền Giang as data: about what is known, in both languages, every figure bound, every record real."""

import re
import tomllib
from collections import Counter
from typing import Any

import pytest

from tests.acceptance.test_seed_held import FOLDER, entries, observations
from tests.publications.placeholders import facts, figures, malformed, named, typed, words
from tests.publications.test_outlines import HEADINGS

News = dict[str, Any]
ITEMS: dict[str, News] = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((FOLDER / "news").glob("*.toml"))}


def text(item: News, language: str) -> str:
    return "\n".join([item["title"][language], item["lead"][language], *item["body"][language]])


def test_every_section_has_news_and_there_is_enough_of_it() -> None:
    sections = Counter(item["section"] for item in ITEMS.values())
    assert set(sections) == set(HEADINGS)
    assert len(ITEMS) >= 16


@pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)
def test_both_languages_state_the_same_facts_in_the_same_order_of_paragraphs(item: News) -> None:
    assert len(item["body"]["vi"]) == len(item["body"]["en"])
    for vietnamese, english in zip([item["lead"]["vi"], *item["body"]["vi"]], [item["lead"]["en"], *item["body"]["en"]], strict=True):
        assert facts(vietnamese) == facts(english)


@pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_is_typed_and_the_length_is_right(item: News, language: str) -> None:
    written = text(item, language)
    assert typed(written) == []
    assert malformed(written) == []
    assert 120 <= words("\n".join([item["lead"][language], *item["body"][language]])) <= 250


@pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)
def test_an_item_speaks_only_of_what_is_held(item: News) -> None:
    keys = {entry["key"] for entry in entries()}
    assert set(item["records"]) | named(text(item, "vi")) <= keys
    held = {
        (entry["indicator"], *(f"by.{name}={member}" for name, member in entry.get("breakdown", {}).items())) for entry in observations().values()
    }
    assert {tuple(figure.split()) for figure in figures(text(item, "vi"))} <= held


@pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)
def test_an_item_is_dated_in_the_term_and_never_more_exactly_than_its_source(item: News) -> None:
    assert re.fullmatch(r"20(1[5-9]|20)(-\d\d)?", item["date"])
    dated = [entry["when"] for entry in entries() if entry["key"] in item["records"] and "when" in entry]
    assert len(item["date"]) == 4 or item["date"] in dated


@pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)
def test_an_item_never_knows_more_than_its_year(item: News) -> None:
    """Every figure comes from a text of 2020."""
    assert item["date"] >= "2020" or figures(text(item, "vi")) == set()
