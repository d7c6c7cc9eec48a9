"""Outlines «dàn bài báo cáo» as data: both languages carry the same facts, nothing is typed, every figure of the article has its sentence."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.publications.placeholders import facts, figures, malformed, named, typed

SOURCE = Path(__file__).parents[2] / "src/ngoaivu"
OUTLINES = SOURCE / "publications/outlines"
TIEN_GIANG = SOURCE / "demonstration/tien_giang"
HEADINGS = [
    "khung-phap-ly",
    "doi-ngoai-dang-chinh-quyen",
    "doi-ngoai-nhan-dan",
    "ngoai-giao-kinh-te",
    "thong-tin-doi-ngoai",
    "ngoai-giao-van-hoa",
    "hoc-hoi-ung-dung",
    "nguoi-viet-o-nuoc-ngoai",
]
Sentence = dict[str, Any]


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def sentences(outline: dict[str, Any]) -> list[Sentence]:
    return [sentence for section in outline["section"] for paragraph in section["paragraph"] for sentence in paragraph.get("sentence", [])]


def everything() -> list[Sentence]:
    inserts: list[Sentence] = read(TIEN_GIANG / "term_text.toml")["insert"]
    return [*sentences(read(OUTLINES / "term.toml")), *sentences(read(OUTLINES / "year.toml")), *inserts]


@pytest.mark.parametrize("name", ["term", "year"])
def test_an_outline_has_the_eight_headings_between_introduction_and_tasks(name: str) -> None:
    outline = read(OUTLINES / f"{name}.toml")
    assert [section["key"] for section in outline["section"]] == ["boi-canh", *HEADINGS, "nhiem-vu"]
    assert [section["key"] for section in outline["section"] if section.get("numbered", True)] == list(HEADINGS)
    keys = [sentence["key"] for sentence in sentences(outline)]
    assert len(keys) == len(set(keys))


def test_both_languages_carry_the_same_facts() -> None:
    assert [sentence["vi"] for sentence in everything() if facts(sentence["vi"]) != facts(sentence["en"])] == []


def test_no_numeral_is_typed() -> None:
    assert [numerals for sentence in everything() for language in ("vi", "en") if (numerals := typed(sentence[language]))] == []


def test_every_placeholder_follows_the_grammar() -> None:
    assert [wrong for sentence in everything() for language in ("vi", "en") if (wrong := malformed(sentence[language]))] == []


def test_a_sentence_on_the_largest_parts_goes_where_there_are_none() -> None:
    ranked = [sentence for sentence in everything() if "=top:" in sentence["vi"]]
    assert len(ranked) > 2
    assert [sentence["key"] for sentence in ranked if not sentence.get("optional")] == []


def test_a_sentence_inserted_has_its_place() -> None:
    places = {sentence["key"] for sentence in sentences(read(OUTLINES / "term.toml"))}
    inserts = read(TIEN_GIANG / "term_text.toml")["insert"]
    assert {insert.get("after") or insert.get("before") for insert in inserts} <= places


def test_every_indicator_named_is_declared_with_the_breakdown_asked() -> None:
    declared = {path.stem: read(path) for path in (SOURCE / "indicators/definitions").glob("*.toml")}
    for figure in set().union(*(figures(sentence["vi"]) for sentence in everything())):
        code, *members = figure.split()
        rule = declared[code]
        offered = [*rule.get("breakdowns", ()), *rule.get("received_by", ())]
        assert {member.removeprefix("by.").partition("=")[0] for member in members} <= set(offered), figure


def test_every_figure_of_the_article_has_its_sentence() -> None:
    written = read(OUTLINES / "term.toml")
    told = set().union(*(figures(sentence["vi"]) for sentence in [*sentences(written), *read(TIEN_GIANG / "term_text.toml")["insert"]]))
    for observation in read(TIEN_GIANG / "observations.toml")["observation"]:
        member = [f"by.{dimension}={name}" for dimension, name in observation.get("breakdown", {}).items()]
        assert " ".join([observation["indicator"], *member]) in told, observation["key"]


def test_every_claim_task_and_named_record_is_told_and_no_other() -> None:
    told = set().union(*(named(insert["vi"]) for insert in read(TIEN_GIANG / "term_text.toml")["insert"]))
    claims = {entry["key"] for entry in read(TIEN_GIANG / "claims.toml")["claim"] + read(TIEN_GIANG / "aid.toml")["statement"]}
    tasks = {f"nhiem-vu-{entry['order']:02d}-{entry['key']}" for entry in read(TIEN_GIANG / "tasks.toml")["task"]}
    records = {entry["key"] for file in ("delegations", "agreements") for entry in read(TIEN_GIANG / f"{file}.toml")[file.removesuffix("s")]}
    assert (claims | tasks | records) - told == set()
    listed = {entry["key"] for entry in read(TIEN_GIANG / "events.toml")["event"]}
    assert told - claims - tasks - records - listed == set()


def test_a_yearly_report_shows_at_least_twenty_five_figures() -> None:
    told = set().union(*(figures(sentence["vi"]) for sentence in sentences(read(OUTLINES / "year.toml"))))
    assert len({figure.split()[0] for figure in told}) >= 25
