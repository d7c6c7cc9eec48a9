"""Expected table «bảng đối chiếu»: `seed_article.tsv` says what a careful reader finds in the seed article.

One row is one fact or name. `place` is heading and sentence ("4.7"; a colon does not end a sentence, nor does the point of
"TP. HCM"); `phrase` is the shortest fragment that holds it; `value` and `high` are decimal strings in base units, or the
normal form of a name; `period_or_asof` gives the source's words, "=", and the normal form (`as_of` marks a day, not a span).
"""

import csv
import re
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest

TABLE = Path(__file__).with_name("seed_article.tsv")
KINDS = {"figure", "name", "claim", "date", "period", "text-structure"}
HEDGES = {"exact", "about", "over", "near", "under", "at_least", "at_most"}
PLACE = re.compile(r"(head|lead|caption|tasks|close|byline|page|[1-8])\.\d+")
HEADINGS = {str(number) for number in range(1, 9)}
WORDS_AT_MOST = 8  # a fragment is a fact; a sentence would be the author's text


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def figures() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in rows() if row["kind"] == "figure"}


def test_every_row_is_well_formed() -> None:
    wrong = [
        row["id"]
        for row in rows()
        if row["kind"] not in KINDS
        or not PLACE.fullmatch(row["place"])
        or not (row["value"] or row["kind"] == "claim")
        or len(row["phrase"].split()) > WORDS_AT_MOST
        or any(unicodedata.normalize("NFC", cell) != cell for cell in row.values())
    ]
    assert wrong == []


def test_ids_are_unique_and_totals_exist() -> None:
    ids = [row["id"] for row in rows()]
    assert len(ids) == len(set(ids))
    assert {row["part_of"] for row in rows()} - {""} <= set(ids)


def test_all_eight_headings_and_the_tasks_are_covered() -> None:
    covered = {row["place"].split(".")[0] for row in rows()}
    assert covered >= HEADINGS | {"head", "lead", "caption", "tasks", "byline"}


@pytest.mark.parametrize("figure", figures().values(), ids=lambda row: row["id"])
def test_figures_are_decimals_with_a_hedge(figure: dict[str, str]) -> None:
    assert Decimal(figure["value"]) > 0
    assert figure["hedge"] in HEDGES
    assert "=" in figure["period_or_asof"]


@pytest.mark.parametrize("total", ["oda-active", "oda-disbursed"])
def test_parts_add_up_to_their_total(total: str) -> None:
    parts = [Decimal(row["value"]) for row in figures().values() if row["part_of"] == total]
    assert sum(parts) == Decimal(figures()[total]["value"])
