"""What an editor would write, in both languages, from one value."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ngoaivu.indicators.figures import Written, unit_codes, write
from ngoaivu.indicators.figures.vocabulary import vocabulary

SAME_FACT: list[tuple[str, dict[str, Any], str, str]] = [
    ("8636000000", {"unit": "VND"}, "8.636 triệu đồng", "VND 8,636 million"),
    ("2730000000", {"unit": "USD", "hedge": "about"}, "khoảng 2,73 tỷ USD", "about USD 2.73 billion"),
    ("123740000000", {"unit": "VND"}, "123,74 tỷ đồng", "VND 123.74 billion"),
    ("1840000000000", {"unit": "VND"}, "1.840 tỷ đồng", "VND 1,840 billion"),
    ("1350000000000000", {"unit": "VND", "scale": 15}, "1,35 triệu tỷ đồng", "VND 1.35 quadrillion"),
    ("12069992", {"unit": "USD"}, "12.069.992 USD", "USD 12,069,992"),
    ("30000", {"unit": "VND", "per": "time"}, "30.000 đồng/lần", "VND 30,000/time"),
    ("58000", {"unit": "EUR", "hedge": "over"}, "hơn 58.000 euro", "over EUR 58,000"),
    ("800", {"unit": "delegation", "hedge": "over"}, "hơn 800 đoàn", "over 800 delegations"),
    ("18019", {"unit": "person", "hedge": "about"}, "khoảng 18.019 người", "about 18,019 people"),
    ("4", {"unit": "project"}, "4 dự án", "4 projects"),
    ("1", {"unit": "project"}, "1 dự án", "1 project"),
    ("0", {"unit": "agreement"}, "0 thỏa thuận", "0 agreements"),
    ("12", {"unit": "issue", "per": "year"}, "12 kỳ/năm", "12 issues/year"),
    ("19", {"unit": "organisation", "of": Decimal(26)}, "19/26 tổ chức", "19/26 organisations"),
    ("15", {"unit": "working_day", "hedge": "at_most"}, "không quá 15 ngày làm việc", "at most 15 working days"),
    ("92.5", {"unit": "kilometre"}, "92,5 km", "92.5 kilometres"),
    ("0.96", {"kind": "share", "hedge": "near"}, "gần 96%", "nearly 96%"),
    ("0.1", {"kind": "share", "high": Decimal("0.15")}, "10–15%", "10–15%"),
    ("0.07", {"kind": "growth"}, "tăng 7%", "up 7%"),
    ("-0.236", {"kind": "growth", "hedge": "near"}, "giảm gần 23,6%", "down nearly 23.6%"),
    ("5", {"kind": "growth", "unit": "delegation"}, "tăng 5 đoàn", "up 5 delegations"),
    ("-1.5", {"kind": "growth", "unit": "percent_point"}, "giảm 1,5 điểm phần trăm", "down 1.5 percentage points"),
    ("0.333", {"kind": "ratio"}, "bằng 33,3%", "equal to 33.3%"),
    ("2.5", {"kind": "ratio"}, "gấp 2,5 lần", "2.5 times as much"),
    ("0.2", {"kind": "fraction", "hedge": "near"}, "gần 1/5", "nearly 1/5"),
    ("0.666667", {"kind": "fraction"}, "2/3", "2/3"),
    ("3", {"kind": "rank", "of": Decimal(13)}, "xếp thứ 3/13", "ranked 3rd of 13"),
    ("11", {"kind": "rank"}, "xếp thứ 11", "ranked 11th"),
    ("16000000000", {"unit": "USD", "hedge": "forecast"}, "dự kiến 16 tỷ USD", "an expected USD 16 billion"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "how", "vietnamese", "english"), SAME_FACT)
def test_one_value_in_both_languages(value: str, how: dict[str, Any], vietnamese: str, english: str) -> None:
    assert str(write(Decimal(value), lang="vi", **how)) == vietnamese
    assert str(write(Decimal(value), lang="en", **how)) == english


def test_the_hedge_and_the_direction_stand_outside_the_number() -> None:
    assert write(Decimal(800), unit="delegation", hedge="over", lang="vi") == Written("hơn ", "800 đoàn")
    assert write(Decimal("-0.236"), kind="growth", hedge="near", lang="vi") == Written("giảm gần ", "23,6%")


def test_the_scale_the_author_chose_and_no_precision_the_fact_lacks() -> None:
    assert write(Decimal(2_730_000_000), unit="USD", scale=6, lang="vi").text == "2.730 triệu USD"
    assert write(Decimal(2_700_000_000), unit="USD", scale=9, precision=2, lang="vi").text == "2,7 tỷ USD"
    assert write(Decimal(2_735_000_000), unit="USD", scale=9, precision=2, lang="en").text == "USD 2.74 billion"
    assert write(Decimal("0.2576"), kind="share", precision=1, lang="vi").text == "25,8%"


def test_the_number_without_its_noun_and_the_bare_digits() -> None:
    assert str(write(Decimal(131), unit="project", hedge="over", noun=False, lang="vi")) == "hơn 131"
    assert str(write(Decimal(2_730_000_000), unit="USD", scale=6, hedge="over", bare=True, lang="vi")) == "2.730"
    assert str(write(Decimal("0.96"), kind="share", hedge="near", bare=True, lang="en")) == "96"


def test_what_the_language_cannot_write_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="no word for the scale 10\\^4"):
        write(Decimal(20_000), unit="person", scale=4, lang="vi")
    with pytest.raises(ValueError, match="no noun"):
        write(Decimal(2), unit="unicorn", lang="en")
    with pytest.raises(ValueError, match="No vocabulary"):
        write(Decimal(2), lang="xx")


def test_both_languages_name_the_same_units() -> None:
    for table in ("units", "measures", "currencies", "write_per", "write_hedges"):
        named = {lang: set(vocabulary(lang)[table]) - {"sign"} for lang in ("vi", "en")}
        assert named["vi"] == named["en"], table
    assert {"project", "person_trip", "percent_point", "working_day"} <= unit_codes()
