"""The first page of the desk: where to begin, what the registry holds, what happened lately in this office.

Other storeys add a panel with Wagtail's hook `construct_homepage_panels`; the desk's own comes first.
"""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from wagtail.admin.ui.components import Component

from ngoaivu.accounts.roles import READ, REGISTER
from ngoaivu.accounts.seats import CHOSEN, Seat, seat_at, seats
from ngoaivu.core.models import Change
from ngoaivu.registry.desk import opened
from ngoaivu.registry.desk.views.base import DeskView
from ngoaivu.registry.desk.words import verb

RECENT = 8
LOOKED_AT = 40


class HomePanel(Component):
    """What this officer finds when he comes to work."""

    template_name = "desk/home.html"
    order = 0

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Everything for his seat, nothing for others."""
        request = parent_context["request"]
        seat = seat_at(request)
        held = seats(request)
        reads = seat.may(READ)
        return {
            "request": request,
            "csrf_token": parent_context.get("csrf_token"),
            "seat": seat,
            "today": seat.on,
            "offices": held if len(held) > 1 else [],
            "shortcuts": shortcuts(seat),
            "lists": lists(seat) if reads else [],
            "recent": recent(seat) if reads else [],
        }


def shortcuts(seat: Seat) -> list[dict[str, Any]]:
    """The ways in that rooms made for daily work."""
    if not seat.may(REGISTER):
        return []
    return [way for viewset in opened.viewsets() for way in viewset.ways()]


def lists(seat: Seat) -> list[dict[str, Any]]:
    """Every list with the number of its rows this person may see; one whose rows are all above his levels is left out, for hidden is not zero."""
    told = []
    for viewset in opened.viewsets():
        kept = viewset.model.objects.filter(office=seat.office, withdrawn=False)
        count = kept.filter(seat.visible()).count()
        if count or not kept.exists():
            told.append({"address": viewset.address("index"), "label": viewset.title, "count": count})
    return told


def recent(seat: Seat) -> list[dict[str, Any]]:
    """The last changes that wrote records this person may see, newest first: one line for each change."""
    found: dict[int, list[Any]] = {}
    for viewset in opened.viewsets():
        for row in viewset.model.objects.filter(seat.visible()).order_by("-change_id")[:LOOKED_AT]:
            found.setdefault(row.change_id, []).append(row)
    newest = sorted(found, reverse=True)[:RECENT]
    changes = Change.objects.in_bulk(newest)
    return [_line(changes[number], found[number]) for number in newest]


def _line(change: Change, rows: list[Any]) -> dict[str, Any]:
    first = rows[0]
    return {
        "at": timezone.localtime(change.at),
        "who": change.actor_name,
        "act": capfirst(str(verb(change.verb))),
        "title": str(first),
        "address": opened.address_of(first),
        "more": len(rows) - 1,
    }


class OfficeView(DeskView):
    """The office in which the person works from now on."""

    def post(self, request: HttpRequest) -> HttpResponseRedirect:
        """Only one of his own; any other choice changes nothing."""
        wanted = request.POST.get("office", "")
        if any(str(seat.office.pk) == wanted for seat in seats(request)):
            request.session[CHOSEN] = int(wanted)
        return HttpResponseRedirect(reverse("wagtailadmin_home"))
