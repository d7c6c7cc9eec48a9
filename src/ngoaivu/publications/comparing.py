"""Comparing «đối chiếu hai bản»: a translation carries the same figures as its original, each as often."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language

from ngoaivu.core import period
from ngoaivu.indicators import declared, times
from ngoaivu.indicators.facts import Question
from ngoaivu.indicators.members import members_of
from ngoaivu.publications import numerals
from ngoaivu.publications.binding import Bound
from ngoaivu.publications.lines import Line, Piece
from ngoaivu.publications.refreshing import read


@dataclass(frozen=True, slots=True)
class Lack:
    """A figure that one language has and another lacks: the language it is missing in, the one that has it, its words, its name."""

    language: str
    other: str
    words: str
    name: str

    @property
    def told(self) -> str:
        """Its words, and what tells it from another figure of the same words."""
        return f"“{self.words}” ({self.name})" if self.name else f"“{self.words}”"


def lacks(lines: Mapping[str, Sequence[Line]]) -> list[Lack]:
    """What each language lacks of the others. Facts compare by question, quotes by document and number, waivers by number."""
    counted: dict[str, Counter[Any]] = {}
    words: dict[tuple[str, Any], str] = {}
    for language, told in lines.items():
        counted[language] = Counter()
        for line in told:
            for piece in line.pieces:
                if thing := _thing(piece, line.words(piece), language):
                    counted[language][thing] += 1
                    words.setdefault((language, thing), line.words(piece))
    first, *others = counted
    found = []
    for other in others:
        for side, against in ((other, first), (first, other)):
            found += [Lack(side, against, words[against, thing], _name(thing)) for thing in counted[against] - counted[side]]
    return found


def _thing(piece: Piece, words: str, language: str) -> Any:
    settings = dict(piece.settings)
    if piece.kind == "figure":
        bound = read(settings)
        return ("figure", bound.question) if isinstance(bound, Bound) else None
    if piece.kind == "quote":
        return "quote", settings.get("document", ""), numerals.told(words, language)
    return ("waiver", numerals.told(words, language)) if piece.kind == "waiver" else None


def _name(thing: Any) -> str:
    """What tells a bound figure from others of the same words; quotes and waivers have only their words."""
    return name_of(thing[1]) if thing[0] == "figure" else ""


def name_of(asked: Question) -> str:
    """A figure by all it asks: indicator, time and parts, as the person reads."""
    language = "en" if get_language() == "en" else "vi"
    when = _when(asked, language)
    rule = declared.declared().get(asked.code)
    return ", ".join(filter(None, [rule.name[language] if rule else asked.code, when, *members_of(asked, language)]))


def _when(asked: Question, language: str) -> str:
    """The time of a question; one that cannot be read stands as it is written."""
    try:
        if asked.period:
            return times.words(period.parse(asked.period))[language]
        return times.day(date.fromisoformat(asked.on)) if asked.on else ""
    except ValueError:
        return asked.period or asked.on
