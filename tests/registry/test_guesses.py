"""What the scan of a letter is taken to say of purpose and sender, and how the form says which of it is a guess."""

import re

import pytest
from django import forms
from django.test import Client
from django.urls import reverse

from ngoaivu.core.models import Territory
from ngoaivu.registry.delegations.importing import DELEGATIONS
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.delegations.movements import movement_in
from ngoaivu.registry.delegations.purposes import purpose_in
from ngoaivu.registry.delegations.reading import DOUBTED, READ
from ngoaivu.registry.delegations.senders import sender_in
from ngoaivu.registry.desk import opened
from ngoaivu.registry.desk.facets import facets
from ngoaivu.registry.desk.fields import DayField, DaysField, ImpreciseDateField
from tests.cast import Cast
from tests.documents import pdfs
from tests.documents.test_letters import ABROAD
from tests.registry.conftest import As
from tests.registry.test_letter import letter, said, scan

PROMOTION = """ỦY BAN NHÂN DÂN NƠI NÀY          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 2317/UBND-NV                 Nơi Này, ngày 12 tháng 11 năm 2026
V/v cử đoàn đi công tác tại Lào và Thái Lan

Kính gửi: Sở Ngoại vụ, Trung tâm Hội nghị quốc tế

Chủ tịch Ủy ban nhân dân đồng ý cử đoàn công tác gồm 09 người do ông Trần Văn Giả, Giám đốc Trung tâm Đào tạo, làm
Trưởng đoàn, đi xúc tiến thương mại tại tỉnh Salavan (CHDCND Lào) và tỉnh Ubon Ratchathani (Vương quốc Thái Lan).
Thời gian: từ ngày 23 đến ngày 28 tháng 11 năm 2026.
Kinh phí: từ nguồn đào tạo của tỉnh.
"""

# A letter of a provincial office abroad, as they come: unit below the body, purpose in a line of its own, the visit without «đến».
ANNOUNCED = """ỦY BAN CHÍNH QUYỀN TỈNH SA-LA-VĂN
VĂN PHÒNG
Số: 217/VP
Sa-la-văn, ngày 24 tháng 11 năm 2026
V/v đoàn đại biểu tỉnh Sa-la-văn (CHDCND Lào) thăm và làm việc tại Nơi Này
Kính gửi: Sở Ngoại vụ Nơi Này, nước Cộng hòa xã hội chủ nghĩa Việt Nam
Văn phòng trân trọng thông báo: đoàn đại biểu tỉnh Sa-la-văn gồm 9 người do ông Bun-thoong Xay-nha-vông, Phó
Tỉnh trưởng, làm Trưởng đoàn, mong muốn thăm và làm việc tại Nơi Này từ ngày 16 đến ngày 18 tháng 12 năm 2026.
Mục đích: chào xã giao lãnh đạo tỉnh; trao đổi hợp tác nông nghiệp, giáo dục và đào tạo
tiếng Việt cho cán bộ.
"""


@pytest.fixture
def binh(cast: Cast, as_: As, laos: Territory) -> Client:
    return as_(cast.specialist)


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        (PROMOTION, "promotion"),
        (ABROAD, "working"),
        ("Đoàn tỉnh Khăm Muộn đến chào xã giao lãnh đạo tỉnh", "visit"),
        ("Cử đoàn đi dự Hội nghị cấp cao tại Lào", "conference"),
        ("Cử đoàn cán bộ đi tập huấn tại Thái Lan", "training"),
        ("Cử đoàn nghệ thuật đi biểu diễn tại Lào", "culture"),
        ("Cử đoàn đi dự hội nghị xúc tiến đầu tư tại Lào", ""),
        ("V/v cử đoàn đi công tác tại Lào", ""),
        (ANNOUNCED, "working"),
        ("Mục đích: khảo sát môi trường đầu tư,\nchuẩn bị ký Bản ghi nhớ.", "working"),
        ("- Mục đích chuyến thăm: chúc Tết lãnh đạo tỉnh.", "visit"),
        ("Mục đích: dự hội thảo về lúa gạo.\nĐoàn đến thăm và làm việc tại tỉnh.", "conference"),
        ("Mục đích: xem dưới đây.\nĐoàn đến chào xã giao lãnh đạo tỉnh.", "visit"),
        ("Trung tâm Xúc tiến đầu tư báo cáo kết quả hội nghị", ""),
        ("", ""),
    ],
)
def test_the_purpose_is_read_or_left_open(text: str, purpose: str) -> None:
    assert purpose_in(text) == purpose


def test_a_long_text_is_read_in_no_time() -> None:
    assert purpose_in("cử đoàn đi đoàn đến thăm " * 50_000) == ""


def test_a_sender_is_told_only_where_the_system_knows_that_office(cast: Cast) -> None:
    assert sender_in("Ủy ban nhân dân nơi này") == sender_in("UBND Nơi Này") == cast.here.superior_vi
    assert sender_in("Sở Ngoại vụ") == cast.here.name_vi
    assert sender_in("Ủy ban nhân dân thành phố Gwangyang") == sender_in("") == ""


def test_the_body_that_issued_the_letter_sends_the_delegation(binh: Client, cast: Cast) -> None:
    form = binh.post(
        reverse("delegations:letter"),
        said(scan=scan(content=pdfs.written(PROMOTION)), movement="", purpose="working", host=cast.here.name_vi),
    ).context["form"]
    assert (form["host"].value(), form["purpose"].value()) == (cast.here.superior_vi, "promotion")
    assert form["host"].label == "Đơn vị cử đoàn"
    assert all(form[name].help_text.startswith(str(READ)) and "data-read" in str(form[name]) for name in ("host", "purpose"))
    assert form.opened()


def test_a_letter_that_announces_a_visit_says_all_of_it(binh: Client) -> None:
    asked = said(scan=scan(content=pdfs.written(ANNOUNCED)), movement="", purpose="working", host="")
    told = binh.post(reverse("delegations:letter"), asked, headers={"accept": "application/json"}).json()
    wanted = {"movement": "inbound-foreign", "country": "Lào", "issuer": "Văn phòng Ủy ban chính quyền tỉnh Sa-la-văn", "persons": "9"}
    assert told["offered"] | wanted == told["offered"]
    assert "purpose" not in told["doubted"]


@pytest.mark.parametrize(
    "text", ["Đoàn thăm Lào do Nơi Này cử.", "Đoàn Nơi Này thăm tỉnh Sa-la-văn (Lào).", "Đoàn đại biểu thăm Trường Nơi Này tại Lào."]
)
def test_who_visits_whom_is_not_guessed(text: str, cast: Cast, laos: Territory) -> None:
    assert movement_in(text, "", cast.here.territory.name_vi) == ""


def test_what_an_officer_chose_stays(binh: Client) -> None:
    asked = said(scan=scan(content=pdfs.written(PROMOTION)), movement="", purpose="conference", host="Sở Công Thương")
    told = binh.post(reverse("delegations:letter"), asked, headers={"accept": "application/json"}).json()
    assert not {"purpose", "host"} & {*told["offered"], *told["doubted"]}


def test_a_sender_is_not_offered_for_a_delegation_that_comes(binh: Client, cast: Cast) -> None:
    asked = said(scan=scan(content=pdfs.written(PROMOTION)), movement="inbound-foreign", purpose="working", host=cast.here.name_vi)
    told = binh.post(reverse("delegations:letter"), asked, headers={"accept": "application/json"}).json()
    assert "host" not in told["offered"] and told["doubted"] == ["host"]


def test_a_default_the_letter_says_nothing_of_is_marked(binh: Client, cast: Cast) -> None:
    silent = PROMOTION.replace("xúc tiến thương mại", "công tác")
    form = binh.post(
        reverse("delegations:letter"), said(scan=scan(content=pdfs.written(silent)), movement="", purpose="working", host=cast.here.name_vi)
    ).context["form"]
    assert form["purpose"].value() == "working"
    assert form["purpose"].help_text.startswith(str(DOUBTED))
    assert form.opened()


def test_nothing_is_marked_where_no_scan_was_read(binh: Client) -> None:
    page = binh.get(reverse("delegations:letter"))
    assert "data-read" not in page.content.decode()
    assert not page.context["form"].opened()
    assert "<summary>Mục khác (đã điền sẵn, cần xem lại)</summary>" in page.content.decode()


@pytest.mark.parametrize(("movement", "label"), [("inbound-foreign", "Đơn vị tiếp đoàn"), ("outbound-domestic", "Đơn vị cử đoàn")])
def test_the_body_of_ours_is_called_by_what_it_does(binh: Client, movement: str, label: str) -> None:
    form = binh.post(reverse("delegations:letter"), letter(movement=movement, when="")).context["form"]
    assert form["host"].label == label


def test_a_kept_delegation_calls_it_so_too(binh: Client) -> None:
    binh.post(reverse("delegations:letter"), letter(movement="outbound-foreign"))
    form = binh.get(reverse("delegations:edit", args=[Delegation.objects.get().pk])).context["form"]
    assert form["host_vi"].label == "Đơn vị cử đoàn"


def test_a_long_line_grows_and_stays_one_line(binh: Client) -> None:
    assert "data-grows" in str(binh.get(reverse("delegations:letter")).context["form"]["head"])
    binh.post(reverse("delegations:letter"), letter(head="Ông Trần Văn Giả,\r\n Phó Chủ tịch"))
    assert Delegation.objects.get().head_vi == "Ông Trần Văn Giả, Phó Chủ tịch"


def test_each_twin_says_wherein_it_is_alike(binh: Client) -> None:
    binh.post(reverse("delegations:letter"), letter())
    page = binh.post(reverse("delegations:letter"), letter(until="")).content.decode()
    assert "(20/06/2018): cùng số và ngày công văn" in page
    assert "(05/07/2018): cùng nước và trùng ngày" in page
    binh.post(reverse("delegations:letter"), letter(partner="Tỉnh Khăm Muộn", partner_kind="locality", when="1/9/2018", until="", number="2"))
    page = binh.post(reverse("delegations:letter"), letter(partner="Tỉnh Khăm Muộn", when="1/9/2018", until="", number="3")).content.decode()
    assert "(01/09/2018): cùng đối tác và trùng ngày" in page


def test_the_box_stays_while_something_else_is_corrected(binh: Client) -> None:
    binh.post(reverse("delegations:letter"), letter())
    answer = binh.post(reverse("delegations:letter"), letter(country="Lèo", number="16", another="on"))
    assert "Hãy chọn một tên trong danh mục." in str(answer.context["form"].errors["country"])
    assert 'name="another"' in answer.content.decode() and answer.context["form"]["another"].value()


# The input of the form of a letter, that of the form of a record, and the column of an imported list that mean the same.
ALIKE = [
    ("title", "title_vi", "title_vi"), ("country", "country", "country"), ("more_countries", "more_countries", "more_countries"),
    ("partner", "partner", "partner"), ("when", "when", "when"), ("until", "until", "until"), ("persons", "persons", "persons"),
    ("head", "head_vi", "head_vi"), ("host", "host_vi", "host_vi"), ("channel", "channel", "channel"), ("rank", "rank", "rank"),
    ("purpose", "purpose", "purpose"), ("state", "state", "state"), (None, "direction", "direction"), (None, "origin", "origin"),
    ("level", "level", None), ("embargo_until", "embargo_until", None), (None, "note", "note"),
]  # fmt: skip


@pytest.mark.parametrize(("letter_input", "record_input", "column"), ALIKE)
def test_one_thing_has_one_word(binh: Client, letter_input: str | None, record_input: str, column: str | None) -> None:
    letters = binh.get(reverse("delegations:letter")).context["form"].fields
    records = binh.get(reverse("delegations:new")).context["form"].fields
    columns = {one.name: one.heading for one in DELEGATIONS.columns}
    told = {str(records[record_input].label).casefold().removesuffix(", tiếng việt")}  # said beside the English twin only
    told |= {str(letters[letter_input].label).casefold()} if letter_input else set()
    told |= {str(columns[column]).casefold()} if column else set()
    assert len(told) == 1, told


def test_the_question_of_the_letter_is_called_by_both_columns_it_fills(binh: Client) -> None:
    fields = binh.get(reverse("delegations:new")).context["form"].fields
    asked = str(binh.get(reverse("delegations:letter")).context["form"].fields["movement"].label)
    assert asked.casefold() == f"{fields['direction'].label}, {fields['origin'].label}".casefold()


def test_a_kept_delegation_says_who_received_or_sent_it(binh: Client) -> None:
    for movement, label in (("inbound-foreign", "Đơn vị tiếp đoàn"), ("outbound-foreign", "Đơn vị cử đoàn")):
        binh.post(reverse("delegations:letter"), letter(movement=movement, number=movement, host="Sở Ngoại vụ"))
        page = binh.get(reverse("delegations:record", args=[Delegation.objects.latest("pk").pk])).content.decode()
        assert label in page and "Đơn vị tiếp hoặc cử đoàn" not in page


def test_no_list_has_two_columns_of_one_name(binh: Client) -> None:
    for room in opened.viewsets():
        heads = re.findall(r'<th scope="col">(.*?)</th>', binh.get(room.address("index")).content.decode())
        columns = [str(facets(room.model)[name].label).casefold() for name in ("title_vi", *room.columns)]
        assert len({*columns}) == len(columns) and len({*heads}) == len(heads), room.name
        assert columns.count("tên gọi") == 0


@pytest.mark.parametrize("field", [DayField(), ImpreciseDateField(), DaysField()])
def test_hints_write_days_as_the_system_does(field: forms.Field) -> None:
    days = re.findall(r"\d+/\d+(?:/\d+)?", str(field.help_text))
    assert days and all(re.fullmatch(r"\d\d/(?:\d\d/)?\d{4}|-?\d\d/\d\d/\d{4}", day) for day in days)
