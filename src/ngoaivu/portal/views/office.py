"""The office: who it is, where, when, whom to ask. In English too, by law: decree 42/2022 on information of state bodies online."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from ngoaivu.portal.frame import Page, everywhere, show
from ngoaivu.portal.place import Place, public
from ngoaivu.portal.wording import say


@public
def office(place: Place) -> HttpResponse:
    """Address, hours, officials, units."""
    extra, language = place.portal.extra, place.language
    officials = [{**one, "title": say(one["title"], language)} for one in extra.get("officials", ())]
    units = [{"name": say(one["name"], language), "duties": say(one.get("duties"), language)} for one in extra.get("units", ())]
    page = Page(title=_("The office"), room="office", versions=everywhere(place, "office"))
    reachable = any(one["telephone"] or one["email"] for one in officials)
    return show(place, "office.html", page, officials=officials, units=units, reachable=reachable)
