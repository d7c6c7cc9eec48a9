"""Workbooks: a list as an XLSX file in which days are days and numbers are numbers, so that a spreadsheet sorts and adds them."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from tempfile import TemporaryFile
from typing import IO, Any

import xlsxwriter

from ngoaivu.core.money import EXPONENTS, Money

Cell = str | int | date | Money
NARROWEST, WIDEST = 10, 60
SHEET_NAME = 31
NOT_IN_A_NAME = re.compile(r"[][:*?/\\]")


def written(title: str, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> IO[bytes]:
    """The file, read from its beginning; whoever takes it closes it."""
    target = TemporaryFile()  # noqa: SIM115  the response closes it
    book = xlsxwriter.Workbook(target, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(sheet_name(title))
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, head, book.add_format({"bold": True}))
    formats = _formats(book)
    widths = [len(name) for name in head]
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            _write(sheet, number, place, cell, formats)
            widths[place] = max(widths[place], len(cell) if isinstance(cell, str) else NARROWEST + 8 * isinstance(cell, Money))
    for place, width in enumerate(widths):
        sheet.set_column(place, place, min(max(width + 2, NARROWEST), WIDEST))
    book.close()
    target.seek(0)
    return target


def sheet_name(title: str) -> str:
    """A title as a sheet may be called."""
    return NOT_IN_A_NAME.sub(" ", title)[:SHEET_NAME].strip("' ")


def _formats(book: Any) -> dict[str, Any]:
    amounts = {code: book.add_format({"num_format": f'#,##0{"." + "0" * places if places else ""} "{code}"'}) for code, places in EXPONENTS.items()}
    return amounts | {"day": book.add_format({"num_format": "dd/mm/yyyy"}), "number": book.add_format({"num_format": "#,##0"})}


def _write(sheet: Any, number: int, place: int, cell: Cell, formats: dict[str, Any]) -> None:
    if isinstance(cell, Money):
        sheet.write_number(number, place, cell.amount, formats[cell.currency])
    elif isinstance(cell, date):
        sheet.write_datetime(number, place, cell, formats["day"])
    elif isinstance(cell, int):
        sheet.write_number(number, place, cell, formats["number"])
    else:
        sheet.write_string(number, place, cell)
