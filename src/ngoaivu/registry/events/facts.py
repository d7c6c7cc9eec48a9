"""Windows of events: events, the countries that took part, bulletins."""

from typing import Any

from django.db.models import Case, F, QuerySet, Value, When
from django.db.models.functions import Coalesce

from ngoaivu.core.history import known, related
from ngoaivu.core.windows import Window, collective, dimension, flag, identity, measure
from ngoaivu.core.windows import register as offer
from ngoaivu.registry.events.models import BulletinIssue, Event, EventCountry, EventSeries


def events(revision: int | None) -> QuerySet[Any]:
    """Events; `with_troupe` tells those whose performers are a delegation already counted as one."""
    return known(Event, revision).annotate(with_troupe=Case(When(troupe__isnull=False, then=Value(1)), default=Value(0)))


def series(revision: int | None) -> QuerySet[Any]:
    """Yearly series."""
    return known(EventSeries, revision)


def event_countries(revision: int | None) -> QuerySet[Any]:
    """Countries that took part in events, with kind and state of the event as known then."""
    rows, then = related(known(EventCountry, revision), "event", revision)
    rows = rows.filter(**{f"{then}__withdrawn": False})
    return rows.annotate(**{f"event_{name}": F(f"{then}__{name}") for name in ("kind", "state", "collective")})


def bulletins(revision: int | None) -> QuerySet[Any]:
    """Issues of the bulletin."""
    return known(BulletinIssue, revision).annotate(copies=Coalesce(F("print_run"), Value(0)))


def register() -> None:
    """Offer the room's windows."""
    offer(
        Window(
            "events",
            Event,
            "sự kiện",
            "events",
            {
                "kind": dimension("kind", "loại sự kiện", "kind of event"),
                "channel": dimension("channel", "kênh", "channel"),
                "collective": collective(),
                "state": dimension("state", "tình trạng", "state"),
                "field": dimension("field", "lĩnh vực", "field"),
                "country": dimension("country__key", "nước", "country"),
                "series": identity("series_id", "chuỗi sự kiện", "series"),
                "with_troupe": flag("with_troupe", "có đoàn nghệ thuật", "with a troupe"),
                "participants": measure("participants", "người dự", "participants"),
                "foreign_participants": measure("foreign_participants", "người nước ngoài dự", "foreign participants"),
            },
            events,
        )
    )
    offer(Window("event_series", EventSeries, "chuỗi sự kiện", "event series", {}, series))
    offer(
        Window(
            "event_countries",
            EventCountry,
            "lượt nước dự sự kiện",
            "countries at events",
            {
                "country": dimension("country__key", "nước", "country"),
                "countries": identity("country_id", "nước", "countries"),
                "kind": dimension("event_kind", "loại sự kiện", "kind of event", named_by="event__kind"),
                "collective": collective("event_collective"),
                "state": dimension("event_state", "tình trạng", "state", named_by="event__state"),
            },
            event_countries,
        )
    )
    offer(
        Window(
            "bulletins",
            BulletinIssue,
            "kỳ bản tin",
            "bulletin issues",
            {"languages": dimension("languages", "ngôn ngữ", "languages"), "copies": measure("copies", "số bản in", "copies")},
            bulletins,
        )
    )
