"""Mention «con số trong văn bản»: what the reader finds and the writer makes.

Offsets are code points, half open. Values are Decimal in base units: dong not million dong, 0.96 for 96%,
points for percentage points, six digits for fractions, a decrease negative.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

Hedge = Literal["exact", "about", "over", "near", "under", "at_least", "at_most", "forecast"]
Kind = Literal[
    "count", "money", "share", "growth", "ratio", "fraction", "measure", "rank",
    "date", "period", "document", "structural",
]  # fmt: skip

HEDGES: tuple[Hedge, ...] = (
    "exact",
    "about",
    "over",
    "near",
    "under",
    "at_least",
    "at_most",
    "forecast",
)
FIGURE_KINDS: frozenset[Kind] = frozenset({"count", "money", "share", "growth", "ratio", "fraction", "measure", "rank"})
UNITLESS_KINDS: frozenset[Kind] = frozenset({"share", "ratio", "fraction", "rank"})


DIGITS = 90  # enough for the longest number read (30 digits) under three scale words, without rounding


@dataclass(frozen=True, slots=True)
class Period:
    """Thời kỳ, ngày: `start` and `end` are both inclusive; None where the text leaves them open.

    A day has start equal to end. `lunar` days keep no solar dates: the text alone says what it meant.
    """

    text: str
    start: date | None = None
    end: date | None = None
    lunar: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Con số: one figure of a text, or a numeral that is none (date, period, document, structural).

    `high` is the upper end of a range, `of` the whole in "19/26 đơn vị" and "thứ 3/13". `unit` is an ISO 4217 code
    for money, a code of `unit_codes()` otherwise, None for shares, growth in percent, ratios, fractions and ranks.
    `per` is what a rate is counted over ("year", "person", "hectare").
    """

    text: str
    start: int
    end: int
    kind: Kind
    value: Decimal | None = None
    high: Decimal | None = None
    of: Decimal | None = None
    unit: str | None = None
    per: str | None = None
    hedge: Hedge = "exact"
    period: Period | None = None
    subject: str | None = None
    flags: tuple[str, ...] = ()

    @property
    def is_figure(self) -> bool:
        return self.kind in FIGURE_KINDS


@dataclass(frozen=True, slots=True)
class Finding:
    """Nhận xét: one thing an officer should look at, with the place in the text it speaks of."""

    rule: str
    start: int
    end: int
    message: str


def plain(value: Decimal | None) -> str | None:
    """The decimal string of the interface: no exponent, no trailing zeros behind the point."""
    if value is None:
        return None
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def as_dict(mention: Mention) -> dict[str, Any]:
    """Exactly the fields of the published interface, ready for JSON."""
    period = mention.period
    return {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "kind": mention.kind,
        "value": plain(mention.value),
        "high": plain(mention.high),
        "of": plain(mention.of),
        "unit": mention.unit,
        "per": mention.per,
        "hedge": mention.hedge,
        "period": period
        and {
            "text": period.text,
            "start": period.start.isoformat() if period.start else None,
            "end": period.end.isoformat() if period.end else None,
            "lunar": period.lunar,
        },
        "subject": mention.subject,
        "flags": list(mention.flags),
    }


def finding_as_dict(finding: Finding) -> dict[str, Any]:
    """The fields of a finding, ready for JSON."""
    return asdict(finding)
