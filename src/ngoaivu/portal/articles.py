"""Articles «bài»: everything a text's page shows, made from its edition: body, notes, related texts, history."""

import re
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext

from ngoaivu.portal import reading
from ngoaivu.portal.blocks import anchor, headings, pieces
from ngoaivu.portal.frame import Link, Page
from ngoaivu.portal.items import Item, item, kind_name
from ngoaivu.portal.lines import Lines
from ngoaivu.portal.notes import Telling, named, notes
from ngoaivu.portal.place import Place
from ngoaivu.portal.wording import dated, moment, say
from ngoaivu.publications.content import Edition as Content
from ngoaivu.publications.content import plain
from ngoaivu.publications.editions import Edition, EditionText

TERM = re.compile(r"nhiệm kỳ \d|\bterm \d")


def found(place: Place, kind: str, slug: str, number: int = 0) -> Edition:
    """The edition at an address: the current one, or the numbered one of the same text."""
    edition = reading.addressed(place.office, kind, place.language, slug)
    if edition and number and edition.number != number:
        edition = reading.numbered(place.office, kind, edition.key, number)
    if edition is None or place.language not in edition.content["texts"]:
        raise Http404
    return edition


def versions(place: Place, edition: Edition, content: Content, number: int = 0) -> dict[str, str]:
    """The same text in each language it has."""
    return {
        language: place.portal.address(language, edition.kind, text["slug"], edition.key, section=edition.section, number=number)
        for language, text in content["texts"].items()
    }


def page_of(place: Place, edition: Edition, content: Content, number: int = 0) -> Page:
    """What the text tells its frame."""
    text, addresses = content["texts"][place.language], place.addresses
    rooms = {
        "news": pgettext("portal", "News"),
        "report": pgettext("portal", "Reports"),
        "series": pgettext("portal", "Figures"),
        "procedure": pgettext("portal", "Procedures"),
    }
    crumbs = [Link(rooms[edition.kind], addresses.room(edition.kind))] if edition.kind in rooms else []
    if edition.kind == "news" and edition.section:
        section = place.portal.section(edition.section)
        crumbs.append(Link(say(section["name"], place.language), addresses.room("news", place.portal.section_slug(edition.section, place.language))))
    return Page(
        title=plain(text["title"]),
        room=edition.kind,
        lead=plain(text["lead"]),
        versions=versions(place, edition, content, number),
        crumbs=crumbs,
        indexed=edition.current and edition.withdrawn_at is None,
    )


def article(place: Place, edition: Edition, content: Content) -> dict[str, Any]:
    """The context of a text's page. Title and lead are numbered first, as they are read first."""
    text, lines = content["texts"][place.language], Lines()
    title, lead = tied(lines.html(text["title"])), lines.html(text["lead"])
    byline = lines.html(text["byline_runs"]) if "byline_runs" in text else text.get("byline", "")
    body = pieces(content, place.language, lines)
    linked = reading.linked(place.office, place.language, content)
    series = {one.edition.key for one in linked if one.edition.kind == "series"}
    return {
        "title": title,
        "lead": lead,
        "kicker": text.get("kicker", "") or above(place, edition),
        "byline": byline,
        "date": dated(content["date"], place.language),
        "published": moment(edition.published_at, place.language),
        "machine_date": content["date"],
        "number": edition.number,
        "body": body,
        "contents": headings(body),
        "notes": notes(Telling(place.portal, content, edition.number, place.language, series), lines),
        "named": named(content, place.language, lines, traced(place, edition, lines)),
        "related": related(place, content, linked),
        "past": past(place, edition, content),
        "standing": standing(place, edition, content),
    }


def traced(place: Place, edition: Edition, lines: Lines) -> dict[str, str]:
    """Where the page from the article to the system tells of the records named here; on that page itself, nowhere else."""
    if edition.kind == "trace" or ("trace", "") not in place.rooms:
        return {}
    return {key: f"{place.addresses.room('trace')}#{anchor(key)}" for key in lines.records}


def tied(title: SafeString) -> SafeString:
    """A title whose term is not torn from its years at the end of a line."""
    return mark_safe(TERM.sub(lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), title))  # escaped already, only spaces change


def above(place: Place, edition: Edition) -> str:
    """The line above a title that names no other: the section of a news item, else the kind of text."""
    if edition.kind == "news" and edition.section:
        return say(place.portal.section(edition.section)["name"], place.language)
    return kind_name(edition.kind) if edition.kind in ("report", "procedure") else ""


def related(place: Place, content: Content, linked: list[EditionText]) -> list[Item]:
    """What belongs to the text, each with its reason; without a reason it is not shown."""
    texts = {(one.edition.kind, one.edition.key): one for one in linked}
    chosen = [(texts.get((one["kind"], one["key"])), say(one.get("why"), place.language)) for one in content["related"]]
    return [item(place, text, why) for text, why in chosen if text and why]


@dataclass(frozen=True)
class Past:
    """One edition of a text in its history."""

    number: int
    date: str
    address: str
    shown: bool
    withdrawn: str


def past(place: Place, edition: Edition, content: Content) -> list[Past]:
    """The history of a text, when it has more than one edition."""
    rows = list(reading.history(edition))
    slug = content["texts"][place.language]["slug"]
    return (
        [
            Past(
                number=row.number,
                date=moment(row.published_at, place.language),
                address=place.portal.address(place.language, row.kind, slug, row.key, section=row.section, number=0 if row.current else row.number),
                shown=row.number == edition.number,
                withdrawn=row.withdrawn_why if row.withdrawn_at else "",
            )
            for row in rows
        ]
        if len(rows) > 1
        else []
    )


@dataclass(frozen=True)
class Standing:
    """Why a reader should look twice: this edition is not the current one, or it was withdrawn."""

    older: bool = False
    draft: bool = False
    withdrawn_on: str = ""
    withdrawn_why: str = ""
    current: str = ""
    digest: str = ""


def standing(place: Place, edition: Edition, content: Content) -> Standing | None:
    """The notice above the text, if one is due."""
    if edition.withdrawn_at:
        on = moment(edition.withdrawn_at, place.language)
        return Standing(withdrawn_on=on, withdrawn_why=edition.withdrawn_why, digest=edition.digest)
    if not edition.current:
        return Standing(older=True, current=versions(place, edition, content)[place.language])
    return None
