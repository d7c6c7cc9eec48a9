"""Charts «biểu đồ»: where stems, dots and words stand. Per cent across, fixed units down, so type never shrinks. Pure.

Zero is always the base line; each value is labelled; what is incomplete or estimated is hollow and dashed.
"""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

HEIGHT, BASE, TOP = 300, 250, 46
APART = 2  # points between two labels of a crowded chart, or they would touch
CROWDED = 6  # more points than this, and a narrow screen keeps only the labels that matter


@dataclass(frozen=True)
class Point:
    """What one point shows: its value, how it is written, its label, and whether it is final."""

    value: Decimal
    written: str
    label: str
    final: bool = True


@dataclass(frozen=True)
class Mark:
    """A point with its place."""

    x: str
    y: int
    stem: int
    above: int
    written: str
    label: str
    final: bool
    chief: bool
    anchor: str = "middle"


@dataclass(frozen=True)
class Stroke:
    """A piece of the line between two points of a stock."""

    x1: str
    y1: int
    x2: str
    y2: int
    final: bool


@dataclass(frozen=True)
class Chart:
    """A chart ready for its component."""

    marks: list[Mark]
    strokes: list[Stroke]
    stems: bool
    crowded: bool
    height: int = HEIGHT
    base: int = BASE


def chart(points: list[Point], *, stems: bool) -> Chart:
    """Stems with dots for flows, a line with dots for stocks and shares."""
    most = max((point.value for point in points), default=Decimal(0)) or Decimal(1)
    edge = Decimal(8)
    step = (100 - 2 * edge) / max(len(points) - 1, 1)
    last = len(points) - 1
    highest = max(range(len(points)), key=lambda place: points[place].value)
    chief = {0, last} | ({highest} if APART <= highest <= last - APART else set())
    marks = [_mark(point, edge + step * place, most, chief=place in chief) for place, point in enumerate(points)]
    strokes = [Stroke(one.x, one.y, two.x, two.y, two.final) for one, two in pairwise(marks)]
    return Chart(marks, [] if stems else strokes, stems, len(points) > CROWDED)


def _mark(point: Point, across: Decimal, most: Decimal, *, chief: bool) -> Mark:
    y = BASE - int((BASE - TOP) * point.value / most)
    return Mark(f"{across:.2f}%", y, min(y + 7, BASE), y - 16, point.written, point.label, point.final, chief)


def stem(value: Decimal, most: Decimal) -> str:
    """The length of an inline stem in a table of parts."""
    return f"{94 * value / most:.1f}%" if most else "0%"
