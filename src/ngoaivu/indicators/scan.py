"""A scan «lượt quét»: one grouped statement that counts for many definitions at once, each through its own FILTER."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from ngoaivu.indicators import engine
from ngoaivu.indicators.definition import Definition
from ngoaivu.indicators.engine import Cell, Wanted

Source = tuple[str, tuple[Any, ...]]  # what stands after FROM, and its parameters


@dataclass(frozen=True, slots=True)
class Scan:
    """Scan «lượt quét»: the dimensions it keeps apart, the column whose keys it keeps apart, and the numbers it serves."""

    names: tuple[str, ...]
    key: str
    places: int
    wanted: tuple[Wanted, ...]

    @property
    def definitions(self) -> list[Definition]:
        """Each definition once."""
        return list(dict.fromkeys(one.definition for one in self.wanted))

    def cells(self, source: Source) -> dict[Definition, list[Cell]]:
        """Read the source once; the cells of each definition, empty ones left out."""
        found: dict[Definition, list[Cell]] = {rule: [] for rule in self.definitions}
        if not source[0]:
            return found
        sql, parameters = self._statement(source)
        with connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            for row in cursor.fetchall():
                self._take(row, found)
        return found

    def _take(self, row: tuple[Any, ...], found: dict[Definition, list[Cell]]) -> None:
        width = self.places + len(self.names) + bool(self.key)
        place = (*row[: self.places], 0, 0)[:4]
        members = row[self.places : self.places + len(self.names)]
        key = row[width - 1] if self.key else None
        counts = iter(row[width:])
        for rule, cells in found.items():
            rows = next(counts)
            total, unknown = (int(next(counts) or 0), next(counts)) if rule.measure.how == "sum" else (0, 0)
            if rows:
                cells.append(Cell(place, members, rows, total, unknown, key))

    def _statement(self, source: Source) -> tuple[str, list[Any]]:
        grouped = [f"p{number}" for number in range(self.places)] + [f"w_{name}" for name in self.names]
        grouped += [f"w_{self.key}"] if self.key else []
        columns, parameters = list(grouped), []
        for rule in self.definitions:
            condition, values = _condition(rule)
            columns.append(f"COUNT(*) FILTER (WHERE {condition})")
            parameters += values
            if rule.measure.how == "sum":
                measured = f"w_{rule.measure.column}"
                columns.append(f"SUM({measured}) FILTER (WHERE {condition})")
                columns.append(f"COUNT(*) FILTER (WHERE {condition} AND {measured} IS NULL)")
                parameters += values * 2
        return f"SELECT {', '.join(columns)} FROM {source[0]} GROUP BY {', '.join(grouped)}", [*parameters, *source[1]]


def plan(wanted: Sequence[Wanted], *, places: int) -> list[Scan]:
    """The fewest scans that serve all wanted numbers: one for each set of dimensions no other covers, apart by distinct key."""
    by_key: dict[str, list[Wanted]] = defaultdict(list)
    for one in wanted:
        by_key[one.definition.measure.column if one.definition.measure.how == "distinct" else ""].append(one)
    return [Scan(tuple(sorted(dims)), key, places, tuple(served)) for key, group in by_key.items() for dims, served in _served(group)]


def _served(group: list[Wanted]) -> list[tuple[frozenset[str], list[Wanted]]]:
    served: dict[frozenset[str], list[Wanted]] = {dims: [] for dims in engine.covering(one.dims for one in group)}
    for one in group:
        served[min((dims for dims in served if one.dims <= dims), key=len)].append(one)
    return list(served.items())


def _condition(rule: Definition) -> tuple[str, list[Any]]:
    """The WHERE of one definition over the plain names; flags are stored as 0 and 1."""
    parts, values = ["1 = 1"], []
    for column, allowed in rule.where.items():
        parts.append(f"w_{column} IN ({', '.join(['%s'] * len(allowed))})")
        values += [int(one) if isinstance(one, bool) else one for one in allowed]
    return " AND ".join(parts), values
