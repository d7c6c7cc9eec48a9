"""Definition «khai báo chỉ tiêu»: what one TOML file says, typed. Pure Python; `declared` reads the files, `ruling` judges them."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Words = dict[str, str]  # language -> text


class Kind(StrEnum):
    """Kind «loại chỉ tiêu»: flows add over time, stocks are asked at a day, shares keep their two parts."""

    FLOW = "flow"
    STOCK = "stock"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Measure:
    """Measure «phép tính»: count of rows, sum of a column, or number of distinct keys of a column."""

    how: str  # count, sum, distinct
    column: str = ""

    @classmethod
    def parse(cls, text: str) -> "Measure":
        """`count`, `sum:<column>`, `distinct:<column>`."""
        how, _colon, column = text.partition(":")
        return cls(how, column)

    def __str__(self) -> str:
        return f"{self.how}:{self.column}" if self.column else self.how


@dataclass(frozen=True, slots=True)
class Review:
    """Review «rà soát»: who wrote the definition, on what law it rests, when it was read last and is to be read next."""

    author: str
    basis: Words
    reviewed_on: date
    next_review: date


@dataclass(frozen=True, slots=True, eq=False)
class Definition:
    """Definition «khai báo chỉ tiêu»: one declared measure. `counts` names a window, or is empty for a statistic only received.

    `where` holds column -> allowed values. A flow is placed by `time` (start or end), a stock by `interval` ("start", "end" or
    "never" for its close). `smallest` is the least number of rows a value may show. `digest` changes when the counting rule does.
    """

    code: str
    kind: Kind
    unit: str
    name: Words
    definition: Words
    aliases: dict[str, tuple[str, ...]]
    review: Review
    digest: str
    file: str
    counts: str = ""
    where: dict[str, tuple[str | bool, ...]] = field(default_factory=dict)
    measure: Measure = field(default_factory=lambda: Measure("count"))
    time: str = "start"
    interval: tuple[str, str] = ("start", "end")
    calendar: str = "calendar"
    breakdowns: tuple[str, ...] = ()
    received_by: tuple[str, ...] = ()
    numerator: str = ""
    denominator: str = ""
    of: Words = field(default_factory=dict)
    additive: bool = True
    smallest: int = 0

    @property
    def computed_share(self) -> bool:
        """Whether the value is the quotient of two other indicators."""
        return bool(self.numerator)

    @property
    def dimensions(self) -> tuple[str, ...]:
        """Everything the indicator can be broken down by, counted or received."""
        return (*self.breakdowns, *self.received_by)

    @property
    def adds_over_ground(self) -> bool:
        """Whether values of several territories may be added: not distinct counts, not shares, nothing declared otherwise."""
        return self.additive and self.kind is not Kind.SHARE and self.measure.how != "distinct"
