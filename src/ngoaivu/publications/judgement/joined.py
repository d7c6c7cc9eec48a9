"""Joined text «toàn văn»: the lines of a text read in one go, so that a figure is understood from the lines around it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from ngoaivu.indicators.figures.model import Mention
from ngoaivu.indicators.figures.reader import read
from ngoaivu.publications.judgement.model import MOST_FIGURES, TooMany
from ngoaivu.publications.lines import Line, Piece

# Two line ends: a figure is never read across two lines of a text, and a figure broken within a line still is.
BETWEEN = "\n\n"
TITLE = "title"


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked piece by its offsets in the whole text."""

    start: int
    end: int
    line: Line
    piece: Piece


@dataclass(frozen=True, slots=True)
class Joined:
    """The whole text, where each line begins in it, and its marked pieces in order."""

    text: str
    lines: tuple[Line, ...]
    starts: tuple[int, ...]
    marked: tuple[Marked, ...]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Self:
        """The lines joined, the title first whatever the order they come in."""
        ordered = sorted(lines, key=lambda line: line.place != TITLE)
        starts: list[int] = []
        marked: list[Marked] = []
        at = 0
        for line in ordered:
            starts.append(at)
            pieces = sorted(line.pieces, key=lambda piece: piece.start)
            marked += [Marked(at + piece.start, at + piece.end, line, piece) for piece in pieces]
            at += len(line.text) + len(BETWEEN)
        return cls(BETWEEN.join(line.text for line in ordered), tuple(ordered), tuple(starts), tuple(marked))

    @property
    def title_end(self) -> int:
        """Where the title ends; 0 in a text without one."""
        first = self.lines[0] if self.lines else None
        return len(first.text) if first and first.place == TITLE else 0

    def mentions(self, language: str) -> list[Mention]:
        """The figures of the whole; more than anybody writes: TooMany."""
        found = read(self.text, language)
        if len(found) > MOST_FIGURES:
            raise TooMany(len(found))
        return found

    def at(self, offset: int) -> tuple[Line, int]:
        """The line an offset of the whole lies in, and the offset where that line begins."""
        number = max(0, bisect_right(self.starts, offset) - 1)
        return self.lines[number], self.starts[number]
