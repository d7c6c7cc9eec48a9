"""Preview «xem trước»: a content that is not published yet, in the very templates the public will see.

The desk calls this behind its log-in; nothing is stored, and a draft says that it is one.
"""

from dataclasses import dataclass

from django.http import Http404
from django.utils import timezone, translation

from ngoaivu.portal import offices
from ngoaivu.portal.addresses import Addresses
from ngoaivu.portal.articles import Standing, article, page_of
from ngoaivu.portal.frame import show
from ngoaivu.portal.offices import Portal
from ngoaivu.portal.place import Place
from ngoaivu.portal.views.reports import key_table, released
from ngoaivu.publications.content import Edition as Content
from ngoaivu.publications.content import canonical
from ngoaivu.publications.editions import Edition
from ngoaivu.publications.rendering import Doors


@dataclass(frozen=True)
class Inside(Addresses):
    """The addresses of a preview: the text itself and what stands behind its figures are at the desk, everything else is public."""

    content: Content
    doors: Doors

    def text(self, kind: str, slug: str, section: str = "", number: int = 0) -> str:
        """The preview of this very text, or a published one."""
        texts = self.content["texts"]
        own = kind == self.content["kind"] and self.language in texts and slug == texts[self.language]["slug"]
        return self.doors.text(self.language) if own else super().text(kind, slug, section, number)

    def rows(self, code: str, kind: str, key: str, number: int, fact: str) -> str:
        """The rows as the desk shows them."""
        return self.doors.rows(fact)


@dataclass(frozen=True)
class Previewed(Portal):
    """A portal one of whose texts is previewed."""

    previewed: Content
    doors: Doors

    def addresses(self, language: str) -> Addresses:
        """Where its pages stand, and where the previewed one leads."""
        return Inside(self.path, language, self.previewed, self.doors)


def address(content: Content, language: str) -> str:
    """Where readers find a published content; empty when its office has no portal yet."""
    portal = next((one for one in offices.portals() if one.office == content["office"]), None)
    if portal is None or language not in content["texts"]:
        return ""
    return portal.addresses(language).text(content["kind"], content["texts"][language]["slug"], content["section"])


def page(content: Content, language: str, draft: bool, doors: Doors | None = None) -> str:
    """The page of a content in one language. Http404 when its office has no portal yet or the language is not in it."""
    portal = next((one for one in offices.portals() if one.office == content["office"]), None)
    if portal is None or language not in content["texts"]:
        raise Http404
    if doors:
        portal = Previewed(portal.office, portal.path, portal.content, content, doors)
    edition = Edition(
        office=content["office"],
        kind=content["kind"],
        key=content["key"],
        section=content["section"],
        date=content["date"],
        text=canonical(content),
        published_at=timezone.now(),
        number=1,
    )
    with translation.override(language):
        place = Place(None, portal, language)
        context = article(place, edition, content) | {"standing": Standing(draft=draft)}
        if content["kind"] == "report":
            told = released(place, edition, content)
            context |= {"release": told | {"planned": draft}, "key_table": key_table(place, edition, content, context["notes"])}
        template = "report.html" if content["kind"] == "report" else "article.html"
        return show(place, template, page_of(place, edition, content), **context).content.decode()
