"""Changes and multiples right beside what changed «mức tăng, giảm, số lần»: "từ 25 vụ còn 9 vụ, bớt đi 64%", "tripled, from 140 to 420"."""

from __future__ import annotations

import re
from dataclasses import replace

from ..evidence import Evidence
from ..facts import Fact
from .beside import BROKEN, CLOSED, CUT, YEAR, Pair, Place, like, linked, reached
from .drawn import drawn, explained

_TAIL = 30
_WORD = re.compile(r"[^\W\d_]+")


def changed(evidence: Evidence, place: Place) -> Pair | None:
    """What changed and what it changed from, where the two do not make the change told of them."""
    return _behind(evidence, place) or _from_to(evidence, place) or (drawn(evidence, place) if place.claim.sort == "times" else None)


def _behind(evidence: Evidence, place: Place) -> Pair | None:
    """A change right behind what changed, and the value it was before: told just before it, planned, or told right behind the change."""
    now = place.beside
    if now is None or now.average or not linked(evidence, evidence.lower[now.figure.end : place.claim.start], changes=True):
        return None
    tail = evidence.lower[place.claim.end : place.claim.end + _TAIL]
    earlier = [fact for fact in place.before[1:] if like(fact, now)]
    if evidence.starts_with("changed_on", tail.lstrip()) or evidence.has("changed_plan", evidence.lower[now.figure.end : place.claim.end]):
        earlier = [fact for fact in earlier if fact.plan]
    elif CLOSED.match(tail):
        earlier = [fact for fact in earlier[:1] if _became(evidence, place, fact, now)]
    else:
        earlier = _against(evidence, place, now)
    return None if not earlier or explained(place, now) else (now, earlier[0])


def _became(evidence: Evidence, place: Place, earlier: Fact, now: Fact) -> bool:
    """Whether one value is said to have become the next, or to be so many times it."""
    between = evidence.lower[earlier.figure.end : now.figure.start]
    if place.claim.sort == "times":  # "250 triệu USD. Tám năm sau, con số ấy là 1,2 tỷ USD"
        return earlier.sentence == now.sentence or evidence.has("same_thing", now.lead)
    return now.place == earlier.place + 1 and not BROKEN.search(between) and evidence.has("became", between)


def _against(evidence: Evidence, place: Place, now: Fact) -> list[Fact]:
    """The value right behind a change that it is told against: "tăng 20% so với 60 triệu USD"."""
    for fact in place.behind[:1]:
        gap = evidence.lower[place.claim.end : fact.figure.start]
        if len(gap) <= _TAIL and not CUT.search(gap) and evidence.has("compared", gap) and like(fact, now):
            return [fact]
    return []


def _from_to(evidence: Evidence, place: Place) -> Pair | None:
    """The two values right behind a change, from one to the other, be they read as two figures or as one span."""
    if place.span is not None:
        return _spanned(evidence, place, place.span)
    if len(place.behind) < 2 or not like(*place.behind[:2]):
        return None
    old, new = place.behind[:2]
    gap, between = evidence.lower[place.claim.end : old.figure.start], evidence.between(old.figure, new.figure)
    told = gap.strip(" ,(:") in evidence.words["changed_from"] and new.place == old.place + 1 and not BROKEN.search(between)
    return (new, old) if told and evidence.has("became", between) and not place.claim.made(reached(new), reached(old)) else None


def _spanned(evidence: Evidence, place: Place, span: Fact) -> Pair | None:
    """ "rose by 40 per cent, from 50,000 to 60,000"."""
    gap = YEAR.sub("", evidence.lower[place.claim.end : span.figure.start])
    words = [word for word in _WORD.findall(gap) if word not in evidence.words.get("changed_within", ())]
    old = replace(span, figure=replace(span.figure, high=None))
    new = replace(span, figure=replace(span.figure, value=span.figure.high, high=None))
    told = " ".join(words) in evidence.words["changed_from"] and len(gap) <= 2 * _TAIL
    return (new, old) if told and not place.claim.made(reached(new), reached(old)) else None
