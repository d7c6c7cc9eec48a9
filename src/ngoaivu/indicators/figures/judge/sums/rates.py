"""Currencies at one rate «tỷ giá»: an amount and its equivalent imply a rate; one text has one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from ...model import Finding
from ...writer import write
from ..arithmetic import slip
from ..evidence import Evidence
from ..facts import Fact
from .equivalents import Pair, neighbours, quoted
from .quoted import Quote, converted, named, priced, quotes

_COMPARED = 40  # pairs that vote for the rate of the text; longer ones are tables of one
_RARE = Decimal("0.03")
_WHOLE = 100  # rates above it are said without decimals
_BEHIND = 44  # characters behind a pair that may tell of which time its rate is
_STOP = re.compile(r"[;\n]|[.,](?!\d)")


def check_rates(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Pairs of amounts whose rate is impossible, or differs from the one the other pairs of the text follow."""
    stated = list(_stated(evidence, facts))
    known = {place for quote, _ in stated for place in quote.places}
    free = [fact for fact in facts if fact.place not in known]
    told = [pair for quote, rate in stated if rate.possible for pair in _at(evidence, free, quote)]
    known = {place for pair in told for place in pair.places}
    free = [fact for fact in free if fact.place not in known]
    pairs = [*(pair for _, pair in stated), *told, *neighbours(evidence, free)]
    pairs.sort(key=lambda pair: pair.currencies)
    for _, alike in groupby(pairs, key=lambda pair: pair.currencies):
        yield from _one_rate(evidence, sorted(_of_now(evidence, list(alike)), key=lambda pair: pair.figures[0].start))


def _stated(evidence: Evidence, facts: list[Fact]) -> Iterator[tuple[Quote, Pair]]:
    """Every rate the text states, each figure in one of them; only the price of a unit that is written as one may be impossible."""
    seen: set[int] = set()
    for found, impossible in ((quotes, False), (priced, True), (named, False)):
        for quote in found(evidence, facts):
            rate = quoted(quote)
            if seen.isdisjoint(quote.places) and (impossible or rate.possible):
                seen |= quote.places
                yield quote, rate


def _at(evidence: Evidence, facts: list[Fact], quote: Quote) -> Iterator[Pair]:
    """The amounts that are told to be changed at a quoted rate."""
    for one, other in converted(evidence, facts, quote):
        strong, weak = (one, other) if one.figure.unit == quote.currency else (other, one)
        yield Pair(strong, weak, "told")


def _of_now(evidence: Evidence, pairs: list[Pair]) -> list[Pair]:
    """Some pairs without those that follow the rate of another time; that time is told, or others are left to be compared."""
    then = [pair for pair in pairs if pair.said != "stated" and pair.possible and _of_then(evidence, pair)]
    enough = len(pairs) - len(then) > 1
    return [pair for pair in pairs if pair not in then or not (enough or pair.year)]


def _of_then(evidence: Evidence, pair: Pair) -> bool:
    """Whether the text says that a pair follows the rate of another time: "60.000 euro, theo tỷ giá khi ấy là 1,5 tỷ đồng"."""
    one, other = pair.figures
    behind = _STOP.split(evidence.after(other, _BEHIND))[0]
    return evidence.has("other_rates", f"{evidence.between(one, other)} , {behind}")


def _one_rate(evidence: Evidence, pairs: list[Pair]) -> Iterator[Finding]:
    """The findings on all pairs of the same two currencies; rows of a table count where most of them agree."""
    cells = [pair for pair in pairs if pair.said == "cells"][:_COMPARED]
    agreeing = _followed(cells, cells)
    stated = [pair for pair in pairs if pair.said == "stated"]
    if not any(_followed([rate], cells) for rate in stated) and (agreeing < 2 or agreeing * 2 <= len(cells)):
        pairs = [pair for pair in pairs if pair.said != "cells"]
    sure = [pair for pair in pairs if pair.possible and pair.sure]
    sure = sure[:_COMPARED]
    known = max(sure, key=lambda pair: (pair.said == "stated", _followed([pair], sure)), default=None)
    leaders = [pair for pair in sure if pair.said == "stated"] or [known] if known else []
    same = evidence.has("same_rates", evidence.lower)
    for pair in pairs:
        if pair.sure and not pair.possible:
            yield evidence.found("rate_impossible", pair.figures, rate=_said(evidence, pair))
        elif known and not _follows(pair, leaders, same) and (pair.sure or _meant(pair, known, same)):
            shown = evidence.text[known.figures[0].start : known.figures[-1].end]
            yield evidence.found("rates_differ", pair.figures, other=shown, rate=_said(evidence, pair), other_rate=_said(evidence, known))


def _followed(leaders: list[Pair], pairs: list[Pair]) -> int:
    """How many pairs follow the rate of the leader who has most followers, himself among them."""
    return max((sum(pair.agrees(leader) for pair in pairs) for leader in leaders if leader.possible), default=0)


def _follows(pair: Pair, leaders: list[Pair], same: bool) -> bool:
    """Whether a pair has a rate that is known; a text that states several, of two days or of buying and selling, has them all."""
    return pair.said == "stated" or any(pair.agrees(leader, same=same) for leader in leaders)


def _meant(pair: Pair, known: Pair, same: bool) -> bool:
    """Whether two amounts that merely stand together are an equivalent: the text tells of a rate for them, or one is a slip of it."""
    if (known.said == "stated" or same) and pair.said == "near" and pair.possible:
        return True
    return slip(pair.weak.figure, known.rate * pair.strong.value) <= _RARE


def _said(evidence: Evidence, pair: Pair) -> str:
    strong, weak = pair.currencies
    digits = 0 if pair.rate >= _WHOLE else 2
    return f"1 {strong} = {write(round(pair.rate, digits), unit=weak, scale=0, lang=evidence.spoken)}"
