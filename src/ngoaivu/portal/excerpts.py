"""Excerpts «đoạn trích»: what of a text answers a search, in whole sentences, with the words asked for marked. Pure: no table, no request.

A short lede is shown whole, because half of it may say the contrary of all of it. Else come the sentences that hold most of the words, each
to its end, and a sign where more follows. Words that stand side by side as they were asked are marked there alone.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ngoaivu.portal.letters import LETTER
from ngoaivu.portal.terms import Term

LEDE = 400  # signs of a lede that is shown whole
MOST, BOTH = 300, 420  # signs of a sentence that is shown whole, of two
BEFORE = 90  # signs before the first hit of a longer one
BEGINNING = 3  # letters: a shorter word is looked for as a whole word alone
_SHORTENED = ("TP", "Tp", "TX", "P", "Q", "ThS", "TS", "PGS", "GS", "BS", "Mr", "Mrs", "Ms", "Dr", "St", "No")  # words whose point ends no sentence
SENTENCE = re.compile("".join(rf"(?<!\b{word}\.)" for word in _SHORTENED) + r"(?<=[.?!…])\s+(?=[A-ZĐÀ-Ỹ“])")
BESIDE = re.compile(rf"[^{LETTER}.?!;\n]+")  # what may stand between two words that belong together


@dataclass(frozen=True)
class Hit:
    """A term in a text: from where to where, the terms in a row that it is of."""

    start: int
    end: int
    row: tuple[int, ...]


class Marks:
    """The terms of a query as they stand in one text; `text` is all of it, title and body."""

    def __init__(self, terms: Sequence[Term], text: str) -> None:
        self.whole = [re.compile(f"(?<![{LETTER}])(?:{term.spelt})(?![{LETTER}])", re.IGNORECASE) for term in terms]
        self.begun = [re.compile(f"(?<![{LETTER}])(?:{term.spelt})", re.IGNORECASE) for term in terms if len(term.word) >= BEGINNING]
        self.bound = {term for hit in self.hits(text) if len(hit.row) > 1 for term in hit.row}

    def hits(self, text: str) -> list[Hit]:
        """Where the terms stand, those side by side in the order asked as one."""
        single = sorted((hit.start(), hit.end(), place) for place, one in enumerate(self.whole) for hit in one.finditer(text))
        found: list[Hit] = []
        for start, end, place in single:
            last = found[-1] if found else None
            if last and place == last.row[-1] + 1 and BESIDE.fullmatch(text, last.end, start):
                found[-1] = Hit(last.start, end, (*last.row, place))
            else:
                found.append(Hit(start, end, (place,)))
        return found

    def marked(self, text: str) -> list[tuple[str, bool]]:
        """A text in pieces: (words, whether they were asked for)."""
        made, spot = [], 0
        for hit in self.hits(text):
            if hit.start >= spot and self._meant(hit):
                made += [(text[spot : hit.start], False), (text[hit.start : hit.end], True)]
                spot = hit.end
        return [(piece, asked) for piece, asked in [*made, (text[spot:], False)] if piece]

    def _meant(self, hit: Hit) -> bool:
        """Whether a word is the one asked for: where it stands beside its neighbour elsewhere in the text, alone it is another."""
        return len(hit.row) > 1 or hit.row[0] not in self.bound

    def held(self, text: str) -> set[int]:
        """The terms that stand in a text as whole words."""
        return {place for hit in self.hits(text) if self._meant(hit) for place in hit.row}

    def weight(self, text: str, wanted: set[int] | None = None) -> tuple[int, int, int]:
        """How well a sentence answers: the terms it holds, the longest row of them, the words that begin so."""
        hits = [hit for hit in self.hits(text) if self._meant(hit)]
        told = {place for hit in hits for place in hit.row}
        row = max((len(hit.row) for hit in hits), default=0)
        return len(told & wanted if wanted is not None else told), row, sum(bool(one.search(text)) for one in self.begun)

    def first(self, text: str) -> int:
        """Where the first of them stands or begins."""
        hits = sorted(self.hits(text), key=lambda hit: (-len(hit.row), hit.start))
        starts = [hit.start for hit in hits[:1]] or [found.start() for one in self.begun if (found := one.search(text))]
        return min(starts, default=0)


def excerpt(lead: str, body: str, marks: Marks) -> str:
    """What of a text answers: its short lede, if no sentence answers better; else the best sentence, and the one that has what it lacks."""
    paragraphs = [part for part in (lead, *body.split("\n")) if part.strip()]
    told = [(place, one.strip()) for place, part in enumerate(paragraphs) for one in SENTENCE.split(part) if one.strip()]
    if not told:
        return ""
    best = max(range(len(told)), key=lambda spot: marks.weight(told[spot][1]))
    answered, of_lede = marks.weight(told[best][1]), marks.weight(lead) if lead else (0, 0, 0)
    if lead and len(lead) <= LEDE and of_lede >= answered:
        return lead
    chosen = sorted({best, _second(told, best, marks)})
    return _joined(told, chosen, marks)


def _second(told: list[tuple[int, str]], best: int, marks: Marks) -> int:
    """The sentence that holds most of what the best one lacks, if both may be shown; else the best again."""
    lacked = {place for _paragraph, one in told for place in marks.held(one)} - marks.held(told[best][1])
    room = BOTH - len(told[best][1])
    others = [spot for spot, (_place, one) in enumerate(told) if len(one) <= room and marks.held(one) & lacked]
    return max(others, key=lambda spot: (marks.weight(told[spot][1], lacked), -abs(spot - best)), default=best)


def _joined(told: list[tuple[int, str]], chosen: Iterable[int], marks: Marks) -> str:
    """Sentences as one excerpt, with a sign where something is left out between them or follows in their paragraph."""
    made, last = "", -1
    for spot in chosen:
        gap = "" if not made else " " if spot == last + 1 else " … "
        made, last = made + gap + _cut(told[spot][1], marks), spot
    follows = last + 1 < len(told) and told[last + 1][0] == told[last][0]
    return made + (" …" if follows and not made.endswith("…") else "")


def _cut(sentence: str, marks: Marks) -> str:
    """A sentence, of a very long one what stands around its first hit."""
    if len(sentence) <= MOST:
        return sentence
    first = marks.first(sentence)
    start = 0 if first <= BEFORE else sentence.find(" ", first - BEFORE) + 1
    end = len(sentence) if len(sentence) - start <= MOST else sentence.rfind(" ", start, start + MOST)
    return ("… " if start else "") + sentence[start : max(end, start + 1)] + ("" if end >= len(sentence) else " …")
