"""Doors of the panel: read a text, search an indicator, write a figure, search a document, waive a figure."""

from typing import Any, cast

from django.http import HttpRequest
from django.utils.translation import gettext as _

from ngoaivu.accounts.models import User
from ngoaivu.core import changes
from ngoaivu.indicators.facts import Missing
from ngoaivu.publications import judgement, publishing, waiving
from ngoaivu.publications.binding import KEYS, BindingError, Bound
from ngoaivu.publications.judgement import Advice, Judged
from ngoaivu.publications.pages import AuthoredPage
from ngoaivu.publications.panel import searching, suggesting, wire
from ngoaivu.publications.panel.doors import Answer, Refused, answers, page_of, sent
from ngoaivu.publications.refreshing import ask


@answers("POST")
def read(request: HttpRequest) -> Answer:
    """Every figure of a text as it stands unsaved, with its verdict and suggestions, and the advice on the text."""
    told = sent(request)
    page = page_of(request, told.get("page"))
    language = page.locale.language_code
    text = wire.read(told.get("lines"), language, page.office)
    try:
        found = judgement.judge(text.lines, office=page.office, language=language, key=page.key, over=over(page))
    except judgement.TooMany as error:
        raise Refused(str(error)) from error
    return {
        "figures": [_figure(one, text, language) for one in found.figures],
        "advice": [_advice(one, text) for one in found.advice],
        "counts": found.counts(),
    }


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


def over(page: AuthoredPage) -> str:
    """The period a text reports on, if it names one."""
    return str(getattr(page, "period", ""))


def _figure(one: Judged, text: wire.Sent, language: str) -> dict[str, Any]:
    place, suggestions = suggesting.offered(one, language)
    start, end = text.stored(text.at(one.place), place.start, place.end)
    return {
        "place": one.place,
        "start": start,
        "end": end,
        "text": place.text,
        "kind": one.kind,
        "state": one.state,
        "verdict": one.verdict,
        "message": one.message,
        "told": one.told,
        "blocks": one.blocks,
        "name": one.name,
        "settings": dict(one.settings),
        "now": one.now,
        "suggestions": suggestions,
    }


def _advice(one: Advice, text: wire.Sent) -> dict[str, Any]:
    start, end = text.stored(text.at(one.place), one.start, one.end)
    return {"place": one.place, "start": start, "end": end, "rule": one.rule, "message": one.message}


def _marks(request: HttpRequest, page: AuthoredPage, names: tuple[str, ...]) -> dict[str, str]:
    """The settings of a mark asked for in an address; the ground is the office's own where none is named."""
    told = {name: request.GET[name] for name in names if request.GET.get(name)}
    return {"territory": page.office.territory.key} | dict(wire.settings_of(told))


def _clean(request: HttpRequest, name: str) -> str:
    return wire.CONTROL.sub(" ", request.GET.get(name, ""))[: wire.LONGEST_SETTING].strip()
