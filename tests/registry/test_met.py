"""What an officer met at the desk: nothing is undone, listed, cut, believed or dropped against him, and each refusal says what to do."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ngoaivu.core.models import Change, Territory
from ngoaivu.documents.actions import keep
from ngoaivu.documents.models import SourceDocument
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.desk import opened
from tests.cast import Cast
from tests.documents import pdfs
from tests.registry.conftest import As, confirmed, paper_of
from tests.registry.test_desk import filled, titles, visit
from tests.registry.test_import import faults
from tests.registry.test_letter import WRITTEN, letter, scan
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


@pytest.mark.parametrize(("name", "most"), [("head", 200), ("issuer", 200), ("subject", 400), ("host", 200), ("number", 200)])
def test_a_text_that_is_too_long_is_refused_whole(binh: Client, name: str, most: int) -> None:
    before = [model.objects.count() for model in WRITTEN]
    form = binh.post(reverse("delegations:letter"), letter(**{name: "a" * (most + 1)})).context["form"]
    assert form.errors[name] == [f"{most + 1} ký tự là quá dài, ô này chỉ giữ được nhiều nhất {most} ký tự: hãy rút ngắn lại."]
    assert "a" * (most + 1) in str(form[name])
    assert [model.objects.count() for model in WRITTEN] == before


@pytest.mark.parametrize("address", ["delegations:letter", "delegations:new", "papers:new", "partners:new", "procedures:new"])
def test_no_browser_is_told_to_cut(binh: Client, address: str) -> None:
    assert "maxlength" not in binh.get(reverse(address)).content.decode().partition('class="desk"')[2]


EMOJI = "😀🎉"


@pytest.mark.parametrize(
    ("wrong", "field", "told"),
    [
        ({"country": "Việt Nam"}, "country", "không thể có nước là Việt Nam"),
        ({"movement": "outbound-foreign", "more_countries": "Việt Nam"}, "more_countries", "không thể có nước là Việt Nam"),
        ({"movement": "inbound-domestic"}, "country", "Lào là nước ngoài"),
        ({"when": "05/7/2099", "until": ""}, "when", "05/07/2099 còn cách hôm nay hơn hai năm"),
        ({"until": "07/7/2099"}, "until", "07/07/2099 còn cách hôm nay hơn hai năm"),
        ({"issuer": EMOJI}, "issuer", f"“{EMOJI}” không có chữ nào"),
        ({"head": EMOJI}, "head", f"“{EMOJI}” không có chữ nào"),
        ({"host": "12 – 3!"}, "host", "không có chữ nào"),
    ],
)
def test_nonsense_is_not_believed(binh: Client, wrong: dict[str, str], field: str, told: str) -> None:
    answer = binh.post(reverse("delegations:letter"), letter(**wrong))
    assert told in " ".join(answer.context["form"].errors[field])
    assert not Delegation.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"country": "Việt Nam"}, "country"),
        ({"origin": "domestic"}, "country"),
        ({"head_vi": EMOJI}, "head_vi"),
        ({"when": "2099", "until": ""}, "when"),
    ],
)
def test_nor_in_the_form_of_its_columns(binh: Client, wrong: dict[str, str], field: str) -> None:
    assert field in binh.post(reverse("delegations:new"), filled(**{"state": ""} | wrong)).context["form"].errors


def test_a_visit_within_the_country_may_name_ours_or_none(binh: Client) -> None:
    for number, country in enumerate(("", "Việt Nam")):
        home = letter(movement="inbound-domestic", country=country, number=f"{number}/CV", partner="Tỉnh Mẫu", partner_kind="locality")
        answer = binh.post(reverse("delegations:letter"), home | ({"another": "on"} if number else {}))
        assert answer.status_code == 302, answer.context["form"].errors


def test_a_letter_years_after_its_visit_is_asked_about(binh: Client) -> None:
    late = letter(issued="20/6/2018", when="10/01/2012", until="")
    answer = binh.post(reverse("delegations:letter"), late)
    assert set(answer.context["form"].errors) == {"sure"}
    assert "20/06/2018 sau ngày kết thúc chuyến thăm (10/01/2012)" in said(answer.content.decode())
    assert 'name="sure"' in answer.content.decode()
    assert binh.post(reverse("delegations:letter"), late | {"scan": "", "sure": "on"}).status_code == 302
    assert 'name="sure"' not in binh.get(reverse("delegations:letter")).content.decode()


REFUSED = [scan("thu.exe", b"MZ"), scan("ghi-chu.txt", b"abc"), scan("dau.pdf", pdfs.written("MẬT\nCÔNG VĂN"))]
PAPER_FORM = {"kind": "letter", "title_vi": "Công văn thử", "issuer_vi": "Sở", "issued": "1/1/2020", "level": "internal"}


@pytest.mark.parametrize("file", REFUSED, ids=str)
@pytest.mark.parametrize(("address", "sent"), [("delegations:letter", letter()), ("papers:new", PAPER_FORM)])
@pytest.mark.parametrize("instead", [{"scan": scan()}, {"scan-without": "on"}], ids=["another", "none"])
def test_a_refused_scan_stops_saving_until_it_is_answered(
    binh: Client, address: str, sent: dict[str, object], instead: dict[str, object], file: SimpleUploadedFile
) -> None:
    before = SourceDocument.objects.count()
    file.seek(0)
    refused = binh.post(reverse(address), sent | {"scan": file}).context["form"]["scan"]
    assert refused.errors
    lacked = sent | {"scan": "", "scan-lacked": file.name}
    assert f'name="scan-lacked" value="{file.name}"' in str(refused)
    again = binh.post(reverse(address), lacked).context["form"]["scan"]
    assert again.errors == [f"Tệp {file.name} chưa được giữ lại: hãy chọn tệp, hoặc đánh dấu “Lưu không kèm bản quét”."]
    assert 'name="scan-without"' in str(again)
    assert SourceDocument.objects.count() == before
    for one in instead.values():
        if isinstance(one, SimpleUploadedFile):
            one.seek(0)
    assert binh.post(reverse(address), lacked | instead).status_code == 302
    assert bool(SourceDocument.objects.latest("pk").file) == ("scan" in instead)


def test_a_good_scan_is_not_dropped_while_something_else_is_corrected(binh: Client) -> None:
    came_back = binh.post(reverse("papers:new"), PAPER_FORM | {"scan": scan(), "issuer_vi": ""}).context["form"]["scan"]
    assert 'name="scan-lacked" value="cong-van.pdf"' in str(came_back)
    kept = binh.post(reverse("delegations:letter"), letter(issuer="")).context["form"]["scan"]
    assert "scan-lacked" not in str(kept) and "data-kept" in str(kept)


def test_a_scan_refused_while_it_is_read_stops_saving_too(binh: Client) -> None:
    shown = binh.post(reverse("delegations:letter"), letter(scan=scan("thu.exe", b"MZ"), read="1")).context["form"]
    assert 'name="scan-lacked" value="thu.exe"' in str(shown["scan"])


def test_an_overtaken_form_says_who_changed_what_and_where_it_stands_now(binh: Client, cast: Cast) -> None:
    row = counted(cast)
    seen = row.change_id
    row.persons = 20
    keep(row, by=cast.head.actor, verb="change")
    answer = binh.post(reverse("delegations:edit", args=[row.pk]), filled(seen=str(seen), head_vi="Bà Lan", why="Thêm tên"))
    page = answer.content.decode()
    assert f"({row.change.told})" in said(page) and "Số người: 15 → 20." in said(page)
    assert f'<a href="{reverse("delegations:record", args=[row.pk])}" target="_blank">' in page
    assert "Bà Lan" in page and "được đánh dấu" not in said(page)
    assert Delegation.objects.get().head_vi == ""


def test_a_name_nobody_knows_in_a_cell_is_told_where_names_are(binh: Client) -> None:
    told = {heading: sentence for _row, heading, sentence in faults(binh, [["Đoàn", "inbound", "Qqqq", "05/7/2018", "", "", ""]])}
    assert "“Qqqq” không có trong danh mục: các tên có thể dùng nằm ở trang “Danh mục để chọn”" in told["Nước"]


def test_reading_without_a_scan_is_answered(binh: Client) -> None:
    assert binh.post(reverse("delegations:letter"), letter(scan="", read="1")).status_code < 500


@pytest.mark.parametrize(
    ("order", "first", "sorted_by", "direction", "pressed"),
    [
        ("newest", "Mới", "Ngày bắt đầu", "descending", "oldest"),
        ("oldest", "Cũ", "Ngày bắt đầu", "ascending", "newest"),
        ("-persons", "Cũ", "Số người", "descending", "persons"),
        ("persons", "Mới", "Số người", "ascending", "-persons"),
        ("title", "Cũ", "Tên gọi", "ascending", "-title"),
        ("-title", "Mới", "Tên gọi", "descending", "title"),
    ],
)
def test_the_head_of_a_column_orders_the_list(binh: Client, cast: Cast, order: str, first: str, sorted_by: str, direction: str, pressed: str) -> None:
    visit(cast, "Mới", persons=3, start_earliest=date(2020, 1, 1), start_latest=date(2020, 1, 1))
    visit(cast, "Cũ", persons=30)
    visit(cast, "Không rõ", start_earliest=None, start_latest=None)
    asked = {"q": "", "channel": "state", "order": order}
    assert titles(binh, **asked)[0] == first
    context = binh.get(reverse("delegations:index"), asked).context
    heads = {str(head): head for head in (context["title_head"], *context["columns"])}
    assert {label: head.sort for label, head in heads.items() if head.sort} == {sorted_by: direction}
    assert heads[sorted_by].address == f"?q=&channel=state&order={pressed}"
    assert f'aria-sort="{direction}"' in binh.get(reverse("delegations:index"), asked).content.decode()


def test_every_list_has_its_heads(binh: Client) -> None:
    for viewset in opened.viewsets():
        pressed = "-title" if viewset.order == "title" else "title"
        assert binh.get(viewset.address("index")).context["title_head"].address == f"?order={pressed}"
