"""Windows of delegations: missions and country-visits are two windows, person-trips a measure of the first."""

from typing import Any

from django.db.models import F, QuerySet

from ngoaivu.core.history import known, related
from ngoaivu.core.windows import Window, collective, dimension, identity, measure
from ngoaivu.core.windows import register as offer
from ngoaivu.registry.delegations.models import CountryVisit, Delegation


def delegations(revision: int | None) -> QuerySet[Any]:
    """Missions, each once, whatever their number of countries and whoever performed."""
    return known(Delegation, revision)


def country_visits(revision: int | None) -> QuerySet[Any]:
    """Country-visits with the state of their mission as known then; those of a withdrawn mission are left out."""
    rows, then = related(known(CountryVisit, revision), "delegation", revision)
    told = {f"mission_{name}": F(f"{then}__{name}") for name in ("state", "channel", "collective")}
    return rows.filter(**{f"{then}__withdrawn": False}).annotate(**told)


def register() -> None:
    """Offer the room's windows."""
    offer(
        Window(
            "delegations",
            Delegation,
            "đoàn",
            "delegations",
            {
                "direction": dimension("direction", "chiều", "direction"),
                "origin": dimension("origin", "trong nước hay nước ngoài", "domestic or foreign"),
                "channel": dimension("channel", "kênh", "channel"),
                "rank": dimension("rank", "cấp đoàn", "rank"),
                "purpose": dimension("purpose", "mục đích", "purpose"),
                "collective": collective(),
                "state": dimension("state", "tình trạng", "state"),
                "country": dimension("country__key", "nước", "country"),
                "countries": identity("country_id", "nước", "countries"),
                "partner": identity("partner_id", "đối tác", "partner"),
                "persons": measure("persons", "số người", "persons"),
            },
            delegations,
        )
    )
    offer(
        Window(
            "country_visits",
            CountryVisit,
            "lượt nước đến thăm",
            "country visits",
            {
                "country": dimension("country__key", "nước", "country"),
                "countries": identity("country_id", "nước", "countries"),
                "collective": collective("mission_collective"),
                "state": dimension("mission_state", "tình trạng đoàn", "state of the mission", named_by="delegation__state"),
                "channel": dimension("mission_channel", "kênh", "channel", named_by="delegation__channel"),
            },
            country_visits,
        )
    )
