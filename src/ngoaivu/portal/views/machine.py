"""What machines read: the site map with its languages, the rules for robots, the feeds."""

from collections import defaultdict

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils.translation import gettext as _

from ngoaivu.core.days import day_of
from ngoaivu.portal import offices, reading
from ngoaivu.portal.addresses import LANGUAGES
from ngoaivu.portal.offices import Portal
from ngoaivu.portal.place import Place, public
from ngoaivu.portal.wording import say
from ngoaivu.publications.editions import EditionText

IN_FEED = 30


def robots(request: HttpRequest) -> HttpResponse:
    """Robots may read everything but searches."""
    lines = ["User-agent: *", "Disallow: /lam-viec/", "Disallow: /vi/tim/", "Disallow: /en/search/"]
    lines.append(f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def sitemap(request: HttpRequest) -> HttpResponse:
    """Every page of every portal, each with its versions in other languages."""
    known = {portal.office: portal for portal in offices.portals()}
    pages: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
    changed: dict[tuple[str, str, str], str] = {}
    rows = (
        EditionText.objects.filter(reading.SHOWN, edition__office__in=known)
        .select_related("edition")
        .defer("words", "spelt", "folded", "edition__text")
    )
    for row in rows.order_by("edition__office", "edition__kind", "edition__key", "language"):
        edition, portal = row.edition, known[row.edition.office]
        mark = (edition.office, edition.kind, edition.key)
        pages[mark][row.language] = request.build_absolute_uri(
            portal.address(row.language, edition.kind, row.slug, edition.key, section=edition.section)
        )
        changed[mark] = day_of(edition.published_at).isoformat()
    entries = [(versions, changed[mark]) for mark, versions in pages.items()]
    homes = [{language: request.build_absolute_uri(portal.addresses(language).home()) for language in LANGUAGES} for portal in known.values()]
    xml = loader.get_template("portal/sitemap.xml").render({"pages": [*((versions, "") for versions in homes), *entries]})
    return HttpResponse(xml, content_type="application/xml; charset=utf-8")


@public
def feed(place: Place) -> HttpResponse:
    """News and reports as an Atom feed."""
    rows = list(reading.listed(place.office, place.language)[:IN_FEED])
    entries = [{"text": row, "address": place.absolute(_address(place.portal, row)), "at": row.edition.published_at} for row in rows]
    context = {
        "language": place.language,
        "title": f"{say(place.portal.extra['name'], place.language)}: {_('news and reports')}",
        "author": say(place.portal.extra["name"], place.language),
        "home": place.absolute(place.addresses.home()),
        "own": place.absolute(place.addresses.room("feed")),
        "entries": entries,
        "updated": max((row.edition.published_at for row in rows), default=None),
    }
    return HttpResponse(loader.get_template("portal/feed.xml").render(context), content_type="application/atom+xml; charset=utf-8")


def _address(portal: Portal, row: EditionText) -> str:
    return portal.address(row.language, row.edition.kind, row.slug, row.edition.key, section=row.edition.section)
