"""Reports: the list, one report as released, and its paper."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.utils.translation import pgettext

from ngoaivu.portal import reading
from ngoaivu.portal.articles import article as shaped
from ngoaivu.portal.articles import found, page_of
from ngoaivu.portal.frame import Page, everywhere, show
from ngoaivu.portal.items import items
from ngoaivu.portal.notes import Note
from ngoaivu.portal.place import Place, public
from ngoaivu.portal.quoting import when
from ngoaivu.portal.wording import day, say, written
from ngoaivu.publications.content import Edition as Content
from ngoaivu.publications.editions import Edition, Release
from ngoaivu.publications.papers import document
from ngoaivu.publications.rendering import DOCX

SIGNED_FOR = {"KT.": {"vi": "KT. {head}, {title}", "en": "For the {head}, {title}"}, "Q.": {"vi": "Q. {head}", "en": "Acting {head}"}}


@public
def everything(place: Place) -> HttpResponse:
    """All reports, newest first."""
    shown = items(place, reading.listed(place.office, place.language, ("report",)))
    if not shown:
        raise Http404
    return show(place, "reports.html", Page(title=pgettext("portal", "Reports"), room="report", versions=everywhere(place, "report")), items=shown)


@public
def report(place: Place, slug: str, number: int = 0) -> HttpResponse:
    """One report: its release, its key table, its headings, its notes."""
    edition = found(place, "report", slug, number)
    content = edition.content
    context = shaped(place, edition, content)
    context |= {"release": released(place, edition, content), "key_table": key_table(place, edition, content, context["notes"])}
    if content["extra"].get("paper") and edition.current and not edition.withdrawn_at:
        context["paper"] = place.addresses.room("report", slug, place.addresses.room("paper").rpartition("/")[2])
    status = 410 if edition.withdrawn_at else 200
    return show(place, "report.html", page_of(place, edition, content, number), status=status, **context)


@public
def paper(place: Place, slug: str) -> HttpResponse:
    """The released report as a paper after decree 30/2020, made from the same edition as its page."""
    edition = found(place, "report", slug)
    content, release = edition.content, release_of(edition)
    if edition.withdrawn_at or release is None or not content["extra"].get("paper"):
        raise Http404
    paper = document.build(content, place.language, draft=False, seal=release.digest)
    name = f'attachment; filename="{slug}-{edition.number}.docx"'
    return HttpResponse(paper, content_type=DOCX, headers={"Content-Disposition": name})


def released(place: Place, edition: Edition, content: Content) -> dict[str, Any]:
    """Who signed, when, under which number, and the digest that seals it."""
    told = content["extra"].get("release", {})
    signer = told.get("signer", {})
    sealed = release_of(edition)
    return {
        "number": told.get("number", ""),
        "date": day(told["date"], place.language) if told.get("date") else "",
        "read_at": day(content["position"]["at"], place.language) if content["position"].get("at") else "",
        "signer": signer.get("name", ""),
        "signer_title": signing(content, place.language),
        "drafted_by": told.get("drafted_by", ""),
        "approved_by": told.get("approved_by", ""),
        "digest": sealed.digest if sealed else "",
        "previous": sealed.previous if sealed else "",
    }


def signing(content: Content, language: str) -> str:
    """How the signer signs: for himself, as acting head, or for the head (decree 30/2020)."""
    signer = content["extra"].get("release", {}).get("signer", {})
    head = say(content["extra"].get("paper", {}).get("head_title"), language)
    title = say(signer.get("title"), language)
    manner = SIGNED_FOR.get(signer.get("prefix", ""))
    return manner[language].format(head=head, title=title) if manner and head else title


def release_of(edition: Edition) -> Release | None:
    """The release of an edition, fetched with it."""
    try:
        return edition.release
    except ObjectDoesNotExist:
        return None


def key_table(place: Place, edition: Edition, content: Content, notes: list[Note]) -> list[dict[str, Any]]:
    """The report's chief figures with their dates, each written as the text has it and leading to its rows."""
    told = {note.rows: note.value for note in notes if note.kind == "fact"}
    table = []
    for row in content["extra"].get("key_table", ()):
        fact = content["facts"][row["fact"]]
        address = place.addresses.rows(fact["code"], "report", content["key"], edition.number, row["fact"])
        value = told.get(address) or written(dict(fact), place.language)
        label = say(row.get("label") or fact["name"], place.language)
        table.append({"label": label, "value": value, "when": when(fact["when"], place.language), "address": address})
    return table
