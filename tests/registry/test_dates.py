"""Dates as officers write them."""

from datetime import date

import pytest
from django.utils import translation

from ngoaivu.core.period import ImpreciseDate, PeriodError
from ngoaivu.registry.desk import dates

DAY = date(2018, 7, 5)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("05/7/2018", DAY, DAY),
        ("5-7-2018", DAY, DAY),
        ("5.7.2018", DAY, DAY),
        ("2018-07-05", DAY, DAY),
        ("ngày 5 tháng 7 năm 2018", DAY, DAY),
        ("7/2018", date(2018, 7, 1), date(2018, 7, 31)),
        ("tháng 2/2020", date(2020, 2, 1), date(2020, 2, 29)),
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("năm 2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("quý 3/2019", date(2019, 7, 1), date(2019, 9, 30)),
        ("Quý IV năm 2019", date(2019, 10, 1), date(2019, 12, 31)),
        ("từ 2016", date(2016, 1, 1), None),
        ("Từ 05/7/2018", DAY, None),
        ("đến 2020", None, date(2020, 12, 31)),
        ("từ 05/7/2018 đến 7/2018", DAY, date(2018, 7, 31)),
        ("from 2016", date(2016, 1, 1), None),
        ("", None, None),
        ("   ", None, None),
    ],
)
def test_a_written_date_is_read(text: str, earliest: date | None, latest: date | None) -> None:
    assert dates.read(text) == ImpreciseDate(earliest, latest)


@pytest.mark.parametrize("text", ["hôm qua", "31/2/2018", "13/2018", "5/7/18", "0/7/2018", "1/2/3/2018", "từ", "đầu năm", "2018/", "quý 5/2018"])
def test_what_is_no_date_is_refused_by_its_own_words(text: str) -> None:
    with pytest.raises(PeriodError) as refusal:
        dates.read(text)
    assert text.strip() in str(refusal.value)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("text", ["05/07/2018", "07/2018", "2018", "từ 2016", "đến 05/07/2018", "từ 05/07/2018 đến 09/08/2018", ""])
def test_what_is_written_can_be_read_again(text: str, language: str) -> None:
    with translation.override(language):
        when = dates.read(text)
        assert dates.read(dates.written(when.earliest, when.latest)) == when


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("16-18/11/2026", (date(2026, 11, 16), date(2026, 11, 18))),
        ("16 – 18/11/2026", (date(2026, 11, 16), date(2026, 11, 18))),
        ("30/11-02/12/2026", (date(2026, 11, 30), date(2026, 12, 2))),
        ("30/12/2026 - 02/01/2027", (date(2026, 12, 30), date(2027, 1, 2))),
        ("từ ngày 16 đến ngày 18/11/2026", (date(2026, 11, 16), date(2026, 11, 18))),
        ("ngày 16 đến 18 tháng 11 năm 2026", (date(2026, 11, 16), date(2026, 11, 18))),
        ("5-7-2018", None),
        ("16/11/2026", None),
        ("từ 2016", None),
        ("", None),
    ],
)
def test_first_and_last_day_in_one_text(text: str, both: tuple[date, date] | None) -> None:
    assert dates.read_days(text) == both


@pytest.mark.parametrize("text", ["18-16/11/2026", "30-31/11/2026"])
def test_days_that_cannot_be_are_refused_by_their_words(text: str) -> None:
    with pytest.raises(PeriodError, match=text):
        dates.read_days(text)
