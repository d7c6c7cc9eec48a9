"""Shares, multiples and changes as a text claims them «tỷ lệ được nêu»: "một phần ba", "cứ tám khoản thì năm", "one in three", "tripled"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from ...vocabulary import vocabulary
from ..arithmetic import reach, step_of
from ..equations.model import rated
from ..evidence import Evidence
from ..facts import Fact
from ..smalls import said

_LEAD, _TAIL = 26, 24
_MOST = 3  # times; a change of more is a number
_FEW = 5
_SMALL = 100  # nobody says "7 in every 250"
_LOOSE, _HEDGED, _TIMES = Decimal("0.03"), Decimal("0.09"), Decimal("0.06")
_ROUGH = Decimal("0.27")  # of itself; "about a quarter" is no third
_FINE, _TENTH = Decimal("0.0006"), Decimal("0.1")
_HUNDRED = Decimal(100)

Span = tuple[Decimal, Decimal]


@dataclass(frozen=True)
class Claim:
    """A rate and where it is told: a `share`, a `change` from one value to the next, or how many `times` one is the other."""

    start: int
    end: int
    sort: str
    value: Decimal
    span: Span
    text: str
    paired: bool = False  # "cứ tám khoản thì năm khoản"

    def made(self, part: Span, whole: Span) -> bool:
        """Whether two values, as far as each may reach, make the rate."""
        if whole[0] <= 0:
            return False
        low, high = part[0] / whole[1], part[1] / whole[0]
        if self.sort == "change":
            low, high = sorted((abs(low - 1), abs(high - 1)))
        return self._meets(low, high)

    def _meets(self, low: Decimal, high: Decimal) -> bool:
        return low <= self.span[1] and self.span[0] <= high


def claims_of(evidence: Evidence, facts: list[Fact]) -> list[Claim]:
    """Every rate of a text, in order; each place tells one: so many of every so many, what the reader knows, another fraction."""
    found = list(_in_pairs(evidence))
    for more in ([_read(fact) for fact in facts if rated(fact) and not _number(fact)], list(_in_words(evidence))):
        found = sorted([*found, *_apart(more, found)], key=lambda claim: claim.start)
    return found


def _apart(more: list[Claim], found: list[Claim]) -> Iterator[Claim]:
    """Those of some rates that share no place with the ones found."""
    ends = [claim.end for claim in found]
    for claim in more:
        n = bisect_right(ends, claim.start)
        if n == len(found) or found[n].start >= claim.end:
            yield claim


def _number(fact: Fact) -> bool:
    """Whether a change is told as so many: "an increase of 18"."""
    return fact.figure.kind == "growth" and abs(fact.value) > _MOST and "%" not in fact.figure.text


def _read(fact: Fact) -> Claim:
    """A rate the reader knows."""
    figure, evidence = fact.figure, fact.evidence
    lead, tail = fact.lead[-_LEAD:].rstrip(), fact.tail[:_TAIL].lstrip()
    led = evidence.starts_with("changed_by", figure.text.lower())
    told = led or evidence.ends_with("changed_by", lead) or evidence.starts_with("more_than", tail)
    times = led and figure.kind == "ratio" and "%" not in figure.text
    changed = figure.kind == "growth" or (led and not times) or (figure.kind != "ratio" and told)
    sort = "change" if changed else "times" if figure.kind == "ratio" else "share"
    value = abs(fact.value)
    worded = not any(letter.isdigit() for letter in figure.text) or figure.kind in ("fraction", "ratio")
    span = _around(value, figure.hedge, evidence.ends_with("roundly", lead)) if worded else _figured(fact, led)
    if times:  # "tăng 2 lần" is said of twice as much, and of twice as much more
        span = (span[0], span[1] + 1)
    return Claim(figure.start, figure.end, sort, value, span, figure.text)


def _figured(fact: Fact, led: bool) -> Span:
    """The values of a percentage in digits; "vượt 25%" is no more than that."""
    figure = replace(fact.figure, value=abs(fact.value), hedge="exact" if led else fact.figure.hedge)
    low, high = reach(figure)
    slack = step_of(figure) * Decimal("0.06") + _FINE if figure.hedge == "exact" else _LOOSE
    return low - slack, high + slack


def _around(value: Decimal, hedge: str, roundly: bool) -> Span:
    """How far a fraction or multiple in words may stand from what is meant."""
    near = max(_LOOSE, value * _TIMES) if value > 1 else _LOOSE
    wide = value * _HEDGED if value > 1 else max(_LOOSE, min(_HEDGED, value * _ROUGH))
    below = wide if hedge in ("near", "about", "under", "at_most", "forecast") or roundly else near
    above = wide if hedge in ("over", "about", "at_least") or roundly else near
    return value - below, value + above


def _in_words(evidence: Evidence) -> Iterator[Claim]:
    """Fractions in words: "or a quarter", "three fifths"."""
    parts = evidence.words.get("nth_parts", {})
    for match in _fractions(evidence.lang).finditer(evidence.lower):
        many = said(evidence.lang, match["n"]) if match["n"] not in ("a", "an") else 1
        whole = parts[match["part"]]
        if many and many < whole and not (match["part"].endswith("s") and many == 1):
            yield _worded(evidence, match.span("n")[0], match.end(), Decimal(many) / whole)


def _worded(evidence: Evidence, start: int, end: int, value: Decimal) -> Claim:
    lead, tail = evidence.lower[max(0, start - _LEAD) : start].rstrip(), evidence.lower[end : end + _TAIL].lstrip(" ,")
    hedge = next((hedge for hedge in ("near", "over", "about") if evidence.ends_with(f"fraction_{hedge}", lead)), "exact")
    changed = evidence.ends_with("changed_by", lead) or evidence.starts_with("more_than", tail)
    return Claim(start, end, "change" if changed else "share", value, _around(value, hedge, False), evidence.text[start:end])


def _in_pairs(evidence: Evidence) -> Iterator[Claim]:
    """So many of every so many: "cứ tám khoản thì năm khoản", "three seats in every five"."""
    for pattern in _pairs(evidence.lang):
        for match in pattern.finditer(evidence.lower):
            one, other = said(evidence.lang, match["one"]), said(evidence.lang, match["other"])
            part, whole = sorted((one or 0, other or 0))
            if 0 < part < whole <= _SMALL:
                value, slack = Decimal(part) / whole, max((_TENTH if whole <= _FEW else _TENTH * Decimal("0.6")) / whole, _FINE * 10)
                roundly = evidence.ends_with("roundly", evidence.lower[max(0, match.start() - _LEAD) : match.start()].rstrip())
                span = (value - _LOOSE, value + _LOOSE) if roundly else (value - slack, value + slack)
                yield Claim(match.start(), match.end(), "share", value, span, evidence.text[match.start() : match.end()], True)


@cache
def _fractions(lang: str) -> re.Pattern[str]:
    parts = "|".join(sorted(vocabulary(lang)["judge"].get("nth_parts", {}), key=len, reverse=True)) or "(?!)"
    return re.compile(rf"(?<![\w-])(?P<n>an?|one|two|three|four|five|six|seven|eight|nine)[ -](?P<part>{parts})(?![\w-])")


@cache
def _pairs(lang: str) -> list[re.Pattern[str]]:
    """Ways to say a share by two small numbers."""
    words = vocabulary(lang)["judge"]
    number = words.get("in_every_numbers", "(?!)")
    return [re.compile(rf"(?<!\w){pattern.replace('NUMBER', number)}(?!\w)") for pattern in words.get("in_every", ())]
