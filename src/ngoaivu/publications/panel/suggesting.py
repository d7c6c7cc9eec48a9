"""Suggestions «gợi ý gắn»: a fact that fits a figure becomes the settings of a mark, worded as the author worded it where that is true."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
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

# How far the words may stand from the fact and still be its words: a precision that shows less is not kept.
TOLERANCE = Decimal("0.05")
STEPS = [Decimal(10) ** power for power in range(12, -4, -1)]


def offered(figure: Judged, language: str) -> Iterator[dict[str, Any]]:
    """The suggestions of a figure as the browser takes them, best first; those that would lose a part of it are left out."""
    for suggestion in figure.suggestions:
        if (bound := _bound(figure, suggestion, language)) is not None:
            yield told(bound, suggestion.fact, language) | {"name": suggestion.name, "score": f"{suggestion.score:.2f}", "holds": suggestion.holds}


def told(bound: Bound, fact: Fact, language: str) -> dict[str, Any]:
    """A bound figure as the browser takes it: settings, words, time, token."""
    settings = bound.marks()
    return {"settings": settings, "text": str(words(bound, fact, language)), "when": when(fact), "token": tokens.figure(settings)}


def when(fact: Fact) -> str:
    """The time of a fact in the language of the screen."""
    return fact.when["en" if get_language() == "en" else "vi"]


def _bound(figure: Judged, suggestion: Suggestion, language: str) -> Bound | None:
    """The first way of writing that says what the author said; without one, the nearest that is true of the fact."""
    fact = suggestion.fact
    mine = alone(figure.text, language)
    usable = [(bound, read) for bound in _ways(figure, suggestion, mine) if (read := _read_back(bound, fact, language, mine))]
    for bound, read in usable:
        if suggestion.holds and mine and (read.value, read.hedge) == (mine[0].value, mine[0].hedge):
            return bound
    return next((bound for bound, read in usable if _near(read, fact, mine)), None)


def _ways(figure: Judged, suggestion: Suggestion, mine: tuple[Mention, ...]) -> Iterator[Bound]:
    """Ways to write a fact, the author's own first."""
    with_noun = Bound(suggestion.question, noun=not _ends_in_digit(figure.text))
    fact, hedge = suggestion.fact, "" if suggestion.hedge in ("exact", "forecast") else suggestion.hedge
    shaped = replace(with_noun, scale=suggestion.scale, precision=suggestion.precision)
    if _ends_in_digit(figure.text) and fact.unit in currency_codes():
        shaped = replace(shaped, bare=True)
    for rounding in (None, _step(mine, fact)):
        for own in dict.fromkeys(("", hedge)):
            yield replace(shaped, rounding=rounding, hedge=own)
    yield replace(with_noun, scale=suggestion.scale)
    yield with_noun


def _ends_in_digit(text: str) -> bool:
    return text.rstrip(")")[-1:].isdecimal()


def _step(mine: tuple[Mention, ...], fact: Fact) -> Decimal | None:
    """The largest step to which the fact rounds as the author rounded it."""
    stated = mine[0].value if mine else None
    if not stated or stated == fact.value or fact.basis != "computed":
        return None
    return next((step for step in STEPS if stated % step == 0 and abs(fact.value - stated) <= step / 2), None)


def _read_back(bound: Bound, fact: Fact, language: str, mine: tuple[Mention, ...]) -> Mention | None:
    """What a reader takes from the words of a way to write; None where it cannot be written or drops a part of the author's figure."""
    with suppress(ValueError):
        read = alone(str(words(bound, fact, language)), language)
        if len(read) == 1 and (not mine or ((read[0].of is None, read[0].high is None) == (mine[0].of is None, mine[0].high is None))):
            return read[0]
    return None


def _near(read: Mention, fact: Fact, mine: tuple[Mention, ...]) -> bool:
    """Whether the words show the fact and not a rounding that hides it; digits under a scale word of the author's are not judged."""
    if read.value is None:
        return False
    return abs(abs(read.value) - abs(fact.value)) <= abs(fact.value) * TOLERANCE
