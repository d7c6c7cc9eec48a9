"""The ledger «sổ ghi theo ngày»: what becomes known on which day, and who writes it; then all of it written in that order.

Rooms lay down rows and amendments in any order. Writing goes half-month by half-month, one change each, with every
amendment a change of its own on its day; so what was known on a day of the past can be asked as in a registry that grew.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import groupby
from typing import Any, TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from ngoaivu.core.changes import Actor, Writer, change, erase
from ngoaivu.core.history import Record
from ngoaivu.core.period import month
from ngoaivu.documents.actions import withdraw
from ngoaivu.documents.records import RegistryRecord

REGISTER = "tổng hợp sổ theo dõi nửa tháng"
Progress = Callable[[str], None]
R = TypeVar("R", bound=Record)


@dataclass
class Entry:
    """A row and the day on which it becomes known."""

    on: date
    row: Record


@dataclass
class Amendment:
    """What happens to a known row later: new values, a withdrawal or an erasure, with the reason."""

    on: date
    row: Any
    by: str
    verb: str
    why: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def apply(self, writer: Writer, by: Actor) -> None:
        """Do it, inside the change that is open."""
        if self.verb == "withdraw":
            withdraw(self.row, by=by, why=self.why)
        elif self.verb == "erase":
            erase(self.row, by=by, basis=self.why)
        else:
            for name, value in self.values.items():
                setattr(self.row, name, value)
            if isinstance(self.row, RegistryRecord):
                self.row.prepare()
            writer.write(self.row)


@dataclass
class Ledger:
    """Entries and amendments, collected first and written afterwards."""

    entries: dict[int, Entry] = field(default_factory=dict)
    amendments: list[Amendment] = field(default_factory=list)

    def add(self, row: R, on: date) -> R:
        """A row known from a day on; what it names is known then too."""
        self.entries[id(row)] = Entry(on, row)
        self._bring_forward(row, on)
        return row

    def amend(self, row: Any, on: date, *, by: str, verb: str, why: str, **values: Any) -> None:
        """A later act on a row of this ledger."""
        self.amendments.append(Amendment(on, row, by, verb, why, values))
        for value in values.values():
            if id(value) in self.entries:
                self._known_by(value, on)

    def rows(self, model: type[Any]) -> list[Any]:
        """The rows of one type, in the order in which they were laid down."""
        return [entry.row for entry in self.entries.values() if type(entry.row) is model]

    def known_on(self, row: Any) -> date:
        """The day on which a row becomes known."""
        return self.entries[id(row)].on

    def _bring_forward(self, row: Record, on: date) -> None:
        for named in _named_by(row):
            self._known_by(named, on)

    def _known_by(self, row: Record, on: date) -> None:
        entry = self.entries.get(id(row))
        if entry and entry.on > on:
            entry.on = on
            self._bring_forward(row, on)

    def digest(self) -> str:
        """SHA-256 over every row and amendment in the order of writing; the same for the same seed everywhere."""
        digest = hashlib.sha256()
        for entry in self.entries.values():
            digest.update(f"{entry.on} {_told(entry.row)}\n".encode())
        for act in self.amendments:
            digest.update(
                f"{act.on} {act.verb} {act.why} {_told(act.row)} {sorted((name, str(value)) for name, value in act.values.items())}\n".encode()
            )
        return digest.hexdigest()

    def write(self, actors: Mapping[str, Actor], progress: Progress) -> int:
        """Write everything in the order of days; the number of rows written, amendments not counted."""
        for day, act in self._acts():
            at = datetime.combine(day, time(16, 30), timezone.get_current_timezone())
            if isinstance(act, Amendment):
                with change(by=actors[act.by], verb=act.verb, why=act.why, at=at) as writer:
                    act.apply(writer, actors[act.by])
                continue
            with change(by=actors["specialist"], verb="register", why=REGISTER, at=at) as writer:
                write_all(writer, [entry.row for entry in act])
            if day.month == 12 and day.day > 15:
                progress(_("Tỉnh Mẫu: to the end of %(year)d") % {"year": day.year})
        return len(self.entries)

    def _acts(self) -> Iterator[tuple[date, "Amendment | list[Entry]"]]:
        """Half-months and amendments by day; an amendment never stands before the half-month that made its row."""
        days = {key: half_month(entry.on) for key, entry in self.entries.items()}
        batches = groupby(sorted(self.entries.items(), key=lambda item: days[item[0]]), key=lambda item: days[item[0]])
        acts: list[tuple[date, int, Amendment | list[Entry]]] = [(day, 0, [entry for _key, entry in batch]) for day, batch in batches]
        acts += [(max(act.on, *(days[id(row)] for row in (act.row, *act.values.values()) if id(row) in days)), 1, act) for act in self.amendments]
        for day, _order, act in sorted(acts, key=lambda item: item[:2]):
            yield day, act


def half_month(day: date) -> date:
    """The 15th or the last day of the month, whichever comes next."""
    return day.replace(day=15) if day.day <= 15 else month(day.year, day.month).end


def write_all(writer: Writer, rows: list[Any]) -> None:
    """Write rows of any types under one open change, those that others name first.

    Each obeys its own rules; that the rows it names exist is known here, and asking for each would double the time.
    """
    while rows:
        ready = [row for row in rows if settle(row)]
        if not ready:
            raise ValueError(f"{len(rows)} rows name each other in a circle, {rows[0]} among them.")
        for model, same in groupby(sorted(ready, key=lambda row: row._meta.label), key=type):
            batch: list[Any] = list(same)
            keys = [column.name for column in batch[0]._meta.local_concrete_fields if column.is_relation]
            for row in batch:
                if isinstance(row, RegistryRecord):
                    row.prepare()
                row.clean_fields(exclude=keys)
                row.clean()
            writer.write_many(model, batch)
        done = {id(row) for row in ready}
        rows = [row for row in rows if id(row) not in done]


def settle(row: Record) -> bool:
    """Take over the numbers of the rows it names; False while one of them has none."""
    for named in _keys_of(row):
        target = getattr(row, named.name)
        if target.pk is None:
            return False
        setattr(row, named.attname, target.pk)
    return True


def _keys_of(row: Record) -> Iterator[Any]:
    return (key for key in row._meta.local_concrete_fields if isinstance(key, models.ForeignKey) and key.is_cached(row) and key.get_cached_value(row))


def _named_by(row: Record) -> Iterator[Record]:
    return (getattr(row, key.name) for key in _keys_of(row))


def _told(row: Record) -> str:
    columns = []
    for column in row._meta.local_concrete_fields:
        if not column.primary_key and column.name != "change":
            columns.append(f"{column.name}={_value(row, column)}")
    return f"{row._meta.label} {' '.join(columns)}"


def _value(row: Record, column: Any) -> str:
    if not isinstance(column, models.ForeignKey):
        return str(getattr(row, column.attname))
    try:
        named = getattr(row, column.name)
    except ObjectDoesNotExist:
        return ""
    return str(getattr(named, "key", "") if named is None or not isinstance(named, Record) else getattr(named, "title_vi", "") or named)
