"""What an author finds on the desk's first page: where to begin to write, and which drafts the registry moved away from."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from ngoaivu.accounts import roles
from ngoaivu.accounts.models import Office, User, may
from ngoaivu.accounts.seats import seat_at, seats
from ngoaivu.publications import authors, drafting, listing, moved
from ngoaivu.publications.submissions import Submission

# Each is read and compared; older ones are found in the list of texts.
LOOKED_AT = 6


class WritingPanel(Component):
    """The ways in to writing, and the drafts with figures that moved since their last save."""

    template_name = "publications/first_page.html"

    def __init__(self, *, first: bool) -> None:
        """`first` puts it before the desk's own panel."""
        self.order = -5 if first else 5

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Only what the person may begin, of the office he works in."""
        seat = seat_at(parent_context["request"])
        drafts = may(seat.user, roles.DRAFT, seat.office)
        return {"may_draft": drafts, "moved": moved_drafts(seat.office)}


class WaitingPanel(Component):
    """The texts that wait for the decision of whoever may approve, before everything else."""

    template_name = "publications/waiting_panel.html"
    order = -10

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Those of the office he works in that he did not write himself, with their titles."""
        seat = seat_at(parent_context["request"])
        return {"waiting": waiting_for(seat.user, seat.office)}


def waiting_for(user: User, office: Office) -> list[dict[str, Any]]:
    """What waits in an office for the decision of a person."""
    if not may(user, roles.APPROVE, office):
        return []
    rows = [one for one in Submission.objects.filter(office=office, decided_at=None).order_by("submitted_at") if not authors.refusal(one, user)]
    return [{"row": one, "title": next(iter(drafting.latest(office, one.key).values())).shown_title} for one in rows]


def moved_drafts(office: Office) -> list[dict[str, Any]]:
    """The newest drafts of an office that have figures which moved, with their number."""
    drafts = [(one.edited, one) for one in listing.texts_of(office) if one.state == listing.DRAFT and one.edited]
    newest = [one for _edited, one in sorted(drafts, key=lambda pair: pair[0], reverse=True)]
    told = [{"key": one.key, "title": one.title, "number": len(moved.of_pages(drafting.latest(office, one.key)))} for one in newest[:LOOKED_AT]]
    return [one for one in told if one["number"]]


def writes(request: HttpRequest) -> bool:
    """Whether the person writes texts where he works now."""
    if not seats(request):
        return False
    office, user = seat_at(request).office, request.user
    return isinstance(user, User) and any(may(user, act, office) for act in (roles.DRAFT, roles.EDIT))
