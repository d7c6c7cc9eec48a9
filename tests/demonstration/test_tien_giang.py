"""Tiền Giang holds what the data files state, each thing with its sentence, and nothing besides."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from django.apps import apps

from ngoaivu.accounts.models import Appointment, Office, User
from ngoaivu.core.history import Record
from ngoaivu.core.models import Change
from ngoaivu.core.period import parse
from ngoaivu.demonstration.article.load import load
from ngoaivu.demonstration.article.reading import entries, read, time_of
from ngoaivu.demonstration.article.statements import TASK
from ngoaivu.demonstration.article.trace import held
from ngoaivu.documents.models import Citation, SourceDocument
from ngoaivu.documents.records import RegistryRecord
from ngoaivu.indicators.models import Claim, Observation
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.events.models import Event
from ngoaivu.registry.partners.models import Partner, Relationship
from tests.core.test_history import agree

EXPECTED = Path(__file__).parents[1] / "acceptance" / "seed_article.tsv"
MODELS = [model for model in apps.get_models() if issubclass(model, Record)]
pytestmark = pytest.mark.django_db


@pytest.fixture
def office(db: None) -> Office:
    return load()


def test_a_second_run_changes_nothing(office: Office) -> None:
    before = [(model, list(model.Version.objects.order_by("pk").values())) for model in MODELS], Change.objects.count()
    assert Change.objects.count() == 8
    load()
    assert ([(model, list(model.Version.objects.order_by("pk").values())) for model in MODELS], Change.objects.count()) == before


def test_a_corrected_line_corrects_one_record(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    table = read("delegations")
    table["delegation"][0]["leader"] = "Người khác"
    monkeypatch.setattr("ngoaivu.demonstration.article.rooms.read", lambda name: table if name == "delegations" else read(name))
    load()
    assert Change.objects.count() == 9
    assert Delegation.objects.get(code="doan-ban-doi-ngoai-trung-uong-2018").versions.count() == 2


def test_every_record_cites_a_sentence_and_is_public(office: Office) -> None:
    for model in MODELS:
        if model in {SourceDocument, Citation}:
            continue
        for row in model.objects.all():
            assert row.citation.place_vi, row
            assert ", sentence " in row.citation.place_en, row
            assert row.level == "public"


def test_nothing_is_held_that_the_files_do_not_state(office: Office) -> None:
    stated = {entry["key"] for name in ("partners", "agreements", "delegations", "events", "community", "places") for entry in entries(read(name))}
    derived = {f"quan-he-{entry['key']}" for entry in read("partners")["partner"]}
    derived |= {f"{entry['key']}-{code.lower()}" for entry in read("events")["event"] for code in entry["countries"]}
    rows = [row for model in MODELS if issubclass(model, RegistryRecord) for row in model.objects.all()]
    assert {row.code for row in rows} <= stated | derived
    assert Delegation.objects.count() == 2
    assert Partner.objects.exclude(kind="domestic").count() == Relationship.objects.count() == 8
    assert not Delegation.objects.filter(origin="foreign").exists()


def test_every_figure_is_received_as_it_was_written(office: Office) -> None:
    for entry in read("observations")["observation"]:
        [key] = {key for seed in entry["seed"] for key in held(office)[seed] if "observation" in key}
        kept = Observation.objects.get(pk=int(key.partition(":")[2]))
        assert (kept.amount, kept.qualifier, kept.decimals, kept.per) == (
            Decimal(entry["value"]),
            entry["qualifier"],
            entry["decimals"],
            entry.get("per", ""),
        )
        assert kept.period == "" or parse(kept.period)
    assert Observation.objects.count() == len(read("observations")["observation"])
    projects = Observation.objects.get(indicator="fdi.projects.in_force")
    assert (projects.value, str(projects.as_of_from), str(projects.as_of_to)) == ("131", "2020-01-01", "2020-12-31")


def test_parts_name_their_total(office: Office) -> None:
    total = Observation.objects.get(indicator="oda.disbursed.to_date", breakdown="")
    assert sum(part.amount for part in total.parts.all()) == total.amount
    assert {part.breakdown for part in total.parts.all()} == {'{"fund":"oda"}', '{"fund":"counterpart"}'}


def test_every_row_of_the_expected_table_is_held_somewhere(office: Office) -> None:
    rows = list(csv.DictReader(EXPECTED.open(encoding="utf-8"), delimiter="\t"))
    wanted = {row["id"] for row in rows if row["kind"] != "text-structure"}
    found = held(office)
    assert wanted - {seed for seed, keys in found.items() if keys} == set()


def test_times_are_no_more_precise_than_the_source(office: Office) -> None:
    month = Delegation.objects.get(code="doan-ban-doi-ngoai-trung-uong-2018")
    assert (str(month.start_earliest), str(month.start_latest)) == ("2018-07-01", "2018-07-31")
    unknown = Delegation.objects.get(code="tiep-thu-truong-bui-thanh-son")
    assert (unknown.start_earliest, unknown.start_latest) == (None, None)
    former = Relationship.objects.get(code="quan-he-queensland")
    assert (former.start_earliest, former.end_earliest, str(former.end_latest)) == (None, None, "2020-12-31")
    for event in Event.objects.all():
        [entry] = [entry for entry in read("events")["event"] if entry["key"] == event.code]
        assert (event.start_earliest, event.start_latest) == (time_of(entry["when"]).earliest, time_of(entry["when"]).latest)


def test_tasks_stand_in_their_order(office: Office) -> None:
    tasks = Claim.objects.filter(code__startswith=f"{TASK}-").order_by("code")
    assert [task.statement_vi for task in tasks] == [entry["vi"] for entry in sorted(read("tasks")["task"], key=lambda task: task["order"])]


def test_its_people_are_invented_and_hold_the_posts_the_files_name(office: Office) -> None:
    names = {entry["name"] for entry in read("office")["official"]}
    held_by = {appointment.user.full_name for appointment in Appointment.objects.filter(office=office)}
    assert names < held_by
    assert User.objects.filter(invented=False).count() == 0


def test_current_rows_are_the_open_versions(office: Office) -> None:
    for model in MODELS:
        agree(model)
