"""Blank lists «mẫu danh sách»: the spreadsheet an officer fills in: a column for each thing, one example row, the words a cell may hold."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _
from xlsxwriter.utility import xl_col_to_name

from ngoaivu.registry.desk.workbooks import sheet_name

FURTHEST = 5000  # rows


@dataclass(frozen=True, slots=True)
class BlankColumn:
    """A column to fill in: its heading, the note beside it, its cell in the example row, the words offered; only these when `closed`."""

    heading: str
    note: str
    example: str
    words: Sequence[str] = ()
    closed: bool = False


def written(title: str, columns: Sequence[BlankColumn]) -> io.BytesIO:
    """The list: headings with a note each, one example row, and behind them a sheet of the words its columns offer."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    sheet, offered = book.add_worksheet(sheet_name(title)), book.add_worksheet(sheet_name(_("Words to choose from")))
    sheet.freeze_panes(1, 0)
    bold, text = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": "@"})
    for place, column in enumerate(columns):
        sheet.set_column(place, place, 24, text)
        sheet.write_string(0, place, column.heading, bold)
        sheet.write_string(1, place, column.example, text)
        if column.note:
            sheet.write_comment(0, place, column.note)
        if column.words:
            _offer(sheet, offered, place, column)
    book.close()
    target.seek(0)
    return target


def _offer(sheet: Any, offered: Any, place: int, column: BlankColumn) -> None:
    """Let the cells of a column be chosen; where more names than these are understood, another is only asked about."""
    offered.write_string(0, place, column.heading)
    offered.write_column(1, place, column.words)
    letter = xl_col_to_name(place)
    told = {"title": column.heading[:32], "message": _("Choose one of the words offered.")}
    rule = {
        "validate": "list",
        "source": f"='{offered.get_name()}'!${letter}$2:${letter}${len(column.words) + 1}",
        "error_type": "stop" if column.closed else "warning",
        "error_title": told["title"],
        "error_message": told["message"],
    }
    sheet.data_validation(1, place, FURTHEST, place, rule)
