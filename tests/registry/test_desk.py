"""The furniture of the desk, tried on delegations: list, form, page, history, undo, print, export."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from python_calamine import CalamineWorkbook

from ngoaivu.accounts.seats import seats_of
from ngoaivu.core.models import Change, Territory
from ngoaivu.documents.actions import cite, file_document, keep
from ngoaivu.documents.models import SourceDocument
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.desk import home
from tests.cast import Cast
from tests.registry.conftest import PAPER, As, confirmed, paper_of


@pytest.fixture
def binh(cast: Cast, as_: As) -> Client:
    """The specialist, and a paper for his records to rest on."""
    paper_of(cast)
    return as_(cast.specialist)


def visit(cast: Cast, title: str = "Đoàn Khăm Muộn", **columns: object) -> Delegation:
    return keep(
        Delegation(
            **{
                "office": cast.here,
                "territory": cast.here.territory,
                "title_vi": title,
                "direction": "inbound",
                "start_earliest": date(2018, 7, 5),
                "start_latest": date(2018, 7, 5),
                **columns,
            }
        ),
        by=cast.specialist.actor,
    )


def titles(client: Client, **asked: str) -> list[str]:
    return [line["title"] for line in client.get(reverse("delegations:index"), asked).context["lines"]]


def filled(**changes: str) -> dict[str, str]:
    return {
        "title_vi": "Đoàn Khăm Muộn",
        "direction": "inbound",
        "origin": "foreign",
        "channel": "state",
        "rank": "provincial",
        "purpose": "working",
        "state": "held",
        "country": "Lào",
        "when": "05/7/2018",
        "until": "7/7/2018",
        "persons": "12",
        "level": "internal",
        "citation": PAPER,
    } | changes


def test_a_filled_form_becomes_a_record(binh: Client, cast: Cast, laos: Territory) -> None:
    answer = binh.post(reverse("delegations:new"), filled())
    row = Delegation.objects.get()
    assert answer.headers["Location"] == reverse("delegations:kept", args=[row.pk, row.change_id])
    assert (row.office, row.territory, row.country, row.persons) == (cast.here, cast.here.territory, laos, 12)
    assert (row.start_earliest, row.start_latest, row.end_latest) == (date(2018, 7, 5), date(2018, 7, 5), date(2018, 7, 7))
    assert (row.change.verb, row.change.actor_key) == ("register", "user:binh")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"when": "hôm qua"}, "hôm qua"),
        ({"when": "31/2/2018"}, "31/2/2018"),
        ({"when": "05/7/18"}, "05/7/18"),
        ({"until": "01/7/2018"}, "01/07/2018"),
        ({"country": "Lèo"}, "Lèo"),
        ({"persons": "0"}, ""),
        ({"state": "held", "when": "05/7/2099", "until": ""}, "05/07/2099"),
        ({"note": "Độ mật: MẬT"}, "117/2025"),
        ({"level": "embargoed"}, ""),
        ({"title_vi": ""}, ""),
        ({"persons": "abc"}, "“abc” không phải là số"),
        ({"citation": ""}, "Hồ sơ phải dựa trên một văn bản"),
    ],
)
def test_bad_input_is_answered_and_nothing_is_written(binh: Client, laos: Territory, wrong: dict[str, str], told: str) -> None:
    before = Change.objects.count()
    answer = binh.post(reverse("delegations:new"), filled(**wrong))
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert "desk-refused" in answer.content.decode()
    assert not Delegation.objects.exists()
    assert Change.objects.count() == before


def test_a_change_asks_why_and_the_history_tells_it(binh: Client, cast: Cast, laos: Territory) -> None:
    row = visit(cast)
    address = reverse("delegations:edit", args=[row.pk])
    assert binh.post(address, filled(seen=str(row.change_id))).status_code == 422
    binh.post(address, filled(seen=str(row.change_id), persons="15", why="Đếm lại theo danh sách"))
    page = binh.get(reverse("delegations:record", args=[row.pk])).content.decode()
    assert "Đếm lại theo danh sách" in page
    assert "<ins>15</ins>" in page


def test_the_paper_of_a_record_may_be_changed_and_not_taken_away(binh: Client, cast: Cast, laos: Territory) -> None:
    binh.post(reverse("delegations:new"), filled())
    row = Delegation.objects.get()
    sent = filled(seen=str(row.change_id), citation="", why="Nhầm")
    assert "citation" in binh.post(reverse("delegations:edit", args=[row.pk]), sent).context["form"].errors
    old = visit(cast, "Đoàn cũ không nguồn")
    assert "Hồ sơ chưa có văn bản nguồn" in binh.get(reverse("delegations:record", args=[old.pk])).content.decode()
    sent = filled(seen=str(old.change_id), citation="", why="Sửa tên")
    assert binh.post(reverse("delegations:edit", args=[old.pk]), sent).status_code == 302


def test_a_mark_of_secrecy_is_told_beside_its_input(binh: Client, laos: Territory) -> None:
    form = binh.post(reverse("delegations:new"), filled(note="Độ mật: MẬT", host_vi="Ban (TỐI MẬT)")).context["form"]
    assert set(form.errors) == {"note", "host_vi"}


def test_an_overtaken_change_is_refused(binh: Client, cast: Cast, laos: Territory) -> None:
    row = visit(cast)
    seen = row.change_id
    keep(row, by=cast.head.actor)
    answer = binh.post(reverse("delegations:edit", args=[row.pk]), filled(seen=str(seen), persons="15", why="x"))
    assert answer.status_code == 422
    assert Delegation.objects.get().persons is None


def test_a_held_visit_cannot_become_planned(binh: Client, cast: Cast, laos: Territory) -> None:
    row = visit(cast, state="held")
    answer = binh.post(reverse("delegations:edit", args=[row.pk]), filled(seen=str(row.change_id), state="planned", why="x"))
    assert answer.status_code == 422
    assert Delegation.objects.get().state == "held"


def test_withdrawing_and_undoing_ask_for_a_reason(binh: Client, cast: Cast) -> None:
    row = visit(cast)
    address = reverse("delegations:withdrawal", args=[row.pk])
    assert binh.post(address, {"why": ""}).status_code == 422
    binh.post(address, {"why": "Ghi hai lần"})
    assert titles(binh) == []
    assert titles(binh, withdrawn="on") == ["Đoàn Khăm Muộn"]
    assert binh.post(address, {"why": "nữa"}).status_code == 403
    confirmed(binh, reverse("delegations:undoing", args=[row.pk]), "Rút nhầm")
    assert titles(binh) == ["Đoàn Khăm Muộn"]


@pytest.mark.parametrize("asked", ["khăm muộn", "kham muon", "MUỘN kham"])
def test_the_search_hears_with_and_without_marks(binh: Client, cast: Cast, asked: str) -> None:
    visit(cast)
    visit(cast, "Đoàn Pursat")
    assert titles(binh, q=asked) == ["Đoàn Khăm Muộn"]


def test_every_filter_of_the_list_can_be_used_with_a_search(binh: Client, cast: Cast, laos: Territory) -> None:
    visit(cast, country=laos)
    asked = {"q": "doan", "when": "2018", "direction": "inbound", "origin": "foreign", "country": str(laos.pk), "channel": "state", "order": "title"}
    assert titles(binh, **asked) == ["Đoàn Khăm Muộn"]
    assert titles(binh, **asked | {"when": "2019"}) == []


def test_the_order_is_vietnamese(binh: Client, cast: Cast) -> None:
    for title in ("Đà Nẵng", "Ea Súp", "Dĩ An", "Âu Lạc", "An Giang"):
        visit(cast, title)
    assert titles(binh, order="title") == ["An Giang", "Âu Lạc", "Dĩ An", "Đà Nẵng", "Ea Súp"]


@pytest.mark.parametrize("address", ["index", "print"])
def test_a_list_costs_the_same_with_one_and_three(
    binh: Client, cast: Cast, laos: Territory, django_assert_num_queries: DjangoAssertNumQueries, address: str
) -> None:
    visit(cast, country=laos)
    binh.get(reverse(f"delegations:{address}"))
    with CaptureQueriesContext(connection) as one:
        binh.get(reverse(f"delegations:{address}"))
    visit(cast, "Hai", country=laos)
    visit(cast, "Ba", country=laos)
    with django_assert_num_queries(len(one)):
        binh.get(reverse(f"delegations:{address}"))


def test_the_export_is_what_the_list_shows_and_is_logged(binh: Client, cast: Cast) -> None:
    visit(cast, "Đoàn Khăm Muộn")
    visit(cast, "=HYPERLINK(1)")
    answer = binh.get(reverse("delegations:export", args=["xlsx"]), {"order": "title"})
    rows = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer))).get_sheet_by_index(0).to_python()
    assert {row[0] for row in rows[1:]} == {"'=HYPERLINK(1)", "Đoàn Khăm Muộn"}
    text = b"".join(binh.get(reverse("delegations:export", args=["csv"]), {"q": "kham"})).decode("utf-8")
    assert text.startswith("\ufeff")
    assert [line[0] for line in csv.reader(io.StringIO(text))][1:] == ["Đoàn Khăm Muộn"]
    assert list(Change.objects.filter(verb="export").values_list("actor_key", flat=True)) == ["user:binh", "user:binh"]


def test_the_print_names_office_question_and_count(binh: Client, cast: Cast) -> None:
    visit(cast)
    page = binh.get(reverse("delegations:print"), {"q": "kham"}).content.decode()
    assert cast.here.name_vi in page
    assert "kham" in page
    assert "Khăm Muộn" in page


def test_undoing_says_what_moved_back_and_leaves_no_act_that_makes_no_sense(binh: Client, cast: Cast, laos: Territory) -> None:
    binh.post(reverse("delegations:new"), filled())
    row = Delegation.objects.get()
    asked = binh.get(reverse("delegations:undoing", args=[row.pk])).content.decode()
    assert "Đoàn Khăm Muộn" in asked
    answer = confirmed(binh, reverse("delegations:undoing", args=[row.pk]), "Nhầm", follow=True)
    assert answer.redirect_chain[0][0] == reverse("delegations:kept", args=[row.pk, Change.objects.latest("pk").pk])
    assert "Đã hoàn tác" in answer.content.decode() and "Các con số thay đổi" in answer.content.decode()
    page = binh.get(reverse("delegations:record", args=[row.pk])).content.decode()
    assert reverse("delegations:edit", args=[row.pk]) not in page
    assert "Khôi phục hồ sơ" in page and "Hoàn tác lần ghi gần nhất" not in page


@pytest.mark.parametrize(("act", "told"), [("edit", "Đã sửa “"), ("withdrawal", "Đã rút “")])
def test_the_page_after_says_what_was_done(binh: Client, cast: Cast, laos: Territory, act: str, told: str) -> None:
    row = visit(cast)
    answer = binh.post(reverse(f"delegations:{act}", args=[row.pk]), filled(seen=str(row.change_id), why="Đếm lại"), follow=True)
    assert told in answer.content.decode()


def test_a_visit_that_was_not_held_says_why_no_figure_moved(binh: Client, laos: Territory) -> None:
    ahead = f"{timezone.localdate() + timedelta(days=300):%d/%m/%Y}"
    page = binh.post(reverse("delegations:new"), filled(state="", when=ahead, until=""), follow=True).content.decode()
    assert "Đoàn đang ở tình trạng “Dự kiến”" in page
    assert binh.post(reverse("delegations:new"), filled(state="")).status_code == 302
    assert set(Delegation.objects.values_list("state", flat=True)) == {"planned", "held"}


def test_a_trip_of_an_open_day_answers_for_its_first_day_alone(binh: Client, cast: Cast) -> None:
    visit(cast, "Đoàn từ 2017", start_earliest=date(2017, 3, 1), start_latest=None)
    assert titles(binh, when="11/2026") == []
    assert titles(binh, when="3/2017") == ["Đoàn từ 2017"]


def test_a_record_is_found_by_the_number_of_its_letter_where_that_may_be_seen(binh: Client, cast: Cast, as_: As) -> None:
    told = SourceDocument(office=cast.here, kind="letter", numbers="214/GY-IC", title_vi="Đón đoàn", issuer_vi="Gwangyang", level="personal")
    paper = file_document(told, by=cast.specialist.actor)
    visit(cast, citation=cite(paper, by=cast.specialist.actor))
    assert titles(binh, q="214/GY") == ["Đoàn Khăm Muộn"]
    assert titles(as_(cast.editor), q="214/GY") == []


def test_hidden_is_not_zero_on_the_first_page(binh: Client, cast: Cast, as_: As) -> None:
    visit(cast, level="personal")
    labels = {who: {one["label"] for one in home.lists(seats_of(user)[0])} for who, user in (("binh", cast.specialist), ("vy", cast.editor))}
    assert labels["binh"] - labels["vy"] == {"Đoàn"}
