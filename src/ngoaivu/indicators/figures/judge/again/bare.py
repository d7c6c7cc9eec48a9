"""A bare number told again «con số trần nêu lại»: "139 đoàn … con số 178 của 2023" where 187 were told, "the figure of 840" where 480 were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact

_TWICE = 2  # times: farther apart, another thing is meant


def check_bare(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """A number without a noun that was not told, where one of its digits was, or another of the year it is of."""
    for match in _pattern(evidence.lang).finditer(evidence.lower):
        value = Decimal(re.sub(r"\D", "", match["n"]))
        earlier = [fact for fact in facts if fact.figure.end <= match.start() and fact.figure.kind == "count"]
        if any(mention.is_figure and mention.unit for mention in evidence.mentions_in(match.start(), match.end())):
            continue  # a figure with its noun is told by another rule
        if any(value in (fact.value, fact.figure.of, fact.figure.high) for fact in facts if not match.start() <= fact.figure.start < match.end()):
            continue
        one = _meant(earlier, value, int(match["y"] or 0))
        if one is not None:
            span = [Mention("", match.start("n"), match.end("n"), "count")]
            yield evidence.found("two_values", span, one=one.figure.text, other=evidence.text[match.start() : match.end()])


def _meant(earlier: list[Fact], value: Decimal, year: int) -> Fact | None:
    """The earlier count of the same digits, or the only one of the year."""
    swapped = [fact for fact in earlier if sorted(fact.shown) == sorted(f"{value:f}")]
    dated = [fact for fact in earlier if year and fact.mark and fact.mark.scope.year == year]
    near = len(dated) == 1 and dated[0].value / _TWICE < value < dated[0].value * _TWICE
    return swapped[-1] if swapped else dated[0] if near else None


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    return re.compile(vocabulary(lang)["judge"].get("bare_figures", "(?!)"))
