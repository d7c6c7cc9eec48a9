"""Levels fail closed: no reader, no rows; an embargo ends on its day; a total may count what nobody may read, but no embargo."""

from datetime import date, timedelta

import pytest

from ngoaivu.accounts.models import reader_of
from ngoaivu.core.levels import PUBLIC, Level, Reader, countable, visible
from ngoaivu.documents.actions import keep
from ngoaivu.registry.delegations.models import Delegation
from tests.cast import Cast

ENDS = date(2020, 6, 30)
BEFORE = ENDS - timedelta(days=1)


@pytest.fixture
def one_of_each(cast: Cast) -> Cast:
    """One delegation of every level in each of the two offices."""
    for office in (cast.here, cast.there):
        for level in Level:
            keep(
                Delegation(
                    office=office,
                    territory=office.territory,
                    title_vi=f"{office.key} {level}",
                    direction="inbound",
                    level=level,
                    embargo_until=ENDS if level == Level.EMBARGOED else None,
                ),
                by=cast.specialist.actor,
            )
    return cast


def shown(reader: Reader | None, on: date = BEFORE) -> set[str]:
    return set(Delegation.objects.filter(visible(reader, on)).values_list("title_vi", flat=True))


@pytest.mark.parametrize("reader", [None, Reader(), Reader(frozenset(), None), Reader(frozenset(Level), frozenset())])
@pytest.mark.usefixtures("one_of_each")
def test_who_is_nobody_sees_nothing(reader: Reader | None) -> None:
    assert Delegation.objects.count() == 2 * len(Level)
    assert shown(reader) == set()
    assert shown(reader, ENDS) == set()


@pytest.mark.usefixtures("one_of_each")
def test_the_public_sees_what_is_public_and_embargoes_that_have_ended() -> None:
    public = {"so-ngoai-vu public", "so-khac public"}
    assert shown(PUBLIC, BEFORE) == public
    assert shown(PUBLIC, ENDS) == public | {"so-ngoai-vu embargoed", "so-khac embargoed"}


@pytest.mark.parametrize(
    ("member", "levels"),
    [
        ("specialist", {"public", "internal", "personal", "embargoed"}),
        ("head", {"public", "internal", "personal", "embargoed"}),
        ("director", {"public", "internal", "personal", "embargoed"}),
        ("editor", {"public", "internal", "embargoed"}),
        ("administrator", {"public", "internal", "embargoed"}),
        ("reporter", {"public"}),
        ("stranger", set()),
    ],
)
def test_a_member_of_the_cast_sees_the_levels_of_his_role_in_his_office_alone(one_of_each: Cast, member: str, levels: set[str]) -> None:
    assert shown(reader_of(getattr(one_of_each, member), one_of_each.here)) == {f"so-ngoai-vu {level}" for level in levels}


def test_the_stranger_sees_his_own_office(one_of_each: Cast) -> None:
    assert shown(reader_of(one_of_each.stranger, one_of_each.there)) == {f"so-khac {level}" for level in Level}


@pytest.mark.usefixtures("one_of_each")
def test_a_total_counts_every_level_and_an_embargo_from_its_day() -> None:
    assert Delegation.objects.filter(countable(BEFORE)).count() == 2 * (len(Level) - 1)
    assert Delegation.objects.filter(countable(ENDS)).count() == 2 * len(Level)
