"""One total divided anew «phân tổ»: "Theo hình thức: 8 trực tiếp, 9 trực tuyến và 4 kết hợp" of the 19 that came out before; "Thành phần: ..."."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ..evidence import Evidence
from ..facts import Fact
from .model import Equation, apart, slipped, valued

DIVIDED = "divided"  # the trait of such a sum
_LOOKED, _BACK, _NEAR = 12, 3, 0.4  # parts and figures looked at; sentences back; as a logarithm, farther off nobody meant one total
_MARK = re.compile(r"\s*(?:[-+*•–]\s*)?(?:\(?[a-zđ0-9]{1,2}[.)]\s+)?")  # of an item: "- ", "b) "
_ITEM = re.compile(r",(?!\d)")
_HEAD = 70  # characters


def divisions(evidence: Evidence, facts: list[Fact]) -> Iterator[Equation]:
    """Lists that open with what they divide by, with the total that an earlier list made, or the delegation they make up."""
    for first in facts:
        head = _head(evidence, first)
        if not head or not valued(first) or first.figure.kind != "count":
            continue
        parts = _parts(evidence, facts, first)
        made = evidence.starts_with("made_up_of", head)
        total = (_group if made else _divided)(evidence, facts, first)
        if total is None or len(parts) < 2:
            continue
        added = sum((part.value for part in parts), Decimal(0))
        meant = abs(apart(total.value, added)) < _NEAR and _complete(evidence, head, parts) and not _unnumbered(evidence, parts, total.value - added)
        if added == total.value or meant:
            yield _equation(total, parts, added)


def _equation(total: Fact, parts: list[Fact], added: Decimal) -> Equation:
    roles, figures = (("total", total), ("first", parts[0]), ("last", parts[-1])), (total, *parts)
    if total.value == added:
        return Equation("sum", roles, figures, True, added)
    return Equation("sum", roles, figures, False, added, apart(total.value, added), slipped((total, added)), {DIVIDED: 1.0})


def unmarked(text: str) -> str:
    """`text` without the mark of an item before it."""
    match = _MARK.match(text)
    return text[match.end() :] if match else text


def _head(evidence: Evidence, first: Fact) -> str:
    """The words that open the sentence of a figure, up to it, where they say by what is divided."""
    start = evidence.bounds(first.sentence)[0]
    opening = unmarked(evidence.lower[start : first.figure.start])
    if len(opening) > _HEAD or (first.previous is not None and first.previous.end > start):
        return ""
    return opening if divides(evidence, first, opening, "by_kinds", "made_up_of") else ""


def divides(evidence: Evidence, first: Fact, opening: str, *words: str) -> bool:
    """Whether words that open a list say by what it divides; "By December, 12 will follow" says when."""
    if not any(evidence.starts_with(each, opening) for each in words):
        return False
    place = bisect_left(evidence.marks, first.figure.start - len(opening), key=lambda mark: mark.start)
    return place == len(evidence.marks) or evidence.marks[place].start >= first.figure.start


def _parts(evidence: Evidence, facts: list[Fact], first: Fact) -> list[Fact]:
    """The counts of one sort in the sentence of the first."""
    near = [fact for fact in facts[first.place : first.place + _LOOKED] if fact.sentence == first.sentence]
    people = first.figure.unit == "person"
    units = {first.figure.unit, None} if people or first.figure.unit else {fact.figure.unit for fact in near}
    return [fact for fact in near if valued(fact) and fact.figure.kind == "count" and fact.figure.unit in units]


def _divided(evidence: Evidence, facts: list[Fact], first: Fact) -> Fact | None:
    """The nearest total before, which the figures behind it made."""
    for total in reversed(facts[max(0, first.place - _LOOKED) : first.place]):
        if first.sentence - total.sentence <= _BACK and valued(total) and total.figure.kind == "count" and _made(facts, total, first):
            return total
    return None


def _made(facts: list[Fact], total: Fact, first: Fact) -> bool:
    """Whether the counts between a total and a list make the total, all of them of one sentence."""
    parts = [fact for fact in facts[total.place + 1 : first.place] if valued(fact) and fact.figure.kind == "count"]
    one = len({fact.sentence for fact in parts}) == 1 and len(parts) > 1
    return one and sum((fact.value for fact in parts), Decimal(0)) == total.value


def _group(evidence: Evidence, facts: list[Fact], first: Fact) -> Fact | None:
    """The first count of people of the sentence before, behind a word like "gồm"."""
    before = [fact for fact in facts[max(0, first.place - _LOOKED) : first.place] if fact.sentence == first.sentence - 1]
    people = [fact for fact in before if fact.figure.unit == "person" and valued(fact)]
    plain = bool(people) and people[0].figure.hedge == "exact" and not (people[0].plan or people[0].base or people[0].average)
    return people[0] if plain and evidence.has("group_counted", people[0].lead) else None


def _complete(evidence: Evidence, head: str, parts: list[Fact]) -> bool:
    """Whether a list says that it ends, and neither that it tells some only nor that some are counted twice."""
    start, end = evidence.bounds(parts[0].sentence)
    told = evidence.lower[start : evidence.bounds(parts[0].sentence + 1)[1]]
    last = evidence.between(parts[-2].figure, parts[-1].figure)
    ends = evidence.has("joiners", last) or head.rstrip().endswith(":")
    plain = not any(part.figure.of or part.figure.hedge != "exact" or part.base or part.plan or part.average for part in parts)
    tail = evidence.lower[parts[-1].figure.end : end]
    rest = re.split(r"[;,.]", tail, maxsplit=1)[1:]
    weak = evidence.has("rest", " ".join(rest)) or any(evidence.has(words, evidence.lower[start:end]) for words in ("weakly", "among"))
    return ends and plain and not weak and not evidence.has("counted_twice", told)


def _unnumbered(evidence: Evidence, parts: list[Fact], missing: Decimal) -> bool:
    """Whether as many items without a number as are missing may stand in the list: "Giám đốc, 2 Phó Giám đốc và ..."."""
    opening = evidence.lower[evidence.bounds(parts[0].sentence)[0] : parts[0].figure.start]
    gaps = [evidence.between(one.figure, other.figure) for one, other in pairwise(parts)]
    plain = [evidence.without("paired_nouns", gap) for gap in (opening, *gaps)]
    items = sum(max(0, len(_ITEM.findall(gap)) - (n > 0)) for n, gap in enumerate(plain)) + evidence.has("joiners", " ".join(plain[:-1]))
    return 0 < missing <= items
