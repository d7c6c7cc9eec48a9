"""Place «chỗ đứng của người đọc»: the portal and language a public view answers in. Every public view is wrapped here."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation

from ngoaivu.portal import offices, reading
from ngoaivu.portal.addresses import Addresses
from ngoaivu.portal.offices import Portal
from ngoaivu.portal.reading import Room

P = ParamSpec("P")


@dataclass(frozen=True)
class Place:
    """One request's portal and language."""

    request: HttpRequest | None  # none in a preview
    portal: Portal
    language: str

    @property
    def office(self) -> str:
        """The key of the office."""
        return self.portal.office

    @property
    def addresses(self) -> Addresses:
        """The addresses of this portal in this language."""
        return self.portal.addresses(self.language)

    @cached_property
    def held(self) -> list[Room]:
        """What this portal shows in this language, by kind and section, with the figures in it."""
        return reading.rooms(self.office, self.language)

    @property
    def rooms(self) -> set[tuple[str, str]]:
        """The kinds and sections that have something to show in this language."""
        return {(room.kind, room.section) for room in self.held}

    def absolute(self, address: str) -> str:
        """An address with its host, for feeds, sitemaps and citations."""
        return self.request.build_absolute_uri(address) if self.request else address

    def asked(self, name: str) -> str:
        """A part of the query."""
        return self.request.GET.get(name, "") if self.request else ""


def public(view: Callable[Concatenate[Place, P], HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of the public site: it is given its place, and everything below speaks the place's language."""

    @wraps(view)
    def answer(request: HttpRequest, language: str, *args: P.args, **parts: P.kwargs) -> HttpResponse:
        portal = offices.at(str(parts.pop("portal", "")))
        if portal is None:
            raise Http404
        with translation.override(language):
            return view(Place(request, portal, language), *args, **parts)

    return answer
