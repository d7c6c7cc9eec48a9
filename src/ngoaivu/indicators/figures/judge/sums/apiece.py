"""What a figure is told for each of «đơn giá, mức cho mỗi»: "185.000 đồng/bộ", "mỗi suất 2 triệu đồng", "USD 65 per room and night"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact
from ..lists import phrases

TIMES = frozenset({"day", "week", "month", "quarter", "year", "hour", "minute"})

_WORD = re.compile(r"[^\W\d_]+")
_SLASH = re.compile(r"/ ?(?=[^\W\d_])")
_CLAUSE = re.compile(r"[;:(\n]|,(?!\d)")
_END = re.compile(r"[.,;:()/|\d\n]")
_BEHIND, _BEFORE, _NUMBERED = 34, 60, 40
_LONGEST = 3  # words of the name of a unit
_STEM = 4  # letters two forms of one English noun share
_SHORT = 16  # characters behind a number that may name what it counts


@dataclass(frozen=True)
class Apiece:
    """A figure and what it is told for one of: the words for it and the codes of the units these name."""

    fact: Fact
    words: frozenset[str]
    units: frozenset[str]
    numbered: bool  # "25 x USD 30": the number right before is how many
    firm: bool  # "đơn giá", "unit price": whatever is counted beside it is what it is for

    @property
    def times(self) -> frozenset[str]:
        """The times it is told for: "per room and night" is by the day."""
        return self.units & TIMES

    def of(self, counted: Fact) -> bool:
        """Whether a figure counts what this one is told for."""
        figure = counted.figure
        if figure.unit in self.units:
            return True
        if figure.unit in TIMES:
            return False
        named = _WORD.findall(f"{figure.text.lower()} {(figure.subject or counted.tail[:_SHORT]).lower()}")
        return any(_alike(self.fact.evidence, word, other) for word in self.words for other in named)


def _alike(evidence: Evidence, word: str, other: str) -> bool:
    if evidence.words.get("head_first") or min(len(word), len(other)) < _STEM:
        return word == other
    return word[:_STEM] == other[:_STEM] and abs(len(word) - len(other)) <= _STEM


def apiece(fact: Fact) -> Apiece | None:
    """The figure as one told for each of something; None where it is not."""
    figure, evidence = fact.figure, fact.evidence
    if figure.kind not in ("money", "count", "measure") or figure.high or figure.of or not fact.value:
        return None
    clause = _CLAUSE.split(_whole(fact)[-_BEFORE:])[-1]
    nouns = [noun for noun in (*_behind(fact), *_named(evidence, clause)) if noun]
    alone = evidence.starts_with("one_each", fact.tail.lstrip(" ,"))
    numbered = _multiplied(fact)
    priced = clause.strip() in evidence.words.get("prices_alone", ()) or evidence.ends_with("unit_prices", clause.rstrip()) or numbered
    if not (nouns or priced or alone or figure.per):
        return None
    classed = any(noun[0] in evidence.words.get("classifiers", ()) for noun in nouns)
    firm = (priced and figure.kind == "money") or (alone and not nouns) or classed
    units = {code for noun in nouns for code in _codes(evidence.lang, noun)} | ({figure.per} if figure.per else set())
    first = slice(2) if evidence.words.get("head_first") else slice(1)
    return Apiece(fact, frozenset(word for noun in nouns for word in noun[first]), frozenset(units), numbered, firm)


def _whole(fact: Fact) -> str:
    """The words before a figure; "each of the 30 families receives" begins before the number."""
    if fact.previous is not None and fact.evidence.ends_with("each_of", fact.evidence.before(fact.previous, _SHORT).rstrip()):
        return f"{fact.evidence.words['each_heads'][0]} {(fact.previous.subject or '').lower()} {fact.lead}"
    return fact.lead


def _behind(fact: Fact) -> Iterator[list[str]]:
    """The nouns right behind a figure: "/người/ngày", " per room and night", " mỗi học viên"."""
    behind = fact.evidence.lower[fact.figure.start : fact.figure.end + _BEHIND]
    slash = _SLASH.search(behind)
    while slash is not None and slash.start() <= len(fact.figure.text) + 1:
        noun = _noun(behind[slash.end() :])
        yield noun
        slash = _SLASH.match(behind, slash.end() + len(noun[0])) if noun else None
    lead = phrases(fact.evidence.lang, "each_leads").search(behind)
    while lead is not None and lead.start() <= len(fact.figure.text) + 1 and (noun := _noun(behind[lead.end() :])):
        yield noun
        joined = phrases(fact.evidence.lang, "each_joins").match(behind, lead.end() + len(noun[0]) + 2)
        if joined is None:
            return
        yield _noun(behind[joined.end() :])
        return


def _noun(text: str) -> list[str]:
    return _WORD.findall(_END.split(text)[0])[:_LONGEST]


def _named(evidence: Evidence, clause: str) -> Iterator[list[str]]:
    """The noun behind the last "mỗi", "each", "every" in the clause before a figure."""
    found = list(phrases(evidence.lang, "each_heads").finditer(clause))
    if found and (noun := _noun(clause[found[-1].end() :])):
        yield noun


def _codes(lang: str, noun: list[str]) -> frozenset[str]:
    """The codes of the units a noun names, by as many of its words as the vocabulary knows."""
    known = _known(lang)
    for size in range(len(noun), 0, -1):
        if found := known.get(" ".join(noun[:size])):
            return found
    return frozenset()


@cache
def _known(lang: str) -> dict[str, frozenset[str]]:
    """Every noun of the vocabulary with the codes it stands for."""
    words, found = vocabulary(lang), dict[str, frozenset[str]]()
    for table in (words["units"], words["measures"], words["judge"].get("each_units", {})):
        for code, nouns in table.items():
            for noun in nouns:
                found[noun.lower()] = found.get(noun.lower(), frozenset()) | {code}
    return found


def _multiplied(fact: Fact) -> bool:
    """ "60 covers at VND 650,000", "25 x USD 30"."""
    lead = fact.lead.rstrip()
    if fact.previous is None or fact.previous.kind not in ("count", "measure") or len(fact.lead) > _NUMBERED or set(",;.") & set(lead):
        return False
    if lead.endswith((" x", "×", "*")) or fact.evidence.ends_with("price_at", lead):
        return True
    return lead.endswith(" of") and len(lead.split()) <= _LONGEST
