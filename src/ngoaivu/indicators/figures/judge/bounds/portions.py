"""Parts of people or things above all of them «quá một trăm phần trăm»: "146% ủy viên có mặt", "130 per cent of the members voted"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...model import Finding
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact
from ..forms.kinds import unhedged
from ..lists import any_of, phrases

_DIVISIBLE = (
    "person",
    "household",
    "commune",
    "village",
    "school",
    "file",
    "enterprise",
    "house",
    "vehicle",
    "vote",
    "room",
    "farm",
    "passport",
    "visa",
)
_NEAR, _WIDE = 40, 90  # characters behind a share that name its whole, and that may compare it
_FEW = 4  # figures before one that may be its whole
_CLAUSE = re.compile(r"[,;.](?!\d)")


def check_portions(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Shares above 100% of people or things, or of a vote, that nothing compares with a plan; parts "of that" above what was told."""
    for fact in facts:
        if _over_all(fact) or _more_than_told(facts, fact) or _more_than_whole(facts, fact):
            yield evidence.found("over_whole", [fact.figure], text=fact.figure.text)


def _over_all(fact: Fact) -> bool:
    return fact.figure.kind == "share" and fact.figure.unit is None and fact.value > 1 and not _compared(fact) and _parted(fact)


def _more_than_told(facts: list[Fact], fact: Fact) -> bool:
    """ "Viet Nam exported 9 thousand tonnes. Our province supplied 310,000 tonnes of that": more than the one amount told before."""
    if fact.figure.unit is None or fact.figure.kind == "share" or not fact.evidence.starts_with("of_that", fact.tail.lstrip(" ")):
        return False
    told = [f for f in facts[max(0, fact.place - _FEW) : fact.place] if fact.sentence - f.sentence <= 1 and f.figure.unit == fact.figure.unit]
    return len(told) == 1 and (told[0].figure.high or told[0].value) < fact.value


def _more_than_whole(facts: list[Fact], fact: Fact) -> bool:
    """ "42 civil servants, 4,200 of whom hold a certificate": more people than the ones right before, whose part they are."""
    evidence, figure = fact.evidence, fact.figure
    told = evidence.ends_with("of_people", unhedged(evidence.lang, fact.lead.rstrip())) or evidence.starts_with("of_people", fact.tail.lstrip(" "))
    if not told or figure.kind != "count" or figure.unit not in ("person", None) or figure.per is not None:
        return False
    before = (f for f in facts[max(0, fact.place - _FEW) : fact.place] if f.sentence == fact.sentence)
    people = [f.figure.high or f.value for f in before if f.figure.kind == "count" and f.figure.unit == "person" and f.figure.per is None]
    return bool(people) and facts[fact.place - 1].figure.unit == "person" and fact.value > 2 * max(people)


def _compared(fact: Fact) -> bool:
    """Whether the share is a level: of a plan, of last year, of a price, or reached by growth."""
    evidence = fact.evidence
    lead, tail = _CLAUSE.split(evidence.before(fact.figure, _WIDE))[-1], _CLAUSE.split(evidence.after(fact.figure, _WIDE))[0]
    around = f"{lead} {fact.figure.text.lower()} {tail}"
    aims = () if evidence.has("portion_votes", around) else ("planned", "goals")  # a vote passes a plan
    lists = (*aims, "levels", "rises", "falls", "portion_compares", "bases")
    return (
        "'" in tail
        or "’" in tail
        or any(evidence.has(words, around) for words in lists)
        or evidence.ends_with("portion_reached", unhedged(evidence.lang, lead))
    )


def _parted(fact: Fact) -> bool:
    evidence, lang = fact.evidence, fact.evidence.lang
    tail = _CLAUSE.split(evidence.after(fact.figure, _WIDE))[0].lstrip()
    whole = phrases(lang, "portion_wholes").match(tail)
    counted = _nouns(lang).search(tail[whole.end() : _NEAR]) if whole else _nouns(lang).match(tail)
    lead = _CLAUSE.split(evidence.before(fact.figure, _WIDE))[-1]
    return counted is not None or evidence.has("portion_votes", lead + " " + tail)


@cache
def _nouns(lang: str) -> re.Pattern[str]:
    """People and things a share may be of."""
    units = vocabulary(lang)["units"]
    return any_of({name.lower() for unit in _DIVISIBLE for name in units.get(unit, ())})
