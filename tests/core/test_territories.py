"""Territories: a name on its days, a merger asked as then and in today's boundaries, answers for a day on which it was not there."""

from datetime import date

import pytest

from ngoaivu.core import territories
from ngoaivu.core.models import Succession, Territory
from ngoaivu.core.territories import Ground, TerritoryError
from tests.cast import territory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
MERGER, EVE = date(2025, 7, 1), date(2025, 6, 30)
BASIS = "202/2025/QH15"
RULES = (f"dong-thap-cu → dong-thap 2025-07-01 ({BASIS})", f"tien-giang → dong-thap 2025-07-01 ({BASIS})")


def merge(old: Territory, new: Territory, on: date = MERGER) -> None:
    Succession.objects.create(predecessor=old, successor=new, on=on, basis=BASIS)


@pytest.fixture
def merged() -> dict[str, Territory]:
    """The merger of 1 July 2025, which reuses the name of one of the two."""
    old = {
        "tien-giang": territory("tien-giang", "Tiền Giang", valid_to=EVE),
        "dong-thap-cu": territory("dong-thap-cu", "Đồng Tháp", valid_to=EVE),
        "dong-thap": territory("dong-thap", "Đồng Tháp", valid_from=MERGER),
    }
    merge(old["tien-giang"], old["dong-thap"])
    merge(old["dong-thap-cu"], old["dong-thap"])
    return old


@pytest.mark.parametrize(
    ("key", "on", "there"),
    [
        ("tien-giang", date(1976, 1, 1), True),
        ("tien-giang", EVE, True),
        ("tien-giang", MERGER, False),
        ("dong-thap", EVE, False),
        ("dong-thap", MERGER, True),
        ("dong-thap", date(2100, 1, 1), True),
    ],
)
def test_a_territory_exists_from_its_first_to_its_last_day(merged: dict[str, Territory], key: str, on: date, there: bool) -> None:
    assert merged[key].existed(on) is there


def test_as_then_is_the_territory_alone(merged: dict[str, Territory]) -> None:
    assert territories.as_then(merged["tien-giang"], EVE) == Ground(("tien-giang",))
    assert territories.as_then(merged["dong-thap"], MERGER) == Ground(("dong-thap",))


def test_todays_boundaries_hold_all_that_went_into_it_and_say_by_which_text(merged: dict[str, Territory]) -> None:
    ground = territories.in_boundaries_of(merged["dong-thap"])
    assert ground.keys == ("dong-thap", "dong-thap-cu", "tien-giang")
    assert ground.rules == RULES


def test_who_was_not_merged_holds_itself(merged: dict[str, Territory]) -> None:
    assert territories.in_boundaries_of(merged["tien-giang"]) == Ground(("tien-giang",))


def test_two_mergers_one_after_the_other_are_followed_to_the_first(merged: dict[str, Territory]) -> None:
    later = territory("mien-tay", "Miền Tây", valid_from=date(2040, 1, 1))
    merge(merged["dong-thap"], later, date(2040, 1, 1))
    ground = territories.in_boundaries_of(later)
    assert set(ground.keys) == {"mien-tay", "dong-thap", "dong-thap-cu", "tien-giang"}
    assert ground.rules[1:] == RULES


def test_a_territory_that_split_and_joined_again_is_counted_once(merged: dict[str, Territory]) -> None:
    whole, again = territory("my-tho", "Mỹ Tho", valid_to=date(1976, 1, 1)), territory("nam-bo", "Nam Bộ")
    merge(whole, merged["tien-giang"], date(1976, 2, 1))
    merge(whole, merged["dong-thap-cu"], date(1976, 2, 1))
    merge(merged["dong-thap"], again)
    keys = territories.in_boundaries_of(again).keys
    assert sorted(keys) == sorted(set(keys))
    assert "my-tho" in keys


def test_a_circle_of_successions_ends(merged: dict[str, Territory]) -> None:
    merge(merged["dong-thap"], merged["tien-giang"])
    assert set(territories.in_boundaries_of(merged["tien-giang"]).keys) == set(merged)


@pytest.mark.parametrize(
    ("key", "on", "words"),
    [
        ("tien-giang", MERGER, "no longer existed on 01/07/2025: its last day was 30/06/2025. Ask for its successor Đồng Tháp"),
        ("dong-thap", EVE, "did not exist yet on 30/06/2025: it exists from 01/07/2025. Ask for one of its predecessors"),
    ],
)
def test_a_day_without_the_territory_is_answered_with_a_sentence(merged: dict[str, Territory], key: str, on: date, words: str) -> None:
    with pytest.raises(TerritoryError, match=words):
        territories.as_then(merged[key], on)


def test_an_unknown_key_is_answered_with_known_ones(merged: dict[str, Territory]) -> None:
    assert territories.find("tien-giang") == merged["tien-giang"]
    with pytest.raises(TerritoryError, match=r"“tien_giang”\. Known ones are, for example: [\w-]+(, [\w-]+){4}\."):
        territories.find("tien_giang")
