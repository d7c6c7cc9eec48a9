"""Marks against mentions «dấu và con số»: which figures stand in which mark, and which stand in none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from ngoaivu.indicators.figures.lexicon import lexicon
from ngoaivu.indicators.figures.model import Mention
from ngoaivu.publications.judgement.joined import Joined, Marked
from ngoaivu.publications.judgement.naming import Span


@dataclass(frozen=True, slots=True)
class Overlap:
    """`around` gives for each mark, by its place among the marks, the mentions it touches; `free` the figures outside all.

    A record answers only for a figure that stands in its own words.
    """

    around: dict[int, list[Mention]]
    free: list[Mention]

    @classmethod
    def of(cls, whole: Joined, mentions: Sequence[Mention], language: str, named: Mapping[int, Sequence[Span]]) -> Self:
        """One walk over both, which stand in order; a mention partly typed by hand is free in that part. `named`: the records' own words."""
        around: dict[int, list[Mention]] = {}
        free: list[Mention] = []
        first = 0
        for mention in mentions:
            while first < len(whole.marked) and whole.marked[first].end <= mention.start:
                first += 1
            touched = list(_touched(whole.marked, first, mention))
            for number in touched:
                around.setdefault(number, []).append(mention)
            if mention.is_figure:
                answering = [number for number in touched if _answers(whole.marked[number], named.get(number, ()), mention, language)]
                free += _typed(mention, [whole.marked[number] for number in answering], language)
        return cls(around, free)


def _answers(mark: Marked, own: Sequence[Span], mention: Mention, language: str) -> bool:
    """Whether a mark that touches a figure says what stands behind it; a record without a part in the number takes its words out of it."""
    if mark.piece.kind != "record" or any(start <= mention.start and mention.end <= end for start, end in own):
        return True
    under = mention.text[max(0, mark.start - mention.start) : max(0, mark.end - mention.start)]
    return not _has_numeral(under, language, behind=True)


def _touched(marked: Sequence[Marked], first: int, mention: Mention) -> Iterator[int]:
    for number in range(first, len(marked)):
        if marked[number].start >= mention.end:
            return
        if marked[number].end > mention.start:
            yield number


def _typed(mention: Mention, marks: Sequence[Marked], language: str) -> list[Mention]:
    """The mention itself where no mark touches it; else those of its parts outside the marks that hold a numeral."""
    if not marks:
        return [mention]
    found, at = [], mention.start
    for start, end in [*((mark.start, mark.end) for mark in marks), (mention.end, mention.end)]:
        part = mention.text[max(0, at - mention.start) : max(0, start - mention.start)]
        if _has_numeral(part, language, behind=at > mention.start):
            found.append(_part(mention, at, part))
        at = max(at, end)
    return found


def _has_numeral(part: str, language: str, *, behind: bool) -> bool:
    """Digits anywhere; a number word only behind a mark, where it says the number again: before one it is “gấp” or “thứ”."""
    words = lexicon(language).number_words if behind else ()
    return any(sign.isdecimal() for sign in part) or any(word.strip("()") in words for word in part.casefold().split())


def _part(mention: Mention, at: int, part: str) -> Mention:
    """A piece of a mention as a mention of its own; what it is worth by itself is not known."""
    start = at + len(part) - len(part.lstrip())
    text = part.strip()
    return replace(mention, text=text, start=start, end=start + len(text), value=None, high=None, of=None)
