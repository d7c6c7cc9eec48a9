"""Amounts told without their unit beside amounts that have one «khoản tiền thiếu đơn vị».

"Tổng vốn đầu tư 350, gồm 210 tỷ đồng ...", "Counterpart funds: 260,000" under "Grant: USD 640,000", "8 triệu USD và 5".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Finding, Mention
from ..evidence import Evidence
from ..facts import Fact
from .extents import ends_here, is_number
from .kinds import unhedged

_BEFORE, _BEHIND = 90, 40  # characters
_HEAD = 6  # words of a head and what qualifies it
_BESIDE = 2  # lines above and below that may have a unit
_SUBJECT = 8  # words between the word of money that opens a clause and what tells its amount
_CLAUSE = re.compile(r"[;:(]|,(?!\d)|\.(?!\d)")
_LISTED = re.compile(r"\s?(?:,|và|and|, and)\s")
_CLOSED = re.compile(r"\s*(?:[.;]?\s*$|[.;]\s)")


def check_unpriced(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Bare numbers where words of money lead up to an amount, or amounts are listed."""
    money = [fact.figure for fact in facts if fact.figure.kind == "money" and fact.figure.unit and _spelled(fact.figure)]
    if not money:
        return
    for mention in evidence.mentions:
        if not is_number(mention) or evidence.row(evidence.sentence(mention.start)):
            continue
        if (_led_up_to(evidence, mention) and _near(evidence, mention, money)) or _last_listed(evidence, mention, money):
            yield evidence.found("missing_unit", [mention], text=mention.text)


def _spelled(figure: Mention) -> bool:
    """Whether the unit stands at the amount itself, and not in a caption."""
    return re.search(r"[^\W\d_]|[$€£¥₫]", figure.text) is not None


def _led_up_to(evidence: Evidence, mention: Mention) -> bool:
    """Whether a word of money stands right before a number, or opens the clause that tells it, and nothing counted stands behind."""
    before, behind = evidence.before(mention, _BEFORE).rstrip(), evidence.after(mention, _BEHIND)
    parts = evidence.starts_with("totals_open", behind.lstrip(" ,;:("))
    if not (ends_here(evidence, behind) or parts) or evidence.starts_with("goes_on", behind.lstrip()):
        return False
    labelled, clause = before.endswith(":"), _CLAUSE.split(before.rstrip(": "))[-1].strip(" -+*•–\n")
    bare = unhedged(evidence.lang, clause)
    if evidence.has("no_priced_heads", " ".join(bare.split()[-_HEAD:])) or _bracketed(before):
        return False
    if evidence.ends_with("priced_heads", bare):
        return True
    opening = evidence.opening("priced_heads", _article(clause))
    return (
        bool(opening)
        and not any(sign.isdecimal() for sign in bare)
        and (labelled or bare != clause)
        and len(bare.split()) - len(opening.split()) <= _SUBJECT
    )


def _bracketed(before: str) -> bool:
    """ "740.000 EUR (viện trợ 620.000": the amount before the bracket names the unit of its parts."""
    _, bracket, inside = before.rpartition("(")
    return bool(bracket) and ")" not in inside


def _article(clause: str) -> str:
    return re.sub(r"^(?:the|its|their|a|an|with|có|với|và) ", "", clause)


def _near(evidence: Evidence, mention: Mention, money: list[Mention]) -> bool:
    """Whether an amount with its unit stands in the sentence, or for a line in a line beside."""
    number = evidence.sentence(mention.start)
    reach = _BESIDE if evidence.listed(number) else 0
    return any(abs(evidence.sentence(amount.start) - number) <= reach for amount in money)


def _last_listed(evidence: Evidence, mention: Mention, money: list[Mention]) -> bool:
    """ "12 triệu USD, 8 triệu USD và 5.": the last of amounts of which each other has its unit."""
    before = [amount for amount in money if amount.end <= mention.start][-2:]
    if len(before) < 2 or before[0].unit != before[1].unit or evidence.sentence(before[0].start) != evidence.sentence(mention.start):
        return False
    joined = (evidence.between(before[0], before[1]), evidence.between(before[1], mention))
    closed = _CLOSED.match(evidence.lower[mention.end : mention.end + _BEHIND].partition("\n")[0])
    return closed is not None and all(_LISTED.fullmatch(words) for words in joined)
