"""Findings in words «lời nhận xét»: what an equation that does not hold says to an officer."""

from __future__ import annotations

from decimal import Decimal

from ...model import Finding
from ..agreement import cut_off
from ..evidence import Evidence
from .model import Equation


def told(evidence: Evidence, equation: Equation, title_end: int) -> Finding:
    """The finding over the figures of an equation."""
    return _TOLD[equation.family](evidence, equation, title_end)


def _sum(evidence: Evidence, equation: Equation, _title_end: int) -> Finding:
    total = equation.stated.figure
    over = equation.needed > equation.stated.value and total.start < equation.figures[1].figure.start
    facts = {"sum": evidence.say(equation.needed, total), "total": evidence.say(equation.stated.value, total)}
    return evidence.found("parts_over_total" if over else "parts_total", [fact.figure for fact in equation.figures], **facts)


def _hundred(evidence: Evidence, equation: Equation, _title_end: int) -> Finding:
    figures, added = [fact.figure for fact in equation.figures], sum((fact.value for fact in equation.figures), Decimal(0))
    return evidence.found("shares_total", figures, sum=evidence.say(added, figures[0]))


def _share(evidence: Evidence, equation: Equation, _title_end: int) -> Finding:
    rate, part, whole = (*equation.figures, equation.figures[-1])[:3]
    base = part.figure.of if part is whole and part.figure.of else whole.value
    facts = {"part": evidence.say(part.value, part.figure), "whole": evidence.say(base, part.figure)}
    facts |= {"real": evidence.say(round(equation.needed, 4), rate.figure), "stated": evidence.say(rate.value, rate.figure)}
    return evidence.found("share_parts", [fact.figure for fact in equation.figures], **facts)


def _growth(evidence: Evidence, equation: Equation, _title_end: int) -> Finding:
    rate, now, before = equation.figures
    figures = [fact.figure for fact in equation.figures]
    facts = {"low": evidence.say(before.value, before.figure), "high": evidence.say(now.value, now.figure)}
    if equation.seen["turned"]:
        return evidence.found("growth_values", figures, told="growth_direction", stated=rate.figure.text, **facts)
    facts |= {"real": evidence.say(round(equation.needed, 3), rate.figure), "stated": evidence.say(abs(rate.value), rate.figure)}
    return evidence.found("growth_values", figures, **facts)


def _repeat(evidence: Evidence, equation: Equation, title_end: int) -> Finding:
    other, one = (fact.figure for fact in equation.figures)
    if not one.start < title_end <= other.start:
        return evidence.found("two_values", [other], one=one.text, other=other.text)
    cut = cut_off(one, other)
    if cut is None:
        return evidence.found("title_body", [one], title=one.text, body=other.text)
    return evidence.found("title_cut", [one], title=one.text, body=other.text, rounded=evidence.say(cut, one))


def _order(evidence: Evidence, equation: Equation, _title_end: int) -> Finding:
    long, short = (fact.figure for fact in equation.figures)
    return evidence.found("month_year", [long, short], short=short.text, long=long.text)


def _part(evidence: Evidence, equation: Equation, _title_end: int) -> Finding:
    part, whole = (fact.figure for fact in equation.figures)
    return evidence.found("parts_over_total", [part, whole], sum=part.text, total=whole.text)


def _listing(evidence: Evidence, equation: Equation, _title_end: int) -> Finding:
    figure = equation.stated.figure
    return evidence.found("parts_total", [figure], told="names_listed", text=figure.text, listed=str(equation.needed))


_TOLD = {
    "sum": _sum,
    "hundred": _hundred,
    "share": _share,
    "growth": _growth,
    "difference": _growth,
    "repeat": _repeat,
    "moment": _repeat,
    "order": _order,
    "part": _part,
    "listing": _listing,
}
