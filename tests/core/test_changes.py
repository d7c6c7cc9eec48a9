"""Changes: one act, one revision; joined when nested; two statements a table however many rows; told by whoever knows what moved."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ngoaivu.core import changes, consequences
from ngoaivu.core.changes import Actor, change
from ngoaivu.core.consequences import Consequence
from ngoaivu.core.history import OPEN
from ngoaivu.core.models import Change
from ngoaivu.documents.actions import keep, keep_many
from ngoaivu.registry.delegations.models import CountryVisit, Delegation
from tests.cast import Cast, territory

pytestmark = pytest.mark.usefixtures("in_english")


def mission(cast: Cast, title: str = "Đoàn thử", **columns: object) -> Delegation:
    return Delegation(office=cast.here, territory=cast.here.territory, title_vi=title, direction="outbound", **columns)


def version_statements(queries: list[dict[str, str]]) -> list[str]:
    """The statements that closed or copied versions, each by its verb and table."""
    written = [query["sql"] for query in queries if "_version" in query["sql"] and not query["sql"].startswith("SELECT")]
    return [" ".join(sql.split()[: 2 if sql.startswith("UPDATE") else 3]).replace('"', "") for sql in written]


@pytest.mark.parametrize("rows", [1, 3, 250])
def test_versions_cost_two_statements_a_table_whatever_the_number_of_rows(cast: Cast, rows: int) -> None:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        keep_many([mission(cast, f"Đoàn {n}") for n in range(rows)], by=cast.specialist.actor)
    assert version_statements(caught.captured_queries) == ["UPDATE delegations_delegation_version", "INSERT INTO delegations_delegation_version"]


def test_a_change_over_two_tables_costs_two_statements_each(cast: Cast) -> None:
    laos = territory("la", "Lào", "Laos", kind="country")
    with CaptureQueriesContext(connection) as caught, change(by=cast.specialist.actor, verb="register"):
        sent = keep(mission(cast), by=cast.specialist.actor)
        for _stop in range(4):
            keep(
                CountryVisit(office=cast.here, territory=cast.here.territory, title_vi="Lào", delegation=sent, country=laos), by=cast.specialist.actor
            )
    assert sorted(version_statements(caught.captured_queries)) == [
        "INSERT INTO delegations_countryvisit_version",
        "INSERT INTO delegations_delegation_version",
        "UPDATE delegations_countryvisit_version",
        "UPDATE delegations_delegation_version",
    ]


def test_changes_inside_a_change_join_it(cast: Cast) -> None:
    count = Change.objects.count()
    with change(by=cast.head.actor, verb="merge", why="two letters, one visit") as outer:
        one = keep(mission(cast, "Một"), by=cast.specialist.actor, verb="save")
        two = keep(mission(cast, "Hai"), by=cast.specialist.actor, verb="save")
        one.persons = 4
        keep(one, by=cast.specialist.actor)
    assert Change.objects.count() == count + 1
    assert {one.change_id, two.change_id} == {outer.revision}
    ((told, _altered),) = changes.history(one)
    assert (told.actor_key, told.verb, told.why) == ("user:hanh", "merge", "two letters, one visit")


def test_a_failure_inside_a_nested_change_undoes_the_whole(cast: Cast) -> None:
    count = Change.objects.count()
    with pytest.raises(ValidationError), change(by=cast.head.actor, verb="import"):
        keep(mission(cast, "Tốt"), by=cast.head.actor)
        keep(mission(cast, "Xấu", start_earliest=date(2020, 2, 1), start_latest=date(2020, 1, 1)), by=cast.head.actor)
    assert not Delegation.objects.exists()
    assert not Delegation.Version.objects.exists()
    assert Change.objects.count() == count
    keep(mission(cast, "Sau đó"), by=cast.head.actor)
    assert Change.objects.count() == count + 1


def test_a_bad_row_of_an_import_refuses_all_and_nothing_is_half_written(cast: Cast) -> None:
    rows = [mission(cast, "Tốt"), mission(cast, "Danh sách MẬT")]
    with pytest.raises(ValidationError, match="MẬT"):
        keep_many(rows, by=cast.specialist.actor)
    assert not Delegation.objects.exists()
    assert not Delegation.Version.objects.exists()


def test_each_record_has_one_open_version_and_its_intervals_join(cast: Cast) -> None:
    row = keep(mission(cast), by=cast.specialist.actor)
    for persons in (3, 4, 5):
        row.persons = persons
        keep(row, by=cast.specialist.actor)
    spans = list(Delegation.Version.objects.filter(record=row).order_by("rev_from").values_list("rev_from", "rev_to"))
    assert [later[0] for later in spans[1:]] + [OPEN] == [earlier[1] for earlier in spans]


def test_who_did_it_is_kept_as_text(cast: Cast) -> None:
    keep(mission(cast), by=Actor("user:gone", "Somebody who left"))
    written = Change.objects.latest("pk")
    assert (written.actor_key, written.actor_name) == ("user:gone", "Somebody who left")


def test_what_a_change_moved_is_told_by_those_above_who_know(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(consequences, "_tellers", [])
    keep(mission(cast), by=cast.specialist.actor)
    revision = changes.latest()
    assert consequences.of(revision) == []
    moved = Consequence({"vi": "Số đoàn ra", "en": "Outbound missions"}, {"vi": "0", "en": "0"}, {"vi": "1", "en": "1"})

    def teller(asked: int) -> list[Consequence]:
        return [moved] if asked == revision else []

    consequences.tell(teller)
    consequences.tell(teller)
    assert consequences.of(revision) == [moved]
    assert consequences.of(revision + 1) == []
