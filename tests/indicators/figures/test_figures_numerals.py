"""Numbers in words and digits with separators, as they are said and written."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ngoaivu.indicators.figures import read

ONES = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def value(text: str, lang: str) -> Decimal | None:
    [mention] = read(text, lang)
    assert mention.text == text
    return mention.value


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("mười người", 10),
        ("mười lăm người", 15),
        ("hai mươi mốt người", 21),
        ("ba mươi tư người", 34),
        ("bốn mươi lăm người", 45),
        ("một trăm linh năm người", 105),
        ("hai trăm rưỡi người", 250),
        ("một nghìn không trăm linh năm người", 1_005),
        ("một nghìn hai trăm ba mươi tư người", 1_234),
        ("hai vạn người", 20_000),
        ("một triệu hai trăm nghìn người", 1_200_000),
        ("hai triệu rưỡi người", 2_500_000),
        ("hai nghìn ba trăm tỷ đồng", 2_300_000_000_000),
        ("ba trăm hai mươi nghìn tỷ đồng", 320_000_000_000_000),
    ],
)
def test_vietnamese_words(words: str, number: int) -> None:
    assert value(words, "vi") == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("twenty-two people", 22),
        ("one hundred and five people", 105),
        ("nineteen hundred people", 1_900),
        ("one million two hundred thousand people", 1_200_000),
        ("two and a half million people", 2_500_000),
        ("half a million people", 500_000),
        ("a million people", 1_000_000),
        ("two dozen people", 24),
        ("two thousand three hundred billion dong", 2_300_000_000_000),
    ],
)
def test_english_words(words: str, number: int) -> None:
    assert value(words, "en") == number


def spoken(number: int) -> str:
    """A number below a thousand as a Vietnamese reads it aloud."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = [ONES[hundreds], "trăm"] if hundreds else []
    if tens == 0:
        words += ["linh"] if hundreds and ones else []
        words += [ONES[ones]] if ones else []
    else:
        words += ["mười"] if tens == 1 else [ONES[tens], "mươi"]
        words += ["lăm" if ones == 5 else "mốt" if ones == 1 and tens > 1 else ONES[ones]] if ones else []
    return " ".join(words)


def test_every_number_below_a_thousand() -> None:
    for number in range(2, 1000):
        [mention] = read(f"{spoken(number)} triệu đồng", "vi")
        assert mention.value == number * 1_000_000, spoken(number)


@pytest.mark.parametrize(
    ("text", "lang", "number"),
    [
        ("18.019 người", "vi", "18019"),
        ("1,317 tỉ USD", "vi", "1317000000"),
        ("1.386 tỷ đồng", "vi", "1386000000000"),
        ("1.386 tỷ USD", "vi", "1386000000"),
        ("2.350 tỷ USD", "vi", "2350000000000"),
        ("11.974.405,56 USD", "vi", "11974405.56"),
        ("300,000 người", "vi", "300000"),
        ("3,772 triệu USD", "vi", "3772000"),
        ("92,575 km", "vi", "92.575"),
        ("2.5 triệu USD", "vi", "2500000"),
        ("1 234 567 người", "vi", "1234567"),
        ("18\u00a0019 người", "vi", "18019"),
        ("2 tỷ 500 triệu đồng", "vi", "2500000000"),
        ("1,012 projects", "en", "1012"),
        ("1,592.3 million USD", "en", "1592300000"),
        ("2,5 million USD", "en", "2500000"),
        ("1.150 tourists", "en", "1150"),
        ("VND1.200 trillion", "en", "1200000000000"),
        ("12 000 people", "en", "12000"),
        ("$1.2bn", "en", "1200000000"),
    ],
)
def test_points_and_commas(text: str, lang: str, number: str) -> None:
    assert value(text, lang) == Decimal(number)


def test_an_anniversary_of_a_thousand_years_is_a_number_of_years() -> None:
    assert value("1,000th anniversary", "en") == 1_000
