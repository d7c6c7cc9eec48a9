"""Pages about the portal itself: from the article to the system, the accessibility statement, how visits are counted."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from ngoaivu.portal import reading
from ngoaivu.portal.articles import article, page_of
from ngoaivu.portal.blocks import parts
from ngoaivu.portal.frame import Page, everywhere, show
from ngoaivu.portal.place import Place, public


@public
def trace(place: Place) -> HttpResponse:
    """Every statement, figure and name of an article beside what the system holds of it."""
    edition = reading.whole(place.office, ["trace"]).first()
    if edition is None or place.language not in (content := edition.content)["texts"]:
        raise Http404
    told = article(place, edition, content)
    return show(place, "trace.html", page_of(place, edition, content), **told, parts=parts(told["body"]))


@public
def accessibility(place: Place) -> HttpResponse:
    """What was tested, what may still fail, and whom to tell."""
    return show(place, "accessibility.html", Page(title=_("Accessibility"), versions=everywhere(place, "accessibility")))


@public
def counting(place: Place) -> HttpResponse:
    """What a visit is, who is not counted, and what is not kept."""
    return show(place, "counting.html", Page(title=_("How visits are counted"), versions=everywhere(place, "counting")))
