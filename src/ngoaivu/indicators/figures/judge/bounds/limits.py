"""What the text itself or common knowledge caps «giới hạn»: days in a week, ages, income per head, one project and the economy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ...model import Finding
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact
from ..lists import phrases

_LONGEST_LIFE = 120
_AGE = re.compile(r"(?:\d{1,3}(?: ?[-–] ?| [^\W\d_]+ ))?\d{1,3}")  # also a range
_TIMES = ("day", "week", "month")
_LEAD, _TAIL = 70, 45  # characters that may name what a figure is
_DAILY = 30  # characters behind hours that may say that they are of a day: "70 hours of lessons a day"
_SENTENCES = 2
_ABOVE = 300  # characters in which the place may be named


def check_limits(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Figures above what their time, their person, their place or their economy can have."""
    bounds: dict[str, Any] = vocabulary(evidence.lang)["bounds"]
    for fact in facts:
        if _over_time(fact, bounds) or _over_person(fact, bounds) or _over_place(fact, bounds):
            yield evidence.found("too_large", [fact.figure], text=fact.figure.text)
    yield from _ages(evidence)
    yield from _economies(evidence, facts)


def _over_time(fact: Fact, bounds: dict[str, Any]) -> bool:
    """More days than a week has: "8 days a week"."""
    most = bounds.get("times", {}).get(f"{fact.figure.unit}/{fact.figure.per}")
    if fact.figure.per is None and fact.figure.unit == "hour" and fact.evidence.has("day_each", re.split("[,;.(]", fact.tail)[0][:_DAILY]):
        most = bounds["times"]["hour/day"]
    return most is not None and fact.figure.kind == "measure" and (fact.figure.high or fact.value) > most


def _over_person(fact: Fact, bounds: dict[str, Any]) -> bool:
    """More for one head, one scholarship, one gift than anybody gives."""
    figure, money = fact.figure, bounds["money"]
    if figure.kind != "money" or figure.unit not in money["known"]:
        return False
    scale = Decimal(money["dong"]) if figure.unit == "VND" else Decimal(1)
    lead = fact.lead[-_LEAD:]
    around = lead + figure.text.lower() + fact.tail[:_TAIL].split(",")[0].split(";")[0]
    head = figure.per == "person" or (fact.evidence.has("per_head", around) and not fact.evidence.has("pay_totals", around))
    if head and fact.value > Decimal(money.get("head", "Infinity")) * scale:
        return True
    timed = figure.per in _TIMES
    own = fact.evidence.has("receivers", phrases(fact.evidence.lang, "joiners").split(re.split("[,;]", lead)[-1])[-1])
    apiece = (
        own
        or (fact.average and not timed and figure.per not in ("quarter", "year"))
        or fact.evidence.has("apiece", lead[-20:] + " " + fact.tail[:12])
    )
    capped = {**(money.get("wages", {}) if timed or apiece else {}), **(money.get("each", {}) if apiece else {})}
    return any(fact.value > Decimal(most) * scale and re.search(rf"(?<!\w){word}", around) for word, most in capped.items())


def _over_place(fact: Fact, bounds: dict[str, Any]) -> bool:
    """More people than a province, a town or a village can have."""
    if fact.figure.unit != "person" or fact.figure.kind != "count":
        return False
    evidence = fact.evidence
    start, end = evidence.bounds(fact.sentence)
    sentence = evidence.lower[max(start, fact.figure.start - 160) : min(end, fact.figure.end + 100)]
    if fact.value <= Decimal(bounds.get("place", "Infinity")) or evidence.has("nationwide", fact.lead[-_LEAD:] + fact.tail):
        return False
    above = evidence.lower[max(0, fact.figure.start - _ABOVE) : fact.figure.end]
    return evidence.has("local_places", above if evidence.has("inhabitants", fact.clause) else sentence) and evidence.has("inhabitants", sentence)


def _ages(evidence: Evidence) -> Iterator[Finding]:
    """ "The oldest is 180": an age without its word."""
    for mention in evidence.mentions:
        if not _AGE.fullmatch(mention.text) or not _LONGEST_LIFE < int(re.findall(r"\d+", mention.text)[-1]) < 1_000:
            continue
        before, behind = evidence.before(mention, 30), evidence.after(mention, 14)
        counted = behind.lstrip(" ")[:1].isalpha() and not evidence.starts_with("ages", behind.lstrip(" "))
        if evidence.has("age_leads", before) and (not counted or not mention.text.isdecimal()) and mention.unit != "year":
            yield evidence.found("too_large", [mention], text=mention.text)


def _economies(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """One project worth more than the economy of its province."""
    sizes = [f for f in facts if f.figure.kind == "money" and not f.average and _economy(evidence, f)][:4]
    for size in sizes:
        if evidence.has("nationwide", evidence.before(size.figure, 60)):
            continue
        for fact in facts[max(0, size.place - 8) : size.place + 8]:
            money = fact.figure.kind == "money" and fact.figure.unit == size.figure.unit and fact.value > size.value
            near = money and abs(fact.sentence - size.sentence) <= _SENTENCES
            if near and not _economy(evidence, fact) and _single(evidence, fact):
                yield evidence.found("too_large", [fact.figure], text=fact.figure.text)


def _economy(evidence: Evidence, fact: Fact) -> bool:
    return evidence.has("economies", fact.lead[-_LEAD:] + " " + fact.tail.split(",")[0][:_TAIL]) and not evidence.has("per_head", fact.lead)


def _single(evidence: Evidence, fact: Fact) -> bool:
    """Whether an amount is of one project."""
    return evidence.has("single_works", fact.lead[-_LEAD:] + " " + fact.tail[:_TAIL])
