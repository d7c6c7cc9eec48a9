"""Time words of sources: English readers get their sense, and nobody reads a past "now" as today."""

import pytest

from ngoaivu.indicators import times
from ngoaivu.indicators.glosses import glossed, points_at_writing

TEXT = {"vi": "văn bản năm 2020, không nêu ngày", "en": "an undated text of 2020"}
TERM = {"vi": "nhiệm kỳ 2015–2020", "en": "the term 2015–2020"}


@pytest.mark.parametrize(
    ("own", "sense"),
    [
        ("hiện", "at the time of writing, 2020 (“hiện”)"),
        ("Từ năm 2016 đến nay", "from 2016 to the time of writing, 2020 (“Từ năm 2016 đến nay”)"),
        ("Trong 5 năm qua", "in the past 5 years (“Trong 5 năm qua”)"),
        ("đầu năm 2016", "in early 2016 (“đầu năm 2016”)"),
        ("năm 2019 ... đã giải ngân được", "2019 (“năm 2019 ... đã giải ngân được”)"),
        ("(2015-2020)", "2015–2020 (“(2015-2020)”)"),
        ("mùa nước nổi", "as the source puts it (“mùa nước nổi”)"),
    ],
)
def test_english_gives_the_sense_before_the_words(own: str, sense: str) -> None:
    assert glossed(own, "2020") == sense


def test_a_past_now_carries_the_year_of_its_text() -> None:
    told = times.received_words("hiện", None, None, TEXT)
    assert told["en"] == "at the time of writing (“hiện”), in an undated text of 2020"
    assert told["vi"] == "“hiện”, trong văn bản năm 2020, không nêu ngày"
    since = times.received_words("Từ năm 2016 đến nay", TERM, None, TEXT)
    assert since["vi"] == "nhiệm kỳ 2015–2020, nguồn viết “Từ năm 2016 đến nay” (văn bản năm 2020)"
    assert since["en"] == "the term 2015–2020; from 2016 to the time of writing, 2020 (“Từ năm 2016 đến nay”)"
    assert times.own_words("Tính đến nay", "2020") == "Tính đến nay (văn bản năm 2020)"
    assert times.own_words("hàng năm", "2020") == "hàng năm"


def test_words_that_only_sound_like_now_do_not_point_at_it() -> None:
    assert not points_at_writing("năm 2019, thể hiện qua báo cáo")
    assert points_at_writing("Hiện tại")
