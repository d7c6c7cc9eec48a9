"""Small things of an officer's day: what a search finds, what is taken for a twin, what the screen after a save tells, which words a refusal has."""

import pytest
from django.test import Client
from django.urls import reverse

from ngoaivu.core.models import Territory
from ngoaivu.registry.delegations.models import Delegation
from tests.cast import Cast
from tests.documents import pdfs
from tests.registry.conftest import As
from tests.registry.test_desk import visit
from tests.registry.test_editing import edited
from tests.registry.test_letter import letter, said, scan


@pytest.fixture
def binh(cast: Cast, as_: As, laos: Territory, australia: Territory) -> Client:
    return as_(cast.specialist)


def found(client: Client, words: str) -> list[str]:
    return sorted(line["title"] for line in client.get(reverse("delegations:index"), {"q": words}).context["lines"])


def test_a_search_finds_words_and_not_pieces_of_words(binh: Client, cast: Cast) -> None:
    for title in ("Đoàn Hàn Quốc", "Đoàn Thanh Hà (Trung Quốc)", "Đoàn bán hàng của Vương quốc Anh"):
        visit(cast, title)
    assert found(binh, "han quoc") == ["Đoàn Hàn Quốc"]
    assert found(binh, "Hàn") == ["Đoàn Hàn Quốc"]


def test_a_beginning_and_a_piece_still_find_where_no_whole_word_does(binh: Client, cast: Cast) -> None:
    visit(cast, "Đoàn Gwangyang")
    assert found(binh, "gwang") == ["Đoàn Gwangyang"]
    assert found(binh, "yang") == ["Đoàn Gwangyang"]
    assert found(binh, "(.*") == []


def test_a_new_partner_of_the_same_country_and_days_is_another_visit(binh: Client) -> None:
    binh.post(reverse("delegations:letter"), letter(partner="Tỉnh Khăm Muộn", partner_kind="locality"))
    other = letter(partner="Tỉnh Chăm Pa Sắc", partner_kind="locality", number="16/CV")
    assert binh.post(reverse("delegations:letter"), other).status_code == 302
    assert binh.post(reverse("delegations:letter"), letter(number="17/CV")).status_code == 422
    again = binh.post(reverse("delegations:letter"), letter(number="18/CV", partner="Tỉnh Chăm Pa Sắc"))
    assert [row.partner.title_vi for row, _why in again.context["form"].twins if row.partner] == ["Tỉnh Chăm Pa Sắc"]


def test_the_screen_after_a_save_tells_what_was_altered_and_which_file_came_along(binh: Client) -> None:
    saved = binh.post(reverse("delegations:letter"), letter(), follow=True)
    assert "cong-van" in saved.content.decode()
    mission = Delegation.objects.get()
    answer = edited(binh, reverse("delegations:edit", args=[mission.pk]), persons="15")
    assert ("Số người", "12", "15") in binh.get(answer.headers["Location"]).context["altered"]
    assert reverse("papers:file", args=[mission.citation.document.pk]) in binh.get(reverse("delegations:record", args=[mission.pk])).content.decode()  # type: ignore[union-attr]


@pytest.mark.parametrize("persons", ["0", "-5"])
def test_too_few_persons_are_refused_in_one_sentence_without_a_name_of_the_machine(binh: Client, persons: str) -> None:
    binh.post(reverse("delegations:letter"), letter())
    answer = edited(binh, reverse("delegations:edit", args=[Delegation.objects.get().pk]), persons=persons)
    told = answer.content.decode()
    assert answer.context["form"].errors["persons"] == ["Hãy ghi số từ 1 trở lên, hoặc để trống khi chưa biết."]
    assert "delegation_has_persons" not in told
    assert "ràng buộc" not in told


def test_a_scan_that_cannot_be_read_is_to_be_looked_at_before_it_is_kept(binh: Client) -> None:
    told = binh.post(reverse("delegations:letter"), said(scan=scan()), headers={"accept": "application/json"}).json()
    assert "dấu mật" in told["said"] or "độ mật" in told["said"]


def test_a_stamped_scan_is_refused_in_a_box_and_not_kept(binh: Client) -> None:
    stamped = scan(content=pdfs.written("MẬT\nCÔNG VĂN"))
    shown = binh.post(reverse("delegations:letter"), said(scan=stamped))
    assert shown.context["form"].refused
    assert 'class="desk-said desk-refused"' in shown.content.decode()
    assert not shown.context["kept"]
