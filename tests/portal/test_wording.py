"""How days, numbers and values are written, and where charts put them."""

from decimal import Decimal
from typing import Any

import pytest

from ngoaivu.portal import addresses, charts, wording
from ngoaivu.portal.charts import Point
from ngoaivu.portal.figures import short, told_changes


@pytest.mark.parametrize(
    ("when", "vi", "en"),
    [
        ("2020-10-30", "30/10/2020", "30 October 2020"),
        ("2020-10-30T01:00:00Z", "30/10/2020", "30 October 2020"),
        ("2018-07", "7/2018", "July 2018"),
        ("2019", "2019", "2019"),
    ],
)
def test_a_day_has_its_year(when: str, vi: str, en: str) -> None:
    assert (wording.day(when, "vi"), wording.day(when, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("value", "unit", "vi", "en"),
    [
        ("131", "project", ("131", "dự án"), ("131", "projects")),
        ("1", "project", ("1", "dự án"), ("1", "project")),
        ("18019", "person", ("18.019", "người"), ("18,019", "people")),
        ("2730000000", "USD", ("2,73", "tỷ USD"), ("2.73", "billion US dollars")),
        ("8636000000", "VND", ("8.636", "triệu đồng"), ("8,636", "million đồng")),
        ("123740000000", "VND", ("123,74", "tỷ đồng"), ("123.74", "billion đồng")),
        ("968695", "USD", ("968.695", "USD"), ("968,695", "US dollars")),
        ("80000000.00", "USD", ("80", "triệu USD"), ("80", "million US dollars")),
        ("96", "percent", ("96%", ""), ("96%", "")),
        ("0.335", "share", ("33,5%", ""), ("33.5%", "")),
        ("12.50", "unheard_of", ("12,5", ""), ("12.5", "")),
    ],
)
def test_a_value_in_both_languages(value: str, unit: str, vi: tuple[str, str], en: tuple[str, str]) -> None:
    assert wording.amount(value, unit, "vi") == vi
    assert wording.amount(value, unit, "en") == en


def test_a_range_and_an_indicators_own_words() -> None:
    assert wording.amount("10", "percent", "vi", high="15") == ("10–15%", "")
    assert wording.amount("127", "permission", "en", own_words="business people") == ("127", "business people")
    fact = {"value": "800", "unit": "delegation", "qualifier": "over"}
    assert wording.written(fact, "vi") == "hơn 800 đoàn"
    assert wording.written(fact, "en", "foreign delegations") == "more than 800 foreign delegations"


@pytest.mark.parametrize(
    ("text", "digits", "rest"),
    [
        ("2,73 tỷ USD", "2,73", " tỷ USD"),
        ("131 dự án", "131", " dự án"),
        ("96%", "96", "%"),
        ("gần 1/5", "gần 1/5", ""),
        ("10–15%", "10–15", "%"),
        ("US$2.73 billion", "US$2.73", " billion"),
        ("800.", "800", "."),
        ("ba", "ba", ""),
    ],
)
def test_the_dot_stands_under_the_last_digit(text: str, digits: str, rest: str) -> None:
    assert wording.split(text) == (digits, rest)


def test_stems_stand_on_zero_and_grow_with_their_values() -> None:
    drawn = charts.chart([Point(Decimal(one), str(one), str(one), final=one < 3) for one in (0, 1, 2, 4)], stems=True)
    assert [mark.y for mark in drawn.marks] == [250, 199, 148, 46]
    assert drawn.marks[0].stem == 250
    assert [mark.final for mark in drawn.marks] == [True, True, True, False]
    assert [mark.x for mark in drawn.marks] == ["8.00%", "36.00%", "64.00%", "92.00%"]
    assert not drawn.crowded
    assert not drawn.strokes


def test_a_crowded_line_keeps_first_last_and_highest() -> None:
    drawn = charts.chart([Point(Decimal(one), str(one), str(one)) for one in (3, 1, 2, 9, 2, 2, 4)], stems=False)
    assert drawn.crowded
    assert [mark.label for mark in drawn.marks if mark.chief] == ["3", "9", "4"]
    beside = charts.chart([Point(Decimal(one), str(one), str(one)) for one in (3, 1, 2, 2, 2, 9, 4)], stems=False)
    assert [mark.label for mark in beside.marks if mark.chief] == ["3", "4"]
    assert len(drawn.strokes) == 6
    assert charts.chart([Point(Decimal(0), "0", "x")], stems=True).marks[0].y == 250


def test_a_chart_is_labelled_by_its_years_where_they_tell_apart() -> None:
    assert short(["năm 2019 (“Năm 2019”)", "ngày 31/12/2020"]) == ["2019", "2020"]
    assert short(["quý I năm 2019", "quý II năm 2019"]) == ["quý I năm 2019", "quý II năm 2019"]


def test_addresses_speak_their_language() -> None:
    vi, en = addresses.Addresses("", "vi"), addresses.Addresses("mau", "en")
    assert vi.rows("fdi.projects.in_force", "report", "nhiem-ky", 2, "f2") == "/vi/so-lieu/fdi-projects-in_force/ho-so/bao-cao/nhiem-ky/2/f2/"
    assert en.text("news", "a-visit", "partners", 3) == "/mau/en/news/partners/a-visit/edition/3/"
    assert en.room("report", "term", "report.docx") == "/mau/en/reports/term/report.docx"
    assert set(addresses.WORDS["vi"]) == set(addresses.WORDS["en"])
    for words in addresses.WORDS.values():
        assert len(set(words.values())) == len(words)


def test_a_rate_says_that_it_is_one_and_a_fraction_stays_one() -> None:
    bulletin = {"value": "12", "unit": "issue", "qualifier": "exact", "per": "year"}
    assert wording.written(bulletin, "vi") == "12 kỳ/năm"
    assert wording.written(bulletin, "en") == "12 issues a year"
    ratio = {"value": "0.2", "unit": "share", "qualifier": "near", "basis": "received", "decimals": 1}
    assert wording.written(ratio, "vi") == "gần 1/5"
    assert wording.written(ratio | {"decimals": 2}, "vi") == "gần 20%"
    assert wording.written(ratio | {"basis": "computed"}, "vi") == "gần 20%"


def test_the_time_of_a_text_is_named_for_what_it_is() -> None:
    assert [wording.dated(when, "vi") for when in ("2020", "2018-07", "2020-10-30")] == ["năm 2020", "tháng 7/2018", "30/10/2020"]
    assert [wording.dated(when, "en") for when in ("2020", "2018-07", "2020-10-30")] == ["2020", "July 2018", "30 October 2020"]


def test_changes_of_one_series_have_one_unit() -> None:
    def course(unit: str, *values: str) -> list[Any]:
        return [{"value": value, "unit": unit, "kind": "flow", "stage": "official"} for value in values]

    assert told_changes(course("delegation", "65", "12", "7", "36"), "vi", "đoàn") == ["−53 đoàn", "−5 đoàn", "+29 đoàn"]
    assert told_changes(course("delegation", "50", "53", "60"), "en", "delegations") == ["+6%", "+13.2%"]
    assert told_changes(course("USD", "10", "12"), "en", "") == ["+20%"]
