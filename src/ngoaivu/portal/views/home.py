"""The first page of a portal, and the choice of its language."""

from decimal import Decimal
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.utils.translation import gettext as _

from ngoaivu.portal import offices, reading
from ngoaivu.portal.addresses import LANGUAGES
from ngoaivu.portal.blocks import Piece
from ngoaivu.portal.figures import headline
from ngoaivu.portal.frame import Link, Page, everywhere, show
from ngoaivu.portal.items import item, items
from ngoaivu.portal.place import Place, public
from ngoaivu.portal.wording import number, say
from ngoaivu.publications.content import plain

LATEST = 6


def choose(request: HttpRequest, portal: str = "") -> HttpResponse:
    """Lead to the first page in a language the reader's browser asks for."""
    found = offices.at(portal)
    if found is None:
        raise Http404
    asked = get_language_from_request(request)
    answer = HttpResponseRedirect(found.addresses(asked if asked in LANGUAGES else LANGUAGES[0]).home())
    patch_vary_headers(answer, ["Accept-Language"])
    return answer


@public
def home(place: Place) -> HttpResponse:
    """The newest text, what is new, the figures the office stands by, its fields."""
    latest = list(reading.listed(place.office, place.language)[:LATEST])
    page = Page(title="", room="home", lead=say(place.portal.extra.get("about"), place.language), versions=everywhere(place))
    return show(
        place,
        "home.html",
        page,
        first=item(place, latest[0]) if latest else None,
        picture=picture(place, latest[0].edition_id) if latest else None,
        latest=items(place, latest[1:]),
        figures=headline(place),
        sections=sections(place),
        share=share(place),
        more=Link(_("All news, by month"), place.addresses.room("news")) if any(kind == "news" for kind, _section in place.rooms) else None,
    )


def share(place: Place) -> str:
    """What the figures of this portal stand on, in one line; nothing where there are none."""
    counted = {name: sum(getattr(room, name) for room in place.held) for name in ("bound", "quoted", "waived")}
    if not any(counted.values()):
        return ""
    words = {
        "bound": _("%(number)s figures tied to a fact and its source"),
        "quoted": _("%(number)s quoted from a document"),
        "waived": _("%(number)s without a source, for which a person answers"),
    }
    parts = [words[name] % {"number": number(Decimal(total), place.language)} for name, total in counted.items() if total]
    parts += [] if counted["waived"] else [_("none without a source")]
    return _("On this portal: %(parts)s") % {"parts": ", ".join(parts)}


def picture(place: Place, edition_id: int) -> Piece | None:
    """The first picture of the newest text."""
    edition = reading.whole(place.office, reading.LISTED).filter(pk=edition_id).first()
    content = edition.content if edition else None
    for block in content["texts"][place.language]["body"] if content else ():
        if content and block["type"] == "picture":
            more: dict[str, Any] = {"picture": content["pictures"][block["picture"]], "alt": plain(block.get("alt", []))}
            return Piece("picture", plain(block.get("caption", [])), more={**more, "credit": block.get("credit", "")})
    return None


def sections(place: Place) -> list[dict[str, str]]:
    """The fields of the office that have news in them."""
    filled = {section for kind, section in place.rooms if kind == "news"}
    return [
        {
            "name": say(one["name"], place.language),
            "about": say(one.get("about"), place.language),
            "address": place.addresses.room("news", place.portal.section_slug(one["key"], place.language)),
        }
        for one in place.portal.extra.get("sections", ())
        if one["key"] in filled
    ]
