"""Items «mục tin»: a published text as it stands in a list: title, address, kind, day, and why it is there."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ngoaivu.portal.place import Place
from ngoaivu.portal.wording import dated, say
from ngoaivu.publications.editions import EditionText


@dataclass(frozen=True)
class Item:
    """One line of a list."""

    title: str
    address: str
    label: str
    date: str
    machine_date: str
    lead: str = ""
    why: str = ""
    language: str = ""


def kind_name(kind: str) -> str:
    """What a reader calls a kind of text."""
    names = {
        "news": pgettext("portal", "News"),
        "report": pgettext("portal", "Report"),
        "series": _("Indicator"),
        "procedure": pgettext("portal", "Procedure"),
        "page": pgettext("kind of text", "Page"),
        "trace": _("From the article to the system"),
        "office": _("The office"),
    }
    return names.get(kind, "")


def item(place: Place, text: EditionText, why: str = "") -> Item:
    """A text of an edition as an item; news is labelled with its section."""
    edition, language = text.edition, text.language
    section = say(place.portal.section(edition.section)["name"], place.language) if edition.section else ""
    return Item(
        title=text.title,
        address=place.portal.address(language, edition.kind, text.slug, edition.key, section=edition.section),
        label=section if edition.kind == "news" and section else kind_name(edition.kind),
        date=dated(edition.date, place.language),
        machine_date=edition.date,
        lead=text.lead,
        why=why,
        language=language if language != place.language else "",
    )


def items(place: Place, texts: Iterable[EditionText]) -> list[Item]:
    """A list of them."""
    return [item(place, text) for text in texts]
