"""Whether a number in words counts anything «số từ có đếm hay không»: "hai tỉnh bạn" does, "một cách" and "năm nay" do not."""

from __future__ import annotations

from .amounts import Amount, amount_at
from .context import Left, aged_before, limits_people
from .lexicon import Lexicon
from .nouns import common, described, plural, plural_behind, predicate
from .tokens import BREAK, Tokens
from .wholes import told_of

_FEW = 20
_FEWEST = 4
_NEAR = 9
_CLAUSE = 16
_SEVERAL = 3
_CLOSERS = frozenset({BREAK, ",", ".", ";", ")"})
_OPENINGS = frozenset({BREAK, ".", ";", "!", "?"})
_LENGTHS = frozenset({"day", "week", "month", "quarter", "year", "decade", "hour"})
_AREAS = frozenset({"hectare", "square_metre", "square_kilometre"})


def countable(tokens: Tokens, amount: Amount, left: Left, lex: Lexicon, follows: bool, since: int) -> bool:
    """Whether a number in words is a figure: something countable follows, and it is no article or fixed phrase.

    `follows` tells that it stands right behind another figure ("ba ngày hai đêm"), `since` how many words.
    """
    low, first, last = tokens.low, amount.number.first, amount.last
    before = low[first - 1] if first else BREAK
    if not amount.value and low[first] in lex.sets["denials"]:
        return False
    if amount.unit is None:
        return _alone(tokens, amount, left, lex, since)
    known = low[first] in lex.sets["pairs"] and amount.unit.code in lex.sets["pair_units"]  # "40 bạn trẻ hai nước"
    if (follows and low[first] not in lex.sets["articles"] and not known) or (amount.unit.sort == "measure" and before in lex.sets["lasting"]):
        return True
    if lex.idioms.match(low, first) or (before in lex.sets["not_after"] and not left.hedges):
        return False
    if amount.value % 1 or _told_apart(low, first, last, lex):
        return True
    if amount.number.last - first > 1 or left.hedges or left.growth or left.rank or left.ratio:
        return True
    word, code = low[first], amount.unit.code
    if word in lex.sets["articles"]:
        opened = not first or before in lex.sets["article_openers"]
        joined = since == 1 and word in lex.sets["calendar_numbers"] and before in lex.sets["name_joins"] and before.isalpha()
        return joined or (opened and code in lex.sets["strong_units"]) or amount.unit.sort in ("money", "percent")
    told_apart = low[amount.number.last] in lex.sets["describing"] and code != "person" and code not in lex.sets["pair_units"]
    if word in lex.sets["pairs"] and before in lex.sets["definite"] and low[amount.number.last] != "-":
        return told_apart or code in _LENGTHS
    if word in lex.sets["pairs"] and (code in lex.sets["pair_units"] or _well_known(tokens, amount, before, lex)):
        return before in lex.sets["pair_openers"]
    named = word in lex.sets["calendar_numbers"] and low[first + 1] != word
    return not named or low[last] not in lex.sets["not_before"]


def _alone(tokens: Tokens, amount: Amount, left: Left, lex: Lexicon, since: int) -> bool:
    """Whether a number in words without a noun counts something said before or behind it."""
    low, first, last = tokens.low, amount.number.first, amount.last
    before = low[first - 1] if first else BREAK
    near = since < _CLAUSE and (
        low[last] in lex.sets["sides"]
        or _rest(tokens, amount, before, lex)
        or _opens_clause(tokens, amount, before, since, lex)
        or _opens_sentence(tokens, amount, before, lex)
    )
    return (
        (_of_those(low, amount, last, lex) and before not in lex.sets["definite"])
        or (amount.number.last - first > 1 and bool(left.hedges or left.growth or amount.value >= 100))
        or (low[last] in lex.sets["are"] and before in lex.sets["article_openers"] and low[first] not in lex.sets["pairs"])
        or (amount.of is not None and amount.value > 1)
        or _elided(low, amount, before, lex, since)
        or (bool(left.moved) and before in lex.sets["reached"])
        or (bool(left.growth) and _changed(low, amount, before, lex))
        or _margin(low, last, lex)
        or _aged(low, first, before, lex)
        or near
        or _shares(tokens, amount, before, lex)
        or _several(tokens, amount, before, lex)
        or _paired(tokens, amount, lex)
    )


def _aged(low: list[str], first: int, before: str, lex: Lexicon) -> bool:
    """ "were under thirty", "aged from eighteen"."""
    limited = before in lex.sets["age_limits"] and low[first - 2] in lex.sets["are"]
    return limits_people(low, first, lex) or aged_before(low, first, lex) or limited


def _told_apart(low: list[str], first: int, last: int, lex: Lexicon) -> bool:
    """ "hai huyện còn lại", "ba nước nữa": words behind the noun tell them from the well known."""
    behind = (low[last], " ".join(low[last : last + 2]))
    return low[first] not in lex.sets["articles"] and not lex.sets["told_apart"].isdisjoint(behind)


def _changed(low: list[str], amount: Amount, before: str, lex: Lexicon) -> bool:
    """ "fell by six", "12 projects, up three", "up three from 2022": a change whose noun was said before."""
    ended = low[amount.last] in _CLOSERS or (amount.value > 1 and low[amount.last] in lex.sets["comparisons"])
    return ended or before in lex.sets["by"]


def _rest(tokens: Tokens, amount: Amount, before: str, lex: Lexicon) -> bool:
    """ "the other six from Oceania", "the remaining two are new": what is left of what was counted before."""
    behind = tokens.low[amount.last]
    ended = behind in lex.sets["prepositions"] or behind in _CLOSERS or predicate(tokens, amount.last, lex)
    return before in lex.sets["rests"] and amount.value > 1 and ended


def _of_those(low: list[str], amount: Amount, last: int, lex: Lexicon) -> bool:
    """ "Nine of them came from Japan": what was named before is counted; "one of them" only points."""
    return amount.value > 1 and low[last] == "of" and low[last + 1] in lex.sets["partitives"]


def _well_known(tokens: Tokens, amount: Amount, before: str, lex: Lexicon) -> bool:
    """ "hai dân tộc", "hai đồng chí Bí thư": the text has named them, or everybody knows which."""
    noun = " ".join(tokens.low[amount.number.last : amount.last])
    if noun in lex.sets["titled_nouns"] and tokens.capital(amount.last):
        return not before.isalpha() or before in lex.sets["prepositions"] or before in lex.sets["between_openers"]
    return noun in lex.sets["pair_nouns"]


def _opens_clause(tokens: Tokens, amount: Amount, before: str, since: int, lex: Lexicon) -> bool:
    """ "62 files, 48 approved, nine returned": a verb right behind, and the noun said before."""
    word = tokens.low[amount.number.first]
    ordinary = word not in lex.sets["articles"] and word not in lex.sets["calendar_numbers"]
    if not ordinary or amount.value <= 1 or before not in lex.sets["clause_joins"]:
        return False
    if described(tokens, amount.number.first, amount.last, since, lex):
        return True
    return predicate(tokens, amount.last, lex) or told_of(tokens, amount.number.first, amount.last, lex)


def _opens_sentence(tokens: Tokens, amount: Amount, before: str, lex: Lexicon) -> bool:
    """ "22 interpreters are on the roster. Twelve work in Japanese": a part of what the sentence before counted."""
    ordinary = amount.value >= _SEVERAL and tokens.low[amount.number.first] not in lex.sets["calendar_numbers"]
    return ordinary and before == "." and predicate(tokens, amount.last, lex)


def _paired(tokens: Tokens, amount: Amount, lex: Lexicon) -> bool:
    """ "six Thai and four Khmer students", "six old and four new boats": the noun stands behind the last number."""
    low, j = tokens.low, amount.last
    if not lex.words["noun_reach"] or not low[j].isalpha() or low[j + 1] not in lex.sets["name_joins"]:
        return False
    plain = amount.value >= _SEVERAL and common(tokens, j, lex) and not plural(low[j], lex) and not predicate(tokens, j, lex)
    if not (tokens.capital(j) or (plain and low[j + 1].isalpha())):
        return False
    other = amount_at(tokens, j + 2, lex, j + 2) if _begins(low[j + 2], lex) else None
    if other is None:
        return False
    named = other.sort == "count" or (other.unit is None and plural_behind(tokens, other.last, lex) is not None)
    return named or (other.unit is None and _paired(tokens, other, lex))


def _elided(low: list[str], amount: Amount, before: str, lex: Lexicon, since: int) -> bool:
    """Whether the noun is left out behind another figure: "from 73 to nine", "and to nine", "11 agreements: six with Laos"."""
    again = low[amount.number.first - 2] in lex.sets["name_joins"] and since < _CLAUSE
    if before in lex.sets["reached"] and (since == 1 or again):
        return True
    parted = low[amount.last] in lex.sets["prepositions"] and before in lex.sets["part_openers"]
    return parted and since < _NEAR and low[amount.number.first] not in lex.sets["articles"]


def _several(tokens: Tokens, amount: Amount, before: str, lex: Lexicon) -> bool:
    """ "comprise five blocks": an English plural we do not know is counted too, where no article makes it well known."""
    if amount.value < _SEVERAL or before in lex.sets["definite"] or before in lex.sets["not_after"]:
        return False
    k = plural_behind(tokens, amount.number.last, lex)
    return k is not None and k < amount.number.last + _SEVERAL


def _shares(tokens: Tokens, amount: Amount, before: str, lex: Lexicon) -> bool:
    """ "from ten to six working days": the noun stands behind the second number."""
    found = lex.joins.match(tokens.low, amount.last)
    if found is None or before not in lex.sets["range_openers"]:
        return False
    other = amount_at(tokens, found[1], lex, found[1]) if _begins(tokens.low[found[1]], lex) else None
    return other is not None and other.unit is not None


def _begins(word: str, lex: Lexicon) -> bool:
    return word[0].isdecimal() or word in lex.number_words


def _margin(low: list[str], last: int, lex: Lexicon) -> bool:
    """ "seven fewer than in 2021"."""
    found = lex.right.match(low, last)
    return found is not None and found[0][0] == "margin"


def unplaced(tokens: Tokens, amount: Amount, left: Left, lex: Lexicon, figure_floor: int) -> None:
    """ "trên 2 chuyến bay", "5.000 cây trên 12 ha": the word tells where, not how many."""
    low, k = tokens.low, amount.first
    topic = not lex.sets["topics"].isdisjoint(low[max(0, k - 3) : k - 1]) and low[k - 2] != ","
    if left.hedges and low[k - 1] in lex.sets["topic_words"] and topic:
        left.hedges.pop(0)
        left.hedged_first = k
        return
    if left.hedges and (_preposition(low, amount, lex) or _spread(tokens, amount, lex, figure_floor)):
        left.hedges.pop(0)
        left.hedged_first = k
        return
    if not left.hedges or low[k - 1] not in lex.sets["places"]:
        return
    lasting = amount.sort == "measure" and any(low[k - 2] in lex.sets[name] for name in ("over_takers", "lasting"))
    if k > 1 and lasting:
        return
    planted = amount.unit is not None and amount.unit.code in _AREAS and figure_floor > 0 and k - figure_floor < _FEWEST
    if (low[amount.number.last] in lex.sets["surfaces"] and amount.value <= _FEW) or planted:
        left.hedges.pop(0)
        left.hedged_first = k


def _spread(tokens: Tokens, amount: Amount, lex: Lexicon, figure_floor: int) -> bool:
    """ "1.75 percent a year over 25 years", "USD 40 million over 30 years": right behind a figure a length of time tells when."""
    told = amount.unit is not None and amount.unit.code in _LENGTHS and amount.first - 1 == figure_floor > 0
    return told and tokens.low[amount.first - 1] in lex.sets["places"] and tokens.low[amount.number.last] in lex.sets["surfaces"]


def _preposition(low: list[str], amount: Amount, lex: Lexicon) -> bool:
    """ "handed over 85 cows", "over a 220 kV line", "signed under 143 contracts": "over" and "under" are no hedges there."""
    k = amount.first
    word, before = low[k - 1], low[k - 2] if k > 1 else BREAK
    if word in lex.sets["articles_before"]:
        return before in lex.sets["placers"] and not _limits(low, amount, lex)
    if word in lex.sets["places"]:
        taken = before in lex.sets["over_takers"] and amount.unit is not None and amount.unit.sort == "count"
        return taken or before in lex.sets["over_verbs"]
    if word not in lex.sets["under"] or amount.unit is None or amount.unit.code not in lex.sets["instruments"]:
        return False
    if before in _OPENINGS:  # "Under 14 agreements with Laos, students study free"
        return "," in low[amount.last : amount.last + _NEAR] and low[amount.last] not in lex.sets["predicates"]
    return before.isalpha() and not any(before in lex.sets[name] for name in ("function_words", "holders", "article_openers", "topic_words"))


def _limits(low: list[str], amount: Amount, lex: Lexicon) -> bool:
    """ "under the 40 km limit", "a little under the VND 420 million budgeted": a limit after all."""
    k, behind = amount.first, low[amount.last]
    if low[k - 3] in lex.sets["slightly"] or not lex.sets["marks"].isdisjoint(low[amount.last : amount.last + 2]):
        return True
    lone = not behind.isalpha() or behind in lex.sets["function_words"] or behind.endswith("ed")
    return amount.sort == "money" and low[k - 1] in lex.sets["definite"] and lone
