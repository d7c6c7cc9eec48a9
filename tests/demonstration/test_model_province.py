"""The model province as loaded: every room has something to show, its past can be asked, and nobody in it is real."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from django.apps import apps
from django.db import transaction
from django.db.models import F, Max, Min, Sum
from django.utils import timezone

from ngoaivu.accounts.models import Office, User
from ngoaivu.core import windows
from ngoaivu.core.changes import revision_at
from ngoaivu.core.history import Record, known
from ngoaivu.core.levels import countable
from ngoaivu.core.models import Change
from ngoaivu.demonstration.generator.world import LABEL_VI, words
from ngoaivu.demonstration.load import load_all
from ngoaivu.demonstration.people import MODEL_PROVINCE
from ngoaivu.documents.models import DocumentKind, LegalText
from ngoaivu.documents.records import RegistryRecord
from ngoaivu.indicators.models import Claim, Observation
from ngoaivu.publications import series
from ngoaivu.registry.agreements.models import Agreement
from ngoaivu.registry.aid.models import AidItem, Volunteer
from ngoaivu.registry.casework.models import TravelPermission
from ngoaivu.registry.delegations.facts import delegations
from ngoaivu.registry.delegations.models import CountryVisit, Delegation
from ngoaivu.registry.events.models import BulletinIssue, Event
from ngoaivu.registry.partners.facts import partners, relationships
from ngoaivu.registry.partners.models import Partner
from tests.core.test_history import agree
from tests.demonstration.english import left_in, vietnamese

MODELS = [model for model in apps.get_models() if issubclass(model, Record)]
ROOMS = [model for model in MODELS if issubclass(model, RegistryRecord)]


@pytest.fixture(scope="module")
def offices(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[Office, Office]]:
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        yield load_all()
        transaction.set_rollback(True)


@pytest.fixture
def province(offices: tuple[Office, Office]) -> Office:
    return offices[1]


def at(year: int, month: int = 1, day: int = 1) -> int:
    return revision_at(datetime(year, month, day, tzinfo=timezone.get_current_timezone()))


def test_a_second_load_changes_nothing(offices: tuple[Office, Office]) -> None:
    before = Change.objects.count(), {model: model.Version.objects.count() for model in MODELS}, User.objects.count()
    assert load_all() == offices
    assert (Change.objects.count(), {model: model.Version.objects.count() for model in MODELS}, User.objects.count()) == before


def test_every_room_and_every_window_has_something_to_show(province: Office) -> None:
    for model in ROOMS:
        assert model.objects.filter(office=province).count() >= 5, model
    for window in windows.registered():
        assert window.rows(None).filter(office=province).exists(), window.name


def test_every_choice_of_a_list_is_used_somewhere(province: Office) -> None:
    unused = set()
    for model, name in ((Delegation, "state"), (Delegation, "rank"), (Delegation, "purpose"), (Delegation, "channel"), (Agreement, "state")):
        held = set(model.objects.filter(office=province).values_list(name, flat=True))
        unused |= {f"{name}={value}" for value, _label in model._meta.get_field(name).choices if value not in held}
    assert unused == set()
    assert set(AidItem.objects.filter(office=province).values_list("currency", flat=True)) == {"VND", "USD"}


def test_every_record_cites_a_register_that_says_it_is_synthetic(province: Office) -> None:
    for model in (*ROOMS, Observation, Claim):
        for row in model.objects.filter(office=province).select_related("citation__document"):
            assert row.citation.document.kind == DocumentKind.SYNTHETIC, row
            assert LABEL_VI in row.citation.document.title_vi
            assert row.citation.place_vi


def test_nobody_in_it_is_real(province: Office) -> None:
    marks = words("partners")["marks"]
    for model in (Volunteer, TravelPermission):
        names = list(model.objects.filter(office=province).exclude(person_name="").values_list("person_name", flat=True))
        assert names
        assert [name for name in names if not name.endswith(tuple(marks))] == []
    heads = Delegation.objects.filter(office=province, direction="inbound", origin="foreign").exclude(head_vi="").values_list("head_vi", flat=True)
    assert [head for head in heads if not head.split(", ")[0].endswith(tuple(marks))] == []
    assert not User.objects.filter(invented=False).exists()


def test_times_are_imprecise_in_every_way(province: Office) -> None:
    rows = Delegation.objects.filter(office=province)
    spans = {last - first for first, last in rows.filter(start_earliest__lt=F("start_latest")).values_list("start_earliest", "start_latest")}
    assert any(span < timedelta(31) for span in spans)
    assert any(timedelta(80) < span < timedelta(100) for span in spans)
    assert any(span > timedelta(360) for span in spans)
    assert rows.filter(start_earliest=None, start_latest__isnull=False).exists()
    assert rows.filter(start_earliest__isnull=False, start_latest=None).exists()
    for row in rows.exclude(start_earliest=F("start_latest")).exclude(state="planned"):
        assert row.when_words, row


def test_current_rows_are_the_open_versions(province: Office) -> None:
    for model in MODELS:
        agree(model)


def test_changes_run_through_eleven_years_in_order(province: Office) -> None:
    moments = list(Change.objects.order_by("pk").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert moments[0].year == 2015
    for year in range(2015, 2026):
        assert Change.objects.filter(at__year=year).count() > 20, year
    counts = [known(Delegation, at(year)).filter(office=province).count() for year in range(2016, 2027)]
    assert counts == sorted(counts)
    assert 40 < counts[0] < counts[5] < counts[-1]


def test_nothing_held_was_known_before_it_ended(province: Office) -> None:
    for version in Delegation.Version.objects.filter(office=province, state="held", end_latest__isnull=False).select_related("change"):
        assert timezone.localtime(version.change.at).date() >= version.end_latest, version.title_vi


def test_who_writes_is_one_of_the_cast(province: Office) -> None:
    keys = set(Change.objects.filter(verb__in=("register", "correct", "hold", "merge", "erase", "withdraw")).values_list("actor_key", flat=True))
    assert keys <= {f"user:{person.username}" for person in MODEL_PROVINCE}


def test_a_correction_changes_today_and_not_what_was_known(province: Office) -> None:
    corrected = Change.objects.filter(verb="correct").order_by("pk")
    assert corrected.count() >= 30
    change = corrected.first()
    row = Delegation.objects.get(versions__rev_from=change.pk)
    before = known(Delegation, change.pk - 1).get(record_id=row.pk)
    assert (before.persons, before.country_id) != (row.persons, row.country_id)
    assert change.why


def test_a_merged_partner_counts_once_since_the_merge(province: Office) -> None:
    twice = Partner.objects.get(office=province, canonical__isnull=False)
    before, after = at(2021, 5, 1), at(2021, 7, 1)
    assert partners(before).filter(record_id=twice.pk).exists()
    assert not partners(after).filter(record_id=twice.pk).exists()
    [tie] = relationships(after).filter(partner=twice)
    assert tie.survivor == twice.canonical_id


def test_an_erasure_blanked_every_version_and_kept_the_row(province: Office) -> None:
    [change] = Change.objects.filter(verb="erase")
    row = Volunteer.objects.get(versions__rev_from=change.pk)
    assert set(row.versions.values_list("person_name", flat=True)) == {""}
    assert known(Volunteer, None).filter(pk=row.pk).exists()


def test_a_troupe_is_one_delegation_and_its_event_none(province: Office) -> None:
    shows = Event.objects.filter(office=province, troupe__isnull=False)
    assert shows.count() >= 8
    for show in shows.select_related("troupe"):
        assert (show.troupe.direction, show.troupe.origin, show.troupe.rank) == ("inbound", "foreign", "artistic")
        assert delegations(None).filter(identity=show.troupe_id).count() == 1
    assert shows.values("troupe").distinct().count() == shows.count()


def test_a_mission_to_three_countries_has_three_visits_inside_it(province: Office) -> None:
    missions = Delegation.objects.filter(office=province, direction="outbound")
    sizes = set()
    for mission in missions.prefetch_related("visits"):
        sizes.add(len(visits := list(mission.visits.all())))
        for visit in visits:
            assert visit.level == mission.level
            if mission.start_earliest == mission.start_latest:
                assert mission.start_earliest <= visit.start_earliest <= visit.end_latest <= mission.end_latest
    assert sizes == {1, 2, 3}
    assert CountryVisit.objects.filter(office=province).count() > missions.count()


def test_missions_run_over_the_ends_of_both_years(province: Office) -> None:
    rows = Delegation.objects.filter(office=province, end_latest__isnull=False)
    assert rows.filter(start_earliest__month=12, start_earliest__day__lt=15, end_latest__day__gt=15).exists()
    assert rows.filter(start_earliest__month=12, end_latest__month=1).exists()


def test_an_embargoed_visit_is_not_counted_until_its_day(province: Office) -> None:
    rows = Delegation.objects.filter(office=province, level="embargoed")
    today = date(2026, 1, 1)
    assert rows.filter(countable(today)).count() == 1
    assert rows.exclude(countable(today)).count() == 2


def test_no_item_is_paid_more_than_was_committed(province: Office) -> None:
    paid = AidItem.objects.filter(office=province, disbursements__currency=F("currency")).annotate(paid=Sum("disbursements__amount_minor"))
    assert paid.count() >= 60
    assert [item for item in paid if item.paid > item.committed_minor] == []
    assert not AidItem.objects.filter(office=province).exclude(disbursements=None).exclude(disbursements__currency=F("currency")).exists()


def test_an_estimate_stood_until_the_official_figure_came(province: Office) -> None:
    series = Observation.objects.filter(office=province, indicator="exports.turnover", period="year:2019")
    estimate, official = series.get(stage="estimate"), series.get(stage="official")
    assert official.supersedes == estimate
    assert (estimate.qualifier, official.qualifier) == ("about", "exact")
    assert known(Observation, at(2020, 2, 1)).filter(indicator="exports.turnover", period="year:2019").get().stage == "estimate"
    assert Observation.objects.filter(office=province, indicator="exports.turnover", period="year:2022").count() == 3


def test_parts_never_exceed_their_total(province: Office) -> None:
    totals = [row for row in Observation.objects.filter(office=province).prefetch_related("parts") if row.parts.all()]
    assert len(totals) >= 5
    for total in totals:
        assert sum(part.amount for part in total.parts.all()) <= total.amount, total


def test_replaced_laws_name_their_successor_and_were_in_force_before(province: Office) -> None:
    old = LegalText.objects.get(office=province, number="45/2006/QĐ-TTg")
    assert (old.status, old.replaced_by.number, str(old.expired_on)) == ("expired", "09/2023/QĐ-TTg", "2023-07-10")
    assert known(LegalText, at(2022)).get(record_id=old.pk).status == "in_force"
    unchecked = LegalText.objects.filter(office=province, status="expired", expired_on=None)
    assert {text.number for text in unchecked} == {"45/2025/NĐ-CP", "114/2021/NĐ-CP"}, "no source gives the day on which these ended"
    assert LegalText.objects.filter(office=province, local=True, status="in_force").count() >= 5


def test_twelve_bulletins_came_out_every_year(province: Office) -> None:
    issues = BulletinIssue.objects.filter(office=province).values("start_earliest__year").annotate(first=Min("number"), last=Max("number"))
    assert [(issue["first"], issue["last"]) for issue in issues] == [(1, 12)] * 11


def test_the_epidemic_shows(province: Office) -> None:
    held = {year: Delegation.objects.filter(office=province, state="held", start_earliest__year=year).count() for year in (2019, 2021, 2023)}
    assert held[2021] * 5 < held[2019]
    assert held[2021] * 5 < held[2023]


def test_its_figures_speak_vietnamese_to_vietnamese_readers(province: Office) -> None:
    told = list(series.compose_all(province, ("2016", "2025")))
    assert sum(len(content["extra"]["breakdowns"]) for content in told) > 30
    assert {content["key"]: found for content in told if (found := left_in(vietnamese(content)))} == {}
