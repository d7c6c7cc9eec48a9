"""Every kind of page, in both languages, from editions alone: whole, light, in one language, dated, with nothing empty."""

import re
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ngoaivu.publications.editions import Edition
from tests.audit.pages import PAGES
from tests.portal import world
from tests.portal.editions import publish

VOID = {"meta", "link", "img", "input", "br", "wbr", "circle", "line", "path", "hr"}
MARKED = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
NAMES = (
    "Ngoại Vụ",
    "Thử Province",
    "Trần Văn Mẫu",
    "Lê Thị Minh Họa",
    "Trình Diễn",
    "Đắk Lắk",
    "Phòng Lễ tân",
    "QĐ-TTg",
    "Lê Thanh Bình",
    "Trần Văn Toàn",
)
ENGLISH = {"en": 0, "vi": 1}
YEARLESS = re.compile(r"(?<![\d/.-])\d{1,2}/\d{1,2}(?![\d/-])|\b\d{1,2} (?:January|June|July|August|September|October|December)\b(?! \d{4})")


class Read(HTMLParser):
    """The text a reader sees, each piece with the language it is in and the blocks it stands in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.pieces: list[tuple[str, str]] = []
        self.empty: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        language = told.get("lang") or (self.open[-1][1] if self.open else "")
        for name in ("aria-label", "alt", "title"):
            if told.get(name):
                self.pieces.append((language, str(told[name])))
        if tag not in VOID:
            self.open.append((tag, str(language)))
            self.filled = False

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or not self.open:
            return
        self.open.pop()
        if tag in {"h1", "h2", "h3", "p", "li", "ul", "ol", "dd", "dt", "section", "figcaption", "tbody", "a"} and not self.filled:
            self.empty.append(tag)
        self.filled = True

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open and self.open[-1][0] not in {"script", "style"}:
            self.filled = True
            self.pieces.append((self.open[-1][1], data.strip()))


@pytest.fixture
def pages(portal: dict[str, Edition], client: Client) -> dict[str, dict[str, str]]:
    """The page of each kind in each language."""
    return {
        kind: {language: client.get(place).content.decode() for language, place in zip(("vi", "en"), places, strict=True)}
        for kind, places in PAGES.items()
    }


def test_every_page_is_whole_and_light(portal: dict[str, Edition], client: Client) -> None:
    for kind, places in PAGES.items():
        for place, language in zip(places, ("vi", "en"), strict=True):
            answer = client.get(place)
            assert answer.status_code == (404 if kind == "missing" else 200), place
            html = answer.content.decode()
            assert f'<html lang="{language}">' in html
            assert answer.headers["Content-Language"] == language
            assert html.count("<h1") == 1, place
            assert "{{" not in html
            assert "{%" not in html
            assert "style=" not in html, place
            assert "//" not in re.sub(r"https://(dichvucong|mofa)\.gov\.vn/|http://testserver/|http://www\.w3\.org", "", html), place
            assert len(answer.content) < 60_000


def test_no_vietnamese_label_on_an_english_page(pages: dict[str, dict[str, str]]) -> None:
    for kind, told in pages.items():
        read = Read(told["en"])
        assert len(read.pieces) > 30, kind
        for language, piece in read.pieces:
            if language == "en" and kind != "trace":  # there the article's own words are quoted
                assert not MARKED.search(re.sub("|".join(NAMES), "", piece)), (kind, piece)


def test_every_english_label_is_translated(pages: dict[str, dict[str, str]]) -> None:
    for kind, told in pages.items():
        english = {piece for language, piece in Read(told["en"]).pieces if language == "en" and len(piece) > 2}
        vietnamese = {piece for language, piece in Read(told["vi"]).pieces if language == "vi"}
        shared = {one for one in english & vietnamese if re.search(r"[a-z]{3}", one) and one not in NAMES and not re.fullmatch(r"[0-9a-f]{64}", one)}
        assert shared <= KEPT, (kind, shared)


KEPT = {  # the same in every language: names, codes, addresses, digests
    "Ngoại Vụ", "lienhe@vidu.example", "mau@vidu.example", "Phòng Lễ tân", "Quyết định 272-QĐ/TW", "delegations.inbound.missions",
    "fdi.capital.registered", "workers.foreign.share", "Lê Thanh Bình", "Trần Văn Toàn", "Lê Thị Minh Họa", "Trần Văn Mẫu", "ab" * 32,
}  # fmt: skip


def test_no_block_is_empty_and_no_date_lacks_its_year(pages: dict[str, dict[str, str]]) -> None:
    for kind, told in pages.items():
        for language, html in told.items():
            read = Read(html)
            assert read.empty == [], (kind, language)
            for _language, piece in read.pieces:
                assert not YEARLESS.search(piece), (kind, piece)


def test_statements_are_few_and_do_not_grow(portal: dict[str, Edition], client: Client) -> None:
    client.get("/vi/")
    few = {kind: count(client, places[0]) for kind, places in PAGES.items()}
    for number in range(30):
        publish(world.item(1) | {"key": f"them-{number}"})
    many = {kind: count(client, places[0]) for kind, places in PAGES.items()}
    assert few == many
    assert few.pop("nothing") <= 7, "it reads the words of all texts, to offer a spelling"
    assert max(few.values()) <= 6, few


def count(client: Client, place: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(place)
    return len(queries)


def test_a_section_without_news_is_not_offered(pages: dict[str, dict[str, str]], client: Client) -> None:
    assert "Ngoại giao kinh tế" in pages["home"]["vi"]
    assert "Mục chưa có tin" not in pages["home"]["vi"] + pages["news"]["vi"]
    assert client.get("/vi/tin/trong/").status_code == 404
    assert client.get("/mau/vi/bao-cao/").status_code == 404
    assert "/mau/vi/bao-cao/" not in pages["other office"]["vi"]


def test_the_invented_province_and_the_demonstration_are_labelled_everywhere(pages: dict[str, dict[str, str]]) -> None:
    for kind, told in pages.items():
        label = (
            ("Tỉnh này không có thật.", "This province does not exist.")
            if kind == "other office"
            else ("Bản trình diễn, không phải", "A demonstration, not")
        )
        assert label[0] in told["vi"], kind
        assert label[1] in told["en"], kind


def test_no_link_of_a_portal_leads_nowhere(pages: dict[str, dict[str, str]], client: Client) -> None:
    found = {link for told in pages.values() for html in told.values() for link in re.findall(r'<a [^>]*href="(/[^"#]*)"', html)}
    assert len(found) > 60
    for link in found:
        assert client.get(link.replace("&amp;", "&")).status_code == 200, link


def test_steps_are_numbered_once(pages: dict[str, dict[str, str]]) -> None:
    assert "<li>Nộp hồ sơ trên" in pages["procedure"]["vi"]
    assert "Mở thủ tục này" not in pages["procedure"]["vi"], "the link leads to the front page"
    assert re.search(r"Mở Cổng</a> rồi tìm theo mã [\d.]+\.", pages["procedure"]["vi"])


def test_the_start_page_speaks_the_readers_language(portal: dict[str, Edition], client: Client) -> None:
    for asked, given in (("en-GB,en;q=0.9", "/en/"), ("vi", "/vi/"), ("de", "/vi/"), ("", "/vi/")):
        answer = client.get("/", headers={"accept-language": asked})
        assert (answer.status_code, answer["Location"]) == (302, given)
    assert client.get("/mau/", headers={"accept-language": "en"})["Location"] == "/mau/en/"


def test_an_indicator_leads_on_before_it_explains_itself_and_says_what_each_day_is(pages: dict[str, dict[str, str]]) -> None:
    html = pages["flow"]["vi"]
    leads = html.partition('class="leads"')[2].partition("</div></div>")[0]
    assert "/vi/bao-cao/" in leads
    assert html.count('id="dd"') == 1
    assert html.index('class="leads"') < html.index('id="qn"')
    for name in ("Định nghĩa được rà soát gần nhất ngày</dt><dd>15/1/2020", "Định nghĩa sẽ được rà soát lại trước ngày</dt><dd>15/1/2021"):
        assert name in html
    assert "Căn cứ pháp lý hiện hành của định nghĩa</dt>" in html


def test_a_received_figure_says_from_where_instead_of_lacking_a_basis(pages: dict[str, dict[str, str]]) -> None:
    told = ("Số nhận từ nguồn nêu trên nên cơ quan không có hồ sơ riêng", "Received from the source named above, so no records of this office")
    for language, words in zip(("vi", "en"), told, strict=True):
        assert words in pages["article"][language]
        assert words in pages["money"][language]


def test_the_first_page_explains_its_dots_and_a_field_is_a_link(pages: dict[str, dict[str, str]]) -> None:
    html = pages["home"]["vi"]
    assert html.index("Con số có dấu chấm bên dưới") < html.index('class="figs"')
    assert '<p class="meta"><a href="/vi/tin/kinh-te/">Ngoại giao kinh tế</a> ·' in html
