"""Bare numbers that a balance needs «số trần trong phép cân đối»: "closed the year at 345", "from 47 to 56", which the reader counts as nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from ...model import Mention
from ..evidence import Evidence
from ..facts import Fact

_NUMBER = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+|[1-9]\d{0,3}")
_YEARS = (1_900, 2_100)
_LEAD, _BEFORE = 90, 24


def with_hidden(evidence: Evidence, facts: list[Fact]) -> list[Fact]:
    """The facts with the bare numbers that close a balance, or came into one, among them."""
    known = {fact.figure.start for fact in facts}
    hidden = [figure for mention in evidence.mentions if mention.start not in known and (figure := _figure(evidence, mention))]
    if not hidden:
        return facts
    figures = sorted([*(fact.figure for fact in facts), *hidden], key=lambda figure: figure.start)
    ends = (*figures[1:], None)
    return [Fact(evidence, figure, n, evidence.sentence(figure.start), figures[n - 1] if n else None, ends[n]) for n, figure in enumerate(figures)]


def _figure(evidence: Evidence, mention: Mention) -> Mention | None:
    """A bare number as a count, where the words before it lift a total, close a balance, or say that something came or went."""
    if mention.kind != "structural" or not _NUMBER.fullmatch(mention.text):
        return None
    value, lead = Decimal(re.sub(r"\D", "", mention.text)), evidence.before(mention, _LEAD).rstrip()
    if mention.text.isdecimal() and _YEARS[0] <= value <= _YEARS[1]:
        return None
    lifted = evidence.has("lifts", lead) and any(evidence.ends_with(words, lead) for words in ("lifted_to", "lifted_from"))
    flowed = any(evidence.ends_with(words, lead) for words in ("came", "went"))
    return replace(mention, kind="count", value=value, flags=("bare",)) if lifted or flowed else None
