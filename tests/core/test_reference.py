"""Reference territories: known to every database, named as officials name them, joined and divided as the law did."""

from datetime import date

import pytest

from ngoaivu.core.models import Membership, Succession, Territory
from ngoaivu.core.reference.territories import load, read
from ngoaivu.core.territories import find, in_boundaries_of

REFORM = date(2025, 7, 1)


def test_the_tables_agree_with_each_other() -> None:
    places = read("territories")
    keys = [place["key"] for place in places]
    assert len(set(keys)) == len(keys)
    named = {row[end] for row in read("successions") for end in ("predecessor", "successor")}
    named |= {row[end] for row in read("memberships") for end in ("region", "member")}
    assert named <= set(keys)
    for place in places:
        assert place["parent"] is None or keys.index(place["parent"]) < keys.index(place["key"]), place


@pytest.mark.django_db
def test_sixty_three_units_became_thirty_four() -> None:
    provinces = list(Territory.objects.filter(kind="province", parent__key="vn"))
    assert sum(unit.existed(date(2025, 6, 30)) for unit in provinces) == 63
    assert sum(unit.existed(REFORM) for unit in provinces) == 34
    assert Succession.objects.filter(on=REFORM).values("predecessor").distinct().count() == 52


@pytest.mark.django_db
def test_the_new_dong_thap_is_two_old_provinces_under_an_old_name() -> None:
    ground = in_boundaries_of(find("dong-thap-2025"))
    assert set(ground.keys) == {"dong-thap-2025", "tien-giang", "dong-thap-cu"}
    assert find("dong-thap-2025").name_vi == find("dong-thap-cu").name_vi == "Đồng Tháp"
    assert not find("tien-giang").existed(REFORM)
    assert all("202/2025/QH15" in rule for rule in ground.rules)


@pytest.mark.django_db
def test_the_delta_had_thirteen_members_and_has_five() -> None:
    members = Membership.objects.filter(region__key="dong-bang-song-cuu-long")
    assert members.filter(valid_to=date(2025, 6, 30)).count() == 13
    assert set(members.filter(valid_from=REFORM).values_list("member__name_vi", flat=True)) == {
        "An Giang",
        "Cà Mau",
        "Cần Thơ",
        "Vĩnh Long",
        "Đồng Tháp",
    }


@pytest.mark.django_db
def test_economies_are_no_countries_and_bear_their_official_names() -> None:
    assert {find(key).kind for key in ("hk", "tw", "mo")} == {"economy"}
    assert [find(key).name_en for key in ("hk", "tw", "kr", "vn")] == ["Hong Kong, China", "Chinese Taipei", "Republic of Korea", "Viet Nam"]
    assert find("au").name_vi == "Úc"
    assert Membership.objects.filter(region__key="apec").count() == 21


@pytest.mark.django_db
def test_loading_again_adds_nothing() -> None:
    before = [model.objects.count() for model in (Territory, Succession, Membership)]
    assert load(Territory, Succession, Membership) == 0
    assert [model.objects.count() for model in (Territory, Succession, Membership)] == before
