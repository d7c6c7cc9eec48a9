"""Sizes that cannot be «độ lớn vô lý»: bounds kept as data per unit and subject, and comparison inside the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any

from ...model import Finding
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact
from ..forms.units import bare
from ..lists import phrases
from ..sums.quoted import priced, quotes

_LONGEST_LIFE = 120
_LONGEST_TERM = 150  # years of a project, a lease or an agreement
_AMOUNT = 12  # characters from a share to the amount it is of
_OPENING = 24  # characters of a sentence before its first number
_TENTHS = re.compile(r"(?<![\d.,])\d+[.,]\d(?!\d)")  # nobody writes tenths of a dollar
_BOOM, _CLAUSE = Decimal("0.6"), 30  # growth of an economy in a year; characters before it that name the economy
_PAID_BY = ("hour", "day", "month", "page", "night", "person", "file", "year")  # nobody works for less than a thousand dong
_TOPIC = 120  # characters before an amount that may say what it is for
_FIRMS = ("enterprise", "organisation")
_COIN = 200  # dong; nothing is paid with less
_DOZEN, _THOUSAND, _MILLION = 12, 1_000, 1_000_000
_SPREAD = 20
_BESIDE = 40  # how many times larger a figure of the same text makes one look too small


@cache
def _bounds(lang: str) -> dict[str, Any]:
    table: dict[str, Any] = vocabulary(lang)["bounds"]
    return table


def check_sizes(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Figures too large, too small, more than their whole, or broken where nothing can be."""
    largest: dict[str, Decimal] = {}
    for fact in facts:
        if fact.figure.kind == "money" and fact.figure.unit and evidence.has("macro_money", fact.lead):
            largest[fact.figure.unit] = max(fact.value, largest.get(fact.figure.unit, Decimal(0)))
    rates = {place for found in (quotes, priced) for quote in found(evidence, facts) for place in quote.places}
    for fact in facts:
        broken = None if fact.place in rates else _size(fact, largest) or ("too_small" if _dwarfed(fact, facts) else None)
        if broken:
            told = "below_nothing" if broken == "over_whole" and -1 <= fact.value < 0 else broken
            yield evidence.found(broken, [fact.figure], told=told, text=fact.figure.text)
    yield from _people(evidence, facts)


def _size(fact: Fact, largest: dict[str, Decimal]) -> str | None:
    figure = fact.figure
    if figure.of is not None:
        spread = " in " in figure.text and fact.value > _SPREAD * figure.of  # "655,000 in 78 communes" are no part of the communes
        return "over_whole" if fact.value > figure.of and not spread else None
    if figure.kind == "money":
        return _amount(fact, largest)
    if figure.kind in ("share", "growth") and figure.unit is None and ("%" in figure.text or fact.evidence.has("percent_signs", figure.text.lower())):
        return _portion(fact)
    if (
        figure.kind == "measure"
        and figure.unit == "year"
        and fact.value > _LONGEST_TERM
        and fact.evidence.ends_with("terms_told", fact.lead.rstrip())
    ):
        return "too_large"
    if figure.kind == "measure":
        old = fact.evidence.has("ages", figure.text.lower()) and fact.value > _LONGEST_LIFE
        old = old and not fact.evidence.has("old_things", fact.evidence.before(figure))
        return "too_large" if old or _beyond(fact) else None
    if figure.kind == "count":
        counted = not bare(fact) and re.search(r"[^\W\d_]", figure.text)  # else the unit is only carried from another figure
        return "too_large" if counted and _beyond(fact) else _broken(fact)
    return None


def _beyond(fact: Fact) -> bool:
    """More than its unit or its noun can have; whole countries and the world are let off."""
    bounds = _bounds(fact.evidence.lang)
    evidence = fact.evidence
    least = Decimal(bounds["units"].get(fact.figure.unit, "Infinity"))
    around = fact.figure.text.lower() + fact.tail[:20]
    told = evidence.without("no_gatherings", evidence.before(fact.figure) + " " + evidence.after(fact.figure))
    if fact.figure.unit == "person" and evidence.has("gatherings", told) and not evidence.has("passing_crowds", around):
        least = min(least, Decimal(bounds["gathered"]))
    for word, most in bounds["nouns"].items():
        if word in around:
            least = min(least, Decimal(most))
    let_off = "world" if fact.figure.unit in _FIRMS else "worldwide"
    return abs(fact.value) > least and not _inherited(fact) and not fact.evidence.has(let_off, fact.lead + fact.tail)


def _inherited(fact: Fact) -> bool:
    """Whether grouped digits took their scale from a number behind: "214,000 foreign and 1.9 million domestic guests"."""
    if re.match(r"[\d.,]+/", fact.figure.text):
        return True
    digits = re.sub(r"\D", "", fact.figure.text)
    if any(word in vocabulary(fact.evidence.lang)["scales"] for word in fact.figure.text.lower().split()):
        return False
    return re.search(r"\d[.,]\d{3}", fact.figure.text) is not None and abs(fact.value) > Decimal(digits or 1)


def _broken(fact: Fact) -> str | None:
    """Part of a person, a delegation or a file."""
    evidence, unit = fact.evidence, fact.figure.unit
    if fact.value == int(fact.value) or fact.average or evidence.has("averages", evidence.before(fact.figure, 80)):
        return None
    noun = evidence.has("indivisible_nouns", fact.noun[:24])
    return "not_whole" if unit in evidence.words["indivisible"] or noun else None


def _amount(fact: Fact, largest: dict[str, Decimal]) -> str | None:
    """Exports of a few hundred thousand dong, or more money than there is."""
    bounds, unit = _bounds(fact.evidence.lang)["money"], fact.figure.unit or ""
    scale = Decimal(bounds["dong"]) if unit == "VND" else Decimal(1)
    if unit not in bounds["known"] or fact.average:
        return "too_large" if fact.value > Decimal(bounds["most"]) * scale and unit in bounds["known"] else None
    if fact.value > _most(fact, bounds) * scale:
        return "too_large"
    return _too_small(fact, bounds, scale, largest.get(unit, Decimal(0)))


def _most(fact: Fact, bounds: dict[str, Any]) -> Decimal:
    evidence = fact.evidence
    sentence = slice(*evidence.bounds(fact.sentence))
    if evidence.has("nationwide", evidence.lower[sentence][:600]):
        return Decimal(bounds["most"])
    told = evidence.before(fact.figure, _TOPIC) + fact.tail
    local = evidence.has("local_money", fact.lead) or evidence.has("local_money", fact.tail)
    capped = (Decimal(most) for word, most in bounds["topics"].items() if re.search(rf"(?<!\w){word}", told))
    return min(capped, default=Decimal(bounds["most_local"]) if local else Decimal(bounds["most"]))


def _too_small(fact: Fact, bounds: dict[str, Any], scale: Decimal, largest: Decimal) -> str | None:
    evidence = fact.evidence
    before = evidence.before(fact.figure, 50)
    if evidence.has("each", phrases(evidence.lang, "total_articles").sub(" ", before)) or (
        fact.figure.unit != "VND" and evidence.has("each", evidence.after(fact.figure, 20))
    ):
        return None
    around = before + "," + evidence.after(fact.figure, 14).partition(",")[0]
    if fact.value < Decimal(bounds["least"]) * scale and evidence.has("big_money", around):
        return "too_small"
    small = evidence.has("small_money", fact.lead) or evidence.has("each", evidence.after(fact.figure, 20))
    macro = (evidence.has("macro_money", fact.lead) or _trade(fact)) and not small
    if not macro:
        return None
    total = evidence.has("macro_totals", evidence.before(fact.figure, 90)) or evidence.has("macro_totals", fact.tail)
    partly = not evidence.has("macro_money", evidence.without("plain_budgets", fact.lead)) and not evidence.has("budget_flows", fact.lead)
    if partly and not total and not _trade(fact):
        return "too_small" if fact.value < Decimal(bounds["least"]) * scale else None
    least = bounds["least_total"] if total or largest > fact.value * _BESIDE * 10 else bounds["least_macro"]
    return "too_small" if fact.value < Decimal(least) * scale else None


def _trade(fact: Fact) -> bool:
    """ "Kim ngạch xuất khẩu của 210 doanh nghiệp trong tỉnh năm 2024 đạt 1.240 USD": trade opens the clause, and figures stand between."""
    clause = re.split(r"[,;](?!\d)", fact.evidence.before(fact.figure, _TOPIC))[-1].strip(" -+*•–\n")
    return fact.evidence.starts_with("trade_heads", clause) and fact.evidence.ends_with("trade_told", clause)


def _dwarfed(fact: Fact, facts: list[Fact]) -> bool:
    """An amount whose scale word is lost: no coin is as small, or it stands beside amounts in millions: "còn lại 340 đồng"."""
    figure = fact.figure
    if figure.kind != "money" or not figure.unit or not 0 < fact.value < _THOUSAND or figure.high:
        return False
    if figure.unit == "VND" and figure.per in _PAID_BY:
        return True
    if _small_change(fact):
        return False
    if figure.unit == "VND" and fact.value < _COIN:
        return not _named(fact, "rises", "falls")
    beside = [f for f in facts[max(0, fact.place - 3) : fact.place + 4] if f.figure.kind == "money" and f.figure.unit == figure.unit]
    large = [f for f in beside if f.value >= _MILLION and abs(f.sentence - fact.sentence) <= 1]
    broken = figure.unit == "VND" or fact.value < _DOZEN or _TENTHS.search(figure.text) is not None
    return bool(large) and broken and not _named(fact, "each")


def _small_change(fact: Fact) -> bool:
    """Whether an amount is a price or a rate."""
    rate = fact.lead.rstrip().endswith("=") or fact.tail.startswith(("/", " /", " ="))
    return fact.figure.per is not None or rate or _named(fact, "apiece", "rate_words", "equated", "newness_prices")


def _named(fact: Fact, *lists: str) -> bool:
    around = fact.lead[-40:] + fact.tail[:20].split(",")[0]
    return any(fact.evidence.has(words, around) for words in lists)


def _portion(fact: Fact) -> str | None:
    """A decrease or a part of more than everything."""
    evidence = fact.evidence
    if fact.figure.kind == "growth":
        if (
            fact.value > _BOOM
            and not evidence.has("long_ago", evidence.before(fact.figure, _TOPIC) + fact.tail)
            and evidence.has("economies", evidence.before(fact.figure, _CLAUSE))
        ):
            return "too_large"
        return "over_whole" if fact.value < -1 or _negative(fact) else None
    if fact.value <= 1:
        return None
    lead = evidence.before(fact.figure, 14) + fact.figure.text.lower()
    aimed = fact.plan or evidence.has("goals", re.split("[,;.]", fact.tail)[0][:30])
    capped = not aimed and evidence.has("capped", evidence.before(fact.figure, 60) + fact.tail[:30])
    return "over_whole" if capped or evidence.has("share_of_whole", lead) or _of_all(fact) else None


def _negative(fact: Fact) -> bool:
    """ "The poverty rate fell to -3.1%": a part of people or things below nothing."""
    evidence = fact.evidence
    signed = fact.value < 0 and fact.figure.text[:1] in "-−–"
    return signed and evidence.has("parts_of_all", evidence.before(fact.figure)) and evidence.ends_with("reached_by", fact.lead.rstrip())


def _of_all(fact: Fact) -> bool:
    """Whether a share is what its clause speaks of, "250% số hồ sơ được trả", and not a level reached: "đạt 250% dự toán"."""
    evidence, tail = fact.evidence, re.split("[,;.]", fact.tail)[0].lstrip()
    clause = re.split(r"[,;.](?!\d)", evidence.after(fact.figure))[0]
    nearest = " ".join(phrases(evidence.lang, "predicates").split(clause)[0].split()[:4])
    levelled = evidence.has("levels", nearest) or evidence.has("planned", clause) or evidence.has("goals", clause) or _of_amount(fact)
    if levelled or fact.plan or evidence.ends_with("reaches", fact.lead.rstrip()):
        return False
    opens = evidence.ends_with("sayings", fact.lead.rstrip()) or evidence.has("partitives", re.split("[;.]", evidence.before(fact.figure))[-1])
    return opens or _of_those_told(fact) or evidence.starts_with("whole_tails", tail) or evidence.has("predicates", tail)


def _of_amount(fact: Fact) -> bool:
    """ "105% of the USD 20 million of the year before": of an amount told, which may be of another time."""
    return fact.following is not None and fact.following.kind == "money" and fact.following.start - fact.figure.end < _AMOUNT


def _of_those_told(fact: Fact) -> bool:
    """ "Of the 865 citizens who applied, 142 percent filed online": the sentence opened with the whole."""
    start, _ = fact.evidence.bounds(fact.sentence)
    opening = fact.evidence.lower[start : fact.previous.start] if fact.previous else ""
    return len(opening) < _OPENING and fact.evidence.ends_with("whole_openings", opening.rstrip()) and fact.lead.rstrip().endswith(",")


def _people(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Fewer people than delegations."""
    for one, other in pairwise(facts):
        first, second = one.figure, other.figure
        if first.unit != "delegation" or second.unit not in ("person", "person_trip") or first.kind != "count" or second.kind != "count":
            continue
        joined = evidence.between(first, second).strip(" ,/(") in evidence.words["people_joins"]
        if joined and first.per == second.per and other.value < one.value:
            said = (str(evidence.say(value, first)).split()[0] for value in (other.value, one.value))
            yield evidence.found("fewer_people", [first, second], people=next(said), groups=next(said))
