"""The words around a figure «ngữ cảnh»: how near each stands, seen from the figure. Pure, without database."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ngoaivu.indicators.figures import Mention
from ngoaivu.indicators.figures.judge.evidence import Evidence
from ngoaivu.indicators.matching.lists import any_of, lists
from ngoaivu.indicators.matching.words import Words

# How much a word loses: for each word between, for a figure, a stop or an "and" between, for standing in another sentence.
STEP = 0.985
REACH = 45
OTHERS = 0.6  # a word inside another figure is that figure's
SENTENCE_BEFORE, LEAD, HEADING = 0.5, 0.4, 0.45
LONGEST_HEADING = 90
Places = dict[str, list[tuple[int, float]]]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a figure: a label stands before it, what is counted right behind, other things after the next stop."""

    opening: float
    figure: float
    stops: dict[str, float]
    joint: float


BEFORE = Side(1.0, 0.8, {",": 0.95, ";": 0.75, "(": 0.95, ")": 0.9}, 1.0)
BEHIND = Side(0.97, 0.5, {",": 0.8, ";": 0.5, "(": 0.9, ")": 0.8}, 0.75)
_STOP = re.compile(r"[,;()]")


@dataclass(frozen=True, slots=True)
class Near:
    """The words near one figure: for each stem its places and how near each is, from 0 to 1.

    `first` and `last` are the places of the words in the figure, or of the words before and behind where it has none.
    """

    places: Places
    first: int
    last: int


class Text:
    """One text with its figures, read once for all of them."""

    def __init__(self, text: str, mentions: Sequence[Mention], language: str) -> None:
        self.text, self.language = text, language
        self.evidence = Evidence.of(text, list(mentions), language)
        self.words = Words.of(text, language)
        self.figures = [one for one in self.evidence.figures if one.end <= len(text)]
        self.ends = [one.end for one in self.figures]
        self.owner = self._owners()
        starts = self.words.starts
        self.gaps = [self._stops(starts[k - 1] if k else 0, start) for k, start in enumerate(starts)]
        self.joints = {self.words.first_from(one.end()) for one in _joints(language).finditer(self.evidence.lower)}

    def _owners(self) -> dict[int, int]:
        """For each word that stands inside a figure the number of the figure."""
        owners = {}
        for number, figure in enumerate(self.figures):
            for k in range(self.words.first_from(figure.start), self.words.first_from(figure.end)):
                owners[k] = number
        return owners

    def sentence_span(self, number: int) -> tuple[int, int]:
        """First and last place of a sentence."""
        ends = self.evidence.ends
        return (ends[number - 1] + 1 if number else 0, ends[number] if number < len(ends) else len(self.text))

    def room(self, mention: Mention) -> tuple[int, int]:
        """From the end of the figure before to the start of the figure behind, inside the sentence."""
        lower, upper = self.sentence_span(self.evidence.sentence(mention.start))
        k = bisect_right(self.ends, mention.start)
        before = self.ends[k - 1] if k else lower
        behind = next((one.start for one in self.figures[k : k + 2] if one.start >= mention.end), upper)
        return max(lower, before), min(upper, behind)

    def near(self, mention: Mention) -> Near:
        """The words near a figure."""
        places: Places = {}
        number = self.evidence.sentence(mention.start)
        first, last = self.sentence_span(number)
        inside, behind = self.words.first_from(mention.start), self.words.first_from(mention.end)
        for k in range(inside, behind):
            self._put(places, k, 1.0)
        self._walk(places, range(inside - 1, self.words.first_from(first) - 1, -1), mention.start, BEFORE)
        self._walk(places, range(behind, self.words.first_from(last)), mention.end, BEHIND)
        self._above(places, number)
        return Near(places, inside, behind)

    def paragraph(self, mention: Mention) -> str:
        """The heading and the paragraph of a figure as far as the end of its sentence."""
        number = self.evidence.sentence(mention.start)
        return self.text[self._heading(self._opening(number))[0] : self.sentence_span(number)[1]]

    def _opening(self, number: int) -> int:
        """Where the paragraph of a sentence begins."""
        return self.text.rfind("\n", 0, self.sentence_span(number)[0] + 1) + 1

    def _heading(self, opening: int) -> tuple[int, int]:
        """The line above a paragraph where it is a heading; else nothing."""
        above, end = self.text.rfind("\n", 0, max(0, opening - 1)) + 1, max(0, opening - 1)
        words = self.text[above:end].strip()
        return (above, end) if 0 < len(words) <= LONGEST_HEADING and words[-1] not in ".;," else (opening, opening)

    def _walk(self, places: Places, steps: range, place: int, side: Side) -> None:
        weight, crossed = side.opening, -1
        back = steps.step < 0
        for n, k in enumerate(steps[:REACH]):
            start = self.words.starts[k]
            stops = self._stops(start, place) if back and not n else self._stops(place, start) if not n else self.gaps[k + 1 if back else k]
            for stop in stops:
                weight *= side.stops[stop]
            if k in self.joints and not back:
                weight *= side.joint
            owner = self.owner.get(k, -1)
            if owner >= 0 and owner != crossed:
                weight, crossed = weight * side.figure, owner
            self._put(places, k, weight * OTHERS if owner >= 0 else weight)
            weight *= STEP

    def _stops(self, first: int, last: int) -> list[str]:
        return _STOP.findall(self.text, first, last)

    def _above(self, places: Places, number: int) -> None:
        """The sentence before, the one that opens the paragraph, and the heading above it."""
        opening = self._opening(number)
        lead = self.evidence.sentence(opening)
        if lead < number:
            self._all(places, *self.sentence_span(number - 1), SENTENCE_BEFORE)
        if lead < number - 1:
            self._all(places, opening, self.sentence_span(lead)[1], LEAD)
        self._all(places, *self._heading(opening), HEADING)

    def _all(self, places: Places, first: int, last: int, weight: float) -> None:
        for k in range(self.words.first_from(first), self.words.first_from(last)):
            self._put(places, k, weight)

    def _put(self, places: Places, k: int, weight: float) -> None:
        places.setdefault(self.words.stems[k], []).append((k, weight))


@cache
def _joints(language: str) -> re.Pattern[str]:
    table = lists()["joints"]
    return any_of(table.get(language, table["en"]))
