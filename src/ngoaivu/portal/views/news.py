"""News: all of it by month, one section, one article; and the pages that are no news."""

from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.utils.translation import pgettext

from ngoaivu.portal import reading
from ngoaivu.portal.articles import article as shaped
from ngoaivu.portal.articles import found, page_of
from ngoaivu.portal.frame import Link, Page, everywhere, show
from ngoaivu.portal.items import Item, items
from ngoaivu.portal.place import Place, public
from ngoaivu.portal.views.home import sections
from ngoaivu.portal.wording import day, say
from ngoaivu.publications.editions import Edition

AT_ONCE = 20


@public
def everything(place: Place) -> HttpResponse:
    """All news, newest first, by month."""
    page = Page(title=pgettext("portal", "News"), room="news", versions=everywhere(place, "news"))
    return listing(place, page, "", sections=sections(place))


@public
def section(place: Place, section: str) -> HttpResponse:
    """The news of one section."""
    known = place.portal.section_of(section, place.language)
    if known is None:
        raise Http404
    slugs = {language: place.portal.section_slug(known["key"], language) for language in everywhere(place)}
    page = Page(
        title=say(known["name"], place.language),
        room="news",
        lead=say(known.get("about"), place.language),
        versions={language: place.portal.addresses(language).room("news", slug) for language, slug in slugs.items()},
        crumbs=[Link(pgettext("portal", "News"), place.addresses.room("news"))],
    )
    return listing(place, page, known["key"], leads=True)


def listing(place: Place, page: Page, section: str, **context: Any) -> HttpResponse:
    """A page of a list; a number beyond the last shows the last."""
    pages = Paginator(reading.listed(place.office, place.language, ("news",), section), AT_ONCE)
    shown = pages.get_page(place.asked("page"))
    if not pages.count:
        raise Http404
    return show(place, "news.html", page, months=by_month(place, items(place, shown)), pages=shown, **context)


def by_month(place: Place, shown: list[Item]) -> list[tuple[str, list[Item]]]:
    """Items under the month of their day."""
    return [(day(month, place.language), list(group)) for month, group in groupby(shown, lambda one: one.machine_date[:7])]


@public
def article(place: Place, section: str, slug: str, number: int = 0) -> HttpResponse:
    """One article, as its current edition or an earlier one tells it."""
    edition = found(place, "news", slug, number)
    if place.portal.section_slug(edition.section or "-", place.language) != section:
        raise Http404
    return text(place, edition, number)


@public
def page(place: Place, slug: str) -> HttpResponse:
    """A page that is no news."""
    return text(place, found(place, "page", slug))


def text(place: Place, edition: Edition, number: int = 0) -> HttpResponse:
    """A text in its frame; a withdrawn one answers that it is gone, and why."""
    content = edition.content
    status = 410 if edition.withdrawn_at else 200
    return show(place, "article.html", page_of(place, edition, content, number), status=status, **shaped(place, edition, content))
