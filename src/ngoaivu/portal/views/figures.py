"""Figures: all indicators, one of them, its series as a file, and the rows behind one value."""

import csv
import io
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ngoaivu.core.cells import safe
from ngoaivu.portal import reading
from ngoaivu.portal.addresses import key_of, kind_of
from ngoaivu.portal.articles import page_of, past, standing, versions
from ngoaivu.portal.citing import cited
from ngoaivu.portal.figures import Headline, big, points, shape
from ngoaivu.portal.frame import Link, Page, everywhere, show
from ngoaivu.portal.items import items
from ngoaivu.portal.notes import basis_words, behind, closed, counted, defined, divided, kind_words, named_part, stage_words
from ngoaivu.portal.place import Place, public
from ngoaivu.portal.quoting import own, sense, when
from ngoaivu.portal.wording import HEDGES, capital, day, number, say, written
from ngoaivu.publications.content import Edition as Content
from ngoaivu.publications.content import Fact, plain
from ngoaivu.publications.editions import Edition


@public
def everything(place: Place) -> HttpResponse:
    """All indicators with their latest values, by section in the order of the portal; what belongs to none comes last."""
    groups: dict[str, list[Headline]] = {}
    for row in reading.whole(place.office, ["series"]):
        if latest := big(place, row.content):
            groups.setdefault(row.section, []).append(latest)
    if not groups:
        raise Http404
    order = [one["key"] for one in place.portal.extra.get("sections", ()) if one["key"] in groups]
    named = [(say(place.portal.section(key)["name"], place.language), groups.pop(key)) for key in order]
    named += [(_("Across the fields") if named else "", [one for group in groups.values() for one in group])] if groups else []
    lead = _("Each name opens the definition, the values over time, the sources and the records behind them.")
    page = Page(title=pgettext("portal", "Figures"), room="series", lead=lead, versions=everywhere(place, "series"))
    return show(place, "figures.html", page, groups=named)


def series_of(place: Place, key: str, number: int = 0) -> Edition:
    """The edition of an indicator that has this language."""
    edition = reading.numbered(place.office, "series", key, number) if number else reading.keyed(place.office, "series", key)
    if edition is None or place.language not in edition.content["texts"]:
        raise Http404
    return edition


@public
def series(place: Place, key: str, number: int = 0) -> HttpResponse:
    """One indicator: its latest value, its course, its parts, its sources, where it is used."""
    edition = series_of(place, key, number)
    content = edition.content
    shaped = shape(place, content, edition.number)
    if shaped is None:
        raise Http404
    latest = content["extra"]["latest"]
    used = {(one["kind"], one["key"]) for one in content["extra"].get("where_used", ())}
    linked = reading.linked(place.office, place.language, content)
    beside = [one for one in linked if one.edition.kind == "series" and one.edition.key != key and one.edition.key.startswith(reading.family(key))]
    return show(
        place,
        "series.html",
        page_of(place, edition, content, number),
        status=410 if edition.withdrawn_at else 200,
        series=shaped,
        code=shaped.fact["code"],
        kind=kind_words(shaped.fact),
        stage=stage_words(shaped.fact["stage"]),
        basis=basis_words(shaped.fact),
        read_at=day(content["position"]["at"], place.language) if content["position"].get("at") else "",
        review=[(name, day(value, place.language) if value[:4].isdigit() else value) for name, value in shaped.review],
        rows=place.addresses.rows(shaped.fact["code"], "series", key, edition.number, latest),
        behind=behind(shaped.fact),
        data=place.addresses.room("series", key, place.addresses.room("data").rpartition("/")[2]),
        beside=sorted(items(place, beside), key=lambda one: one.title),
        used=items(place, [one for one in linked if (one.edition.kind, one.edition.key) in used]),
        past=past(place, edition, content),
        standing=standing(place, edition, content),
        citation=place.absolute(place.addresses.text("series", key, number=edition.number)),
        date=day(content["date"], place.language),
    )


@public
def data(place: Place, key: str) -> HttpResponse:
    """The series as comma-separated values: label, value, unit, qualifier, stage, basis, time, source."""
    content = series_of(place, key).content
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(column_heads())
    for _key, label, fact in points(content):
        source = "; ".join(one.text for one in cited(fact["sources"], place.portal, place.language))
        hedge = HEDGES[place.language].get(fact["qualifier"], "")
        told = [fact["unit"], hedge, stage_words(fact["stage"]), basis_words(fact), sense(fact["when"], place.language), source]
        writer.writerow([safe(say(label, place.language)), fact["value"], *map(safe, told)])
    name = f'attachment; filename="{key}.csv"'
    return HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8", headers={"Content-Disposition": name})


def column_heads() -> list[str]:
    """The heads of a series as a file, in the language of the page it is taken from."""
    return [
        pgettext("column", "label"),
        pgettext("column", "value"),
        pgettext("column", "unit"),
        pgettext("column", "qualifier"),
        pgettext("column", "stage"),
        pgettext("column", "basis"),
        pgettext("column", "when"),
        pgettext("column", "source"),
    ]


@public
def rows(place: Place, /, indicator: str, fact: str, **told_in: Any) -> HttpResponse:
    """The rows behind one value as one edition told it, or the sentence that says why they are not shown."""
    word, key, number = told_in["word"], told_in["key"], told_in["number"]
    edition = reading.numbered(place.office, kind_of(word, place.language), key, number)
    content = edition.content if edition else None
    told = content["facts"].get(fact) if content else None
    if edition is None or content is None or told is None or key_of(told["code"]) != indicator or edition.withdrawn_at:
        raise Http404
    page = Page(
        title=_("What stands behind a figure"),
        room="series",
        versions={language: place.portal.addresses(language).rows(told["code"], edition.kind, key, number, fact) for language in content["texts"]},
        crumbs=[Link(pgettext("portal", "Figures"), place.addresses.room("series"))],
        indexed=False,
    )
    return show(place, "rows.html", page, **_behind(place, edition, content, told))


def _behind(place: Place, edition: Edition, content: Content, fact: Fact) -> dict[str, Any]:
    language, text = place.language, content["texts"][place.language]
    amounts = {row["key"]: number(Decimal(row["amount"]), language) for row in fact["rows"]["shown"] if "amount" in row}
    shown = [
        {"title": say(row["title"], language), "when": when(row["when"], language), "amount": amounts.get(row["key"], "")}
        for row in fact["rows"]["shown"]
    ]
    return {
        "value": written(dict(fact), language, say(content["extra"].get("unit_words"), language)),
        "name": named_part(fact, language),
        "definition": defined(fact, language),
        "when": when(fact["when"], language),
        "own": own(fact["when"], language),
        "facts": [part for part in (kind_words(fact), stage_words(fact["stage"]), basis_words(fact)) if part],
        "territory": say(fact["territory_name"], language),
        "sources": cited(fact["sources"], place.portal, language),
        "remark": say(fact.get("note"), language),
        "counted": counted(fact),
        "divided": divided(fact, language),
        "measured": capital(say(fact.get("measured"), language)) if amounts else "",
        "shown": shown,
        "why_not": "" if fact["rows"]["count"] else say(fact["rows"].get("why_not"), language) or closed(fact),
        "unplaced": fact["unplaced"],
        "digest": fact.get("digest", "") if fact["rows"]["count"] else "",
        "told_in": Link(plain(text["title"]), versions(place, edition, content)[language]),
        "edition": edition.number,
        "read_at": day(content["position"]["at"], language) if content["position"].get("at") else "",
    }
