"""Checks before publishing: no figure without a value, none typed by hand, the same facts in every language.

Each finding is a sentence an officer understands, with the language and the place it speaks of.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from ngoaivu.core import period
from ngoaivu.indicators.facts import Fact, Missing
from ngoaivu.indicators.figures.hedges import hedge_holds
from ngoaivu.indicators.figures.model import Mention
from ngoaivu.indicators.figures.reader import read
from ngoaivu.publications import fields, lines, records
from ngoaivu.publications.frames import LANGUAGES
from ngoaivu.publications.pages import AuthoredPage
from ngoaivu.publications.refreshing import Answers, answers, bound_in, unreadable

STRUCTURE = {"date", "period", "document", "structural"}


@dataclass(frozen=True, slots=True)
class Finding:
    """Finding «lỗi»: the language of the text and the sentence."""

    language: str
    message: str


def findings(pages: Mapping[str, AuthoredPage], revision: int | None = None) -> list[Finding]:
    """Everything that blocks publishing a text, in reading order; empty when it may go."""
    found = [Finding(language, _("This language is missing: write it or copy the other one.")) for language in LANGUAGES if language not in pages]
    known = answers(pages.values(), revision)
    for language, page in pages.items():
        for told in (_without_value(page, known), _without_record(page, revision), _untrue(page, known), _loose(page, language, known)):
            found += [Finding(language, message) for message in told]
    return found + _unequal(pages)


def _without_value(page: AuthoredPage, known: Answers) -> Iterator[str]:
    yield from (str(error) for error in unreadable(page))
    for bound in bound_in(page):
        if isinstance(lost := known[bound.question], Missing):
            yield str(lost)


def _without_record(page: AuthoredPage, revision: int | None) -> Iterator[str]:
    named = [(run["record"], run["text"]) for run in fields.runs(page) if "record" in run]
    held = records.described({key for key, _words in named if key}, revision)
    for key, words in named:
        if key not in held:
            yield _("“%(words)s” names no record that the public may read: register it, or take the words out.") % {"words": words}


def _untrue(page: AuthoredPage, known: Answers) -> Iterator[str]:
    """An author's own hedge must be true of the value it stands before."""
    for bound in bound_in(page):
        found = known[bound.question]
        if bound.hedge and not bound.rounding and isinstance(found, Fact) and not hedge_holds(bound.hedge, found.value, found.value, found.qualifier):  # type: ignore[arg-type]
            names = {"code": bound.question.code, "hedge": bound.hedge, "value": f"{found.value:f}", "qualifier": found.qualifier}
            yield _("%(code)s: “%(hedge)s” is not true of %(value)s, which is known as “%(qualifier)s”.") % names


def _loose(page: AuthoredPage, language: str, known: Answers) -> Iterator[str]:
    for line in lines.of_page(page, known):
        for mention in read(line.blotted(), "en" if language == "en" else "vi"):
            if mention.kind not in STRUCTURE and not _own_length(page, mention):
                yield _("The figure “%(figure)s” is typed by hand: bind it to an indicator, or take it out.") % {"figure": mention.text}


def _own_length(page: AuthoredPage, mention: Mention) -> bool:
    """Whether a duration in years is that of the report's own period, which its title states."""
    over = getattr(page, "period", "")
    return bool(over) and mention.unit == "year" and mention.value == len(list(period.parse(over).years()))


def _unequal(pages: Mapping[str, AuthoredPage]) -> list[Finding]:
    """A translation carries the same facts, each as often as its original."""
    if len(pages) < len(LANGUAGES):
        return []
    counted = {language: Counter(bound.question for bound in bound_in(page)) for language, page in pages.items()}
    first, *others = pages
    found = []
    for other in others:
        for missing, side, against in ((counted[first] - counted[other], other, first), (counted[other] - counted[first], first, other)):
            found += [
                Finding(
                    side, _("The figure %(code)s stands in the %(other)s text and not in this one.") % {"code": _named(question), "other": against}
                )
                for question in missing
            ]
    return found


def _named(question: Any) -> str:
    return " ".join(filter(None, [question.code, question.period, question.on, *(member for _name, member in question.by)]))
