"""Screens of delegations."""

from types import MappingProxyType
from typing import Any

from django.urls import path
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ngoaivu.accounts.seats import Seat
from ngoaivu.registry.delegations import actions, rules, visits
from ngoaivu.registry.delegations.editing import HOSTS, DelegationForm
from ngoaivu.registry.delegations.importing import DELEGATIONS
from ngoaivu.registry.delegations.models import CountryVisit, Delegation
from ngoaivu.registry.delegations.views import LetterView
from ngoaivu.registry.desk import opened
from ngoaivu.registry.desk.actions import Follow
from ngoaivu.registry.desk.viewsets import RecordViewSet, RoomGroup


class DelegationViewSet(RecordViewSet):
    """Delegations «đoàn vào, đoàn ra»."""

    model, name, icon, order = Delegation, "delegations", "group", "newest"
    fields = (
        "direction",
        "origin",
        "country",
        "more_countries",
        "partner",
        "when",
        "until",
        "persons",
        "head_vi",
        "host_vi",
        "channel",
        "rank",
        "purpose",
        "state",
        "collective",
    )
    columns = ("when", "direction", "country", "persons", "channel", "state")
    filters = ("direction", "origin", "country", "channel", "rank", "purpose", "state", "level")
    doubts = MappingProxyType({"countryless": (_("went abroad, but no country is counted"), visits.uncounted())})
    check = staticmethod(rules.check_delegation)
    importer = DELEGATIONS
    form_base = DelegationForm
    new_label = _("Register from a paper kept already")
    ways_in = (("letter", _("Register from a letter")), ("import", _("Import a list")))

    def get_urlpatterns(self) -> list[Any]:
        """With the registration from a letter."""
        return [*super().get_urlpatterns(), path("letter/", self.construct_view(LetterView, viewset=self), name="letter")]

    def called(self, row: Delegation) -> dict[str, str | Promise]:
        """Our own body receives a delegation, or sends it."""
        return {"host_vi": HOSTS[Delegation.Direction(row.direction)]}

    def unmoved(self, row: Delegation) -> str:
        """A visit counts once it was held."""
        if row.withdrawn or row.state == Delegation.State.HELD:
            return ""
        return gettext("The delegation is “%(state)s”: it counts once it was held.") % {"state": row.get_state_display()}

    def following(self, form: Any, seat: Seat) -> Follow:
        """Its country-visits, and the letter named after it."""
        further = form.cleaned_data["more_countries"]
        return lambda before, row: actions.follow(before, row, visits.visited(row, further), by=seat.actor)

    def parts(self, row: Delegation, seat: Seat) -> list[dict[str, Any]]:
        """The countries on the way of a mission."""
        stops = CountryVisit.objects.filter(seat.visible(), delegation=row, withdrawn=False).select_related("country").order_by("pk")
        lines = [{"title": str(stop.country), "address": opened.address_of(stop), "cells": []} for stop in stops]
        return [{"title": CountryVisit._meta.verbose_name_plural, "columns": [], "lines": lines}] if lines else []


class CountryVisitViewSet(RecordViewSet):
    """Country-visits «lượt nước đoàn ra đến thăm»."""

    model, name, icon, order = CountryVisit, "country-visits", "globe", "newest"
    fields = ("delegation", "country", "when", "until")
    columns = ("when", "country", "delegation")
    filters = ("country",)


class DelegationRoom(RoomGroup):
    """The room in the menu."""

    menu_label, menu_icon, menu_order = _("Delegations"), "group", 110
    items = (DelegationViewSet, CountryVisitViewSet)
