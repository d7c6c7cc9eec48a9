"""Draft texts and the facts they ask for: every figure's words follow the registry until the text is sealed."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from ngoaivu.accounts.models import Office
from ngoaivu.core import changes
from ngoaivu.indicators.facts import Fact
from ngoaivu.publications import fields, neighbours, richtext, tokens
from ngoaivu.publications.binding import BindingError, Bound, words
from ngoaivu.publications.fields import Authored
from ngoaivu.publications.neighbours import Answers


def bound_in(page: Authored) -> list[Bound]:
    """The figures of a page, in reading order; marks that are none are left out."""
    return [bound for bound in _read(page) if isinstance(bound, Bound)]


def unreadable(page: Authored) -> list[BindingError]:
    """Why some marks of a page are no figures."""
    return [error for error in _read(page) if isinstance(error, BindingError)]


def _read(page: Authored) -> Iterator[Bound | BindingError]:
    return (read(run["mark"]) for run in fields.runs(page) if "mark" in run)


def read(settings: dict[str, str]) -> Bound | BindingError:
    """The figure of a mark, or why it is none: a forged mark must not keep an editor from opening its text."""
    try:
        return Bound.read(settings)
    except BindingError as error:
        return error


def answers(pages: Iterable[Authored], revision: int | None = None) -> Answers:
    """Every figure of some pages of one text answered in one run, at a registry position or now."""
    told = list(pages)
    bounds = [bound for page in told for bound in bound_in(page)]
    return ask(bounds, changes.latest() if revision is None else revision, told[0].office) if bounds else {}


def ask(bounds: Iterable[Bound], revision: int, office: Office) -> Answers:
    """The answers to some figures of a text of an office, one run: what another office keeps only as it published it."""
    return neighbours.answered([bound.question for bound in bounds], office, revision)


def told(settings: dict[str, str], known: Answers, language: str) -> str:
    """The words of one figure, or the visible mark of a missing one."""
    bound = read(settings)
    found = known[bound.question] if isinstance(bound, Bound) else None
    if isinstance(bound, Bound) and isinstance(found, Fact):
        return str(words(bound, found, language))
    return missing(settings.get("fact", ""), language)


def rendered(text: str, page: Authored) -> str:
    """A plain field of a page in words, its tokens answered now; one without a token asks nothing."""
    if not tokens.TOKEN.search(text):
        return text
    runs, language = tokens.runs(text, page.office), page.locale.language_code
    asked = [bound for run in runs if "mark" in run and isinstance(bound := read(run["mark"]), Bound)]
    known = ask(asked, changes.latest(), page.office) if asked else {}
    return "".join(told(run["mark"], known, language) if "mark" in run else run["text"] for run in runs)


def missing(code: str, language: str) -> str:
    """How a draft in a language shows a figure that has no value."""
    with translation.override(language):
        return _("[no value: %(code)s]") % {"code": code}


def refresh(page: Authored) -> None:
    """Write the words of all figures of a draft anew, in its language."""
    known = answers([page])
    language = page.locale.language_code

    def rewrite(text: str) -> str:
        return richtext.rewrite(text, lambda settings: told(settings, known, language))

    page.lead = rewrite(page.lead)
    page.body = json.dumps([_rewritten(block, rewrite) for block in page.body.get_prep_value()])


def _rewritten(block: dict[str, Any], rewrite: Any) -> dict[str, Any]:
    if block["type"] == "paragraph":
        return block | {"value": rewrite(block["value"])}
    if block["type"] == "picture":
        return block | {"value": block["value"] | {"caption": rewrite(block["value"]["caption"])}}
    return block
