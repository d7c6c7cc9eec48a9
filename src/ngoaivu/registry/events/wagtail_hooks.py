"""Hooks of events."""

from wagtail import hooks

from ngoaivu.registry.events.viewsets import EventRoom


@hooks.register("register_admin_viewset")
def room() -> EventRoom:
    """The room's screens."""
    return EventRoom()
