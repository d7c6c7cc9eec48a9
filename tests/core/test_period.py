"""Periods and imprecise dates: written forms, years that tile, calendars at their edges, and the sentences for what cannot be."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngoaivu.core import period
from ngoaivu.core.period import Calendar, ImpreciseDate, Period, PeriodError

pytestmark = pytest.mark.usefixtures("in_english")

DAY = timedelta(days=1)
days = st.dates(date(1950, 1, 1), date(2090, 12, 31))
numbers = st.integers(1950, 2090)
calendars = st.sampled_from(Calendar)
whole = st.one_of(
    st.builds(period.year, numbers, calendars),
    st.builds(lambda first, length, calendar: period.term(first, first + length, calendar), numbers, st.integers(1, 6), calendars),
    st.builds(period.month, numbers, st.integers(1, 12)),
    st.builds(period.quarter, numbers, st.integers(1, 4)),
    st.builds(period.half, numbers, st.integers(1, 2)),
    st.builds(lambda day, length: period.span(day, day + length * DAY), days, st.integers(0, 4000)),
    st.builds(lambda day: period.parse(f"day:{day.isoformat()}"), days),
)


@given(whole)
def test_every_written_form_reads_back(made: Period) -> None:
    assert period.parse(str(made)) == made


@given(whole, st.data())
def test_a_cut_off_is_part_of_the_written_form(made: Period, data: st.DataObject) -> None:
    cut = data.draw(st.dates(made.start, made.end + 40 * DAY))
    so_far = made.until(cut)
    assert period.parse(str(so_far)) == so_far
    assert (so_far.start, so_far.end) == (made.start, min(made.end, cut))
    assert ("@" in str(so_far)) == (cut < made.end)


@given(whole)
def test_years_tile_a_period_without_gap_or_overlap(made: Period) -> None:
    pieces = list(made.years())
    assert (pieces[0].start, pieces[-1].end) == (made.start, made.end)
    assert all(later.start == earlier.end + DAY for earlier, later in pairwise(pieces))


@given(numbers, st.integers(1, 6), calendars)
def test_a_term_is_the_whole_years_after_the_congress(first: int, length: int, calendar: Calendar) -> None:
    made = period.term(first, first + length, calendar)
    assert list(made.years()) == [period.year(first + n, calendar) for n in range(1, length + 1)]


@given(whole, st.data())
def test_a_year_cut_to_the_period_says_so_in_its_name(made: Period, data: st.DataObject) -> None:
    cut = made.until(data.draw(st.dates(made.start, made.end)))
    for piece in cut.years():
        read = period.parse(str(piece))
        assert (read.start, read.end) == (piece.start, piece.end)


@given(numbers)
def test_quarters_halves_and_months_tile_the_year(number: int) -> None:
    for parts in (
        [period.quarter(number, q) for q in range(1, 5)],
        [period.half(number, h) for h in (1, 2)],
        [period.month(number, m) for m in range(1, 13)],
    ):
        assert sum((part.end - part.start).days + 1 for part in parts) == (366 if period.month(number, 2).end.day == 29 else 365)
        assert (parts[0].start, parts[-1].end) == (date(number, 1, 1), date(number, 12, 31))


@pytest.mark.parametrize(
    ("day", "number"), [(date(2018, 12, 14), 2018), (date(2018, 12, 15), 2019), (date(2019, 1, 1), 2019), (date(2019, 12, 14), 2019)]
)
def test_the_administrative_year_turns_on_15_december(day: date, number: int) -> None:
    holding = [n for n in range(2016, 2022) if day in period.year(n, Calendar.ADMINISTRATIVE)]
    assert holding == [number]


def test_the_term_of_the_province_as_the_congresses_have_it() -> None:
    assert (period.term(2015, 2020).start, period.term(2015, 2020).end) == (date(2016, 1, 1), date(2020, 12, 31))
    administrative = period.term(2015, 2020, Calendar.ADMINISTRATIVE)
    assert (administrative.start, administrative.end) == (date(2015, 12, 15), date(2020, 12, 14))


@pytest.mark.parametrize(("number", "last"), [(2019, 28), (2020, 29), (2000, 29), (1900, 28), (2100, 28)])
def test_february_ends_when_it_does(number: int, last: int) -> None:
    assert period.month(number, 2).end == date(number, 2, last)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2019", "write year:2019"),
        ("year:19", "write year:2019"),
        ("quarter:2019-Q5", "write year:2019"),
        ("", "write year:2019"),
        ("month:2019-13", "names a day that does not exist"),
        ("year:0000", "names a day that does not exist"),
        ("day:2019-02-29", "names a day that does not exist"),
        ("range:2020-01-01..2019-01-01", "before it starts on 2020-01-01"),
        ("year:2019@2019-13-01", "names a day that does not exist"),
        ("year:2019@2018-12-31", "before it starts on 2019-01-01"),
        ("term:2020-2015", "2020-2015 does not"),
        ("admin-term:2020-2020", "2020-2020 does not"),
    ],
)
def test_what_is_no_period_is_answered_with_a_sentence(text: str, words: str) -> None:
    with pytest.raises(PeriodError, match=words):
        period.parse(text)


@pytest.mark.parametrize("make", [lambda: period.span(date(2020, 5, 2), date(2020, 5, 1)), lambda: period.term(2020, 2015)])
def test_a_period_cannot_end_before_it_starts(make: Callable[[], Period]) -> None:
    with pytest.raises(PeriodError):
        make()


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2018-07-05", date(2018, 7, 5), date(2018, 7, 5)),
        ("2018-07", date(2018, 7, 1), date(2018, 7, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2016..", date(2016, 1, 1), None),
        ("..2020", None, date(2020, 12, 31)),
        ("2015-03..2020-06-30", date(2015, 3, 1), date(2020, 6, 30)),
        ("  ", None, None),
        ("..", None, None),
    ],
)
def test_an_imprecise_date_keeps_what_is_known(text: str, earliest: date | None, latest: date | None) -> None:
    assert ImpreciseDate.parse(text) == ImpreciseDate(earliest, latest)


@given(st.one_of(days.map(date.isoformat), days.map(lambda day: day.isoformat()[:7]), numbers.map(str)), whole)
def test_a_date_is_within_a_period_when_every_day_it_can_be_is(text: str, made: Period) -> None:
    when = ImpreciseDate.parse(text)
    assert when.earliest is not None
    assert when.latest is not None
    assert when.within(made) == (when.earliest in made and when.latest in made)


def test_an_open_date_is_surely_within_nothing() -> None:
    assert not ImpreciseDate.parse("2016..").within(period.year(2016))
    assert not ImpreciseDate.parse("").within(period.term(2015, 2020))


@pytest.mark.parametrize("text", ["hôm qua", "2018-13", "2019-02-29", "5/7/2018", "2018-7-5-1", "2018..2019..2020"])
def test_what_is_no_date_is_answered_with_a_sentence(text: str) -> None:
    with pytest.raises(PeriodError, match="write a day 2018-07-05"):
        ImpreciseDate.parse(text)


@pytest.mark.parametrize("text", ["2020..2018", "2019-05..2019-04"])
def test_a_date_range_the_wrong_way_round_is_refused(text: str) -> None:
    with pytest.raises(PeriodError, match="before"):
        ImpreciseDate.parse(text)
