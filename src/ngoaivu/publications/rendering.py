"""Renderers of editions, registered by who can: the portal gives pages; papers are made here."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from ngoaivu.publications.content import Edition
from ngoaivu.publications.papers import document
from ngoaivu.publications.publishing import Refused

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_renderers: list[Callable[[Edition, str, bool], str]] = []


def register(renderer: Callable[[Edition, str, bool], str]) -> None:
    """The portal's way of showing an edition in a language, draft or not, as a page that stands alone."""
    _renderers.append(renderer)


def page(content: Edition, language: str, *, draft: bool) -> str:
    """The page of an edition in a language; a draft says so."""
    try:
        return _renderers[-1](content, language, draft)
    except Http404 as error:
        raise Refused(_("This office has no portal yet, so there is no page to show: take the paper (DOCX) instead.")) from error


def paper_response(content: Edition, language: str, *, draft: bool) -> HttpResponse:
    """The paper of an edition as a download, named after it."""
    response = HttpResponse(document.build(content, language, draft=draft), content_type=DOCX)
    response["Content-Disposition"] = f'attachment; filename="{content["key"]}-{language}.docx"'
    return response
