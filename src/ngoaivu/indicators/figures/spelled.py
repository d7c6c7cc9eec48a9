"""Numbers in words «số viết bằng chữ», to Decimal: "hai tỷ rưỡi", "một trăm linh năm", "one hundred and twenty-two"."""

from __future__ import annotations

from decimal import Decimal

from .lexicon import Lexicon
from .numerals import Number
from .tokens import Tokens

_DECIMALS = 3
_LENGTHS = frozenset({"hour", "day", "week", "month", "year", "decade", "century"})


def words_at(tokens: Tokens, i: int, lex: Lexicon) -> Number | None:
    """A number in words at word `i`: "hai tỷ rưỡi", "one hundred and twenty-two"."""
    return _Spelled(tokens, i, lex).number()


def ends_a_number(low: list[str], i: int, lex: Lexicon) -> bool:
    """Whether a digit in words is the end of a longer number, "fifty-six", and so begins none."""
    before = low[i - 1 - (low[i - 1] == "-")] if i > 1 else low[i - 1]
    return low[i] in lex.words["ones"] and (before in lex.words["tens"] or before in lex.words["teens"])


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
        if fixed and low[self.i - 1] not in self.lex.words["ones"]:
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
        return self._half() or self._decimals(word) or self._between(word)

    def _decimals(self, word: str) -> bool:
        """ "hai phẩy bảy lăm tỷ", "two point five million": the digits behind, where something is measured by them."""
        if word not in self.lex.sets["decimal_words"] or self.last not in ("one", "teen", "tens"):
            return False
        low, ones, j = self.tokens.low, self.lex.words["ones"], self.i + 1
        while j <= self.i + _DECIMALS and low[j] in ones:
            j += 1
        while j > self.i + 1 and not self._measures(j):
            j -= 1
        if j == self.i + 1:
            return False
        self.section += Decimal(f"0.{''.join(str(ones[digit]) for digit in low[self.i + 1 : j])}")
        self.i = j - 1
        return self._said("half")

    def _measures(self, j: int) -> bool:
        found = self.lex.units.match(self.tokens.low, j)
        return self.tokens.low[j] in self.lex.scales or (found is not None and found[0].sort != "count")

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
