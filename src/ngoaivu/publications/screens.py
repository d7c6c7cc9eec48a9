"""What every screen of texts begins with: the office the person works in, his text, and refusals told instead of broken on."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from ngoaivu.accounts import roles
from ngoaivu.accounts.models import Office, User, may
from ngoaivu.accounts.seats import seat_at
from ngoaivu.publications import drafting, editions
from ngoaivu.publications.editions import Edition
from ngoaivu.publications.pages import KINDS, AuthoredPage
from ngoaivu.publications.publishing import Refused

View = Callable[..., HttpResponse]


def seated(view: View) -> View:
    """Give the view the office the person works in; somebody without a seat finds nothing here. A refusal is told, not broken on."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        office = seat_at(request).office
        if not may(request.user, roles.READ, office):
            raise Http404
        try:
            return view(request, office, *args, **options)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("publications:texts")

    return inner


def acting(request: HttpRequest, key: str, act: Callable[[], object], done: str) -> HttpResponse:
    """Do an act on a text and say so on its screen, or say there why not."""
    try:
        act()
        messages.success(request, done)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("publications:text", key=key)


def pages_of(office: Office, key: str) -> dict[str, AuthoredPage]:
    """The newest revision of a text in each language; there must be one."""
    if not (pages := drafting.latest(office, key)):
        raise Http404
    return pages


def shown(pages: Mapping[str, AuthoredPage]) -> Edition | None:
    """The edition of a text that the portal shows, if any."""
    first = next(iter(pages.values()))
    return editions.current(first.office.key, KINDS[first._meta.model_name or ""], first.key)


def user_of(request: HttpRequest) -> User:
    """The person, who is logged in."""
    return cast("User", request.user)
