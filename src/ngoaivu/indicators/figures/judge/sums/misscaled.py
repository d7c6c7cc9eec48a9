"""Figures that fit the others but for their unit or scale word «sai đơn vị, sai nghìn triệu tỷ»: "350 km2, lấp đầy 72%, tương ứng 252 ha".

An equation that does not hold, and would if one of its figures stood in another unit of its dimension, tells which figure is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...model import Finding, Mention
from ..dimensions import base_of, in_base, misscaled
from ..equations.model import rated, valued
from ..evidence import Evidence
from ..facts import Fact

_NEAR, _LONGEST, _GAP = 3, 4, 90  # figures around a share; parts of a total; characters between two figures
_LEAST, _MOST, _SUMMED = Decimal("0.002"), Decimal("0.05"), Decimal("0.006")
_SHOWN = 2  # digits of a value that no other comes near by accident
_STOP = re.compile(r"[;\n]|\.(?!\d)")
_ADDING = ("totals_open", "totals_open_all", "enumerates", "totals_close", "adds_up", "product_sums", "totals_close_behind")


def check_misscaled(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Shares and sums that fail by nothing but the unit, or the scale word, of one figure."""
    based = [in_base(fact) for fact in facts]
    for rate in facts:
        if rated(rate) and rate.figure.kind == "share" and rate.value < 1 and rate.figure.hedge == "exact":
            yield from _of_share(evidence, facts, based, rate)
    for total in facts:
        if base_of(total.figure) and valued(total):
            yield from _of_sum(evidence, facts, based, total)


def _of_share(evidence: Evidence, facts: list[Fact], based: list[Fact], rate: Fact) -> Iterator[Finding]:
    """A share right between or beside its part and its whole."""
    near = [n for n in range(max(0, rate.place - _NEAR), min(len(facts), rate.place + _NEAR)) if facts[n].sentence == rate.sentence]
    pairs = [(part, whole) for part in near for whole in near if part != whole and _alike(based[part], based[whole])]
    if any(abs(based[part].value / based[whole].value / rate.value - 1) <= 2 * _MOST for part, whole in pairs):
        return
    for part, whole in pairs:
        if min(abs(part - rate.place), abs(whole - rate.place)) > 1 or max(part, whole, rate.place) - min(part, whole, rate.place) > 2:
            continue
        slack = _slack(based[part], based[whole], rate)
        factor = based[whole].value * rate.value / based[part].value
        told = part > rate.place or evidence.has("share_opens", evidence.lower[facts[part].figure.end : rate.figure.start])
        if told and slack <= _MOST and _precise(facts[part], facts[whole]) and misscaled(facts[part].figure, factor, slack):
            wrong, needed = _odd(facts, part, whole, factor)
            yield _found(evidence, wrong.figure, needed, [facts[part].figure, rate.figure, facts[whole].figure])
            return


def _odd(facts: list[Fact], part: int, whole: int, factor: Decimal) -> tuple[Fact, Decimal]:
    """Which of two figures is told in the wrong unit: the one whose unit nothing else in the text has."""
    units = [fact.figure.unit for fact in facts]
    alone = units.count(facts[whole].figure.unit) < units.count(facts[part].figure.unit)
    return (facts[whole], facts[whole].value / factor) if alone else (facts[part], facts[part].value * factor)


def _of_sum(evidence: Evidence, facts: list[Fact], based: list[Fact], total: Fact) -> Iterator[Finding]:
    """A total and the parts right behind or before it, in units of one dimension."""
    for step in (1, -1):
        parts: list[int] = []
        for n in _beside(facts, based, total.place, step):
            parts.append(n)
            if len(parts) < 2 or not _told(evidence, facts, total, parts):
                continue
            missing = _missing(facts, based, total.place, parts)
            if missing is not None and not missing:
                break
            for wrong, factor in (missing or [])[:1]:
                yield _found(evidence, facts[wrong].figure, facts[wrong].value * factor, [total.figure, *(facts[k].figure for k in parts)])
                return


def _beside(facts: list[Fact], based: list[Fact], place: int, step: int) -> Iterator[int]:
    """The places of the figures of one dimension that follow each other from a place on."""
    last = place
    for n in range(place + step, place + step * (_LONGEST + 1), step):
        if not 0 <= n < len(facts):
            return
        if facts[n].figure.kind == "count" and facts[n].sentence == facts[place].sentence:
            continue  # "3 vườn, 4 ha": what is counted beside
        first, second = sorted((facts[last], facts[n]), key=lambda fact: fact.place)
        gap = second.figure.start - first.figure.end
        if not _alike(based[n], based[place]) or abs(facts[n].sentence - facts[place].sentence) > 1 or gap > _GAP or facts[n].base:
            return
        last = n
        yield n


def _told(evidence: Evidence, facts: list[Fact], total: Fact, parts: list[int]) -> bool:
    """Whether words tell that some figures are added up."""
    nearest = facts[parts[0]]
    one, other = sorted((total, nearest), key=lambda fact: fact.place)
    between = evidence.between(one.figure, other.figure) + " " + (total.tail[:20] if total.place > nearest.place else "")
    if any(evidence.has(words, between) for words in _ADDING) or (total.place < nearest.place and ":" in between):
        return True
    behind = total.place > nearest.place and total.sentence == facts[parts[-1]].sentence
    return behind and len(total.shown.strip("0")) > _SHOWN and not _STOP.search(between)


def _missing(facts: list[Fact], based: list[Fact], place: int, parts: list[int]) -> list[tuple[int, Decimal]] | None:
    """Which one figure would make the sum in another unit, and how many times as large; an empty list where the sum holds."""
    total, values = based[place].value, [based[n].value for n in parts]
    added = sum(values, Decimal(0))
    if abs(added / total - 1) <= _MOST:
        return []
    found = [(place, added / total)] if _precise(facts[place]) else []
    found += [(n, (total - added + value) / value) for n, value in zip(parts, values, strict=True) if total - added + value > 0]
    odd = [(n, factor) for n, factor in found if misscaled(facts[n].figure, factor, _SUMMED)]
    return odd if len(odd) == 1 else None


def _alike(one: Fact, other: Fact) -> bool:
    """Whether two values are of one unit, once they are told in the base unit."""
    same = one.figure.unit == other.figure.unit is not None and one.figure.kind == other.figure.kind and one.figure.per == other.figure.per
    return same and valued(one) and valued(other) and not (one.plan or other.plan)


def _slack(*facts: Fact) -> Decimal:
    """How far rounding may take an equation of some figures."""
    return _LEAST + sum((fact.step / abs(fact.value) / 2 for fact in facts), Decimal(0))


def _precise(*facts: Fact) -> bool:
    """Whether the figures show digits enough to be no accident."""
    return all(len(fact.shown.strip("0")) >= _SHOWN or len(fact.shown) > _SHOWN for fact in facts)


def _found(evidence: Evidence, wrong: Mention, needed: Decimal, figures: list[Mention]) -> Finding:
    return evidence.found("parts_total", figures, told="misscaled", text=wrong.text, needed=evidence.say(needed, wrong))
