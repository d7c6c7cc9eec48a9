"""Versioned records: what was known at a revision stays known, whatever is corrected, merged, undone or erased later."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from ngoaivu.core import changes, history
from ngoaivu.core.history import UnguardedWrite, known
from ngoaivu.documents.actions import keep, keep_many, withdraw
from ngoaivu.registry.aid.models import Volunteer
from ngoaivu.registry.delegations.facts import country_visits
from ngoaivu.registry.delegations.models import CountryVisit, Delegation
from ngoaivu.registry.partners.facts import relationships
from ngoaivu.registry.partners.models import Partner, Relationship
from tests.cast import Cast, territory

pytestmark = pytest.mark.usefixtures("in_english")


def delegation(cast: Cast, **columns: object) -> Delegation:
    defaults: dict[str, object] = {
        "office": cast.here,
        "territory": cast.here.territory,
        "title_vi": "Đoàn thử",
        "direction": "inbound",
        "state": "held",
        "start_earliest": date(2018, 7, 1),
        "start_latest": date(2018, 7, 1),
    }
    return Delegation(**(defaults | columns))


def agree(model: type[history.Record]) -> None:
    """Current rows and open versions are the same, both ways."""
    columns = ", ".join(connection.ops.quote_name(name) for name in history.columns_of(model))
    table, versions = model._meta.db_table, model.Version._meta.db_table
    now = f"SELECT id, {columns} FROM {table}"
    then = f"SELECT record_id, {columns} FROM {versions} WHERE rev_to = {history.OPEN}"
    with connection.cursor() as cursor:
        for one, other in ((now, then), (then, now)):
            cursor.execute(f"{one} EXCEPT {other}")
            assert cursor.fetchall() == []


def test_a_correction_leaves_the_earlier_version(cast: Cast) -> None:
    row = keep(delegation(cast, persons=12), by=cast.specialist.actor)
    before = changes.latest()
    row.persons = 14
    keep(row, by=cast.head.actor, why="letter read again")
    assert known(Delegation, before).get().persons == 12
    assert known(Delegation, None).get().persons == 14
    (latest, altered), _first = changes.history(row)
    assert (latest.actor_name, latest.why) == ("Phạm Thị Hạnh", "letter read again")
    assert [(one.field, one.before, one.after) for one in altered] == [("persons", 12, 14)]
    agree(Delegation)


def test_writing_outside_a_change_is_refused(cast: Cast) -> None:
    row = keep(delegation(cast), by=cast.specialist.actor)
    fresh = Delegation.objects.get(pk=row.pk)
    for write in (
        lambda: delegation(cast).save(),
        lambda: fresh.save(),
        lambda: fresh.delete(),
        lambda: Delegation.objects.update(persons=3),
        lambda: Delegation.objects.all().delete(),
        lambda: Delegation.objects.bulk_create([delegation(cast)]),
    ):
        with pytest.raises(UnguardedWrite):
            write()


def test_a_change_that_fails_writes_nothing(cast: Cast) -> None:
    count = changes.Change.objects.count()
    with pytest.raises(RuntimeError), changes.change(by=cast.specialist.actor, verb="test") as writer:
        row = delegation(cast)
        row.prepare()
        writer.write(row)
        raise RuntimeError("power cut")
    assert not Delegation.objects.exists()
    assert changes.Change.objects.count() == count


def test_an_import_is_one_revision_and_can_be_undone_whole(cast: Cast) -> None:
    revision = keep_many([delegation(cast, title_vi=f"Đoàn {n}") for n in range(30)], by=cast.specialist.actor)
    assert known(Delegation, revision).count() == 30
    changes.undo(revision, models=[Delegation], by=cast.head.actor, why="wrong list")
    assert known(Delegation, None).count() == 0
    assert known(Delegation, revision).count() == 30
    agree(Delegation)


def test_undo_is_refused_when_the_record_changed_again(cast: Cast) -> None:
    row = keep(delegation(cast), by=cast.specialist.actor)
    first = changes.latest()
    row.persons = 5
    keep(row, by=cast.specialist.actor)
    with pytest.raises(changes.RefusedUndo, match=re.escape(changes.Change.objects.latest("pk").told)):
        changes.undo(first, models=[Delegation], by=cast.head.actor, why="test")


def test_undo_brings_the_earlier_state_back(cast: Cast) -> None:
    row = keep(delegation(cast, persons=4), by=cast.specialist.actor)
    row.persons = 5
    keep(row, by=cast.specialist.actor)
    changes.undo(changes.latest(), models=[Delegation], by=cast.head.actor, why="test")
    assert known(Delegation, None).get().persons == 4
    agree(Delegation)


def test_withdrawn_rows_are_left_out_but_stay(cast: Cast) -> None:
    row = keep(delegation(cast), by=cast.specialist.actor)
    before = changes.latest()
    withdraw(row, by=cast.head.actor, why="registered twice")
    assert not known(Delegation, None).exists()
    assert known(Delegation, before).exists()
    assert Delegation.objects.filter(pk=row.pk, withdrawn=True).exists()


def test_a_merge_counts_the_survivor_and_leaves_earlier_figures(cast: Cast) -> None:
    laos = territory("la", "Lào", "Laos", kind="country")
    common = {"office": cast.here, "territory": cast.here.territory, "country": laos, "kind": "locality"}
    one = keep(Partner(title_vi="Khăm Muộn", **common), by=cast.specialist.actor)
    two = keep(Partner(title_vi="Khammouane", **common), by=cast.specialist.actor)
    for partner in (one, two):
        tie = Relationship(office=cast.here, territory=cast.here.territory, title_vi="Kết nghĩa", partner=partner, kind="twinning")
        keep(tie, by=cast.specialist.actor)
    before = changes.latest()
    two.canonical = one
    keep(two, by=cast.head.actor, verb="merge")
    assert {row.survivor for row in relationships(before)} == {one.pk, two.pk}
    assert {row.survivor for row in relationships(None)} == {one.pk}
    assert {row.nation for row in relationships(before)} == {"la"}


def test_a_relation_is_read_as_it_was_then(cast: Cast) -> None:
    laos = territory("la", "Lào", "Laos", kind="country")
    mission = keep(delegation(cast, direction="outbound", state="planned"), by=cast.specialist.actor)
    visit = CountryVisit(office=cast.here, territory=cast.here.territory, title_vi="Lào", delegation=mission, country=laos)
    keep(visit, by=cast.specialist.actor)
    before = changes.latest()
    mission.state = "held"
    keep(mission, by=cast.specialist.actor)
    assert country_visits(before).get().mission_state == "planned"
    assert country_visits(None).get().mission_state == "held"


def test_erasure_blanks_every_version_and_keeps_the_row(cast: Cast) -> None:
    row = Volunteer(office=cast.here, territory=cast.here.territory, title_vi="Tình nguyện viên", person_name="CANARY Person", host_vi="Trường")
    keep(row, by=cast.specialist.actor)
    before = changes.latest()
    row.host_vi = "Trường khác"
    keep(row, by=cast.specialist.actor)
    assert Volunteer.Version.objects.filter(person_name__contains="CANARY").count() == 2
    changes.erase(row, by=cast.administrator.actor, basis="decree 356/2025")
    assert not Volunteer.Version.objects.filter(person_name__contains="CANARY").exists()
    assert not Volunteer.objects.filter(person_name__contains="CANARY").exists()
    assert known(Volunteer, before).count() == 1
    assert not changes.Change.objects.filter(why__contains="CANARY").exists()
    agree(Volunteer)


def test_a_moment_is_turned_into_a_revision_once(cast: Cast) -> None:
    start = datetime(2020, 1, 1, tzinfo=timezone.get_current_timezone())
    made = []
    for hours in (0, 1, 2):
        with changes.change(by=cast.head.actor, verb="test", at=start + timedelta(hours=hours)) as writer:
            made.append(writer.revision)
    assert changes.revision_at(start - timedelta(seconds=1)) == 0
    assert changes.revision_at(start + timedelta(minutes=90)) == made[1]


def test_the_clock_never_runs_backwards(cast: Cast) -> None:
    later = timezone.now() + timedelta(days=2)
    with changes.change(by=cast.head.actor, verb="test", at=later):
        pass
    with changes.change(by=cast.head.actor, verb="test") as writer:
        assert writer.change.at == later
