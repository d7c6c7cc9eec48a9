"""One shared reading of each figure «sự kiện»: its words, its time, its side, its part in the sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property

from ..model import Mention
from ..vocabulary import vocabulary
from .arithmetic import digits_shown, miswritten, step_of
from .compared import as_compared
from .evidence import Evidence, phrases
from .lists import any_of
from .scopes import Mark, Scope, governing
from .tables import column_of, head_time

_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"[;:()\n]|,(?!\d)|(?<!\d)\.|\.(?!\d)")
_TOPIC = 40  # characters of a sentence that say what it is about
_LEAD, _TAIL = 90, 60
_JOINED = re.compile(r"[,;:(]")
_BEHIND = 70
_BASED = 16
_LABEL = 50
_PLACES = frozenset({"country", "province", "locality", "commune", "district", "village"})


@dataclass(frozen=True, eq=False)
class Fact:
    """A figure with what the text says about it; `place` is its number among the facts of the text."""

    evidence: Evidence
    figure: Mention
    place: int
    sentence: int
    previous: Mention | None
    following: Mention | None

    @property
    def value(self) -> Decimal:
        return self.figure.value or Decimal(0)

    @cached_property
    def step(self) -> Decimal:
        """The unit of the last digit shown."""
        return step_of(self.figure)

    @cached_property
    def shown(self) -> str:
        """Its digits as they are written."""
        return digits_shown(self.figure)

    def slip(self, needed: Decimal) -> Decimal:
        """How likely by mere chance it looks like a slip of `needed`, from 0 to 1."""
        return miswritten(self.shown, self.step, needed)

    @cached_property
    def lead(self) -> str:
        """The words before it, back to the figure before or the beginning of its sentence."""
        start = max(self.evidence.bounds(self.sentence)[0], self.previous.end if self.previous else 0, self.figure.start - _LEAD)
        return self.evidence.lower[start : self.figure.start]

    @cached_property
    def tail(self) -> str:
        """The words behind it, up to the next figure or the end of its sentence."""
        end = min(self.evidence.bounds(self.sentence)[1], self.figure.end + _TAIL)
        end = min(end, self.following.start) if self.following else end
        return self.evidence.lower[self.figure.end : end]

    @cached_property
    def clause(self) -> str:
        """Its own clause: between the marks of punctuation or the figures around it."""
        tail = _CLAUSE.split(self.tail)[0]
        joiner = phrases(self.evidence.lang, "joiners").search(tail)
        return " ".join((_CLAUSE.split(self.lead)[-1], self.figure.text.lower(), tail[: joiner.start()] if joiner else tail))

    @cached_property
    def mark(self) -> Mark | None:
        """The time told in its own sentence, or at the head of its column."""
        if headed := head_time(self.evidence, self.figure.start):
            return headed
        stop = min(self.figure.end + _BEHIND, self.following.start if self.following else len(self.evidence.lower))
        marks, sentence = self.evidence.marks, self.evidence.bounds(self.sentence)
        mark = governing(marks, self.figure.start, self.figure.end, sentence, min(stop, sentence[1]))
        if mark is not None and mark.start > self.figure.start and self._parted(mark.start):
            mark = governing(marks, self.figure.start, self.figure.end, sentence, self.figure.end)
        based = self.evidence.base_mark(self.figure, _BASED)
        return based or mark

    def _parted(self, place: int) -> bool:
        """Whether something else begins between the figure and a place behind it."""
        between = self.evidence.lower[self.figure.end : place]
        return _JOINED.search(between) is not None or self.evidence.has("joiners", between)

    @cached_property
    def column(self) -> int | None:
        """In which cell of its row it stands; None outside tables."""
        return column_of(self.evidence, self.figure.start)

    @cached_property
    def scope(self) -> Scope | None:
        """The time it speaks of, from its own sentence or the one before."""
        if self.mark is not None:
            return self.mark.scope
        before = self.evidence.bounds(max(0, self.sentence - 1))
        mark = governing(self.evidence.marks, self.figure.start, self.figure.end, before, self.figure.end)
        return mark.scope if mark else None

    @cached_property
    def aspects(self) -> dict[str, frozenset[str]]:
        """The sides its clause takes: in or out, export or import, committed or paid."""
        found: dict[str, set[str]] = {}
        known = aspect_words(self.evidence.lang)
        for match in aspect_pattern(self.evidence.lang).finditer(self.clause):
            aspect, side = known[match.group()]
            found.setdefault(aspect, set()).add(side)
        for match in aspect_pattern(self.evidence.lang).finditer(self.label):
            aspect, side = known[match.group()]
            found.setdefault(aspect, {side})
        return {aspect: frozenset(sides) for aspect, sides in found.items()}

    @cached_property
    def topic(self) -> dict[str, frozenset[str]]:
        """The sides its sentence takes at its beginning."""
        start, end = self.evidence.bounds(self.sentence)
        known, found = aspect_words(self.evidence.lang), dict[str, frozenset[str]]()
        for match in aspect_pattern(self.evidence.lang).finditer(self.evidence.lower, start, min(end, start + _TOPIC)):
            aspect, side = known[match.group()]
            found.setdefault(aspect, frozenset({side}))
        return found

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that tell what is counted, without those every sentence has."""
        other = self.previous is not None and self.previous.kind != self.figure.kind
        lead = self.evidence.before(self.figure, _LEAD) if other else self.lead
        around = " ".join((lead, self.figure.text.lower(), self.noun, _CLAUSE.split(self.tail)[0]))
        return self._content(around) or self._content(self.evidence.before(self.figure, 2 * _LEAD))

    @cached_property
    def wide(self) -> frozenset[str]:
        """The words of a wider part of its sentence."""
        return self._content(self.evidence.before(self.figure, _LEAD) + " " + self.noun + " " + self.evidence.after(self.figure, _LEAD))

    def _content(self, text: str) -> frozenset[str]:
        plain = plain_words(self.evidence.lang)
        return frozenset(word for word in _WORD.findall(text) if word not in plain and len(word) > 1)

    @property
    def noun(self) -> str:
        return (self.figure.subject or "").lower() if self.figure.kind == "count" else ""

    @cached_property
    def label(self) -> str:
        """What its line or sentence is headed with: "Đoàn vào: ...", "- Hàn Quốc: ..."."""
        start, _ = self.evidence.bounds(self.sentence)
        head, colon, _ = self.evidence.lower[start : min(self.figure.start, start + _LABEL)].partition(":")
        return head.strip(" \n-+*•–") if colon and not re.search(r"[\d,;(]", head) else ""

    @cached_property
    def base(self) -> bool:
        """Whether it is only what something else is compared with."""
        near = _JOINED.split(self.lead[-30:])[-1]
        than = self.figure.hedge == "exact" and self.evidence.starts_with("more_than", self.figure.text.lower())
        if than or bool(self.mark and self.mark.base) or self.evidence.has("bases", near):
            return True
        return self.evidence.ends_with("bases_near", near.rstrip()) and not self._origin

    @cached_property
    def _origin(self) -> bool:
        """Whether it says where something comes from, "from 18 countries", and not what it rose from."""
        moved = self.following is not None and self.evidence.has("moves", self.tail)
        return self.figure.unit in _PLACES and not moved

    @cached_property
    def plan(self) -> bool:
        around = _CLAUSE.split(self.lead)[-1][-45:] if "(" not in self.lead[-3:] else self.lead[-40:]
        text = self.figure.text.lower() if self.figure.kind == "share" else ""
        return self.evidence.has("planned", around + text) or self.evidence.starts_with("planned", self.tail.lstrip())

    @cached_property
    def average(self) -> bool:
        near = self.lead[-45:] + self.figure.text.lower() + self.tail[:12]
        return self.figure.per is not None or self.evidence.has("averages", near) or self.evidence.has("apiece", self.lead[-18:])

    @property
    def factor(self) -> bool:
        """Whether it is multiplied: "4 người x 2 ngày x 8.000.000 đồng"."""
        return self.lead.rstrip().endswith((" x", "×", "*"))

    @cached_property
    def definite(self) -> bool:
        """Whether it points back: "Of the 16 localities", "Cả 34 xã nói trên"."""
        lead = self.lead[-26:].rstrip()
        moved = self.following is not None and self.evidence.has("moves", self.tail)
        if self.evidence.ends_with("bases_near", lead) and not moved and not self._origin:
            return True
        return self.evidence.ends_with("definite", lead) or self.evidence.has("said_before", self.tail[:50])

    def opposed(self, other: Fact) -> bool:
        """Whether the two take different sides of anything."""
        mine, theirs = self.aspects, other.aspects
        return any(mine[a].isdisjoint(theirs[a]) for a in mine.keys() & theirs.keys())

    @cached_property
    def numbered(self) -> frozenset[str]:
        """What tells one of several alike things from the next: "giai đoạn 1", "the second phase"."""
        named = (m.text.lower() for m in self.evidence.near(self.figure, 60) if m.kind == "structural")
        ordinals = self.evidence.words["ordinals"]
        return frozenset(named) | frozenset(word for word in self.lead[-60:].split() if word in ordinals)

    @cached_property
    def names(self) -> frozenset[str]:
        """Capitalised words around, but not the first of a sentence."""
        start, end = self.evidence.bounds(self.sentence)
        first = max(start, self.figure.start - 80)
        found = _WORD.findall(self.evidence.text[first : min(end, self.figure.end + 50)])
        return frozenset(word for word in found[1 if first == start else 0 :] if word[:1].isupper())


def facts_of(evidence: Evidence) -> list[Fact]:
    """The facts of a text, in order."""
    figures = tuple(as_compared(evidence, figure) for figure in evidence.figures)
    ends = (*figures[1:], None)
    return [Fact(evidence, figure, n, evidence.sentence(figure.start), figures[n - 1] if n else None, ends[n]) for n, figure in enumerate(figures)]


@cache
def plain_words(lang: str) -> frozenset[str]:
    """Words that every sentence may have."""
    words = vocabulary(lang)
    return frozenset(words["judge"]["plain_words"]) | frozenset(words["ones"]) | frozenset(words["teens"])


@cache
def aspect_words(lang: str) -> dict[str, tuple[str, str]]:
    """Each word of a side with what it is a side of."""
    table = vocabulary(lang)["judge"]["aspects"]
    return {word: (aspect, side) for aspect, sides in table.items() for side, words in sides.items() for word in words}


@cache
def aspect_pattern(lang: str) -> re.Pattern[str]:
    """One expression for the words of all sides."""
    return any_of(aspect_words(lang))
