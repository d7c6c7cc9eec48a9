"""Citing «dẫn nguồn»: a source as a reader sees it, leading to the sentence of the article the portal was told from, where it is that one."""

import re
from dataclasses import dataclass

from ngoaivu.core.vietnamese import fold
from ngoaivu.portal.offices import Portal
from ngoaivu.portal.wording import say
from ngoaivu.publications.content import Source, Words


@dataclass(frozen=True)
class Cited:
    """A source as a reader sees it."""

    text: str
    address: str


def cited(sources: list[Source], portal: Portal, language: str) -> list[Cited]:
    """Where a fact comes from: document and place, with the way there if this portal or another site has one."""
    return [
        Cited(
            ", ".join(part for part in (say(one["document"], language), say(one["place"], language)) if part),
            one.get("address", "") or _traced(one, portal, language),
        )
        for one in sources
    ]


def _traced(source: Source, portal: Portal, language: str) -> str:
    """The place on the page from the article to the system, for a source that is this article."""
    if portal.extra.get("traced") != source["document"]:
        return ""
    return f"{portal.addresses(language).room('trace')}#{spot(source['place'])}"


def spot(place: Words) -> str:
    """A place in a document as a place in a page, the same in every language: «mục 4, câu 8» gives «muc-4-cau-8»."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(say(place, "vi"))))
