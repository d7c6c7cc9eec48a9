"""Figures «số liệu»: an indicator's page made from the edition of its series."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from ngoaivu.portal import reading
from ngoaivu.portal.charts import Chart, Point, chart, stem
from ngoaivu.portal.citing import Cited, cited
from ngoaivu.portal.notes import defined, stage_words
from ngoaivu.portal.place import Place
from ngoaivu.portal.quoting import brief, own, sense, when
from ngoaivu.portal.wording import CURRENCIES, HEDGES, SCALES, amount, capital, number, of_fact, say, scale_for, scale_of, split, written
from ngoaivu.publications.content import Edition as Content
from ngoaivu.publications.content import Fact, plain

OPEN = ("estimate", "preliminary")  # stages after which another value is to come
STRIP = 4
MOST_SCALE = max(SCALES["vi"])
FEW = 20  # where a count of a series is below this, all change by so many, not by so many per cent
LAW = re.compile(r"\d+(/\d{4})?[-/](NĐ|QĐ|QH|TW|KL|TT)")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Headline:
    """A figure large, with what it counts, when, from where, and the page it leads to."""

    hedge: str
    digits: str
    sign: str  # behind the digits, off the dot: "%"
    words: str
    name: str
    when: str
    brief: str
    stage: str
    source: str
    address: str


def own_words(content: Content, language: str) -> str:
    """The indicator's own words for its unit."""
    return say(content["extra"].get("unit_words"), language)


def big(place: Place, content: Content, year: str = "") -> Headline | None:
    """The value of a series for a year, if one is asked and there is one, else the latest."""
    of_year = [fact for _key, _label, fact in points(content) if year and year in fact["when"]["vi"]]
    fact = of_year[-1] if of_year else content["facts"].get(content["extra"].get("latest", ""))
    text = content["texts"].get(place.language)
    if fact is None or text is None:
        return None
    digits, words = of_fact(dict(fact), place.language, own_words(content, place.language))
    return Headline(
        hedge=HEDGES[place.language].get(fact["qualifier"], ""),
        digits=split(digits)[0],
        sign=split(digits)[1],
        words=words,
        name=plain(text["title"]),
        when=when(fact["when"], place.language),
        brief=brief(fact["when"], place.language),
        stage=stage_words(fact["stage"]),
        source="; ".join(one.text for one in cited(fact["sources"][:1], place.portal, place.language)),
        address=place.addresses.text("series", content["key"]),
    )


def headline(place: Place) -> list[Headline]:
    """The strip of the first page: the figures the office names, else the first it has."""
    named = place.portal.extra.get("figures", [])
    rows = reading.whole(place.office, ["series"])
    rows = rows.filter(key__in=[key.replace(".", "-") for key in named]) if named else rows[:STRIP]
    order = {key.replace(".", "-"): spot for spot, key in enumerate(named)}
    chosen = sorted(rows, key=lambda row: order.get(row.key, 0))
    return [one for row in chosen[:STRIP] if (one := big(place, row.content))]


@dataclass(frozen=True)
class Row:
    """A point of the series in its table."""

    label: str
    value: str
    change: str
    stage: str
    unplaced: str
    address: str


@dataclass(frozen=True)
class Part:
    """A member of a breakdown."""

    label: str
    value: str
    share: str
    stem: str
    address: str


@dataclass(frozen=True)
class Breakdown:
    """A series taken apart by one property."""

    name: str
    parts: list[Part]
    shared: bool


@dataclass(frozen=True)
class Series:
    """Everything a page of an indicator shows besides its frame."""

    big: Headline
    fact: Fact
    definition: str
    aliases: list[str]
    chart: Chart | None
    summary: str
    rows: list[Row]
    changes: bool
    stages: bool
    unplaced: bool
    scale_words: str
    breakdowns: list[Breakdown]
    sources: list[Cited]
    own: str
    remark: str
    review: list[tuple[str, str]] = field(default_factory=list)


def points(content: Content) -> list[tuple[str, dict[str, str], Fact]]:
    """The points of a series: the key of the fact, its label, the fact."""
    return [(one["fact"], one["label"], content["facts"][one["fact"]]) for one in content["extra"].get("points", ())]


def shape(place: Place, content: Content, edition_number: int) -> Series | None:
    """A series shaped for its page; nothing when it has no value to show."""
    latest = big(place, content)
    if latest is None:
        return None
    fact, language = content["facts"][content["extra"]["latest"]], place.language
    told = points(content)
    table = _rows(place, content, edition_number)
    scale = _scale([one for _key, _label, one in told], language)
    names = short([sense(label, language) for _key, label, _one in told])
    drawn = [_point(name, one, language, scale) for name, (_key, _label, one) in zip(names, told, strict=True)]
    return Series(
        big=latest,
        fact=fact,
        definition=defined(fact, language),
        aliases=list(content["extra"].get("aliases", {}).get(language, [])),
        chart=chart(drawn, stems=fact["kind"] == "flow") if len(drawn) > 1 else None,
        summary="; ".join(f"{one.label}: {one.written}" for one in drawn),
        rows=table if len(table) > 1 else [],
        changes=any(row.change for row in table),
        stages=any(row.stage for row in table),
        unplaced=any(row.unplaced for row in table),
        scale_words=" ".join(filter(None, (SCALES[language].get(scale, ""), CURRENCIES[language].get(fact["unit"], own_words(content, language))))),
        breakdowns=[_breakdown(place, content, one, edition_number) for one in content["extra"].get("breakdowns", ())],
        sources=cited(fact["sources"], place.portal, language),
        own=own(fact["when"], language),
        remark=say(fact.get("note"), language),
        review=_review(content, language),
    )


def short(labels: list[str]) -> list[str]:
    """Labels for the foot of a chart: their years, where these tell them apart."""
    years = [found[-1] if (found := YEAR.findall(label)) else label for label in labels]
    return years if len(set(years)) == len(labels) else labels


def _scale(facts: list[Fact], language: str) -> int:
    """One scale for all values of a series in money; none for what is counted."""
    money = bool(facts) and facts[0]["unit"] in CURRENCIES[language]
    return scale_for([Decimal(fact["value"]) for fact in facts]) if money else 0


def _point(label: str, fact: Fact, language: str, scale: int) -> Point:
    value = Decimal(fact["value"])
    shown = amount(fact["value"], fact["unit"], language)[0] if fact["kind"] == "share" else number(value.scaleb(-scale), language)
    return Point(value, shown, label, fact["stage"] not in OPEN)


def _rows(place: Place, content: Content, edition_number: int) -> list[Row]:
    """The table behind the chart; a change is told between neighbours that are both final, and never of a share."""
    told, language, words = points(content), place.language, own_words(content, place.language)
    scale = _scale([fact for _key, _label, fact in told], language)
    changes = ["", *told_changes([fact for _key, _label, fact in told], language, words)]
    return [
        Row(
            when(label, language),
            written(dict(fact), language, words, scale),
            change,
            stage_words(fact["stage"]),
            number(Decimal(fact["unplaced"]), language) if fact["unplaced"] and fact["kind"] == "flow" else "",
            place.addresses.rows(fact["code"], "series", content["key"], edition_number, key),
        )
        for (key, label, fact), change in zip(told, changes, strict=True)
    ]


def told_changes(facts: list[Fact], language: str, words: str) -> list[str]:
    """The change from each value to the next, all in per cent or, where one of the counts is small, all in what is counted."""
    counted = any(fact["unit"] not in CURRENCIES[language] and Decimal(fact["value"]) < FEW for fact in facts)
    return [_change(one, two, language, words if counted else "%") for one, two in pairwise(facts)]


def _change(before: Fact, after: Fact, language: str, words: str) -> str:
    was, now = Decimal(before["value"]), Decimal(after["value"])
    if after["kind"] == "share" or not was or after["stage"] in OPEN or before["stage"] in OPEN:
        return ""
    change = ((now - was) / was * 100).quantize(Decimal("0.1")) if words == "%" else now - was
    sign = "+" if change > 0 else "−" if change < 0 else ""
    return f"{sign}{number(abs(change), language)}{'' if words == '%' else ' '}{words}".rstrip()


def _breakdown(place: Place, content: Content, told: dict[str, Any], edition_number: int) -> Breakdown:
    language = place.language
    facts = [(one, content["facts"][one["fact"]]) for one in told["members"]]
    facts.sort(key=lambda pair: -Decimal(pair[1]["value"]))
    values = [Decimal(fact["value"]) for _one, fact in facts]
    whole = content["facts"][content["extra"]["latest"]]  # the parts are written to the scale of the whole, where it takes one
    scale = min(_scale([fact for _one, fact in facts], language), scale_of(Decimal(whole["value"])) or MOST_SCALE)
    total, most = sum(values), max(values, default=Decimal(0))
    shared = bool(total) and all(fact["kind"] != "share" for _one, fact in facts)
    parts = [
        Part(
            say(one["label"], language),
            amount(fact["value"], fact["unit"], language)[0]
            if fact["unit"] not in CURRENCIES[language]
            else written(dict(fact), language, scale=scale),
            f"{number((value / total * 100).quantize(Decimal('0.1')), language)}%" if shared else "",
            stem(value, most),
            place.addresses.rows(fact["code"], "series", content["key"], edition_number, one["fact"]),
        )
        for (one, fact), value in zip(facts, values, strict=True)
    ]
    return Breakdown(capital(say(told["name"], language)), parts, shared)


def _review(content: Content, language: str) -> list[tuple[str, str]]:
    """Who wrote the definition and when it is read again; days are written by the page."""
    told = content["extra"].get("review", {})
    law = LAW.search(say(told.get("basis"), language))
    basis = (
        _("Legal basis of the definition, in force") if law else _("Basis of the definition")
    )  # the definition's of today, whatever years its values are of
    names = {
        "author": _("Definition written by"),
        "basis": basis,
        "reviewed_on": _("Definition last reviewed on"),
        "next_review": _("Definition to be reviewed again by"),
    }
    return [(names[key], say(told[key], language)) for key in names if told.get(key)]
