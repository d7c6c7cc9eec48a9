"""Screens of events."""

from django.utils.translation import gettext_lazy as _

from ngoaivu.registry.desk.viewsets import RecordViewSet, RoomGroup
from ngoaivu.registry.events import rules
from ngoaivu.registry.events.models import BulletinIssue, Event, EventCountry, EventSeries


class EventViewSet(RecordViewSet):
    """Events «sự kiện»."""

    model, name, icon, order = Event, "events", "calendar-alt", "newest"
    fields = (
        "kind", "state", "when", "until", "channel", "field", "series", "partner", "country", "troupe",
        "place_vi", "place_en", "participants", "foreign_participants", "collective",
    )  # fmt: skip
    columns = ("when", "kind", "place_vi", "country", "participants", "state")
    filters = ("kind", "field", "state", "channel", "country", "level")
    check = staticmethod(rules.check_event)


class EventCountryViewSet(RecordViewSet):
    """Countries of events «nước tham gia»."""

    model, name, icon, order = EventCountry, "event-countries", "globe", "newest"
    fields = ("event", "country", "when")
    columns = ("when", "event", "country")
    filters = ("country",)


class EventSeriesViewSet(RecordViewSet):
    """Yearly series «chuỗi sự kiện thường niên»."""

    model, name, icon = EventSeries, "event-series", "history"
    fields = ("every_months", "when", "until")
    columns = ("every_months", "when")


class BulletinViewSet(RecordViewSet):
    """Bulletin issues «kỳ bản tin đối ngoại»."""

    model, name, icon, order = BulletinIssue, "bulletins", "doc-full", "newest"
    fields = ("number", "when", "print_run", "languages")
    columns = ("when", "number", "print_run", "languages")
    filters = ("languages",)


class EventRoom(RoomGroup):
    """The room in the menu."""

    menu_label, menu_icon, menu_order = _("Events"), "calendar-alt", 140
    items = (EventViewSet, EventSeriesViewSet, EventCountryViewSet, BulletinViewSet)
