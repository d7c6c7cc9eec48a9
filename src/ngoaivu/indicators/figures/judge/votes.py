"""All of those present «đủ số»: "100% đại biểu (27/27)" of a meeting of 22."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from ..model import Finding
from .evidence import Evidence
from .facts import Fact

_OF = re.compile(r"(?<!\d)(?P<noun>[^\W\d_]+(?: [^\W\d_]+){0,2}) \((?P<part>\d{1,4})/(?P<whole>\d{1,4})(?: [^\W\d_]+){0,3}\)")
_BACK = 30  # figures looked back over


def check_votes(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """A whole in a bracket that is not the number told of the same people before."""
    for match in _OF.finditer(evidence.lower):
        whole = int(match["whole"])
        n = bisect_left(facts, match.start(), key=lambda f: f.figure.start)
        told = [f for f in facts[max(0, n - _BACK) : n] if f.figure.kind == "count" and not (f.figure.of or f.figure.high)]
        nouns = [f for f in told if _of(evidence, f, match["noun"])]
        if not nouns or match["part"] != match["whole"] or any(f.value == whole for f in nouns) or any(f.figure.hedge != "exact" for f in nouns):
            continue
        most = max(nouns, key=lambda f: f.value)
        if evidence.has("absences", evidence.lower[most.figure.end : match.start()]):
            continue
        shown = evidence.text[match.start("part") : match.end("whole")]
        said = evidence.message("two_values", one=most.figure.text, other=shown)
        yield Finding("two_values", match.start("part"), match.end("whole"), said)


def _of(evidence: Evidence, fact: Fact, noun: str) -> bool:
    """Whether a figure counts what stands before the bracket."""
    behind = (fact.figure.text.lower() + fact.tail[:30]).lstrip("0123456789., ")
    last = noun.split()
    return any(behind.startswith(" ".join(last[k:])) for k in range(len(last)))
