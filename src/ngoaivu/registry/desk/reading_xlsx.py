"""Reads a workbook named on the command line: a process of its own, with little memory and time, because a small file can unfold to anything.

A sheet is laid out as one rectangle up to its farthest cell: two cells in opposite corners ask for hundreds of gigabytes.
Exit codes: 0 and the sheets, each a list of rows of texts, as JSON; 3 where it is no workbook; anything else: it took more than it may.
"""

import json
import resource
import sys
from datetime import date, datetime
from typing import Any

MEMORY = 640 * 1024 * 1024
SECONDS = 12
# Four times what an import takes, so that a list a little too long is told its length.
ROWS = 20_000
COLUMNS = 300
LETTERS = 20_000_000
NOTHING, TOO_MUCH = 3, 4


def main() -> int:
    """Write the cells of all sheets, empty ones at the end of a row left out."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    from python_calamine import CalamineError, CalamineWorkbook  # slow import

    told, sheets = 0, []
    try:
        book = CalamineWorkbook.from_path(sys.argv[1])
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height > ROWS or sheet.total_width > COLUMNS:
                return TOO_MUCH
            rows = [_row(row) for row in sheet.to_python(skip_empty_area=False)]
            told += sum(len(cell) for row in rows for cell in row)
            if told > LETTERS:
                return TOO_MUCH
            sheets.append(rows)
    except (MemoryError, RecursionError):
        return 1
    except (CalamineError, OSError, ValueError):
        return NOTHING
    if not sheets:
        return NOTHING
    sys.stdout.buffer.write(json.dumps(sheets).encode())
    return 0


def _row(values: list[Any]) -> list[str]:
    cells = [_cell(value) for value in values]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _cell(value: Any) -> str:
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip() if value is not None else ""


if __name__ == "__main__":
    sys.exit(main())
