"""Papers: the measures of decree 30/2020 in the file itself, and the rendered pages of LibreOffice."""

import io
import re
import subprocess
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from docx import Document
from docx.shared import Mm, Pt

from ngoaivu.accounts.models import Appointment
from ngoaivu.core import changes
from ngoaivu.publications import actions, drafting, richtext, sealing
from ngoaivu.publications.editions import Release
from ngoaivu.publications.papers import document
from ngoaivu.publications.waiving import waive
from tests.cast import Cast
from tests.publications.conftest import TERM, Pages, missions, outline, people, sentence
from tests.publications.marks import MISSIONS, source_document, with_blocks

MARKS = {"vi": "BẢN DỰ THẢO, chưa được duyệt", "en": "DRAFT, not approved"}


@pytest.fixture
def long(cast: Cast, rows: list[Any]) -> Pages:
    """A report of several pages."""
    told = "Công tác đối ngoại của tỉnh được tiến hành đều đặn và có trọng tâm. "
    english = "The external relations of the province went on steadily and with a purpose. "
    pages = drafting.draft_report(
        outline(people(), missions(), *[sentence(told * 8, english * 8) for _number in range(12)]), cast.here, TERM, by=cast.specialist
    )
    return dict(pages)


def draft(pages: Pages, language: str) -> Any:
    return Document(io.BytesIO(document.build(sealing.compose(pages, changes.latest(), draft=True), language, draft=True)))


def text_of(paper: Any) -> str:
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in paper.paragraphs), *cells])


def released(cast: Cast, pages: Pages) -> Release:
    return actions.approve(actions.submit(pages, by=cast.specialist), by=cast.director)


def test_the_same_paper_has_the_same_bytes_whenever_it_is_written(long: Pages) -> None:
    content = sealing.compose(long, changes.latest(), draft=True)
    paper = document.build(content, "vi", draft=True)
    moments = {part.date_time for part in zipfile.ZipFile(io.BytesIO(paper)).infolist()}
    assert moments == {(1980, 1, 1, 0, 0, 0)}
    assert paper == document.build(content, "vi", draft=True)


def sealed(release: Release, language: str) -> Any:
    return Document(io.BytesIO(document.build(release.edition.content, language, draft=False, seal=release.digest)))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_page_font_and_margins_follow_the_decree(report: Pages, language: str) -> None:
    paper = draft(report, language)
    [section] = paper.sections
    assert [round(side.mm) for side in (section.page_width, section.page_height)] == [210, 297]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in margins] == [20, 20, 30, 15]
    style = paper.styles["Normal"]
    assert (style.font.name, style.font.size) == ("Times New Roman", Pt(14))
    assert {run.font.name for paragraph in paper.paragraphs for run in paragraph.runs} == {None}, "no paragraph has a font of its own"


def test_the_body_is_justified_with_an_indent_and_headings_are_bold(report: Pages) -> None:
    paper = draft(report, "vi")
    [body] = [paragraph for paragraph in paper.paragraphs if "hơn 800" in paragraph.text]
    form = body.paragraph_format
    assert (body.alignment, form.first_line_indent, form.space_after, form.line_spacing) == (3, Mm(12.7), Pt(6), 1.15)
    assert {run.font.size for run in body.runs} == {Pt(14)}
    [heading] = [paragraph for paragraph in paper.paragraphs if paragraph.text == "1. Đoàn vào"]
    assert heading.runs[0].bold
    assert heading.paragraph_format.keep_with_next


def test_the_head_names_both_sides_in_the_sizes_of_the_decree(report: Pages) -> None:
    left, right = draft(report, "vi").tables[0].rows[0].cells
    sizes = {
        paragraph.text: (paragraph.runs[0].font.size.pt, paragraph.runs[0].bold)
        for cell in (left, right)
        for paragraph in cell.paragraphs
        if paragraph.runs
    }
    assert sizes["ỦY BAN NHÂN DÂN NƠI NÀY"] == (12, False)
    assert sizes["SỞ NGOẠI VỤ"] == (12, True)
    assert sizes["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"] == (12, True)
    assert sizes["Độc lập - Tự do - Hạnh phúc"] == (13, True)
    assert len([1 for cell in (left, right) for paragraph in cell.paragraphs if "w:pBdr" in paragraph._p.xml]) == 2
    assert any(re.fullmatch(r"Số:\s+/BC-SNgV", paragraph.text) for paragraph in left.paragraphs)


def test_a_release_carries_number_day_and_seal_and_a_draft_none(cast: Cast, report: Pages) -> None:
    release = released(cast, report)
    told, plain = text_of(sealed(release, "vi")), text_of(draft(report, "vi"))
    today = timezone.localdate()
    month = f"{today.month:02d}" if today.month < 3 else str(today.month)
    assert f"Nơi Này, ngày {today:%d} tháng {month} năm {today.year}" in told
    assert "Số: 01/BC-SNgV" in told
    assert f"Bản phát hành số 1. Dấu niêm phong: {release.digest}" in told
    assert release.digest not in plain
    assert "Trần Văn Toàn" in told
    assert "Trần Văn Toàn" not in plain


def test_the_kind_is_not_said_twice(report: Pages) -> None:
    lines = [paragraph.text for paragraph in draft(report, "vi").paragraphs]
    assert lines[lines.index("BÁO CÁO") + 1] == "Của Nơi Này, nhiệm kỳ 2015–2020"


@pytest.mark.parametrize(("signing", "lines"), [("head", ["GIÁM ĐỐC"]), ("acting", ["Q. GIÁM ĐỐC"]), ("deputy", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"])])
def test_the_signature_says_for_whom(cast: Cast, report: Pages, signing: str, lines: list[str]) -> None:
    Appointment.objects.exclude(user=cast.director).update(signing="")
    title = "Phó Giám đốc" if signing == "deputy" else "Giám đốc"
    Appointment.objects.filter(user=cast.director).update(signing=signing, title_vi=title)
    left, right = sealed(released(cast, report), "vi").tables[1].rows[0].cells
    assert [paragraph.text for paragraph in right.paragraphs if paragraph.text] == [*lines, "Trần Văn Toàn"]
    assert [paragraph.text for paragraph in left.paragraphs] == [
        "Nơi nhận:",
        "- Bộ Ngoại giao;",
        "- Ủy ban nhân dân Nơi Này;",
        "- Lưu: VT, SNgV.",
    ]


def test_a_paper_of_a_release_does_not_change_with_the_office(cast: Cast, report: Pages) -> None:
    release = released(cast, report)
    before = text_of(sealed(release, "vi"))
    Appointment.objects.update(signing="", valid_to=timezone.localdate() - timedelta(days=1))
    cast.here.name_vi = "Văn phòng khác"
    cast.here.save()
    assert text_of(sealed(Release.objects.get(), "vi")) == before


def test_the_annex_tells_where_each_figure_comes_from(report: Pages) -> None:
    paper = draft(report, "vi")
    rows = [[cell.text for cell in row.cells] for row in paper.tables[2].rows]
    assert rows[0] == ["Con số", "Đếm gì", "Tính đến", "Nguồn"]
    assert rows[1][0] == "hơn 800 lượt người"
    assert rows[1][3] == "Đếm từ 3 hồ sơ trong sổ đăng ký"
    assert len(rows) == 3
    assert "w:tblHeader" in paper.tables[2].rows[0]._tr.xml


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_header_of_a_draft_says_so_and_none_of_a_release(cast: Cast, report: Pages, language: str) -> None:
    for paper, marked in ((draft(report, language), True), (sealed(released(cast, report), language), False)):
        [section] = paper.sections
        assert section.different_first_page_header_footer
        for header in (section.first_page_header, section.header):
            assert (MARKS[language] in "\n".join(paragraph.text for paragraph in header.paragraphs)) is marked
        assert "PAGE" in section.header._element.xml
        assert "PAGE" not in section.first_page_header._element.xml


@pytest.mark.office
@pytest.mark.parametrize("language", ["vi", "en"])
def test_it_looks_right_on_the_rendered_page(cast: Cast, long: Pages, language: str, tmp_path: Path) -> None:
    content = sealing.compose(long, changes.latest(), draft=True)
    pages = rendered(document.build(content, language, draft=True), tmp_path)
    assert 4 <= len(pages) <= 8
    head = {"vi": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "en": "SOCIALIST REPUBLIC OF VIET NAM"}[language]
    assert head in pages[0], "the state's name stands on one line of the first page"
    assert all(MARKS[language] in page for page in pages)
    assert not re.search(r"^\s*1\s*$", pages[0].splitlines()[0])
    for number, page in enumerate(pages[1:], start=2):
        assert page.splitlines()[0].strip() == str(number)
    told = "".join(pages)
    assert not re.search(r"[\u3000-\u9fff\uf000-\uffff\ufffd□]", told), "no sign the font lacks"
    signature = next(page for page in pages if {"vi": "Nơi nhận:", "en": "Recipients:"}[language] in page)
    assert len(signature.split()) > 40, "a signature never stands alone on a page"


@pytest.mark.office
def test_a_release_renders_without_a_mark(cast: Cast, long: Pages, tmp_path: Path) -> None:
    release = released(cast, long)
    pages = rendered(document.build(release.edition.content, "vi", draft=False, seal=release.digest), tmp_path)
    assert "DỰ THẢO" not in "".join(pages)
    assert release.digest[:40] in "".join(pages).replace("\n", "")


def rendered(paper: bytes, folder: Path) -> list[str]:
    """The text of each page as LibreOffice lays it out."""
    (folder / "paper.docx").write_bytes(paper)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "paper.docx"], check=True, capture_output=True
    )
    told = subprocess.run(["pdftotext", "-layout", folder / "paper.pdf", "-"], check=True, capture_output=True, text=True)
    return told.stdout.rstrip("\f").split("\f")


def test_quoted_and_waived_figures_are_printed_and_told_in_the_annex(cast: Cast, report: Pages) -> None:
    cited, waiver = (
        source_document(cast, numbers="12/BC"),
        waive(office=cast.here, key="term-2015-2020", words="12", reason="thực đơn", by=cast.specialist),
    )
    quote = richtext.quote({"document": str(cited.pk), "place": "tr. 3"}, "131")
    for page in report.values():
        with_blocks(page, ("paragraph", f"<p>{quote}, {richtext.waiver(str(waiver.pk), '12')}, {quote}.</p>"), ("heading", f"Về {MISSIONS}"))
    released_paper = sealed(released(cast, report), "vi")
    assert any(paragraph.text == "131, 12, 131." for paragraph in released_paper.paragraphs)
    assert any(paragraph.text == "2. Về 3 đoàn" for paragraph in released_paper.paragraphs)
    rows = [[cell.text for cell in row.cells] for row in released_paper.tables[2].rows]
    assert rows[-2:] == [
        ["131", "Trích nguyên văn từ văn bản", "", "12/BC: Báo cáo tổng kết, tr. 3"],
        ["12", "Không gắn dữ kiện", "", f"thực đơn ({cast.specialist.full_name})"],
    ]
