"""From drafts to mentions «hoàn thiện»: each figure takes its sentence's period and the words it speaks of."""

from __future__ import annotations

from bisect import bisect_left

from .lexicon import Lexicon
from .model import FIGURE_KINDS, Mention, Period
from .quantities import Draft
from .tokens import BREAK, TAB, Tokens

_EDGES = frozenset({BREAK, TAB, ".", ",", ";", ":", "(", ")", "|", "!", "?", '"', "“", "”", "-", "–"})
_WIDEST = 8


class Surroundings:
    """The sentences and periods of one text."""

    def __init__(self, tokens: Tokens, drafts: list[Draft], lex: Lexicon) -> None:
        self.tokens, self.drafts, self.lex = tokens, drafts, lex
        self.ends = [k for k, word in enumerate(tokens.low) if word in _ENDS and self._ends(k, word)]
        self.sentences = [bisect_left(self.ends, draft.first) for draft in drafts]
        self.periods = self._periods()
        self.place = 0

    def _ends(self, k: int, word: str) -> bool:
        """A point ends a sentence unless it stands behind an abbreviation or inside one."""
        if word != ".":
            return True
        tokens = self.tokens
        if tokens.glued(k + 1):
            return False
        return not (k and len(tokens.low[k - 1]) < 3 and tokens.capital(k - 1))

    def _periods(self) -> list[Period | None]:
        """For each draft the nearest period before it in its sentence, else the first one behind."""
        found: list[Period | None] = [None] * len(self.drafts)
        for order in (range(len(self.drafts)), range(len(self.drafts) - 1, -1, -1)):
            sentence, period = -1, None
            for n in order:
                if self.sentences[n] != sentence:
                    sentence, period = self.sentences[n], None
                draft = self.drafts[n]
                if draft.period is not None:
                    period = period if self._base(draft) else draft.period
                elif found[n] is None:
                    found[n] = period
        return found

    def _base(self, draft: Draft) -> bool:
        """A period that another is compared with says nothing about the figure itself."""
        return draft.first > 0 and self.tokens.low[draft.first - 1] in self.lex.sets["comparisons"]

    def mention(self, draft: Draft) -> Mention:
        tokens, n = self.tokens, self.place
        self.place += 1
        start, end = tokens.start[draft.first], tokens.end[draft.last - 1]
        figure = draft.kind in FIGURE_KINDS
        return Mention(
            tokens.text[start:end],
            start,
            end,
            draft.kind,
            draft.value,
            draft.high,
            draft.of,
            draft.unit,
            draft.per,
            draft.hedge,
            draft.period if draft.period else self.periods[n] if figure else None,
            self._subject(draft) if figure else None,
            draft.flags,
        )

    def _subject(self, draft: Draft) -> str | None:
        """The words that tell what is counted: behind a count, before everything else."""
        if draft.kind == "count" and draft.amount is not None:
            number = draft.amount.number
            return self._words(number.last, self._forward(number.last))
        return self._words(self._backward(draft.first), draft.first)

    def _words(self, first: int, last: int) -> str | None:
        if first >= last:
            return None
        return self.tokens.text[self.tokens.start[first] : self.tokens.end[last - 1]]

    def _forward(self, first: int) -> int:
        low, j = self.tokens.low, first
        stops = self.lex.sets["function_words"]
        while j < first + _WIDEST and low[j] not in _EDGES and low[j] not in stops and not low[j][0].isdecimal():
            j += 1
        return j

    def _backward(self, last: int) -> int:
        low, j = self.tokens.low, last
        while j > 0 and last - j < _WIDEST and low[j - 1] not in _EDGES and not low[j - 1][0].isdecimal():
            j -= 1
        return j


_ENDS = frozenset({".", "!", "?", BREAK, ";"})
