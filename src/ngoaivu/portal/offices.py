"""Offices with a portal «cơ quan có cổng»: known to the public site by their own edition of kind `office` only."""

from dataclasses import dataclass
from typing import Any

from ngoaivu.portal.addresses import Addresses
from ngoaivu.portal.wording import say
from ngoaivu.publications.content import Edition as Content
from ngoaivu.publications.editions import Edition


@dataclass(frozen=True)
class Portal:
    """The portal of one office, as its current edition describes it."""

    office: str
    path: str
    content: Content

    @property
    def extra(self) -> dict[str, Any]:
        """Name, address, officials, sections, links: what the office says of itself."""
        return self.content["extra"]

    def addresses(self, language: str) -> Addresses:
        """Where its pages stand in one language."""
        return Addresses(self.path, language)

    def section(self, key: str) -> dict[str, Any]:
        """A section by its key; one the office does not describe has its key for a name."""
        return next((one for one in self.extra.get("sections", ()) if one["key"] == key), {"key": key, "name": key})

    def section_slug(self, key: str, language: str) -> str:
        """The address part of a section."""
        return say(self.section(key).get("slug", key), language)

    def section_of(self, slug: str, language: str) -> dict[str, Any] | None:
        """The section an address part names."""
        sections = self.extra.get("sections", ())
        return next((one for one in sections if self.section_slug(one["key"], language) == slug), None)

    def address(self, language: str, kind: str, slug: str, key: str, *, section: str = "", number: int = 0) -> str:
        """Where a text stands: a series by its key, everything else by its address part in the language."""
        name = key if kind == "series" else slug
        return self.addresses(language).text(kind, name, self.section_slug(section, language) if section else "", number)


def portals() -> list[Portal]:
    """Every office that has published itself; one statement."""
    rows = Edition.objects.filter(kind="office", current=True, withdrawn_at=None).order_by("office")
    return [Portal(row.office, row.content["extra"].get("path", ""), row.content) for row in rows]


def at(path: str) -> Portal | None:
    """The portal at a path, if an office has one there."""
    return next((portal for portal in portals() if portal.path == path), None)
