"""Facets «mục của hồ sơ»: how the columns of a record are said to an officer: dates joined, money in its currency, names for keys.

One list of facets serves the list, the record page, its history, the print and the export, so nothing is hidden in one and
shown in another. A facet says nothing the reader may not see: personal columns, and names of related rows above his levels.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.utils.functional import Promise, lazy
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ngoaivu.accounts.seats import Seat
from ngoaivu.core.history import Record
from ngoaivu.core.money import Money
from ngoaivu.core.windows import COLLECTIVE
from ngoaivu.documents.models import Citation
from ngoaivu.registry.desk import dates

# Columns kept for the machine, or said elsewhere on the page.
SILENT = {"id", "change", "code", "withdrawn", "sort_key", "search_text", "office", "file", "file_name", "sha256"}
TIMES: dict[str, tuple[str, str, str | Promise]] = {
    "start_earliest": ("when", "start_latest", gettext_lazy("time, or first day")),
    "end_earliest": ("until", "end_latest", gettext_lazy("last day")),
    "issued_from": ("issued", "issued_to", gettext_lazy("issued on")),
}
# What an officer looks for first, and what closes the page; a room's own columns stand between.
FIRST = ("title_vi", "title_en", "when", "until", "issued", "when_words")
LAST = ("citation", "territory", "level", "embargo_until", "note")
LATER = {later for _name, later, _label in TIMES.values()}


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing said about a record: its name, its label, and the function that says it; `target` for a related row."""

    name: str
    label: str | Promise
    say: Callable[[Any, Seat], str]
    target: Callable[[Any], Record | None] = lambda row: None
    # The day, number or amount where it is exactly one; None where only the words say it.
    value: Callable[[Any], date | int | Money | None] = lambda row: None


@dataclass(frozen=True, slots=True)
class Telling:
    """How a room says one of its columns itself, and what is read along with the rows of a list for it.

    Where it says one of a few words, `named` gives them with their codes, and `column` is the annotation that holds the code:
    by it the list is filtered and ordered.
    """

    say: Callable[[Any, Seat], str]
    along: Callable[[QuerySet[Any], Seat], QuerySet[Any]]
    named: Callable[[], list[tuple[str, str]]] | None = None
    column: str = ""


_tellings: dict[tuple[type[Record], str], Telling] = {}


def tell(model: type[Record], column: str, telling: Telling) -> None:
    """A room says a column in its own way: the countries of a mission stand in two tables."""
    _tellings[model, column] = telling


def telling(model: type[Record], column: str) -> Telling | None:
    """How its room says a column, if it does so itself."""
    return _tellings.get((model, column))


def with_related(rows: QuerySet[Any], seat: Seat) -> QuerySet[Any]:
    """Rows with everything their facets say, so that the number of queries does not grow with them."""
    kind: type[Record] = rows.model
    rows = rows.select_related(*joins(kind))
    for (model, _column), telling in _tellings.items():
        rows = telling.along(rows, seat) if model is kind else rows
    return rows


@cache
def facets(model: type[Record]) -> dict[str, Facet]:
    """The facets of a record type: title and time, its own columns, then what every record has."""
    fields = [field for field in model._meta.local_concrete_fields if field.name not in SILENT | LATER]
    money = any(field.name.endswith("_minor") for field in fields)
    made = [_facet(model, field) for field in fields if not (money and field.name == "currency")]
    named = {facet.name: facet for facet in made}
    own = [name for name in named if name not in FIRST + LAST]
    return {name: named[name] for name in (*FIRST, *own, *LAST) if name in named}


@cache
def joins(model: type[Record]) -> tuple[str, ...]:
    """What to read together with the rows, so that the number of queries does not grow with them."""
    names = [field.name for field in model._meta.local_concrete_fields if isinstance(field, models.ForeignKey) and field.name not in SILENT]
    return (*names, "citation__document") if "citation" in names else tuple(names)


def headings(shown: Sequence[Facet], model: type[Record]) -> list[str]:
    """What facets that stand together are called; one in Vietnamese says so only where its English twin stands beside it."""
    names = {facet.name for facet in shown}
    return [capfirst(_without_language(facet) if _alone(facet, names, model) else str(facet.label)) for facet in shown]


def _alone(facet: Facet, names: set[str], model: type[Record]) -> bool:
    twin = f"{facet.name.removesuffix('_vi')}_en"
    return facet.name.endswith("_vi") and twin in facets(model) and twin not in names


def _without_language(facet: Facet) -> str:
    return str(facet.label).rpartition(",")[0] or str(facet.label)


def _facet(model: type[Record], field: models.Field[Any, Any]) -> Facet:
    label: str | Promise = model.called.get(field.name, field.verbose_name)
    if field.name in TIMES:
        name, later, label = TIMES[field.name]
        return Facet(name, model.called.get(name, label), _time(field.name, later), value=_one_day(field.name, later))
    if field.name.endswith("_minor"):
        return Facet(field.name, _before_comma(label), _money(field.name), value=_amount(field.name))
    told = telling(model, field.name)
    if isinstance(field, models.ForeignKey):
        return Facet(field.name, label, told.say if told else _related(field.name), _target(field.name))
    if told is not None:
        return Facet(field.name, label, told.say)
    if field.name in model.personal:
        return Facet(field.name, label, _personal(field.name))
    if field.choices:
        return Facet(field.name, label, _choice(field.name))
    return Facet(field.name, label, _plain(field.name), value=_counted(field.name))


def _first_part(label: str | Promise) -> str:
    return str(label).partition(",")[0]


# Facets are made once and read in two languages.
_before_comma = lazy(_first_part, str)


def _time(earlier: str, later: str) -> Callable[[Any, Seat], str]:
    return lambda row, seat: dates.written(getattr(row, earlier), getattr(row, later))


def _money(name: str) -> Callable[[Any, Seat], str]:
    def say(row: Any, seat: Seat) -> str:
        minor = getattr(row, name)
        return amount(Money(minor, row.currency)) if minor is not None else ""

    return say


def _one_day(earlier: str, later: str) -> Callable[[Any], date | None]:
    return lambda row: getattr(row, earlier) if getattr(row, earlier) == getattr(row, later) else None


def _amount(name: str) -> Callable[[Any], Money | None]:
    return lambda row: None if getattr(row, name) is None else Money(getattr(row, name), row.currency)


def _counted(name: str) -> Callable[[Any], date | int | None]:
    def value(row: Any) -> date | int | None:
        kept = getattr(row, name)
        return kept if isinstance(kept, date | int) and not isinstance(kept, bool) else None

    return value


def amount(money: Money) -> str:
    """An amount as it is written in Vietnamese papers: 8.636.000.000 VND."""
    return f"{money.amount:,f} {money.currency}".translate({ord(","): ".", ord("."): ","})


def _related(name: str) -> Callable[[Any, Seat], str]:
    def say(row: Any, seat: Seat) -> str:
        other = getattr(row, name)
        if other is None:
            return ""
        return str(other) if _may_see(other, seat) else _("(not shown to your role)")

    return say


def _may_see(other: Any, seat: Seat) -> bool:
    guarded = other.document if isinstance(other, Citation) else other
    return not hasattr(guarded, "level") or seat.sees(guarded)


def _target(name: str) -> Callable[[Any], Record | None]:
    def target(row: Any) -> Record | None:
        other = getattr(row, name)
        return other.document if isinstance(other, Citation) else other

    return target


def _personal(name: str) -> Callable[[Any, Seat], str]:
    return lambda row, seat: getattr(row, name) if seat.reads_personal or not getattr(row, name) else _("(not shown to your role)")


def _choice(name: str) -> Callable[[Any, Seat], str]:
    return lambda row, seat: str(getattr(row, f"get_{name}_display")())


def _plain(name: str) -> Callable[[Any, Seat], str]:
    def say(row: Any, seat: Seat) -> str:
        value = getattr(row, name)
        if value is None:
            return ""
        if isinstance(value, bool) and name == COLLECTIVE:
            return _("yes") if value else ""
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        return dates.day(value) if isinstance(value, date) else str(value)

    return say
