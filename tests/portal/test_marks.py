"""Key figures on a document or on somebody's word: marked on the page, told in the notes, counted on the first page."""

import json
import re
from typing import Any

import pytest
from django.test import Client

from ngoaivu.publications import counting
from ngoaivu.publications.content import canonical, digest
from ngoaivu.publications.editions import Edition, EditionText
from tests.audit.pages import PAGES
from tests.portal import world
from tests.portal.editions import paragraph, publish, runs

ARTICLE = PAGES["article"]
QUOTED: Any = {"text": "131 dự án", "quote": "q1"}
WAIVED: Any = {"text": "12 món", "waived": {"reason": "số món trong thực đơn", "by": "Lê Thanh Bình"}}
QUOTES: Any = {
    "q1": {"document": {"vi": "Báo cáo <số> 12", "en": "Report 12"}, "place": {"vi": "tr. 3", "en": "tr. 3"}, "address": "https://bao.example/12"}
}


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def notes(html: str) -> list[str]:
    return re.findall(r'<li id="n\d+">.*?</li>', html)


@pytest.fixture
def marked(portal: dict[str, Edition]) -> Edition:
    """The article with a quoted and a waived figure in every part of it."""
    content = world.article()
    content["quotes"] = QUOTES
    for text in content["texts"].values():
        text["title"] = runs("Đón ", ("", "800 đoàn", "f1"))
        text["byline"], text["byline_runs"] = "Người viết, 12 món", runs("Người viết, ", WAIVED)
        text["body"].append(paragraph("Có ", QUOTED, ", thực đơn ", WAIVED, " và ", {**QUOTED, "text": "12 hội nghị"}, "; lại ", QUOTED, "."))
        picture = next(block for block in text["body"] if block["type"] == "picture")
        picture["credit"], picture["credit_runs"] = "Ảnh 12 món", runs("Ảnh ", WAIVED)
    return publish(content)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_marked_figure_leads_to_a_note_without_script(marked: Edition, client: Client, language: str) -> None:
    html = page(client, ARTICLE[language == "en"])
    leads = re.findall(r'<a class="so[^"]*" id="(s[\d-]+)" href="#(n\d+)">', html)
    assert {note for _place, note in leads} == set(re.findall(r'<li id="(n\d+)">', html))
    assert len({place for place, _note in leads}) == len(leads)
    assert html.count('<h1>Đón <a class="so" id="s1"') == 1, "a figure of the title leads to its note too"
    [quoted] = [note for note in notes(html) if "131 dự án" in note and "bao.example" in note]
    source = (
        '<a href="https://bao.example/12">Báo cáo &lt;số&gt; 12, tr. 3</a>.'
        if language == "vi"
        else '<a href="https://bao.example/12">Report 12, tr. 3</a>.'
    )
    assert source in quoted
    assert ("Trích từ" if language == "vi" else "Quoted from") in quoted
    assert "/so-lieu/" not in quoted
    [waived] = [note for note in notes(html) if "số món trong thực đơn" in note]
    assert "Lê Thanh Bình" in waived
    assert ("Không gắn dữ kiện" if language == "vi" else "Not tied to a fact") in waived


def test_a_waived_figure_is_marked_and_the_same_words_share_a_note(marked: Edition, client: Client) -> None:
    html = page(client, ARTICLE[0])
    waived = re.findall(r'<a class="so waived" id="s(\d+)(-\d)?" href="#n(\d+)">', html)
    assert len(waived) == 3, "byline, credit, body"
    assert len({number for _place, _again, number in waived}) == 1
    assert len([note for note in notes(html) if "bao.example" in note]) == 2, "another figure of the same document has a note of its own"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", "Trên cổng này: {} con số gắn với dữ kiện và nguồn, {} trích từ văn bản, {} không có nguồn, do người có tên chịu trách nhiệm."),
        (
            "en",
            "On this portal: {} figures tied to a fact and its source, {} quoted from a document, {} without a source, for which a person answers.",
        ),
    ],
)
def test_the_first_page_tells_what_its_figures_stand_on(marked: Edition, client: Client, language: str, said: str) -> None:
    shown = EditionText.objects.filter(edition__current=True, edition__withdrawn_at=None, edition__office="so-ngoai-vu", language=language)
    totals = [sum(counting.marks(row.edition.content["texts"][language])[name] for row in shown) for name in ("bound", "quoted", "waived")]
    assert totals[0] > 5
    assert totals[1] >= 3
    assert said.format(*totals) in page(client, f"/{language}/")
    EditionText.objects.filter(edition=marked).update(bound=1234000)
    assert ("1.234.0" if language == "vi" else "1,234,0") in page(client, f"/{language}/?x")


def test_a_portal_without_figures_tells_no_share(portal: dict[str, Edition], client: Client) -> None:
    assert "con số gắn với dữ kiện và nguồn, không có số nào thiếu nguồn." in page(client, "/vi/"), "a nought is told in words"
    EditionText.objects.update(bound=0)
    assert "con số lấy từ sổ đăng ký" not in page(client, "/vi/?x")


def test_an_edition_made_before_marks_reads_and_proves_the_same(portal: dict[str, Edition], client: Client) -> None:
    """Its text has none of the new keys; nothing may ask for them, and its digest is that of the very text."""
    edition = Edition.objects.get(kind="news", key=world.article()["key"], current=True)
    content = json.loads(edition.text)
    assert not {"quotes"} & set(content)
    assert not any(name in text for text in content["texts"].values() for name in ("byline_runs", "credit_runs"))
    assert canonical(content) == edition.text
    assert digest(edition.text) == edition.digest
    for address in ARTICLE:
        assert client.get(address).status_code == 200


def test_counting_looks_into_every_part_of_a_text() -> None:
    fact: Any = {"text": "1", "fact": "f1"}
    text = {
        "title": [fact], "lead": [fact, QUOTED], "byline": "x", "byline_runs": [WAIVED], "slug": "a",
        "body": [
            {"type": "list", "items": [[fact], [{"text": "b"}]]},
            {"type": "table", "head": [[fact]], "rows": [[[fact], [QUOTED]]], "caption": [fact]},
            {"type": "picture", "alt": [fact], "caption": [fact], "credit_runs": [WAIVED]},
        ],
    }  # fmt: skip
    assert counting.marks(text) == {"bound": 8, "quoted": 2, "waived": 2}
