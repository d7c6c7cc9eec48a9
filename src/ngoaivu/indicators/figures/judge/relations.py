"""Shares and growth against the values they speak of «tỷ lệ và số tuyệt đối»: "100 trong 400, chiếm 30%".

Each rate gathers the pairs of values the sentence offers. A pair that holds clears it; else the best pair accuses
it when the wording joins them, or when the rate or a value is a rare slip away.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding
from .claims import judged
from .evidence import Evidence
from .facts import Fact
from .growth import growth_claims
from .shares import share_claims


def check_relations(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Shares, growth and multiples that their own values contradict."""
    for fact in facts:
        figure = fact.figure
        if figure.unit is not None or figure.high or not figure.value:
            continue
        if figure.kind == "growth" and not evidence.has("percents", figure.text.lower()) and "%" not in figure.text:
            continue
        more = figure.kind == "share" and evidence.has("more_than", fact.tail[:9])
        if figure.kind in ("share", "fraction", "ratio") and not more:
            yield from judged(evidence, fact, list(share_claims(evidence, facts, fact)), "share_parts")
        if (figure.kind in ("growth", "ratio") or more) and not evidence.has("bases", fact.lead[-12:] + figure.text.lower()):
            yield from judged(evidence, fact, list(growth_claims(evidence, facts, fact)), "growth_values")
