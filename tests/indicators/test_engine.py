"""Arithmetic of the engine, by property: what holds for every set of records, every period and every day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngoaivu.core.period import Calendar, Period, parse, term, year
from ngoaivu.indicators import declared, times
from ngoaivu.indicators.engine import Cell, Place, Timeline, Value, Wanted, covering, falls, fold, hidden, run_place, runs

START = date(2015, 1, 1)
days = st.integers(0, 2200).map(lambda number: START + timedelta(days=number))
spans = st.tuples(days, days).map(lambda pair: (min(pair), max(pair)))
precise = days.map(lambda day: (day, day))
imprecise = st.one_of(precise, spans, st.tuples(st.none(), days), st.tuples(days, st.none()), st.just((None, None)))
FAR = (date(1, 1, 1), date(9999, 1, 1))


def tally(starts: list[tuple[date | None, date | None]], asked: tuple[date, date], line: Timeline) -> Value:
    cells = [Cell((*line.place(*start), 0, 0), (), 1) for start in starts]
    flow = declared.find("partners.relationships.established")
    return fold(Wanted(flow, ("x",), asked), cells, (), line.stretch(asked))[""]


@given(st.lists(imprecise), st.lists(spans, min_size=1, max_size=6))
def test_a_row_is_placed_only_where_all_its_days_lie_and_unplaced_where_some_may(
    starts: list[tuple[date | None, date | None]], asked: list[tuple[date, date]]
) -> None:
    line = Timeline(asked)
    for first, last in asked:
        whole = [(early or FAR[0], late or FAR[1]) for early, late in starts]
        inside = sum(first <= early and late <= last for early, late in whole)
        touching = sum(early <= last and late >= first for early, late in whole)
        value = tally(starts, (first, last), line)
        assert (value.value, value.unplaced) == (inside, touching - inside)


@given(st.lists(precise), days, days, days)
def test_flows_of_known_days_add_over_adjacent_periods(starts: list[tuple[date, date]], one: date, two: date, three: date) -> None:
    first, middle, last = sorted((one, two, three))
    left, right, whole = (first, middle), (middle + timedelta(days=1), last + timedelta(days=1)), (first, last + timedelta(days=1))
    line = Timeline([left, right, whole])
    parts = [tally([*starts], asked, line).value for asked in (left, right)]
    assert sum(parts) == tally([*starts], whole, line).value


@given(st.lists(imprecise), days, days, days)
def test_a_whole_is_at_least_its_parts_when_days_are_not_known(
    starts: list[tuple[date | None, date | None]], one: date, two: date, three: date
) -> None:
    first, middle, last = sorted((one, two, three))
    left, right, whole = (first, middle), (middle + timedelta(days=1), last + timedelta(days=1)), (first, last + timedelta(days=1))
    line = Timeline([left, right, whole])
    assert sum(tally(starts, asked, line).value for asked in (left, right)) <= tally(starts, whole, line).value


@given(st.lists(days, min_size=1, max_size=5, unique=True).map(sorted), imprecise, imprecise)
def test_a_stock_runs_on_a_day_only_where_every_reading_of_its_days_says_so(
    asked: list[date], start: tuple[date | None, date | None], end: tuple[date | None, date | None]
) -> None:
    place: Place = run_place(asked, start, end)
    early, late = start[0] or FAR[0], start[1] or FAR[1]
    goes_on = end == (None, None)
    close, far = (FAR[1], FAR[1]) if goes_on else (end[0] or FAR[0], end[1] or FAR[1])
    for number, day in enumerate(asked, start=1):
        surely, maybe = late <= day <= close, early <= day <= far
        assert runs(place, number) is (True if surely else None if maybe else False)


@given(st.lists(days, min_size=1, max_size=5, unique=True).map(sorted), imprecise)
def test_what_never_ends_stays_counted(asked: list[date], start: tuple[date | None, date | None]) -> None:
    place = run_place(asked, start, None)
    seen = [runs(place, number) for number in range(1, len(asked) + 1)]
    assert seen == sorted(seen, key=lambda answer: {False: 0, None: 1, True: 2}[answer])


@given(days, st.sampled_from(Calendar))
def test_every_day_lies_in_exactly_one_year_of_a_calendar(day: date, calendar: Calendar) -> None:
    number = times.year_holding(day, calendar)
    assert [other for other in range(number - 2, number + 3) if day in year(other, calendar)] == [number]


@given(st.sampled_from(Calendar), st.integers(2000, 2030), st.integers(1, 8))
def test_a_term_is_its_years_without_gap_or_overlap(calendar: Calendar, first: int, length: int) -> None:
    whole = term(first, first + length, calendar)
    parts = list(whole.years())
    assert len(parts) == length
    assert (parts[0].start, parts[-1].end) == (whole.start, whole.end)
    assert all(one.end + timedelta(days=1) == other.start for one, other in pairwise(parts))


@given(st.lists(st.tuples(st.sampled_from(["jp", "kr", "la", ""]), st.integers(1, 9), precise)), spans)
def test_distinct_keys_are_collected_and_members_add_up(rows: list[tuple[str, int, tuple[date, date]]], asked: tuple[date, date]) -> None:
    line = Timeline([asked])
    rule = declared.find("delegations.inbound.countries")
    cells = [Cell((*line.place(*start), 0, 0), (name,), 1, key=key) for name, key, start in rows]
    inside = [(name, key) for name, key, (day, _same) in rows if asked[0] <= day <= asked[1]]
    whole = fold(Wanted(rule, ("x",), asked), cells, ("country",), line.stretch(asked))[""]
    assert (whole.value, whole.count) == (len({key for _name, key in inside}), len(inside))
    broken = fold(Wanted(rule, ("x",), asked, (), "country"), cells, ("country",), line.stretch(asked))
    assert sum(value.count for value in broken.values()) == whole.count
    assert sum(value.value for value in broken.values()) >= whole.value


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 12)), st.integers(0, 5))
def test_hidden_cells_cannot_be_had_by_subtraction(counts: dict[str, int], smallest: int) -> None:
    cells = {member: Value(count, count) for member, count in counts.items()}
    veiled = hidden(cells, smallest)
    assert all(count >= smallest or not count for member, count in counts.items() if member not in veiled)
    some = [member for member, count in counts.items() if count]
    assert len(veiled) != 1 or len(some) == 1


@given(st.lists(st.frozensets(st.sampled_from("abcd"), max_size=3), min_size=1))
def test_every_asked_set_of_dimensions_is_part_of_a_scanned_one(asked: list[frozenset[str]]) -> None:
    scanned = covering(asked)
    assert all(any(dims <= other for other in scanned) for dims in asked)
    assert set(scanned) <= set(asked)


def test_falls_says_so_where_a_row_cannot_lie() -> None:
    line = Timeline([(date(2018, 1, 1), date(2018, 12, 31))])
    stretch = line.stretch((date(2018, 1, 1), date(2018, 12, 31)))
    assert falls((*line.place(date(2019, 1, 1), date(2019, 1, 1)), 0, 0), stretch) is False
    assert falls((*line.place(None, None), 0, 0), stretch) is None


def test_periods_are_read_in_the_indicators_own_calendar() -> None:
    assert times.period_of("year:2019", Calendar.ADMINISTRATIVE).name == "admin-year:2019"
    assert times.period_of("term:2015-2020@2020-06-30", Calendar.ADMINISTRATIVE).end == date(2020, 6, 30)
    assert times.period_of("range:2019-01-01..2019-12-31", Calendar.ADMINISTRATIVE).start == date(2019, 1, 1)
    assert times.period_of("year:2019", Calendar.CALENDAR) == Period(date(2019, 1, 1), date(2019, 12, 31), "year:2019")


@pytest.mark.parametrize(
    ("written", "vi", "en"),
    [
        ("half:2019-H1", "6 tháng đầu năm 2019", "the first half of 2019"),
        ("half:2019-H2", "6 tháng cuối năm 2019", "the second half of 2019"),
        ("quarter:2019-Q3", "quý III năm 2019", "the third quarter of 2019"),
        ("month:2019-07", "tháng 7/2019", "July 2019"),
    ],
)
def test_a_part_of_a_year_is_told_as_papers_tell_it(written: str, vi: str, en: str) -> None:
    assert times.words(parse(written)) == {"vi": vi, "en": en}
