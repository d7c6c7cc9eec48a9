"""Hooks of delegations."""

from wagtail import hooks

from ngoaivu.registry.delegations.viewsets import DelegationRoom


@hooks.register("register_admin_viewset")
def room() -> DelegationRoom:
    """The room's screens."""
    return DelegationRoom()
