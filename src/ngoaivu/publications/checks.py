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
from ngoaivu.publications import records, richtext
from ngoaivu.publications.frames import LANGUAGES
from ngoaivu.publications.pages import AuthoredPage
from ngoaivu.publications.refreshing import Answers, answers, bound_in, rich_texts, unreadable

# What stands in a checked line where a bound figure or a named record stood: no digit, no letter.
BOUND = "\ufffc"
STRUCTURE = {"date", "period", "document", "structural"}
Told = tuple[str, ...]  # a finding without its language


@dataclass(frozen=True, slots=True)
class Finding:
    """Finding «lỗi»: the language of the text, the sentence, the rule, and of a figure its words and the line it stands in."""

    language: str
    message: str
    rule: str
    figure: str = ""
    place: str = ""


def findings(pages: Mapping[str, AuthoredPage], revision: int | None = None) -> list[Finding]:
    """Everything that blocks publishing a text, in reading order; empty when it may go."""
    lacking = _("This language is missing: write it or copy the other one.")
    found = [Finding(language, lacking, "language") for language in LANGUAGES if language not in pages]
    known = answers(pages.values(), revision)
    for language, page in pages.items():
        for told in (_without_value(page, known), _without_record(page, revision), _untrue(page, known), _loose(page, language)):
            found += [Finding(language, *one) for one in told]
    return found + _unequal(pages)


def _without_value(page: AuthoredPage, known: Answers) -> Iterator[Told]:
    yield from ((str(error), "no_value") for error in unreadable(page))
    for bound in bound_in(page):
        if isinstance(lost := known[bound.question], Missing):
            yield str(lost), "no_value", bound.question.code


def _without_record(page: AuthoredPage, revision: int | None) -> Iterator[Told]:
    named = [one for text in rich_texts(page) for one in richtext.records(text)]
    held = records.described({key for key, _words in named if key}, revision)
    for key, words in named:
        if key not in held:
            message = _("“%(words)s” names no record that the public may read: register it, or take the words out.")
            yield message % {"words": words}, "record", words


def _untrue(page: AuthoredPage, known: Answers) -> Iterator[Told]:
    """An author's own hedge must be true of the value it stands before."""
    for bound in bound_in(page):
        found = known[bound.question]
        if bound.hedge and not bound.rounding and isinstance(found, Fact) and not hedge_holds(bound.hedge, found.value, found.value, found.qualifier):  # type: ignore[arg-type]
            names = {"code": bound.question.code, "hedge": bound.hedge, "value": f"{found.value:f}", "qualifier": found.qualifier}
            message = _("%(code)s: “%(hedge)s” is not true of %(value)s, which is known as “%(qualifier)s”.") % names
            yield message, "contradicted", f"{bound.hedge} {_named(bound.question)}"


def _loose(page: AuthoredPage, language: str) -> Iterator[Told]:
    for place, text in enumerate(lines(page)):
        for mention in read(text, "en" if language == "en" else "vi"):
            if mention.kind not in STRUCTURE and not _own_length(page, mention):
                message = _("The figure “%(figure)s” is typed by hand: bind it to an indicator, or take it out.") % {"figure": mention.text}
                yield message, "loose", mention.text, str(place)


def _own_length(page: AuthoredPage, mention: Mention) -> bool:
    """Whether a duration in years is that of the report's own period, which its title states."""
    over = getattr(page, "period", "")
    return bool(over) and mention.unit == "year" and mention.value == len(list(period.parse(over).years()))


def lines(page: AuthoredPage) -> Iterator[str]:
    """Every line a reader sees, with bound figures and named records blotted out."""
    yield from (page.title, page.byline)
    for block in page.body.get_prep_value():
        if block["type"] == "heading":
            yield block["value"]
        elif block["type"] == "picture":
            yield from (block["value"]["alt"], block["value"]["credit"])
            yield from _blotted(block["value"]["caption"])
        else:
            yield from _blotted(block["value"])
    yield from _blotted(page.lead)


def _blotted(html: str) -> Iterator[str]:
    for block in richtext.blocks(html):
        for runs in [block["runs"]] if "runs" in block else block["items"]:
            yield "".join(_shown(run) for run in runs)


def _shown(run: dict[str, Any]) -> str:
    return BOUND if "mark" in run or "record" in run else str(run["text"])


def _unequal(pages: Mapping[str, AuthoredPage]) -> list[Finding]:
    """A translation carries the same facts, each as often as its original."""
    if len(pages) < len(LANGUAGES):
        return []
    counted = {language: Counter(bound.question for bound in bound_in(page)) for language, page in pages.items()}
    first, *others = pages
    message = _("The figure %(code)s stands in the %(other)s text and not in this one.")
    found = []
    for other in others:
        for missing, side, against in ((counted[first] - counted[other], other, first), (counted[other] - counted[first], first, other)):
            found += [Finding(side, message % {"code": _named(question), "other": against}, "unequal", _named(question)) for question in missing]
    return found


def _named(question: Any) -> str:
    return " ".join(filter(None, [question.code, question.period, question.on, *(member for _name, member in question.by)]))
