"""Makes facts: from an observation received, from a computed value, from the two parts of a share."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from django.utils.translation import gettext as _

from ngoaivu.core import addresses, money, windows
from ngoaivu.core.period import Calendar
from ngoaivu.core.windows import Use
from ngoaivu.indicators import received as observed
from ngoaivu.indicators import times
from ngoaivu.indicators.answers import Fact, Missing, Source, both, worded
from ngoaivu.indicators.definition import Definition, Words
from ngoaivu.indicators.engine import Value
from ngoaivu.indicators.resolving import Asked

SHARE_PLACES = Decimal("0.000001")


def counted(asked: Asked, value: Value, *, revision: int, known_on: date, registry: Source) -> Fact:
    """The fact of a computed value; Missing where rows are there and none of them gives the number."""
    rule = asked.definition
    if value.count and value.unknown == value.count:
        raise Missing(
            lambda: _("%(code)s cannot be given: none of the records counted gives the number (%(count)d in all).") % _named(rule, value.count)
        )
    amount, decimals = _amount(rule, value.value)
    return _fact(
        asked, amount, revision,
        decimals=decimals, basis="computed", sources=(registry,), count=value.count, unplaced=value.unplaced,
        as_of=min(asked.last, known_on), notes=(*asked.notes, *_caveats(rule, value)),
    )  # fmt: skip


def divided(asked: Asked, above: Fact, below: Fact) -> Fact:
    """The fact of a computed share with its two parts; Missing where there is nothing to divide by."""
    if not below.value:
        raise Missing(lambda: _("%(code)s cannot be given: %(part)s is zero.") % _parts(asked, below))
    value = (above.value / below.value).quantize(SHARE_PLACES, ROUND_HALF_EVEN)
    return _fact(
        asked, value, above.revision,
        decimals=3, basis="computed", sources=_each(above.sources + below.sources), count=below.count,
        unplaced=max(above.unplaced, below.unplaced), as_of=below.as_of, notes=_once(above.notes + below.notes),
        numerator=above.value, denominator=below.value,
    )  # fmt: skip


def received(asked: Asked, told: Any, *, revision: int, notes: tuple[Words, ...] = ()) -> Fact:
    """The fact of an observation, in the words and with the hedge of its source."""
    when = _when(asked, told)
    return _fact(
        asked, Decimal(told.value), revision,
        when=when, high=Decimal(told.high) if told.high else None, qualifier=told.qualifier, decimals=told.decimals,
        stage=told.stage, basis="received", per=told.per, sources=(source_of(told.citation),), count=0, unplaced=0,
        as_of=told.as_of_to or (asked.last if not told.as_of_from else None), notes=asked.notes + notes,
    )  # fmt: skip


def joined(asked: Asked, told: Sequence[Any], *, revision: int) -> Fact:
    """The fact of observations added, of several periods or territories; hedged as soon as one of them is."""
    first = received(asked, told[0], revision=revision)
    words = times.at_day(asked.when) if isinstance(asked.when, date) else times.words(asked.when)
    exact = all(one.qualifier == "exact" for one in told)
    return replace(
        first,
        value=sum((Decimal(one.value) for one in told), Decimal(0)),
        high=None,
        when_vi=words["vi"],
        when_en=words["en"],
        qualifier="exact" if exact else "about",
        decimals=min(one.decimals for one in told),
        stage=told[0].stage if len({one.stage for one in told}) == 1 else "preliminary",
        as_of=asked.last,
        sources=_each(tuple(source_of(one.citation) for one in told)),
        notes=(*first.notes, both(lambda: _("Sum of %(count)d received values.") % {"count": len(told)})),
    )


def excess(told: Any, candidates: Sequence[Any]) -> tuple[Words, ...]:
    """The note that received parts come to more than their received total."""
    over = observed.excess(told, candidates)
    if not over:
        return ()
    names = {"dimension": over[0], "sum": f"{over[1]:f}", "total": f"{Decimal(told.value):f}"}
    return (both(lambda: _("The parts received by %(dimension)s come to %(sum)s, more than the total %(total)s: one of them is wrong.") % names),)


def _fact(asked: Asked, value: Decimal, revision: int, *, when: Words | None = None, **rest: Any) -> Fact:
    words = when or (times.at_day(asked.when) if isinstance(asked.when, date) else times.words(asked.when))
    defaults: dict[str, Any] = {"high": None, "qualifier": "exact", "stage": "unstated", "per": ""}
    return Fact(
        question=asked.question,
        definition=asked.definition,
        value=value,
        unit=asked.definition.unit,
        period=None if isinstance(asked.when, date) else asked.when,
        when_vi=words["vi"],
        when_en=words["en"],
        territory_name={"vi": asked.territory.name_vi, "en": asked.territory.name_en},
        ground=asked.ground,
        span=asked.span,
        revision=revision,
        **(defaults | rest),
    )


def _amount(rule: Definition, value: int) -> tuple[Decimal, int]:
    """The value in base units, and the decimals it is written to: money comes in the smallest unit."""
    column = windows.get(rule.counts).columns.get(rule.measure.column)
    if column is None or column.use is not Use.MONEY:
        return Decimal(value), 0
    amount = money.Money(value, rule.unit).amount
    whole = amount == amount.to_integral_value()
    return (amount.to_integral_value(), 0) if whole else (amount, money.exponent(rule.unit))


def _caveats(rule: Definition, value: Value) -> tuple[Words, ...]:
    """What the count leaves out, in words."""
    notes = []
    if value.unplaced:
        notes.append(both(lambda: _("Records left out because their day is not known well enough: %(count)d.") % _named(rule, value.unplaced)))
    if value.unknown:
        notes.append(both(lambda: _("Records counted that give no number, left out of the sum: %(count)d.") % _named(rule, value.unknown)))
    return tuple(notes)


def difference(rule: Definition, told: Any, value: Value) -> tuple[Words, ...]:
    """The note that a count of records stands beside a received statistic; nothing where the registry holds no record."""
    if not value.count:
        return ()
    amount, _decimals = _amount(rule, value.value)
    names = {"told": f"{Decimal(told.value):f}", "counted": f"{amount:f}"}
    return (both(lambda: _("The source says %(told)s; the registry itself holds records for %(counted)s.") % names),)


def _named(rule: Definition, count: int) -> dict[str, Any]:
    return {"code": worded(rule.name), "count": count}


def _parts(asked: Asked, below: Fact) -> dict[str, Any]:
    return {"code": worded(asked.definition.name), "part": worded(below.definition.name)}


def _when(asked: Asked, told: Any) -> Words:
    """The time an observation names; its own words with the dating of its text where it names none."""
    document = told.citation.document
    period = times.words(times.period_of(told.period, Calendar.CALENDAR)) if told.period else None
    if period and told.per == "year":
        period = times.each_year(period)
    spanned = times.stretch(told.as_of_from, told.as_of_to) if told.as_of_from and told.as_of_to else None
    named = period or (None if told.when_words else spanned)
    return times.received_words(told.when_words, named, spanned, times.dated(document.issued_words, document.issued_from, document.issued_to))


def source_of(citation: Any) -> Source:
    """A citation as a source: the document, the place in it, its public address."""
    document = citation.document
    number = f"{document.numbers.splitlines()[0]}: " if document.numbers else ""
    return Source(
        {"vi": number + document.title_vi, "en": number + (document.title_en or document.title_vi)},
        {"vi": citation.place_vi, "en": citation.place_en or citation.place_vi},
        document.address if addresses.is_web(document.address) else "",
    )


def registry_source(rule: Definition, office: Words) -> Source:
    """The registry itself as a source: whose records of which window were counted."""
    window = windows.get(rule.counts)
    return Source(
        {"vi": f"Sổ đăng ký của {office['vi']}", "en": f"Registry of the {office['en']}"},
        {"vi": window.label_vi, "en": window.label_en},
    )


def _once(notes: tuple[Words, ...]) -> tuple[Words, ...]:
    return tuple({note["vi"]: note for note in notes}.values())


def _each(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    return tuple({(one.document["vi"], one.place["vi"]): one for one in sources}.values())
