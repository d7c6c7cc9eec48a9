"""Rows and columns «hàng, cột»: cells parted by a bar or a tab, and the time the head of a column tells."""

from __future__ import annotations

import re
from bisect import bisect_left

from .evidence import Evidence
from .scopes import Mark

_EDGE = re.compile(r"[|\t]")


def column_of(evidence: Evidence, place: int) -> int | None:
    """In which cell of its row a figure stands; None outside tables."""
    number = evidence.sentence(place)
    if not evidence.row(number):
        return None
    start, _ = evidence.bounds(number)
    return len(_EDGE.findall(evidence.lower, start, place))


def head_time(evidence: Evidence, place: int) -> Mark | None:
    """The time that the head of its column tells: "Quý III | 9 tháng"."""
    number, column = evidence.sentence(place), column_of(evidence, place)
    head = evidence.heads.get(number)
    if column is None or head is None or head == number:
        return None
    start, end = evidence.bounds(head)
    edges = [start, *(edge.end() for edge in _EDGE.finditer(evidence.lower, start, end)), end + 1]
    if column + 1 >= len(edges):
        return None
    first, last = (bisect_left(evidence.marks, edge, key=lambda mark: mark.start) for edge in edges[column : column + 2])
    return min(evidence.marks[first:last], key=lambda mark: mark.scope.grain, default=None)
