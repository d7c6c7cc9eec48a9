"""Frame «khung trang»: what surrounds every public page: menu, breadcrumb, versions, the office at the foot, the counter."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.template import loader
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ngoaivu.portal import fonts, visits
from ngoaivu.portal.addresses import LANGUAGES, OWN_NAMES, Addresses
from ngoaivu.portal.place import Place
from ngoaivu.portal.wording import day, say


@dataclass(frozen=True)
class Link:
    """A name and where it leads."""

    name: str
    address: str
    language: str = ""
    current: bool = False


@dataclass
class Page:
    """What one page tells its frame. `versions` maps each language in which this very page exists to its address."""

    title: str
    room: str = ""
    lead: str = ""
    versions: dict[str, str] = field(default_factory=dict)
    crumbs: list[Link] = field(default_factory=list)
    indexed: bool = True


def everywhere(place: Place, room: str = "", *parts: str) -> dict[str, str]:
    """The versions of a page that exists in every language."""
    found = {language: place.portal.addresses(language) for language in LANGUAGES}
    return {language: one.room(room, *parts) if room else one.home() for language, one in found.items()}


def show(place: Place, template: str, page: Page, *, status: int = 200, **context: Any) -> HttpResponse:
    """A page in its frame. Rendered without a request: neither session nor user can reach a public template."""
    html = loader.get_template(f"portal/{template}").render({**frame(place, page), **context})
    return HttpResponse(html, status=status, headers={"Content-Language": place.language})


def frame(place: Place, page: Page) -> dict[str, Any]:
    """Everything the base template names."""
    extra, language, addresses = place.portal.extra, place.language, place.addresses
    shown = {kind for kind, _section in place.rooms}
    others = [Link(OWN_NAMES[code], page.versions[code], code) for code in LANGUAGES if code in page.versions and code != language]
    return {
        "language": language,
        "page": page,
        "office": {name: say(extra.get(name), language) for name in ("name", "territory_name", "address", "hours", "superior")},
        "contact": {name: extra.get(name, "") for name in ("telephone", "email")},
        "responsible": responsible(extra, language),
        "invented": extra.get("invented", False),
        "demonstration": extra.get("demonstration", False),
        "home": addresses.home(),
        "at": {room: addresses.room(room) for room in ("search", "accessibility", "counting", "feed", "trace")},
        "has_trace": "trace" in shown,
        "menu": menu(addresses, shown, page.room),
        "others": others,
        "alternates": [Link(code, place.absolute(address), code) for code, address in page.versions.items()] if others else [],
        "links": [Link(say(one["name"], language), one["href"]) for one in extra.get("links", ())],
        "links_opened": oldest([one["opened"] for one in extra.get("links", ()) if one.get("opened")], language),
        "neighbour": neighbour(extra.get("other_portal"), language),
        "counter": visits.shown(place.portal.path, language),
        "fonts": fonts.served(),
    }


def menu(addresses: Addresses, shown: set[str], room: str) -> list[Link]:
    """The rooms of the portal that have something in them."""
    names = {
        "news": pgettext("portal", "News"),
        "series": pgettext("portal", "Figures"),
        "report": pgettext("portal", "Reports"),
        "procedure": pgettext("portal", "Procedures"),
        "office": _("The office"),
    }
    return [Link(name, addresses.room(kind), current=kind == room) for kind, name in names.items() if kind in shown or kind == "office"]


def responsible(extra: dict[str, Any], language: str) -> str:
    """Who answers for the content, with the title."""
    one = extra.get("responsible")
    return f"{one['name']}, {say(one['title'], language)}" if one else ""


def oldest(days: list[str], language: str) -> str:
    """The day on which the last of the links was seen to open: the earliest of all, so that it is true of each."""
    return day(min(days), language) if days else ""


def neighbour(other: dict[str, Any] | None, language: str) -> Link | None:
    """The other portal of this installation, named plainly."""
    if not other:
        return None
    return Link(say(other["name"], language), Addresses(other["path"], language).home())
