"""What becomes of each data file: one function a room, each taking the shelf and an open change.

Where the article says that something was so at its writing and not since when, the start lies no later than the end of
that time. Where it speaks of several things in one word, the record says so in its note.
"""

from typing import Any

from ngoaivu.core.changes import Writer
from ngoaivu.core.models import Territory
from ngoaivu.core.period import ImpreciseDate
from ngoaivu.demonstration.article.reading import Entry, read, running_by, time_of
from ngoaivu.demonstration.article.shelf import Shelf
from ngoaivu.documents.models import DocumentKind, SourceDocument
from ngoaivu.registry.agreements.models import Agreement
from ngoaivu.registry.community.models import Association
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.events.models import Event, EventCountry, EventSeries
from ngoaivu.registry.partners.models import LearnedModel, Partner, Relationship

WRITTEN = "2020"
SEVERAL = "Nguồn nói đến nhiều hoạt động mà không nêu số; bản ghi này không phải là một hoạt động đơn lẻ."


def _country(code: str) -> Territory:
    return Territory.objects.get(key=code.lower())


def _days(start: ImpreciseDate, end: ImpreciseDate | None = None) -> dict[str, Any]:
    days: dict[str, Any] = {"start_earliest": start.earliest, "start_latest": start.latest}
    return days | ({"end_earliest": end.earliest, "end_latest": end.latest} if end else {})


def documents(shelf: Shelf, writer: Writer) -> None:
    """The article itself: a web page without a date, written in 2020 by what it tells."""
    [entry] = read("documents")["document"]
    written = time_of(entry["written"])
    row = SourceDocument(
        office=shelf.office,
        level=entry["level"],
        kind=DocumentKind.ARTICLE,
        title_vi=entry["vi"],
        title_en=entry["en"],
        issuer_vi=f"{entry['publisher_vi']}, {entry['author']}",
        issuer_en=f"{entry['publisher_en']}, {entry['author']}",
        issued_from=written.earliest,
        issued_to=written.latest,
    )
    shelf.document = shelf.put(writer, row, title_vi=entry["vi"])


def partners(shelf: Shelf, writer: Writer) -> None:
    """Partners named, the relationship with each, and what was learned from abroad."""
    table = read("partners")
    for entry in table["partner"]:
        partner = shelf.record(writer, Partner, entry, kind=entry["kind"], country=_country(entry["country"]), when_words="")
        former = entry["relationship"] == "former"
        tie = {"key": f"quan-he-{entry['key']}", "vi": f"Quan hệ hợp tác với {entry['vi']}", "en": f"Cooperation with {entry['en']}"}
        end = running_by(WRITTEN) if former else None
        shelf.record(
            writer, Relationship, entry | tie, partner=partner, kind=entry["relation"], state=entry["relationship"], **_days(running_by(WRITTEN), end)
        )
    for entry in table["model"]:
        _learned_model(shelf, writer, entry)


def _learned_model(shelf: Shelf, writer: Writer, entry: Entry) -> None:
    place = Territory.objects.get(key=entry["at"]) if "at" in entry else None
    learned = entry.get("learned_vi") or entry.get("learned_from_vi") or entry.get("source_words", "")
    shelf.record(
        writer,
        LearnedModel,
        entry,
        country=_country(entry["country"]) if entry["country"] else None,
        place_vi=place.name_vi if place else "",
        place_en=place.name_en if place else "",
        note=learned,
        **_days(running_by(entry["as_of"])),
    )


def agreements(shelf: Shelf, writer: Writer) -> None:
    """The domestic agreement and the civil contracts: neither is an international agreement."""
    places = {entry["key"]: entry for entry in read("places")["place"]}
    for entry in read("agreements")["agreement"]:
        [other] = [places[key] for key in entry["parties"] if key in places and key != shelf.office.territory.key] or [None]
        partner = shelf.record(writer, Partner, other | {"place": entry["place"]}, kind="domestic", country=_country("vn")) if other else None
        start = running_by(entry["in_force_at"]) if entry["signed"] == "~" else time_of(entry["signed"])
        shelf.record(
            writer,
            Agreement,
            entry,
            kind=entry["kind"],
            form=entry["form"],
            partner=partner,
            **_days(start),
            collective=entry["collective"],
            note=entry.get("note_vi", ""),
        )


def delegations(shelf: Shelf, writer: Writer) -> None:
    """Two domestic missions; the eight hundred foreign ones are a figure and no record."""
    bodies = {entry["key"]: entry["vi"] for entry in read("office")["body"]}
    for entry in read("delegations")["delegation"]:
        same = {name: entry[name] for name in ("direction", "origin", "channel", "rank", "purpose", "state")}
        when = time_of(entry["when"])
        shelf.record(
            writer,
            Delegation,
            entry,
            **same,
            country=_country("vn"),
            head_vi=f"{entry['leader']}, {entry['post_vi']}",
            host_vi=", ".join(bodies[key] for key in entry.get("hosts", [])),
            **_days(when, when),
        )


def events(shelf: Shelf, writer: Writer) -> None:
    """Events named and the yearly series, with the countries that took part."""
    table, places = read("events"), {entry["key"]: entry for entry in read("places")["place"]}
    organisers = {entry["key"]: entry for entry in read("community")["body"]}
    for entry in table["event"]:
        helper = organisers.get(entry.get("co_organiser", ""))
        partner = shelf.record(writer, Partner, helper, kind="domestic", country=_country("vn")) if helper else None
        countries = [_country(code) for code in entry["countries"]]
        place = places.get(entry.get("at", ""), {})
        when = time_of(entry["when"])
        event = shelf.record(
            writer,
            Event,
            entry,
            **{name: entry[name] for name in ("kind", "field", "state")},
            partner=partner,
            country=countries[0] if len(countries) == 1 else None,
            place_vi=place.get("vi", ""),
            place_en=place.get("en", ""),
            collective=entry["collective"],
            note=SEVERAL if entry["collective"] else entry.get("theme_vi") or entry.get("note_vi", ""),
            **_days(when, when),
        )
        for country in countries if len(countries) > 1 else []:
            named = {"key": f"{entry['key']}-{country.key}", "vi": country.name_vi, "en": country.name_en}
            shelf.record(writer, EventCountry, entry | named, event=event, country=country, **_days(when, when))
    for entry in table["series"]:
        shelf.record(writer, EventSeries, entry, **_days(running_by(entry["when"].rstrip("."))))


def community(shelf: Shelf, writer: Writer) -> None:
    """The one association named; the enterprises and the other associations are figures."""
    for entry in read("community")["association"]:
        shelf.record(writer, Association, entry, kind=entry["kind"], **_days(running_by(entry["as_of"])))
