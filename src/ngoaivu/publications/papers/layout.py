"""Measures of decree 30/2020/NĐ-CP, annex I, as operations on a document: A4, margins, lines, rules, page numbers.

Sizes are points; margins 20 mm above and below, 30 left, 15 right; page numbers centred in the upper margin, none on page 1.
"""

from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FONT = "Times New Roman"
LEFT, CENTRE, RIGHT, JUSTIFY = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)


def blank(language: str) -> Any:
    """An empty A4 document in the decree's font and margins, its language declared."""
    paper = Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    style = paper.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(14)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), "en-GB" if language == "en" else "vi-VN")
    style.element.get_or_add_rPr().append(spoken)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    return paper


def line(holder: Any, text: str, *, size: float = 14, bold: bool = False, italic: bool = False, align: Any = LEFT, after: float = 0) -> Any:
    """A paragraph of one run."""
    paragraph = holder.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(after)
    run(paragraph, text, size=size, bold=bold, italic=italic)
    return paragraph


def run(paragraph: Any, text: str, *, size: float = 14, bold: bool = False, italic: bool = False) -> None:
    """A piece of a paragraph."""
    made = paragraph.add_run(text)
    made.font.size, made.bold, made.italic = Pt(size), bold, italic


def body(holder: Any) -> Any:
    """A justified paragraph of the body: first line 1.27 cm, 6 points after."""
    paragraph = holder.add_paragraph()
    paragraph.alignment = JUSTIFY
    form = paragraph.paragraph_format
    form.first_line_indent, form.space_after, form.line_spacing = Mm(12.7), Pt(6), 1.15
    return paragraph


def bullet(holder: Any) -> Any:
    """A paragraph of the body that is one item of a list: its dash stands at the indent, its lines beside the dash."""
    paragraph = body(holder)
    form = paragraph.paragraph_format
    form.left_indent, form.first_line_indent = Mm(12.7), Mm(-5)
    form.tab_stops.add_tab_stop(Mm(12.7))
    return paragraph


def heading(holder: Any, text: str, *, centred: bool = False) -> Any:
    """A heading of the body, kept with what follows; one outside the numbering stands in the middle."""
    paragraph = line(holder, text, bold=True, align=CENTRE if centred else LEFT, after=6)
    paragraph.paragraph_format.space_before = Pt(6)
    paragraph.paragraph_format.keep_with_next = True
    return paragraph


def boxed(holder: Any, head: str, text: str) -> None:
    """A notice in a frame across the page: a bold line and a sentence or two."""
    table = holder.add_table(rows=1, cols=1, style="Table Grid")
    cell = table.rows[0].cells[0]
    cell.paragraphs[0].alignment = CENTRE
    run(cell.paragraphs[0], head, size=13, bold=True)
    line(cell, text, size=11, italic=True, align=CENTRE)


def rule(holder: Any, share: float, width: float) -> None:
    """A thin rule centred below a heading: `share` of a column `width` millimetres wide."""
    paragraph = holder.add_paragraph()
    side = Mm(width * (1 - share) / 2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side
    paragraph.paragraph_format.line_spacing, paragraph.paragraph_format.space_after = Pt(3), Pt(3)
    border = OxmlElement("w:pBdr")
    upper = OxmlElement("w:bottom")
    for name, value in (("w:val", "single"), ("w:sz", "6"), ("w:space", "0"), ("w:color", "000000")):
        upper.set(qn(name), value)
    border.append(upper)
    paragraph._p.get_or_add_pPr().append(border)


def columns(paper: Any, *widths: float) -> Any:
    """A row of cells without borders, millimetres wide; the grid is set too, else the motto wraps."""
    table = paper.add_table(rows=1, cols=len(widths))
    table.autofit = False
    _no_padding(table)
    _whole(table.rows[0])
    for column, cell, width in zip(table.columns, table.rows[0].cells, widths, strict=True):
        column.width = cell.width = Mm(width)
        cell.paragraphs[0]._p.getparent().remove(cell.paragraphs[0]._p)
    return table.rows[0].cells


def _no_padding(table: Any) -> None:
    """Take the columns' whole width for their text: the state's name must stand on one line."""
    padding = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        made = OxmlElement(side)
        made.set(qn("w:w"), "0")
        made.set(qn("w:type"), "dxa")
        padding.append(made)
    table._tbl.tblPr.append(padding)


def _whole(row: Any) -> None:
    """A row that does not break across pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def keep_with_signature(paper: Any) -> None:
    """The last lines of a text stay with what follows: a signature never stands alone on a page."""
    for paragraph in paper.paragraphs[-2:]:
        paragraph.paragraph_format.keep_with_next = True


def grid(paper: Any, head: tuple[str, ...], rows: Sequence[tuple[str, ...]], widths: tuple[float, ...]) -> None:
    """A ruled table whose head repeats on every page."""
    table = paper.add_table(rows=1, cols=len(head), style="Table Grid")
    table.autofit = False
    repeat = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    for told, bold in [(head, True), *((row, False) for row in rows)]:
        row = table.rows[0] if bold else table.add_row()
        _whole(row)
        for cell, text, width in zip(row.cells, told, widths, strict=True):
            cell.width = Mm(width)
            run(cell.paragraphs[0], text, size=11, bold=bold)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)


def number_pages(paper: Any, marks: Sequence[str], foot: str = "") -> None:
    """Page numbers from the second page on; marks, if any, at the head of every page, and a line at its foot."""
    section = paper.sections[0]
    first, later = section.first_page_header, section.header
    later.paragraphs[0].alignment = CENTRE
    _field(later.paragraphs[0], "PAGE")
    for number, mark in enumerate(marks):
        for header in (first, later):
            paragraph = header.add_paragraph() if header is later or number else header.paragraphs[0]
            paragraph.alignment = CENTRE
            run(paragraph, mark, size=11, bold=True)
            paragraph.paragraph_format.space_after = Pt(8 if number == len(marks) - 1 else 0)
    if foot:
        for footer in (section.first_page_footer, section.footer):
            footer.paragraphs[0].alignment = CENTRE
            run(footer.paragraphs[0], foot, size=11, bold=True)


def _field(paragraph: Any, code: str) -> None:
    for kind, text in (("begin", None), (None, code), ("end", None)):
        made = paragraph.add_run()
        made.font.size = Pt(13)
        if kind:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        else:
            part = OxmlElement("w:instrText")
            part.text = text
        made._r.append(part)
