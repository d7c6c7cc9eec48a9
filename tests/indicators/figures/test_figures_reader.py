"""What the reader tells beside value and unit: places, periods, flags, labels, columns, lists, other languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ngoaivu.indicators.figures import Mention, as_dict, read, unit_codes

Told = list[tuple[str, str | None, str | None]]


def told(text: str, lang: str = "vi") -> Told:
    """Words, plain value and unit of every figure."""
    return [(m.text, as_dict(m)["value"], m.unit) for m in read(text, lang) if m.is_figure]


def kinds(text: str, lang: str = "vi") -> list[tuple[str, str]]:
    return [(m.text, m.kind) for m in read(text, lang)]


def only(text: str, lang: str = "vi") -> Mention:
    [mention] = [m for m in read(text, lang) if m.is_figure]
    return mention


def test_the_interface_has_exactly_these_fields() -> None:
    [given] = [as_dict(m) for m in read("Vốn đăng ký khoảng 2,73 tỷ USD.", "vi")]
    assert given == {
        "text": "khoảng 2,73 tỷ USD",
        "start": 12,
        "end": 30,
        "kind": "money",
        "value": "2730000000",
        "high": None,
        "of": None,
        "unit": "USD",
        "per": None,
        "hedge": "about",
        "period": None,
        "subject": "Vốn đăng ký",
        "flags": [],
    }


def test_a_figure_takes_the_period_of_its_sentence_and_not_that_of_a_comparison() -> None:
    mention = next(m for m in read("Năm 2019 có 35 đoàn, tăng 5 đoàn so với năm 2018.", "vi") if m.unit)
    assert as_dict(mention)["period"] == {
        "text": "Năm 2019",
        "start": "2019-01-01",
        "end": "2019-12-31",
        "lunar": False,
    }


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("8 tháng đầu năm 2023", "2023-01-01", "2023-08-31"),
        ("quý I/2023", "2023-01-01", "2023-03-31"),
        ("giai đoạn 2017 - 2022", "2017-01-01", "2022-12-31"),
        ("từ năm 2016 đến nay", "2016-01-01", None),
        ("từ năm 2020 đến hết tháng 7/2022", "2020-01-01", "2022-07-31"),
        ("nửa đầu năm 2024", "2024-01-01", "2024-06-30"),
        ("6 tháng cuối năm 2024", "2024-07-01", "2024-12-31"),
        ("từ ngày 24/11/2019 đến ngày 26/11/2019", "2019-11-24", "2019-11-26"),
        ("tháng 07/2018", "2018-07-01", "2018-07-31"),
        ("ngày 04 tháng 5 năm 2011", "2011-05-04", "2011-05-04"),
        ("ngày 29/3", None, None),
    ],
)
def test_vietnamese_periods_and_days(text: str, start: str | None, end: str | None) -> None:
    [mention] = read(text, "vi")
    period = as_dict(mention)["period"]
    assert mention.text == text
    assert (period["start"], period["end"]) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("first nine months of 2022", "2022-01-01", "2022-09-30"),
        ("second quarter of 2023", "2023-04-01", "2023-06-30"),
        ("July 29th, 2020", "2020-07-29", "2020-07-29"),
        ("24-26 November 2019", "2019-11-24", "2019-11-26"),
        ("since 2016", "2016-01-01", None),
        ("from 2016 to 2020", "2016-01-01", "2020-12-31"),
    ],
)
def test_english_periods_and_days(text: str, start: str | None, end: str | None) -> None:
    [mention] = read(text, "en")
    period = as_dict(mention)["period"]
    assert (mention.text, period["start"], period["end"]) == (text, start, end)


def test_lunar_days_are_marked_and_keep_no_solar_date() -> None:
    [mention] = read("ngày 15 và 16/3 (âm lịch)", "vi")
    assert mention.period is not None
    assert (mention.period.lunar, mention.period.start) == (True, None)


@pytest.mark.parametrize(
    ("text", "flag", "value"),
    [
        ("2.73 tỷ USD", "dot_decimal", 2_730_000_000),
        ("1.386 tỷ USD", "dot_decimal", 1_386_000_000),
        ("300,000 người", "mixed_separators", 300_000),
        ("1.840 tỷ", "missing_unit", 1_840_000_000_000),
    ],
)
def test_suspicious_spellings_are_read_as_meant_and_flagged(text: str, flag: str, value: int) -> None:
    mention = only(text)
    assert (mention.value, mention.flags) == (Decimal(value), (flag,))


@pytest.mark.parametrize("text", ["1,317 tỉ USD", "18.019 người", "8.636 triệu đồng", "2.938 USD", "1.386 tỷ đồng"])
def test_careful_spellings_are_not_flagged(text: str) -> None:
    assert only(text).flags == ()


def test_a_forecast_comes_first_and_the_other_hedge_is_kept() -> None:
    mention = only("dự báo đạt khoảng 16 tỷ USD")
    assert (mention.hedge, mention.flags) == ("forecast", ("about",))


def test_labels_give_the_unit() -> None:
    assert told("Đoàn vào: 35\nTổng vốn (triệu USD): 35,6") == [
        ("35", "35", "delegation"),
        ("35,6", "35600000", "USD"),
    ]


def test_a_caption_gives_unit_and_scale_to_the_rows_below() -> None:
    assert told("ĐVT: triệu USD\nXuất khẩu: 584\nNhập khẩu: 1.244,5") == [
        ("584", "584000000", "USD"),
        ("1.244,5", "1244500000", "USD"),
    ]


LEDGERS: list[tuple[str, str, Told]] = [
    (
        "Coffee exports (USD million)\nQ1 18.2\nQ2 21.4\nFull year 87.0",
        "en",
        [("18.2", "18200000", "USD"), ("21.4", "21400000", "USD"), ("87.0", "87000000", "USD")],
    ),
    (
        "Visas issued\nJanuary 310\nFebruary 275 (closed for Tet)\nFirst quarter 987",
        "en",
        [("310", "310", "visa"), ("275", "275", "visa"), ("987", "987", "visa")],
    ),
    (
        "Thị thực cấp tại cửa khẩu\nTháng 1 310\nTháng 2 275 (nghỉ Tết)\nQuý I 585",
        "vi",
        [("310", "310", "visa"), ("275", "275", "visa"), ("585", "585", "visa")],
    ),
    (
        "Đoàn vào theo nước\nLào 14\nNhật Bản 8\nTổng cộng 22",
        "vi",
        [("14", "14", "delegation"), ("8", "8", "delegation"), ("22", "22", "delegation")],
    ),
    ("Consular income, VND million\nJanuary 310\nFebruary 275", "en", [("310", "310000000", "VND"), ("275", "275000000", "VND")]),
    ("Number of cases\nRow 1: 12 (leaders)", "en", [("12", "12", "person")]),
]


@pytest.mark.parametrize(("text", "lang", "expected"), LEDGERS)
def test_the_caption_of_a_ledger_without_colons_counts_its_lines(text: str, lang: str, expected: Told) -> None:
    assert told(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Public holidays\nJanuary 1\nApril 30\nSeptember 2", "en"),
        ("Office hours\nMonday 8\nTuesday 9", "en"),
        ("Exhibition halls\nHall 1\nHall 2\nHall 3", "en"),
        ("Danh sách khách sạn\nKhách sạn Sài Gòn 3\nKhách sạn Duy Tân 1\nKhách sạn Mường Thanh 2", "vi"),
        ("Các ngày lễ\nTháng 1 1\nTháng 4 30", "vi"),
        ("Contents\nChapter 1: 5\nChapter 2: 14", "en"),
    ],
)
def test_lines_that_only_name_and_date_count_nothing(text: str, lang: str) -> None:
    assert told(text, lang) == []


def test_column_heads_give_units() -> None:
    table = "| Năm | Số dự án | Vốn (triệu USD) | Tỷ lệ (%) |\n| 2019 | 12 | 35,6 | 45 |\n| 2020 | 15 | 1.042 | 50,5 |"
    assert told(table) == [
        ("12", "12", "project"),
        ("35,6", "35600000", "USD"),
        ("45", "0.45", None),
        ("15", "15", "project"),
        ("1.042", "1042000000", "USD"),
        ("50,5", "0.505", None),
    ]


def test_a_noun_that_stands_elsewhere() -> None:
    assert told("Số dự án FDI còn hiệu lực là 131.") == [("131", "131", "project")]
    assert told("Có 131 dự án, trong đó 98 đã hoạt động.")[1] == ("98", "98", "project")
    assert told("The number of trainees increased by 120 to 350.", "en") == [
        ("increased by 120", "120", "person"),
        ("350", "350", "person"),
    ]


def test_figures_broken_by_a_line_end_but_not_over_rows() -> None:
    assert told("Vốn là 2,73 tỷ\nUSD của 131\ndự án") == [
        ("2,73 tỷ\nUSD", "2730000000", "USD"),
        ("131\ndự án", "131", "project"),
    ]
    assert told("Tổng: 131\nDự án mới: 7")[0][0] == "131"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kế hoạch số 274/KH-SNgV ngày 19/2/2024", "document"),
        ("Nghị định số 09/2019/NĐ-CP ngày 24 tháng 01 năm 2019", "document"),
        ("Quốc lộ 1A", "structural"),
        ("Covid-19", "structural"),
        ("0273 3872 582", "structural"),
        ("8h30", "structural"),
    ],
)
def test_what_is_no_figure_is_one_mention_of_its_kind(text: str, kind: str) -> None:
    assert kinds(text) == [(text, kind)]


def test_amounts_said_again_in_words_are_one_mention() -> None:
    assert told("Kinh phí 500.000.000 đồng (Năm trăm triệu đồng).") == [("500.000.000 đồng (Năm trăm triệu đồng)", "500000000", "VND")]
    assert told("12 (mười hai) thủ tục") == [("12 (mười hai) thủ tục", "12", "procedure")]


def test_every_unit_read_is_a_published_code() -> None:
    codes = unit_codes()
    for text in ("5 dự án", "5 lượt người", "5 ngày làm việc", "5 km", "5 khoản viện trợ", "5 điểm phần trăm"):
        assert only(text).unit in codes


def test_another_language_is_one_more_data_file() -> None:
    assert told("plus de 2,5 milliards de dollars pour 40 projets", "fr") == [
        ("plus de 2,5 milliards de dollars", "2500000000", "USD"),
        ("40 projets", "40", "project"),
    ]
    with pytest.raises(ValueError, match="Known: en, fr, vi"):
        read("5", "xx")


@pytest.mark.parametrize(
    ("lang", "text", "counted"),
    [
        ("vi", 'Mời xem chương trình "Việt Nam - 63 sắc màu" lúc 20 giờ.', []),
        ("vi", "Bộ phim “12 con giáp” đã có 300 người xem.", ["300 người xem"]),
        ("vi", 'Bài "Xuất khẩu đạt 2 tỷ USD" đăng hôm qua.', ["2 tỷ USD"]),
        ("en", 'The show "50 Years of Friendship" drew 300 viewers.', ["300 viewers"]),
        ("en", 'He said "we signed 12 agreements" and left.', ["12 agreements"]),
    ],
)
def test_the_quoted_title_of_a_work_counts_nothing(lang: str, text: str, counted: list[str]) -> None:
    assert [one.text for one in read(text, lang) if one.is_figure] == counted
