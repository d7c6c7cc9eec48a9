"""Figures said in fixed words «nói bằng lời»: "gấp đôi", "một nửa", "hai phần ba", "đứng thứ ba", "ranked 3rd of 13"."""

from __future__ import annotations

from decimal import Decimal

from .context import left_of
from .heads import yearlike
from .lexicon import Lexicon
from .nouns import common, plural, predicate
from .numerals import digits_at
from .quantities import Draft
from .spelled import words_at
from .tokens import BREAK, Tokens

_LARGEST_PART = 10  # "nearly 3 in 4 trainees"
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_STOPS = frozenset({".", BREAK, "!", "?"})
_AGAIN = 14
_LONG = 4
_PLACES = frozenset({"place", "position", "rank", "spot"})


def spoken_at(tokens: Tokens, i: int, lex: Lexicon, floor: int) -> Draft | None:
    """A ratio or fraction said as one phrase at word `i`."""
    low = tokens.low
    found = lex.fixed.match(low, i)
    if found is None or low[found[1]] in lex.scales:
        return None
    behind = found[1] + (low[found[1]] in lex.sets["by_articles"])  # "half a year"
    if found[0][0] == "fraction" and low[behind] in lex.sets["no_fraction_before"] and not yearlike(low[behind + 1]):
        return None
    leading = lex.leading.match(low, i)
    if leading and low[leading[1]] in lex.scales:
        return None
    (kind, value), last = found
    left = left_of(tokens, i, lex, floor)
    plain = kind == "fraction" and not (left.hedges or left.growth)
    lonely = plain and (last == i + 1 or _numbers_noun(tokens, i, last, lex))
    if lonely or (kind == "fraction" and left.first > floor and low[left.first - 1] in lex.sets["no_fraction_after"]):
        return None
    draft = Draft(left.hedged_first, last, kind, Decimal(value))
    if kind == "fraction" and left.growth:
        draft.kind, draft.first, draft.value = "growth", left.first, Decimal(value) * left.growth
    if left.hedges:
        draft.hedge = left.hedges[0]
    margin = lex.right.match(low, last) if kind == "fraction" and not left.growth else None
    if margin is not None and margin[0][0] == "margin":  # "a third less than in 2018"
        draft.kind, draft.value = "growth", Decimal(value) * (1 if margin[0][1] == "up" else -1)
    return draft


def _numbers_noun(tokens: Tokens, i: int, last: int, lex: Lexicon) -> bool:
    """ "a third bridge" is one more, where "a third came" and "a third more" are parts."""
    low = tokens.low
    if low[i] not in lex.sets["loosely_each"] or low[last - 1] not in lex.sets["ordinal_starts"] or not common(tokens, last, lex):
        return False
    verb = predicate(tokens, last, lex) or any(
        low[last] in lex.sets[name] for name in ("after_bare", "age_limits", "base_verbs", "plain_verbs", "settlers")
    )
    return not verb and not plural(low[last], lex) and not low[last].endswith("ly")


def parts_at(tokens: Tokens, i: int, lex: Lexicon, floor: int) -> Draft | None:
    """ "hai phần ba": a fraction in words or digits around the word for "parts"."""
    low, over = tokens.low, lex.sets["fraction_words"]
    if over.isdisjoint(low[i + 1 : i + 5]) and lex.sets["every"].isdisjoint(low[i + 1 : i + 5]):
        return None
    upper = _number(tokens, i, lex)
    j = _behind_over(low, upper[1], lex) if upper is not None else None
    if upper is None or j is None:
        return None
    named = lex.words["ones"].get(low[j]) or lex.words["teens"].get(low[j])
    lower = (Decimal(named), j + 1) if named and low[j + 1] not in lex.scales else _number(tokens, j, lex)
    if lower is None or not 0 < upper[0] < lower[0]:
        return None
    left = left_of(tokens, i, lex, floor)
    written = (low[i].isdecimal() or low[j].isdecimal()) and low[j - 1] not in lex.sets["every"]
    if written and upper[0] > lex.words["fractions"]["most"] and not (left.hedges and lower[0] <= _LARGEST_PART):
        return None
    draft = Draft(left.hedged_first, lower[1], "fraction", round(upper[0] / lower[0], 6))
    if left.hedges:
        draft.hedge = left.hedges[0]
    return draft


def _behind_over(low: list[str], j: int, lex: Lexicon) -> int | None:
    """The index behind "in", "in every" or "of every" between the two numbers of a fraction."""
    if low[j] in lex.sets["fraction_words"]:
        return j + 1 + (low[j + 1] in lex.sets["every"])
    found = lex.whole.match(low, j)
    return found[1] + 1 if found and low[found[1]] in lex.sets["every"] else None


def _number(tokens: Tokens, i: int, lex: Lexicon) -> tuple[Decimal, int] | None:
    if tokens.low[i].isdecimal() and len(tokens.low[i]) < 4:
        return Decimal(tokens.low[i]), i + 1
    number = words_at(tokens, i, lex) if tokens.low[i] in lex.number_words else None
    return (number.value, number.last) if number else None


def rank_at(tokens: Tokens, i: int, lex: Lexicon, floor: int) -> Draft | None:
    """A rank: "đứng thứ 3/13", "xếp thứ nhất", "ranked 3rd of 13", "in third place"."""
    low = tokens.low
    if low[i].isdecimal() and not (low[i + 1] in _ENDINGS or (i and low[i - 1] in lex.sets["rank_ends"])):
        return None
    named = lex.ordinals.match(low, i)
    left = left_of(tokens, i + (low[i] in lex.sets["ordinal_words"]), lex, floor)
    if named:
        value, last = Decimal(named[0]), named[1]
        if low[i - 1] in lex.sets["definite"] and low[i - 2] in lex.sets["prepositions"] and low[last] in _PLACES and not left.rank:
            return None  # "in the first place"
        if not left.rank and not _rank_opens(tokens, i, lex, floor) and low[last] not in _PLACES:
            return None
    else:
        number = digits_at(tokens, i)
        if number is None or not number.literal.isdecimal() or len(number.literal) > 4:
            return None
        value, last = Decimal(number.literal), number.last
        behind = lex.units.match(low, last)
        if low[last] in lex.scales or low[last] == "-" or (behind and behind[0].sort in ("percent", "money")):
            return None
        ordinal = low[last] in _ENDINGS and tokens.glued(last)
        last += ordinal
        of_place = ordinal and low[last] in _PLACES
        if left.rank == "ordinal" and not ordinal:
            return None
        if not left.rank and not of_place and not _rank_opens(tokens, i, lex, floor):
            return None
    first = left.first if left.rank or left.hedges else i
    draft = Draft(first, last + (low[last] in _PLACES), "rank", value)
    _rank_of(tokens, draft, lex)
    return draft


def rank_again(tokens: Tokens, i: int, lex: Lexicon, earlier: Draft) -> Draft | None:
    """ "đứng thứ 4 trong vùng và thứ 12 cả nước", "ranked 4th in the region and 12th nationwide": the verb is said once."""
    low = tokens.low
    if i - earlier.last > _AGAIN or not _STOPS.isdisjoint(low[earlier.last : i]):
        return None
    named = lex.ordinals.match(low, i)
    if named and low[i - 1] in lex.sets["clause_joins"]:
        draft = Draft(i, named[1], "rank", Decimal(named[0]))
    elif not low[i].isdecimal() or len(low[i]) >= _LONG:
        return None
    elif low[i - 1] in lex.sets["ordinal_words"] and low[i - 2] in lex.sets["clause_joins"]:
        draft = Draft(i - 1, i + 1, "rank", Decimal(low[i]))
    elif low[i + 1] in _ENDINGS and tokens.glued(i + 1) and low[i - 1] in lex.sets["clause_joins"]:
        draft = Draft(i, i + 2, "rank", Decimal(low[i]))
    else:
        return None
    if tokens.capital(draft.last) or _named_thing(tokens, draft, earlier, lex):
        return None
    _rank_of(tokens, draft, lex)
    return draft


def _named_thing(tokens: Tokens, draft: Draft, earlier: Draft, lex: Lexicon) -> bool:
    """ "and the third session": behind an ordinal that ranks stands no noun it numbers."""
    low, j = tokens.low, draft.last
    if not low[j].isalpha() or low[j] in lex.sets["prepositions"] or low[j] in lex.sets["rank_places"]:
        return False
    return low[j] not in lex.sets["function_words"]


def _rank_opens(tokens: Tokens, i: int, lex: Lexicon, floor: int) -> bool:
    """ "thứ 3/13", "15th among 63": a bare ordinal with a whole behind is a rank too."""
    low = tokens.low
    if i > floor and low[i - 1] in lex.sets["ordinal_words"] and low[i + 1] == "/" and low[i + 2].isdecimal():
        return True
    named = lex.ordinals.match(low, i)
    behind = named[1] if named else i + 2
    told = bool(named) or low[i + 1] in _ENDINGS
    reached = i > floor and low[i - 1] in lex.sets["reached"] and low[behind] in lex.sets["member_joins"]  # "to 31st of 63"
    moved = i > floor and low[i - 1] in lex.sets["reached"] and low[i - 2].removesuffix("s") in _PLACES  # "climbed two places to 9th"
    if told and (moved or _aside(low, i, behind, lex)):
        return True
    if not named and told and i > floor and _moves(low, i, lex):
        return True
    if not told or not (reached or low[behind] in lex.sets["rank_wholes"]):
        return False
    found = lex.whole.match(low, behind)
    return found is not None and low[found[1]].isdecimal() and not yearlike(low[found[1]])


def _moves(low: list[str], i: int, lex: Lexicon) -> bool:
    """ "from 41st to 33rd place": two ranks between which something moved, and nothing that they number."""
    opens = low[i - 1] in lex.sets["range_openers"] and low[i + 2] in lex.sets["reached"]
    first = i if opens else i - 3
    if first < 1 or low[first - 1] not in lex.sets["range_openers"] or low[first + 2] not in lex.sets["reached"]:
        return False
    behind = low[first + 5]
    both = low[first].isdecimal() and low[first + 1] in _ENDINGS and low[first + 3].isdecimal() and low[first + 4] in _ENDINGS
    return both and (
        behind in _PLACES or not behind.isalpha() or behind in lex.sets["rank_places"] or (behind in lex.sets["prepositions"] and behind != "of")
    )


def _aside(low: list[str], i: int, behind: int, lex: Lexicon) -> bool:
    """ "GRDP grew 8.12%, fifth in the region", "..., 17th of 63 nationwide": a rank told behind a comma, without its verb."""
    if not i or low[i - 1] not in lex.sets["clause_joins"]:
        return False
    of = low[behind] in lex.sets["member_joins"] and low[behind + 1].isdecimal()
    behind += 2 * of
    if low[behind] in lex.sets["rank_places"]:
        return True
    placed = low[behind] in lex.sets["prepositions"] and low[behind + 1] in lex.sets["definite"]
    return placed and not lex.sets["rank_scopes"].isdisjoint(low[behind + 2 : behind + 2 + _LONG])


def _rank_of(tokens: Tokens, draft: Draft, lex: Lexicon) -> None:
    low, j = tokens.low, draft.last
    if low[j] == "/" and low[j + 1].isdecimal():
        draft.of, draft.last = Decimal(low[j + 1]), j + 2
        return
    found = lex.whole.match(low, j)
    if found and low[found[1]].isdecimal() and not yearlike(low[found[1]]):
        draft.of, draft.last = Decimal(low[found[1]]), found[1] + 1


def ordinal_at(tokens: Tokens, i: int, lex: Lexicon, floor: int) -> Draft | None:
    """Ordinals in digits name things ("the 13th Congress"); only an anniversary measures years."""
    low, last = tokens.low, i + 2
    if low[i + 1] not in _ENDINGS or not tokens.glued(i + 1):
        return None
    if low[last] in lex.sets["anniversaries"]:
        left = left_of(tokens, i, lex, floor)
        return Draft(left.hedged_first, last + 1, "measure", Decimal(low[i].replace(",", "")), unit="year")
    return Draft(i, last, "structural")
