"""A letter that names several countries, and which way its delegation goes: understood as typed, and as read in the scan."""

import pytest
from django.test import Client
from django.urls import reverse

from ngoaivu.core.models import Territory
from ngoaivu.registry.delegations.models import CountryVisit, Delegation
from ngoaivu.registry.delegations.movements import countries_in, movement_in
from ngoaivu.registry.delegations.reading import READ
from ngoaivu.registry.desk.naming import countries, names_in
from tests.cast import Cast
from tests.documents import pdfs
from tests.documents.test_letters import ABROAD, COLUMNS
from tests.registry.conftest import As
from tests.registry.test_editing import edited
from tests.registry.test_letter import WRITTEN, letter, said, scan

SENT = """ỦY BAN NHÂN DÂN TỈNH MẪU
Số: 2015/UBND-NV
V/v cử Đoàn công tác của tỉnh đi Lào và Thái Lan

                                   Mẫu, ngày 09 tháng 11 năm 2026

Kính gửi: Sở Ngoại vụ tỉnh Mẫu

Ủy ban nhân dân tỉnh đồng ý cử Đoàn công tác của tỉnh do bà Nguyễn Thị Mẫu, Phó Chủ tịch, làm trưởng đoàn, gồm 09 người,
đi thăm và làm việc tại tỉnh Salavan (Lào) và tỉnh Ubon Ratchathani (Thái Lan) từ ngày 23 đến ngày 28 tháng 11
năm 2026. Kinh phí do ngân sách tỉnh bảo đảm. Bản sao gửi Đại sứ quán tại Campuchia.
"""


@pytest.fixture
def binh(cast: Cast, as_: As, laos: Territory, australia: Territory) -> Client:
    return as_(cast.specialist)


def stands() -> set[str]:
    return {str(stop.country) for stop in CountryVisit.objects.filter(withdrawn=False)}


@pytest.mark.parametrize("typed", ["Lào, Thái Lan", "Lào và Thái Lan", "Lào; Thái Lan", "lao va thai lan"])
def test_several_countries_typed_into_one_box_are_understood(binh: Client, typed: str) -> None:
    answer = binh.post(reverse("delegations:letter"), letter(movement="outbound-foreign", country=typed))
    assert answer.status_code == 302, answer.context["form"].errors
    assert str(Delegation.objects.get().country) == "Lào"
    assert stands() == {"Lào", "Thái Lan"}


def test_they_stand_in_their_boxes_when_the_form_comes_back(binh: Client) -> None:
    form = binh.post(
        reverse("delegations:letter"), letter(movement="outbound-foreign", country="Lào và Úc", more_countries="Thái Lan", issued="")
    ).context["form"]
    assert (form["country"].value(), form["more_countries"].value()) == ("Lào", "Úc; Thái Lan")
    names = [field.name for field in form.of_visit()]
    assert names.index("more_countries") == names.index("country") + 1
    assert "more_countries" not in [field.name for field in form.filled()]


def test_a_correction_understands_them_too(binh: Client) -> None:
    binh.post(reverse("delegations:letter"), letter(movement="outbound-foreign"))
    answer = edited(binh, reverse("delegations:edit", args=[Delegation.objects.get().pk]), country="Lào, Úc")
    assert answer.status_code == 302, answer.context["form"].errors
    assert stands() == {"Lào", "Úc"}


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Bosnia và Herzegovina", ["Bosnia và Herzegovina"]),
        ("Lào và Bosnia và Herzegovina", ["Lào", "Bosnia và Herzegovina"]),
        ("Lào, Úc, và Thái Lan;", ["Lào", "Úc", "Thái Lan"]),
        ("Lào", ["Lào"]),
        ("", []),
    ],
)
def test_a_name_is_not_cut_in_two(cast: Cast, typed: str, names: list[str]) -> None:
    assert names_in(countries(), typed) == names


def test_a_country_that_is_not_understood_is_told_where_the_others_belong(binh: Client) -> None:
    form = binh.post(reverse("delegations:letter"), letter(movement="outbound-foreign", country="Lào Thái Lan")).context["form"]
    assert "ô “Các nước khác cùng chuyến”" in str(form.errors["country"])


def test_the_scan_of_a_letter_to_two_countries_fills_in_both_and_the_kind(binh: Client) -> None:
    form = binh.post(reverse("delegations:letter"), said(scan=scan(content=pdfs.written(SENT)), movement="")).context["form"]
    told = {name: form[name].value() for name in ("movement", "country", "more_countries")}
    assert told == {"movement": "outbound-foreign", "country": "Lào", "more_countries": "Thái Lan"}
    assert all(form[name].help_text.startswith(str(READ)) for name in told)
    assert "data-read" in str(form["movement"])


def test_what_an_officer_chose_is_not_filled_in_against_him(binh: Client) -> None:
    for typed in ({"movement": "inbound-foreign"}, {"country": "Thái Lan"}):
        asked = said(scan=scan(content=pdfs.written(SENT)), movement="") | typed
        offered = binh.post(reverse("delegations:letter"), asked, headers={"accept": "application/json"}).json()["offered"]
        assert not {"more_countries", *typed} & set(offered)


@pytest.mark.parametrize(
    ("text", "movement"),
    [
        (SENT, "outbound-foreign"),
        ("Về việc đi công tác nước ngoài của Phó Giám đốc Sở", "outbound-foreign"),
        ("Kế hoạch đoàn ra năm 2026", "outbound-foreign"),
        (COLUMNS, "inbound-foreign"),
        ("Về việc đón, tiếp Đoàn tỉnh Salavan (Lào) đến thăm", "inbound-foreign"),
        ("Lào cử đoàn sang thăm và làm việc tại tỉnh Mẫu từ ngày 5", "inbound-foreign"),
        ("Cử đoàn đi Hà Nội dự hội nghị", ""),
        ("Cử đoàn đi Lào. Sau đó đón đoàn Lào đến thăm", ""),
        ("Tiếp tục cử đoàn cán bộ Lào đến ngày 5", ""),
        ("Thông báo về hợp tác với Lào", ""),
        ("", ""),
    ],
)
def test_the_kind_of_delegation_is_read_or_left_open(cast: Cast, text: str, movement: str) -> None:
    assert movement_in(text, "", "Tỉnh Mẫu") == movement


@pytest.mark.parametrize(
    ("issuer", "movement"),
    [("Ủy ban nhân dân thành phố Gwangyang, Hàn Quốc", "inbound-foreign"), ("Hội Hữu nghị Việt Nam - Hàn Quốc", ""), ("Sở Ngoại vụ", "")],
)
def test_a_body_abroad_sends_its_delegation_here(cast: Cast, issuer: str, movement: str) -> None:
    assert movement_in(ABROAD, issuer, "Nơi Này") == movement


def test_only_countries_the_delegation_is_sent_to_are_read(cast: Cast) -> None:
    assert [str(country) for country in countries_in(SENT, "outbound-foreign")] == ["Lào", "Thái Lan"]
    assert countries_in(SENT, "") == []


def test_a_long_text_is_read_in_no_time(cast: Cast) -> None:
    assert movement_in("cử đoàn đón đoàn đến " * 50_000, "", "Nơi Này") == ""


def test_nobody_is_taken_for_a_guest_unasked(binh: Client) -> None:
    assert binh.get(reverse("delegations:letter")).context["form"]["movement"].value() is None
    unsaid = {name: value for name, value in letter().items() if name != "movement"}
    form = binh.post(reverse("delegations:letter"), unsaid).context["form"]
    assert form.errors == {"movement": ["Hãy chọn chiều đoàn, phạm vi: đoàn từ đâu đến, hoặc đi đâu."]}
    assert not any(model.objects.exists() for model in WRITTEN)


@pytest.mark.parametrize(
    "partners", ["Tỉnh Salavan, tỉnh Ubon Ratchathani", "Tỉnh Salavan và tỉnh Ubon Ratchathani", "Tỉnh Salavan; thành phố Pakse"]
)
def test_several_partners_in_one_box_are_refused(binh: Client, partners: str) -> None:
    form = binh.post(reverse("delegations:letter"), letter(partner=partners, partner_kind="locality")).context["form"]
    assert "ô này chỉ ghi một" in str(form.errors["partner"])
    assert not any(model.objects.exists() for model in WRITTEN)


@pytest.mark.parametrize("partner", ["Thành phố Gwangyang, tỉnh Jeolla Nam", "Bộ Văn hóa, Thể thao và Du lịch", "Tỉnh Salavan"])
def test_one_partner_with_a_comma_in_its_name_is_one(binh: Client, partner: str) -> None:
    assert binh.post(reverse("delegations:letter"), letter(partner=partner, partner_kind="locality")).status_code == 302
