"""What publications add to the desk: the editor's figures, the screens of texts, their place in the menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from ngoaivu.accounts.roles import REGISTER
from ngoaivu.accounts.seats import seat_at
from ngoaivu.publications import draftail, urls
from ngoaivu.publications.first_page import WaitingPanel, WritingPanel, writes
from ngoaivu.publications.lapsed.views import LapsedPanel, reads


@hooks.register("register_rich_text_features")
def figures_in_text(features: Any) -> None:
    """Bound figures and named records."""
    draftail.register(features)


@hooks.register("register_admin_urls")
def screens() -> list[URLPattern | URLResolver]:
    """The screens of texts."""
    return [path("an-pham/", include((urls.urlpatterns, "publications")))]


@hooks.register("register_admin_menu_item")
def menu() -> MenuItem:
    """Texts and releases, after the registry."""
    return MenuItem(_("Texts"), reverse("publications:texts"), name="texts", icon_name="doc-full", order=300)


@hooks.register("construct_homepage_panels")
def published_figures(request: HttpRequest, panels: list[Any]) -> None:
    """Where to write, and how many published figures no longer hold, after the desk's own panel."""
    if writes(request):
        # Whoever registers begins with the registry, everybody else with his texts.
        panels.append(WritingPanel(first=not seat_at(request).may(REGISTER)))
    if reads(request):
        panels.extend([WaitingPanel(), LapsedPanel()])


@hooks.register("construct_page_chooser_queryset")
def no_pages_to_choose(pages: Any, request: HttpRequest) -> Any:
    """A link to a page of Wagtail's leads nowhere on the portal, and the list would show every office's drafts."""
    return pages.none()


@hooks.register("construct_page_action_menu")
def no_publish_button(menu_items: list[Any], request: Any, context: Any) -> None:
    """Saving a draft is all the editor does: publishing makes an edition and has its own screen."""
    menu_items[:] = [item for item in menu_items if item.name in ("action-save-draft", "action-save")] or menu_items
