"""Months that make up longer times «lũy kế»: what stood before and what one month added make what stands behind."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice, pairwise
from math import log

from ...model import Finding
from ..arithmetic import meet, reach, slip
from ..equations.model import sorted_alike, valued
from ..evidence import Evidence
from ..facts import Fact
from .months import Months, months_of

_AROUND, _SENTENCES, _LINES = 12, 3, 14
_RARE, _FAR = Decimal("0.06"), 0.7
_PIECES = 12
_CHAINS = 60  # ways to make a time; a text with more tells many things by the month
_NOVEL = 1  # words a later count may add to those of the earlier one
_OPENING = 24  # characters of a sentence that may say it tells another time

_Dated = tuple[Fact, Months]


def check_running(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Months and quarters that do not add up to the longer time they make, where the text tells each once."""
    dated = [(fact, months) for fact in facts if _flows(fact) and (months := months_of(fact))]
    spoken: set[int] = set()
    yield from _shrinking(evidence, dated)
    for n, (total, whole) in enumerate(dated):
        if whole.first == whole.last:
            continue
        near = [one for one in dated[max(0, n - _AROUND) : n + _AROUND + 1] if one[0] is not total and _alike(total, whole, *one)]
        chains = list(islice(_chains(near, whole, whole.first), _CHAINS))
        if not 0 < len(chains) < _CHAINS or any(_holds(chain, total) for chain in chains) or _doubtful(chains, near, total, whole):
            continue
        chain = chains[0]
        places = {fact.place for fact in (total, *chain)}
        if spoken.isdisjoint(places) and _slipped(chain, total):
            spoken |= places
            added = sum((fact.value for fact in chain), Decimal(0))
            figures = [total.figure, *(fact.figure for fact in chain)]
            yield evidence.found("parts_total", figures, sum=evidence.say(added, total.figure), total=evidence.say(total.value, total.figure))


def _shrinking(evidence: Evidence, dated: list[_Dated]) -> Iterator[Finding]:
    """A count from January on that is less than an earlier one told right before it in the same words."""
    for (one, earlier), (other, later) in pairwise(dated):
        running = earlier.first == later.first == 1 and 1 < earlier.last < later.last and earlier.year == later.year
        near = other.sentence - one.sentence <= 1 or (evidence.listed(one.sentence) and evidence.listed(other.sentence))
        if not (running and near and sorted_alike(one, other)) or _apart(one, other) or other.value >= one.value:
            continue
        if one.figure.hedge == other.figure.hedge == "exact" and len(_told(other) - one.wide) <= _NOVEL:
            short, long = (evidence.say(fact.value, fact.figure) for fact in (one, other))
            yield evidence.found("month_year", [one.figure, other.figure], short=short, long=long)


def _apart(one: Fact, other: Fact) -> bool:
    """Whether they take different sides, or their sentences do where they say none themselves."""
    mine, theirs = one.aspects or one.topic, other.aspects or other.topic
    return any(mine[aspect].isdisjoint(theirs[aspect]) for aspect in mine.keys() & theirs.keys())


def _told(fact: Fact) -> frozenset[str]:
    """The words of its clause that could name another thing."""
    return frozenset(word for word in fact.words if not fact.evidence.has("month_words", word))


def _flows(fact: Fact) -> bool:
    """What adds up over time."""
    plain = valued(fact) and fact.figure.unit not in ("month", "quarter", "year", "day") and not fact.figure.of
    start, _ = fact.evidence.bounds(fact.sentence)
    compared = fact.evidence.has("same_period", fact.evidence.lower[start : min(start + _OPENING, fact.figure.start)])
    one_by_one = fact.evidence.has("one_by_one", fact.evidence.before(fact.figure)) or fact.evidence.has("one_by_one", fact.tail)
    return plain and not (compared or one_by_one or fact.plan or fact.base or fact.figure.per or fact.evidence.has("averages", fact.lead[-45:]))


def _alike(total: Fact, whole: Months, fact: Fact, part: Months) -> bool:
    """Whether a figure may be a part of a longer time of the same year."""
    apart = abs(total.sentence - fact.sentence)
    near = apart <= (_LINES if fact.evidence.listed(fact.sentence) and fact.evidence.listed(total.sentence) else _SENTENCES)
    inside = whole.first <= part.first and part.last <= whole.last
    return near and inside and part.year == whole.year and sorted_alike(total, fact) and not _apart(total, fact)


def _chains(near: list[_Dated], whole: Months, first: int, taken: tuple[Fact, ...] = ()) -> Iterator[list[Fact]]:
    """Every way to make a longer time of at least two shorter ones, month after month."""
    if first > whole.last:
        yield list(taken)
        return
    for fact, part in near:
        proper = (part.first, part.last) != (whole.first, whole.last)
        if part.first == first and proper and len(taken) < _PIECES:
            yield from _chains(near, whole, part.last + 1, (*taken, fact))


def _holds(chain: list[Fact], total: Fact) -> bool:
    steps = {fact.step for fact in (total, *chain)}
    finest = min(steps) if len(chain) > 2 or len(steps) > 1 else None
    low = sum((reach(fact.figure, finest)[0] for fact in chain), Decimal(0))
    high = sum((reach(fact.figure, finest)[1] for fact in chain), Decimal(0))
    return meet((low, high), reach(total.figure, finest))


def _doubtful(chains: list[list[Fact]], near: list[_Dated], total: Fact, whole: Months) -> bool:
    """Whether a time is told twice among these, so that one of the figures may be of another thing."""
    sentences = [fact.sentence for fact in (total, *chains[0])]
    among = [(months.first, months.last) for fact, months in near if min(sentences) <= fact.sentence <= max(sentences)]
    return len(set(among)) < len(among) or (whole.first, whole.last) in among


def _slipped(chain: list[Fact], total: Fact) -> bool:
    """Whether the total comes near what the parts make, or one of the figures looks like a slip."""
    added = sum((fact.value for fact in chain), Decimal(0))
    if abs(log(float(total.value / added))) <= _FAR:
        return True
    missing = ((fact, total.value - added + fact.value) for fact in chain)
    return min(slip(total.figure, added), *(slip(fact.figure, needed) for fact, needed in missing)) <= _RARE
