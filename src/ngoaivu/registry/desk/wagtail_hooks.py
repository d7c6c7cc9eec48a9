"""Hooks of the desk: its style, its home page, the menu without what is Wagtail's own and not the office's."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks

from ngoaivu.registry.desk.home import HomePanel, OfficeView
from ngoaivu.registry.desk.library import Library
from ngoaivu.registry.desk.views.names import NamesView

FOREIGN_ITEMS = {"help"}


@hooks.register("insert_global_admin_css")
def style() -> SafeString:
    """The desk's own style sheet."""
    return format_html('<link rel="stylesheet" href="{}">', static("desk/desk.css"))


@hooks.register("construct_main_menu")
def keep_to_the_office(request: HttpRequest, items: list[Any]) -> None:
    """Leave out the menu that leads to other people's sites."""
    items[:] = [item for item in items if item.name not in FOREIGN_ITEMS]


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """The screens that belong to no room."""
    return [path("names/<slug:kind>/", NamesView.as_view(), name="desk_names"), path("office/", OfficeView.as_view(), name="desk_office")]


@hooks.register("construct_homepage_panels", order=-100)
def first_page(request: HttpRequest, panels: list[Any]) -> None:
    """The desk's own first page instead of Wagtail's; other storeys add theirs after it."""
    panels[:] = [HomePanel()]


@hooks.register("register_admin_viewset")
def library() -> Library:
    """Source documents and legal texts."""
    return Library()
