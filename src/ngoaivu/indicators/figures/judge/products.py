"""So many times so much «số lượng nhân đơn giá»: "50 suất, mỗi suất 20 triệu đồng, tổng trị giá 1 tỷ đồng"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Finding
from .arithmetic import meet, reach
from .evidence import Evidence
from .facts import Fact

_BACK = 4  # figures before an amount for each that may be how many there are
_FAR = 90  # characters between a number and the amount for each
_PLAIN = frozenset({"exact"})


def check_products(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """A number of things, an amount for each and a total that do not multiply."""
    for each in facts:
        if each.figure.kind != "money" or each.figure.high or each.figure.hedge not in _PLAIN or not _apiece(evidence, each):
            continue
        many = [f for f in facts[max(0, each.place - _BACK) : each.place] if _counts(each, f)]
        total = next((f for f in facts[each.place + 1 : each.place + 4] if _totals(each, f)), None)
        total = total or next(
            (f for f in reversed(facts[max(0, each.place - _BACK) : each.place]) if f.sentence == each.sentence and _totals(each, f)), None
        )
        if not many or total is None or any(_multiply(f, each, total) for f in many):
            continue
        number = many[-1]
        added = number.value * each.value
        several = sum(
            f.sentence == each.sentence and f.figure.kind == "money" and _apiece(evidence, f) for f in facts[max(0, each.place - 8) : each.place + 8]
        )
        between = any(f.figure.kind == "money" for f in facts[each.place + 1 : total.place])
        if (several > 1 or between) and each.value <= total.value:
            continue
        if each.value > total.value:
            yield evidence.found("too_large", [each.figure], text=each.figure.text)
        else:
            said = {"sum": evidence.say(added, total.figure), "total": evidence.say(total.value, total.figure)}
            yield evidence.found("parts_total", [number.figure, each.figure, total.figure], told="product_total", **said)


def _apiece(evidence: Evidence, fact: Fact) -> bool:
    near = fact.lead[-22:].split(",")[-1]
    return evidence.has("one_each", near) or evidence.starts_with("one_each", fact.tail.lstrip(" "))


def _counts(each: Fact, fact: Fact) -> bool:
    """Whether a count, of what the amount is for, stands close before."""
    figure = fact.figure
    if figure.kind != "count" or figure.high or figure.of or figure.hedge != "exact" or fact.value < 2 or fact.plan or fact.base:
        return False
    if each.sentence - fact.sentence > 1 or each.figure.start - figure.end > _FAR:
        return False
    noun = each.lead[-22:].split(",")[-1].split()
    behind = fact.place == each.place - 1 and fact.sentence == each.sentence and each.evidence.starts_with("one_each", each.tail.lstrip(" "))
    joined = behind or (" of " in f" {each.lead[-6:]}" and fact.place == each.place - 1)
    kind = fact.place == each.place - 1 and bool(noun[1:2]) and each.evidence.has("classifiers", noun[1])
    return joined or kind or any(word in figure.text.lower().split() or word in (figure.subject or "").lower().split() for word in noun[1:2])


def _totals(each: Fact, fact: Fact) -> bool:
    figure, evidence = fact.figure, each.evidence
    if figure.kind != "money" or figure.unit != each.figure.unit or figure.high or fact.plan or fact.base or _apiece(evidence, fact):
        return False
    if abs(fact.sentence - each.sentence) > 1:
        return False
    return evidence.has("product_totals", fact.lead[-45:] + " " + re.split("[,;.]", fact.tail)[0][:12])


def _multiply(number: Fact, each: Fact, total: Fact) -> bool:
    low, high = reach(each.figure)
    return meet((low * number.value, high * number.value), reach(total.figure))
