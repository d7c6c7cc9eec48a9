"""Doors of the panel: read a text, advise on it, search an indicator, write a figure, search a document, waive a figure."""

from collections.abc import Sequence
from typing import Any, cast

from django.http import HttpRequest
from django.utils.translation import gettext as _

from ngoaivu.accounts.models import User
from ngoaivu.core import changes
from ngoaivu.indicators.facts import Missing
from ngoaivu.publications import checks, drafting, judgement, lines, moved, publishing, waiving
from ngoaivu.publications.binding import KEYS, BindingError, Bound
from ngoaivu.publications.judgement import Advice, Judged
from ngoaivu.publications.lines import Line
from ngoaivu.publications.pages import AuthoredPage
from ngoaivu.publications.panel import searching, suggesting, wire
from ngoaivu.publications.panel.doors import Answer, Refused, answers, page_of, sent
from ngoaivu.publications.refreshing import ask


@answers("POST")
def read(request: HttpRequest) -> Answer:
    """Every figure of a text as it stands unsaved, with its verdict and suggestions."""
    page, language, text = _text(request)
    try:
        found = judgement.judge(text.lines, office=page.office, language=language, key=page.key, over=over(page))
    except judgement.TooMany as error:
        raise Refused(str(error)) from error
    figures = [_figure(one, text, language) for one in found.figures]
    return {
        "figures": figures,
        "counts": found.counts() | {"moved": sum(one["verdict"] == "moved" for one in figures)},
        "beyond": _beyond(page, text.lines),
    }


@answers("POST")
def advise(request: HttpRequest) -> Answer:
    """The advice on a text as it stands unsaved: asked for when its figures are shown, which wait for nothing they do not need."""
    _page, language, text = _text(request)
    try:
        return {"advice": [_advice(one, text) for one in judgement.advise(text.lines, language=language)]}
    except judgement.TooMany as error:
        raise Refused(str(error)) from error


@answers("GET")
def search(request: HttpRequest) -> Answer:
    """Indicators by name, alias or code, with the value of the period and breakdown asked for."""
    page = page_of(request, request.GET.get("page"))
    return {"found": searching.indicators(_clean(request, "q"), _marks(request, page, ("period", "on", "by")), page)}


@answers("GET")
def write(request: HttpRequest) -> Answer:
    """One figure in words, from the settings of its mark."""
    page = page_of(request, request.GET.get("page"))
    try:
        bound = Bound.read(_marks(request, page, KEYS))
    except BindingError as error:
        raise Refused(str(error)) from error
    fact = ask([bound], changes.latest(), page.office)[bound.question]
    if isinstance(fact, Missing):
        raise Refused(str(fact))
    try:
        return suggesting.told(bound, fact, page.locale.language_code) | {"value": f"{fact.value:f}"}
    except ValueError as error:
        raise Refused(_("The figure cannot be written so: choose another scale or leave it to the system.")) from error


@answers("GET")
def documents(request: HttpRequest) -> Answer:
    """Source documents of the office that may be cited in public."""
    page = page_of(request, request.GET.get("page"))
    return {"found": searching.documents(_clean(request, "q"), page.office)}


@answers("POST")
def waive(request: HttpRequest) -> Answer:
    """Waive a figure of a text with a reason, which stays on the record and is shown."""
    told = sent(request)
    page = page_of(request, told.get("page"))
    words, reason = (wire.line_of(told.get(name)) for name in ("words", "reason"))
    try:
        made = waiving.waive(office=page.office, key=page.key, words=words, reason=reason, by=cast("User", request.user))
    except publishing.Refused as refusal:
        raise Refused(str(refusal)) from refusal
    return {"key": str(made.pk)}


def _text(request: HttpRequest) -> tuple[AuthoredPage, str, wire.Sent]:
    """The page a text belongs to, its language, and the text as it was sent."""
    told = sent(request)
    page = page_of(request, told.get("page"))
    language = page.locale.language_code
    return page, language, wire.read(told.get("lines"), language, page.office)


def over(page: AuthoredPage) -> str:
    """The period a text reports on, if it names one."""
    return str(getattr(page, "period", ""))


def _beyond(page: AuthoredPage, told: Sequence[Line]) -> list[str]:
    """What blocks the whole text besides its figures, with the other language as it is saved."""
    pages = drafting.latest(page.office, page.key)
    language = page.locale.language_code
    read = {other: lines.of_page(one) for other, one in pages.items() if other != language}
    return checks.beyond_figures({**read, language: told}, language, page.office)


def _figure(one: Judged, text: wire.Sent, language: str) -> dict[str, Any]:
    """A figure as the browser has it: its range and words as they stand there, and what is true of it as it will be sealed."""
    place, suggestions = suggesting.offered(one, language)
    start, end = text.at(one.place).in_field(place.start, place.end)
    words = text.before(one.place, start, end) or place.text
    changed = one.state == "bound" and bool(one.now) and words != one.now
    return {
        "place": one.place,
        "start": start,
        "end": end,
        "text": words,
        "kind": one.kind,
        "state": one.state,
        "verdict": "moved" if changed and one.verdict == "supported" else one.verdict,
        "message": " ".join(filter(None, [moved.sentence(words, one.now) if changed else "", one.message])),
        "told": one.told,
        "blocks": one.blocks,
        "name": one.name,
        "settings": dict(one.settings),
        "now": one.now,
        "suggestions": suggestions,
    }


def _advice(one: Advice, text: wire.Sent) -> dict[str, Any]:
    start, end = text.at(one.place).in_field(one.start, one.end)
    return {"place": one.place, "start": start, "end": end, "rule": one.rule, "message": one.message}


def _marks(request: HttpRequest, page: AuthoredPage, names: tuple[str, ...]) -> dict[str, str]:
    """The settings of a mark asked for in an address; the ground is the office's own where none is named."""
    told = {name: request.GET[name] for name in names if request.GET.get(name)}
    return {"territory": page.office.territory.key} | dict(wire.settings_of(told))


def _clean(request: HttpRequest, name: str) -> str:
    return wire.CONTROL.sub(" ", request.GET.get(name, ""))[: wire.LONGEST_SETTING].strip()
