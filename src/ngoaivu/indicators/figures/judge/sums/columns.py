"""Lists and tables that add up «bảng có dòng cộng»: a line of totals against the lines it adds, a column against those beside it.

A line is a label with a figure ("Hoa Kỳ: 642,8") or a row of cells ("Giao lưu | 9 | 135"). A total is wrong where no reading of its
lines makes it: all of them, those nearest to it, with or without the lines that only tell a part ("Trong đó: ...", "A1" below "A").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from ...model import Finding
from ..arithmetic import meet, reach, slip, step_of
from ..evidence import Evidence
from ..facts import Fact
from ..lists import ending

_HEAD = re.compile(r"\s*([\-+*•–]?)\s*(?:(?:([ivx]{1,4})|([a-zđ])|(\d{1,2}))((?:\.?\d{1,2})*)(?:[.)]|\s*[|\t]))?[\s.)|\t]*")
_EDGE, _LETTER = re.compile(r"[|\t]"), re.compile(r"[^\W\d]")
_LABEL = re.compile(r"[^.;:|\d]*[^\W\d_][^.;:|\d]*[ \t]|[ \t\-•*–]*(?:q|t)[1-9]\d?[ \t]+[–—-]?[ \t]*")
_NOTE = re.compile(r"[ \t]*(?:[^\W\d_]+[ \t]*){0,2}(?:\([^()]*\))?[ \t.;,]*")
_AWAY = 14  # characters from the colon to its figure
_LONGEST = 40  # lines of a block
_CERTAIN, _FAR, _LIKELY = 2, Decimal(6), Decimal("0.25")  # parts; times too much or too little; chance of a slip
_ABOVE = Decimal("1.4")  # a total told first is one only where its lines come near it
_PAPERS = frozenset({"case", "file", "document", "procedure", "passport", "visa", "permit", "person_trip"})  # an office counts them as one
_SHARED = frozenset({"country", "language", "partner"})  # each may stand in several lines
_ADDED = frozenset({"count", "money", "measure"})


@dataclass(frozen=True)
class _Line:
    """One line of a list: its label, how it is marked, whether it says that it only tells a part, and its figures by column, from the right."""

    label: str
    mark: str
    partly: bool
    cells: dict[int, Fact]


def check_columns(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Totals that their lines do not make, and rows that do not add up as the others do."""
    for block in _blocks(evidence, facts):
        for place, line in enumerate(block):
            for column, total in line.cells.items() if _adds(evidence, line) else ():
                yield from _total(evidence, block, place, column, total)
            yield from _parent(evidence, line, block[place + 1 :]) if not _adds(evidence, line) else ()
        yield from _rows(evidence, block)


def _blocks(evidence: Evidence, facts: list[Fact]) -> Iterator[list[_Line]]:
    """Lines that stand below each other; a line that is no label with a figure ends a block."""
    start, block, told = 0, list[_Line](), iter([*facts, None])
    fact = next(told)
    for text in evidence.lower.split("\n"):
        here = []
        while fact is not None and fact.figure.start < start + len(text):
            here.append(fact)
            fact = next(told)
        line = _line(evidence, text, start, here) if here else None
        if line is None or len(block) == _LONGEST:
            yield block
            block = []
        block += [line] if line else []
        start += len(text) + 1
    yield block


def _line(evidence: Evidence, text: str, start: int, facts: list[Fact]) -> _Line | None:
    """A line by its text and figures; None for a sentence."""
    head = _HEAD.match(text)
    opening = head.end() if head else 0
    if facts[0].column is not None:
        cells = {-len(_EDGE.findall(text, fact.figure.end - start)): fact for fact in facts if fact.figure.kind in _ADDED}
        label = next((cell.strip() for cell in _EDGE.split(text) if _LETTER.search(cell)), "")
    else:
        colon = text.find(":", opening)
        bare = _bare(text, start, facts[0]) if colon < 0 else None
        value = bare or (next((fact for fact in facts if 0 <= fact.figure.start - start - colon <= _AWAY), None) if colon > 0 else None)
        cells = {0: value} if value and value.figure.kind in _ADDED and not value.figure.high else {}
        label = text[opening : bare.figure.start - start if bare else colon].strip(" \t–—-")
    return _Line(label, _mark(head), evidence.starts_with("parted", label), cells) if cells and _LETTER.search(label) else None


def _bare(text: str, start: int, fact: Fact) -> Fact | None:
    """The figure of a line without a colon that is all of it but a label and a note: "March 402", "Europe – 5 (two new)"."""
    label, rest = text[: fact.figure.start - start], text[fact.figure.end - start :]
    return fact if _LABEL.fullmatch(label) and _NOTE.fullmatch(rest) else None


def _mark(head: re.Match[str] | None) -> str:
    """The sort of bullet or number a line is marked with: roman, a letter, a digit, and how deep."""
    if head is None:
        return ""
    sort = next((name for name, found in zip("rad", head.groups()[1:4], strict=True) if found), head[1])
    return sort + "." * len(re.findall(r"\d{1,2}", head[5] or ""))


def _adds(evidence: Evidence, line: _Line) -> bool:
    """Whether a line is one of totals, by its label."""
    return evidence.starts_with("total_lines", line.label) or ending(evidence.lang, "total_ends", line.label)


def _total(evidence: Evidence, block: list[_Line], place: int, column: int, total: Fact) -> Iterator[Finding]:
    """A total that no reading of the lines above it makes; of those below it where it stands first."""
    closing = place >= _CERTAIN
    lines = [line for line in (block[place - 1 :: -1] if closing else block[place + 1 :]) if column in line.cells]
    top = next((line.mark for line in block if not _adds(evidence, line)), "")
    tops = [line for line in lines if not line.partly and line.mark in ("", top)]
    parts = [line.cells[column] for line in tops if not _adds(evidence, line)]
    if len(parts) < (_CERTAIN if closing else _CERTAIN + 1) or not _alike(total, parts, bare=True) or _distinct(total, parts):
        return
    added = sum((part.value for part in parts), Decimal(0))
    if _sure(block, place, tops) and not _makes(total, parts) and _meant(total, added, closing):
        yield _found(evidence, total, added)
        return
    readings = (lines, [line for line in lines if not line.partly], tops, [line for line in tops if not _adds(evidence, line)])
    if not any(_makes(total, run) for lines in readings for run in _runs([line.cells[column] for line in lines])) and _meant(total, added, closing):
        yield _found(evidence, total, added)


def _distinct(total: Fact, parts: list[Fact]) -> bool:
    """Whether a total counts what several lines may share: 13 countries of 7, 9 and 6."""
    return total.figure.unit in _SHARED and max(part.value for part in parts) <= total.value < sum(part.value for part in parts)


def _sure(block: list[_Line], place: int, lines: list[_Line]) -> bool:
    """Whether another column of a line of totals is what all of its lines make."""
    columns = [(total, [line.cells[column] for line in lines if column in line.cells]) for column, total in block[place].cells.items()]
    return any(len(cells) == len(lines) > _CERTAIN and _makes(total, cells) for total, cells in columns)


def _runs(facts: list[Fact]) -> Iterator[list[Fact]]:
    """The figures nearest to a total, and those farthest from it, as many as there may be."""
    for length in range(_CERTAIN, len(facts) + 1):
        yield facts[:length]
        yield facts[-length:]


def _parent(evidence: Evidence, line: _Line, below: list[_Line]) -> Iterator[Finding]:
    """A line and the lines marked as its parts, "A" with "A1" and "A2", a plain line with its bullets, that do not make it."""
    parts = list(takewhile(lambda one: one.mark and one.mark != line.mark and (one.mark.startswith(line.mark) or line.mark in "r"), below))
    for column, total in line.cells.items() if len(parts) >= _CERTAIN and not any(one.partly for one in parts) else ():
        cells = [one.cells[column] for one in parts if column in one.cells]
        added = sum((part.value for part in cells), Decimal(0))
        if len(cells) == len(parts) and _alike(total, cells) and not _makes(total, cells) and _meant(total, added, False):
            yield _found(evidence, total, added)


def _found(evidence: Evidence, total: Fact, added: Decimal) -> Finding:
    return evidence.found("parts_total", [total.figure], sum=evidence.say(added, total.figure), total=evidence.say(total.value, total.figure))


def _alike(total: Fact, parts: list[Fact], *, bare: bool = False) -> bool:
    """Whether the parts are of the total's sort: no plan, no average, one unit or none."""
    named = [fact for fact in (total, *parts) if not (bare and fact.figure.text.strip()[-1:].isdigit())]
    if any(fact.evidence.starts_with("one_each", fact.tail.lstrip()) for fact in parts):  # "Rows 4 and 5: 20 each"
        return False
    units = {fact.figure.unit for fact in named} - {None}
    return (
        (len(units) <= 1 or units <= _PAPERS)
        and len({fact.figure.kind for fact in (total, *parts)}) == 1
        and not any(fact.average for fact in (total, *parts))
    )


def _makes(total: Fact, parts: list[Fact]) -> bool:
    step = min(step_of(fact.figure) for fact in (total, *parts))
    spans = [reach(part.figure, step) for part in parts]
    return meet(reach(total.figure, step), (sum((span[0] for span in spans), Decimal(0)), sum((span[1] for span in spans), Decimal(0))))


def _meant(total: Fact, added: Decimal, closing: bool) -> bool:
    """Whether anyone can have meant the lines to make the total: near it, or a slip of the pen away."""
    most = max(added, total.value) / max(min(added, total.value), Decimal("1e-9"))
    return most <= (_FAR if closing else _ABOVE) or slip(total.figure, added) < _LIKELY


def _rows(evidence: Evidence, block: list[_Line]) -> Iterator[Finding]:
    """The one row of a table whose last cell is not the sum of the others, where it is in all other rows."""
    rows = [[line.cells[column] for column in sorted(line.cells)] for line in block if len(line.cells) > _CERTAIN]
    broken = [row for row in rows if not _makes(row[-1], row[:-1])]
    if len(rows) > _CERTAIN and len(broken) == 1 and len({len(row) for row in rows}) == 1 and _alike(broken[0][-1], broken[0][:-1]):
        yield _found(evidence, broken[0][-1], sum((part.value for part in broken[0][:-1]), Decimal(0)))
