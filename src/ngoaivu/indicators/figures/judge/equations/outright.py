"""Said outright «nói thẳng»: equations whose wording leaves no doubt that they are meant to hold, however far they are from it."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

from ..arithmetic import digits_of, meet, reach
from ..facts import Fact
from .bullets import BULLETED
from .divisions import DIVIDED, divides, unmarked
from .listings import COUNTED
from .model import Equation

OUTRIGHT = "outright"  # the one trait of such an equation
_OPENING, _GAP, _TAIL = 60, 70, 120  # characters between a total and its parts, between two parts, behind the last
_SLIGHTLY = 0.12  # as a logarithm: more than this too many, people may have named several
_BESIDE = 30  # characters between a part and its share
_BROKEN_OFF = re.compile(r"[;:()\n]|\.(?!\d)")
_LISTED = re.compile(r"[^,;:.()\n]{0,40}(?:[:(] ?[^,;:.()\d\n]{0,30}| [-–—] )")
_UNREAD = re.compile(
    r"(?<![\d/.,])\d{1,3} [^\W\d][^,;:.()\d]{0,24}, [^\d,;:.()]{0,40}$"
)  # an item of the list that was read as a name: "thành phố 41 thẻ, "
_FEW, _NEARLY = 3, 0.5  # parts; as a logarithm, how far a total before a colon may be from what they make
_CLAUSE = re.compile(r"[;\n]|\.(?!\d)")
_STOP = re.compile(r"[;()\n]|\.(?!\d)")
_WAY = 9  # characters behind a change that may tell its way: "8% fewer"
_SCALES = (Decimal(1_000), Decimal(1_000_000))
_UNDER, _OVER = Decimal("0.995"), Decimal("1.005")
_ALIKE, _ROW = 2, 2  # rows that hold show how the others are meant; figures from a share to the next one of a list


def outright(found: list[Equation]) -> Callable[[Equation], bool]:
    """Tells of each equation of a text whether it is said outright."""
    sums = [one for one in found if one.family == "sum" and one.holds and one.stated.place < one.figures[1].place]
    totals = {one.stated.place for one in sums} - {place for one in sums for place in one.places[1:]}
    said: dict[str, Callable[[Equation], bool]] = {
        "sum": lambda one: (
            bool(one.seen.get(DIVIDED) or one.seen.get(BULLETED))
            or _given_out(one)
            or _opened(one)
            or _with_a_rest(one)
            or _misscaled(one)
            or _closed(one)
            or _broken_down(one, totals)
        ),
        "part": _among,
        "share": _listed(found),
        "hundred": _with_the_rest,
        "growth": _reversed,
        "listing": lambda one: bool(one.seen.get(COUNTED)),
        "difference": _reversed,
    }
    return lambda equation: equation.family in said and said[equation.family](equation)


def _listed(found: list[Equation]) -> Callable[[Equation], bool]:
    """Whether a share stands in a list of parts with their shares of one whole that hold: "Lào: 12 đoàn, 40%; Nhật Bản: 9 đoàn, 30%"."""
    rows = {_row(one) for one in found if one.family == "share" and one.holds}

    def said(equation: Equation) -> bool:
        way, whole, place = _row(equation)
        like = [row for row in rows if way and row[:2] == (way, whole)]
        return len(like) >= _ALIKE and any(abs(row[2] - place) == _ROW for row in like)

    return said


def _row(equation: Equation) -> tuple[int, int, int]:
    """On which side of its part a share stands, the places of the whole and of the share; 0 where it stands alone."""
    rate, part, whole = (*equation.figures, equation.stated)[:3]
    one, other = sorted((rate, part), key=lambda fact: fact.place)
    gap = rate.evidence.between(one.figure, other.figure).replace("(", "")
    beside = other.place - one.place == 1 and len(gap) <= _BESIDE and not _STOP.search(gap) and whole is not rate
    return (rate.place - part.place if beside else 0), whole.place, rate.place


def _opened(equation: Equation) -> bool:
    """A total, a word or a colon that opens all of its parts, the parts and the end of the list: "27 người, gồm 9 nữ, 11 nam và 7 trẻ em"."""
    total, parts = equation.figures[0], equation.figures[1:]
    opening = total.evidence.between(total.figure, parts[0].figure)
    opens = total.evidence.has("enumerates", opening) and len(opening) <= _OPENING and not _BROKEN_OFF.search(opening.replace(":", ""))
    listed = opens or (len(parts) > _FEW and abs(equation.error) < _NEARLY and _LISTED.fullmatch(opening) is not None)
    ended = _ended(parts[-2], parts[-1]) or (":" in opening and _last(parts[-1]))
    return listed and ended and _one_list((total, *parts))


def _with_a_rest(equation: Equation) -> bool:
    """Some of a total and the rest of it: "215 lượt, trong đó đi công tác 78 lượt, đi học 25 lượt, còn lại 112 lượt đi việc riêng"."""
    total, parts = equation.figures[0], equation.figures[1:]
    evidence, opening = total.evidence, total.evidence.between(total.figure, parts[0].figure)
    opens = total.place < parts[0].place and evidence.has("among", opening) and len(opening) <= _OPENING and not _BROKEN_OFF.search(opening)
    rest = evidence.between(parts[-2].figure, parts[-1].figure)
    return opens and evidence.has("rest", rest) and not evidence.has("among", rest) and _last(parts[-1]) and _one_list((total, *parts))


def _misscaled(equation: Equation) -> bool:
    """Parts that make a total to the digit but for a scale word: "cost VND45 million … provided VND30 billion and … VND15 billion"."""
    total, parts = equation.figures[0], equation.figures[1:]
    units = {fact.figure.unit for fact in equation.figures}
    scaled = any(total.value * factor == equation.needed or equation.needed * factor == total.value for factor in _SCALES)
    plain = not any(fact.figure.of or fact.figure.per or fact.average or fact.figure.hedge != "exact" for fact in equation.figures)
    close = abs(parts[0].sentence - total.sentence) <= 1 and len({part.sentence for part in parts}) == 1
    return scaled and plain and close and len(units) == 1 and None not in units and digits_of(total.figure) > 1


def enumerated(equation: Equation) -> bool:
    """Whether a list told as all of a total is so long that no shorter one is meant, though it may come out by accident."""
    total, parts = equation.figures[0], equation.figures[1:]
    few = total.evidence.complements(total.evidence.lower[total.figure.end : parts[-1].figure.start])
    return equation.family == "sum" and len(parts) > _FEW and not few and _opened(equation)


def _closed(equation: Equation) -> bool:
    """Parts that stand together and behind them the word that adds them up: "12, 15 và 18 đoàn, cộng 45 đoàn"."""
    total, parts = equation.figures[0], equation.figures[1:]
    lead = total.evidence.between(parts[-1].figure, total.figure)
    aside = any(part.evidence.has("among", part.lead) for part in parts[1:])  # "57 đoàn, trong đó 23 đoàn cấp cao, nâng tổng số lên 99"
    if aside or _UNREAD.search(total.evidence.before(parts[0].figure, _TAIL)):
        return False
    behind = total.place == parts[-1].place + 1 and total.figure.unit == parts[-1].figure.unit and not (total.base or total.plan or total.average)
    clear = len(lead) <= _OPENING and not _BROKEN_OFF.search(lead.replace(":", "").replace(";", ""))
    return behind and clear and total.evidence.has("adds_up", lead) and _one_list(parts)


def _broken_down(equation: Equation, totals: set[int]) -> bool:
    """A clause that tells by another mark, "Theo trình độ: ...", all of what the figures before it make: "42 người: nữ 24, nam 18"."""
    total, parts = equation.figures[0], equation.figures[1:]
    evidence, first = total.evidence, parts[0]
    head = _CLAUSE.split(evidence.lower[evidence.bounds(first.sentence)[0] : first.figure.start])[-1]
    opens = first.previous is not None and first.previous.end <= first.figure.start - len(head)
    told = opens and total.place in totals and total.place < first.place and divides(evidence, first, unmarked(head), "by_kinds")
    return told and _one_list(parts) and _last(parts[-1])


def _given_out(equation: Equation) -> bool:
    """What a total was given to, of which the last is told apart: "240 scholarships. … 150 of them … 65; in addition, 35 went to …"."""
    total, parts = equation.figures[0], equation.figures[1:]
    evidence, before = total.evidence, equation.needed - parts[-1].value
    near = parts[0].sentence - total.sentence == 1 and len({part.sentence for part in parts}) == 1 and abs(equation.error) < _SLIGHTLY
    plain = all(part.figure.unit in (None, total.figure.unit) and not (part.base or part.plan or part.figure.of) for part in parts)
    if (
        not (near and plain and len(parts) > _ALIKE and total.figure.kind == "count" and total.figure.unit)
        or before == total.value
        or equation.error > 0
    ):
        return False
    opened = evidence.starts_with("of_them_all", parts[0].tail.lstrip()) and total.place < parts[0].place
    last = evidence.has("list_goes_on", evidence.between(parts[-2].figure, parts[-1].figure))
    return opened and last and all(one.place + 1 == other.place for one, other in pairwise(parts)) and _last(parts[-1])


def _with_the_rest(equation: Equation) -> bool:
    """Shares in a row of which the last is that of all others."""
    seen = equation.seen
    alone = not (seen.get("share before") or seen.get("weakly")) and (bool(seen.get("rest last")) or not seen.get("share behind"))
    return (
        alone
        and bool(seen.get("others last") and seen.get("one sentence") and seen.get("0 strangers"))
        and len(equation.figures) > _ALIKE
        and abs(equation.error) < _SLIGHTLY
    )


def _reversed(equation: Equation) -> bool:
    """A change told the wrong way round, as large as the two values beside it make it: "36 triệu USD, tăng 10% so với 40 triệu USD"."""
    change, now, before = equation.figures
    evidence, near = change.evidence, change.place == before.place - 1
    beside = max(equation.places) - min(equation.places) == _ROW or (near and now.place < change.place <= now.place + _FEW)
    moved = before.place == now.place - 1 and evidence.has("moves", evidence.between(before.figure, now.figure))
    ordered = now.place < before.place or moved
    told = any(evidence.has(words, f"{change.figure.text.lower()} {change.tail[:_WAY]}") for words in ("rises", "falls", "more_than"))
    told = (
        told and bool(equation.seen.get("turned")) and before.base and not any(fact.plan or fact.average for fact in (now, before)) and not now.base
    )
    return told and beside and ordered and meet(reach(change.figure), (equation.needed * _UNDER, equation.needed * _OVER))


def _one_list(figures: tuple[Fact, ...]) -> bool:
    """Whether figures of one unit follow each other without another figure or a stop between."""
    evidence = figures[0].evidence
    gaps = [evidence.between(one.figure, other.figure) for one, other in pairwise(figures)]
    close = all(one.place + 1 == other.place for one, other in pairwise(figures)) and all(len(gap) <= _GAP for gap in gaps)
    plain = not any(fact.base or fact.plan or fact.average or fact.figure.of for fact in figures)
    plain = plain and not any(fact.figure.hedge == "forecast" for fact in figures)
    return close and plain and len({fact.figure.unit for fact in figures}) == 1 and not any(_BROKEN_OFF.search(gap.replace(":", "")) for gap in gaps)


def _ended(before: Fact, last: Fact) -> bool:
    """Whether a joiner stands before the last of a list, and no other figure follows in its clause."""
    return last.evidence.has("joiners", last.evidence.between(before.figure, last.figure)) and _last(last)


def _last(fact: Fact) -> bool:
    """Whether no other figure follows in the clause."""
    end = fact.figure.end + len(_STOP.split(fact.evidence.after(fact.figure, _TAIL))[0])
    return fact.following is None or fact.following.start >= end


def _among(equation: Equation) -> bool:
    """A part said to be among what stands right before it: "96 người, trong đó 128 nữ"."""
    part, whole = equation.figures
    opening = whole.evidence.between(whole.figure, part.figure)
    narrow = part.place == whole.place + 1 and len(opening) <= _OPENING and not _BROKEN_OFF.search(opening)
    narrow = narrow and not whole.evidence.starts_with("of_them_all", opening.lstrip())  # "28 of them from Laos and 36": parts both
    return (
        narrow
        and whole.evidence.has("among", opening)
        and part.figure.unit == whole.figure.unit is not None
        and part.figure.kind == whole.figure.kind
    )
