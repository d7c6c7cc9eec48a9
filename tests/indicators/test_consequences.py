"""After a save the office is told which of its figures moved, before and after."""

from datetime import date

from django.utils import timezone

from ngoaivu.core import changes, consequences
from ngoaivu.documents.actions import keep, withdraw
from ngoaivu.registry.delegations.models import Delegation
from tests.cast import Cast
from tests.indicators.world import World


def registered(cast: Cast) -> Delegation:
    row = Delegation(office=cast.here, territory=cast.here.territory, title_vi="Đoàn thử", direction="inbound", state="held", persons=1200)
    row.start_earliest = row.start_latest = date(2018, 12, 20)
    return keep(row, by=cast.specialist.actor)


def told(revision: int) -> dict[str, tuple[str, str]]:
    return {one.label["en"]: (one.before["vi"], one.after["vi"]) for one in consequences.of(revision)}


def test_a_new_mission_moves_the_year_it_belongs_to(cast: Cast) -> None:
    registered(cast)
    moved = told(changes.latest())
    assert moved["Inbound foreign delegations, 2019 (15 December 2018 to 14 December 2019)"] == ("0", "1")
    assert moved["Visitors in inbound foreign delegations, 2019 (15 December 2018 to 14 December 2019)"] == ("0", "1.200")
    assert not any("Domestic" in label or "Outbound" in label for label in moved)


def test_a_move_to_another_year_tells_both(cast: Cast) -> None:
    row = registered(cast)
    row.start_earliest = row.start_latest = date(2017, 3, 3)
    keep(row, by=cast.specialist.actor)
    moved = told(changes.latest())
    assert moved["Inbound foreign delegations, 2019 (15 December 2018 to 14 December 2019)"] == ("1", "0")
    assert moved["Inbound foreign delegations, 2017 (15 December 2016 to 14 December 2017)"] == ("0", "1")


def test_a_withdrawal_is_told_and_a_change_of_words_is_not(cast: Cast) -> None:
    row = registered(cast)
    row.note = "đã đọc lại công văn"
    keep(row, by=cast.specialist.actor)
    assert told(changes.latest()) == {}
    withdraw(row, by=cast.head.actor, why="registered twice")
    assert ("1", "0") in told(changes.latest()).values()


def test_a_statistic_received_moves_its_own_figure(cast: Cast) -> None:
    World(cast).observation({"indicator": "fdi.projects.in_force", "as_of": "2020-06-30", "value": "131", "unit": "project"})
    assert told(changes.latest()) == {"Foreign investment projects in force, 30 June 2020": ("chưa có", "131")}
    assert timezone.localdate() > date(2020, 6, 30)


def test_a_correction_that_only_moves_between_members_tells_both(cast: Cast) -> None:
    row = registered(cast)
    row.channel = "party"
    keep(row, by=cast.specialist.actor)
    moved = told(changes.latest())
    year = "2019 (15 December 2018 to 14 December 2019)"
    assert moved[f"Inbound foreign delegations, State, {year}"] == ("1", "0")
    assert moved[f"Inbound foreign delegations, Party, {year}"] == ("0", "1")
    assert f"Inbound foreign delegations, {year}" not in moved
