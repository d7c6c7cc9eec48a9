"""Missing units «thiếu đơn vị»: amounts of no currency, bare numbers among amounts, and bare numbers among counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Finding
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact
from .counted import bracketed, counted, goes_on, money_talk, sized

_GROUPED = re.compile(r"\d[.,]\d{3}(?!\d)")
_RATE = re.compile(r"\d{1,3}(?:[.,]\d{3})+/[^\W\d_]")
_MANY = 100
_FEW = 4  # figures around that may say the currency
_THOUSAND = 1000  # what is smaller may well count something named before
_CLAUSE = re.compile(r"[;:()]|,(?!\d)")


def check_units(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Amounts that name no currency and large numbers that name nothing."""
    let_off = -2
    for fact in facts:
        if bracketed(facts, fact):
            continue
        if "missing_unit" in fact.figure.flags:
            if counted(facts, fact) or (let_off >= fact.sentence - 1 and not money_talk(fact)):
                let_off = fact.sentence
                continue
            yield _missing(evidence, fact, "missing_unit")
        elif _priced(facts, fact):
            yield _missing(evidence, fact, "missing_unit")
        elif _weighed(fact) or _mass(fact) or _stock(facts, fact) or _shipped(fact):
            yield _missing(evidence, fact, "missing_counted")
        elif _amount_of(facts, fact):
            yield _missing(evidence, fact, "missing_unit")
        elif bare(fact):
            told = _unnamed(facts, fact)
            if told:
                yield _missing(evidence, fact, told)


def _missing(evidence: Evidence, fact: Fact, told: str) -> Finding:
    return evidence.found("missing_unit", [fact.figure], told=told, text=fact.figure.text)


def _priced(facts: list[Fact], fact: Fact) -> bool:
    """ "150.000 đồng/trang, ... 400.000/giờ/người": a rate without its currency beside one that has it."""
    if fact.figure.kind != "count" or not _RATE.match(fact.figure.text + fact.tail[:2]):
        return False
    before = facts[fact.place - 1] if fact.place else None
    return before is not None and fact.sentence - before.sentence <= 1 and before.figure.kind == "money" and before.figure.unit is not None


def _weighed(fact: Fact) -> bool:
    """ "Trao 20 gạo": what nobody counts right behind a number."""
    counted = fact.figure.kind == "count" and fact.figure.unit is None and fact.figure.text.replace(".", "").replace(",", "").isdecimal()
    return counted and fact.evidence.starts_with("weighed", fact.tail.lstrip(" ")) and not fact.evidence.has("mass_counts", fact.tail[:24])


def _mass(fact: Fact) -> bool:
    """A number right before what is measured, not counted: "gieo cấy 12.450 lúa"."""
    figure, evidence = fact.figure, fact.evidence
    unmeasured = (
        figure.kind == "count" and fact.value >= (_MANY if figure.unit is None else _THOUSAND) and figure.unit in (None, "country") and not figure.of
    )
    behind = (figure.text.lower().lstrip("0123456789., ") + fact.tail[:16]).lstrip(" ").removeprefix("of ")
    return unmeasured and evidence.starts_with("masses", behind.lstrip(" ")) and not evidence.has("mass_counts", behind[:24])


def _shipped(fact: Fact) -> bool:
    """ "Gạo xuất khẩu đạt 58.000": a mass opens the clause, and its number has no unit."""
    figure, evidence = fact.figure, fact.evidence
    unmeasured = figure.kind == "count" and figure.unit is None and not figure.of and fact.value >= _MANY and "bare" not in figure.flags
    if not unmeasured or fact.column is not None or _named_behind(fact) or evidence.has("money_words", fact.label):
        return False
    opening = (fact.label or _CLAUSE.split(fact.lead)[-1]).lstrip(" \n-+*•–")
    return evidence.starts_with("masses", opening) and not evidence.has("mass_counts", opening) and not evidence.has("macro_money", opening)


def _stock(facts: list[Fact], fact: Fact) -> bool:
    """ "Rice output was 512,000 from 84,000 hectares": what is measured, without its unit, beside measures."""
    figure, evidence = fact.figure, fact.evidence
    behind = fact.tail.lstrip(" ")
    named = behind[:1].isalpha() and not evidence.has("no_noun", behind.split(" ")[0])
    if figure.kind != "count" or figure.unit is not None or figure.of or fact.value < _MANY or "bare" in figure.flags or named:
        return False
    near = (*facts[max(0, fact.place - 1) : fact.place], *facts[fact.place + 1 : fact.place + 3])
    beside = [f for f in near if f.sentence == fact.sentence]
    measured = any(f.figure.kind == "measure" and f.figure.unit not in ("year", "month", "day", "hour") for f in beside)
    return measured and evidence.has("measured_heads", _CLAUSE.split(fact.lead)[-1])


def _amount_of(facts: list[Fact], fact: Fact) -> bool:
    """ "Doanh thu ăn uống đạt 905", "kim ngạch nhập khẩu đạt 118,6": a number of nothing, of what the next amount tells in money."""
    figure, evidence, lead = fact.figure, fact.evidence, _CLAUSE.split(fact.lead)[-1]
    if figure.kind != "count" or figure.unit is not None or figure.of or "bare" in figure.flags or _named_behind(fact):
        return False
    beside = [
        f for f in (*facts[max(0, fact.place - 2) : fact.place], *facts[fact.place + 1 : fact.place + 3]) if abs(f.sentence - fact.sentence) < 2
    ]
    heads = [f for f in beside if f.figure.kind == "money" and f.figure.unit and len(f.words & fact.words) > 0]
    told = evidence.has("macro_money", lead) or evidence.has("money_verbs", lead)
    return bool(heads) and told and not evidence.has("counted_heads", lead)


def _named_behind(fact: Fact) -> bool:
    behind = fact.tail.lstrip(" ")
    return behind[:1].isalpha() and not fact.evidence.has("no_noun", behind.split(" ")[0])


def bare(fact: Fact) -> bool:
    """A large count of nothing: grouped digits or a scale word, and no noun behind."""
    figure = fact.figure
    if "bare" in figure.flags:
        return False
    earlier = figure.unit is not None and not _noun_shown(fact) and fact.evidence.has("money_verbs", fact.lead)
    if figure.kind != "count" or (figure.unit is not None and not earlier) or figure.of or fact.value < _THOUSAND:
        return False
    large = bool(_GROUPED.search(figure.text)) or (figure.text[-1].isalpha() and figure.text[:1].isdecimal())
    behind = fact.tail.lstrip(" ")
    return large and (not behind or not behind[0].isalpha() or fact.evidence.has("no_noun", behind.split(" ")[0]))


def _noun_shown(fact: Fact) -> bool:
    """Whether the figure ends in what it counts, and not in its digits or a scale word."""
    last = fact.figure.text.lower().split()[-1]
    return last[-1].isalpha() and last not in vocabulary(fact.evidence.lang)["scales"]


def _unnamed(facts: list[Fact], fact: Fact) -> str | None:
    """Which unit is missing: a currency, where the clause spends or its neighbours are amounts; else what is counted."""
    evidence, lead = fact.evidence, _CLAUSE.split(fact.lead)[-1]
    beside = [f for f in facts[max(0, fact.place - 1) : fact.place + 2] if f is not fact and f.sentence == fact.sentence]
    money = [f for f in beside if f.figure.kind == "money" and f.figure.unit]
    amounts = [f for f in money if sized(f, fact)]
    if len(money) > 1 and amounts:
        return "missing_unit"
    if evidence.has("counted_heads", lead) and not evidence.has("money_verbs", lead):
        return "missing_counted" if _counted_beside(facts, fact) else None
    if not amounts and goes_on(facts, fact):
        return None
    if evidence.has("money_verbs", lead) or (amounts and not evidence.has("counted_heads", amounts[0].clause)):
        return "missing_unit"
    return "missing_unit" if evidence.has("money_nouns", " ".join(lead.split()[-2:])) and _amount_near(facts, fact) else None


def _amount_near(facts: list[Fact], fact: Fact) -> bool:
    """An amount of about its size in the sentence before or behind."""
    near = facts[max(0, fact.place - _FEW) : fact.place + _FEW + 1]
    return any(f.figure.kind == "money" and f.figure.unit and sized(f, fact) and abs(f.sentence - fact.sentence) < 2 for f in near)


def _counted_beside(facts: list[Fact], fact: Fact) -> bool:
    """ "412 nghìn, khách nội địa 2.130 nghìn lượt": the next figure of the sentence says what it counts."""
    following = facts[fact.place + 1] if fact.place + 1 < len(facts) else None
    if following is None or following.sentence != fact.sentence or following.figure.kind != "count" or not following.figure.unit:
        return False
    return bool(fact.evidence.words.get("elliptic")) and fact.figure.text[-1].isalpha() and following.value >= _THOUSAND
