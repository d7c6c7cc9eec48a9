"""Spreadsheets as text: the first sheet of an XLSX file, or a CSV file, with the row numbers a person sees."""

import csv
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ngoaivu.documents.secrecy import refuse_stamped
from ngoaivu.registry.desk import reading_xlsx

MOST_ROWS = 5000
MOST_BYTES = 10 * 1024 * 1024
MOST_UNPACKED = 20 * MOST_BYTES
# The reader stops itself by its own clock; this one is for a machine that is busy with other things.
PATIENCE = 60


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
    lines = _sheets(path)[0] if PurePath(name.lower()).suffix == ".xlsx" else _text(path)
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


def check_stamps(path: Path, name: str) -> None:
    """Refuse a file that is stamped secret anywhere, naming the cell: the whole file is kept, so every sheet is searched."""
    sheets = _sheets(path) if PurePath(name.lower()).suffix == ".xlsx" else [_text(path)]
    for number, rows in enumerate(sheets, start=1):
        for row, place, cell in ((row, place, cell) for row, cells in enumerate(rows, start=1) for place, cell in enumerate(cells) if cell):
            _check_stamp(cell, {"sheet": number, "row": row, "column": rows[0][place] if place < len(rows[0]) else place + 1})
    refuse_stamped("\f".join("\n".join(cell for row in sheet for cell in row) for sheet in sheets))


def _check_stamp(cell: str, names: Mapping[str, Any]) -> None:
    try:
        refuse_stamped(cell)
    except ValidationError as error:
        told = _("Sheet %(sheet)d, row %(row)d, column “%(column)s”: %(sentence)s")
        raise ValidationError(told % {**names, "sentence": " ".join(error.messages)}, code="secret") from error


def _sheets(path: Path) -> list[list[list[str]]]:
    """The sheets of a workbook as rows of texts, if it is one and does not unfold to more than a list can be."""
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise _unfolding()
    except zipfile.BadZipFile as error:
        raise _unreadable() from error
    command = [sys.executable, "-I", str(Path(reading_xlsx.__file__)), str(path)]
    try:
        read = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise _unfolding() from error
    if read.returncode == reading_xlsx.NOTHING:
        raise _unreadable()
    if read.returncode:
        raise _unfolding()
    sheets: list[list[list[str]]] = json.loads(read.stdout)
    return sheets


def _unreadable() -> ValidationError:
    return ValidationError(_("The file cannot be read as XLSX: open it in the spreadsheet program and save it again as XLSX."))


def _unfolding() -> ValidationError:
    return ValidationError(_("The file unpacks to far more than a list holds: copy the list into a new file and send that."))


def _text(path: Path) -> list[list[str]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError(_("The CSV file is not in UTF-8: save it as “CSV UTF-8”, or as XLSX.")) from error
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    try:
        return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter=mark)]
    except csv.Error as error:
        raise ValidationError(_("The CSV file has a cell that does not end: check its quotation marks, or save it as XLSX.")) from error
