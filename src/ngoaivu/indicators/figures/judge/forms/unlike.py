"""A whole and its parts in units of different sorts «tổng và phần khác loại đơn vị».

"Tổng cộng 38 triệu USD, gồm 21 đoàn vào và 17 đoàn ra", one line in dong among lines in people that make the total: the numbers add up,
so the unit of one of them is wrong or missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...model import Finding
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact
from .kinds import kind_of, unit_shown

_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_MOST = 8  # parts of one whole
_OPENING = 24  # characters from a whole to the word that opens its parts
_BETWEEN = 90  # characters between two parts
_THINGS = ("people", "things")


def check_unlike(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Wholes that their parts make but for the sort of unit, in sentences and in lists of lines."""
    for fact in facts:
        parts = _parts(evidence, facts, fact)
        if len(parts) > 1 and _odd(fact, parts):
            yield _finding(evidence, fact)
    for lines in _lists(evidence, facts):
        yield from _odd_line(evidence, lines)


def _parts(evidence: Evidence, facts: list[Fact], whole: Fact) -> list[Fact]:
    """The figures behind a word that opens parts, of one sort, whose numbers make the number of the whole."""
    if not evidence.starts_with("totals_open", whole.tail[:_OPENING].lstrip(" ,;:(")) or _shown(whole) is None:
        return []
    parts: list[Fact] = []
    for fact in facts[whole.place + 1 : whole.place + 1 + _MOST]:
        shown = _shown(fact)
        far = fact.sentence != whole.sentence or (parts and fact.figure.start - parts[-1].figure.end > _BETWEEN)
        if far or shown is None or (parts and _sort(fact) != _sort(parts[0])):
            break
        parts.append(fact)
        if _sum(parts) == _shown(whole) and len(parts) > 1:
            return parts
    return []


def _sum(facts: list[Fact]) -> Decimal:
    return sum((_shown(fact) or Decimal(0) for fact in facts), Decimal(0))


def _odd(one: Fact, others: list[Fact]) -> bool:
    """Whether one figure is of another sort than all the others, which are of one."""
    sorts = {_sort(fact) for fact in others}
    return len(sorts) == 1 and None not in sorts and _sort(one) not in (None, *sorts)


def _sort(fact: Fact) -> str | None:
    """The sort of unit; people and things are all counted, a number of nothing is bare, a share or a rate has no sort here."""
    figure = fact.figure
    if figure.kind == "count":
        named = "counted" if unit_shown(figure) else None
        return None if figure.per or figure.of else named if figure.unit or figure.text[-1:].isalpha() else "bare"
    kind = kind_of(figure)
    return "counted" if kind in _THINGS else kind if figure.kind in ("money", "measure") else None


def _shown(fact: Fact) -> Decimal | None:
    """The number as it is written, without its scale."""
    found = _NUMBER.search(fact.figure.text)
    if found is None or fact.figure.high is not None:
        return None
    mark = vocabulary(fact.evidence.lang)["decimal"]
    whole, _, rest = found.group().partition(mark)
    digits = re.sub(r"\D", "", whole)
    return Decimal(f"{digits}.{rest}") if not rest or rest.isdecimal() else None


def _lists(evidence: Evidence, facts: list[Fact]) -> Iterator[list[Fact]]:
    """Runs of lines that have one figure each."""
    run: list[Fact] = []
    for fact in facts:
        alone = all(other.sentence != fact.sentence for other in (*facts[fact.place - 1 : fact.place], *facts[fact.place + 1 : fact.place + 2]))
        lined = alone and evidence.listed(fact.sentence) and not evidence.row(fact.sentence)
        if run and (not lined or fact.sentence != run[-1].sentence + 1):
            yield run
            run = []
        if lined:
            run.append(fact)
    yield run


def _odd_line(evidence: Evidence, lines: list[Fact]) -> Iterator[Finding]:
    """The line of another sort in a list whose last, or first, is the sum of the others."""
    if len(lines) < 3 or any(_shown(fact) is None for fact in lines):
        return
    for total in (lines[-1], lines[0]):
        parts = [fact for fact in lines if fact is not total]
        if _shown(total) == _sum(parts):
            odd = [fact for fact in lines if _odd(fact, [other for other in lines if other is not fact])]
            yield from (_finding(evidence, fact) for fact in odd)
            return


def _finding(evidence: Evidence, fact: Fact) -> Finding:
    if _sort(fact) == "bare":
        return evidence.found("missing_unit", [fact.figure], told="missing_counted", text=fact.figure.text)
    return evidence.found("wrong_unit", [fact.figure], told="unlike_parts", text=fact.figure.text)
