"""A list imported from a spreadsheet: matched, tried out, written as one change, undone whole."""

import io
import re
import time
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from python_calamine import CalamineWorkbook

from ngoaivu.core.models import Change, Territory
from ngoaivu.documents.models import Citation, SourceDocument
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.desk.spreadsheets import MOST_UNPACKED
from tests.cast import Cast
from tests.registry.conftest import As, confirmed

HEAD = ["Tên đoàn", "Chiều", "Nước", "Từ ngày", "Đến ngày", "Số người", "Ghi chú"]
GOOD = [
    ["Đoàn Khăm Muộn", "inbound", "Lào", "05/7/2018", "07/7/2018", 12, ""],
    ["Đoàn Queensland", "Inbound", "australia", "7/2019", "", "", "chưa rõ ngày"],
]


@pytest.fixture
def binh(cast: Cast, as_: As, laos: Territory, australia: Territory) -> Client:
    return as_(cast.specialist)


def workbook(rows: list[list[object]], name: str = "doan.xlsx", head: list[str] = HEAD) -> SimpleUploadedFile:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet()
    for number, row in enumerate([head, *rows]):
        sheet.write_row(number, 0, row)
    book.close()
    return SimpleUploadedFile(name, target.getvalue())


def send(client: Client, file: SimpleUploadedFile) -> str:
    answer = client.post(reverse("delegations:import"), {"file": file})
    assert answer.status_code == 302, answer.context["form"].errors
    return str(answer.headers["Location"])


def matched(client: Client, address: str) -> dict[str, str]:
    form = client.get(address).context["form"]
    return {name: field.initial for name, field in form.fields.items()}


def faults(client: Client, rows: list[list[object]]) -> list[tuple[int, str, str]]:
    address = send(client, workbook(rows))
    answer = client.post(address, matched(client, address) | {"confirm": "1"})
    assert answer.status_code == 422
    return [(fault.row, fault.heading, fault.sentence) for fault in answer.context["faults"]]


def test_headings_find_their_columns(binh: Client) -> None:
    address = send(binh, workbook(GOOD))
    found = {name: place for name, place in matched(binh, address).items() if place}
    assert found == {"title_vi": "0", "direction": "1", "country": "2", "when": "3", "until": "4", "persons": "5", "note": "6"}


def test_trying_out_writes_nothing_and_confirming_writes_one_change(binh: Client, cast: Cast) -> None:
    address = send(binh, workbook(GOOD))
    tried = binh.post(address, matched(binh, address))
    assert len(tried.context["report"].rows) == 2
    assert not Change.objects.exists()
    answer = binh.post(address, matched(binh, address) | {"confirm": "1"})
    change, paper = Change.objects.get(), SourceDocument.objects.get()
    assert answer.headers["Location"] == reverse("papers:kept", args=[paper.pk, change.pk])
    assert (change.verb, paper.kind, len(paper.sha256)) == ("import", "spreadsheet", 64)
    rows = Delegation.objects.order_by("pk")
    assert [str(row.citation.place_vi) for row in rows] == ["dòng 2", "dòng 3"]
    assert [row.change_id for row in rows] == [change.pk, change.pk]
    assert [row.search_text.split(" ")[0] for row in rows] == ["doan", "doan"]
    assert not (Path(settings.MEDIA_ROOT) / "waiting").exists() or not list((Path(settings.MEDIA_ROOT) / "waiting").iterdir())


def test_an_import_is_undone_whole(binh: Client) -> None:
    address = send(binh, workbook(GOOD))
    binh.post(address, matched(binh, address) | {"confirm": "1"})
    confirmed(binh, reverse("papers:undoing", args=[SourceDocument.objects.get().pk]), "Nhầm tệp")
    assert all(row.withdrawn for model in (Delegation, Citation, SourceDocument) for row in model.objects.all())
    assert send(binh, workbook(GOOD))


def test_the_same_file_is_imported_once(binh: Client) -> None:
    file = workbook(GOOD)
    address = send(binh, file)
    binh.post(address, matched(binh, address) | {"confirm": "1"})
    file.seek(0)
    assert binh.post(reverse("delegations:import"), {"file": file}).status_code == 422


def test_every_fault_is_named_by_row_and_column(binh: Client) -> None:
    told = faults(
        binh,
        [
            *GOOD,
            ["", "inbound", "Lào", "05/7/2018", "", "", ""],
            ["Đoàn ba", "lên", "Lèo", "hôm qua", "", "mười", ""],
            ["Đoàn bốn", "inbound", "Lào", "05/7/2018", "01/7/2018", "", ""],
            ["Đoàn năm (MẬT)", "inbound", "Lào", "05/7/2018", "", "", ""],
            GOOD[0],
        ],
    )
    assert [row for row, _heading, _sentence in told] == [4, 5, 5, 5, 5, 6, 7, 8]
    assert len({heading for row, heading, _sentence in told if row == 5}) == 4
    assert all(sentence for _row, _heading, sentence in told)
    assert not Change.objects.exists()


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("doan.xls", b"x"),
        SimpleUploadedFile("doan.xlsx", b"PK not a workbook"),
        SimpleUploadedFile("doan.csv", "Tên đoàn,Chiều\nĐoàn,vào\n".encode("utf-16")),
        SimpleUploadedFile("doan.csv", "Tên đoàn\n".encode()),
        SimpleUploadedFile("doan MẬT.csv", b"a\nb\n"),
    ],
    ids=["old format", "broken", "wrong encoding", "empty", "secret"],
)
def test_a_file_that_cannot_be_read_is_answered(binh: Client, file: SimpleUploadedFile) -> None:
    file.seek(0)
    answer = binh.post(reverse("delegations:import"), {"file": file})
    assert answer.status_code == 422
    assert answer.context["form"].errors["file"]


def test_a_list_stamped_on_any_sheet_is_refused_and_not_kept(binh: Client) -> None:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    for rows in ([HEAD, *GOOD], [["Ghi chú"], ["TỐI MẬT"]]):
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()
    answer = binh.post(reverse("delegations:import"), {"file": SimpleUploadedFile("doan.xlsx", target.getvalue())})
    assert "TỐI MẬT" in answer.context["form"].errors["file"][0]
    assert not [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def test_a_workbook_that_unpacks_to_too_much_is_refused(binh: Client) -> None:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed,
        packed.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part,
    ):
        for _piece in range(MOST_UNPACKED // 10_000_000 + 1):
            part.write(b" " * 10_000_000)
    answer = binh.post(reverse("delegations:import"), {"file": SimpleUploadedFile("bom.xlsx", target.getvalue())})
    assert "giải nén" in answer.context["form"].errors["file"][0]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_is_read_with_its_own_separator(binh: Client, mark: str) -> None:
    lines = "\r\n".join(mark.join(map(str, row)) for row in [HEAD, *GOOD])
    address = send(binh, SimpleUploadedFile("doan.csv", b"\xef\xbb\xbf" + lines.encode()))
    assert len(binh.post(address, matched(binh, address)).context["report"].rows) == 2


def test_an_upload_is_only_its_senders(binh: Client, cast: Cast, as_: As) -> None:
    address = send(binh, workbook(GOOD))
    assert as_(cast.head).get(address).status_code == 404
    assert as_(cast.stranger).get(address).status_code == 404
    assert as_(cast.director).get(address).status_code == 403


def test_the_template_is_called_in_vietnamese_offers_words_and_its_example_is_no_record(binh: Client) -> None:
    answer = binh.get(reverse("delegations:import-template"))
    content = b"".join(answer)
    assert 'filename="mau-danh-sach-doan.xlsx"' in answer.headers["Content-Disposition"]
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.sheet_names == ["Đoàn", "Danh mục để chọn"]
    assert any("Lào" in row for row in book.get_sheet_by_index(1).to_python())
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.read("xl/worksheets/sheet1.xml").count(b"<dataValidation ") == 7
    address = send(binh, SimpleUploadedFile("mau.xlsx", content))
    shown = binh.get(address)
    head = book.get_sheet_by_index(0).to_python()[0]
    assert len([place for place in matched(binh, address).values() if place]) == len(head)
    assert [(fault.row, "ví dụ" in fault.sentence) for fault in shown.context["faults"]] == [(2, True)]


def test_a_list_whose_headings_are_understood_is_tried_out_at_once_and_says_that_nothing_is_written(binh: Client) -> None:
    shown = binh.get(send(binh, workbook(GOOD)))
    assert shown.context["ready"]
    assert "Chưa ghi vào sổ: đọc được 2 dòng" in shown.content.decode()
    assert not Change.objects.exists()
    strange = binh.get(send(binh, workbook([[*row, "?"] for row in GOOD], head=[*HEAD, "Màu"])))
    assert strange.context["report"] is None


def test_all_that_is_wrong_in_a_row_is_told_in_one_round_each_with_its_column(binh: Client) -> None:
    told = faults(binh, [["Đoàn ba", "Đoàn vào", "Lèo", "05/7/2018", "01/7/2018", "9999999999", "giấy MẬT"]])
    assert [heading for _row, heading, _sentence in told] == ["Nước", "Ngày kết thúc", "Số người", "Ghi chú"]


def test_a_stamp_in_a_cell_is_told_with_its_row_and_column(binh: Client) -> None:
    answer = binh.post(reverse("delegations:import"), {"file": workbook([*GOOD, ["Đoàn ba", "Đoàn vào", "Lào", "5/7/2018", "", "", "MẬT"]])})
    assert "dòng 4, cột “Ghi chú”" in answer.context["form"].errors["file"][0]


def test_a_long_list_takes_few_queries(binh: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    rows = [[f"Đoàn {number}", "inbound", "Lào", "05/7/2018", "", number + 1, ""] for number in range(300)]
    address = send(binh, workbook(rows))
    sent = matched(binh, address) | {"confirm": "1"}
    with django_assert_max_num_queries(60):
        binh.post(address, sent)
    assert Delegation.objects.count() == 300


def far(cell: str) -> SimpleUploadedFile:
    """A workbook of two cells: A1 and one far away, in a kilobyte."""
    number = re.sub(r"\D", "", cell)
    rows = f'<row r="1"><c r="A1" t="inlineStr"><is><t>Tên đoàn</t></is></c></row><row r="{number}"><c r="{cell}"><v>1</v></c></row>'
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    book.add_worksheet()
    book.close()
    made = io.BytesIO()
    with zipfile.ZipFile(target) as packed, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as again:
        for part in packed.namelist():
            sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            whole = f'<worksheet xmlns="{sheet}"><sheetData>{rows}</sheetData></worksheet>'
            again.writestr(part, whole if part == "xl/worksheets/sheet1.xml" else packed.read(part))
    return SimpleUploadedFile("xa.xlsx", made.getvalue())


@pytest.mark.parametrize("cell", ["XFD1048576", "GR1048576", "Z1048576", "A1048576", "XFD1"])
def test_a_cell_far_away_is_refused_in_words_and_soon(binh: Client, cell: str) -> None:
    """Such a sheet is one rectangle of half a terabyte: it once took the whole server with it."""
    file = far(cell)
    assert file.size is not None and file.size < 20_000
    began = time.monotonic()
    answer = binh.post(reverse("delegations:import"), {"file": file})
    assert answer.status_code == 422
    assert "giải nén" in answer.context["form"].errors["file"][0]
    assert time.monotonic() - began < 30


def test_a_cell_of_a_csv_that_does_not_end_is_told(binh: Client) -> None:
    file = SimpleUploadedFile("doan.csv", ('Tên đoàn,Chiều\n"' + "a" * 200_000).encode())
    answer = binh.post(reverse("delegations:import"), {"file": file})
    assert answer.status_code == 422
    assert "ngoặc kép" in answer.context["form"].errors["file"][0]
