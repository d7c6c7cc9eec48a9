"""No role sees what it may not: canaries in every table, at every level, in both offices; then every address of the desk as everybody."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import models
from django.test import Client
from django.urls import reverse

from ngoaivu.accounts.models import Appointment, Office, User
from ngoaivu.core.changes import change
from ngoaivu.core.history import Record
from ngoaivu.core.levels import Level
from ngoaivu.core.models import Territory
from ngoaivu.documents.actions import cite, file_document, keep, withdraw
from ngoaivu.documents.models import SourceDocument
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.desk import opened
from ngoaivu.registry.partners.models import Partner
from tests.cast import Cast
from tests.registry.conftest import As

FAR = date(2099, 1, 1)
Aviary = dict[type[Record], list[Any]]
# What each member of the cast may see of the office "here".
SEES = {
    "binh": {"public", "internal", "personal", "embargoed"},
    "hanh": {"public", "internal", "personal", "embargoed"},
    "toan": {"public", "internal", "personal", "embargoed"},
    "vy": {"public", "internal", "embargoed"},
    "son": {"public", "internal", "embargoed"},
    "lan": set[str](),
    "minh": set[str](),
}
EXPORTS = {"binh", "hanh", "toan"}


def canary(office: Office, level: str) -> str:
    return f"Chim{office.key.replace('-', '')}{level}"


def plant(model: type[Record], office: Office, level: str, laos: Territory, by: User) -> Any:
    """One row of a table whose every text holds the canary of its office and level."""
    song = canary(office, level)
    columns: dict[str, Any] = {"office": office, "level": level, "embargo_until": FAR if level == Level.EMBARGOED else None}
    for field in model._meta.local_concrete_fields:
        if field.name in columns or field.primary_key or field.name in {"change", "withdrawn", "citation", "canonical", "replaced_by", "document"}:
            continue
        columns |= _planted(field, song, office, level, laos, by)
    if model is SourceDocument:
        return file_document(SourceDocument(**columns), by=by.actor, file=ContentFile(b"%PDF-" + song.encode(), name=f"{song}.pdf"))
    row = model(**columns)
    if hasattr(row, "prepare"):
        row.citation = cite(SourceDocument.objects.get(office=office, level=level), by=by.actor, place_vi=song)
        return keep(row, by=by.actor)
    with change(by=by.actor, verb="register") as writer:
        return writer.write(row)


def _planted(field: models.Field[Any, Any], song: str, office: Office, level: str, laos: Territory, by: User) -> dict[str, Any]:
    if isinstance(field, models.ForeignKey):
        target = field.related_model
        if target is Territory:
            return {field.name: office.territory if field.name == "territory" else laos}
        if field.null and field.name != "partner":
            return {}
        found = target.objects.filter(office=office, level=level).first()
        return {field.name: found or plant(target, office, level, laos, by)}
    if field.choices:
        return {field.name: field.choices[0][0]}
    if field.name == "address":
        return {field.name: f"https://{song}.vn"}
    if isinstance(field, models.DateField):
        return {field.name: date(2018, 7, 5)} if not field.null or field.name.startswith(("start", "end")) else {}
    if isinstance(field, models.IntegerField):
        return {field.name: 7}
    if isinstance(field, models.FileField | models.URLField | models.SlugField) or field.max_length in {3, 40, 64} or not field.editable:
        return {field.name: "VND"} if field.name == "currency" else {field.name: "1"} if field.name == "number" else {}
    return {field.name: song} if isinstance(field, models.CharField | models.TextField) else {}


@pytest.fixture
def aviary(cast: Cast, laos: Territory) -> Aviary:
    """The canaries: every table with screens, four levels, two offices."""
    reverse("wagtailadmin_home")  # loads the addresses, and with them the rooms
    planted: dict[type[Record], list[Any]] = {}
    for office, by in ((cast.here, cast.specialist), (cast.there, cast.stranger)):
        for level in Level.values:
            for viewset in [opened.viewset_of(SourceDocument), *opened.viewsets()]:
                row = viewset.model.objects.filter(office=office, level=level).first() or plant(viewset.model, office, level, laos, by)
                planted.setdefault(viewset.model, []).append(row)
    return planted


def lists() -> Iterator[str]:
    """Everything that shows many rows at once: lists, prints, exports, names offered, the first page."""
    for viewset in opened.viewsets():
        yield viewset.address("index") + "?q=chim"
        yield viewset.address("index") + "?q=chim&withdrawn=on"
        yield viewset.address("print")
        yield viewset.address("export", "csv")
        yield reverse("desk_names", args=[viewset.model._meta.model_name]) + "?q=chim"
    yield reverse("delegations:export", args=["xlsx"])
    yield reverse("wagtailadmin_home")


def rooms(rows: Mapping[type[Record], list[Any]]) -> Iterator[str]:
    """Every address that shows one record, for each of these."""
    for model, planted in rows.items():
        viewset = opened.viewset_of(model)
        for pattern in viewset.get_urlpatterns():
            wanted = set(pattern.pattern.converters)
            if "pk" in wanted:
                yield from (viewset.address(pattern.name, *([row.pk, row.change_id] if "revision" in wanted else [row.pk])) for row in planted)


def content(client: Client, address: str) -> str:
    """All a person gets from an address, redirects followed, spreadsheets opened."""
    answer = client.get(address, follow=True)
    raw = b"".join(answer) if answer.streaming else answer.content
    if raw.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(raw)) as book:
            raw = b"".join(book.read(name) for name in book.namelist())
    return raw.decode("utf-8", "replace")


def heard(client: Client, walk: Iterable[str], forbidden: set[str], allowed: set[str]) -> set[str]:
    """Walk the addresses; fail at a forbidden canary, give the allowed ones that were heard."""
    found = set()
    for address in walk:
        told = content(client, address)
        leaked = sorted(song for song in forbidden if song in told)
        assert not leaked, f"{address} tells {leaked}"
        found |= {song for song in allowed if song in told}
    return found


@pytest.mark.parametrize("username", sorted(set(SEES) - {"lan"}))
def test_nobody_hears_a_canary_he_may_not(aviary: Aviary, cast: Cast, as_: As, username: str) -> None:
    here, there = (cast.there, cast.here) if username == "minh" else (cast.here, cast.there)
    sees = SEES["binh"] if username == "minh" else SEES[username]
    allowed = {canary(here, level) for level in sees}
    forbidden = {canary(office, level) for office in (here, there) for level in Level.values} - allowed
    assert heard(as_(User.objects.get(username=username)), lists(), forbidden, allowed) == allowed


@pytest.mark.parametrize("username", ["vy", "minh"])
def test_a_record_above_the_reader_does_not_exist(aviary: Aviary, cast: Cast, as_: As, username: str) -> None:
    client = as_(User.objects.get(username=username))
    hidden = {
        model: [row for row in rows if row.office == cast.here and (username == "minh" or row.level == "personal")] for model, rows in aviary.items()
    }
    assert all(hidden.values())
    for address in rooms(hidden):
        assert client.get(address).status_code in {403, 404}


def test_a_record_page_names_nothing_above_the_reader(aviary: Aviary, cast: Cast, as_: As) -> None:
    shown = {model: [row for row in rows if row.office == cast.here and row.level == "internal"] for model, rows in aviary.items()}
    allowed = {canary(cast.here, level) for level in SEES["vy"]}
    forbidden = {canary(office, level) for office in (cast.here, cast.there) for level in Level.values} - allowed
    assert heard(as_(cast.editor), rooms(shown), forbidden, allowed) == {canary(cast.here, "internal")}


@pytest.mark.parametrize("username", ["lan", "-"])
def test_without_a_seat_every_address_is_closed(aviary: Aviary, cast: Cast, as_: As, username: str) -> None:
    client = Client() if username == "-" else as_(cast.reporter)
    for address in (*lists(), *rooms({model: rows[:1] for model, rows in aviary.items()})):
        answer = client.get(address)
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith(reverse("wagtailadmin_login"))


def test_a_past_appointment_opens_nothing(cast: Cast, as_: As) -> None:
    Appointment.objects.filter(user=cast.specialist).update(valid_to=date.today() - timedelta(days=1))  # noqa: DTZ011
    assert as_(cast.specialist).get(reverse("delegations:index")).status_code == 302


def test_a_superuser_without_appointment_sees_no_record(aviary: Aviary, cast: Cast, as_: As) -> None:
    root = User.objects.create_superuser("root", password="demonstration")
    for viewset in opened.viewsets():
        assert as_(root).get(viewset.address("index")).status_code == 404


@pytest.mark.parametrize("username", sorted(set(SEES) - EXPORTS - {"lan", "minh"}))
def test_export_needs_its_own_act(cast: Cast, as_: As, username: str) -> None:
    for viewset in opened.viewsets():
        assert as_(User.objects.get(username=username)).get(viewset.address("export", "csv")).status_code == 403


@pytest.mark.parametrize("username", ["toan", "vy", "son", "lan", "minh"])
def test_who_may_not_register_changes_nothing(aviary: Aviary, cast: Cast, as_: As, username: str) -> None:
    client = as_(User.objects.get(username=username))
    mine = {row.pk for row in aviary[SourceDocument] if row.office == cast.here}
    before = {model: sorted(model.objects.values_list("pk", "change_id", "withdrawn")) for model in aviary}
    for viewset in opened.viewsets():
        for row in [row for row in aviary[viewset.model] if row.office == cast.here]:
            for act in ("edit", "withdrawal", "undoing"):
                assert client.post(viewset.address(act, row.pk), {"why": "x"}).status_code in {302, 403, 404}
        if username != "minh":
            assert client.post(viewset.address("new"), {}).status_code in {302, 403}
    assert mine
    assert {model: sorted(model.objects.values_list("pk", "change_id", "withdrawn")) for model in aviary} == before


def test_history_hides_versions_above_the_reader(cast: Cast, as_: As, laos: Territory) -> None:
    row = Delegation(office=cast.here, territory=cast.here.territory, title_vi="Chim riêng tư", level="personal", direction="inbound", country=laos)
    keep(row, by=cast.specialist.actor)
    row.title_vi, row.level = "Đoàn công khai", "internal"
    keep(row, by=cast.specialist.actor)
    address = reverse("delegations:record", args=[row.pk])
    assert "Chim riêng tư" in content(as_(cast.specialist), address)
    assert "Chim riêng tư" not in content(as_(cast.editor), address)


def test_a_related_row_above_the_reader_is_not_named(aviary: Aviary, cast: Cast, as_: As) -> None:
    hidden = next(row for row in aviary[Partner] if row.office == cast.here and row.level == "personal")
    row = Delegation(office=cast.here, territory=cast.here.territory, title_vi="Đoàn", direction="inbound", partner=hidden)
    keep(row, by=cast.specialist.actor)
    for address in (reverse("delegations:record", args=[row.pk]), reverse("delegations:index"), reverse("delegations:print")):
        assert hidden.title_vi not in content(as_(cast.editor), address)
    assert hidden.title_vi in content(as_(cast.specialist), reverse("delegations:record", args=[row.pk]))


def test_a_change_that_touched_hidden_rows_is_not_undone(cast: Cast, as_: As, laos: Territory) -> None:
    mine = Delegation(office=cast.here, territory=cast.here.territory, title_vi="Của tôi", direction="inbound")
    theirs = Delegation(office=cast.there, territory=cast.there.territory, title_vi="Của họ", direction="inbound")
    with change(by=cast.specialist.actor, verb="import"):
        keep(mine, by=cast.specialist.actor)
        keep(theirs, by=cast.specialist.actor)
    assert as_(cast.specialist).post(reverse("delegations:undoing", args=[mine.pk]), {"why": "x", "seen": mine.change_id}).status_code == 403
    assert not Delegation.objects.filter(withdrawn=True).exists()


def test_an_ended_embargo_is_public(cast: Cast, as_: As) -> None:
    row = Delegation(
        office=cast.here,
        territory=cast.here.territory,
        title_vi="Đã công bố",
        direction="inbound",
        level="embargoed",
        embargo_until=date(2020, 1, 1),
    )
    keep(row, by=cast.specialist.actor)
    withdraw(row, by=cast.specialist.actor, why="x")
    assert as_(cast.editor).get(reverse("delegations:record", args=[row.pk])).status_code == 200
