"""What the checks look at «căn cứ»: the figures of one text with their sentences and the words around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from ..model import Finding, Mention
from ..tokens import lowered
from ..vocabulary import vocabulary
from ..writer import write

_SENTENCE_END = re.compile(r"(?<=[^\W\d_][^\W\d_])[.!?](?=\s|$)|(?<=[\d%)\]”\"])[.!?](?=\s|$)|\n")


_BULLETS = " \n\t-+*•–"


@dataclass(frozen=True, slots=True)
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
        figures = tuple(m for m in mentions if m.is_figure and m.value is not None)
        starts = [m.start for m in mentions]
        ends = tuple(match.start() for match in _SENTENCE_END.finditer(text))
        lower = lowered(text)
        ends = tuple(end for end in ends if not (_inside(mentions, starts, end) or _continued(lower, end, lang)))
        return cls(text, lower, lang, tuple(mentions), figures, ends, spoken or lang)

    @property
    def words(self) -> dict[str, Any]:
        table: dict[str, Any] = vocabulary(self.lang)["judge"]
        return table

    def sentence(self, place: int) -> int:
        """The number of the sentence that holds this place."""
        return bisect_right(self.ends, place)

    def sentences(self) -> Iterator[list[Mention]]:
        """The figures of each sentence that has any."""
        group: list[Mention] = []
        number = -1
        for figure in self.figures:
            current = self.sentence(figure.start)
            if current != number and group:
                yield group
                group = []
            number = current
            group.append(figure)
        if group:
            yield group

    def between(self, one: Mention, other: Mention) -> str:
        return self.lower[one.end : other.start]

    def before(self, figure: Mention, reach: int = 60) -> str:
        """The words before a figure, inside its sentence."""
        sentence = self.sentence(figure.start)
        start = self.ends[sentence - 1] + 1 if sentence else 0
        return self.lower[max(start, figure.start - reach) : figure.start]

    def after(self, figure: Mention, reach: int = 60) -> str:
        sentence = self.sentence(figure.start)
        end = self.ends[sentence] if sentence < len(self.ends) else len(self.lower)
        return self.lower[figure.end : min(end, figure.end + reach)]

    def near(self, figure: Mention, reach: int) -> list[Mention]:
        """The mentions that begin in the `reach` characters before a figure, in its sentence."""
        start = figure.start - len(self.before(figure, reach))
        first, last = (bisect_left(self.mentions, place, key=_start) for place in (start, figure.start))
        return list(self.mentions[first:last])

    def neighbours(self, figure: Mention) -> tuple[Mention | None, Mention | None]:
        """The figures before and behind this one."""
        n = bisect_left(self.figures, figure.start, key=_start)
        return self.figures[n - 1] if n else None, self.figures[n + 1] if n + 1 < len(self.figures) else None

    def sides(self, figure: Mention) -> frozenset[str]:
        """The sides its words take: in or out, export or import, committed or paid."""
        around = self.before(figure, 25) + figure.text.lower() + self.after(figure, 12)
        named = self.words["sides"]
        return frozenset(named[word] for word in named if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", around))

    def has(self, words: str, text: str) -> bool:
        """Whether one of a list of phrases stands in `text` as whole words."""
        return bool(_any(self.lang, words).search(text))

    def found(self, rule: str, figures: list[Mention], **facts: str) -> Finding:
        """A finding over the span of these figures."""
        message = vocabulary(self.spoken)["messages"][rule].format(**facts)
        return Finding(rule, min(m.start for m in figures), max(m.end for m in figures), message)

    def say(self, value: Decimal, like: Mention) -> str:
        """A value in the words of a figure of the same sort; of a growth only its size is said."""
        if like.unit is None and like.kind in ("growth", "ratio"):
            return str(write(value, kind="share", lang=self.spoken, precision=2))
        kind = None if like.kind == "growth" else like.kind
        return str(write(value, kind=kind, unit=like.unit, lang=self.spoken, precision=2))


def _start(mention: Mention) -> int:
    return mention.start


def _inside(mentions: list[Mention], starts: list[int], place: int) -> bool:
    n = bisect_right(starts, place) - 1
    return n >= 0 and mentions[n].start < place < mentions[n].end


def _continued(lower: str, end: int, lang: str) -> bool:
    """Whether the next line goes on with the parts of a total: "Tổng số: 73 đoàn" and below "Trong đó: ..."."""
    return lower[end] == "\n" and _any(lang, "totals_open").match(lower[end : end + 40].lstrip(_BULLETS)) is not None


@cache
def _any(lang: str, words: str) -> re.Pattern[str]:
    phrases = vocabulary(lang)["judge"][words]
    ordered = sorted(phrases, key=len, reverse=True)
    bounded = (("" if phrase[0] in ",;" else r"(?<!\w)") + re.escape(phrase) for phrase in ordered)
    return re.compile("(?:" + "|".join(bounded) + r")(?!\w)")


def step_of(figure: Mention) -> Decimal:
    """The unit of the last digit shown: "2,73 tỷ" is known to ten million, "1.840 tỷ" to a billion."""
    digits = re.search(r"\d[\d.,]*", figure.text)
    value = figure.value or Decimal(0)
    if digits is None or not value:
        return Decimal(0)
    shown = digits.group().rstrip(".,")
    significant = len(re.sub(r"\D", "", shown).lstrip("0")) or 1
    exponent = value.copy_abs().adjusted()
    return Decimal(1).scaleb(exponent - significant + 1)


def same_sort(one: Mention, other: Mention) -> bool:
    """Whether two figures can be compared at all: kind, unit and rate."""
    return one.kind == other.kind and one.unit == other.unit and one.per == other.per
