"""Numbers that stand alone in a line «số trong ô»: read as the language groups them, told again by the writer."""

from __future__ import annotations

import re
from decimal import Decimal

from ...writer import write
from ..evidence import Evidence

_CENTS = 2  # digits behind a decimal sign


def cell(text: str, lang: str) -> Decimal | None:
    """The value of a numeral; None where it is not grouped as its language does."""
    group, point = (",", ".") if lang == "en" else (".", ",")
    whole, _, cents = text.rstrip(".,").partition(point)
    if point in cents or len(cents) > _CENTS or not re.fullmatch(rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+|\d+", whole):
        return None
    return Decimal(f"{whole.replace(group, '')}.{cents or 0}")


def told(evidence: Evidence, value: Decimal) -> str:
    """A value in the language of the finding."""
    return str(write(value, lang=evidence.spoken, precision=_CENTS))
