"""Suggestions «gợi ý gắn»: a fact that fits a figure becomes the settings of a mark, worded as the author worded it where that is true."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language

from ngoaivu.indicators.facts import Fact
from ngoaivu.indicators.figures import currency_codes
from ngoaivu.indicators.figures.model import Mention
from ngoaivu.indicators.matching import Suggestion
from ngoaivu.publications import tokens
from ngoaivu.publications.binding import Bound, words
from ngoaivu.publications.judgement import Judged
from ngoaivu.publications.judgement.context import alone

# More than an officer compares at a glance; the search finds the rest.
MOST = 3
# How far the words may stand from the fact and still be its words: a precision that shows less is not kept.
TOLERANCE = Decimal("0.05")
STEPS = [Decimal(10) ** power for power in range(12, -4, -1)]
WITH_NOUN = frozenset({"count", "measure", "growth"})


@dataclass(frozen=True, slots=True)
class Place:
    """What a suggestion takes the place of: a range of the line, its words, and what a reader takes from them."""

    start: int
    end: int
    text: str
    language: str

    @property
    def read(self) -> Mention | None:
        """The figure the words hold by themselves."""
        found = alone(self.text, self.language)
        return found[0] if len(found) == 1 else None


def offered(figure: Judged, language: str) -> tuple[Place, list[dict[str, Any]]]:
    """What of a figure is replaced, and with what, best first; a suggestion that would lose a part of the author's figure is left out.

    The author's own noun stays outside unless the fact is written with the very same.
    """
    place = Place(figure.start, figure.end, figure.text, language)
    found = figure.suggestions[:MOST]
    if found and figure.kind in WITH_NOUN and not _says_the_same(place, found[0]):
        place = _number(place)
    made = []
    for suggestion in found:
        if bound := _bound(place, suggestion):
            own = {"name": suggestion.name, "score": f"{suggestion.score:.2f}", "holds": suggestion.holds}
            made.append(told(bound, suggestion.fact, language) | own)
    return place, made


def told(bound: Bound, fact: Fact, language: str) -> dict[str, Any]:
    """A bound figure as the browser takes it: settings, words, time, token."""
    settings = bound.marks()
    return {"settings": settings, "text": str(words(bound, fact, language)), "when": when(fact), "token": tokens.figure(settings)}


def when(fact: Fact) -> str:
    """The time of a fact in the language of the screen."""
    return fact.when["en" if get_language() == "en" else "vi"]


def _says_the_same(place: Place, suggestion: Suggestion) -> bool:
    return any(_written(bound, suggestion.fact, place.language) == place.text for bound in _ways(place, suggestion))


def _number(place: Place) -> Place:
    """The place without the noun: the shortest beginning that says the same number with the same hedge."""
    whole = place.read
    for end in [at for at, sign in enumerate(place.text) if sign.isspace()] if whole else ():
        shorter = Place(place.start, place.start + end, place.text[:end], place.language)
        read = shorter.read
        if whole and read and (read.value, read.high, read.of, read.hedge, read.end) == (whole.value, whole.high, whole.of, whole.hedge, end):
            return shorter
    return place


def _bound(place: Place, suggestion: Suggestion) -> Bound | None:
    """The first way of writing that is the author's to the letter, else one that says the same, else the nearest that is true of the fact."""
    fact, mine = suggestion.fact, place.read
    alike: Bound | None = None
    near: Bound | None = None
    for bound in _ways(place, suggestion):
        text = _written(bound, fact, place.language)
        if text == place.text:
            return bound
        read = _read_back(text, place)
        if read is None:
            continue
        if suggestion.holds and mine and (read.value, read.hedge) == (mine.value, mine.hedge):
            alike = alike or bound
        if _near(read, fact):
            near = near or bound
    return alike or near


def _ways(place: Place, suggestion: Suggestion) -> Iterator[Bound]:
    """Ways to write a fact, the author's own first."""
    fact, mine = suggestion.fact, place.read
    plain = Bound(suggestion.question, noun=mine is None or mine.unit is not None)
    shaped = replace(plain, scale=suggestion.scale or None, precision=suggestion.precision)
    if mine and mine.unit is None and fact.unit in currency_codes():
        shaped = replace(shaped, bare=True)
    if mine and mine.kind == "fraction":
        yield replace(plain, fraction=True)
    steps = (None, step) if (step := _step(mine, fact)) else (None,)
    hedges = ("", suggestion.hedge) if suggestion.hedge not in ("exact", "forecast") else ("",)
    simple = _simple(shaped, fact)
    for rounding in steps:
        for hedge in hedges:
            yield replace(simple if rounding is None and not hedge else shaped, rounding=rounding, hedge=hedge)
    yield replace(plain, scale=shaped.scale)
    yield plain


def _simple(bound: Bound, fact: Fact) -> Bound:
    """Without a precision that a whole number does not need: a mark says no more than it must."""
    return replace(bound, precision=None) if bound.precision == 0 and fact.value == fact.value.to_integral_value() and not bound.scale else bound


def _step(mine: Mention | None, fact: Fact) -> Decimal | None:
    """The largest step to which the fact rounds as the author rounded it."""
    stated = mine.value if mine else None
    if not stated or stated == fact.value or fact.basis != "computed":
        return None
    return next((step for step in STEPS if stated % step == 0 and abs(fact.value - stated) <= step), None)


def _written(bound: Bound, fact: Fact, language: str) -> str:
    """The words of a way to write; nothing where the language cannot write it."""
    with suppress(ValueError):
        return str(words(bound, fact, language))
    return ""


def _read_back(text: str, place: Place) -> Mention | None:
    """What a reader takes from some words; None where they drop the whole or the upper end of the author's figure, or add one."""
    found, mine = alone(text, place.language), place.read
    if len(found) != 1 or (mine and (found[0].of is None, found[0].high is None) != (mine.of is None, mine.high is None)):
        return None
    return found[0]


def _near(read: Mention, fact: Fact) -> bool:
    """Whether the words show the fact and not a rounding that hides it."""
    return read.value is not None and abs(abs(read.value) - abs(fact.value)) <= abs(fact.value) * TOLERANCE
