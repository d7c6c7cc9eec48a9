"""Held facts «dữ liệu Tiền Giang»: the demonstration's data files hold every row of the expected table, and no figure besides.

The files are read as text, without the house: what is true here is true before anything is loaded.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from .test_seed_table import figures, rows

FOLDER = Path(__file__).parents[2] / "src/ngoaivu/demonstration/tien_giang"
PLACES = {
    "đầu đề": "head",
    "mở đầu": "lead",
    "chú thích ảnh": "caption",
    "nhiệm vụ": "tasks",
    "lời kết": "close",
}
TIME = re.compile(r"~|(\.\.)?\d{4}(-\d\d(-\d\d)?)?~?(\.\.(\d{4})?)?")
REFERENCES = {
    *(
        "document",
        "shows",
        "within",
        "at",
        "group",
        "hosts",
        "parties",
        "co_organiser",
        "under_agreement",
    ),
    *(
        "contracts",
        "schools",
        "observations",
        "observation",
        "part_of",
        "equivalent_of",
        "places",
    ),
}
NOT_COUNTED = {
    "title-years",
    "years-past",
    "yoga-yearly",
}  # the term's length and a frequency: no observation

Entry = dict[str, Any]


def tables(value: Any) -> Iterator[Entry]:
    """Every table that has a key, at any depth."""
    if isinstance(value, dict):
        if "key" in value:
            yield value
        for inner in value.values():
            yield from tables(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from tables(inner)


def entries() -> list[Entry]:
    files = sorted(FOLDER.glob("*.toml"))
    return [entry for file in files for entry in tables(tomllib.loads(file.read_text("utf-8")))]


def observations() -> dict[str, Entry]:
    text = (FOLDER / "observations.toml").read_text("utf-8")
    return {entry["key"]: entry for entry in tomllib.loads(text)["observation"]}


def short_place(citation: str) -> str:
    """Citation «mục 4, câu 7» to the table's "4.7"."""
    part, sentence = citation.split(", câu ")
    return f"{PLACES.get(part, part.removeprefix('mục '))}.{sentence}"


def test_keys_are_unique_within_their_kind() -> None:
    for file in FOLDER.glob("*.toml"):
        keys = Counter(entry["key"] for entry in tables(tomllib.loads(file.read_text("utf-8"))))
        assert [key for key, times in keys.items() if times > 1] == [], file.name


def test_every_fact_and_name_of_the_article_is_held() -> None:
    held = {row for entry in entries() for row in entry.get("seed", [])}
    wanted = {row["id"] for row in rows() if row["kind"] != "text-structure"}
    assert wanted - held == set()
    assert held - {row["id"] for row in rows()} == set()


def test_every_entry_speaks_both_languages() -> None:
    assert [entry["key"] for entry in entries() if not (entry.get("name") or (entry.get("vi") and entry.get("en")))] == []


def test_every_entry_cites_its_sentence_or_says_it_is_invented() -> None:
    place = {row["id"]: row["place"] for row in rows()}
    for entry in entries():
        if "seed" in entry:
            assert short_place(entry["place"]) in {place[row] for row in entry["seed"]}, entry["key"]
        else:
            assert entry.get("invented") or "address_source" in entry, entry["key"]


def test_every_reference_leads_somewhere() -> None:
    keys = {entry["key"] for entry in entries()}
    for entry in entries():
        for field in REFERENCES & entry.keys():
            named = entry[field] if isinstance(entry[field], list) else [entry[field]]
            assert set(named) <= keys, (entry["key"], field)


def test_times_follow_the_grammar() -> None:
    for entry in entries():
        for field in ("when", "period", "as_of", "signed", "began", "in_force_at"):
            if field in entry:
                assert TIME.fullmatch(entry[field]), (entry["key"], field, entry[field])
                assert entry[field] in {"~", "2015..2020"} or entry.get("when_words") is not None


@pytest.mark.parametrize("row", sorted(figures().keys() - NOT_COUNTED))
def test_figures_are_held_as_printed(row: str) -> None:
    expected = figures()[row]
    [held] = [entry for entry in observations().values() if row in entry["seed"]]
    assert Decimal(held["value"]) == Decimal(expected["value"])
    assert (held["unit"], held["qualifier"]) == (expected["unit"], expected["hedge"])
    total = expected["part_of"]
    assert (held.get("part_of") is None) == (total == "")
    if total:
        assert total in observations()[held["part_of"]]["seed"]


def test_no_observation_is_added_to_the_article() -> None:
    assert len(observations()) == len(figures().keys() - NOT_COUNTED)
    for key, entry in observations().items():
        assert ("period" in entry) != ("as_of" in entry), key
        assert entry["stage"] == "unstated"
