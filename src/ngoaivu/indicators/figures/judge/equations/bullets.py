"""Lines under their total «các dòng sau tổng số»: "Đoàn gồm 14 người:" and a line for each of its parts, with as many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..evidence import Evidence
from ..facts import Fact
from .model import Equation, apart, slipped, valued

BULLETED = "bulleted"  # the trait of such a sum
_FEWEST, _MOST = 2, 20  # lines
_OVER, _UNDER = -0.12, 0.25  # as a logarithm: of more too many some may be named twice, of more too few some not at all
_MARK = re.compile(r"\s*(?:[-+*•–]|\d{1,2}[.)]|\(?[a-zđ]\))\s+")
_TAIL = 40  # characters from a total to the colon


def bullets(evidence: Evidence, facts: list[Fact]) -> Iterator[Equation]:
    """A line that ends with a total and a colon, and behind it marked lines that each hold one figure of its unit first."""
    for total in facts:
        if valued(total) and not (total.figure.of or total.base or total.average) and _opens(evidence, total):
            parts = _parts(evidence, facts, total)
            if len(parts) >= _FEWEST:
                yield _equation(total, parts)


def _opens(evidence: Evidence, total: Fact) -> bool:
    """Whether the line ends with the total and a colon, and neither says that the lines tell only some nor that they overlap."""
    rest = evidence.lower[total.figure.end :].partition("\n")[0]
    start = evidence.lower.rfind("\n", 0, total.figure.start) + 1
    opening = evidence.lower[start : total.figure.end] + rest
    plain = not any(evidence.has(words, rest) for words in ("among", "weakly", "counted_twice"))
    return rest.rstrip().endswith(":") and len(rest) <= _TAIL and not any(map(str.isdigit, rest)) and plain and not _MARK.match(opening)


def _parts(evidence: Evidence, facts: list[Fact], total: Fact) -> list[Fact]:
    """The first figure of each line, all of the total's unit; none where a line has none or another."""
    place = evidence.lower.find("\n", total.figure.end) + 1
    found: list[Fact] = []
    while place > 0 and (mark := _MARK.match(evidence.lower, place)) and len(found) < _MOST:
        end = evidence.lower.find("\n", place)
        line = [fact for fact in facts[total.place + 1 :] if mark.end() <= fact.figure.start < (end if end > 0 else len(evidence.lower))]
        if not line or not _alike(line[0], total) or any(_alike(fact, total) for fact in line[1:]):
            return []
        found.append(line[0])
        place = end + 1
    return found


def _alike(part: Fact, total: Fact) -> bool:
    one, other = part.figure, total.figure
    same = one.unit == other.unit or (one.kind == other.kind == "count" and one.unit is None)
    return valued(part) and one.kind == other.kind and same and one.per == other.per and not (one.of or part.base or part.plan or part.average)


def _equation(total: Fact, parts: list[Fact]) -> Equation:
    added = sum((part.value for part in parts), Decimal(0))
    roles, figures = (("total", total), ("first", parts[0]), ("last", parts[-1])), (total, *parts)
    exact = all(fact.figure.hedge == "exact" for fact in figures)
    error = apart(total.value, added)
    seen = {BULLETED: 1.0} if exact and _OVER < error < _UNDER else {}
    return Equation("sum", roles, figures, total.value == added, added, error, slipped((total, added)), seen)
