"""Lines of months or quarters and the longer time they make «các tháng cộng thành quý, năm»: "March 402", below "First quarter 987"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...model import Finding
from ..evidence import Evidence
from ..facts import Fact
from .cells import cell, told

_LINE = re.compile(
    r"[ \t\-+*•–|]*(?P<label>[^\n|:(]{1,24}?)[ \t]*[|:–\t -][ \t]*(?P<value>\d[\d.,]*)"
    r"[ \t|]*[^\W\d_]{0,12}[ \t]*[^\W\d_]{0,12}[ \t]*(?:\([^()\n]*\))?[ \t.;,]*(?=\n|$)"
)
_MONTHS, _QUARTERS = (3, 6, 9, 12), (4,)  # how many lines make a longer time
_ROUNDED = Decimal("0.05")

_Row = tuple[str, Decimal, int, int]


def check_seasons(evidence: Evidence, _facts: list[Fact]) -> Iterator[Finding]:
    """A quarter, half or year that the months or quarters right above it do not make."""
    parts, every, place = list[_Row](), list[_Row](), 0
    for text in evidence.lower.split("\n"):
        row = _row(evidence, text, place)
        place += len(text) + 1
        if row and row[0] in evidence.words.get("period_totals", ()):
            if row[1] not in (_sum(every), _sum(parts)):
                yield from _total(evidence, parts, row)
            parts = []
        elif row and evidence.starts_with("row_times", row[0]):
            parts = [*parts, row] if not parts or _sort(evidence, parts[-1]) == _sort(evidence, row) else [row]
            every = [*every, row]
        else:
            parts, every = [], []


def _row(evidence: Evidence, text: str, place: int) -> _Row | None:
    found = _LINE.match(text)
    value = cell(found["value"], evidence.lang) if found else None
    return None if found is None or value is None else (found["label"].strip(), value, place + found.start("value"), place + found.end("value"))


def _sort(evidence: Evidence, row: _Row) -> bool:
    """Whether a row is a quarter and no month."""
    return evidence.starts_with("quarter_rows", row[0])


def _sum(rows: list[_Row]) -> Decimal:
    return sum((row[1] for row in rows), Decimal(0))


def _total(evidence: Evidence, parts: list[_Row], total: _Row) -> Iterator[Finding]:
    """The finding on a longer time; where the number of lines is another, they are not all of it."""
    added = _sum(parts)
    quarters = bool(parts) and _sort(evidence, parts[0])
    whole = len(parts) in (_QUARTERS if quarters else _MONTHS) and not (quarters and _sort(evidence, total))
    if whole and added / 2 < total[1] < added * 2 and abs(added - total[1]) > _ROUNDED * len(parts):
        said = {"sum": told(evidence, added), "total": told(evidence, total[1])}
        yield Finding("parts_total", total[2], total[3], evidence.message("parts_total", **said))
