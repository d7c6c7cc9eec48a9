"""Names in a row «liệt kê»: as many as the number before them says: "ba tỉnh: Lào Cai, Hà Giang, Cao Bằng"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact
from ..smalls import opening_with
from .model import Equation, Traits, apart, valued

_MOST, _READ, _LONG = 12, 320, 70  # names; characters read behind a number; characters of a name
COUNTED = "counted"  # the trait of a list whose items count
_LINE = re.compile(r"\s*(?:\d{1,2}[.)]|\(?[a-zđ]\)|[-•*+–])\s")
_NESTED = re.compile(r"\([^()]*\)")
_ELLIPSES = ("...", "…", "v.v")


def listings(evidence: Evidence, facts: list[Fact]) -> Iterator[Equation]:
    """A small count with a list of names, or of numbered lines, behind it."""
    for fact in facts:
        if fact.figure.kind == "count" and valued(fact) and 2 <= fact.value <= _MOST and not fact.figure.of:
            lines = _lines(evidence, fact)
            if lines > 1:
                yield _listing(fact, lines, _line_traits(evidence, fact, lines))
            else:
                yield from _names(evidence, fact, facts)


def _listing(fact: Fact, number: int, seen: Traits) -> Equation:
    listed = Decimal(number)
    return Equation("listing", (("number", fact),), (fact,), listed == fact.value, listed, apart(fact.value, listed), 1.0, seen)


def _lines(evidence: Evidence, fact: Fact) -> int:
    """How many numbered lines follow the line a count stands in; a line among them lists nothing unless it opens them."""
    own = evidence.lower[evidence.lower.rfind("\n", 0, fact.figure.start) + 1 :].partition("\n")[0]
    if _LINE.match(own) and not own.rstrip().endswith(":"):
        return 0
    behind = evidence.lower[fact.figure.end :].partition("\n")[2].split("\n")[: _MOST + 2]
    return next((n for n, line in enumerate(behind) if not _LINE.match(line)), len(behind))


def _line_traits(evidence: Evidence, fact: Fact, lines: int) -> Traits:
    off = abs(lines - int(fact.value))
    return {
        "lines": 1.0,
        "title line": float(evidence.bounds(fact.sentence)[0] == 0),
        "line one off": float(off == 1),
        "lines far off": float(off > 3),
        "line opens": float(evidence.lower[fact.figure.end :].partition("\n")[0].rstrip().endswith(":")),
    }


def _names(evidence: Evidence, fact: Fact, facts: list[Fact]) -> Iterator[Equation]:
    """Names behind a colon or a verb, with no figure among them."""
    first, last = fact.figure.end, min(evidence.bounds(fact.sentence)[1], fact.figure.end + _READ)
    behind = evidence.text[first:last]
    opening = _opening(evidence.lang).match(behind.lower())
    if opening is None or re.search(r"\d", behind) or any(first <= other.figure.start < last for other in facts):
        return
    names = _split(evidence.lang, behind[opening.end() :])
    numbers = [opening_with(evidence.lang, name.lower()) for name in names]
    if len(names) > 1 and all(numbers):  # "two in Laos, one in Japan and one in France"
        yield _listing(fact, sum(number[0] for number in numbers if number), _counted(evidence, behind, opening.group()))
    elif len(names) > 1 and sum(number[0] if number else 1 for number in numbers) == fact.value:  # "one for visas, two for protocol and a library"
        yield _listing(fact, int(fact.value), {})
    elif len(names) > 1:
        yield _listing(fact, len(names), _name_traits(evidence, fact, behind, opening.group(), names))


def _counted(evidence: Evidence, behind: str, opening: str) -> Traits:
    """The trait of a list whose items count, where it says that it is all."""
    weak = any(evidence.has(words, behind.lower()) for words in ("weakly", "others", "among", "counted_twice"))
    ended = _last(evidence.lang).search(behind) is not None
    return {COUNTED: 1.0} if opening.endswith(":") and ended and not weak and not any(sign in behind for sign in _ELLIPSES) else {}


def _name_traits(evidence: Evidence, fact: Fact, behind: str, opening: str, names: list[str]) -> Traits:
    capitals = sum(name[:1].isupper() for name in names)
    return {
        "colon": float(opening.endswith(":")),
        "opens all": float(evidence.has("totals_open_all", opening)),
        "capitals": float(capitals == len(names)),
        "some capitals": float(0 < capitals < len(names)),
        "weakly": float(evidence.has("weakly", behind.lower())),
        "others": float(evidence.has("others", behind.lower())),
        "long name": float(max(map(len, names)) > _LONG),
        "semicolons": float(";" in behind),
        "ellipsis": float(any(sign in behind for sign in _ELLIPSES)),
        "joined": float(_last(evidence.lang).search(behind) is not None),
        "name one off": float(abs(len(names) - int(fact.value)) == 1),
        "nested": float(_NESTED.search(behind) is not None),
    }


def _split(lang: str, text: str) -> list[str]:
    plain = _NESTED.sub("", text)
    names = plain.split(";") if ";" in plain else _last(lang).sub(", ", plain).split(",")
    return [name.strip() for name in names if name.strip()]


@cache
def _opening(lang: str) -> re.Pattern[str]:
    verbs = "|".join(map(re.escape, vocabulary(lang)["judge"].get("names_open", ())))
    return re.compile(rf"[^,;:.\n\d()]{{0,60}}?(?::| (?:{verbs})\b)") if verbs else re.compile(r"[^,;:.\n\d()]{0,60}?:")


@cache
def _last(lang: str) -> re.Pattern[str]:
    """What stands before the last of several names."""
    words = "|".join(map(re.escape, vocabulary(lang)["judge"].get("names_close", ("and",))))
    return re.compile(rf",? (?:{words}) ")
