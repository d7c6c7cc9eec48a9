"""Growth of a new subject «mức tăng của nội dung khác»: "the stay lengthened from 1.9 to 2.3 days, and spending per head grew by 7.8 per cent"."""

from __future__ import annotations

import re

from ..evidence import Evidence
from ..facts import Fact, plain_words
from ..lists import phrases

_BACK, _GAP = 160, 70  # characters of the clause before; from a value to the growth told behind it
_WORD = re.compile(r"[^\W\d_]+")


def of_another(evidence: Evidence, facts: list[Fact], rate: Fact) -> bool:
    """Whether a growth is told, right behind a change from one value to another, of a subject that the clause of the change does not name."""
    if rate.figure.kind != "growth" or not rate.place or facts[rate.place - 1].sentence != rate.sentence:
        return False
    now = facts[rate.place - 1]
    lead = evidence.lower[now.figure.end : rate.figure.end].lstrip(" ,;")
    joined = phrases(evidence.lang, "new_clauses").match(lead)
    if joined is None or len(lead) > _GAP or not _moved(evidence, facts, now):
        return False
    subject = _subject(evidence, lead[joined.end() :])
    told = set(_WORD.findall(evidence.before(now.figure, _BACK) + now.figure.text.lower()))
    return bool(subject) and told.isdisjoint(subject)


def _moved(evidence: Evidence, facts: list[Fact], now: Fact) -> bool:
    """Whether a value is the end of a change: "from 1.9 to 2.3 days"."""
    if now.figure.high:
        return True
    before = facts[now.place - 1] if now.place else None
    return before is not None and before.sentence == now.sentence and evidence.has("became", evidence.between(before.figure, now.figure))


def _subject(evidence: Evidence, clause: str) -> list[str]:
    """The words that name what a clause is about, before the first of its words for a rise or a fall."""
    verbs = [match.start() for words in ("rises", "falls", "changed_by") if (match := phrases(evidence.lang, words).search(clause))]
    return [word for word in _WORD.findall(clause[: min(verbs)]) if word not in plain_words(evidence.lang)] if verbs else []
