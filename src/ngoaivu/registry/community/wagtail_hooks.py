"""Hooks of community."""

from wagtail import hooks

from ngoaivu.registry.community.viewsets import CommunityRoom


@hooks.register("register_admin_viewset")
def room() -> CommunityRoom:
    """The room's screens."""
    return CommunityRoom()
