"""Computes wanted numbers in SQL, on SQLite and PostgreSQL alike: a narrow copy of the needed rows, then a few grouped scans.

For each window, ground and kind of time: rows known at the revision, countable today, that touch the asked time, with their
place on the timeline as small numbers. Copied once into a temporary table where more than one scan follows. A scan groups by
place and dimensions and counts for all definitions at once, each with its own FILTER.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual
from django.utils import timezone

from ngoaivu.core import windows
from ngoaivu.core.levels import countable
from ngoaivu.core.models import Territory
from ngoaivu.core.windows import Use
from ngoaivu.indicators import engine
from ngoaivu.indicators.definition import Definition, Kind
from ngoaivu.indicators.engine import DAY, Timeline, Wanted
from ngoaivu.indicators.scan import plan

_names = count(1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Sheet «bảng trung gian»: wanted numbers that one copy of rows serves."""

    window: str
    ground: tuple[str, ...]
    stock: bool
    ends: tuple[str, str]
    wanted: tuple[Wanted, ...]


def compute(wanted: Sequence[Wanted], revision: int, today: date | None = None) -> dict[Wanted, dict[str, engine.Value]]:
    """The values of every wanted number at a revision, each under "" or under the members of its dimension."""
    values: dict[Wanted, dict[str, engine.Value]] = {}
    for sheet in _sheets(wanted):
        values |= _compute_sheet(sheet, revision, today or timezone.localdate())
    return values


def _sheets(wanted: Sequence[Wanted]) -> Iterator[Sheet]:
    grouped: dict[tuple[Any, ...], list[Wanted]] = defaultdict(list)
    for one in wanted:
        rule = one.definition
        stock = rule.kind is Kind.STOCK
        grouped[rule.counts, one.ground, stock, rule.interval if stock else (rule.time, "")].append(one)
    for (window, ground, stock, ends), group in grouped.items():
        yield Sheet(window, ground, stock, ends, tuple(group))


def _compute_sheet(sheet: Sheet, revision: int, today: date) -> dict[Wanted, dict[str, engine.Value]]:
    scans = plan(sheet.wanted, places=4 if sheet.stock else 2)
    days = sorted({one.span[0] for one in sheet.wanted})
    line = Timeline(one.span for one in sheet.wanted)
    values: dict[Wanted, dict[str, engine.Value]] = {}
    rows = _rows(sheet, revision, today, days, line.marks)
    with _source(rows, copied=len(scans) > 1) as source:
        for scan in scans:
            cells = scan.cells(source)
            for one in scan.wanted:
                at = days.index(one.span[0]) + 1 if sheet.stock else line.stretch(one.span)
                values[one] = engine.fold(one, cells[one.definition], scan.names, at)
    return values


def known_rows(window: str, ground: tuple[str, ...], revision: int) -> QuerySet[Any]:
    """The rows of a window at a revision that lie on a ground, embargoed ones among them."""
    places = Territory.objects.filter(key__in=ground).values_list("pk", flat=True)
    known: QuerySet[Any] = windows.get(window).rows(revision).filter(territory_id__in=list(places))
    return known


def veiled(window: str, today: date) -> QuerySet[Any]:
    """The records of a window that enter no count today, by today's level, whatever their level was then."""
    hidden: QuerySet[Any] = windows.get(window).model.objects.exclude(countable(today))
    return hidden


def _rows(sheet: Sheet, revision: int, today: date, days: list[date], marks: list[date]) -> QuerySet[Any]:
    """The narrow query: places, and the columns any definition of the sheet uses, all under plain names."""
    window = windows.get(sheet.window)
    rows = known_rows(sheet.window, sheet.ground, revision)
    if (hidden := veiled(sheet.window, today)).exists():  # asked first: the join would cost more than the count
        rows = rows.exclude(record_id__in=hidden.values("pk"))
    if sheet.stock:
        first, last = days[0], days[-1]
        places = _run_places(sheet.ends, days)
    else:
        first, last = marks[0], marks[-1] - DAY
        places = _flow_places(sheet.ends[0], marks)
    rows = rows.filter(_touches(sheet, first, last))
    used = {name for one in sheet.wanted for name in columns_used(one.definition)} | {name for one in sheet.wanted for name in one.dims}
    columns = {f"w_{name}": _column(window.columns[name]) for name in sorted(used)}
    narrow: QuerySet[Any] = rows.annotate(**places, **columns).order_by().values_list(*places, *columns)
    return narrow


def columns_used(rule: Definition) -> list[str]:
    """The window columns a definition filters by or measures."""
    return [*rule.where, *([rule.measure.column] if rule.measure.column else [])]


def _column(column: windows.Column) -> Any:
    if column.use is Use.FLAG:
        return Case(When(**{column.path: True}, then=Value(1)), default=Value(0), output_field=models.SmallIntegerField())
    if column.use is Use.DIMENSION:
        return Coalesce(Cast(F(column.path), models.TextField()), Value(""), output_field=models.TextField())
    return F(column.path)


def _touches(sheet: Sheet, first: date, last: date) -> Q:
    """Rows that can lie in the asked time, so that twenty years are not copied for five.

    Written with COALESCE so that no index on a day serves it: SQLite would walk the index and jump into the wide table for
    each row, which takes three times as long as reading the table in order.
    """
    begun = Q(LessThanOrEqual(Coalesce(F(f"{sheet.ends[0]}_earliest"), last), last))
    ended = sheet.ends[1] if sheet.stock else sheet.ends[0]
    if ended == "never":
        return begun
    return begun & Q(GreaterThanOrEqual(Coalesce(F(f"{ended}_latest"), first), first))


def _position(column: str, marks: Sequence[date], unknown: int | Any, *, base: int = 0) -> Case:
    """How many marks lie on or before the column's day, plus `base`."""
    steps = [When(**{f"{column}__lt": mark}, then=Value(base + number)) for number, mark in enumerate(marks)]
    missing = When(**{f"{column}__isnull": True}, then=unknown if isinstance(unknown, Case) else Value(unknown))
    return Case(missing, *steps, default=Value(base + len(marks)), output_field=models.IntegerField())


def _flow_places(start: str, marks: list[date]) -> dict[str, Any]:
    return {"p0": _position(f"{start}_earliest", marks, 0), "p1": _position(f"{start}_latest", marks, len(marks))}


def _run_places(ends: tuple[str, str], days: list[date]) -> dict[str, Any]:
    never, start = len(days), ends[0]
    after = [day + DAY for day in days]
    places: dict[str, Any] = {
        "p0": _position(f"{start}_latest", after, never + 1, base=1),
        "p2": _position(f"{start}_earliest", after, 1, base=1),
    }
    if ends[1] == "never":
        return places | {"p1": Value(never, output_field=models.IntegerField()), "p3": Value(never, output_field=models.IntegerField())}
    goes_on = Case(When(end_latest__isnull=True, then=Value(never)), default=Value(0), output_field=models.IntegerField())
    return places | {"p1": _position("end_earliest", days, goes_on), "p3": _position("end_latest", days, never)}


@contextmanager
def _source(rows: QuerySet[Any], *, copied: bool) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """What stands after FROM: the query itself, or a temporary copy that goes when the scans are done.

    A read replica of PostgreSQL refuses temporary tables; there every scan reads the query.
    """
    try:
        sql, parameters = rows.query.sql_with_params()
    except EmptyResultSet:
        yield "", ()
        return
    if not copied or _read_only():
        yield f"({sql}) AS narrow", parameters
        return
    table = f"narrow_{next(_names)}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE {table} AS {sql}", parameters)
    try:
        yield table, ()
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TABLE {table}")


def _read_only() -> bool:
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SHOW transaction_read_only")
        return bool(cursor.fetchone()[0] == "on")
