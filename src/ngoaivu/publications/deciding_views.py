"""Screens of deciding on a text: submit it, call it back, approve or return it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ngoaivu.accounts.models import Office
from ngoaivu.publications import actions
from ngoaivu.publications.publishing import Refused
from ngoaivu.publications.screens import acting, pages_of, seated, user_of
from ngoaivu.publications.submissions import Submission


@require_POST
@seated
def submission(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Put the text before a second person."""
    return acting(request, key, lambda: actions.submit(pages_of(office, key), by=user_of(request)), _("Submitted. A second person decides now."))


@require_POST
@seated
def calling_back(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Take a submitted text back."""
    waiting = _waiting(office, key)
    return acting(request, key, lambda: actions.call_back(waiting, by=user_of(request)), _("Called back: it is a draft again."))


@require_POST
@seated
def decision(request: HttpRequest, office: Office, key: str) -> HttpResponse:
    """Approve a submitted text that was read, or return it."""
    waiting = _waiting(office, key)
    if "approve" in request.POST:
        return acting(request, key, lambda: _approve(waiting, request), _("Approved, sealed and released."))
    why = request.POST.get("why", "")
    return acting(request, key, lambda: actions.send_back(waiting, by=user_of(request), why=why), _("Returned to its author."))


def _approve(waiting: Submission, request: HttpRequest) -> None:
    """A release cannot be changed, so a click alone does not make one."""
    if "read" not in request.POST:
        raise Refused(_("Tick that you have read the text in every language, then approve it."))
    actions.approve(waiting, by=user_of(request))


def _waiting(office: Office, key: str) -> Submission:
    return get_object_or_404(Submission, office=office, key=key, decided_at=None)
