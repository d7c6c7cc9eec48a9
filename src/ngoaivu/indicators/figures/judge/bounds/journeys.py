"""A way and the time it takes «quãng đường và thời gian đi»: 3.000 m flown in four and a half hours, 12,000 km driven in 20 minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..dimensions import base_of, in_base
from ..evidence import Evidence
from ..facts import Fact

_NEAR, _GAP = 3, 110  # mentions and characters between a way and its time
_STOP = re.compile(r"[;\n]|[.!?] ")
_MINUTES = {"hour": 60, "minute": 1}
_WAYS = (("flown", 60, 1_300), ("driven", 2, 200), ("ridden", 2, 600), ("walked", Decimal("0.3"), 30), ("sailed", 1, 150))  # km an hour, generously


def check_journeys(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Ways that nobody goes so fast, or so slowly, in the time told beside them."""
    for way in facts:
        if base_of(way.figure) != "metre" or way.figure.per or way.figure.high or not way.value:
            continue
        minutes = _time(evidence, way.figure)
        speed = in_base(way).value / 1_000 / minutes * 60 if minutes else None
        bounds = _bounds(evidence, way) if speed is not None else None
        if speed is not None and bounds and not bounds[0] <= speed <= bounds[1]:
            yield evidence.found("too_large" if speed > bounds[1] else "too_small", [way.figure], told=_told(speed > bounds[1]), text=way.figure.text)


def _told(over: bool) -> str:
    return "too_large" if over else "way_too_short"


def _time(evidence: Evidence, way: Mention) -> Decimal:
    """The minutes told right behind a way, or right before it; 0 where none are."""
    start, end = evidence.bounds(evidence.sentence(way.start))
    behind = evidence.mentions_in(way.end, min(end, way.end + _GAP))[:_NEAR]
    before = evidence.mentions_in(max(start, way.start - _GAP), way.start)[-2:]
    for near in (behind, before):
        minutes = [(mention, _minutes(evidence, mention)) for mention in near]
        told = next((n for n, (mention, value) in enumerate(minutes) if value and _joined(evidence, way, mention)), None)
        if told is not None:
            first, value = minutes[told]
            more = minutes[told + 1] if told + 1 < len(minutes) and first.unit == "hour" and minutes[told + 1][0].unit == "minute" else None
            close = more is not None and len(evidence.between(first, more[0])) <= len(" and ")
            return value + more[1] if more is not None and close else value
    return Decimal(0)


def _minutes(evidence: Evidence, mention: Mention) -> Decimal:
    """How many minutes a mention tells, also "4 giờ 30 phút", which alone may be an hour of the day; 0 where it tells none."""
    if mention.kind == "measure" and mention.unit in _MINUTES and mention.per is None:
        return (mention.value or Decimal(0)) * _MINUTES[mention.unit]
    told = _lengths(evidence.lang).search(mention.text.lower()) if mention.kind == "structural" else None
    return Decimal(int(told[1]) * 60 + int(told[2])) if told else Decimal(0)


def _joined(evidence: Evidence, way: Mention, time: Mention) -> bool:
    """Whether a time is that of the way: in the same part of the sentence, with no stop between."""
    one, other = sorted((way, time), key=lambda mention: mention.start)
    between = evidence.between(one, other)
    others = evidence.mentions_in(one.end, other.start)
    if any(base_of(mention) == "metre" for mention in others):
        return False
    return not _STOP.search(between) and evidence.has("takes_time", f"{between} {time.text.lower()}")


def _bounds(evidence: Evidence, way: Fact) -> tuple[Decimal, Decimal] | None:
    """How fast one goes by the means told in the sentence; None where none is told, or the words speak of no journey."""
    start, end = evidence.bounds(way.sentence)
    told = evidence.lower[start:end]
    if evidence.has("no_journeys", told):
        return None
    spans = [(Decimal(least), Decimal(most)) for words, least, most in _WAYS if evidence.has(words, told)]
    return (min(least for least, _ in spans), max(most for _, most in spans)) if spans else None


@cache
def _lengths(lang: str) -> re.Pattern[str]:
    """An expression for so many hours and minutes."""
    return re.compile(vocabulary(lang)["judge"].get("hours_and_minutes", "(?!)()()"))
