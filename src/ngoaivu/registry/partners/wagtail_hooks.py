"""Hooks of partners."""

from wagtail import hooks

from ngoaivu.registry.partners.viewsets import PartnerRoom


@hooks.register("register_admin_viewset")
def room() -> PartnerRoom:
    """The room's screens."""
    return PartnerRoom()
