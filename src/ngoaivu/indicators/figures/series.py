"""Lists «chuỗi số»: several numbers that share one unit and scale ("từ 8.200 lên 12.300 tỷ đồng", "584, 244 và 180
triệu USD"), which stands behind the last of them.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from .amounts import sharing
from .lexicon import Lexicon
from .model import Kind
from .moved import move_on
from .nouns import apposed, common, plural_behind
from .quantities import Draft
from .tokens import BREAK, TAB, Tokens

_WIDEST = 9
_SHORT = 3
_ADJECTIVES = 4  # words of an adjective with its hyphen and the word that joins
_NAMED = 2  # a name and its "and"
_CALLED = 3  # digits of a number to call
_STOPS = frozenset({BREAK, TAB, ".", ";", ":", "?", "!"})
_NAMES = frozenset({"structural", "document"})


def share_units(tokens: Tokens, drafts: list[Draft], lex: Lexicon) -> None:
    """Gives numbers without a unit that of the number they are listed with; walks from the last to the first."""
    following: Draft | None = None
    gaps: list[Draft] = []
    for draft in reversed(drafts):
        if draft.amount is None:
            continue
        if following is not None and _lacks(draft) and _listed(tokens, draft, following, drafts, lex):
            _adopt(draft, following, lex)
            gaps.append(draft)
        following = draft
    _flag_gaps(tokens, drafts, gaps)
    _pass_on(tokens, drafts, lex)


def _flag_gaps(tokens: Tokens, drafts: list[Draft], gaps: list[Draft]) -> None:
    """ "647 million USD, 130 million and 255 million USD": one of a list lost its unit, which all others have."""
    lacking = {id(draft) for draft in gaps}
    for earlier, draft in pairwise(drafts):
        if id(draft) not in lacking or id(earlier) in lacking or draft.kind != "money" or earlier.kind != "money":
            continue
        own = draft.amount is not None and draft.amount.number.last < draft.amount.last
        if own and tokens.low[earlier.last : draft.first] == [","] and earlier.unit == draft.unit:
            draft.flags += ("missing_unit",)


def _pass_on(tokens: Tokens, drafts: list[Draft], lex: Lexicon) -> None:
    """Forwards: names with numbers in brackets share the first one's unit, and names with numbers stay names.

    "Nhật Bản (21 đoàn), Hàn Quốc (17)"; "tổng đài 113, 114 hoặc 115".
    """
    named: Draft | None = None
    for earlier, draft in pairwise(drafts):
        if earlier.kind == "structural" and _names_on(tokens, earlier, draft, lex):
            draft.kind, draft.value, draft.unit, draft.amount, named = "structural", None, None, None, draft
            continue
        move_on(tokens, earlier, draft, lex)
        bare = draft.amount is not None and draft.amount.unit is None
        if bare and (_repeated(tokens, earlier, draft, lex) or _reached(tokens, earlier, draft, lex)):
            _adopt(draft, earlier, lex)
        if not _lacks(draft) or draft.kind != "count":
            continue
        between = tokens.low[earlier.last : draft.first]
        if earlier.kind in _NAMES:
            joined = bool(between) and all(word in lex.sets["name_joins"] for word in between)
            if joined and (earlier is named or not _counts_on(tokens, draft, lex)):
                draft.kind, draft.value, draft.amount = "structural", None, None
                named = draft
        elif (
            (_bracketed(tokens, earlier, draft, between) or _named(tokens, earlier, draft, between))
            and earlier.amount is not None
            and earlier.amount.unit is not None
        ):
            _adopt(draft, earlier, lex)


def _names_on(tokens: Tokens, earlier: Draft, draft: Draft, lex: Lexicon) -> bool:
    """ "tổng đài 115, 114 và 111 hoạt động": the last of a list of names is one, whatever verb stands behind."""
    number = draft.amount.number.literal if draft.amount else ""
    if draft.kind != "count" or draft.hedge != "exact" or not number.isdecimal() or len(number) < _CALLED:
        return False
    between = tokens.low[earlier.last : draft.first]
    return len(number) == len(tokens.low[earlier.last - 1]) and bool(between) and all(word in lex.sets["name_joins"] for word in between)


def _counts_on(tokens: Tokens, draft: Draft, lex: Lexicon) -> bool:
    word = tokens.low[draft.last]
    return word.isalpha() and not any(word in lex.sets[name] for name in ("function_words", "predicates", "verbs"))


def _bracketed(tokens: Tokens, earlier: Draft, draft: Draft, between: list[str]) -> bool:
    low = tokens.low
    if not between or between[0] != ")" or between[-1] != "(" or low[earlier.first - 1] != "(" or low[draft.last] != ")":
        return False
    return len(between) <= _WIDEST and BREAK not in between and "." not in between


def _named(tokens: Tokens, earlier: Draft, draft: Draft, between: list[str]) -> bool:
    """ "38 projects, followed by Korea (31)": a name with its share of what was counted before."""
    if earlier.kind != "count" or not between or between[-1] != "(" or tokens.low[draft.last] != ")" or len(between) > _WIDEST:
        return False
    return between[0] in (",", ";") and tokens.capital(draft.first - 2) and "." not in between and BREAK not in between


def _reached(tokens: Tokens, earlier: Draft, draft: Draft, lex: Lexicon) -> bool:
    """ "from 15 days to 9", "từ 15 ngày xuống 9": the unit is not said again."""
    first, between = earlier.amount, tokens.low[earlier.last : draft.first]
    if first is None or first.unit is None or earlier.kind not in ("count", "measure") or draft.kind != "count" or not _lacks(draft):
        return False
    ends = not tokens.low[draft.last][0].isalnum() or tokens.low[draft.last] in lex.sets["function_words"]
    if not (ends and between and between[-1] in lex.sets["levels"] and between[-1] in lex.sets["list_words"]):
        return False
    again = 1 < len(between) <= _WIDEST and between[-2] in lex.sets["name_joins"] and _STOPS.isdisjoint(between)
    return len(between) < _SHORT or again  # "cut to 7 days for firms, and to five for exporters"


def _repeated(tokens: Tokens, earlier: Draft, draft: Draft, lex: Lexicon) -> bool:
    """ "USD 48 million, 53 million and 61 million": the currency before the first stands for all."""
    first, other = earlier.amount, draft.amount
    if first is None or other is None or first.unit is None or other.unit is not None or draft.kind != "money" or earlier.kind != "money":
        return False
    between = tokens.low[earlier.last : draft.first]
    leads = lex.words["write_currency"]["place"] == "before"
    return leads and bool(between) and all(word in lex.sets["name_joins"] for word in between)


def _lacks(draft: Draft) -> bool:
    amount = draft.amount
    return amount is not None and amount.unit is None and draft.of is None and (bool(amount.number.literal) or not amount.power)


def _listed(tokens: Tokens, draft: Draft, other: Draft, drafts: list[Draft], lex: Lexicon) -> bool:
    """Whether only connecting words stand between the two, or brackets around each."""
    if other.amount is None or other.amount.unit is None or other.of is not None:
        return False
    if other.kind in ("growth", "ratio", "rank") and draft.kind != other.kind:
        return False
    if other.amount.unit.sort == "money" and other.amount.first < other.amount.number.first and tokens.low[draft.first - 1] == "(":
        return False  # "Taiwan (17, USD 203 million)"
    if other.amount.unit.sort == "percent" and _no_share(tokens, draft, lex):
        return False
    between = tokens.low[draft.last : other.first]
    if not between or len(between) > _WIDEST or BREAK in between or "." in between:
        return False
    if between[0] == ")" and between[-1] == "(" and tokens.low[draft.first - 1] == "(":
        return not any(word[0].isdecimal() for word in between)
    if _adjectives(tokens, draft, between, lex):
        return other.amount.unit.sort == "count"
    if between[0] == "(" and ")" in between:
        between = between[between.index(")") + 1 :]
    listed = bool(between) and all(word in lex.sets["list_words"] for word in between) and _joined(between, lex)
    return listed and not _apart(tokens, draft, between, lex)


def _no_share(tokens: Tokens, draft: Draft, lex: Lexicon) -> bool:
    """Whether a number before a percentage is none: "48,000", "1.2 million", "156, or 56 percent"."""
    amount = draft.amount
    large = amount is not None and (bool(amount.power) or _grouped(amount.number.literal, lex))
    return large or apposed(tokens.low, draft.last, lex) is not None


def _apart(tokens: Tokens, draft: Draft, between: list[str], lex: Lexicon) -> bool:
    """Whether a comma parts two clauses and no list: "142, from 9 countries", "reached 27,480, and 19,350 lorries"."""
    if between[0] != ",":
        return False
    source = between[-1] in lex.sets["range_openers"] and between[-1] in lex.sets["prepositions"]
    return source or (len(between) == _NAMED and _ends_clause(tokens, draft, lex))


def _ends_clause(tokens: Tokens, draft: Draft, lex: Lexicon) -> bool:
    """ "traffic reached 27,480, and 19,350 lorries were cleared": a comma and "and" between two are no list of them."""
    low, k = tokens.low, draft.first - 1
    told = k > 0 and (low[k] in lex.sets["valuers"] or low[k] in lex.sets["level_verbs"])
    return told and low[draft.last + 1] in lex.sets["name_joins"]


def _grouped(literal: str, lex: Lexicon) -> bool:
    """ "48,000" is no percentage."""
    return lex.group in literal and len(literal.rpartition(lex.group)[2]) == _SHORT


def _adjectives(tokens: Tokens, draft: Draft, between: list[str], lex: Lexicon) -> bool:
    """ "12 new and 8 renovated bridges", "9 full-time and 3 part-time posts": an adjective, and the noun behind the next number."""
    if not lex.words["noun_reach"] or not 1 < len(between) <= _ADJECTIVES or between[-1] not in lex.sets["name_joins"]:
        return False
    if not between[-1].isalpha() and not (between[-1] == "," and tokens.capital(draft.last)):  # "six Thai, four Khmer and two Lao students"
        return False
    described = all(word == "-" or common(tokens, draft.last + k, lex) for k, word in enumerate(between[:-1]))
    called = len(between) == _NAMED and between[0].isalpha() and tokens.capital(draft.last)  # "86,000 Korean and 1.2 million"
    return (described or called) and plural_behind(tokens, draft.last, lex) is None


def _joined(between: list[str], lex: Lexicon) -> bool:
    return any(word in lex.sets["connectors"] for word in between)


def _adopt(draft: Draft, other: Draft, lex: Lexicon) -> None:
    assert draft.amount is not None and other.amount is not None
    growth = other.kind == "growth" and draft.kind == "growth"
    scaled = lex.words["noun_reach"] and _grouped(draft.amount.number.literal, lex) and other.kind == "count"
    model = replace(other.amount, power=0) if scaled else other.amount  # "214,000 foreign and 1.9 million domestic guests"
    draft.amount = amount = sharing(draft.amount, model, lex)
    assert amount.unit is not None
    percent = amount.unit.sort == "percent"
    draft.value = amount.value / 100 if percent else amount.value
    if growth and other.value is not None and other.value < 0:
        draft.value = -draft.value
    kinds: dict[str, Kind] = {"percent": "share", "money": "money", "count": "count", "measure": "measure"}
    draft.kind = other.kind if other.kind in ("growth", "ratio") and percent else kinds[amount.unit.sort]
    draft.unit, draft.per = amount.unit.code, other.per
    draft.flags = tuple(f for f in draft.flags if f != "missing_unit") + amount.flags
