"""Captions «đơn vị tính, tên bảng»: what one line says for the numbers below it or behind it in a list.

"ĐVT: triệu USD", "Table 3: Inbound delegations", "Đơn giá (USD/tấn): gạo 520; hạt tiêu 3.150".
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from .amounts import Amount
from .heads import names_number
from .lexicon import Lexicon
from .named import bracketed, given_at, named
from .quantities import Draft
from .tokens import BREAK, TAB, Tokens

_ENTERED = frozenset({";", ",", ".", BREAK, TAB, "|", ")"})
_TABULAR = frozenset({TAB, "|", BREAK, ":", ";"})
_WIDEST = 8
_WIDEST_ROW = 16
_BARS, _ROW = frozenset({"|", TAB}), frozenset({"|", TAB, ":"})
_ENDLESS = 1 << 60
_TITLE = 16
_NUMBERED = 3  # words before the point or colon behind the number of a table


@dataclass(frozen=True, slots=True)
class Caption:
    """Chú dẫn: it stands at word `place`. Up to `end` no noun before a number contradicts a unit; the title of a table says no more."""

    place: int
    end: int
    given: Amount
    title: bool = False


class Captions:
    """The captions of one text, in order: those of tables, and heads that speak for the list behind them."""

    def __init__(self, tokens: Tokens, lex: Lexicon) -> None:
        self.tokens, self.lex = tokens, lex
        self.tables: list[Caption] = []
        self.heads: list[Caption] = []
        low = tokens.low
        colons = [k for k, word in enumerate(low) if word == ":"] if ":" in tokens.text else []
        titles = [] if lex.sets["tables"].isdisjoint(low) else [k for k, word in enumerate(low) if word in lex.sets["tables"]]
        closed = [k for k, word in enumerate(low) if word == ")" and low[k + 1] == BREAK] if ")\n" in tokens.text else []
        if not (colons or titles or closed):
            return
        self.breaks = [k for k, word in enumerate(low) if word == BREAK]
        self.stops = [k for k in self.breaks if k and low[k - 1] == "."]
        for j in colons:
            self._unit(j)
        for k in titles:
            self._title(k)
        for k in closed:
            self._closed(k)
        self.tables.sort(key=_place)

    def _unit(self, j: int) -> None:
        """A caption, or a head with its unit in brackets, before the colon at word `j`."""
        low, lex = self.tokens.low, self.lex
        if lex.captions.match_back(low, j - 1, max(0, j - 6)):
            given = given_at(self.tokens, j + 1, lex)
            if given:
                self.tables.append(Caption(j, _next(self.stops, j), given))
            return
        start = max(0, j - _WIDEST)
        if not j or low[j - 1] != ")" or "(" not in low[start:j]:
            return
        given = bracketed(self.tokens, start, j - 1, lex)
        if given is None or given.last != j - 1:
            return
        if low[j + 1] == BREAK:
            self.tables.append(Caption(j, _next(self.stops, j), given))
        else:
            self.heads.append(Caption(j, _next(self.breaks, j), given))

    def _title(self, k: int) -> None:
        """ "Table 3: Inbound delegations" on a line of its own, with its word for a table at `k`."""
        low = self.tokens.low
        opens = k == 0 or BREAK in low[max(0, k - 2) : k] or k == 1
        if not (opens and low[k + 1][0].isdecimal() and low[k + 2] in (":", ".")):
            return
        start = k + _NUMBERED
        line = low[start : start + _TITLE]
        stop = start + line.index(BREAK) if BREAK in line else start
        given = named(self.tokens, start, stop, self.lex)
        if given:
            title = bracketed(self.tokens, start, stop, self.lex) is None
            self.tables.append(Caption(k, _next(self.stops, stop), given, title))

    def _closed(self, k: int) -> None:
        """ "Giải ngân theo lĩnh vực (triệu đồng)" on a line of its own, above rows "Y tế: 4.215" or "Vốn vay | 840"."""
        low = self.tokens.low
        n = bisect_left(self.breaks, k) - 1
        start = self.breaks[n] + 1 if n >= 0 else 0
        below = low[k + 2 : k + 2 + _WIDEST_ROW]
        row = below[: below.index(BREAK)] if BREAK in below else below
        if _BARS.isdisjoint(low[start:k]) and not _ROW.isdisjoint(row):
            given = bracketed(self.tokens, start, k, self.lex)
            if given is not None and given.last == k:
                self.tables.append(Caption(k, _next(self.stops, k), given))

    def behind(self, draft: Draft) -> Amount | None:
        """What the head of its list says of a figure: "Đơn giá (USD/tấn): gạo 520; hạt tiêu 3.150"."""
        n = bisect_left(self.heads, draft.first, key=_place) - 1
        if n < 0 or draft.first > self.heads[n].end:
            return None
        word = self.tokens.low[draft.last]
        return self.heads[n].given if word in _ENTERED or word in self.lex.sets["name_joins"] else None

    def above(self, draft: Draft, firm: bool) -> Amount | None:
        """What the last caption above says, for numbers that stand like those of a table.

        With `firm`, only one whose unit no noun before the number contradicts, and no farther than its table.
        """
        n = bisect_left(self.tables, draft.first, key=_place) - 1
        if n < 0:
            return None
        caption, low = self.tables[n], self.tokens.low
        ended = draft.first > caption.end
        if (firm and (ended or caption.title)) or (caption.title and (ended or names_number(low, draft.first - 2, self.lex.lang))):
            return None
        before = low[draft.first - 1] if draft.first else BREAK
        return caption.given if before in _TABULAR or low[draft.last] in (TAB, "|", BREAK) else None


def _next(places: list[int], j: int) -> int:
    """The first of `places` from `j` on; the end of the text where there is none."""
    n = bisect_left(places, j)
    return places[n] if n < len(places) else _ENDLESS


def _place(caption: Caption) -> int:
    return caption.place
