"""Hooks of casework."""

from wagtail import hooks

from ngoaivu.registry.casework.viewsets import CaseworkRoom


@hooks.register("register_admin_viewset")
def room() -> CaseworkRoom:
    """The room's screens."""
    return CaseworkRoom()
