"""Orders «thứ tự» of a list: by every column it shows, both ways, each under the name that stands for it in the address.

What is stored with a key is ordered by the database: days, numbers, and names by their own sort key. A choice is ordered by the
word that is shown for it. Words without a stored key are put in order here, because no database knows the Vietnamese alphabet.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast, overload

from django.db import models
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from ngoaivu.accounts.seats import Seat
from ngoaivu.core.history import Record, has_column
from ngoaivu.core.vietnamese import sort_key
from ngoaivu.registry.desk.facets import TIMES, telling

TITLE = "title_vi"
NUMBER = re.compile(r"\d+")
DAYS_OF = {facet: (earlier, later) for earlier, (facet, later, _label) in TIMES.items()}


@dataclass(frozen=True, slots=True)
class Order:
    """One order: its name in words, whether the least comes first «A, cũ, ít», and what rows are ordered by.

    `by` is what the database orders by after the columns that `first` names; without it the words of `spoken` decide.
    """

    label: str
    ascending: bool
    by: Any = None
    first: tuple[str, ...] = ()
    spoken: str = ""

    def of(self, rows: QuerySet[Any]) -> "QuerySet[Any] | Ranked":
        """The rows in this order; those that say nothing come last either way."""
        if self.by is None:
            return Ranked(rows, self.spoken, ascending=self.ascending)
        key = self.by.asc(nulls_last=True) if self.ascending else self.by.desc(nulls_last=True)
        return rows.order_by(*self.first, key, "pk" if self.ascending else "-pk")


class Ranked:
    """Rows in the alphabetical order of words without a stored key; it is counted, cut and read as a queryset is.

    One query reads that column of all rows, one the rows of a page. A hundred thousand rows of as many words take about five seconds.
    """

    def __init__(self, rows: QuerySet[Any], column: str, *, ascending: bool) -> None:
        self.rows = rows
        words = rows.order_by().values_list("pk", column)
        keys = {one: _key(one) for one in {one for _pk, one in words}}
        told = [(keys[one], pk) for pk, one in words]
        named = sorted(((key, pk) for key, pk in told if key), reverse=not ascending)
        self.keys = [pk for _key, pk in [*named, *sorted(one for one in told if not one[0])]]

    def count(self) -> int:
        """How many there are."""
        return len(self.keys)

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, part: int) -> Any: ...
    @overload
    def __getitem__(self, part: slice) -> list[Any]: ...
    def __getitem__(self, part: int | slice) -> Any:
        if isinstance(part, int):
            return self.rows.get(pk=self.keys[part])
        keys = self.keys[part]
        found = self.rows.in_bulk(keys)
        return [found[key] for key in keys if key in found]

    def __iter__(self) -> Iterator[Any]:
        return self.iterator()

    def iterator(self, chunk_size: int = 500) -> Iterator[Any]:
        """The rows, so many read at a time."""
        for start in range(0, len(self.keys), chunk_size):
            yield from self[start : start + chunk_size]


def _key(words: str) -> str:
    """The key of words that may hold numbers: «2/CV» stands before «12/CV»."""
    return sort_key(NUMBER.sub(lambda number: number[0].rjust(9, "0"), words))


def orders(model: type[Record], time: str, columns: Sequence[str], labels: Sequence[str], seat: Seat) -> dict[str, dict[str, Order]]:
    """The orders of a list by its columns, title first; of each the one that comes first when its head is pressed.

    `time` is the earlier column of the record's time: its orders bear the names every list has had, «newest», «oldest».
    """
    told = {TITLE: {"title": Order(_("A to Z"), True, F("sort_key")), "-title": Order(_("Z to A"), False, F("sort_key"))}}
    facet = str(TIMES[time][0]) if time in TIMES else time
    told[facet] = {"newest": Order(_("newest first"), False, F(time)), "oldest": Order(_("oldest first"), True, F(time))}
    for name, label in zip(columns, labels, strict=True):
        if name not in told and (ways := _ways(model, name, label, seat)):
            told[name] = ways
    return told


def _ways(model: type[Record], name: str, label: str, seat: Seat) -> dict[str, Order]:
    """Both orders by a column; none where the reader may not see it, or nothing is stored by which to order."""
    if name in DAYS_OF:
        return _days(name, label, by=Coalesce(*DAYS_OF[name]))
    field = cast("models.Field[Any, Any]", model._meta.get_field(name))
    if name.endswith("_minor"):
        return _numbers(name, label, by=F(name), first=("currency",))  # amounts of two currencies stand in no order
    if isinstance(field, models.DateField):
        return _days(name, label, by=F(name))
    if isinstance(field, models.IntegerField):
        return _numbers(name, label, by=F(name))
    key = _words_of(model, field, seat)
    return {} if key is None else _both(name, label, (_("A to Z"), _("Z to A")), **key)


def _words_of(model: type[Record], field: models.Field[Any, Any], seat: Seat) -> dict[str, Any] | None:
    if (room := telling(model, field.name)) and room.named:
        return {"by": _ranks(room.column, room.named())}
    if isinstance(field, models.ForeignKey):
        return {"by": _name_of(field, seat)} if has_column(_target(field), "sort_key") else None
    if field.choices:
        return {"by": _ranks(field.name, field.flatchoices)}
    if isinstance(field, models.CharField | models.TextField) and (seat.reads_personal or field.name not in model.personal):
        return {"spoken": field.name}
    return None


def _days(name: str, label: str, **key: Any) -> dict[str, Order]:
    return _turned(_both(name, label, (_("oldest first"), _("newest first")), **key))


def _numbers(name: str, label: str, **key: Any) -> dict[str, Order]:
    return _turned(_both(name, label, (_("smallest number first"), _("greatest number first")), **key))


def _turned(ways: dict[str, Order]) -> dict[str, Order]:
    return dict(reversed(ways.items()))


def _both(name: str, label: str, words: tuple[str, str], **key: Any) -> dict[str, Order]:
    up, down = (f"{label}: {order}" for order in words)
    return {name: Order(up, True, **key), f"-{name}": Order(down, False, **key)}


def _name_of(field: models.ForeignKey[Any, Any], seat: Seat) -> Any:
    """The key of a related row's name; of one the reader may not see none, or its place would tell of it."""
    key = F(f"{field.name}__sort_key")
    if not has_column(_target(field), "level"):
        return key
    return Case(When(seat.visible(f"{field.name}__"), then=key), default=None, output_field=models.CharField())


def _target(field: models.ForeignKey[Any, Any]) -> type[Record]:
    return cast("type[Record]", field.related_model)


def _ranks(column: str, choices: Iterable[tuple[Any, str | Promise]]) -> Case:
    """The place of each choice in the alphabet of the reader's language; what has none has no place."""
    ranked = sorted((value for value in choices if value[0] not in ("", None)), key=lambda choice: sort_key(str(choice[1])))
    places = [When(Q(**{column: value}), then=Value(place)) for place, (value, _label) in enumerate(ranked)]
    return Case(*places, default=None, output_field=models.IntegerField())
