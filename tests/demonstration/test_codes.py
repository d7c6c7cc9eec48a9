"""Codes and words: what both demonstrations store as a code, every register of the desk shows as a name, under a Vietnamese label."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import models, transaction
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from django.utils import translation

from ngoaivu.accounts.models import Appointment, Office
from ngoaivu.accounts.seats import Seat, seats_of
from ngoaivu.demonstration.load import load_all
from ngoaivu.registry.desk import opened
from ngoaivu.registry.desk.facets import facets, headings
from ngoaivu.registry.desk.listing import Question

CODE = re.compile(r"[a-z]+(?:[_,][a-z]+)*")


@pytest.fixture(scope="module")
def offices(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Office, Office]]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_all()
        transaction.set_rollback(True)


@pytest.fixture
def registers(offices: tuple[Office, Office]) -> list[Any]:
    reverse("wagtailadmin_home")
    return opened.viewsets()


def seat_in(office: Office) -> Seat:
    holder = Appointment.objects.filter(office=office, role="head").first()
    assert holder is not None
    return next(seat for seat in seats_of(holder.user) if seat.office == office)


def shown_columns(model: Any) -> list[Any]:
    kept = [field for field in model._meta.local_concrete_fields if isinstance(field, models.CharField) and field.name in facets(model)]
    return [field for field in kept if field.name not in model.personal and not field.name.endswith("_en")]


def test_every_code_in_use_is_shown_by_its_name(registers: list[Any], offices: tuple[Office, Office]) -> None:
    seats, bare, checked = {office.pk: seat_in(office) for office in offices}, set(), 0
    for room in registers:
        for column in shown_columns(room.model):
            used = {value for kept in (room.model, room.model.Version) for value in kept.objects.values_list(column.name, flat=True).distinct()}
            for value in filter(CODE.fullmatch, used):
                row = room.model.objects.filter(**{column.name: value}).first() or room.model(**{column.name: value}, office=offices[0])
                told = facets(room.model)[column.name].say(row, seats[row.office_id])
                bare |= {(room.name, column.name, value)} if told == value else set()
                checked += 1
    assert not bare, sorted(bare)
    assert checked > 120, checked


def labels_of(room: Any, seat: Seat) -> list[str]:
    """The words on a register's screens: its columns, its form, its filters, and the names of the codes in each."""
    question = Question(QueryDict(), model=room.model, filters=room.filters, order=room.order, seat=seat, doubts=room.doubts)
    form = room.form_class(seat=seat)
    told = headings(list(facets(room.model).values()), room.model)
    for fields in (form.fields, question.fields):
        told += [str(field.label) for name, field in fields.items() if not field.widget.is_hidden]
    told += [str(label) for field in shown_columns(room.model) for value, label in field.flatchoices if value]
    return [room.title, str(room.singular), *told]


def test_no_label_of_a_register_is_english_on_a_vietnamese_screen(registers: list[Any], offices: tuple[Office, Office]) -> None:
    seat, same = seat_in(offices[0]), set()
    for room in registers:
        with translation.override("vi"):
            here = labels_of(room, seat)
        with translation.override("en"):
            there = labels_of(room, seat)
        same |= {(room.name, word) for word, twin in zip(here, there, strict=True) if word == twin}
    assert not same, sorted(same)


def test_lists_prints_exports_and_filters_say_the_name(registers: list[Any], offices: tuple[Office, Office]) -> None:
    holder = seat_in(offices[1]).user
    client = Client()
    client.force_login(holder)
    for name, column, code, told in (
        ("learned-models", "field", "agriculture", "Nông nghiệp và phát triển nông thôn"),
        ("legal-texts", "field", "privacy", "Bảo vệ dữ liệu cá nhân"),
        ("volunteers", "subject", "korean", "Tiếng Hàn"),
        ("enterprises", "field", "food", "Chế biến thực phẩm"),
        ("bulletins", "languages", "vi,en", "Tiếng Việt và tiếng Anh"),
    ):
        room = next(one for one in registers if one.name == name)
        for screen in ("index", "print"):
            page = client.get(room.address(screen), {column: code}).content.decode()
            assert told in page
            assert f">{code}<" not in page
        sheet = b"".join(client.get(room.address("export", "csv"), {column: code}).streaming_content).decode()  # type: ignore[attr-defined]
        assert told in sheet
        row = room.model.objects.filter(**{column: code}, withdrawn=False).first()
        assert f'<option value="{code}" selected>{told}</option>' in client.get(room.address("edit", row.pk)).content.decode()
