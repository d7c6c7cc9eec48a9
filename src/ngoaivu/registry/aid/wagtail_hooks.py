"""Hooks of aid."""

from wagtail import hooks

from ngoaivu.registry.aid.viewsets import AidRoom


@hooks.register("register_admin_viewset")
def room() -> AidRoom:
    """The room's screens."""
    return AidRoom()
