"""Numerals «chữ số và số bằng chữ»: digits with separators, and numbers in words, to Decimal.

Point and comma are decided by the language and by what follows: before a scale word three digits behind the decimal
mark are decimals ("1,317 tỉ"), before something countable they are a foreign grouping ("300,000 người").
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .lexicon import Lexicon, Unit
from .tokens import Tokens

_HOME = frozenset({"VND", "LAK", "KHR", "IDR", "KRW", "JPY"})  # large by nature: "1.386 tỷ đồng" is no slip
_SPACES = frozenset(" \u00a0\u202f\u2009")
_LONGEST = 30
_LENGTHS = frozenset({"hour", "day", "week", "month", "year", "decade", "century"})


@dataclass(slots=True)
class Number:
    """A number as it stands: `value` without scale word, words [first, last) of the text."""

    first: int
    last: int
    value: Decimal
    literal: str
    power: int = 0
    flags: tuple[str, ...] = ()

    @property
    def in_words(self) -> bool:
        return not self.literal


def digits_at(tokens: Tokens, i: int, lex: Lexicon | None = None) -> Number | None:
    """The digit literal at word `i`, with groups set apart by spaces; its value is settled later by `settle`."""
    literal = tokens.low[i]
    if len(literal) > _LONGEST or not literal[0].isascii():
        return None
    last = i + 1
    if literal.isdecimal() and len(literal) <= 3 and literal[0] != "0":
        groups = _space_groups(tokens, i, lex)
        literal, last = literal + "".join(groups), i + 1 + len(groups)
    return Number(i, last, Decimal(0), literal)


def _space_groups(tokens: Tokens, i: int, lex: Lexicon | None) -> list[str]:
    """Groups of three behind word `i`; one group alone only after a no-break space, or before what it counts."""
    groups: list[str] = []
    hard = False
    j = i + 1
    while len(groups) < 5:
        word = tokens.low[j]
        gap = tokens.text[tokens.end[j - 1] : tokens.start[j]]
        if len(word) != 3 or not word.isdecimal() or gap not in _SPACES:
            break
        hard = hard or gap != " "
        groups.append(word)
        j += 1
    following = tokens.low[j]
    if following[0].isdecimal() and not hard:
        return []
    counted = bool(groups) and lex is not None and lex.units.match(tokens.low, j) is not None
    return groups if hard or len(groups) > 1 or groups == ["000"] or counted else []


def settle(literal: str, lex: Lexicon, power: int, unit: Unit | None) -> tuple[Decimal, tuple[str, ...]] | None:
    """The value a careful reader gives to the digits, and what is wrong with them; None when they are no number."""
    if literal.isdecimal():
        return Decimal(literal), ()
    commas, points = literal.count(","), literal.count(".")
    if commas and points:
        return _both(literal, lex)
    mark = "," if commas else "."
    whole, *groups = literal.split(mark)
    grouped = all(len(g) == 3 for g in groups) and len(whole) <= 3
    if len(groups) > 1:
        if not grouped:
            return None
        flags = () if mark == lex.group else ("mixed_separators",)
        return Decimal(literal.replace(mark, "")), flags
    return _single(whole, groups[0], grouped and whole.lstrip("0") != "", mark, lex, power, unit)


def _both(literal: str, lex: Lexicon) -> tuple[Decimal, tuple[str, ...]] | None:
    """Both marks: the last is the decimal one."""
    mark = max(",.", key=literal.rfind)
    group = "." if mark == "," else ","
    whole, _, fraction = literal.rpartition(mark)
    if mark in whole or not all(len(g) == 3 for g in whole.split(group)[1:]):
        return None
    flags = () if mark == lex.decimal else ("mixed_separators",)
    return Decimal(f"{whole.replace(group, '')}.{fraction}"), flags


def _single(whole: str, tail: str, grouped: bool, mark: str, lex: Lexicon, power: int, unit: Unit | None) -> tuple[Decimal, tuple[str, ...]]:
    """One mark only: grouping or decimal."""
    as_group, as_decimal = Decimal(whole + tail), Decimal(f"{whole}.{tail}")
    sort = unit.sort if unit else None
    if mark == lex.decimal:
        foreign = grouped and not power and sort in ("count", "money") and unit is not None and unit.code != "time"
        return (as_group, ("mixed_separators",)) if foreign else (as_decimal, ())
    wrong = "dot_decimal" if mark == "." else "comma_decimal"
    if not grouped:
        return as_decimal, (wrong,)
    if lex.group == ",":
        return as_group, ()
    billions = power >= 9 and sort == "money" and unit is not None and unit.code not in _HOME
    if billions and not tail.endswith("0"):
        return as_decimal, (wrong,)
    if sort == "percent":
        return as_decimal, (wrong,)
    return as_group, ()


def scales_at(tokens: Tokens, i: int, lex: Lexicon) -> tuple[int, int]:
    """Scale words that stack from word `i`: their power of ten and the index behind them."""
    power, j = 0, i
    if lex.words["hyphened"] and tokens.low[i] == "-" and tokens.glued(i) and tokens.low[i + 1] in lex.scales:
        i = j = i + 1
    while j - i < 3 and tokens.low[j] in lex.scales:
        power += lex.scales[tokens.low[j]]
        j += 1
    return power, j


def words_at(tokens: Tokens, i: int, lex: Lexicon) -> Number | None:
    """A number in words at word `i`: "hai tỷ rưỡi", "one hundred and twenty-two"."""
    return _Spelled(tokens, i, lex).number()


class _Spelled:
    """Adds up a number in words, section by section, as it is said aloud."""

    def __init__(self, tokens: Tokens, i: int, lex: Lexicon) -> None:
        self.tokens, self.lex = tokens, lex
        self.first = self.i = i
        self.total = self.section = Decimal(0)
        self.scale = 99
        self.half = 0
        self.last = ""
        self.spoken = 0
        self.done_at = i

    def number(self) -> Number | None:
        low = self.tokens.low
        fixed = self.lex.set_numbers.match(low, self.i)
        if fixed:
            return Number(self.first, fixed[1], Decimal(fixed[0]), "")
        if low[self.i] in self.lex.sets["bare_scales"]:
            return self._bare() if self._opened() else None
        leading = self.lex.leading.match(low, self.i)
        if leading and low[leading[1]] in self.lex.scales:
            self.section, self.i, self.last, self.spoken = Decimal(leading[0]), leading[1], "one", 1
        return self._added() or self._article()

    def _article(self) -> Number | None:
        """ "more than a decade": behind a hedge the article before a length of time is one."""
        low = self.tokens.low
        if low[self.i] not in self.lex.sets["loosely_each"] or not self._opened():
            return None
        found = self.lex.units.match(low, self.i + 1)
        lasting = found is not None and found[0].code in _LENGTHS and low[found[1]] not in self.lex.sets["compared_ends"]
        return Number(self.first, self.i + 1, Decimal(1), "") if lasting else None

    def _added(self) -> Number | None:
        while self.spoken < 24 and self._take(self.tokens.low[self.i]):
            self.i += 1
        if not self.spoken:
            return None
        return Number(self.first, self.done_at, self.total + self.section, "")

    def _opened(self) -> bool:
        """Whether a hedge stands before a scale word that has no number: "hơn trăm", "ngót nghìn"."""
        found = self.lex.left.match_back(self.tokens.low, self.i - 1, 0) if self.i else None
        return found is not None and found[0][0] == "hedge"

    def _bare(self) -> Number | None:
        self.section, self.last, self.spoken = Decimal(1), "one", 1
        return self._added()

    def _take(self, word: str) -> bool:
        words = self.lex.words
        if word in words["ones"]:
            return self._one(words["ones"][word], word)
        if word in words["teens"]:
            return self._teen(Decimal(words["teens"][word]))
        if word in words["tens"] and self.last == "one" and self.spoken:
            self.section += (self.section % 10) * 9
            return self._said("tens")
        if word in words["scales"] and self.spoken:
            return self._scale(words["scales"][word])
        return self._half() or self._between(word)

    def _half(self) -> bool:
        """Half of the last scale ("hai tỷ rưỡi"), or half of one before a scale ("two and a half million")."""
        found = self.lex.halves.match(self.tokens.low, self.i) if self.spoken else None
        if found is None or self.last == "half":
            return False
        if self.lex.words["halves"]["of"] == "scale":
            if self.last != "scale":
                return False
            self.total += self.section + Decimal(10) ** self.half / 2
            self.section = Decimal(0)
        else:
            self.section += Decimal("0.5")
        self.i = found[1] - 1
        return self._said("half")

    def _between(self, word: str) -> bool:
        """Words and hyphens inside a number, which count for nothing."""
        following = self.tokens.low[self.i + 1]
        known = following in self.lex.words["ones"] or following in self.lex.words["teens"]
        if word in self.lex.words["joiners"]["words"]:
            return self.last == "scale" and known
        return word == "-" and self.last == "teen" and known and self.lex.words["hyphened"]

    def _one(self, value: int, word: str) -> bool:
        if word in self.lex.words["only_after_tens"]["words"] and self.last not in ("tens", "teen", "scale"):
            return False
        tens = self.last in ("teen", "tens") or (self.last == "scale" and self.half == 1)  # "hơn chục năm" is ten years
        if tens and word in self.lex.sets["never_after_tens"]:
            return False
        if self.last in ("one", "half") or (self.last == "teen" and self.section % 100 in self._closed()):
            return False
        self.section += value * Decimal(10) ** (self.half - 1) if self._tenth(word) else value
        return self._said("one")

    def _tenth(self, word: str) -> bool:
        """A lone one behind a scale word counts its tenths: "hai triệu ba", "một trăm hai"."""
        low = self.tokens.low
        after = low[self.i + 1]
        joined = low[self.i - 1] in self.lex.words["joiners"]["words"]
        spoken = self.last == "scale" and not joined and self.half > 1 and word in self.lex.sets["tenths"]
        return spoken and after not in self.lex.scales and after not in self.lex.words["tens"] and after not in self.lex.words["teens"]

    def _closed(self) -> range:
        """Teens that take no unit behind them: "twelve" never does, "mười" does."""
        return range(11, 20) if self.lex.words["tens"] else range(10, 20)

    def _teen(self, value: Decimal) -> bool:
        if self.last in ("one", "teen", "tens", "half"):
            return False
        self.section += value
        return self._said("teen")

    def _scale(self, power: int) -> bool:
        if self.last == "half" and not self.section:
            return False
        if power == 2:
            self.section *= 100
            self.half = 2
            return self.last in ("one", "teen", "tens") and self._said("scale")
        if power < self.scale and self.scale < 99:
            self.total += self.section * Decimal(10) ** power
        else:
            self.total = (self.total + self.section) * Decimal(10) ** power
        self.section = Decimal(0)
        self.scale = self.half = power
        return self._said("scale")

    def _said(self, sort: str) -> bool:
        self.last = sort
        self.spoken += 1
        self.done_at = self.i + 1
        return True
