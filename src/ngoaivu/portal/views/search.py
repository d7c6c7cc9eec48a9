"""Search: words with or without diacritics, or a number."""

import re
from collections import Counter
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ngoaivu.portal import excerpts, finding, nearby, reading
from ngoaivu.portal.addresses import LANGUAGES, OWN_NAMES
from ngoaivu.portal.figures import Headline, big
from ngoaivu.portal.finding import Counts, Query
from ngoaivu.portal.frame import Link, Page, everywhere, show
from ngoaivu.portal.items import item, kind_name
from ngoaivu.portal.notes import stage_words
from ngoaivu.portal.place import Place, public
from ngoaivu.portal.quoting import when
from ngoaivu.portal.wording import capital, say, written

AT_ONCE = 20
YEARS = r"(?<![\d.,])(?:19|20)\d\d(?![\d.,])"  # a year typed is no value
FACTS = 6
SINGLE = 10  # whole numbers below this have one digit


@public
def search(place: Place) -> HttpResponse:
    """The hits of a query, those facts first whose number was asked for."""
    told = {name: place.asked(name) for name in ("q", "kind", "section", "year", "page")}
    query = finding.asked(told["q"], told["kind"], told["section"], told["year"], place.language)
    same = f"?{urlencode({'q': query.text})}" if query.text else ""
    versions = {language: address + same for language, address in everywhere(place, "search").items()}
    page = Page(title=_("Search"), room="search", versions=versions, indexed=False)
    if not query.words:
        return show(place, "search.html", page, query=query)
    every = finding.matching(place.office, place.language, query)
    counts = finding.counted(every)
    typed = query
    if query.marked and not counts.groups:  # marks left out here and there, or set otherwise than in our texts
        query = replace(query, spelt=False)
        every = finding.matching(place.office, place.language, query)
        counts = finding.counted(every)
    paginator = Paginator(finding.ranked(finding.narrowed(every, query), query), AT_ONCE)
    paginator.count = counts.left(query)  # known already: the filters counted it
    pages = paginator.get_page(told["page"])
    found = list(pages) if paginator.count else []
    latest = values(place, [row.edition_id for row in found if row.edition.kind == "series"], query.year or next(iter(query.years), ""))
    hits = [hit(place, row, query) | {"value": latest.get(row.edition_id)} for row in found]
    facts = known(place, query)
    context: dict[str, Any] = {"query": query, "pages": pages, "hits": hits, "facts": facts, "filters": filters(place, counts, query)}
    if not hits and not facts:
        context |= instead(place, query, typed)
    context["narrowed"] = bool(query.kind or query.section or query.year)
    context["kept"] = urlencode({"q": query.text, "kind": query.kind, "section": query.section, "year": query.year})
    return show(place, "search.html", page, **context)


def hit(place: Place, row: Any, query: Query) -> dict[str, Any]:
    """A text found, with its title and one sentence marked."""
    body = "" if row.edition.kind == "trace" else row.words  # cells of a table: out of their row they tell nothing
    marks = excerpts.Marks(query.meant, f"{row.title}\n{row.lead}\n{body}")
    return {
        "item": item(place, row),
        "title": marks.marked(row.title),
        "dated": row.edition.kind not in finding.UNDATED,
        "sentence": marks.marked(excerpts.excerpt(row.lead, body, marks)),
    }


def values(place: Place, editions: list[int], year: str) -> dict[int, Headline]:
    """The value of each indicator found for the year asked, else its latest; one statement, none where there is no indicator."""
    rows = reading.whole(place.office, ["series"]).filter(pk__in=editions) if editions else []
    return {row.pk: value for row in rows if (value := big(place, row.content, year))}


def known(place: Place, query: Query) -> list[dict[str, str]]:
    """The facts with the number asked for; a single digit among words asks for none."""
    told = finding.numbers(re.sub(YEARS, " ", query.undated), place.language)
    found = finding.facts(place.office, [one for one in told if one >= SINGLE or one % 1 or len(query.words) == 1])
    return [
        {
            "value": written(dict(fact), place.language, say(edition.content["extra"].get("unit_words"), place.language)),
            "name": say(fact["name"], place.language),
            "definition": capital(say(fact["definition"], place.language)),
            "when": when(fact["when"], place.language),
            "stage": stage_words(fact["stage"]),
            "address": place.addresses.rows(fact["code"], edition.kind, edition.key, edition.number, key),
        }
        for edition, key, fact in found[:FACTS]
        if place.language in edition.content["texts"]
    ]


def filters(place: Place, counts: Counts, query: Query) -> list[dict[str, Any]]:
    """Ways to narrow the hits, each with what it would leave; a choice of one is no choice and is not offered."""
    years = Counter(dict(sorted(counts.by(2).items(), reverse=True)))

    def section_name(key: str) -> str:
        return say(place.portal.section(key)["name"], place.language)

    described = {one["key"] for one in place.portal.extra.get("sections", ())}  # reports keep a section of their own that no list shows
    sections = Counter({key: count for key, count in counts.by(1).items() if key in described})

    return [
        made
        for made in (
            choice("kind", pgettext("filter", "Kind"), counts.by(0), query.kind, kind_name),
            choice("section", pgettext("filter", "Field"), sections, query.section, section_name),
            choice("year", pgettext("filter", "Year"), years, query.year, str),
        )
        if len(made["options"]) > 1
    ]


def choice(name: str, title: str, counts: Counter[str], chosen: str, words: Any) -> dict[str, Any]:
    """One filter: its field, its title, its options with their counts."""
    options = [{"value": value, "name": words(value), "count": count, "chosen": value == chosen} for value, count in counts.items()]
    return {"name": name, "title": title, "options": options}


def instead(place: Place, query: Query, typed: Query) -> dict[str, Any]:
    """What is offered when nothing was found: another spelling, texts with most of the words as they were typed, what the other languages have."""
    spelling = nearby.respelt(place.office, place.language, query)
    return {
        "spelling": Link(spelling, f"?{urlencode({'q': spelling})}") if spelling else None,
        "most": [hit(place, row, typed) for row in nearby.most_words(place.office, place.language, typed)],
        "elsewhere": elsewhere(place, query),
    }


def elsewhere(place: Place, query: Query) -> list[dict[str, Any]]:
    """What the other languages have, when this one has nothing."""
    return [
        {"name": OWN_NAMES[language], "language": language, "items": [item(place, row) for row in rows]}
        for language in LANGUAGES
        if language != place.language and (rows := list(finding.matching(place.office, language, query)[:AT_ONCE]))
    ]
