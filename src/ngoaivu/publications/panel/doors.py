"""Who may ask the panel, and in which form it refuses: a sentence as JSON, never a broken page."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from wagtail.models import Page

from ngoaivu.accounts.seats import seats
from ngoaivu.publications.pages import AuthoredPage

NOT_FOUND, NOT_ALLOWED, UNREADABLE = 404, 405, 422
# The longest number a page can have: longer ones no database holds.
LONGEST_NUMBER = 15
# What is read in one request; the longest report of an office has a tenth of it.
MOST_SIGNS, MOST_LINES, MOST_NUMERALS = 300_000, 5_000, 3_000

Answer = dict[str, Any]
Door = Callable[[HttpRequest], JsonResponse]


class Refused(ValueError):
    """Something the panel cannot answer; the message says what is wrong and what to do."""

    def __init__(self, message: str, status: int = UNREADABLE) -> None:
        super().__init__(message)
        self.status = status


def answers(method: str) -> Callable[[Callable[[HttpRequest], Answer]], Door]:
    """Make a door of a function that gives plain data: right method, somebody with a seat; a refusal becomes a sentence with its status."""

    def made(view: Callable[[HttpRequest], Answer]) -> Door:
        @wraps(view)
        def door(request: HttpRequest) -> JsonResponse:
            try:
                _check(request, method)
                return JsonResponse(view(request))
            except Refused as refusal:
                return JsonResponse({"error": str(refusal)}, status=refusal.status)

        return door

    return made


def _check(request: HttpRequest, method: str) -> None:
    if request.method != method:
        raise Refused(_("This address is asked with %(method)s.") % {"method": method}, NOT_ALLOWED)
    if not seats(request):
        raise _nowhere()


def page_of(request: HttpRequest, key: object) -> AuthoredPage:
    """The text somebody writes at; of another office, or for one who may not draft or edit, there is none."""
    number = str(key)
    found = Page.objects.filter(pk=int(number)).specific().first() if number.isdecimal() and len(number) <= LONGEST_NUMBER else None
    if not isinstance(found, AuthoredPage) or not found.permissions_for_user(request.user).can_edit():
        raise _nowhere()
    return found


def _nowhere() -> Refused:
    return Refused(_("There is no such text for you: open it from the list of texts."), NOT_FOUND)


def sent(request: HttpRequest) -> dict[str, Any]:
    """The JSON object of a request."""
    try:
        told = json.loads(request.body)
    except RequestDataTooBig:
        raise too_long() from None
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        raise Refused(_("The request is no JSON object: load the page again."))
    return told


def too_long() -> Refused:
    """The refusal of a text that is longer than any an office writes."""
    told = _(
        "The text is too long to be checked at once: at most %(signs)d letters, %(lines)d lines and %(numerals)d figures. Divide it into two texts."
    )
    return Refused(told % {"signs": MOST_SIGNS, "lines": MOST_LINES, "numerals": MOST_NUMERALS})
