"""Dates and periods «ngày tháng, thời kỳ»: a few anchored expressions per language, kept as data, tried only where a
numeral stands, each bounded in length.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from .lexicon import Lexicon, lexicon
from .model import Kind, Period
from .nouns import predicate
from .tokens import Tokens
from .vocabulary import vocabulary

_GROUP = re.compile(r"\(\?<[=!][^)]*\)|\\[a-zA-Z]|\(\?P<\w+>|<[A-Z]+>")
_LETTERS = re.compile(r"[^\W\d_]+")
_ROMAN = frozenset(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"))
_DIGIT = "0"
_REACH = 7
_DAY, _LAST_DAY = 2, 31  # digits, and the last day of a month


@dataclass(frozen=True, slots=True)
class Dated:
    """A date or period: words [first, last)."""

    first: int
    last: int
    kind: Kind
    period: Period
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Patterns:
    by_start: dict[str, tuple[re.Pattern[str], ...]]
    months: dict[str, int]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    words: frozenset[str]
    follows: frozenset[str]
    lunar: tuple[str, ...]
    cased: frozenset[str]


def _literals(table: dict[str, Any]) -> set[str]:
    """Every word a date can be made of: between its first word and a numeral nothing else can stand."""
    bare = (_GROUP.sub(" ", entry["pattern"]) for entry in table["patterns"])
    words = {word for pattern in bare for word in _LETTERS.findall(pattern)}
    return words | _ROMAN | set(table["ordinals"]) | {word for name in table["months"] for word in name.split()}


@cache
def _patterns(lang: str) -> _Patterns:
    words = vocabulary(lang)
    table = words["dates"]
    small = {**words["ones"], **words["teens"], **table.get("numbers", {})}
    macros = {
        "YEAR": r"(?:19|20)[0-9]{2}(?![0-9])",
        "MONTHS": "|".join(sorted(map(re.escape, table["months"]), key=len, reverse=True)),
        "NUMBERS": "|".join(sorted(map(re.escape, small), key=len, reverse=True)),
        "CYCLE": table["cycle"],
        "ORDINALS": "|".join(sorted(map(re.escape, table["ordinals"]), key=len, reverse=True)),
    }
    by_start: dict[str, list[re.Pattern[str]]] = {}
    for entry in table["patterns"]:
        source = entry["pattern"]
        for name, body in macros.items():
            source = source.replace(f"<{name}>", body)
        compiled = re.compile(source.replace(" ", r"[^\S\n]{0,2}\n?[^\S\n]{0,2}"))
        starts = entry["starts"]
        for start in table["months"] if starts == ["<MONTHS>"] else starts:
            by_start.setdefault(start, []).append(compiled)
    return _Patterns(
        {start: tuple(patterns) for start, patterns in by_start.items()},
        table["months"],
        small,
        table["ordinals"],
        frozenset(_literals(table) | set(small)),
        frozenset(table["follows"]) | frozenset(name.split()[0] for name in table["months"]),
        tuple(table["lunar"]),
        frozenset(table["cased"]),
    )


def dated_at(tokens: Tokens, i: int, lang: str, floor: int) -> Dated | None:
    """The date or period that covers word `i`, beginning with the earliest word that can open one."""
    patterns = _patterns(lang)
    by_start, low = patterns.by_start, tokens.low
    earliest, least = i, max(floor, i - _REACH)
    while earliest > least and (low[earliest - 1] in patterns.words or not low[earliest - 1].isalpha()):
        earliest -= 1
    for k in range(earliest, i + 1):
        starts = by_start.get(low[k] if k < i or not low[k][0].isdecimal() else _DIGIT)
        if starts is None or (k == i and starts is by_start[_DIGIT] and low[i + 1] not in patterns.follows and "." not in low[i]):
            continue
        for pattern in starts:
            match = pattern.match(tokens.lower, tokens.start[k])
            if match and match.end() > tokens.start[i]:
                found = _dated(tokens, k, match, patterns)
                if found and not _counted(tokens, found, i, lang):
                    return found
    return None


def _counted(tokens: Tokens, found: Dated, i: int, lang: str) -> bool:
    """ "In June 48 permits were issued", "between April and June 58 moved in": behind a month a number that is or need be no day."""
    if found.last != i + 1 or found.first != i - 1 or not tokens.low[i].isdecimal() or len(tokens.low[i]) > _DAY:
        return False
    lex = lexicon(lang)
    if not (_into(tokens, found.first, lex) or int(tokens.low[i]) > _LAST_DAY):
        return False
    return lex.units.match(tokens.low, i + 1) is not None or predicate(tokens, i + 1, lex)


def _into(tokens: Tokens, k: int, lex: Lexicon) -> bool:
    """Whether the month at word `k` is told without a day: "in June", "between April and June"."""
    low, months = tokens.low, _patterns(lex.lang).months
    if k > 2 and low[k - 1] in lex.sets["month_joins"] and low[k - 2] in months:
        k -= 2
    return k > 0 and low[k - 1] in lex.sets["into_months"]


def _dated(tokens: Tokens, first: int, match: re.Match[str], patterns: _Patterns) -> Dated | None:
    stop = match.end() - match.group().endswith(".")
    last = bisect_left(tokens.start, stop)
    if tokens.end[last - 1] > stop:
        return None
    parts = {name.partition("_")[0]: part for name, part in match.groupdict().items() if part is not None}
    if _lower_case_word(tokens, match, parts, patterns):
        return None
    text = tokens.text[match.start() : stop]
    lunar = any(word in match.group() for word in patterns.lunar)
    try:
        start, end = _bounds(parts, patterns)
    except ValueError:
        return Dated(first, last, "date", Period(text, lunar=lunar), () if lunar else ("impossible_date",))
    kind: Kind = "date" if "d" in parts and "d2" not in parts else "period"
    return Dated(first, last, kind, Period(text, None if lunar else start, None if lunar else end, lunar))


def _lower_case_word(tokens: Tokens, match: re.Match[str], parts: dict[str, str], patterns: _Patterns) -> bool:
    """English "may" and "march" are months only with a capital."""
    name = parts.get("w", "")
    if name not in patterns.cased:
        return False
    place = match.group().find(name)
    return tokens.text[match.start() + place].islower()


def _bounds(parts: dict[str, str], patterns: _Patterns) -> tuple[date | None, date | None]:
    """First and last day; ValueError for a day that does not exist."""
    year = int(parts["y"]) if "y" in parts else None
    other = int(parts["y2"]) if parts.get("y2", "").isdecimal() else None
    if "d" in parts:
        return _days(parts, patterns, year, other)
    if "m2" in parts and "m" not in parts and year and other:
        return date(year, 1, 1), _month_end(other, int(parts["m2"]))
    if "m" in parts or "w" in parts:
        return _months(parts, patterns, year, other)
    if year is None:
        return None, None
    if "q" in parts:
        quarter = _small(parts["q"].removeprefix("q"), patterns.ordinals)
        if not 1 <= quarter <= 4:
            raise ValueError("quarter")
        return date(year, 3 * quarter - 2, 1), _month_end(year, 3 * quarter)
    if "half" in parts:
        return _part_of_year(parts, patterns, year)
    if "n" in parts and other is None:
        return date(year, 1, 1), _month_end(year, _small(parts["n"], patterns.numbers))
    return date(year, 1, 1), None if "open" in parts else date(other or year, 12, 31)


def _days(parts: dict[str, str], patterns: _Patterns, year: int | None, other: int | None) -> tuple[date | None, date | None]:
    month = _month(parts, "m", patterns) or _month(parts, "m2", patterns)
    last_year = other or year
    leap = 2024
    first = date(year or last_year or leap, month or 1, int(parts["d"]))
    final = first
    if "d2" in parts:
        final = date(last_year or leap, _month(parts, "m2", patterns) or month or 1, int(parts["d2"]))
    known = year or last_year
    return (first, final) if known and month else (None, None)


def _months(parts: dict[str, str], patterns: _Patterns, year: int | None, other: int | None) -> tuple[date | None, date | None]:
    first = _month(parts, "m", patterns)
    final = _month(parts, "m2", patterns) or first
    if first is None or final is None or not (1 <= first <= 12 and 1 <= final <= 12):
        raise ValueError("month")
    end_year = other or year
    if end_year is None:
        return None, None
    return date(year or end_year, first, 1), None if "open" in parts else _month_end(end_year, final)


def _part_of_year(parts: dict[str, str], patterns: _Patterns, year: int) -> tuple[date, date]:
    months = _small(parts["n"], patterns.numbers) if "n" in parts else 6
    if not 1 <= months <= 12:
        raise ValueError("months")
    if patterns.ordinals.get(parts["half"]) == 1:
        return date(year, 1, 1), _month_end(year, months)
    return date(year, 13 - months, 1), date(year, 12, 31)


def _month(parts: dict[str, str], name: str, patterns: _Patterns) -> int | None:
    word = parts.get(name) or parts.get(name.replace("m", "w"))
    return None if word is None else _small(word, patterns.months)


def _small(word: str, names: dict[str, Any]) -> int:
    """A small number in digits or words; ValueError for a word that is none."""
    if word.isdecimal():
        return int(word)
    if word not in names:
        raise ValueError(word)
    return int(names[word])


def _month_end(year: int, month: int) -> date:
    if not 1 <= month <= 12:
        raise ValueError("month")
    return date(year, month, monthrange(year, month)[1])
