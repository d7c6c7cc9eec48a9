"""Moved figures «con số đã đổi»: what the registry gives now where a draft still has the words of its last save.

A draft reads as it will be sealed, so a figure that moved blocks nothing: it is told, in the same words on the text's page and in
the editor's panel.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from ngoaivu.indicators.facts import Question
from ngoaivu.publications import lines
from ngoaivu.publications.binding import Bound
from ngoaivu.publications.neighbours import Answers
from ngoaivu.publications.pages import AuthoredPage
from ngoaivu.publications.refreshing import answers, read


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a moved figure stands: the language and number of its page, what people call the place, the sentence."""

    language: str
    page: int
    label: str
    told: str


@dataclass(slots=True)
class Moved:
    """A figure that moved, with every place in every language where it stands."""

    question: Question
    places: list[Place] = field(default_factory=list)


def sentence(before: str, now: str) -> str:
    """What is said of a figure that moved, wherever it is said."""
    return _("It was “%(before)s” at the last save and is “%(now)s” now; it is written anew on saving and on publishing.") % {
        "before": before,
        "now": now,
    }


def of_pages(pages: Mapping[str, AuthoredPage], revision: int | None = None) -> list[Moved]:
    """The figures of a text that moved, in reading order; those of plain fields have no words of their own."""
    known = answers(pages.values(), revision)
    found: dict[Question, Moved] = {}
    for language, page in pages.items():
        for question, label, before, now in _moved(page, known):
            place = Place(language, page.pk, label, sentence(before, now))
            found.setdefault(question, Moved(question)).places.append(place)
    return list(found.values())


def _moved(page: AuthoredPage, known: Answers) -> Iterable[tuple[Question, str, str, str]]:
    for kept, anew in zip(lines.as_kept(page, known), lines.of_page(page, known), strict=True):
        for old, new in zip(kept.pieces, anew.pieces, strict=True):
            bound = read(dict(new.settings)) if new.kind == "figure" else None
            before, now = kept.words(old), anew.words(new)
            if isinstance(bound, Bound) and before and before != now:
                yield bound.question, anew.label, before, now
