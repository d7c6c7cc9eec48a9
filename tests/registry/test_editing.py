"""Every kept record can be edited: what a form shows is taken back, and nothing is lost on the way."""

from datetime import date
from typing import Any

import pytest
from django import forms
from django.test import Client
from django.urls import reverse

from ngoaivu.core.levels import Level
from ngoaivu.core.models import Territory
from ngoaivu.documents.actions import cite, file_document, keep, withdraw
from ngoaivu.documents.models import SourceDocument
from ngoaivu.registry.desk import opened
from ngoaivu.registry.desk.fields import NamedField
from ngoaivu.registry.partners.models import Partner
from tests.cast import Cast
from tests.registry.conftest import As
from tests.registry.test_desk import visit
from tests.registry.test_secrecy import plant


@pytest.fixture
def binh(cast: Cast, as_: As) -> Client:
    return as_(cast.specialist)


def paper(cast: Cast, number: str = "118/VP-ĐN", title: str = "Công văn về Đoàn tỉnh Chăm Pa Sắc") -> SourceDocument:
    document = SourceDocument(office=cast.here, kind="letter", numbers=number, title_vi=title, issuer_vi="Văn phòng", issued_from=date(2018, 1, 2))
    return file_document(document, by=cast.specialist.actor)


def shown(form: Any) -> dict[str, Any]:
    """What a browser sends back of a form nobody has touched."""
    sent = {}
    for bound in form:
        value = bound.value()
        if isinstance(bound.field, forms.FileField) or value in (None, False):
            continue
        sent[bound.html_name] = "on" if value is True else value
    return sent


def edited(client: Client, address: str, **changes: str) -> Any:
    return client.post(address, shown(client.get(address).context["form"]) | {"why": "soát lại"} | changes)


def test_a_record_with_a_source_is_saved_unchanged_and_changed(binh: Client, cast: Cast) -> None:
    document = paper(cast)
    row = visit(cast, citation=cite(document, by=cast.specialist.actor, place_vi="trang 2"))
    address = reverse("delegations:edit", args=[row.pk])
    assert shown(binh.get(address).context["form"])["citation"] == "118/VP-ĐN: Công văn về Đoàn tỉnh Chăm Pa Sắc"
    for changes in ({}, {"title_vi": "Đoàn tỉnh Chăm Pa Sắc"}):
        assert edited(binh, address, **changes).status_code == 302
        row.refresh_from_db()
        assert (row.citation.document, row.citation.place_vi) == (document, "trang 2")
    assert row.title_vi == "Đoàn tỉnh Chăm Pa Sắc"


def test_the_name_offered_for_a_source_is_taken_back(binh: Client, cast: Cast) -> None:
    document = paper(cast)
    row = visit(cast)
    [name] = binh.get(reverse("desk_names", args=["sourcedocument"]), {"q": "118/VP-ĐN: Công"}).json()["names"]
    assert edited(binh, reverse("delegations:edit", args=[row.pk]), citation=name).status_code == 302
    row.refresh_from_db()
    assert row.citation.document == document


def test_of_two_papers_called_alike_the_one_shown_stays(binh: Client, cast: Cast) -> None:
    first, _second = paper(cast), paper(cast)
    row = visit(cast, citation=cite(first, by=cast.specialist.actor))
    assert edited(binh, reverse("delegations:edit", args=[row.pk])).status_code == 302
    row.refresh_from_db()
    assert row.citation.document == first
    offered = binh.get(reverse("desk_names", args=["sourcedocument"]), {"q": "118/VP"}).json()["names"]
    assert all(NamedField(queryset=SourceDocument.objects.all(), kind="").clean(name) in (first, _second) for name in offered)


def test_a_partner_withdrawn_since_stays_with_its_record(binh: Client, cast: Cast, laos: Territory) -> None:
    named = Partner(office=cast.here, territory=cast.here.territory, kind="locality", country=laos, title_vi="Tỉnh Khăm Muộn")
    partner = keep(named, by=cast.specialist.actor)
    row = visit(cast, partner=partner)
    withdraw(partner, by=cast.specialist.actor, why="trùng")
    assert edited(binh, reverse("delegations:edit", args=[row.pk]), note="thêm").status_code == 302
    row.refresh_from_db()
    assert (row.partner, row.note) == (partner, "thêm")


def test_every_edit_form_takes_back_what_it_shows(binh: Client, cast: Cast, laos: Territory) -> None:
    reverse("wagtailadmin_home")  # loads the addresses, and with them the rooms
    saved = 0
    for viewset in [opened.viewset_of(SourceDocument), *opened.viewsets()]:
        row = viewset.model.objects.filter(office=cast.here).first() or plant(viewset.model, cast.here, Level.INTERNAL, laos, cast.specialist)
        before = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if field.name != "change"}
        answer = edited(binh, viewset.address("edit", row.pk))
        refused = answer.context["form"].errors.as_data() if answer.status_code == 422 else {}
        assert not {error.code for errors in refused.values() for error in errors} & {"unknown", "several", "required", "invalid"}, viewset.name
        saved += answer.status_code == 302
        row = viewset.model.objects.get(pk=row.pk)
        assert {name: getattr(row, name) for name in before} == before
    assert saved >= 15
