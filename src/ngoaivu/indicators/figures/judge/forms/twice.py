"""Two units on one figure «hai đơn vị»: "3,6 tỷ đồng USD", "VND 2.7 billion USD", "18 dự án tỷ"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..lists import any_of

_REACH = 24  # characters behind a figure
_TIMES = ("year", "month", "week", "day", "hour", "minute", "quarter", "decade")
_GOES_ON = re.compile(r"\s*[\d$€£]")  # the currency belongs to the next amount
_CLOSED = re.compile(r"\s*(?:[,.;)]|$)")


def check_twice(evidence: Evidence) -> Iterator[Finding]:
    """Amounts followed by a second currency, sizes by a currency, things by a scale word."""
    for figure in evidence.figures:
        second = _second(evidence, figure)
        if second:
            text = evidence.text[figure.start : figure.end + second]
            yield Finding("wrong_unit", figure.start, figure.end + second, evidence.message("two_units", text=text))


def _second(evidence: Evidence, figure: Mention) -> int:
    """How far behind the figure its second unit ends; 0 where there is none."""
    behind = evidence.lower[figure.end : figure.end + _REACH].partition("\n")[0]
    gap = len(behind) - len(behind.lstrip(" "))
    if gap > 1 or not behind.strip():
        return 0
    if (figure.kind == "money" and figure.unit) or (figure.kind == "measure" and figure.unit not in _TIMES and not figure.per):
        return _currency(evidence, figure, behind, gap)
    if figure.kind == "count" and figure.unit:
        scale = _scales(evidence.lang).match(behind, gap)
        return scale.end() if scale and _CLOSED.match(behind, scale.end()) else 0
    return 0


def _currency(evidence: Evidence, figure: Mention, behind: str, gap: int) -> int:
    names, pattern = _currencies(evidence.lang)
    found = pattern.match(behind, gap)
    if not found or names[found.group()] == figure.unit or _GOES_ON.match(behind, found.end()):
        return 0
    rest = behind[found.end() :]
    goes_on = any(evidence.starts_with(words, rest.lstrip()) for words in ("joiners", "no_noun"))
    told = goes_on or _CLOSED.match(rest) or not evidence.has("currency_homonyms", found.group())
    return found.end() if told else 0


@cache
def _currencies(lang: str) -> tuple[dict[str, str], re.Pattern[str]]:
    names = {name.lower(): code for code, names in vocabulary(lang)["currencies"].items() for name in names if len(name) > 1}
    return names, any_of(names)


@cache
def _scales(lang: str) -> re.Pattern[str]:
    return any_of(word for word, power in vocabulary(lang)["scales"].items() if power > 2)
