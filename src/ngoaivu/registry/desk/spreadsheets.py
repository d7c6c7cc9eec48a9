"""Spreadsheets as text: the first sheet of an XLSX file, or a CSV file, with the row numbers a person sees."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePath
from typing import Any

import xlsxwriter
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

MOST_ROWS = 5000
MOST_BYTES = 10 * 1024 * 1024
MOST_UNPACKED = 20 * MOST_BYTES


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its headings and its rows that are not empty, each with its number in the file."""

    head: list[str]
    rows: list[tuple[int, list[str]]]

    def column(self, place: int, row: list[str]) -> str:
        """The cell of a row under a heading; empty where the row is shorter."""
        return row[place] if place < len(row) else ""


def read(path: Path, name: str) -> Sheet:
    """The sheet of a file; a sentence when it cannot be read, has no rows, or too many."""
    lines = _excel(path) if PurePath(name.lower()).suffix == ".xlsx" else _text(path)
    numbered = [(number, cells) for number, cells in enumerate(lines, start=1) if any(cells)]
    if len(numbered) < 2:
        raise ValidationError(_("The file has no rows below its headings: the first row holds the headings, each further row one record."))
    if len(numbered) - 1 > MOST_ROWS:
        raise ValidationError(
            _("The file has %(count)d rows, the most is %(most)d: divide it into several files.") % {"count": len(numbered) - 1, "most": MOST_ROWS}
        )
    return Sheet(numbered[0][1], numbered[1:])


def check_upload(name: str, size: int) -> None:
    """Refuse what is neither XLSX nor CSV, or too large."""
    if PurePath(name.lower()).suffix not in {".xlsx", ".csv"}:
        raise ValidationError(_("%(name)s is neither XLSX nor CSV: in the spreadsheet program choose “Save as” and XLSX.") % {"name": name})
    if size > MOST_BYTES:
        raise ValidationError(_("The file is larger than %(most)d MB: divide it into several files.") % {"most": MOST_BYTES // 1024 // 1024})


def words(path: Path, name: str) -> str:
    """Every cell of every sheet on a line of its own: the whole file is kept, so all of it is searched for marks of secrecy."""
    if PurePath(name.lower()).suffix != ".xlsx":
        return "\n".join(cell for row in _text(path) for cell in row)
    with _opened(path) as book:
        return "\f".join("\n".join(_cell(value) for row in book.get_sheet_by_name(sheet).to_python() for value in row) for sheet in book.sheet_names)


def _excel(path: Path) -> list[list[str]]:
    with _opened(path) as book:
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    return [[_cell(value) for value in row] for row in rows]


@contextmanager
def _opened(path: Path) -> Iterator[CalamineWorkbook]:
    """The workbook, if it is one and does not unfold to more than a list can be."""
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise ValidationError(_("The file unpacks to far more than a list holds: copy the list into a new file and send that."))
        yield CalamineWorkbook.from_path(str(path))
    except (CalamineError, IndexError, zipfile.BadZipFile) as error:
        raise ValidationError(_("The file cannot be read as XLSX: open it in the spreadsheet program and save it again as XLSX.")) from error


def _text(path: Path) -> list[list[str]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError(_("The CSV file is not in UTF-8: save it as “CSV UTF-8”, or as XLSX.")) from error
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter=mark)]


def _cell(value: Any) -> str:
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip() if value is not None else ""


def template(head: Sequence[str], notes: Sequence[str], example: Sequence[str]) -> io.BytesIO:
    """An empty list to fill in: headings with a note each, and one example row."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet()
    sheet.freeze_panes(1, 0)
    bold, text = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": "@"})
    for place, (title, note) in enumerate(zip(head, notes, strict=True)):
        sheet.set_column(place, place, 24, text)
        sheet.write_string(0, place, title, bold)
        if note:
            sheet.write_comment(0, place, note)
    sheet.write_row(1, 0, example, text)
    book.close()
    target.seek(0)
    return target
