"""Lists as officers use them: on paper, in the order of any column, back and forth without losing the question."""

import csv
import io
import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from ngoaivu.core.models import Territory
from ngoaivu.documents.actions import file_document, keep
from ngoaivu.documents.models import SourceDocument
from ngoaivu.registry.aid.models import AidItem, Volunteer
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.desk import opened
from ngoaivu.registry.partners.models import Partner, Relationship
from tests.cast import Cast
from tests.registry.conftest import As


@pytest.fixture
def binh(cast: Cast, as_: As) -> Client:
    """The specialist."""
    return as_(cast.specialist)


def visit(cast: Cast, title: str, **columns: object) -> Delegation:
    common = {"office": cast.here, "territory": cast.here.territory, "title_vi": title, "direction": "inbound"}
    return keep(Delegation(**common | columns), by=cast.specialist.actor)


def titles(client: Client, room: str = "delegations", **asked: str) -> list[str]:
    return [line["title"] for line in client.get(reverse(f"{room}:index"), asked).context["lines"]]


def test_the_print_has_a_button_that_waits_for_its_script_and_a_way_back_to_the_same_question(binh: Client) -> None:
    page = binh.get(reverse("delegations:print"), {"q": "lào", "order": "oldest"}).content.decode()
    assert re.search(r'<button type="button" data-prints hidden>In</button>', page)
    assert f'href="{reverse("delegations:index")}?q=l%C3%A0o&amp;order=oldest"' in page
    assert [words for words in re.findall(r"<script\b([^>]*)>", page) if 'src="' not in words] == []
    assert "desk/print.js" in page


def test_the_way_back_from_the_print_of_everything_is_the_plain_list(binh: Client) -> None:
    assert f'href="{reverse("delegations:index")}"' in binh.get(reverse("delegations:print")).content.decode()


def test_every_column_of_every_list_orders_it_both_ways(binh: Client) -> None:
    for room in opened.viewsets():
        address = room.address("index")
        context = binh.get(address).context
        for head in (context["title_head"], *context["columns"]):
            assert head.address, f"{room.name}: {head}"
            turned = binh.get(address + head.address).context
            same = next(one for one in (turned["title_head"], *turned["columns"]) if one == head)
            again = binh.get(address + same.address).context
            back = next(one for one in (again["title_head"], *again["columns"]) if one == head)
            assert {same.sort, back.sort} == {"ascending", "descending"}, f"{room.name}: {head}"
            assert not turned["refusal"]


@pytest.fixture
def visits(cast: Cast, laos: Territory, australia: Territory) -> None:
    """Three visits that no two columns order alike; one says nothing of what the others say."""
    last = {"start_earliest": date(2018, 7, 5), "start_latest": date(2018, 7, 5)}
    visit(
        cast, "Một", country=australia, persons=9, channel="people", state="held", **last, end_earliest=date(2018, 7, 9), end_latest=date(2018, 7, 9)
    )
    visit(cast, "Hai", country=laos, persons=10, channel="party", state="planned", **last, end_earliest=None, end_latest=date(2018, 7, 7))
    visit(cast, "Ba", channel="state", state="cancelled")


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ("country", ["Hai", "Một", "Ba"]),  # Lào, Úc, none
        ("-country", ["Một", "Hai", "Ba"]),
        ("persons", ["Một", "Hai", "Ba"]),
        ("-persons", ["Hai", "Một", "Ba"]),
        ("channel", ["Hai", "Ba", "Một"]),  # Đảng, Nhà nước, Nhân dân: the words shown, as dictionaries have them, a before â
        ("-channel", ["Một", "Ba", "Hai"]),
        ("state", ["Hai", "Một", "Ba"]),  # Dự kiến, Đã diễn ra, Đã hủy
        ("-title", ["Một", "Hai", "Ba"]),
    ],
)
def test_what_has_a_place_in_the_order_of_a_column_comes_first_either_way(binh: Client, visits: None, order: str, told: list[str]) -> None:
    assert titles(binh, order=order) == told


def test_print_and_export_keep_the_order_and_the_filters(binh: Client, visits: None) -> None:
    asked = {"order": "-country", "direction": "inbound", "q": ""}
    context = binh.get(reverse("delegations:index"), asked | {"page": "1"}).context
    assert context["asked"] == "order=-country&direction=inbound&q="
    shown = binh.get(reverse("delegations:print"), asked).context
    assert [line["title"] for line in shown["lines"]] == ["Một", "Hai", "Ba"]
    assert shown["order"] == "Nước: theo chữ cái Y–A"
    text = b"".join(binh.get(reverse("delegations:export", args=["csv"]), asked)).decode("utf-8-sig")
    assert [line[0] for line in csv.reader(io.StringIO(text))][1:] == ["Một", "Hai", "Ba"]


def test_words_without_a_stored_key_are_ordered_as_dictionaries_and_numbers_in_them_as_numbers(binh: Client, cast: Cast) -> None:
    for number, issuer in (("12/CV", "Đảng ủy"), ("2/CV", "Ban Tổ chức"), ("", "Dân vận"), ("101/CV", "Âu Lạc")):
        told = SourceDocument(office=cast.here, kind="letter", numbers=number, title_vi=f"Thư {issuer}", issuer_vi=issuer)
        file_document(told, by=cast.specialist.actor)

    def told(order: str) -> list[str]:
        lines = binh.get(reverse("papers:index"), {"order": order}).context["lines"]
        return [str(line["title"]).rpartition("Thư ")[2] for line in lines]

    assert told("issuer_vi") == ["Âu Lạc", "Ban Tổ chức", "Dân vận", "Đảng ủy"]
    assert told("-issuer_vi") == ["Đảng ủy", "Dân vận", "Ban Tổ chức", "Âu Lạc"]
    assert told("numbers") == ["Ban Tổ chức", "Đảng ủy", "Âu Lạc", "Dân vận"]
    assert told("-numbers") == ["Âu Lạc", "Đảng ủy", "Ban Tổ chức", "Dân vận"]
    text = b"".join(binh.get(reverse("papers:export", args=["csv"]), {"order": "issuer_vi"})).decode("utf-8-sig")
    assert [line[0].rpartition("Thư ")[2] for line in csv.reader(io.StringIO(text))][1:] == ["Âu Lạc", "Ban Tổ chức", "Dân vận", "Đảng ủy"]


def test_amounts_are_ordered_within_their_currency(binh: Client, cast: Cast, laos: Territory) -> None:
    own = {"office": cast.here, "territory": cast.here.territory, "kind": "project"}
    donor = keep(Partner(**own | {"kind": "ngo"}, title_vi="Bên tài trợ", country=laos), by=cast.head.actor)
    for title, minor, currency in (("A", 900, "VND"), ("B", 100, "USD"), ("C", 5, "VND"), ("D", 200, "USD")):
        keep(AidItem(**own, title_vi=title, donor=donor, committed_minor=minor, currency=currency), by=cast.head.actor)
    assert titles(binh, "aid-items", order="committed_minor") == ["B", "D", "C", "A"]
    assert titles(binh, "aid-items", order="-committed_minor") == ["D", "B", "A", "C"]


def test_an_order_tells_nothing_of_what_the_reader_may_not_see(cast: Cast, as_: As, laos: Territory) -> None:
    own = {"office": cast.here, "territory": cast.here.territory}
    hidden = keep(Partner(**own, title_vi="An", kind="ngo", country=laos, level="personal"), by=cast.head.actor)
    shown = keep(Partner(**own, title_vi="Bình", kind="ngo", country=laos, level="public"), by=cast.head.actor)
    for title, partner in (("Với bên kín", hidden), ("Với bên mở", shown)):
        keep(Relationship(**own, title_vi=title, partner=partner, kind="twinning", level="public"), by=cast.head.actor)
    keep(Volunteer(**own, title_vi="Một người", country=laos, person_name="Jane", level="public"), by=cast.head.actor)
    assert titles(as_(cast.specialist), "relationships", order="partner") == ["Với bên kín", "Với bên mở"]
    vy = as_(cast.editor)
    assert titles(vy, "relationships", order="partner") == ["Với bên mở", "Với bên kín"]
    assert titles(vy, "relationships", order="-partner") == ["Với bên mở", "Với bên kín"]
    heads = {str(head): head for head in vy.get(reverse("volunteers:index")).context["columns"]}
    assert [label for label, head in heads.items() if not head.address] == ["Tên"]
    assert vy.get(reverse("volunteers:index"), {"order": "person_name"}).context["refusal"]


@pytest.mark.parametrize("order", ["country", "-until", "channel"])
@pytest.mark.parametrize("address", ["index", "print"])
def test_an_order_costs_the_same_with_one_and_four(
    binh: Client, cast: Cast, laos: Territory, django_assert_num_queries: DjangoAssertNumQueries, address: str, order: str
) -> None:
    asked = (reverse(f"delegations:{address}"), {"order": order})
    visit(cast, "Không", country=laos)
    binh.get(*asked)
    with CaptureQueriesContext(connection) as one:
        binh.get(*asked)
    for title in ("Một", "Hai", "Ba"):
        visit(cast, title, country=laos)
    with django_assert_num_queries(len(one)):
        binh.get(*asked)


def test_an_order_by_words_costs_the_same_with_one_and_four(binh: Client, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    def paper(issuer: str) -> None:
        file_document(SourceDocument(office=cast.here, kind="letter", title_vi=issuer, issuer_vi=issuer), by=cast.specialist.actor)

    asked = (reverse("papers:index"), {"order": "issuer_vi"})
    paper("Không")
    binh.get(*asked)
    with CaptureQueriesContext(connection) as one:
        binh.get(*asked)
    for issuer in ("Một", "Hai", "Ba"):
        paper(issuer)
    with django_assert_num_queries(len(one)):
        binh.get(*asked)
