"""Hooks of agreements."""

from wagtail import hooks

from ngoaivu.registry.agreements.viewsets import AgreementRoom


@hooks.register("register_admin_viewset")
def room() -> AgreementRoom:
    """The room's screens."""
    return AgreementRoom()
