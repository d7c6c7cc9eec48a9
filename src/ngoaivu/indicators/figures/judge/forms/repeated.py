"""One unit or scale told twice «đơn vị lặp»: "450 triệu triệu đồng", "VND 36 billion dong", "12 km km", "30% phần trăm"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..lists import any_of

_REACH = 24  # characters behind a figure
_HUNDRED = 2  # a scale up to which another may stand behind: "hai triệu trăm" is spoken
_SIDES = re.compile(r"([^\W\d_]+(?: [^\W\d_]+)?) ?\d[\d.,]*(.*)", re.DOTALL)
_CLOSED = re.compile(r"\s*(?:[,.;)](?!\d)|$)")
_TONNAGE = ("dwt", "gt", "grt")  # stand behind tonnes: "20.000 tấn DWT"
_TIMES = ("year", "month", "week", "day", "hour", "minute", "quarter", "decade")


def check_repeated(evidence: Evidence) -> Iterator[Finding]:
    """Figures whose scale, currency, percent sign or unit stands twice."""
    for figure in evidence.figures:
        end = figure.end if _scales_twice(evidence, figure) or _framed(evidence, figure) else _again(evidence, figure)
        if end:
            text = evidence.text[figure.start : end]
            yield Finding("wrong_unit", figure.start, end, evidence.message("told_twice", text=text))


def _scales_twice(evidence: Evidence, figure: Mention) -> bool:
    """ "450 triệu triệu", "12 tỷ triệu": a scale no larger than the one right before it."""
    words, scales = figure.text.lower().split(), vocabulary(evidence.lang)["scales"]
    if not figure.text[-1:].isalpha() or not any(sign.isdecimal() for sign in figure.text):
        return False
    pairs = ((scales.get(one), scales.get(other)) for one, other in pairwise(words))
    return any(one is not None and other is not None and _HUNDRED < other <= one for one, other in pairs)


def _framed(evidence: Evidence, figure: Mention) -> bool:
    """ "USD 1.5 million USD", "VND 36 billion dong": the currency by its name on both sides."""
    sides = _SIDES.fullmatch(figure.text.lower()) if figure.kind == "money" else None
    names = _currencies(evidence.lang)
    if sides is None or sides[1].split()[-1] not in names:
        return False
    scales = vocabulary(evidence.lang)["scales"]
    rest = sides[2].split()
    while rest and rest[0] in scales:
        rest.pop(0)
    return names.get(" ".join(rest)) == names[sides[1].split()[-1]]


def _again(evidence: Evidence, figure: Mention) -> int:
    """Where the unit told again behind a figure ends; 0 where there is none."""
    behind = evidence.lower[figure.end : figure.end + _REACH].partition("\n")[0]
    told = _unit_again(evidence.lang, figure) if behind.startswith(" ") and figure.high is None else None
    found = told.match(behind, 1) if told else None
    if found is None:
        return 0
    closed = _CLOSED.match(behind, found.end()) or _goes_on(evidence, figure, found.group(), behind[found.end() :].lstrip())
    return figure.end + found.end() if closed else 0


def _goes_on(evidence: Evidence, figure: Mention, again: str, rest: str) -> bool:
    """Whether the second unit is no noun of its own, or no noun stands behind it: "5 ngày ngày hội", "10 triệu đồng đồng bào"."""
    loose = figure.kind == "count" or figure.unit in _TIMES or evidence.has("currency_homonyms", again)
    return not loose or evidence.starts_with("no_noun", rest) or evidence.starts_with("joiners", rest)


def _unit_again(lang: str, figure: Mention) -> re.Pattern[str] | None:
    """What tells the unit of a figure once more."""
    text = figure.text.lower()
    if figure.kind in ("share", "growth") and figure.unit is None:
        return any_of(_percents(lang)) if text.endswith("%") else any_of(["%", *_percents(lang)]) if text.endswith(tuple(_percents(lang))) else None
    if figure.unit is None:
        return None
    if figure.kind == "money":
        return any_of(name for name, code in _currencies(lang).items() if code == figure.unit) if text.split()[-1] in _currencies(lang) else None
    if figure.kind == "measure":
        return _measures(lang, figure.unit)
    if figure.kind != "count" or not text[-1].isalpha():
        return None
    bearers = vocabulary(lang)["judge"]["bearers_again"] if figure.unit == "person" else []
    return any_of({text.split()[-1], *bearers})


@cache
def _measures(lang: str, unit: str) -> re.Pattern[str]:
    """The names of the units of the same sort: "318 tonnes kg", "12 km m"; of times only the same again, "2 giờ 15 phút"."""
    alike = next((units for sort, units in vocabulary("en")["kinds"]["units"].items() if unit in units and sort != "time"), [unit])
    names = (name.lower() for code in alike for name in vocabulary(lang)["measures"].get(code, ()))
    return any_of(name for name in names if name not in _TONNAGE)


def _percents(lang: str) -> list[str]:
    return [word for word in vocabulary(lang)["judge"]["percent_signs"] if word[0].isalpha()]


@cache
def _currencies(lang: str) -> dict[str, str]:
    """Each currency by the names it is written with, without its signs."""
    currencies = vocabulary(lang)["currencies"].items()
    return {
        name.lower(): code for code, names in currencies for name in names if len(name) > 1 and re.fullmatch(r"[^\W\d_]+(?:[ -][^\W\d_]+)*", name)
    }
