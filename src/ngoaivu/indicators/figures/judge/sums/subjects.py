"""Shares of a part by its name «tỷ trọng của phần được gọi tên»: "12 women and 24 men. Women thus make up two thirds of the group"."""

from __future__ import annotations

import re
from decimal import Decimal

from ..evidence import Evidence
from ..facts import Fact, plain_words
from ..lists import phrases
from .beside import BROKEN, CUT, Pair, Place, like

_GAP, _TAIL, _LEAD = 80, 60, 30  # characters before and behind a share; before a part
_STEM = 4  # letters that "Japan" and "the Japanese" share
_NAMED = 3  # words a whole is named with
_WORD = re.compile(r"[^\W\d_]+")


def named_share(evidence: Evidence, place: Place) -> Pair | None:
    """The part that the clause of a share names, and the whole, where the only figures before it are all parts of one whole."""
    parts, whole = _parted([fact for fact in reversed(place.before) if fact.figure.kind == "count"])
    if not parts or not _of_all(evidence, place) or _dated(evidence, parts[-1].figure.end, place.claim.start):
        return None
    start, _ = evidence.bounds(place.sentence)
    clause = BROKEN.split(evidence.lower[max(start, place.claim.start - _GAP) : place.claim.start])[-1]
    subject = evidence.without("concluded", clause.rstrip())
    verbs = evidence.each("share_verbs", subject)
    told = CUT.split(subject[: verbs[-1]])[-1] if verbs else ""
    if not verbs or any(sign.isdigit() for sign in told + subject[verbs[-1] :]):
        return None
    names = _names(evidence, told)
    known = all(name in _names(evidence, evidence.lower[: place.claim.start - len(clause)]) for name in names)
    own = _told_of(evidence, parts, names[:-1] if evidence.lang == "en" and len(names) > 1 else names) if known else None
    return (own, whole) if own and not place.claim.made((own.value, own.value), (whole, whole)) else None


def _dated(evidence: Evidence, start: int, end: int) -> bool:
    """Whether a time is told between two places."""
    return any(start <= mark.start < end for mark in evidence.marks) or evidence.has("another_time", evidence.lower[start:end])


def _parted(facts: list[Fact]) -> tuple[list[Fact], Decimal]:
    """The parts among some figures and their whole: one of them is the sum of all others, or two are joined."""
    if any(not like(one, other) or one.figure.hedge != "exact" or one.plan or one.base for one in facts for other in facts):
        return [], Decimal(0)
    added = sum((fact.value for fact in facts), Decimal(0))
    if len(facts) == 2 and _joined(*facts):
        return facts, added
    whole = next((fact for fact in facts if len(facts) > 2 and fact.value * 2 == added), None)
    return ([fact for fact in facts if fact is not whole], whole.value) if whole else ([], Decimal(0))


def _joined(one: Fact, other: Fact) -> bool:
    """Whether nothing but a word like "and" stands between two figures and their nouns."""
    between = one.evidence.between(one.figure, other.figure)
    return one.evidence.has("joiners", between) and len(between) <= _LEAD and not CUT.search(between)


def _told_of(evidence: Evidence, parts: list[Fact], names: list[str]) -> Fact | None:
    """The one part whose own words are among the names."""
    words = [frozenset(_names(evidence, _around(evidence, part))) for part in parts]
    shared = frozenset.intersection(*words) if words else frozenset()
    told = [part for part, own in zip(parts, words, strict=True) if not (own - shared).isdisjoint(names)]
    return told[0] if len(told) == 1 and len(parts) > 1 else None


def _around(evidence: Evidence, part: Fact) -> str:
    """What a part is called, from its number to the next figure or mark."""
    end = min(evidence.bounds(part.sentence)[1], part.figure.end + _LEAD, part.following.start if part.following else len(evidence.lower))
    tail = CUT.split(evidence.lower[part.figure.end : end])[0]
    joiner = phrases(evidence.lang, "joiners").search(tail)
    return f"{part.figure.text.lower()} {tail[: joiner.start()] if joiner else tail}"


def _names(evidence: Evidence, text: str) -> list[str]:
    """The words of some text that name something, as far as they are alike in all their forms."""
    known = plain_words(evidence.lang)
    words = [word for word in _WORD.findall(evidence.without("share_verbs", evidence.without("joiners", text))) if word not in known]
    return [word[:_STEM] if word.isascii() and evidence.lang == "en" else word for word in words]


def _of_all(evidence: Evidence, place: Place) -> bool:
    """Whether what a share is said to be of is nothing but what stands before: "of the class", "tổng số bài"."""
    tail = CUT.split(evidence.lower[place.claim.end : place.claim.end + _TAIL])[0]
    words = [word for word in _WORD.findall(tail) if word not in plain_words(evidence.lang)]
    told = frozenset(_WORD.findall(evidence.lower[: place.claim.start]))
    return len(words) <= _NAMED and all(word in told or evidence.has("share_groups", word) for word in words)
