"""Ratios «tỷ lệ, tăng trưởng»: a share, a growth or a multiple with the two values it may be made of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from ..arithmetic import Span, meet, ratio, reach, step_of
from ..evidence import Evidence
from ..facts import Fact
from .model import Equation, Traits, apart, rated, slipped, sorted_alike, valued
from .newcomers import of_another

_BACK, _FORTH, _FAR = 6, 4, 24  # figures looked at before and behind a rate; how far back its whole may stand
_BESIDE = 2  # figures between a rate and one of its two values
_SENTENCES, _PARAGRAPH = 2, 4
_THAN = 14  # characters before a time that may say that it is only compared with
_FINE, _ROUGH, _WORDED = Decimal("0.0001"), Decimal("0.03"), Decimal("0.015")  # "a quarter" may be 24%
_APART, _CHANCE = 1.0, 0.25  # farther off, a reading is meant only where it looks like a slip of the pen
_FARTHEST = 3.3  # as a logarithm: beyond it no reading is meant, but for a thousand too many
_THOUSANDFOLD = (6.85, 6.96)


def ratios(evidence: Evidence, facts: list[Fact]) -> Iterator[Equation]:
    """Every reading of a rate by two values near it."""
    for rate in facts:
        if not rated(rate):
            continue
        near = [fact for fact in around(facts, rate) if valued(fact)]
        if of_another(evidence, facts, rate):
            near = [fact for fact in near if fact.place > rate.place]
        if then := _of_then(evidence, rate):
            near = [fact for fact in near if fact.figure.start > then]
        grows = rate.figure.kind == "growth" or (rate.figure.kind == "share" and evidence.has("more_than", rate.tail[:9]))
        for part in near:
            if part.figure.of and not grows:
                exact = part.value / part.figure.of
                yield from _ratio(facts, rate, part, part, (exact, exact))
            for whole in near:
                if part is not whole and sorted_alike(part, whole) and min(abs(part.place - rate.place), abs(whole.place - rate.place)) <= _BESIDE:
                    span = ratio(part.figure, whole.figure)
                    yield from _growth(facts, rate, part, whole, span) if grows else _ratio(facts, rate, part, whole, span)


def around(facts: list[Fact], rate: Fact) -> list[Fact]:
    """The figures near a rate, and the largest value farther off, which may be the whole of a list or a paragraph."""
    n = rate.place
    near = [f for f in facts[max(0, n - _BACK) : n + _FORTH] if f is not rate and abs(f.sentence - rate.sentence) <= _SENTENCES]
    if rate.figure.kind == "growth":
        return near
    lines = rate.evidence.listed(rate.sentence)
    span = facts[max(0, n - _FAR) : n + _FAR if lines else n]
    far = [f for f in span if valued(f) and f is not rate and f not in near and (lines or rate.sentence - f.sentence <= _PARAGRAPH)]
    units = {f.figure.unit for f in near if valued(f)}
    return near + [max(same, key=lambda f: f.value) for unit in units if (same := [f for f in far if f.figure.unit == unit])]


def _of_then(evidence: Evidence, rate: Fact) -> int:
    """Where a share is told to be of the time before: "50 suất, chiếm 25%; kỳ trước nữ sinh chỉ được 20%"; 0 where it is not."""
    if rate.figure.kind not in ("share", "fraction") or rate.previous is None:
        return 0
    first = bisect_left(evidence.marks, rate.previous.end, key=lambda mark: mark.start)
    mark = evidence.marks[first] if first < len(evidence.marks) else None
    if mark is None or not mark.base or mark.end > rate.figure.start:
        return 0
    return 0 if evidence.has("compared", evidence.lower[max(0, mark.start - _THAN) : mark.start]) else mark.start


def _ratio(facts: list[Fact], rate: Fact, part: Fact, whole: Fact, span: Span) -> Iterator[Equation]:
    real, stated = (span[0] + span[1]) / 2, abs(rate.value)
    pairs = [(rate, real)] + ([(part, whole.value * stated), (whole, part.value / stated)] if part is not whole else [])
    yield from _equation("share", facts, rate, part, whole, (span, real), pairs, turned=False)


def _growth(facts: list[Fact], rate: Fact, part: Fact, whole: Fact, span: Span) -> Iterator[Equation]:
    """From `whole` to `part`; a rise told where the values fall is an equation that does not hold."""
    span = (span[0] - 1, span[1] - 1) if span[0] + span[1] >= 2 else (1 - span[1], 1 - span[0])
    rising = part.value >= whole.value
    factor = 1 + abs(rate.value) if rising else 1 - abs(rate.value)
    real = (span[0] + span[1]) / 2
    pairs = [(rate, real)] + ([(part, whole.value * factor), (whole, part.value / factor)] if factor > 0 else [])
    turned = rate.figure.kind == "growth" and part.value != whole.value and rising != (rate.value > 0)
    yield from _equation("growth", facts, rate, part, whole, (span, real), pairs, turned=turned)


def _equation(
    family: str,
    facts: list[Fact],
    rate: Fact,
    part: Fact,
    whole: Fact,
    real: tuple[Span, Decimal],
    pairs: list[tuple[Fact, Decimal]],
    *,
    turned: bool,
) -> Iterator[Equation]:
    holds, error = meet(real[0], _reach(rate)) and not turned, apart(rate.value, real[1])
    if not holds and abs(error) > _FARTHEST and not _THOUSANDFOLD[0] < abs(error) < _THOUSANDFOLD[1]:
        return
    chance = slipped(*pairs)
    if not holds and abs(error) > _APART and chance > _CHANCE:
        return
    roles = (("rate", rate), ("part", part)) if part is whole else (("rate", rate), ("part", part), ("whole", whole))
    seen = among(facts, rate, part, whole) | {"turned": float(turned)}
    yield Equation(family, roles, tuple(fact for _, fact in roles), holds, real[1], error, chance, seen)


def _reach(rate: Fact) -> Span:
    """The values a rate may stand for."""
    low, high = reach(rate.figure)
    if rate.figure.kind == "fraction":
        slack = _FINE * 5 if any(sign.isdigit() for sign in rate.figure.text) else _WORDED
    elif rate.figure.hedge != "exact":
        slack = _ROUGH * max(Decimal(1), abs(rate.value))
    else:
        slack = step_of(rate.figure) * Decimal("0.05") + _FINE
    return low - slack, high + slack


def among(facts: list[Fact], rate: Fact, part: Fact, whole: Fact) -> Traits:
    """How other rates and values stand among the three."""
    places = sorted({rate.place, part.place, whole.place})
    inside = [fact for fact in facts[places[0] + 1 : places[-1]] if fact.place not in places]
    beside = facts[max(0, rate.place - 2 * _BACK) : rate.place + _FORTH]
    return {
        f"{min(2, sum(rated(f) for f in inside))} rates between": 1.0,
        f"{min(2, sum(valued(f) and sorted_alike(f, part) for f in inside))} values between": 1.0,
        "whole largest": float(all(whole.value >= f.value for f in beside if valued(f) and sorted_alike(f, whole))),
        "part over whole": float(part.value > whole.value),
        "whole's time named": float(_named(rate, whole)),
        rate.figure.kind: 1.0,
    }


def _named(rate: Fact, whole: Fact) -> bool:
    """Whether a rate names the time of its whole behind it: "gấp 2,4 lần năm 2022"."""
    mark = rate.mark
    told = mark is not None and mark.base and mark.start > rate.figure.start and whole.mark is not None
    return told and mark is not None and whole.mark is not None and whole.mark.scope == mark.scope
