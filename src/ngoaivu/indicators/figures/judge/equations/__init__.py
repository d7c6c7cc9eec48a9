"""One search over the equations of a text «đẳng thức giữa các con số», and what is meant to hold and does not."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Finding
from ..evidence import Evidence
from ..facts import Fact
from .outright import OUTRIGHT
from .search import broken, equations
from .telling import told
from .weights import ACCUSED, likelihood

__all__ = ["check_equations"]


def check_equations(evidence: Evidence, facts: list[Fact], title_end: int) -> Iterator[Finding]:
    """The likeliest of the equations that do not hold; each figure is spoken of once. What is said outright needs no weighing."""
    suspects = broken(equations(evidence, facts, title_end))
    judged = [(1.0 if OUTRIGHT in traits else likelihood(one.family, traits), one) for one, traits in suspects]
    spoken: set[int] = set()
    for likely, equation in sorted(judged, key=lambda pair: (-pair[0], pair[1].places)):
        if likely > ACCUSED[equation.family] and spoken.isdisjoint(equation.places):
            spoken.update(equation.places)
            yield told(evidence, equation, title_end)
