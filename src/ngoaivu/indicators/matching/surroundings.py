"""The words around a figure «ngữ cảnh»: how near each stands, seen from the figure. Pure, without database."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ngoaivu.indicators.figures import Mention
from ngoaivu.indicators.figures.judge.evidence import Evidence
from ngoaivu.indicators.matching.words import Words

# How much a word loses: for each word between, for a figure or a stop between, for standing in another sentence.
STEP = 0.985
FIGURE_BEFORE, FIGURE_BEHIND = 0.75, 0.5
STOPS = {",": 0.97, ";": 0.85, ":": 1.0, "(": 0.95, ")": 0.9}
SENTENCE_BEFORE, PARAGRAPH_LEAD = 0.5, 0.4
BEHIND = 0.97
REACH = 45
_STOP = re.compile(r"[,;()]")


@dataclass(frozen=True, slots=True)
class Near:
    """The words near one figure: for each stem its places and how near each is, from 0 to 1."""

    places: dict[str, list[tuple[int, float]]]

    def best(self, stem: str) -> float:
        """The nearness of the nearest one; 0 where there is none."""
        return max((weight for _place, weight in self.places.get(stem, ())), default=0.0)


class Text:
    """One text with its figures, read once for all of them."""

    def __init__(self, text: str, mentions: Sequence[Mention], language: str) -> None:
        self.text, self.language = text, language
        self.evidence = Evidence.of(text, list(mentions), language)
        self.words = Words.of(text, language)
        self.figures = [one for one in self.evidence.figures if one.end <= len(text)]
        self.owner = self._owners()

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

    def near(self, mention: Mention) -> Near:
        """The words near a figure."""
        places: dict[str, list[tuple[int, float]]] = {}
        number = self.evidence.sentence(mention.start)
        first, last = self.sentence_span(number)
        inside, behind = self.words.first_from(mention.start), self.words.first_from(mention.end)
        for k in range(inside, behind):
            self._put(places, k, 1.0)
        self._walk(places, range(inside - 1, self.words.first_from(first) - 1, -1), mention, FIGURE_BEFORE)
        self._walk(places, range(behind, self.words.first_from(last)), mention, FIGURE_BEHIND)
        self._before(places, number)
        return Near(places)

    def _walk(self, places: dict[str, list[tuple[int, float]]], steps: range, mention: Mention, crossing: float) -> None:
        weight, crossed = (1.0 if steps.step < 0 else BEHIND), -1
        place = mention.start if steps.step < 0 else mention.end
        for k in steps[:REACH]:
            start = self.words.starts[k]
            between = self.text[min(place, start) : max(place, start)]
            for stop in _STOP.findall(between):
                weight *= STOPS[stop]
            owner = self.owner.get(k, -1)
            if owner >= 0 and owner != crossed:
                weight, crossed = weight * crossing, owner
            self._put(places, k, weight)
            weight, place = weight * STEP, start

    def _before(self, places: dict[str, list[tuple[int, float]]], number: int) -> None:
        """The sentence before, and the one that opens the paragraph."""
        if not number:
            return
        first, last = self.sentence_span(number - 1)
        for k in range(self.words.first_from(first), self.words.first_from(last)):
            self._put(places, k, SENTENCE_BEFORE)
        opening = self.text.rfind("\n", 0, self.sentence_span(number)[0]) + 1
        lead = self.evidence.sentence(opening)
        if lead < number - 1:
            first, last = self.sentence_span(lead)
            for k in range(self.words.first_from(opening), self.words.first_from(last)):
                self._put(places, k, PARAGRAPH_LEAD)

    def _put(self, places: dict[str, list[tuple[int, float]]], k: int, weight: float) -> None:
        places.setdefault(self.words.stems[k], []).append((k, weight))
