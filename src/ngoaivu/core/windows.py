"""Windows «cửa sổ dữ liệu»: the read-only, typed views that rooms register here and indicators count through.

A room says what may be counted; nothing else can be. A window gives rows as known at a revision, or now. It applies no
level and no territory itself: whoever reads it filters by `level`, `embargo_until`, `office_id` and `territory_id`, which
every row carries. Personal columns are never offered.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet

from ngoaivu.core.history import Record, has_column


class Use(StrEnum):
    """What a window column may be used for."""

    DIMENSION = "dimension"  # words: filtered by and broken down by
    MEASURE = "measure"  # integers: summed
    IDENTITY = "identity"  # keys: counted distinct
    FLAG = "flag"  # true or false: filtered by
    MONEY = "money"  # integers of the smallest unit: summed within one currency


@dataclass(frozen=True, slots=True)
class Column:
    """A typed column: its use, the query path or annotation that gives it, and for money the column of its currency.

    `named_by` is the path of the field whose choices name the members, where the column is an annotation.
    """

    use: Use
    path: str
    label_vi: str = ""
    label_en: str = ""
    currency: str = ""
    named_by: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """Window «cửa sổ dữ liệu»: name, record type, typed columns, and the query that gives its rows.

    `rows(revision)` is a queryset over the record type (None: as it is now) or its versions, with `identity` (number of the
    record), `revision` (the change that wrote the row) and every annotation the columns name. The STANDING fields are
    there by inheritance. A day column of None means not known; an end of None means it goes on.
    """

    name: str
    model: type[Record]
    label_vi: str
    label_en: str
    columns: Mapping[str, Column]
    rows: Callable[[int | None], QuerySet[Any]]

    def check(self) -> None:
        """Refuse at start-up a window that offers a personal column or lacks a standing one."""
        for name, column in self.columns.items():
            if column.path.split("__")[0] in self.model.personal:
                raise ValueError(f"The window {self.name} offers the personal column {name}.")
            if column.use is Use.MONEY and self.columns[column.currency].use is not Use.DIMENSION:
                raise ValueError(f"The window {self.name}: {name} is money and names no currency column.")
        for name in FIELDS:
            if not has_column(self.model, name):
                raise ValueError(f"The window {self.name}: its records have no {name}.")


# A window that offers this flag holds records of several things told as one; no definition may count them.
COLLECTIVE = "collective"


def collective(path: str = COLLECTIVE) -> Column:
    """The column of records «ghi gộp» that tell of several things without their number."""
    return Column(Use.FLAG, path, "ghi gộp nhiều việc", "several told as one")


TIME = ("start_earliest", "start_latest", "end_earliest", "end_latest")
FIELDS = ("territory", "office", "level", "embargo_until", "title_vi", "title_en", "when_words", *TIME)
STANDING = ("identity", "revision", "territory_id", "office_id", "level", "embargo_until", *TIME)
_windows: dict[str, Window] = {}


def register(window: Window) -> Window:
    """Add a window at start-up; a name is taken once."""
    window.check()
    if window.name in _windows and _windows[window.name] != window:
        raise ValueError(f"The window {window.name} is registered twice.")
    _windows[window.name] = window
    return window


def get(name: str) -> Window:
    """The window of that name, or a sentence with the names there are."""
    if name not in _windows:
        raise LookupError(f"No window is called {name}. Registered: {', '.join(sorted(_windows))}.")
    return _windows[name]


def registered() -> list[Window]:
    """All windows, by name."""
    return [_windows[name] for name in sorted(_windows)]


def surely_runs(day: date, start: str = "start", end: str = "end") -> Q:
    """Rows that surely run on a day: begun by their latest first day, and not over before their earliest last one; "never" for no end."""
    begun = Q(**{f"{start}_latest__lte": day})
    if end == "never":
        return begun
    return begun & (Q(**{f"{end}_earliest__gte": day}) | Q(**{f"{end}_earliest": None, f"{end}_latest": None}))


def dimension(path: str, label_vi: str, label_en: str, *, named_by: str = "") -> Column:
    """A column of words."""
    return Column(Use.DIMENSION, path, label_vi, label_en, named_by=named_by or path)


def measure(path: str, label_vi: str, label_en: str) -> Column:
    """A column of integers."""
    return Column(Use.MEASURE, path, label_vi, label_en)


def identity(path: str, label_vi: str, label_en: str) -> Column:
    """A column of keys, counted distinct."""
    return Column(Use.IDENTITY, path, label_vi, label_en)


def flag(path: str, label_vi: str, label_en: str) -> Column:
    """A column of true and false."""
    return Column(Use.FLAG, path, label_vi, label_en)


def money(path: str, label_vi: str, label_en: str, *, currency: str) -> Column:
    """A column of money in the smallest unit of the currency another column names."""
    return Column(Use.MONEY, path, label_vi, label_en, currency)
