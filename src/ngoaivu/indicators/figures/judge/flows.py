"""What came and went «tăng, giảm»: the words of a clause that tell a figure as added to a stock or taken from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from .facts import Fact

_SPLIT = re.compile(r"[,;(\n]|\.(?!\d)")
_LEAD = 70


def own_words(fact: Fact) -> tuple[str, str]:
    """The words of its clause before and behind a figure."""
    joiners = fact.evidence.words.get("balance_joins", ())
    lead = _SPLIT.split(fact.evidence.before(fact.figure, _LEAD))[-1] if fact.previous is None else _SPLIT.split(fact.lead[-_LEAD:])[-1]
    tail = _SPLIT.split(fact.tail)[0]
    for word in joiners:
        lead, tail = lead.split(f" {word} ")[-1], tail.split(f" {word} ")[0]
    return lead, f"{fact.figure.text.lower()} {tail}"


def sign_of(fact: Fact) -> int:
    """1 for what came, -1 for what went, 0 where the words do not tell."""
    lead, tail = own_words(fact)
    for words in (lead, tail, lead + tail):
        came, went = fact.evidence.has("came", words), fact.evidence.has("went", words)
        if came != went:
            return 1 if came else -1
    return 0


def balanced(stock: Decimal, flows: Sequence[Fact]) -> bool:
    """Whether the last figure is what is left of a stock when the others came and went: 46, nine joined, five left, 50 now."""
    signs = [sign_of(fact) for fact in flows[:-1]]
    if len(set(signs)) < 2 or 0 in signs:
        return False
    return stock + sum((sign * fact.value for sign, fact in zip(signs, flows, strict=False)), Decimal(0)) == flows[-1].value
