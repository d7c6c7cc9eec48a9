"""Small numbers in words inside a list «số viết bằng chữ», which count nothing by themselves: "nine in protocol, twelve elsewhere"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any

from ..model import Mention
from ..vocabulary import vocabulary
from .facts import Fact

_READ = 400  # characters of a sentence searched for numbers in words


def spelled(total: Fact, facts: list[Fact], own: bool) -> list[Fact]:
    """Small numbers in words that count nothing by themselves: "nine in protocol, twelve in cooperation"."""
    evidence = total.evidence
    if total.figure.kind != "count" or evidence.words.get("elliptic", True):
        return []
    sentence = total.sentence if own else (facts[0].sentence if facts else total.sentence + 1)
    start, end = evidence.bounds(sentence)
    start = max(start, total.figure.end)
    taken = [f.figure for f in facts]
    found: list[Fact] = []
    for match in _listed(evidence.lang).finditer(evidence.lower, max(0, start - 1), min(end, start + _READ)):
        first, last = match.span(1)
        if not any(m.start < last and first < m.end for m in taken):
            figure = Mention(evidence.text[first:last], first, last, "count", Decimal(str(_small(evidence.lang)[match[1]])))
            found.append(Fact(evidence, figure, -first, sentence, None, None))
    return found


@cache
def _small(lang: str) -> dict[str, Any]:
    return {**vocabulary(lang)["ones"], **vocabulary(lang)["teens"]}


@cache
def _listed(lang: str) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _small(lang)), key=len, reverse=True))
    joined = "|".join(map(re.escape, vocabulary(lang)["judge"].get("joiners", ())))
    rest = "|".join(map(re.escape, (*vocabulary(lang)["judge"].get("rest", ()), "the other")))
    return re.compile(rf"(?:[,;:.\n]\s|(?<!\w)(?:{joined})\s)(?:(?:{rest})\s)?({names})(?= [^\W\d_])")
