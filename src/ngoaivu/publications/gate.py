"""The gate «cổng trang của Wagtail»: of Wagtail's own screens the desk has use for a few; every other address is nobody's.

Wagtail's choosers, reports, bulk acts and move screens show the pages of every office. Our permissions guard editing alone, so the
rest is not guarded but refused, also what a later Wagtail adds.
"""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import Page

# The names of Wagtail's addresses that show pages, or may: its other packages ask permissions nobody has.
OWN = ("wagtailadmin_", "wagtail_bulk_action", "simple_translation:")
OPEN = {
    "wagtailadmin_home", "wagtailadmin_account", "wagtailadmin_login", "wagtailadmin_logout", "wagtailadmin_sprite",
    "wagtailadmin_javascript_catalog", "wagtailadmin_dismissibles",
    # The window in which a link is made: its list of pages is empty (wagtail_hooks), its other leaves take an address.
    "wagtailadmin_choose_page", "wagtailadmin_choose_page_external_link", "wagtailadmin_choose_page_email_link",
    "wagtailadmin_choose_page_phone_link", "wagtailadmin_choose_page_anchor_link",
    "wagtailadmin_editing_sessions:release",
}  # fmt: skip
# Open to who may edit the page that the address names.
_SCREENS = ("edit", "preview_on_edit", "revisions_revert")
OF_A_PAGE = {f"wagtailadmin_pages:{name}" for name in _SCREENS} | {"wagtailadmin_editing_sessions:ping"}
LISTS = ("wagtailadmin_explore", "wagtailadmin_explore_root")
Answer = Callable[[HttpRequest], HttpResponse]


class Gate:
    """Middleware that lets through what is on the list, and answers the rest as if it were not there."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as ever."""
        return self.answer(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> HttpResponse | None:
        """Refuse before the screen is made; who is not logged in is led to the log-in by the screen itself."""
        name = request.resolver_match.view_name if request.resolver_match else ""
        if not name.startswith(OWN) or name in OPEN or not request.user.is_authenticated:
            return None
        if name in LISTS:
            return redirect("publications:texts")
        if name in OF_A_PAGE and _edits(request, kwargs):
            return None
        raise Http404


def _edits(request: HttpRequest, told: dict[str, Any]) -> bool:
    """Whether the person may edit the page an address names; a session of another thing than a page is asked about there."""
    if told.get("app_label", "wagtailcore") not in ("wagtailcore", "publications"):
        return True
    number = str(next((told[part] for part in ("page_id", "pk", "object_id") if part in told), ""))
    page = Page.objects.filter(pk=int(number)).specific().first() if number.isdecimal() and len(number) <= 18 else None
    return page is not None and bool(page.permissions_for_user(request.user).can_edit())
