"""Work grows with the length of a text and no faster, whatever stands in it; counted in calls, so that no clock is asked."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from ngoaivu.indicators.figures import read
from ngoaivu.indicators.figures.judge import judge

HOSTILE = [
    "1234567890",
    "1.",
    "5, ",
    "5 ",
    "5-",
    "5/",
    "5:",
    "5'",
    "5\n",
    "5\t|",
    "(5",
    "5)",
    "(",
    " ",
    "tỷ ",
    "5 tỷ ",
    "từ 5 lên ",
    "từ ngày 5 ",
    "hai mươi ",
    "trăm ",
    "hơn trăm ",
    "5 dự án, ",
    "trong đó 5, ",
    "5 (năm ",
    "xã Tân Phước 5 ",
    "e\u0301",
    "5\u0301\u0302",
    "đ.5",
    "|5|a",
    "Quân y 5 x, đạt 7. ",
    "5, đạt 7 và ",
    "Lane 5 x, 6 exercises. ",
    "(%): 5; ",
    "Table 5: Visits\n5\n",
    "guests number 5 ",
    "hai phẩy ba ",
]


def looked_over(text: str, lang: str) -> object:
    return judge(text, read(text, lang), lang)


def calls(text: str, lang: str, work: Callable[[str, str], object] = read) -> int:
    """How many functions, Python's and C's, one reading calls."""
    counted = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work(text, lang)
    finally:
        sys.setprofile(before)
    return counted


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("piece", HOSTILE)
def test_four_times_the_text_is_about_four_times_the_work(piece: str, lang: str) -> None:
    read(piece, lang)
    short, long = piece * (1_200 // len(piece)), piece * (4_800 // len(piece))
    assert calls(long, lang) < 4.4 * calls(short, lang) + 400


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("piece", [*HOSTILE[:2], *HOSTILE[-12::2], "năm 2020 ", "5% (4 đoàn) ", "USD 5 (VND 5) ", "in July 5, "])
def test_judging_grows_like_the_text_too(piece: str, lang: str) -> None:
    looked_over(piece, lang)
    short, long = piece * (1_200 // len(piece)), piece * (4_800 // len(piece))
    assert calls(long, lang, looked_over) < 5 * calls(short, lang, looked_over) + 1_000


def test_the_measure_sees_the_work() -> None:
    read("5", "vi")
    assert calls("5 dự án " * 400, "vi") > 3.5 * calls("5 dự án " * 100, "vi")
