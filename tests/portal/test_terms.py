"""What a line asks: words as they are spelled, days in whatever form they are written, and what of a text answers them."""

import re

import pytest
from django.test import Client

from ngoaivu.portal import days, excerpts, finding, quoting
from ngoaivu.publications.editions import Edition
from tests.portal.editions import content, paragraph, publish, text
from tests.portal.test_search import note, pieces, shown, titles


def told(key: str, title: str, lead: str, *lines: str, language: str = "vi", date: str = "2016-01-01") -> Edition:
    """A text of one language."""
    return publish(content("news", key, {language: text(title, lead, [paragraph(line) for line in lines])}, section="van-hoa", date=date))


@pytest.mark.usefixtures("portal")
@pytest.mark.parametrize("query", ["tháng 7 năm 2018", "thang 7/2018", "07/2018", "tháng bảy năm 2018", "đoàn zang tháng 7 năm 2018"])
def test_a_month_is_found_however_it_is_written(client: Client, query: str) -> None:
    told("mot", "Đoàn zang đến", "", "Tháng 7/2018 đoàn zang đến.")
    told("hai", "Đoàn zang về", "", "Đoàn zang về ngày 12/07/2018.")
    told("ba", "Đoàn zang ở lại", "", "Chuyện đoàn zang.", date="2018-07")
    told("bon", "Đoàn zang khác", "", "Đoàn zang tháng 8/2018, số 7/2019.")
    assert set(titles(client, f"q={query}&section=van-hoa")) == {"Đoàn zang đến", "Đoàn zang về", "Đoàn zang ở lại"}


@pytest.mark.usefixtures("portal")
def test_an_english_month_and_a_day_are_found_too(client: Client) -> None:
    told("july", "The mission came", "", "In July 2018 it came, on 3 July 2018.", language="en")
    told("august", "The mission left", "", "In August 2018 it left.", language="en")
    for query in ("July+2018", "7/2018", "jul+2018", "3+July+2018", "July+3,+2018", "3/7/2018"):
        assert titles(client, f"q={query}&section=van-hoa", "en") == ["The mission came"], query
    told("ngay", "Ngày ký", "", "Ký ngày 3/7/2018.")
    for query in ("ngày 3 tháng 7 năm 2018", "03/07/2018", "3.7.2018", "ngày 3 tháng 7"):
        assert titles(client, f"q={query}&section=van-hoa") == ["Ngày ký"], query
    assert 'class="row known"' not in client.get("/vi/tim/?q=ngày 27 tháng 3 năm 2020").content.decode(), "a day is no value"


def test_what_only_looks_like_a_day_stays_as_it_was() -> None:
    for line in ("1.234", "tháng 13 năm 2018", "22-nq/tw", "06/2020/qđ-ttg", "2015-2020", "31/0/2020"):
        assert days.read(line, "vi") == ([], line), line
    assert days.read("may bring", "en") == ([], "may bring")
    assert days.Day(2018, 7, 3).iso == "2018-07-03"


@pytest.mark.usefixtures("portal")
@pytest.mark.parametrize("query", ["18019", "18.019", "18,019", "2,73", "2.73"])
def test_a_number_is_found_with_and_without_its_marks(client: Client, query: str) -> None:
    told("mot", "Có zang", "", "Có 18.019 người, 2,73 tỷ USD.")
    told("hai", "Không zang", "", "Có 180.190 người, 118.019 người, 2,735 tỷ USD, 12,73 tỷ USD, năm 2730.")
    assert titles(client, f"q={query}&section=van-hoa") == ["Có zang"]


@pytest.mark.usefixtures("portal")
@pytest.mark.parametrize("query", ["hộ chiếu", "ho chieu", '"hộ chiếu"'])
def test_half_of_a_word_of_two_syllables_is_no_hit(client: Client, query: str) -> None:
    told("ho", "Hồ zang và họ hàng", "", "Bên hồ, họ nào cũng tập.")
    html = client.get("/vi/tim/", {"q": query}).content.decode()
    assert "Không tìm thấy gì cho “" + query.strip('"') + "”" in html
    assert "<mark>" not in html


@pytest.mark.usefixtures("portal")
def test_words_typed_with_marks_are_found_and_marked_as_they_are_spelled(client: Client) -> None:
    note("dau-tu", "Vốn đầu tư vùng zang", "2019-01-02")
    note("dau-tu-tu", "Đau từ đầu zang", "2019-01-01")
    assert titles(client, "q=đầu+tư+zang") == ["Vốn đầu tư vùng zang"]
    assert set(titles(client, "q=dau+tu+zang")) == {"Vốn đầu tư vùng zang", "Đau từ đầu zang"}
    assert titles(client, "q=đâu+tư+zang") == titles(client, "q=dau+tu+zang"), "marks set otherwise than anywhere here"
    note("hoa", "Hòa nhạc zang", "2019-01-01")
    assert titles(client, "q=hoà+nhạc") == ["Hòa nhạc zang"], "the tone may stand on either vowel"


def test_whole_words_are_marked_and_a_pair_where_it_stands_together() -> None:
    assert pieces("đầu tư", "Vốn đầu tư, từ đầu năm") == ["đầu tư"]
    assert pieces("doanh nhân", "Doanh nhân gặp nhân dân và doanh nghiệp") == ["Doanh nhân"]
    assert pieces("con", "Con đường của công ty") == ["Con"]
    assert pieces("over", "Over the years overseas Vietnamese", "en") == ["Over"]
    assert pieces("countries", "A country of many countries, counted", "en") == ["country", "countries"]


@pytest.mark.usefixtures("portal")
def test_a_pair_that_stands_together_comes_before_its_words_apart(client: Client) -> None:
    told("xa", "Nhân zang và doanh zeng", "", "Một dòng.", date="2020-12-01")
    told("gan", "Chuyện kể", "", "Có doanh nhân zang đến.", date="2016-01-01")
    assert titles(client, "q=doanh+nhan&section=van-hoa")[0] == "Chuyện kể"


@pytest.mark.usefixtures("portal")
def test_a_short_lede_is_shown_whole_and_a_sentence_to_its_end(client: Client) -> None:
    lead = "Tỉnh kết nghĩa với zang Pursat. Trước đây còn có zang Queensland."
    told("ban", "Bạn gần xa", lead, "Zang kể nữa. Và nữa.")
    assert lead in shown(client, "q=kết+nghĩa+zang")[0]
    assert lead in shown(client, "q=ket+nghia+truoc+day")[0]
    body = "Họ zeng với Pursat. Thêm một câu. " + "Thêm nhiều chữ nữa. " * 20 + "Trước đây họ còn với Queensland. Hết."
    told("dai", "Chuyện dài", "", body)
    assert "Họ zeng với Pursat. … Trước đây họ còn với Queensland. …" in shown(client, "q=zeng+trước+đây")[0]
    assert "Họ zeng với Pursat. … Ngoại" in shown(client, "q=zeng")[0], "more follows, and is said to"


def test_a_very_long_sentence_is_cut_between_words() -> None:
    long = "chữ " * 200 + "xoài"
    one = excerpts.excerpt("", long, excerpts.Marks(finding.asked("xoai").terms, long))
    assert re.fullmatch(r"… (chữ )+xoài", one)


@pytest.mark.usefixtures("portal")
def test_a_hyphen_loses_nothing_and_other_names_are_marked_where_they_answer(client: Client) -> None:
    told("fdi", "Money from abroad", "", "Nothing here. There are 131 projects with foreign investment.", language="en")
    for query in ("foreign-invested+projects", "foreign-investment+projects", "projects+foreign+invested"):
        assert titles(client, f"q={query}&section=van-hoa", "en") == ["Money from abroad"], query
    told("bulletin", "The external-relations bulletin", "", "It comes out.", language="en")
    for query in ("external-relations+bulletin", "external+relations+bulletin", "external+affairs+bulletin"):
        assert titles(client, f"q={query}&section=van-hoa", "en") == ["The external-relations bulletin"], query
    told("twin", "Friends", "", "The province grows rice. The province has a twinning tie.", language="en")
    assert "The province has a twinning tie." in shown(client, "q=sister+province&section=van-hoa", "en")[0]


@pytest.mark.usefixtures("portal")
def test_the_table_of_the_article_comes_last_with_its_lede(client: Client) -> None:
    found = shown(client, "q=131+du+an")
    assert "Từ bài báo đến hệ thống" in found[-1]
    assert "Mỗi con số của bài đứng cạnh hồ sơ giữ nó." in found[-1]
    assert len(found) > 1


def test_a_time_is_told_in_a_list_without_what_its_source_says_of_it() -> None:
    vi = "“năm 2019 ... đã giải ngân được”, trong văn bản năm 2020, không nêu ngày"
    assert quoting.brief({"vi": vi, "en": "2019 (“năm 2019”), in an undated text of 2020"}, "vi") == "năm 2019"
    assert quoting.brief({"vi": vi, "en": "2019 (“năm 2019”), in an undated text of 2020"}, "en") == "2019"
    assert quoting.brief({"vi": "năm 2016 (từ 15/12/2015 đến 14/12/2016)"}, "vi") == "năm 2016"
    assert quoting.brief({"vi": "ngày 31/8/2020"}, "vi") == "ngày 31/8/2020"
