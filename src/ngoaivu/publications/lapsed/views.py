"""The screen of the figures that no longer hold, and its line on the desk's first page."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin.ui.components import Component

from ngoaivu.accounts import roles
from ngoaivu.accounts.models import Office, may
from ngoaivu.accounts.seats import Seat, seat_at, seats
from ngoaivu.publications import drafting, lapsed
from ngoaivu.publications.lapsed.causes import Cause
from ngoaivu.publications.lapsed.finding import Lapsed
from ngoaivu.publications.screens import acting, seated, user_of


@require_GET
@seated
def listed(request: HttpRequest, office: Office) -> HttpResponse:
    """Every figure of a published text that no longer holds, the newest change first."""
    found = lapsed.find(office, "en" if get_language() == "en" else "vi")
    kept = drafting.kept_keys(office, {one.text for one in found})
    rows = [_row(one, one.text in kept, seat_at(request)) for one in found]
    context = {"rows": rows, "may_draft": _may_draft(request, office)}
    return render(request, "publications/lapsed.html", context)


@require_POST
@seated
def anew(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Draft a new edition of a text: the same words, every figure as it is now."""
    if not _may_draft(request, office):
        raise Http404
    done = _("The draft has every figure as it is now. Read the sentences around them, then publish it as a new edition.")
    return acting(request, key, lambda: drafting.renew(office, key, by=user_of(request)), done)


def _may_draft(request: HttpRequest, office: Office) -> bool:
    return any(may(request.user, act, office) for act in (roles.DRAFT, roles.EDIT))


def _row(one: Lapsed, kept: bool, seat: Seat) -> dict[str, Any]:
    """A figure as the person may see it: a record above his levels is counted, not named."""
    return {"one": one, "kept": kept, "touched": _seen(one.cause, seat), "more": _unseen(one.cause, seat)}


def _seen(cause: Cause | None, seat: Seat) -> list[Any]:
    return [one for one in cause.touched if seat.sees(one.row)] if cause else []


def _unseen(cause: Cause | None, seat: Seat) -> int:
    return cause.more + len(cause.touched) - len(_seen(cause, seat)) if cause else 0


class LapsedPanel(Component):
    """How many published figures no longer hold, on the desk's first page."""

    template_name = "publications/lapsed_panel.html"
    order = 10

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """The number in the office the person works in."""
        return {"number": lapsed.count(seat_at(parent_context["request"]).office)}


def reads(request: HttpRequest) -> bool:
    """Whether the person reads anywhere, so that the number is his to know."""
    held = seats(request)
    return bool(held) and seat_at(request).may(roles.READ)
