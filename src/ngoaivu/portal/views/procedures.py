"""Procedures: what the office is asked for; the application itself is made on the national public-service portal."""

import re
from typing import Any
from urllib.parse import urlsplit

from django.http import Http404, HttpResponse
from django.utils.translation import pgettext

from ngoaivu.core.vietnamese import sort_key
from ngoaivu.portal import reading
from ngoaivu.portal.articles import article, found, page_of
from ngoaivu.portal.frame import Page, everywhere, show
from ngoaivu.portal.items import items
from ngoaivu.portal.place import Place, public
from ngoaivu.portal.wording import say

LISTS = ("steps", "papers", "basis")
NUMBERED = re.compile(r"^\s*\d+[.)]\s+")
LINES = ("number", "field", "time_limit", "fee")


@public
def everything(place: Place) -> HttpResponse:
    """All procedures, by name."""
    rows = sorted(reading.listed(place.office, place.language, ("procedure",)), key=lambda row: sort_key(row.title))
    if not rows:
        raise Http404
    page = Page(title=pgettext("portal", "Procedures"), room="procedure", versions=everywhere(place, "procedure"))
    return show(place, "procedures.html", page, items=items(place, rows))


@public
def procedure(place: Place, slug: str) -> HttpResponse:
    """One procedure: steps, papers, time, fee, basis, and the way to the national portal."""
    edition = found(place, "procedure", slug)
    content = edition.content
    extra = content["extra"]
    told: dict[str, Any] = {name: say(extra.get(name), place.language) for name in (*LINES, "link")}
    told |= {name: entries(extra.get(name), place.language) for name in LISTS}
    told["direct"] = urlsplit(told["link"]).path.strip("/") != ""  # else it leads to the front page alone
    status = 410 if edition.withdrawn_at else 200
    context = article(place, edition, content)
    return show(place, "procedure.html", page_of(place, edition, content), status=status, told=told, **context)


def entries(told: object, language: str) -> list[str]:
    """A list in a language, whether kept as a list of pairs or as a pair of lists; one line is a list of one."""
    if isinstance(told, dict):
        told = told.get(language, [])
    lines = [told] if isinstance(told, str) else [say(one, language) for one in told] if isinstance(told, list) else []
    return [NUMBERED.sub("", line) for line in lines if line]  # the page's list has numbers of its own
