"""Shares, multiples and changes against their values «tỷ lệ so với số liệu»: what the figures told beside a rate cannot make.

A rate is held to its figures only where the words leave no doubt that it is theirs: it stands right behind its part ("26 người, tức một
nửa"), behind a part of its whole ("33 trên 55 học viên, chiếm 60%"), right behind what changed ("từ 25 vụ còn 9 vụ, bớt đi 64%"), or is a
conclusion drawn from what was said ("nghĩa là cứ tám khoản thì năm khoản").
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ...model import Finding
from ...writer import write
from ..evidence import Evidence
from ..facts import Fact
from .beside import BROKEN, CLOSED, CUT, Pair, Place, like, linked, places_of, reached, sole
from .changed import changed
from .claims import Claim
from .drawn import drawn, explained, opened
from .foretold import foretold, levelled
from .subjects import named_share

_GAP, _TAIL, _NAMED = 70, 30, 3  # characters before and behind a rate; words a whole is named with


def check_shares(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Rates that the figures they are told of do not make."""
    for place in places_of(evidence, facts):
        pair = _share(evidence, place) if place.claim.sort == "share" else changed(evidence, place)
        if pair is not None:
            yield _found(evidence, place.claim, *pair)


def _share(evidence: Evidence, place: Place) -> Pair | None:
    """A part and its whole that do not make the share told of them, by the first way of telling that is met."""
    claim, part = place.claim, place.beside
    if behind := _exemplified(evidence, place) or _counted(evidence, place):
        return None if claim.made(*map(reached, behind)) else behind
    if couple := _couple(evidence, place):
        whole = claim.paired or _alone(evidence, claim, plans=True)
        return couple if whole and not claim.made(*map(reached, couple)) else None
    apposed = part is not None and linked(evidence, evidence.lower[part.figure.end : claim.start], _named(evidence, claim))
    if told := levelled(evidence, place) or foretold(evidence, place):
        return told
    if part is not None and apposed and _alone(evidence, claim):
        return _apposed(evidence, place, part)
    return drawn(evidence, place) or (None if claim.paired else named_share(evidence, place))


def _couple(evidence: Evidence, place: Place) -> Pair | None:
    """A part "of" its whole right before a share: "33 trên 55 học viên", "138 against a target of 120"."""
    near = [fact for fact in place.before[:2] if fact.sentence == place.sentence]
    gap = evidence.lower[near[0].figure.end : place.claim.start] if near else ""
    if not near or BROKEN.search(gap) or len(gap) > _GAP or place.strangers:
        return None
    if near[0].figure.of:
        return near[0], near[0].figure.of
    if len(near) < 2 or near[1].place != near[0].place - 1 or not like(near[1], near[0]):
        return None
    between = evidence.between(near[1].figure, near[0].figure).rstrip()
    if evidence.starts_with("of_links", near[0].figure.text.lower()) and not CUT.search(between):  # "trên 1.300" is no hedge here
        return near[1], near[0].value
    tied = evidence.ends_with("of_links", between) or (near[0].plan and evidence.ends_with("against_links", between))
    return (near[1], near[0]) if tied and not set(between) & set(",;:") else None


def _exemplified(evidence: Evidence, place: Place) -> Pair | None:
    """The figures behind "cứ 10 người thì 6" that are told as its ground: "cụ thể 33 trên 55 học viên"."""
    near = place.behind[:2]
    if not (place.claim.paired and near and evidence.has("grounds", evidence.lower[place.claim.end : near[0].figure.start])):
        return None
    if near[0].figure.of:
        return near[0], near[0].figure.of
    between = evidence.between(near[0].figure, near[1].figure).rstrip() if len(near) > 1 else ""
    return (near[0], near[1]) if evidence.ends_with("of_links", between) else None


def _counted(evidence: Evidence, place: Place) -> Pair | None:
    """The whole a share is of and behind it the part: "hai phần ba trong 27 biên bản, tức 18 văn bản", "a third of the 45 officials (15)"."""
    if len(place.behind) < 2:
        return None
    whole, part = place.behind[:2]
    gap, between = evidence.lower[place.claim.end : whole.figure.start].strip(), evidence.between(whole.figure, part.figure)
    told = gap in evidence.words["of_links"] and part.place == whole.place + 1 and like(whole, part) and whole.value > part.value
    return (part, whole) if told and linked(evidence, between) and CLOSED.match(part.tail.lstrip("abcdefghijklmnopqrstuvwxyz ")) else None


def _apposed(evidence: Evidence, place: Place, part: Fact) -> Pair | None:
    """A share right behind its part, of a whole told in the same sentence or the one before."""
    claim = place.claim
    wholes = [fact for fact in (*place.before, *place.behind) if like(fact, part) and fact.value > part.value and not fact.base]
    wholes = [fact for fact in wholes if not sole(evidence, fact) and _of(evidence, claim, fact)]
    far = any(like(fact, part) and claim.made(reached(part), reached(fact)) for fact in place.far)
    return None if not wholes or part.plan or part.base or opened(part) or far or explained(place, part) else (part, wholes[0])


def _of(evidence: Evidence, claim: Claim, whole: Fact) -> bool:
    """Whether what a share is said to be of is this whole: "tổng số hộ" of 15.600 hộ, and no "tổng vốn" of 157 dự án."""
    named = _named(evidence, claim)
    words = CUT.split(evidence.lower[claim.end : claim.end + 2 * _TAIL].lstrip()[len(named) :])[0].split() if named else []
    return len(words) <= _NAMED and all(word in f"{whole.figure.text} {whole.figure.subject} {whole.tail}".lower() for word in words)


def _named(evidence: Evidence, claim: Claim) -> str:
    """The words right behind a share that name its whole without saying what it is: "of the total"."""
    return evidence.opening("share_wholes", evidence.lower[claim.end : claim.end + _TAIL].lstrip())


def _alone(evidence: Evidence, claim: Claim, *, plans: bool = False) -> bool:
    """Whether nothing behind a rate names another whole."""
    tail = evidence.lower[claim.end : claim.end + _TAIL]
    planned = plans and evidence.starts_with("changed_on", tail.lstrip())
    return CLOSED.match(tail) is not None or planned or bool(_named(evidence, claim))


def _found(evidence: Evidence, claim: Claim, part: Fact, whole: Fact | Decimal) -> Finding:
    base = whole if isinstance(whole, Decimal) else whole.value
    share, factor = claim.sort == "share", part.value / base
    real = abs(factor - 1) if claim.sort == "change" else factor
    names = ("part", "whole") if share else ("high", "low")
    said = {name: evidence.say(value, part.figure) for name, value in zip(names, (part.value, base), strict=True)}
    shown = str(write(round(real, 3), kind="share", lang=evidence.spoken, precision=2))
    rule = "share_parts" if share else "growth_values"
    message = evidence.message(rule, real=shown, stated=claim.text, **said)
    return Finding(rule, min(claim.start, part.figure.start), max(claim.end, part.figure.end), message)
