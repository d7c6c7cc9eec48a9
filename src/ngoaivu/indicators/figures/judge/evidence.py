"""What the checks look at «căn cứ»: the figures of one text with their sentences and the words around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from typing import Any

from ..model import Finding, Mention
from ..tokens import lowered
from ..vocabulary import vocabulary
from ..writer import write
from .arithmetic import step_of
from .lists import ending, phrases
from .plain import counted
from .scopes import Mark, marks_of

__all__ = ["Evidence", "phrases", "step_of"]  # other rooms take `step_of` from here

_SENTENCE_END = re.compile(r"(?<=[^\W\d_][^\W\d_])[.!?](?=\s|$)|(?<=[\d%)\]”\"])[.!?](?=\s|$)|\n")
_BULLETS = " \n\t-+*•–"
_BULLET_SIGNS = "-+*•–"
_LINE = 400  # characters of a line looked back over
_CONTINUED = 40  # characters of the next line in which it may say that it goes on


@dataclass(frozen=True)
class Evidence:
    """One text; `figures` are its mentions that are figures, in order. Findings are told in the language `spoken`."""

    text: str
    lower: str
    lang: str
    mentions: tuple[Mention, ...]
    figures: tuple[Mention, ...]
    ends: tuple[int, ...]
    spoken: str

    @classmethod
    def of(cls, text: str, mentions: list[Mention], lang: str, spoken: str = "") -> Evidence:
        lower = lowered(text)
        read = (counted(text, lower, m, lang) or m for m in mentions)
        figures = tuple(m for m in read if m.is_figure and m.value is not None)
        starts = [m.start for m in mentions]
        ends = tuple(match.start() for match in _SENTENCE_END.finditer(text))
        ends = tuple(end for end in ends if not (_inside(mentions, starts, end) or _continued(lower, end, lang)))
        return cls(text, lower, lang, tuple(mentions), figures, ends, spoken or lang)

    @property
    def words(self) -> dict[str, Any]:
        table: dict[str, Any] = vocabulary(self.lang)["judge"]
        return table

    @cached_property
    def marks(self) -> list[Mark]:
        """Every time the text names, in order."""
        return marks_of(self.lower, self.mentions, self.lang)

    def sentence(self, place: int) -> int:
        """The number of the sentence that holds this place."""
        return bisect_right(self.ends, place)

    def bounds(self, number: int) -> tuple[int, int]:
        """Where a sentence begins and ends."""
        if number > len(self.ends):
            return len(self.lower), len(self.lower)
        start = self.ends[number - 1] + 1 if number else 0
        return start, self.ends[number] if number < len(self.ends) else len(self.lower)

    def row(self, number: int) -> bool:
        """Whether a sentence is a row of a table, whose neighbours tell other things in the same words."""
        start, end = self.bounds(number)
        return "|" in self.lower[start:end] or "\t" in self.lower[start:end]

    @cached_property
    def heads(self) -> dict[int, int]:
        """For each row of a table the number of its first row."""
        heads: dict[int, int] = {}
        for number in range(len(self.ends) + 1):
            if self.row(number):
                heads[number] = heads.get(number - 1, number)
        return heads

    def item(self, number: int) -> bool:
        """Whether a sentence is an item of a list of lines."""
        start, end = self.bounds(number)
        return self.lower[start:end].lstrip()[:1] in _BULLET_SIGNS and start < end

    def listed(self, number: int) -> bool:
        """Whether a sentence is a line by itself: an item, a row, or one of several short lines."""
        return number in self._lines

    @cached_property
    def _lines(self) -> frozenset[int]:
        return frozenset(number for number in range(len(self.ends) + 1) if self._line(number))

    def _line(self, number: int) -> bool:
        start, end = self.bounds(number)
        begins, ends = start == 0 or self.lower[start - 1] == "\n", end == len(self.lower) or self.lower[end] == "\n"
        return self.row(number) or self.item(number) or (begins and ends and ":" in self.lower[start:end])

    def between(self, one: Mention, other: Mention) -> str:
        return self.lower[one.end : other.start]

    def before(self, figure: Mention, reach: int = 60) -> str:
        """The words before a figure, inside its sentence."""
        start, _ = self.bounds(self.sentence(figure.start))
        return self.lower[max(start, figure.start - reach) : figure.start]

    def after(self, figure: Mention, reach: int = 60) -> str:
        _, end = self.bounds(self.sentence(figure.start))
        return self.lower[figure.end : min(end, figure.end + reach)]

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin between two places."""
        first, last = (bisect_left(self.mentions, place, key=_start) for place in (start, end))
        return list(self.mentions[first:last])

    def near(self, figure: Mention, reach: int) -> list[Mention]:
        """The mentions that begin in the `reach` characters before a figure, in its sentence."""
        start = figure.start - len(self.before(figure, reach))
        return self.mentions_in(start, figure.start)

    def has(self, words: str, text: str) -> bool:
        """Whether one of a list of phrases stands in `text` as whole words."""
        return bool(phrases(self.lang, words).search(text))

    def complements(self, text: str) -> bool:
        """Whether two things that together are all of it, men and women, stand in `text`."""
        pairs = self.words["complements"]
        if not pairs:
            return False
        found = set(_paired(self.lang).findall(text))
        return any(one in found and other in found for one, other in pairs)

    def ends_with(self, words: str, text: str) -> bool:
        """Whether `text` ends with one of a list of phrases."""
        return ending(self.lang, words, text)

    def starts_with(self, words: str, text: str) -> bool:
        """Whether `text` starts with one of a list of phrases."""
        return phrases(self.lang, words).match(text) is not None

    def opening(self, words: str, text: str) -> str:
        """The phrase of a list that `text` starts with; empty where there is none."""
        match = phrases(self.lang, words).match(text)
        return match.group() if match else ""

    def each(self, words: str, text: str) -> list[int]:
        """Where the phrases of a list end in `text`."""
        return [match.end() for match in phrases(self.lang, words).finditer(text)]

    def without(self, words: str, text: str) -> str:
        """`text` without the phrases of a list."""
        return phrases(self.lang, words).sub("", text)

    def base_mark(self, figure: Mention, reach: int) -> Mark | None:
        """The time right before a figure that is only compared with: "so với năm 2022 (50 đoàn)"."""
        n = bisect_left(self.marks, figure.start, key=_start) - 1
        if n < 0 or not self.marks[n].base or self.marks[n].end < figure.start - reach:
            return None
        return None if set(self.lower[self.marks[n].end : figure.start]) & set(",;.") else self.marks[n]

    def found(self, rule: str, figures: list[Mention], told: str = "", **facts: str) -> Finding:
        """A finding over the span of these figures; `told` names another sentence than the rule's own."""
        message = self.message(told or rule, **facts)
        return Finding(rule, min(m.start for m in figures), max(m.end for m in figures), message)

    def message(self, rule: str, **facts: str) -> str:
        """The sentence of a rule in the language spoken."""
        return str(vocabulary(self.spoken)["messages"][rule].format(**facts))

    def say(self, value: Decimal, like: Mention) -> str:
        """A value in the words of a figure of the same sort; of a growth only its size is said."""
        if like.unit is None and like.kind in ("growth", "ratio"):
            return str(write(value, kind="share", lang=self.spoken, precision=2))
        kind = None if like.kind == "growth" else like.kind
        return str(write(value, kind=kind, unit=like.unit, lang=self.spoken, precision=2))


def _start(placed: Mention | Mark) -> int:
    return placed.start


def _inside(mentions: list[Mention], starts: list[int], place: int) -> bool:
    n = bisect_right(starts, place) - 1
    return n >= 0 and mentions[n].start < place < mentions[n].end


def _continued(lower: str, end: int, lang: str) -> bool:
    """Whether the next line goes on with the parts of a total: "Tổng số: 73 đoàn" and below "Trong đó: ..."."""
    if lower[end] != "\n" or _item(lower, end):
        return False
    return phrases(lang, "totals_open").match(lower[end : end + _CONTINUED].lstrip(_BULLETS)) is not None


def _item(lower: str, end: int) -> bool:
    """Whether the line that ends here is the last of several items, below which the text is no item."""
    start = lower.rfind("\n", max(0, end - _LINE), end) + 1
    above = lower.rfind("\n", max(0, start - 1 - _LINE), max(0, start - 1)) + 1
    bullet = lower[start : start + 1]
    return bullet in _BULLET_SIGNS and bullet != "" and lower[above : above + 1] == bullet != lower[end + 1 : end + 2]


@cache
def _paired(lang: str) -> re.Pattern[str]:
    """Every word of a pair wherever it stands, also inside a longer one: "dự án" in "phi dự án"."""
    words = {word for pair in vocabulary(lang)["judge"]["complements"] for word in pair}
    return re.compile(r"(?<!\w)(?=(" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + r")(?!\w))")
