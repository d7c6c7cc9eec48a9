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
    room: str = ""  # where the label leads, if it is a field


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
        room=field_of(place, edition.section, language) if edition.kind == "news" else "",
        date=dated(edition.date, place.language),
        machine_date=edition.date,
        lead=text.lead,
        why=why,
        language=language if language != place.language else "",
    )


def field_of(place: Place, key: str, language: str) -> str:
    """Where the news of a field stands; nothing for one the office does not describe, which has no page."""
    described = any(one["key"] == key for one in place.portal.extra.get("sections", ()))
    return place.portal.addresses(language).room("news", place.portal.section_slug(key, language)) if described else ""


def items(place: Place, texts: Iterable[EditionText]) -> list[Item]:
    """A list of them."""
    return [item(place, text) for text in texts]
