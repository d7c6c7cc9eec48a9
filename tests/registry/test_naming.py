"""Names near what an officer typed: what begins so, what was run together, what was misspelt."""

import pytest

from ngoaivu.registry.desk.naming import called, countries, suggestions
from ngoaivu.registry.partners.kinds import kind_of
from tests.cast import Cast


@pytest.mark.parametrize(
    ("typed", "first", "absent"),
    [
        ("Hàn", "Hàn Quốc", "Afghanistan"),
        ("Hàn", "Hàn Quốc", "Phần Lan"),
        ("Hanquoc", "Hàn Quốc", ""),
        ("Hàn Quôcs", "Hàn Quốc", ""),
        ("lao", "Lào", ""),
    ],
)
def test_near_names_are_near(cast: Cast, typed: str, first: str, absent: str) -> None:
    names = [str(row) for row in suggestions(countries(), typed)]
    assert names[0] == first
    assert absent not in names


def test_a_name_is_called_with_or_without_marks(cast: Cast) -> None:
    assert str(called(countries(), "han quoc")) == "Hàn Quốc"
    assert called(countries(), "han") is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Thành phố Gwangyang", "locality"), ("Trường Đại học Kyoto", "university"), ("Công ty Hanwha", "company"), ("Gwangyang", "")],
)
def test_a_name_offers_a_kind_or_none(name: str, kind: str) -> None:
    assert kind_of(name) == kind
