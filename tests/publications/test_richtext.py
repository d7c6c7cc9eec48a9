"""Rich text: what the editor stores is read, rewritten and stored again without losing a figure, a record or a word."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from ngoaivu.publications import richtext
from ngoaivu.publications.binding import KEYS
from ngoaivu.publications.pages import FEATURES, LINE

FIGURE = richtext.figure({"fact": "fdi.projects.in_force", "territory": "tien-giang", "on": "2020-06-30"}, "131 dự án")
QUOTE = richtext.quote({"document": "12", "place": "tr. 3, “mục 2”"}, "131 dự án")
WAIVER = richtext.waiver("17", "12")
RECORD = richtext.record("events.event:7", "Ngày Quốc tế Yoga")

PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" "), min_size=1, max_size=12)
# What a setting may hold: no line ends, and nothing an editor would trim.
VALUE = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)
MARKS = st.fixed_dictionaries({"fact": VALUE}, optional=dict.fromkeys(KEYS[1:], VALUE))


def through_the_editor(html: str, features: list[str] = FEATURES) -> str:
    converter = ContentstateConverter(features)
    return str(converter.to_database_format(converter.from_database_format(html)))


def test_runs_keep_what_stands_behind_the_words() -> None:
    html = f'<p>Có {FIGURE} và <b>{RECORD}</b>, xem <a href="https://mofa.gov.vn/">Bộ Ngoại giao</a>.</p>'
    [block] = richtext.blocks(html)
    figure, record, link = block["runs"][1], block["runs"][3], block["runs"][5]
    assert (figure["text"], figure["mark"]["fact"]) == ("131 dự án", "fdi.projects.in_force")
    assert record == {"text": "Ngày Quốc tế Yoga", "record": "events.event:7", "strong": True}
    assert link == {"text": "Bộ Ngoại giao", "href": "https://mofa.gov.vn/"}
    assert "".join(run["text"] for run in block["runs"]) == "Có 131 dự án và Ngày Quốc tế Yoga, xem Bộ Ngoại giao."


def test_lists_headings_and_entities_are_read() -> None:
    found = richtext.blocks("<h2>A &amp; B</h2><ul><li>một <b>hai</b></li><li>“ba”<br/>bốn</li></ul><p> </p><ol><li>năm</li></ol>")
    assert [block["type"] for block in found] == ["heading", "list", "list"]
    assert found[0]["runs"] == [{"text": "A & B"}]
    assert found[1]["items"] == [[{"text": "một "}, {"text": "hai", "strong": True}], [{"text": "“ba”"}, {"text": "\n"}, {"text": "bốn"}]]


@pytest.mark.parametrize("inner", ["hơn <b>800</b> đoàn", "<b>hơn 800</b> đoàn", "<b>hơn 800 đoàn</b>", "hơn 800<br/> đoàn"])
def test_bold_over_part_of_a_figure_does_not_make_two(inner: str) -> None:
    html = f'<p>Có <a linktype="figure" fact="a">{inner}</a>.</p>'
    [block] = richtext.blocks(html)
    assert [run["text"].replace("\n", "") for run in block["runs"]] == ["Có ", "hơn 800 đoàn", "."]
    assert richtext.marks(html) == [{"fact": "a"}]
    assert ("strong" in block["runs"][1]) == (inner == "<b>hơn 800 đoàn</b>")
    kept = "<b>9</b>" if inner == "<b>hơn 800 đoàn</b>" else "9"
    assert richtext.rewrite(html, lambda _marks: "9") == f'<p>Có <a linktype="figure" fact="a">{kept}</a>.</p>'


def test_two_figures_side_by_side_stay_two() -> None:
    html = f"<p>{FIGURE}{FIGURE}</p>"
    assert len(richtext.marks(html)) == 2
    assert [len(block["runs"]) for block in richtext.blocks(html)] == [2]


def test_a_figure_without_words_is_still_a_figure() -> None:
    html = '<p>Có <a linktype="figure" fact="a"></a></p>'
    assert richtext.marks(html) == [{"fact": "a"}]
    assert richtext.rewrite(html, lambda _marks: "9 đoàn") == '<p>Có <a linktype="figure" fact="a">9 đoàn</a></p>'
    assert [block["type"] for block in richtext.blocks('<p><a linktype="figure" fact="a"></a></p>')] == ["paragraph"]


def test_a_gap_is_a_record_without_a_key() -> None:
    assert richtext.records(f"<p>{RECORD} {richtext.gap('[không có]')}</p>") == [("events.event:7", "Ngày Quốc tế Yoga"), ("", "[không có]")]


@given(MARKS, PLAIN)
def test_a_figure_is_read_as_it_was_written(marks: dict[str, str], words: str) -> None:
    html = f"<p>{richtext.figure(marks, words)}</p>"
    assert richtext.marks(html) == [marks]
    seen: list[dict[str, str]] = []
    assert richtext.rewrite(html, lambda told: seen.append(told) or words) == html  # type: ignore[func-returns-value]
    assert seen == [marks]


@given(st.lists(st.tuples(st.sampled_from(["text", "figure", "record"]), PLAIN, VALUE), max_size=6))
def test_what_is_read_is_what_was_stored(pieces: list[tuple[str, str, str]]) -> None:
    forms = {
        "text": lambda words, _key: richtext.escape(words, quote=False),
        "figure": lambda words, key: richtext.figure({"fact": key}, words),
        "record": lambda words, key: richtext.record(key, words),
    }
    html = f"<p>{''.join(forms[kind](words, key) for kind, words, key in pieces)}</p>"
    read = [run for block in richtext.blocks(html) for run in block["runs"]]
    assert "".join(run["text"] for run in read).strip() == "".join(words for _kind, words, _key in pieces).strip()
    if any(words.strip() or kind == "figure" for kind, words, _key in pieces):
        assert [run["mark"]["fact"] for run in read if "mark" in run] == [key for kind, _words, key in pieces if kind == "figure"]
        assert [run["record"] for run in read if "record" in run] == [key for kind, _words, key in pieces if kind == "record"]


@given(st.text(alphabet='<>/="abpliu &figure linktype', max_size=60))
def test_no_broken_markup_breaks_the_reader(html: str) -> None:
    richtext.blocks(html)
    richtext.marks(html)
    richtext.line(html)


@pytest.mark.parametrize("features", [FEATURES, LINE], ids=["paragraph", "line"])
def test_the_editor_gives_back_figures_and_records(features: list[str]) -> None:
    every = richtext.figure({name: f"{name}-1" for name in KEYS}, "hơn 800 “đoàn” & bạn")
    html = f"<p>Có {every}, {FIGURE} và {RECORD} &amp; nữa, {QUOTE}{WAIVER}.</p>"
    back = through_the_editor(html, features)
    assert richtext.marks(back) == richtext.marks(html)
    assert richtext.records(back) == richtext.records(html)
    assert richtext.blocks(back) == richtext.blocks(html)


def test_the_editor_keeps_figures_in_lists_and_under_bold() -> None:
    html = f"<ul><li>{FIGURE}</li><li><b>{RECORD}</b></li><li><b>{QUOTE}</b> và {WAIVER}</li></ul>"
    back = through_the_editor(html)
    assert richtext.blocks(back) == richtext.blocks(html)


@given(MARKS)
def test_every_setting_survives_the_editor(marks: dict[str, str]) -> None:
    back = through_the_editor(f"<p>{richtext.figure(marks, '9')}</p>")
    assert richtext.marks(back) == [marks]


def test_a_setting_no_figure_has_does_not_enter_the_store() -> None:
    back = through_the_editor('<p><a linktype="figure" fact="a" onclick="alert(1)" style="bare">9</a></p>')
    assert richtext.marks(back) == [{"fact": "a", "style": "bare"}]


def test_an_editor_without_figures_would_lose_them() -> None:
    """Why there is one list of features: what the test above proves would be false with another."""
    assert richtext.marks(through_the_editor(f"<p>Có {FIGURE}.</p>", ["bold"])) == []


def test_a_quote_and_a_waiver_are_runs_with_the_authors_words() -> None:
    [block] = richtext.blocks(f"<p>Có {QUOTE}, và <b>{WAIVER}</b>.</p>")
    assert block["runs"][1] == {"text": "131 dự án", "quote": {"document": "12", "place": "tr. 3, “mục 2”"}}
    assert block["runs"][3] == {"text": "12", "waiver": {"key": "17"}, "strong": True}


def test_writing_figures_anew_leaves_quotes_and_waivers_alone() -> None:
    html = f"<p>{FIGURE}, {QUOTE}, {WAIVER}</p>"
    assert richtext.rewrite(html, lambda _marks: "9") == html.replace(">131 dự án</a>", ">9</a>", 1)


def test_the_content_state_holds_every_key(db: None) -> None:
    state: dict[str, Any] = json.loads(ContentstateConverter(FEATURES).from_database_format(f"<p>{FIGURE}</p>"))
    [entity] = state["entityMap"].values()
    assert (entity["type"], entity["mutability"], set(entity["data"])) == ("FIGURE", "IMMUTABLE", set(KEYS))
