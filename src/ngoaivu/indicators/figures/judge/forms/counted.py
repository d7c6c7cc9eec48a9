"""Numbers that need no currency of their own «số không cần đơn vị tiền»: counted before, parts of a measure, parts in a bracket."""

from __future__ import annotations

import re
from decimal import Decimal

from ..facts import Fact

_FEW = 4  # figures around that may say the currency
_THOUSAND = 1000  # what is smaller may well count something named before
_CLAUSE = re.compile(r"[;:()]|,(?!\d)")
_ALIKE = Decimal(200)
_ABOVE = 240  # characters in which what is counted may have been said
_BRACKET = 80  # characters from a bracket to a part of the amount before it


def counted(facts: list[Fact], fact: Fact) -> bool:
    """Whether what a number counts is told without a word behind it."""
    going_on = goes_on(facts, fact) and not money_talk(fact)
    return _weighed_before(facts, fact) or _counts(fact) or _counted_above(facts, fact) or going_on


def bracketed(facts: list[Fact], fact: Fact) -> bool:
    """ "740.000 EUR (viện trợ 620.000, đối ứng 120.000)": the amount before the bracket names the currency of its parts."""
    _, bracket, inside = fact.evidence.before(fact.figure, _BRACKET).rpartition("(")
    behind = fact.evidence.after(fact.figure, _BRACKET).partition(")")
    if not bracket or ")" in inside or not behind[1]:
        return False
    opening, closing = fact.figure.start - len(inside), fact.figure.end + len(behind[0])
    near = facts[max(0, fact.place - _FEW) : fact.place + _FEW + 1]
    named = any(opening <= f.figure.start < closing and f.figure.kind == "money" and f.figure.unit for f in near)
    whole = [f for f in near if f.figure.end <= opening and f.figure.end >= opening - 3]
    return not named and bool(whole) and whole[0].figure.kind == "money" and whole[0].figure.unit is not None and fact.value < whole[0].value


def _weighed_before(facts: list[Fact], fact: Fact) -> bool:
    """ "6.4 million tonnes over the year, of which 4.7 million in the first nine months": the measure before names the unit."""
    before = facts[fact.place - 1] if fact.place else None
    if before is None or before.sentence != fact.sentence or before.figure.kind != "measure" or before.figure.per:
        return False
    scale = fact.figure.text.lower().split()[-1]
    same = scale.isalpha() and scale in before.figure.text.lower().split() and sized(before, fact)
    return same and not fact.evidence.has("money_words", fact.lead) and not fact.evidence.has("money_verbs", fact.lead)


def _counts(fact: Fact) -> bool:
    """Whether the clause counts people or things, so that no currency is wanted."""
    lead = _CLAUSE.split(fact.lead)[-1]
    if not fact.evidence.has("money_words", fact.lead):
        lead = fact.lead
    return fact.evidence.has("counted_heads", lead) and not fact.evidence.has("money_words", lead)


def _counted_above(facts: list[Fact], fact: Fact) -> bool:
    """Whether the sentence before counts, and this one only goes on: "the figures dropped to 1.9 million"."""
    above = next((f for f in reversed(facts[max(0, fact.place - 4) : fact.place]) if f.sentence < fact.sentence), None)
    large = above is not None and above.figure.kind == "count" and above.value >= _THOUSAND
    before = facts[fact.place - 1] if fact.place else None
    if before is not None and before.sentence == fact.sentence and fact.evidence.has("moves", fact.lead):
        return before.figure.kind == "count" and before.value >= _THOUSAND
    return large and not money_talk(fact) and not fact.evidence.has("money_words", fact.lead)


def goes_on(facts: list[Fact], fact: Fact) -> bool:
    """Whether what is counted was said before, and no amount of money stands near: "September added just 6,400"."""
    near = facts[max(0, fact.place - _FEW) : fact.place + _FEW + 1]
    start = fact.evidence.bounds(max(0, fact.sentence - 1))[0]
    told = fact.evidence.lower[max(start, fact.figure.start - _ABOVE) : fact.figure.start]
    if fact.evidence.has("money_words", fact.lead):
        return False
    return fact.evidence.has("counted_heads", told) and not any(f.figure.kind == "money" for f in near)


def money_talk(fact: Fact) -> bool:
    """Whether the sentence speaks of money."""
    evidence = fact.evidence
    start, end = evidence.bounds(fact.sentence)
    return evidence.has("money_words", evidence.lower[start:end][:400])


def sized(one: Fact, other: Fact) -> bool:
    """Whether two amounts are of about one size."""
    return one.value <= other.value * _ALIKE and other.value <= one.value * _ALIKE
