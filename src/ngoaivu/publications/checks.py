"""Checks before publishing: no figure without a value, none typed by hand, the same figures in every language.

Each finding is a sentence an officer understands, with the language and the place it speaks of.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ngoaivu.core import period
from ngoaivu.indicators.facts import Fact, Missing
from ngoaivu.indicators.figures.hedges import hedge_holds
from ngoaivu.indicators.figures.model import Mention
from ngoaivu.indicators.figures.reader import read
from ngoaivu.publications import comparing, lines, marking, records
from ngoaivu.publications.frames import LANGUAGES
from ngoaivu.publications.lines import Line
from ngoaivu.publications.pages import AuthoredPage
from ngoaivu.publications.refreshing import Answers, answers, bound_in, unreadable

STRUCTURE = {"date", "period", "document", "structural"}


@dataclass(frozen=True, slots=True)
class Finding:
    """Finding «lỗi»: the language of the text, the sentence, the rule that was broken, the words of the figure if it speaks of one.

    Rules: language, no_value, record, contradicted, loose, quote, waiver, unequal.
    """

    language: str
    message: str
    rule: str = ""
    figure: str = ""


def findings(pages: Mapping[str, AuthoredPage], revision: int | None = None) -> list[Finding]:
    """Everything that blocks publishing a text, in reading order; empty when it may go."""
    absent = [language for language in LANGUAGES if language not in pages]
    found = [Finding(language, _("This language is missing: write it or copy the other one."), "language") for language in absent]
    known = answers(pages.values(), revision)
    read_as = {language: lines.of_page(page, known) for language, page in pages.items()}
    for language, page in pages.items():
        told = read_as[language]
        for one in (
            _without_value(page, known),
            _without_record(told, revision),
            _untrue(page, known),
            _marked(told, page),
            _loose(told, page, language),
        ):
            found += [Finding(language, *what) for what in one]
    return found if absent else found + _unequal(read_as)


def _without_value(page: AuthoredPage, known: Answers) -> Iterator[tuple[str, str]]:
    yield from ((str(error), "no_value") for error in unreadable(page))
    for bound in bound_in(page):
        if isinstance(lost := known[bound.question], Missing):
            yield str(lost), "no_value"


def _without_record(told: list[Line], revision: int | None) -> Iterator[tuple[str, str, str]]:
    named = [(dict(piece.settings)["key"], line.words(piece)) for line in told for piece in line.pieces if piece.kind == "record"]
    held = records.described({key for key, _words in named if key}, revision)
    for key, words in named:
        if key not in held:
            message = _("“%(words)s” names no record that the public may read: register it, or take the words out.") % {"words": words}
            yield message, "record", words


def _untrue(page: AuthoredPage, known: Answers) -> Iterator[tuple[str, str]]:
    """An author's own hedge must be true of the value it stands before."""
    for bound in bound_in(page):
        found = known[bound.question]
        if bound.hedge and not bound.rounding and isinstance(found, Fact) and not hedge_holds(bound.hedge, found.value, found.value, found.qualifier):  # type: ignore[arg-type]
            names = {"code": bound.question.code, "hedge": bound.hedge, "value": f"{found.value:f}", "qualifier": found.qualifier}
            yield _("%(code)s: “%(hedge)s” is not true of %(value)s, which is known as “%(qualifier)s”.") % names, "contradicted"


def _marked(told: list[Line], page: AuthoredPage) -> Iterator[tuple[str, str, str]]:
    for fault in marking.faults(told, office=page.office, key=page.key):
        yield fault.message, fault.rule, fault.words


def _loose(told: list[Line], page: AuthoredPage, language: str) -> Iterator[tuple[str, str, str]]:
    for line in told:
        for mention in read(line.blotted(), "en" if language == "en" else "vi"):
            if mention.kind not in STRUCTURE and not _own_length(page, mention):
                message = _("The figure “%(figure)s” is typed by hand: bind it to an indicator, or take it out.") % {"figure": mention.text}
                yield message, "loose", mention.text


def _own_length(page: AuthoredPage, mention: Mention) -> bool:
    """Whether a duration in years is that of the report's own period, which its title states."""
    over = getattr(page, "period", "")
    return bool(over) and mention.unit == "year" and mention.value == len(list(period.parse(over).years()))


def _unequal(read_as: Mapping[str, list[Line]]) -> list[Finding]:
    """A translation carries the same figures, each as often as its original."""
    sentence = _("The figure %(code)s stands in the %(other)s text and not in this one.")
    return [Finding(lack.language, sentence % {"code": lack.told, "other": lack.other}, "unequal", lack.words) for lack in comparing.lacks(read_as)]
