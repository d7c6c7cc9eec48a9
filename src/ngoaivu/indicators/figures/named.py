"""What a label, a head or a caption names «đơn vị ghi ở nhãn»: "(triệu USD)", "Đoàn vào", "USD/tấn", as an amount without a number."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from .amounts import Amount
from .lexicon import Lexicon, Unit
from .numerals import Number, scales_at
from .tokens import Tokens

LEADS = frozenset({"(", "-", "–", "+", "*", "•"})


def given_at(tokens: Tokens, j: int, lex: Lexicon) -> Amount | None:
    """A unit with an optional scale and rate at word `j`."""
    power, k = scales_at(tokens, j, lex)
    found = lex.units.match(tokens.low, k)
    if found is None:
        return None
    if not power and found[0].sort == "money":
        power, k = scales_at(tokens, found[1], lex)
        found = found[0], k
    per, last = _over(tokens, found, lex)
    return replace(_NOTHING, power=power, unit=found[0], last=last, per=per)


def _over(tokens: Tokens, found: tuple[Unit, int], lex: Lexicon) -> tuple[str | None, int]:
    """What a unit is counted over: "USD/tấn", "lượt/ngày", but not "images/documents"."""
    unit, last = found
    over = lex.units.match(tokens.low, last + 1) if tokens.low[last] == "/" and tokens.glued(last) and tokens.glued(last + 1) else None
    if over is None or (unit.sort == "count" and over[0].sort != "measure"):
        return None, last
    return over[0].code, over[1]


def bracketed(tokens: Tokens, start: int, end: int, lex: Lexicon) -> Amount | None:
    """The unit right behind a bracket among words [start, end)."""
    low = tokens.low
    for j in range(start, end):
        caption = lex.captions_ahead.match(low, j + 1) if low[j] == "(" else None
        first = j + 1 if caption is None else caption[1] + (low[caption[1]] == ":")  # "(ĐVT: triệu USD)"
        given = given_at(tokens, first, lex) if low[j] == "(" else None
        if given is not None and given.last <= end:
            return given
    return None


def counted(tokens: Tokens, start: int, end: int, lex: Lexicon, targets: bool = False) -> Amount | None:
    """The first thing that can be counted among words [start, end); a plan or a target only with `targets`."""
    low, j = tokens.low, start
    while j < end and (low[j] in lex.sets["label_openers"] or low[j] in LEADS):
        j += 1
    while j < end:
        other = _in_name(tokens, j, start) or (j and low[j - 1] == "(") or lex.not_units.match(low, j)
        given = None if other else given_at(tokens, j, lex)
        if given is None or given.last > end:
            j += 1
            continue
        planned = not targets and lex.targets.match_back(low, given.last - 1, j) and (not j or low[j - 1] not in lex.sets["label_openers"])
        given = _head(tokens, j, end, given, lex)
        plain = given.unit is not None and given.unit.sort == "count" and given.unit.code != "time" and not given.power
        if plain and not planned:  # a plan or a target says how much, not of what
            return given
        j = given.last
    return None


def _head(tokens: Tokens, j: int, end: int, given: Amount, lex: Lexicon) -> Amount:
    """ "APEC business travel cards" are cards, and "Student exchange agreements" agreements: the plural ends the noun phrase."""
    if not lex.words["noun_reach"] or given.unit is None or given.unit.sort != "count" or not given.unit.single:
        return given
    k = given.last
    while k < end and tokens.low[k].isalpha() and tokens.low[k] not in lex.sets["function_words"]:
        found = lex.units.match(tokens.low, k)
        if found is not None and found[0].sort == "count" and not found[0].single and found[1] <= end:
            return replace(given, unit=found[0], last=found[1])
        k += 1
    return given


def cell(tokens: Tokens, start: int, end: int, lex: Lexicon) -> Amount | None:
    """What the head of a column names; one that is nothing but a currency, "USD" or "VND million", makes its cells money."""
    given = given_at(tokens, start, lex) if start < end else None
    if given is not None and given.last == end and given.unit is not None and given.unit.sort == "money":
        return given
    return named(tokens, start, end, lex)


def named(tokens: Tokens, start: int, end: int, lex: Lexicon) -> Amount | None:
    """The unit in brackets, else what can be counted, among words [start, end)."""
    own = bracketed(tokens, start, end, lex)
    given = None if own else counted(tokens, start, end, lex)
    return own or (replace(given, power=_scaled(tokens, start, end, lex)) if given else None)


def _scaled(tokens: Tokens, start: int, end: int, lex: Lexicon) -> int:
    """ "Visitors (thousand)": a scale alone in brackets holds for what the label counts."""
    for j in range(start, end - 2):
        if tokens.low[j] == "(":
            power, last = scales_at(tokens, j + 1, lex)
            return power if last < end and tokens.low[last] == ")" else 0
    return 0


def _in_name(tokens: Tokens, j: int, start: int) -> bool:
    """Whether the word goes on a proper name: the "Kỳ" of "Hoa Kỳ" is no issue of a paper."""
    words = [tokens.text[tokens.start[k] : tokens.end[k]] for k in (j - 1, j)] if j > start else []
    return bool(words) and all(word.istitle() and len(word) > 1 for word in words)


_NOTHING = Amount(0, 0, Number(0, 0, Decimal(0), ""), Decimal(0))
