"""Tables that run on «bảng lũy kế»: a column of each month and one of the year to date, "March: 240 / 615", the second the first added up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from ...model import Finding
from ..evidence import Evidence
from ..facts import Fact
from ..lists import phrases
from .cells import cell, told

_VALUE = r"\d[\d.,]*"
_ROW = re.compile(
    r"[ \t\-+*•–|]*(?P<label>[^\n|:/]{1,24}?)[ \t]*[|:/–\t-][ \t]*"
    rf"(?P<one>{_VALUE})(?:[ \t]*[|/;\t][ \t]*(?P<other>{_VALUE}))?[ \t|.;]*(?=\n|$)"
)
_LEAST, _OPENING = 3, 300
_ROUNDED = Decimal("0.06")  # two values of one decimal, each rounded


@dataclass(frozen=True)
class _Line:
    """One row: its label, its value, the value to date, and where these two stand."""

    label: str
    month: Decimal | None
    total: Decimal
    start: int
    end: int


def check_running_tables(evidence: Evidence, _facts: list[Fact]) -> Iterator[Finding]:
    """Rows that do not carry on the row above as the others do, and counts to date that sink."""
    for head, lines in _tables(evidence):
        running = evidence.has("to_date", head)
        yield from _carried(evidence, lines) if lines[0].month is not None else ()
        yield from _sinking(evidence, lines) if running else ()


def _tables(evidence: Evidence) -> Iterator[tuple[str, list[_Line]]]:
    """Rows of one form below each other, with the words above them."""
    rows, place = list[_Line](), 0
    for text in [*evidence.lower.split("\n"), ""]:
        line = _line(evidence, text, place)
        if line is None or (rows and (line.month is None) != (rows[0].month is None)):
            if len(rows) >= _LEAST:
                yield evidence.lower[max(0, rows[0].start - _OPENING) : rows[0].start], rows
            rows = []
        rows += [line] if line else []
        place += len(text) + 1


def _line(evidence: Evidence, text: str, place: int) -> _Line | None:
    found = _ROW.match(text)
    if found is None:
        return None
    one, other = cell(found["one"], evidence.lang), cell(found["other"], evidence.lang) if found["other"] else None
    if one is None or (found["other"] and other is None):
        return None
    start, end = place + found.start("one"), place + (found.end("other") if found["other"] else found.end("one"))
    return _Line(found["label"].strip(), one if other is not None else None, one if other is None else other, start, end)


def _timed(evidence: Evidence, lines: list[_Line]) -> bool:
    """Whether the rows are months or quarters."""
    return all(phrases(evidence.lang, "row_times").search(line.label) or line.label.isdecimal() for line in lines)


def _carried(evidence: Evidence, lines: list[_Line]) -> Iterator[Finding]:
    """The one row, or the one with the next that begins from it, whose value to date the months do not make."""
    steps = [abs(before.total + (line.month or 0) - line.total) < _ROUNDED for before, line in pairwise(lines)]
    first = lines[0].month == lines[0].total
    broken = [n for n, holds in enumerate(steps) if not holds]
    if not broken or len(broken) > 2 or broken[-1] - broken[0] > 1 or sum(steps) + first < 2 or not _timed(evidence, lines):
        return
    before, line = lines[broken[0]], lines[broken[0] + 1]
    said = {"sum": told(evidence, before.total + (line.month or 0)), "total": told(evidence, line.total)}
    yield Finding("parts_total", line.start, line.end, evidence.message("running_row", **said))


def _sinking(evidence: Evidence, lines: list[_Line]) -> Iterator[Finding]:
    """A count to date below that of the row above."""
    if not _timed(evidence, lines):
        return
    falls = [(before, line) for before, line in pairwise(lines) if line.total < before.total]
    if len(falls) == 1:
        before, line = falls[0]
        said = {"short": told(evidence, before.total), "long": told(evidence, line.total)}
        yield Finding("month_year", line.start, line.end, evidence.message("month_year", **said))
