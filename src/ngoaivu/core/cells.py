"""Cells «ô bảng tính» of files that a spreadsheet program opens: words stay words."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(cell: str) -> str:
    """The words of a cell, marked as words where a program would take them for a formula and reckon."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
