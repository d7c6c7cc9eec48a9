"""What a reader sees when a page is not there or something broke: what happened, and the ways on."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, HttpResponseServerError
from django.template import loader
from django.utils import translation
from django.utils.translation import gettext as _

from ngoaivu.portal import offices
from ngoaivu.portal.addresses import LANGUAGES
from ngoaivu.portal.frame import Page, everywhere, show
from ngoaivu.portal.place import Place


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No page at this address: in the address's language, with search and the rooms of the portal it belongs to."""
    parts = request.path_info.strip("/").split("/")
    language = next((part for part in parts[:2] if part in LANGUAGES), LANGUAGES[0])
    known = {portal.path: portal for portal in offices.portals()}
    portal = known.get(parts[0]) or known.get("") or next(iter(known.values()), None)
    if portal is None:
        return HttpResponseNotFound(loader.get_template("portal/bare.html").render({"status": 404}))
    with translation.override(language):
        place = Place(request, portal, language)
        page = Page(title=_("This page is not here"), versions=everywhere(place), indexed=False)
        return show(place, "not_found.html", page, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Something broke: a page that asks nothing of the database, in both languages."""
    return HttpResponseServerError(loader.get_template("portal/bare.html").render({"status": 500}))
