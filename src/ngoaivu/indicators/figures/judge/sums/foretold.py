"""Shares told before their part, or with their plan «tỷ lệ nêu trước phần, tỷ lệ so với chỉ tiêu».

"About one fifth of the money, or USD 126 million", "một nửa, tức 2,8 tỷ đồng", "2.340 lao động, đạt 104% chỉ tiêu 2.500 người".
"""

from __future__ import annotations

import re

from ..evidence import Evidence
from ..facts import Fact, plain_words
from .beside import BROKEN, CLOSED, CUT, Pair, Place, like, linked, reached
from .drawn import added

_GAP, _AROUND = 60, 40  # characters from a share to its part; around a whole that may name it
_WORD = re.compile(r"[^\W\d_]+")


def foretold(evidence: Evidence, place: Place) -> Pair | None:
    """The part right behind a share of what was told before, and that whole, where none before makes the share."""
    part = place.behind[0] if place.behind else None
    gap = evidence.lower[place.claim.end : part.figure.start] if part else ""
    head, comma, piece = gap.rpartition(",")
    if part is None or not comma or len(gap) > _GAP or BROKEN.search(gap) or not _apposed(evidence, piece) or part.plan or part.figure.of:
        return None
    wholes = [fact for fact in place.before if like(fact, part) and fact.value > part.value and not (fact.plan or fact.base)]
    if not wholes or not _closed(part) or not all(_known(evidence, word, wholes) for word in _WORD.findall(head)):
        return None
    known = [fact for fact in (*place.before, *place.behind, *place.far) if fact is not part and like(fact, part) and fact.place < part.place]
    if any(place.claim.made(reached(part), reached(whole)) for whole in known):
        return None
    here = [fact for fact in wholes if fact.sentence == place.sentence]
    return part, here[0] if here else wholes[-1]


def levelled(evidence: Evidence, place: Place) -> Pair | None:
    """What was reached, before a level, and its plan right behind: "1,050 calls, 111% of its target of 1,000"."""
    now, plan = place.beside, place.behind[0] if place.behind else None
    if now is None or plan is None or now.plan or now.base or now.figure.hedge != "exact" or not like(now, plan):
        return None
    gap = evidence.lower[place.claim.end : plan.figure.start]
    between = evidence.lower[now.figure.end : place.claim.start]
    told = (
        len(gap) <= _GAP and not CUT.search(gap) and any(evidence.has(words, f"{gap} {plan.figure.text.lower()}") for words in ("planned", "goals"))
    )
    told = told and not evidence.has("bases", gap)  # "tiết kiệm 10% so với dự toán (4 tỷ đồng)"
    shown = "%" in place.claim.text or evidence.has("percent_signs", place.claim.text.lower())
    if not told or not shown or BROKEN.search(between.replace("(", "")) or ")" in between or place.strangers or evidence.has("joiners", gap):
        return None
    before = [reached(fact) for fact in (*place.before, *place.far) if fact is not plan and like(fact, plan)]
    runs = [added(before[:many]) for many in range(2, len(place.before) + 1)]
    aimed = (plan.value, plan.value) if plan.figure.hedge == "forecast" else reached(plan)  # "the planned 400" are 400
    return None if any(place.claim.made(value, aimed) for value in (*before, *runs)) else (now, plan)


def _apposed(evidence: Evidence, piece: str) -> bool:
    """Whether some words make a figure what a share comes to: "or", "tức khoảng"."""
    return evidence.starts_with("apposed", piece.lstrip()) and linked(evidence, "," + piece)


def _closed(part: Fact) -> bool:
    """Whether nothing behind a part says that it is one of something else."""
    tail = part.tail
    return CLOSED.match(tail) is not None or not part.evidence.has("joiners", CUT.split(tail)[0])


def _known(evidence: Evidence, word: str, wholes: list[Fact]) -> bool:
    """Whether a word behind a share names nothing but what was told."""
    if word in plain_words(evidence.lang) or evidence.has("share_groups", word) or evidence.has("share_sums", word):
        return True
    return any(word in evidence.lower[max(0, f.figure.start - _AROUND) : f.figure.end + _AROUND] for f in wholes)
