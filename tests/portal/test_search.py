"""Search: with and without diacritics, by number, narrowed; what is spelled just so comes first."""

import re
from decimal import Decimal

import pytest
from django.test import Client

from ngoaivu.portal import excerpts, finding
from ngoaivu.publications.editions import Edition
from tests.portal.editions import content, fact, paragraph, publish, text


def titles(client: Client, query: str, language: str = "vi") -> list[str]:
    html = client.get(f"/{language}/{'tim' if language == 'vi' else 'search'}/?{query}").content.decode()
    hits = html.partition('class="hits text"')[2].partition("</ol>")[0]
    return [re.sub(r"<[^>]+>", "", one) for one in re.findall(r"<h3>(.*?)</h3>", hits)]


def note(key: str, title: str, date: str = "2019-01-01") -> None:
    publish(content("news", key, {"vi": text(title, "", [paragraph("Một dòng.")])}, section="van-hoa", date=date))


@pytest.mark.usefixtures("portal")
def test_marks_may_be_left_out_or_given(client: Client) -> None:
    for query in ("q=xoai", "q=xoài", "q=XOÀI", "q=trong+xoai", "q=xoai+trong"):
        assert titles(client, query)[0] == "Bàn chuyện trồng xoài, nuôi cá lóc với tỉnh bạn", query
    assert titles(client, "q=Đắk+Lắk") == titles(client, "q=dak+lak") != []
    assert titles(client, "q=xoai+khongco") == []


@pytest.mark.usefixtures("portal")
def test_what_is_spelled_just_so_comes_first(client: Client) -> None:
    note("ma", "Chuyện con ma trong vườn", "2020-01-03")
    note("mạ", "Cấy mạ đầu mùa", "2020-01-01")
    note("má", "Má tôi kể chuyện", "2020-01-02")
    assert titles(client, "q=mạ&section=van-hoa")[0] == "Cấy mạ đầu mùa"
    assert titles(client, "q=ma+trong&section=van-hoa")[0] == "Chuyện con ma trong vườn"
    found = titles(client, "q=ma&section=van-hoa")
    assert {"Cấy mạ đầu mùa", "Má tôi kể chuyện", "Chuyện con ma trong vườn"} <= set(found)
    assert found[0] == "Chuyện con ma trong vườn"


@pytest.mark.usefixtures("portal")
def test_a_number_shows_its_fact_first_in_either_notation(client: Client) -> None:
    for place in (
        "/vi/tim/?q=2,73",
        "/vi/tim/?q=2.730.000.000",
        "/en/search/?q=2.73",
        "/vi/tim/?q=vốn 2,73 tỷ",
        "/vi/tim/?q=2.73",
        "/en/search/?q=2,73",
    ):
        html = client.get(place).content.decode()
        assert 'class="row known"' in html, place
        assert "/fdi-capital-registered/" in html
    assert 'class="row known"' not in client.get("/vi/tim/?q=27").content.decode()


def test_numbers_are_read_as_the_language_writes_them() -> None:
    assert finding.numbers("18.019 người, 2,73 tỷ", "vi") == [Decimal("18019"), Decimal("2.73")]
    assert finding.numbers("18,019 people, 2.73 billion", "en") == [Decimal("18019"), Decimal("2.73")]
    assert finding.numbers("ngày 30/9/2020", "vi") == [Decimal(30), Decimal(9), Decimal(2020)]
    assert finding.numbers("2.73 tỷ, 1.5.2", "vi") == [Decimal("2.73")]
    assert finding.numbers("không có số", "vi") == []


@pytest.mark.usefixtures("portal")
def test_filters_count_what_they_would_leave_and_offer_no_empty_choice(client: Client) -> None:
    html = client.get("/vi/tim/?q=hai+ben").content.decode()
    offered = dict(re.findall(r'<option value="([^"]+)"[^>]*>[^(]+\((\d+)\)', html))
    assert offered.items() >= {"van-hoa": "2", "doi-tac": "2", "2018": "1", "2020": "3"}.items()
    assert "0" not in offered.values()
    assert 'name="kind"' not in html
    for value, count in offered.items():
        name = "year" if value.isdigit() else "section"
        assert len(titles(client, f"q=hai+ben&{name}={value}")) == int(count)


@pytest.mark.usefixtures("portal")
def test_nothing_found_says_so_and_helps(client: Client) -> None:
    html = client.get("/vi/tim/?q=khongcogi").content.decode()
    assert "Không tìm thấy gì cho “khongcogi”" in html
    assert "lienhe@vidu.example" in html
    assert 'href="/vi/tin/"' in html
    other = client.get("/vi/tim/?q=snakehead").content.decode()
    assert 'lang="en" hreflang="en">Talking mangoes' in other


@pytest.mark.usefixtures("portal")
@pytest.mark.parametrize(
    "query", ["", "q=", "q=%25", "q=%27+OR+1", "q=<script>", "q=" + "a+" * 400, "q=a&page=999", "q=a&year=x&kind=y", "q=1/0", "q=%00"]
)
def test_any_query_is_answered(client: Client, query: str) -> None:
    answer = client.get(f"/vi/tim/?{query}")
    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode().replace("<script src", "")


def pieces(query: str, text: str, language: str = "vi") -> list[str]:
    """What is marked in a text."""
    return [piece for piece, hit in excerpts.Marks(finding.asked(query, language=language).terms, text).marked(text) if hit]


def test_marks_stand_on_what_was_asked() -> None:
    text = "Bàn chuyện trồng xoài ở Đồng Tháp"
    assert pieces("xoai dong", text) == ["xoài", "Đồng"]
    assert "".join(piece for piece, _hit in excerpts.Marks(finding.asked("xoai").terms, text).marked(text)) == text
    long = "chữ " * 100 + "xoài " + "chữ " * 100
    shown = excerpts.excerpt("", long, excerpts.Marks(finding.asked("xoai").terms, long))
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert "xoài" in shown
    assert len(shown) < 320


def test_the_hits_are_the_offices_own(portal: dict[str, Edition], client: Client) -> None:
    html = client.get("/mau/vi/tim/?q=vung+thanh+long").content.decode()
    assert 'class="hits' not in html
    assert portal["other_item"].office == "so-mau"


def series(key: str, title: str, aliases: list[str], values: dict[str, str], lead: str = "Một định nghĩa.") -> None:
    """An indicator with a value for each year."""
    told = {f"f{number}": (year, value) for number, (year, value) in enumerate(values.items(), start=1)}
    extra = {
        "latest": f"f{len(told)}",
        "points": [{"fact": name, "label": {"vi": year, "en": year}} for name, (year, _value) in told.items()],
        "aliases": {"vi": aliases, "en": []},
    }
    facts = {name: fact("thu.thu", value, "delegation", when={"vi": f"năm {year}", "en": year}) for name, (year, value) in told.items()}
    publish(content("series", key, {"vi": text(title, lead, [], slug=key)}, facts=facts, extra=extra))


def shown(client: Client, query: str, language: str = "vi") -> list[str]:
    """The hits of a query as a reader reads them, without markup."""
    html = client.get(f"/{language}/{'tim' if language == 'vi' else 'search'}/?{query}").content.decode()
    hits = html.partition('class="hits text"')[2].partition("</ol>")[0]
    return [" ".join(re.sub(r"<[^>]+>", " ", one).split()) for one in hits.split("<li>")[1:]]


@pytest.mark.usefixtures("portal")
def test_whole_words_come_before_beginnings_and_nothing_is_found_inside_a_word(client: Client) -> None:
    note("zz", "Kham phá zanghi", "2020-02-01")
    note("zanghi", "Nghi thức zang", "2020-01-01")
    note("azang", "Azang xa", "2020-03-01")
    assert titles(client, "q=zang") == ["Nghi thức zang", "Kham phá zanghi"]
    note("za", "Chỉ za thôi", "2020-01-01")
    assert titles(client, "q=za") == ["Chỉ za thôi"], "two letters begin no word"


@pytest.mark.usefixtures("portal")
def test_the_indicator_asked_by_its_alias_comes_first_with_the_value_of_the_year_asked(client: Client) -> None:
    series("quy-tieu", "Quỹ tiêu dùng", ["tiền quỹ vùng"], {"2018": "18", "2019": "19"})
    note("tieu", "Chuyện tiền quỹ vùng kể lại năm 2018", "2020-01-01")
    for query, value, year in (("tien+quy+vung", "19", "2019"), ("tien+quy+vung+2018", "18", "2018")):
        first = shown(client, f"q={query}")[0]
        assert first.startswith(f"Quỹ tiêu dùng {value} đoàn")
        assert first.endswith(f"Chỉ tiêu · năm {year}")
    assert titles(client, "q=quy&year=2018") == ["Quỹ tiêu dùng"]
    assert titles(client, "q=tien+quy+vung+2017") == []


@pytest.mark.usefixtures("portal")
def test_an_indicator_whose_name_begins_with_what_is_asked_stands_before_one_that_holds_it(client: Client) -> None:
    for key, name in (("zang.visits", "Lượt zang đi"), ("zang.all", "Zang nước ngoài đến nhiều nơi trong tỉnh")):
        publish(content("series", key, {"vi": text(name, "", [paragraph("Một dòng.")])}))
    assert titles(client, "q=zang") == ["Zang nước ngoài đến nhiều nơi trong tỉnh", "Lượt zang đi"]


@pytest.mark.usefixtures("portal")
def test_a_long_page_stands_below_a_short_one_and_the_answering_sentence_is_shown(client: Client) -> None:
    long = "Vườn rất xa. Cây quế mọc ở suối Tranh. Suối Tranh chảy qua vườn quế của bản. Hết chuyện."
    report = text("Báo cáo dài", "", [paragraph("Cây quế suối Tranh."), paragraph(long)])
    publish(content("report", "dai", {"vi": report}, date="2020-12-31"))
    publish(content("news", "ngan", {"vi": text("Chuyện bản", "", [paragraph(long)])}, section="van-hoa", date="2019-01-01"))
    assert titles(client, "q=que+suoi+tranh") == ["Chuyện bản", "Báo cáo dài"]
    assert titles(client, "q=vuon+que+suoi") == ["Chuyện bản", "Báo cáo dài"]
    assert shown(client, "q=vuon+que+suoi")[0].startswith("Chuyện bản Suối Tranh chảy qua vườn quế của bản. … ")


@pytest.mark.usefixtures("portal")
def test_words_that_only_ask_are_left_out_and_other_names_are_found(client: Client) -> None:
    english = text("Partners", "", [paragraph("The province has ties of twinning with Pursat.")])
    publish(content("news", "partners", {"en": english}, section="van-hoa"))
    for query in ("twinned", "sister+province", "which+sister+province", "twinning"):
        assert titles(client, f"q={query}", "en") == ["Partners"], query
    note("quyt", "Bao nhiêu quýt hồng", "2020-01-01")
    assert titles(client, "q=quyt+hong+bao+nhieu") == titles(client, "q=bao+nhiêu+quýt") == ["Bao nhiêu quýt hồng"]
    assert finding.asked("bao nhiêu").words == ["bao", "nhieu"], "a query of nothing else is looked for as it stands"


@pytest.mark.usefixtures("portal")
def test_on_a_telephone_only_a_search_that_found_something_is_tightened(client: Client) -> None:
    assert 'class="title searched"' in client.get("/vi/tim/?q=xoai").content.decode()
    assert "searched" not in client.get("/vi/tim/").content.decode()
