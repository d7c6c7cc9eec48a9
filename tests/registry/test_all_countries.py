"""All countries of a mission are said wherever its country is: on its page, in lists, on paper, in its history and after a correction."""

import io
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from python_calamine import CalamineWorkbook

from ngoaivu.core.models import Territory
from ngoaivu.documents.actions import keep
from ngoaivu.registry.delegations.models import CountryVisit, Delegation
from tests.cast import Cast
from tests.registry.conftest import As
from tests.registry.test_editing import edited
from tests.registry.test_import import faults, matched, send, workbook
from tests.registry.test_letter import letter
from tests.registry.test_outcomes import said, undo


@pytest.fixture
def binh(cast: Cast, as_: As, laos: Territory, australia: Territory) -> Client:
    return as_(cast.specialist)


def mission(client: Client, **changes: object) -> Delegation:
    client.post(reverse("delegations:letter"), letter(movement="outbound-foreign", country="Lào", more_countries="Thái Lan") | changes)
    return Delegation.objects.latest("pk")


def facet(client: Client, row: Delegation, label: str = "Nước") -> str:
    return next(words for name, words, _address in client.get(reverse("delegations:record", args=[row.pk])).context["told"] if name == label)


@pytest.mark.parametrize("address", ["index", "print"])
def test_page_and_lists_say_all(binh: Client, address: str) -> None:
    row = mission(binh)
    assert facet(binh, row) == "Lào, Thái Lan"
    [line] = binh.get(reverse(f"delegations:{address}")).context["lines"]
    assert {cell.label: str(cell) for cell in line["cells"]}["Nước"] == "Lào, Thái Lan"


def test_the_export_says_all_and_can_be_imported_again(binh: Client) -> None:
    mission(binh)
    answer = binh.get(reverse("delegations:export", args=["xlsx"]))
    head, row = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer))).get_sheet_by_index(0).to_python()
    assert row[head.index("Nước")] == "Lào, Thái Lan"


@pytest.mark.parametrize("address", ["index", "print"])
def test_missions_of_many_countries_cost_no_more(binh: Client, django_assert_num_queries: DjangoAssertNumQueries, address: str) -> None:
    mission(binh)
    binh.get(reverse(f"delegations:{address}"))
    with CaptureQueriesContext(connection) as one:
        binh.get(reverse(f"delegations:{address}"))
    number = len(one)
    mission(binh, when="1/9/2018", until="", number="2", more_countries="Thái Lan; Úc")
    with django_assert_num_queries(number):
        binh.get(reverse(f"delegations:{address}"))


def test_history_and_correction_say_what_they_were_then(binh: Client) -> None:
    row = mission(binh)
    answer = edited(binh, reverse("delegations:edit", args=[row.pk]), more_countries="Úc")
    assert "Nước: Lào, Thái Lan → Lào, Úc" in said(binh.get(answer.headers["Location"]).content.decode())
    history = binh.get(reverse("delegations:record", args=[row.pk])).context["chronicle"]
    assert ("Nước", "Lào, Thái Lan", "Lào, Úc") in history[0].altered


def test_an_undone_mission_still_says_where_it_went(binh: Client) -> None:
    row = mission(binh)
    undo(binh, row)
    assert facet(binh, row) == "Lào, Thái Lan"
    page = binh.get(reverse("delegations:record", args=[row.pk]))
    assert all(label != "Nước" for step in page.context["chronicle"] for label, _before, _after in step.altered)
    [line] = binh.get(reverse("delegations:index"), {"withdrawn": "on"}).context["lines"]
    assert "Lào, Thái Lan" in line["cells"]


def test_a_country_above_a_readers_levels_is_not_said(binh: Client, cast: Cast, as_: As) -> None:
    row = mission(binh, level="public")
    stop = CountryVisit.objects.get(country__name_vi="Thái Lan")
    stop.level = "personal"
    keep(stop, by=cast.specialist.actor)
    assert facet(binh, row) == "Lào, Thái Lan"
    assert facet(as_(cast.editor), row) == "Lào"


@pytest.mark.parametrize("cell", ["Lào, Thái Lan", "Lào; Thái Lan", "Lào và Thái Lan"])
def test_a_cell_of_an_imported_list_may_name_two(binh: Client, cell: str) -> None:
    address = send(binh, workbook([["Đoàn tỉnh", "outbound", cell, "05/7/2018", "07/7/2018", 12, ""]]))
    assert binh.post(address, matched(binh, address) | {"confirm": "1"}).status_code == 302
    row = Delegation.objects.get()
    assert str(row.country) == "Lào" and facet(binh, row) == "Lào, Thái Lan"
    assert CountryVisit.objects.count() == 2


def test_a_visit_from_two_countries_is_a_fault_of_the_list(binh: Client) -> None:
    [(row, heading, sentence)] = faults(binh, [["Đoàn", "inbound", "Lào, Thái Lan", "05/7/2018", "", 12, ""]])
    assert (row, heading) == (2, "Các nước khác cùng chuyến") and "đi nước ngoài" in sentence


def test_a_label_names_its_language_only_beside_its_twin(binh: Client) -> None:
    row = mission(binh)
    assert facet(binh, row, "Tên đoàn") == row.title_vi
    edited(binh, reverse("delegations:edit", args=[row.pk]), title_en="Delegation")
    assert facet(binh, row, "Tên đoàn, tiếng Việt") == row.title_vi
    page = binh.get(reverse("papers:index")).content.decode()
    assert re.search(r'<th scope="col"><a [^>]+>Cơ quan ban hành</a></th>', page)
