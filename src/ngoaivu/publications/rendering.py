"""Renderers of editions, registered by who can: the portal gives pages; papers are made here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from ngoaivu.publications.content import Edition
from ngoaivu.publications.papers import document
from ngoaivu.publications.publishing import Refused

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Doors:
    """Doors «lối mở» of a preview: where the text stands in a language, and the rows behind one of its facts, for nothing of it is public yet."""

    text: Callable[[str], str]
    rows: Callable[[str], str]


Renderer = Callable[[Edition, str, bool, Doors | None], str]
Place = Callable[[Edition, str], str]
_renderers: list[tuple[Renderer, Mapping[str, str], Place]] = []


def register(renderer: Renderer, headers: Mapping[str, str], place: Place) -> None:
    """The portal's way of showing an edition in a language, draft or not, as a page that stands alone, what it tells the browser, and
    where readers find the edition."""
    _renderers.append((renderer, headers, place))


def public_address(content: Edition, language: str) -> str:
    """Where readers find an edition; empty for an office without a portal."""
    return _renderers[-1][2](content, language)


def page_response(content: Edition, language: str, *, draft: bool, doors: Doors | None = None) -> HttpResponse:
    """The page of an edition under the portal's own rules for the browser: the desk is no place where a text may run a script."""
    return HttpResponse(page(content, language, draft=draft, doors=doors), headers=dict(_renderers[-1][1]))


def page(content: Edition, language: str, *, draft: bool, doors: Doors | None = None) -> str:
    """The page of an edition in a language; a draft says so, and leads through these doors where there are any."""
    try:
        return _renderers[-1][0](content, language, draft, doors)
    except Http404 as error:
        raise Refused(_("This office has no portal yet, so there is no page to show: take the paper (DOCX) instead.")) from error


def paper_response(content: Edition, language: str, *, draft: bool, seal: str = "") -> HttpResponse:
    """The paper of an edition as a download, named after it; only a report is issued on paper."""
    if "paper" not in content["extra"]:
        raise Refused(_("A news item has no paper: only a report is issued as one. Look at the item as readers will see it."))
    response = HttpResponse(document.build(content, language, draft=draft, seal=seal), content_type=DOCX)
    response["Content-Disposition"] = f'attachment; filename="{content["key"]}-{language}.docx"'
    return response
