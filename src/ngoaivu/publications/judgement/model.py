"""Judged figures «con số đã soát»: what is said of each figure of a text, and the advice on the text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from django.utils.translation import gettext as _

from ngoaivu.indicators.matching import Suggestion

# The longest report of an office has a third of it.
MOST_FIGURES = 1_000
State = Literal["bound", "quoted", "waived", "loose"]
Verdict = Literal["supported", "contradicted", "outdated", "ambiguous", "unknown", "unreadable", "no_value"]


@dataclass(frozen=True, slots=True)
class Judged:
    """Judged figure «con số đã soát»: where it stands, how it is held, what is true of it; `blocks` keeps the text from going out.

    `told` is why a loose one may not stand as it does, without the advice what to do with figures typed by hand;
    `settings` are those of its mark, `name` the indicator or document it is bound to, `now` the words the fact gives now.
    """

    place: str
    label: str
    start: int
    end: int
    text: str
    state: State
    verdict: Verdict
    message: str
    blocks: bool
    rule: str = ""
    kind: str = ""
    name: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)
    now: str = ""
    suggestions: tuple[Suggestion, ...] = ()
    told: str = ""


class TooMany(ValueError):
    """More figures than any office writes in one text: nobody waits for the end of their judgement."""

    def __init__(self, number: int) -> None:
        told = _("The text holds %(number)d figures; at most %(most)d are checked at once. Divide it into two texts.")
        super().__init__(told % {"number": number, "most": MOST_FIGURES})


@dataclass(frozen=True, slots=True)
class Advice:
    """Advice «lời nhắc»: something inside the text that does not agree; it never blocks."""

    place: str
    label: str
    start: int
    end: int
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """Judgement «kết quả soát»: the figures in reading order."""

    figures: tuple[Judged, ...]

    @property
    def blocking(self) -> list[Judged]:
        """What keeps the text from going out."""
        return [figure for figure in self.figures if figure.blocks]

    def counts(self) -> dict[str, int]:
        """How many figures there are in each state, and how many block."""
        states = {state: sum(figure.state == state for figure in self.figures) for state in ("bound", "quoted", "waived", "loose")}
        return {"all": len(self.figures), **states, "blocking": len(self.blocking)}
