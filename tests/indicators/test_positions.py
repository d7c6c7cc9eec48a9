"""A figure at a position stays to the last digit, whatever is corrected, merged or erased later; boundaries join what they join."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ngoaivu.core import changes
from ngoaivu.core.models import Succession
from ngoaivu.documents.actions import keep, keep_many
from ngoaivu.indicators import facts, kept
from ngoaivu.indicators.facts import Question
from ngoaivu.indicators.models import KeptValue
from ngoaivu.registry.aid.models import Volunteer
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.partners.models import Partner, Relationship
from tests.cast import Cast, territory

PARTNERS = Question("partners.relationships.current", "noi-nay", on="2020-06-30")
VOLUNTEERS = Question("aid.volunteers.received", "noi-nay", period="year:2018")


def filled(cast: Cast) -> tuple[list[Partner], Volunteer]:
    laos = territory("la", "Lào", "Laos", kind="country")
    common = {"office": cast.here, "territory": cast.here.territory}
    partners = [
        keep(Partner(title_vi=name, kind="locality", country=laos, **common), by=cast.specialist.actor) for name in ("Khăm Muộn", "Khammouane")
    ]
    for partner in partners:
        tie = Relationship(title_vi="Kết nghĩa", partner=partner, kind="twinning", start_earliest=date(2010, 1, 1), **common)
        tie.start_latest = tie.start_earliest
        keep(tie, by=cast.specialist.actor)
    volunteer = Volunteer(title_vi="Tình nguyện viên", person_name="CANARY Person", level="personal", start_earliest=date(2018, 2, 1), **common)
    volunteer.start_latest = volunteer.start_earliest
    return partners, keep(volunteer, by=cast.specialist.actor)


def test_a_sealed_figure_survives_correction_merge_and_erasure(cast: Cast) -> None:
    partners, volunteer = filled(cast)
    position = changes.latest()
    asked = [PARTNERS, VOLUNTEERS]
    sealed = {one: facts.content(facts.ask(one, revision=position), None) for one in asked}
    partners[1].canonical = partners[0]
    keep(partners[1], by=cast.head.actor, verb="merge")
    changes.erase(volunteer, by=cast.administrator.actor, basis="decree 356/2025")
    volunteer.start_earliest = volunteer.start_latest = date(2019, 2, 1)
    keep(volunteer, by=cast.head.actor)
    assert [facts.ask(one).value for one in asked] == [1, 0]
    assert KeptValue.objects.exists()
    for remembered in (True, False):
        assert {one: facts.content(facts.ask(one, revision=position), None) for one in asked} == sealed, f"kept values: {remembered}"
        KeptValue.objects.all().delete()


def test_kept_values_make_room_for_newer_ones(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(cast)
    monkeypatch.setattr(kept, "ROWS_KEPT", 3)
    asked = [Question("partners.relationships.current", "noi-nay", on=f"{year}-06-30") for year in range(2012, 2020)]
    answers = [facts.ask(one, revision=changes.latest()).value for one in asked]
    assert KeptValue.objects.count() <= 4
    assert [facts.ask(one, revision=changes.latest()).value for one in asked] == answers


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["noi-nay", "noi-kia", "moi", "ngoai"]), st.integers(0, 700)), min_size=1, max_size=12))
def test_todays_boundaries_hold_what_the_predecessors_and_the_heir_hold(cast: Cast, rows: list[tuple[str, int]]) -> None:
    new = territory("moi", "Mới")
    for key in ("noi-nay", "noi-kia"):
        basis = {"on": "2025-07-01", "basis": "202/2025/QH15"}
        Succession.objects.get_or_create(predecessor=territory(key, ""), successor=new, defaults=basis)
    made = []
    for key, day in rows:
        row = Delegation(office=cast.here, territory=territory(key, "Ngoài"), title_vi="Đoàn", direction="inbound", state="held", persons=day + 1)
        row.start_earliest = row.start_latest = date.fromordinal(date(2018, 1, 1).toordinal() + day)
        made.append(row)
    keep_many(made, by=cast.specialist.actor)
    for code in ("delegations.inbound.missions", "delegations.inbound.people"):
        asked = Question(code, "moi", period="range:2017-01-01..2020-12-31", boundaries="today")
        parts = [facts.ask(replace(asked, territory=key, boundaries="then")).value for key in ("noi-nay", "noi-kia", "moi")]
        assert facts.ask(asked).value == sum(parts)
