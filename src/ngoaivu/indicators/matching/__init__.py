"""Matching «đối chiếu»: which fact of the registry each figure of a text speaks of, and whether it agrees."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ngoaivu.indicators.answers import Fact, Question
from ngoaivu.indicators.figures.model import Hedge, Mention

Verdict = Literal["supported", "contradicted", "outdated", "ambiguous", "unknown"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Suggestion «gợi ý»: a question the figure may answer, its fact, how well it fits, whether it holds."""

    question: Question
    fact: Fact
    name: str
    score: Decimal
    holds: bool
    hedge: Hedge = "exact"
    scale: int | None = None
    precision: int | None = None


@dataclass(frozen=True, slots=True)
class Matched:
    """Matched figure «con số đã đối chiếu»."""

    mention: Mention
    verdict: Verdict
    score: Decimal
    suggestions: tuple[Suggestion, ...]
    message: str


def match(
    mentions: Sequence[Mention], *, territory: str, language: str, revision: int | None = None, text: str = "", over: str = "", limit: int = 5
) -> list[Matched]:
    """One answer per mention, in the same order."""
    return [Matched(mention, "unknown", Decimal(0), (), "") for mention in mentions]
