"""Shares and growth against the values they speak of «tỷ lệ và số tuyệt đối»: "100 trong 400, chiếm 30%"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..model import Finding, Mention
from .evidence import Evidence, same_sort, step_of

_COUNTED = frozenset({"count", "money", "measure"})
_HALF_POINT = Decimal("0.005")
_LOOSE = Decimal("0.03")
_SMALL = Decimal("0.0005")


def check_shares(evidence: Evidence) -> Iterator[Finding]:
    """Shares and growth that their own values contradict."""
    for figures in evidence.sentences():
        for n, figure in enumerate(figures):
            if figure.kind in ("share", "ratio") and figure.unit is None and not figure.high:
                yield from _share(evidence, figures, n)
            if figure.kind in ("growth", "ratio") and figure.unit is None and not figure.high:
                yield from _growth(evidence, figures, n)
                yield from _base(evidence, figures, n)


def _share(evidence: Evidence, figures: list[Mention], n: int) -> Iterator[Finding]:
    share = figures[n]
    if "%" not in share.text and not any(c.isalpha() for c in share.text):
        return
    lead = evidence.before(share, 40) if n == 0 else evidence.between(figures[n - 1], share)
    if not (evidence.has("share_opens", lead + share.text.lower()) or lead.rstrip().endswith("(")):
        return
    pair = _pair(evidence, figures, n)
    if pair is None:
        return
    part, whole = pair
    if _other_measure(evidence, figures, n):
        return
    if not part or not whole or share.value is None:
        return
    real = part / whole
    if not _holds(share, real):
        like = figures[n - 1] if n else figures[n + 1]
        facts = {"part": evidence.say(part, like), "whole": evidence.say(whole, like)}
        facts |= {"real": evidence.say(round(real, 4), share), "stated": evidence.say(share.value, share)}
        span = figures[max(0, n - 2) : n + 1]
        yield evidence.found("share_parts", span, **facts)


def _other_measure(evidence: Evidence, figures: list[Mention], n: int) -> bool:
    """A share of the capital says nothing about numbers of projects."""
    counted = n > 0 and figures[n - 1].kind == "count"
    return counted and evidence.has("big_money", evidence.after(figures[n], 30).partition(",")[0])


def _pair(evidence: Evidence, figures: list[Mention], n: int) -> tuple[Decimal, Decimal] | None:
    """Part and whole: "19/26", or the whole right behind the share, or the two figures before it."""
    before = [m for m in figures[:n] if m.kind in _COUNTED and m.value is not None and not m.high]
    if not before or before[-1] is not figures[n - 1]:
        return None
    last = before[-1]
    assert last.value is not None
    behind = figures[n + 1] if n + 1 < len(figures) else None
    comparable = behind is not None and same_sort(last, behind) and _near(evidence, figures[n], behind)
    if comparable and behind and behind.value and last.value <= behind.value:
        return last.value, behind.value
    earlier = before[-2] if len(before) > 1 and before[-2] is figures[n - 2] and _one_sort(before[-2], last) else None
    if earlier is not None and earlier.value is not None and _named_whole(evidence, earlier, last):
        return earlier.value, last.value
    if evidence.has("plans", evidence.after(figures[n], 20)):
        return None
    if last.of:
        return last.value, last.of
    if earlier is not None and earlier.value is not None and earlier.value > last.value:
        return last.value, earlier.value
    return None


def _named_whole(evidence: Evidence, part: Mention, whole: Mention) -> bool:
    """ "3,15 triệu USD trong tổng số 4,2 triệu USD": the whole stands behind its part and is named as such."""
    between = evidence.between(part, whole).strip()
    lead = between.rsplit(",", 1)[-1].strip()
    return part.value is not None and whole.value is not None and part.value <= whole.value and lead in evidence.words["whole_leads"]


def _one_sort(one: Mention, other: Mention) -> bool:
    return same_sort(one, other) or (one.kind == other.kind == "count" and None in (one.unit, other.unit))


def _near(evidence: Evidence, share: Mention, behind: Mention) -> bool:
    between = evidence.between(share, behind)
    return len(between) < 50 and not set(between) & set(",;.(")


def _holds(share: Mention, real: Decimal) -> bool:
    assert share.value is not None
    if share.hedge != "exact":
        return abs(real - share.value) <= _LOOSE
    step = step_of(share)
    return abs(real - share.value) <= max(step, _HALF_POINT / 5) * Decimal("0.55") + Decimal("0.0001")


def _growth(evidence: Evidence, figures: list[Mention], n: int) -> Iterator[Finding]:
    """ "từ 100 lên 150 dự án, tăng 40%", "gấp 3 lần": both ends stand right before."""
    growth = figures[n]
    if n < 2 or growth.value is None:
        return
    low, high = figures[n - 2], figures[n - 1]
    if not (_one_sort(low, high) and low.kind in _COUNTED and low.value and high.value):
        return
    moved = evidence.has("moves", evidence.between(low, high)) and evidence.has("moves", evidence.before(low, 12))
    if not (moved or _year_after_year(evidence, low, high, growth)):
        return
    if len(evidence.between(high, growth)) > 40:
        return
    real = high.value / low.value - (1 if growth.kind == "growth" else 0)
    slack = Decimal("0.03") if growth.hedge != "exact" else step_of(growth) * Decimal("0.55") + _SMALL
    if abs(abs(real) - abs(growth.value)) > slack:
        facts = {"low": evidence.say(low.value, high), "high": evidence.say(high.value, high)}
        facts |= {"real": evidence.say(round(real, 3), growth), "stated": evidence.say(growth.value, growth)}
        yield evidence.found("growth_values", [low, high, growth], **facts)


def _year_after_year(evidence: Evidence, low: Mention, high: Mention, growth: Mention) -> bool:
    """ "Năm 2022 đạt 320 triệu USD, năm 2023 đạt 400 triệu USD, tăng 25%": the same thing in two years in a row."""
    first, second = low.period and low.period.start, high.period and high.period.start
    if not (first and second and second.year == first.year + 1) or low.period == growth.period:
        return False
    sides = evidence.sides(low), evidence.sides(high)
    opposed = all(sides) and sides[0].isdisjoint(sides[1])
    return len(evidence.between(low, high)) < 40 and not opposed and not evidence.has("compared", evidence.after(growth, 20))


def _base(evidence: Evidence, figures: list[Mention], n: int) -> Iterator[Finding]:
    """ "48 đoàn, tăng 20% so với 40 đoàn": the new value stands before, the old one behind."""
    growth = figures[n]
    if not 0 < n < len(figures) - 1 or growth.value is None or growth.kind != "growth":
        return
    now, base = figures[n - 1], figures[n + 1]
    if not (same_sort(now, base) and now.kind in _COUNTED and now.value and base.value):
        return
    between = evidence.between(growth, base)
    if len(between) > 30 or len(evidence.between(now, growth)) > 40 or not evidence.has("compared", between):
        return
    real = now.value / base.value - 1
    if abs(real - growth.value) > step_of(growth) * Decimal("0.55") + (_LOOSE if growth.hedge != "exact" else _SMALL):
        facts = {"low": evidence.say(base.value, now), "high": evidence.say(now.value, now)}
        facts |= {"real": evidence.say(round(real, 3), growth), "stated": evidence.say(growth.value, growth)}
        yield evidence.found("growth_values", [now, growth, base], **facts)
