"""What matching says «kết quả đối chiếu»: a verdict on each figure of a text, and the facts it may stand for."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ngoaivu.indicators.answers import Fact, Question
from ngoaivu.indicators.figures import Hedge, Mention

Verdict = Literal["supported", "contradicted", "outdated", "ambiguous", "unknown"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Gợi ý: a fact a figure may stand for, with the way the figure is written.

    `score` from 0 to 1 says how well words, unit, time and members fit, whatever the value. `holds` says whether the figure,
    with its hedge and to the digits it shows, is true of the fact. `scale` is the power of ten shown, `precision` the digits
    behind the decimal mark at that scale.
    """

    question: Question
    fact: Fact
    name: str
    score: Decimal
    holds: bool
    hedge: Hedge
    scale: int
    precision: int


@dataclass(frozen=True, slots=True)
class Matched:
    """Kết quả đối chiếu: one figure, its verdict, the sentence for the officer, and the facts it may stand for, best first."""

    mention: Mention
    verdict: Verdict
    score: Decimal
    suggestions: tuple[Suggestion, ...]
    message: str

    @property
    def runner_up(self) -> Suggestion | None:
        """The second best fact."""
        return self.suggestions[1] if len(self.suggestions) > 1 else None
