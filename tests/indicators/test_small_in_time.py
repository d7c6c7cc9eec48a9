"""People who could be recognised: what is told of a year is not told of a day of it, nor of all its other days."""

from datetime import date

import pytest

from ngoaivu.core import windows
from ngoaivu.core.levels import Level
from ngoaivu.documents.actions import keep
from ngoaivu.indicators import declared, facts
from ngoaivu.indicators.facts import Fact, Missing, Question
from ngoaivu.registry.casework.models import TravelPermission
from tests.cast import Cast

CODE = "abtc.permitted.people"


@pytest.fixture(autouse=True)
def permissions(cast: Cast) -> None:
    """Nine in 2018: one in February, four in June, four in October."""
    for number, month in enumerate([2, 6, 6, 6, 6, 10, 10, 10, 10]):
        row = TravelPermission(office=cast.here, territory=cast.here.territory, title_vi=f"Hồ sơ {number}", level=Level.PERSONAL, state="permitted")
        row.start_earliest = row.start_latest = date(2018, month, 8)
        keep(row, by=cast.specialist.actor)


def asked(period: str, code: str = CODE, **more: object) -> Fact | Missing:
    question = Question(code, "noi-nay", period=period, **more)  # type: ignore[arg-type]
    return facts.ask_many([question])[question]


@pytest.mark.parametrize(
    ("period", "value"), [("year:2018", 9), ("month:2018-06", 4), ("quarter:2018-Q4", 4), ("half:2018-H1", 5), ("month:2018-03", 0)]
)
def test_what_is_of_enough_people_is_told(period: str, value: int) -> None:
    found = asked(period)
    assert isinstance(found, Fact), found
    assert found.value == value


@pytest.mark.parametrize("period", ["month:2018-02", "quarter:2018-Q1", "range:2018-03-01..2018-12-31", "range:2018-03-01..2018-11-30"])
def test_a_part_of_a_year_of_few_people_is_not_told_nor_all_the_rest_of_it(period: str) -> None:
    assert "nhận ra" in str(asked(period))


@pytest.mark.parametrize("period", ["day:2018-02-08", "day:2018-06-08", "range:2018-02-08..2018-06-08", "range:2018-06-01..2018-06-29"])
def test_no_single_days_are_told(period: str) -> None:
    assert "trọn tháng" in str(asked(period))


def test_a_member_of_a_breakdown_is_none_the_more_told() -> None:
    assert isinstance(asked("month:2018-06", "abtc.decided.people", by=(("state", "permitted"),)), Fact)
    assert "nhận ra" in str(asked("month:2018-02", "abtc.decided.people", by=(("state", "permitted"),)))


def test_every_measure_of_people_who_have_a_name_hides_small_numbers() -> None:
    counted = {code: rule for code, rule in declared.declared().items() if rule.counts and windows.get(rule.counts).model.personal}
    assert len(counted) == 4
    assert [code for code, rule in counted.items() if not rule.smallest] == []
