"""What the screens after a save and after an undoing say was done, and what the paper of a record is called."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from ngoaivu.core.models import Change, Territory
from ngoaivu.documents.models import SourceDocument
from ngoaivu.registry.delegations.models import Delegation
from tests.cast import Cast
from tests.registry.conftest import As, confirmed
from tests.registry.test_editing import edited
from tests.registry.test_letter import letter, scan


@pytest.fixture
def binh(cast: Cast, as_: As, laos: Territory, australia: Territory) -> Client:
    return as_(cast.specialist)


def said(page: str) -> str:
    """The text of the screen, without its marks."""
    main = page[page.index('<div class="desk">') :]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def register(client: Client, **changes: object) -> tuple[Delegation, str]:
    answer = client.post(reverse("delegations:letter"), letter(**changes), follow=True)
    return Delegation.objects.latest("pk"), answer.content.decode()


def undo(client: Client, row: Delegation) -> tuple[str, str]:
    """What the screen that asks says, and the one after."""
    address = reverse("delegations:undoing", args=[row.pk])
    asked = client.get(address).content.decode()
    return said(asked), confirmed(client, address, "Nhầm", follow=True).content.decode()


def test_undoing_a_registration_says_that_its_records_leave(binh: Client) -> None:
    row, _page = register(binh)
    asked, page = undo(binh, row)
    assert "Sẽ gỡ khỏi sổ: 1 đoàn, 1 văn bản nguồn." in asked and "như trước" not in asked
    assert "Đã gỡ khỏi sổ: 1 đoàn, 1 văn bản nguồn." in said(page)
    assert "Đã ghi:" not in said(page) and "kèm tệp" not in said(page)
    assert "<title>" in page and "Đã hoàn tác" in page[: page.index("</title>")] and "Đã lưu" not in page


def test_undoing_a_correction_says_that_values_go_back(binh: Client) -> None:
    row, _page = register(binh)
    edited(binh, reverse("delegations:edit", args=[row.pk]), persons="15")
    asked, page = undo(binh, row)
    assert "Sẽ trở lại như trước lần ghi đó: 1 đoàn." in asked and "gỡ khỏi sổ" not in asked
    assert "Đã trở lại như trước: 1 đoàn." in said(page) and "gỡ khỏi sổ" not in said(page)


def test_a_correction_that_drops_a_country_says_both(binh: Client) -> None:
    row, _page = register(binh, movement="outbound-foreign", more_countries="Úc")
    answer = edited(binh, reverse("delegations:edit", args=[row.pk]), more_countries="")
    page = said(binh.get(answer.headers["Location"]).content.decode())
    assert "Đã ghi: 1 đoàn." in page and "Đã gỡ khỏi sổ: 1 lượt nước đoàn ra đến thăm." in page
    asked, after = undo(binh, row)
    assert "Sẽ trở lại như trước lần ghi đó: 1 đoàn, 1 lượt nước đoàn ra đến thăm." in asked
    assert "Đã trở lại như trước: 1 đoàn, 1 lượt nước đoàn ra đến thăm." in said(after)


def test_a_withdrawal_and_its_undoing_say_what_they_are(binh: Client) -> None:
    row, _page = register(binh)
    page = binh.post(reverse("delegations:withdrawal", args=[row.pk]), {"why": "Trùng"}, follow=True).content.decode()
    assert "Đã rút" in page[: page.index("</title>")] and "Đã gỡ khỏi sổ: 1 đoàn." in said(page)
    row.refresh_from_db()
    asked, after = undo(binh, row)
    assert "Sẽ trở lại như trước lần ghi đó: 1 đoàn." in asked and "Đã trở lại như trước: 1 đoàn." in said(after)


def test_a_change_is_named_by_its_time_and_its_person(binh: Client) -> None:
    row, page = register(binh)
    change = Change.objects.get()
    asked, _page = undo(binh, row)
    assert f"lần ghi ngày {change.told}" in asked and change.told.endswith(", " + change.actor_name)
    assert "lần ghi số" not in page.lower() + asked.lower()


def test_a_second_file_of_the_same_name_keeps_it(binh: Client) -> None:
    name = "Công văn số 15.pdf"
    register(binh, scan=scan(name))
    _row, page = register(binh, scan=scan(name), number="16", another="on", when="1/9/2018", until="")
    assert f"kèm tệp {name}." in said(page)
    paper = SourceDocument.objects.latest("pk")
    assert SourceDocument.objects.first().file.name != paper.file.name
    assert name in binh.get(reverse("papers:record", args=[paper.pk])).content.decode()
    download = binh.get(reverse("papers:file", args=[paper.pk]))
    assert "C%C3%B4ng%20v%C4%83n%20s%E1%BB%91%2015.pdf" in download.headers["Content-Disposition"]
    assert "Tên tệp" not in binh.get(reverse("papers:record", args=[paper.pk])).content.decode()


def test_a_file_kept_before_names_were_is_called_as_it_is_stored() -> None:
    assert SourceDocument(file="documents/2026/cong-van.pdf").file_called == "cong-van.pdf"


def test_a_letter_without_a_scan_says_so_and_where_to_attach_it(binh: Client) -> None:
    refused = binh.post(reverse("delegations:letter"), letter(scan=scan("x.txt", b"text")))
    assert refused.status_code == 422
    _row, page = register(binh, scan="")
    paper = SourceDocument.objects.get()
    assert "Chưa kèm bản quét công văn." in page
    assert f'<a href="{reverse("papers:edit", args=[paper.pk])}">Đính kèm bản quét</a>' in page
    assert edited(binh, reverse("papers:edit", args=[paper.pk]), scan=scan()).status_code == 302
    assert SourceDocument.objects.get().file_called == "cong-van.pdf"


def test_a_letter_with_its_scan_does_not(binh: Client) -> None:
    row, page = register(binh)
    assert "Chưa kèm" not in page and "kèm tệp cong-van.pdf" in page
    answer = edited(binh, reverse("delegations:edit", args=[row.pk]), persons="15")
    assert "kèm tệp" not in binh.get(answer.headers["Location"]).content.decode()
