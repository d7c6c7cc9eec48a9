"""The partner a letter names is proposed where it can be only one of the office's register; else nothing is."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ngoaivu.accounts.models import Office
from ngoaivu.accounts.seats import seats_of
from ngoaivu.core.models import Change, Territory
from ngoaivu.documents.actions import keep
from ngoaivu.registry.delegations.proposals import proposed
from ngoaivu.registry.delegations.reading import READ
from ngoaivu.registry.partners.models import Partner
from tests.cast import Cast
from tests.documents import pdfs
from tests.registry.conftest import As

HEAD = "VĂN PHÒNG TỈNH BẠN\nSố: 15/VP\nngày 20 tháng 6 năm 2026\nKính gửi: Sở Ngoại vụ\n"


@pytest.fixture(autouse=True)
def register(cast: Cast, laos: Territory) -> None:
    """The partners of the office; two of them differ by a mark only, two bear one English name."""
    for vi, en in (
        ("Tỉnh Khăm Muộn", "Khammouane Province"),
        ("Trường Cao đẳng Khăm Muộn", ""),
        ("Hội Hữu nghị Mê Công", "Mekong Friendship Association"),
        ("Hội Hữu nghị Mê Công tại Viêng Chăn", ""),
        ("Tỉnh Hà Nam Ninh", ""),
        ("Tỉnh Hạ Nam Ninh", ""),
        ("Quỹ Bình Minh", "Sunrise Fund"),
        ("Quỹ Mặt Trời", "Sunrise Fund"),
        ("Ủy ban Hoà Bình", ""),
        ("KOICA", ""),
    ):
        partner(cast, vi, title_en=en, country=laos)


def partner(cast: Cast, name: str, office: Office | None = None, **columns: Any) -> Partner:
    where = office or cast.here
    return keep(Partner(office=where, territory=where.territory, title_vi=name, kind="ngo", **columns), by=cast.head.actor)


def offered(cast: Cast, body: str, head: str = HEAD) -> str:
    return proposed(head + body, seats_of(cast.specialist)[0]).get("partner", "")


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Đoàn Tỉnh Khăm Muộn sang thăm.", "Tỉnh Khăm Muộn"),
        ("Đoàn tỉnh\nKhăm  Muộn (Lào) sang thăm.", "Tỉnh Khăm Muộn"),
        ("A delegation of Khammouane Province will visit you.", "Tỉnh Khăm Muộn"),
        ("Đoàn Hội Hữu nghị Mê Công tại Viêng Chăn sang thăm.", "Hội Hữu nghị Mê Công tại Viêng Chăn"),
        ("Đoàn Hội Hữu nghị Mê Công sang thăm.", "Hội Hữu nghị Mê Công"),
        ("Doan tinh Kham Muon sang tham.", "Tỉnh Khăm Muộn"),
        ("Đoàn tỉnh Hạ Nam Ninh sang thăm.", "Tỉnh Hạ Nam Ninh"),
        ("Đoàn Ủy ban Hòa Bình sang thăm.", "Ủy ban Hoà Bình"),
        ("Đoàn KOICA sang thăm.", "KOICA"),
    ],
)
def test_the_one_partner_a_letter_names_is_proposed(cast: Cast, body: str, name: str) -> None:
    assert offered(cast, body) == name


def test_a_partner_that_issued_the_letter_is_proposed_though_its_name_is_wrapped(cast: Cast) -> None:
    head = "TRƯỜNG CAO ĐẲNG     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nKHĂM MUỘN     Độc lập - Tự do - Hạnh phúc\nSố: 1/CV\nKính gửi: Sở Ngoại vụ\n"
    assert offered(cast, "Nhà trường cử đoàn sang thăm.", head) == "Trường Cao đẳng Khăm Muộn"


@pytest.mark.parametrize(
    "body",
    [
        "Đoàn tỉnh Khăm Muộn và Quỹ Bình Minh sang thăm.",  # two partners
        "Doan tinh Ha Nam Ninh sang tham.",  # two, without marks
        "A delegation of the Sunrise Fund will visit you.",  # one name of two
        "Đoàn Hội Hữu nghị Mê Công tại Viêng Chăn và Hội Hữu nghị Mê Công sang thăm.",
    ],
)
def test_an_ambiguous_name_is_not(cast: Cast, body: str) -> None:
    assert offered(cast, body) == ""


@pytest.mark.parametrize(
    "body",
    [
        "Đoàn thành phố Gwangyang sang thăm.",
        "Đoàn Khăm Muộn sang thăm.",  # not its whole name
        "Đoàn tỉnh Khăm Muộng sang thăm.",  # another word
        "Đoàn tỉnh Khâm Muồn sang thăm.",  # other marks
        "Đoàn KOICAT sang thăm.",
    ],
)
def test_a_name_that_is_not_there_is_not(cast: Cast, body: str) -> None:
    assert offered(cast, body) == ""


def test_partners_of_another_office_withdrawn_ones_and_hidden_ones_are_not(cast: Cast, laos: Territory) -> None:
    partner(cast, "Công ty Sao Mai", cast.there, country=laos)
    partner(cast, "Công ty Sao Hôm", country=laos, withdrawn=True)
    assert offered(cast, "Đoàn Công ty Sao Mai sang thăm.") == ""
    assert offered(cast, "Đoàn Công ty Sao Hôm sang thăm.") == ""
    assert offered(cast, "Đoàn Công ty Sao Mai và tỉnh Khăm Muộn sang thăm.") == "Tỉnh Khăm Muộn"


def test_a_duplicate_stands_for_the_partner_it_was_merged_into(cast: Cast, laos: Territory) -> None:
    survivor = Partner.objects.get(title_vi="Tỉnh Khăm Muộn")
    partner(cast, "Chính quyền tỉnh Khammuan", country=laos, canonical=survivor)
    assert offered(cast, "Đoàn Chính quyền tỉnh Khammuan sang thăm.") == "Tỉnh Khăm Muộn"


def test_it_stands_in_the_form_as_a_proposal_the_officer_can_change(cast: Cast, as_: As) -> None:
    client: Client = as_(cast.specialist)
    before = Change.objects.count()
    scan = SimpleUploadedFile("cong-van.pdf", pdfs.written(HEAD + "Đoàn tỉnh Khăm Muộn sang thăm."))
    form = client.post(reverse("delegations:letter"), {"scan": scan, "read": "1"}).context["form"]
    assert form["partner"].value() == "Tỉnh Khăm Muộn"
    assert "data-read" in str(form["partner"]) and str(form["partner"].help_text).startswith(str(READ))
    assert not form.fields["partner"].disabled
    scan.seek(0)
    typed = client.post(reverse("delegations:letter"), {"scan": scan, "read": "1", "partner": "Bên khác"}).context["form"]
    assert typed["partner"].value() == "Bên khác" and "data-read" not in str(typed["partner"])
    assert Change.objects.count() == before
