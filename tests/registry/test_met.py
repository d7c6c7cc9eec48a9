"""What an officer met at the desk: nothing is undone, listed, cut, believed or dropped against him, and each refusal says what to do."""


import pytest
from django.test import Client
from django.urls import reverse

from ngoaivu.core.models import Change, Territory
from ngoaivu.documents.actions import keep
from ngoaivu.registry.delegations.models import Delegation
from tests.cast import Cast
from tests.registry.conftest import As, confirmed, paper_of
from tests.registry.test_desk import titles, visit
from tests.registry.test_outcomes import said


@pytest.fixture
def binh(cast: Cast, as_: As, laos: Territory, australia: Territory) -> Client:
    paper_of(cast)
    return as_(cast.specialist)


def counted(cast: Cast) -> Delegation:
    """A visit of 12 persons, corrected to 15 by the specialist."""
    row = visit(cast, persons=12)
    row.persons = 15
    return keep(row, by=cast.specialist.actor, verb="change")


def test_the_page_that_asks_says_which_values_change_back(binh: Client, cast: Cast) -> None:
    asked = said(binh.get(reverse("delegations:undoing", args=[counted(cast).pk])).content.decode())
    assert "Số người: 15 → 12" in asked


def test_only_the_change_on_the_screen_is_undone(binh: Client, cast: Cast) -> None:
    row = counted(cast)
    address, seen = reverse("delegations:undoing", args=[row.pk]), row.change_id
    row.persons = 20
    keep(row, by=cast.head.actor, verb="change")
    answer = binh.post(address, {"why": "Nhầm", "seen": seen})
    assert answer.status_code == 403
    told = f"Chưa hoàn tác gì cả: “Đoàn Khăm Muộn” đã được ghi lại sau khi bạn mở trang này ({row.change.told}). Hãy xem lại hồ sơ"
    assert told in said(answer.content.decode())
    assert reverse("delegations:record", args=[row.pk]) in answer.content.decode()
    assert Delegation.objects.get().persons == 20
    confirmed(binh, address, "Nhầm")
    assert Delegation.objects.get().persons == 15


WRONG = {"when": "31/02/2025"}


def test_a_question_that_cannot_be_understood_lists_nothing(binh: Client, cast: Cast) -> None:
    visit(cast)
    assert titles(binh, **WRONG) == []
    page = binh.get(reverse("delegations:index"), WRONG).content.decode()
    assert "Chưa hiện danh sách." in page and "“31/02/2025”" in said(page)
    assert reverse("delegations:print") not in page


@pytest.mark.parametrize("address", [reverse("delegations:print"), reverse("delegations:export", args=["csv"])])
@pytest.mark.parametrize("wrong", [WRONG, {"direction": "sideways"}])
def test_nor_is_it_printed_or_taken_away(binh: Client, cast: Cast, address: str, wrong: dict[str, str]) -> None:
    visit(cast)
    answer = binh.get(address, wrong)
    assert answer.status_code == 403
    assert next(iter(wrong.values())) in answer.content.decode()
    assert not Change.objects.filter(verb="export").exists()
