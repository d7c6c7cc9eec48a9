"""From an amount and its surroundings to one figure: its kind, value, hedge and range «loại con số»."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from .amounts import Amount, add_per, amount_at, sharing
from .context import CLAUSE_STOPS, Left, Right, aged_before, compared_before, far_growth, left_of, moved_by, right_of
from .countable import countable, unplaced
from .foretold import far_hedge
from .lexicon import PERCENT, Lexicon
from .model import UNITLESS_KINDS, Hedge, Kind, Period
from .nouns import numbering, plural_behind
from .tokens import Tokens

_HUNDREDTH = Decimal("0.01")
_DASHES = frozenset({"-", "–", "—", "−", "~"})
_FAR = 99
_CLAUSE = 14  # words a verb may stand before what it moves
_SMALL_WHOLES = frozenset({2, 3, 4, 5})


@dataclass(slots=True)
class Draft:
    """A figure being read: words [first, last) of the text, still open to what its neighbours say."""

    first: int
    last: int
    kind: Kind
    value: Decimal | None = None
    high: Decimal | None = None
    of: Decimal | None = None
    unit: str | None = None
    per: str | None = None
    hedge: Hedge = "exact"
    flags: tuple[str, ...] = ()
    amount: Amount | None = None
    subject: str | None = None
    period: Period | None = None
    carried: bool = False


def figure_at(tokens: Tokens, i: int, lex: Lexicon, floor: int, figure_floor: int) -> Draft | None:
    """The figure whose number stands at word `i`; None when a number in words counts nothing.

    Words before `floor` belong to something else; a far hedge is looked for back to `figure_floor`.
    """
    amount = amount_at(tokens, i, lex, floor)
    if amount is None:
        return None
    left = left_of(tokens, amount.first, lex, floor)
    unplaced(tokens, amount, left, lex, figure_floor)
    amount, high = _range(tokens, amount, left, lex)
    if not amount.number.literal and not countable(tokens, amount, left, lex, bool(floor) and i == floor, i - figure_floor if figure_floor else _FAR):
        return None
    if high and left.moved and amount.unit is PERCENT:
        left.growth = left.moved
    right = right_of(tokens, high.last if high else amount.last, lex)
    if amount.unit is PERCENT and not (left.growth or left.moved or left.ratio or right.share):
        k = left.first
        part = right.than or tokens.low[amount.last] in lex.sets["member_joins"]  # "lost 8% of its crop"
        left.growth = moved_by(tokens.low, k - 1, lex) if part else far_growth(tokens, k, lex, figure_floor)
    if amount.sort in ("money", "measure") and not left.growth:
        left.growth = _raised(tokens.low, left.hedged_first, lex)
    draft = _draft(tokens, amount, left, right, lex)
    if high:
        draft.high = _signed(draft, high.value)
    _set_hedge(tokens, draft, left, right, lex, figure_floor)
    return draft


def _range(tokens: Tokens, amount: Amount, left: Left, lex: Lexicon) -> tuple[Amount, Amount | None]:
    """The upper end of "10 - 15%", "từ 10 đến 15 ngày"; the lower end then takes its unit and scale."""
    low, j = tokens.low, amount.last
    dashed = low[j] in _DASHES or _next_number(amount, low[j], lex)
    k = j if low[j] in lex.words["ones"] else j + 1
    if not dashed:
        found = lex.joins.match(low, j)
        if found is None or not (found[0] == "range" or (left.between and low[j] in lex.sets["between_joins"])):
            return amount, None
        k = found[1]
    floor = k
    if lex.money_before.match_back(low, k, k):
        k += 1
    if not low[k][0].isdecimal() and low[k] not in lex.number_words:
        return amount, None
    high = amount_at(tokens, k, lex, floor)
    if high is None or high.of or amount.of or high.number.in_words != amount.number.in_words:
        return amount, None
    if high.unit is None and amount.unit is not None and amount.unit.sort == "money" and not amount.power:
        amount, high = sharing(amount, replace(high, unit=amount.unit), lex), replace(high, unit=amount.unit)
        add_per(tokens, high, lex)
    if (
        high.unit is None
        and not dashed
        and not (left.ranged or aged_before(low, amount.first, lex) or numbering(tokens, amount.first, lex) or _unknown(tokens, high, lex))
    ):
        return amount, None
    both = sharing(amount, high, lex) if amount.unit is None else amount
    if amount.unit is not None and amount.unit is not PERCENT and not dashed and (left.growth or low[amount.first - 1] in lex.sets["by"]):
        return amount, None
    changed = left.ranged and (high.unit is not PERCENT or _levels(tokens, amount, lex)) and _changed(tokens, left, lex)
    if both.unit != high.unit or not both.value < high.value or changed:
        return amount, None
    return replace(both, per=both.per or high.per), high


def _next_number(amount: Amount, word: str, lex: Lexicon) -> bool:
    """ "ba bốn đoàn": a number in words and its successor are a range."""
    return amount.unit is None and not amount.number.literal and lex.words["ones"].get(word) == amount.value + 1 and amount.value < 9


def _raised(low: list[str], first: int, lex: Lexicon) -> int:
    """ "was raised by VND 2 million": how much a verb moved it; people raise by their own number."""
    if first < 2 or low[first - 1] not in lex.sets["by"]:
        return 0
    return -1 if low[first - 2] in lex.sets["cutters"] else int(low[first - 2] in lex.sets["raisers"])


def _unknown(tokens: Tokens, high: Amount, lex: Lexicon) -> bool:
    """ "40 to 50 calls": a noun we do not know stands behind both."""
    return bool(lex.words["noun_reach"]) and plural_behind(tokens, high.last, lex) is not None


def _changed(tokens: Tokens, left: Left, lex: Lexicon) -> bool:
    """Whether "từ ... đến" tells a change ("tăng từ 120 đến 150 dự án"), which is two figures and no range.

    The verb may stand farther away: "agreed to raise its 2025 budget from USD 240,000 to USD 275,000".
    """
    low, k = tokens.low, left.first - 1
    if not lex.sets["changes"].isdisjoint(low[max(0, k - 4) : k + 1]):
        return True
    for n in range(k, max(-1, k - _CLAUSE), -1):
        if low[n] in CLAUSE_STOPS or low[n] in lex.sets["rangers"]:
            return False
        if low[n] in lex.sets["movers"]:
            return True
    return False


def _levels(tokens: Tokens, amount: Amount, lex: Lexicon) -> bool:
    """ "rose from 64% to 81%", "the share rose from 64 to 81%": in English two levels; "tăng từ 8 đến 10%" is one range."""
    before = tokens.low[max(0, amount.first - _CLAUSE) : amount.first]
    return bool(lex.words["noun_reach"]) and (amount.unit is PERCENT or not lex.sets["proportions"].isdisjoint(before))


def _draft(tokens: Tokens, amount: Amount, left: Left, right: Right, lex: Lexicon) -> Draft:
    kind = _kind(tokens, amount, left, right, lex)
    draft = Draft(left.first, right.last, kind, amount=amount, flags=amount.flags, of=amount.of, per=amount.per)
    if kind not in UNITLESS_KINDS and amount.unit is not None:
        draft.unit = amount.unit.code
    unnamed = kind == "growth" and amount.power >= 6 and not _noun_follows(tokens, amount.last, lex)
    if amount.unit is None and (kind == "money" or unnamed):
        draft.flags += ("missing_unit",)
    direction = left.growth or left.compare or amount.sign or right.margin or right.growth
    if kind == "growth":
        draft.value = _percent(amount, amount.value) * (-1 if direction < 0 else 1)
    elif kind == "fraction" and amount.of:
        draft.value, draft.of = round(amount.value / amount.of, 6), None
    else:
        draft.value = _percent(amount, amount.value)
        if amount.sign < 0:
            draft.value = -draft.value
    if kind not in ("growth", "ratio", "rank"):
        draft.first = _without_verbs(amount, left)
    return draft


def _percent(amount: Amount, value: Decimal) -> Decimal:
    return value * _HUNDREDTH if amount.unit is PERCENT else value


def _signed(draft: Draft, value: Decimal) -> Decimal:
    if draft.amount and draft.amount.unit is PERCENT:
        value *= _HUNDREDTH
    return -value if draft.value is not None and draft.value < 0 else value


def _without_verbs(amount: Amount, left: Left) -> int:
    """The hedges belong to the figure; a verb that turned out to say nothing about it does not."""
    return left.hedged_first if left.hedges else amount.first


def _kind(tokens: Tokens, amount: Amount, left: Left, right: Right, lex: Lexicon) -> Kind:
    unit = amount.unit
    if left.rank == "any":
        return "rank"
    if unit is PERCENT:
        return _percent_kind(tokens, amount, left, right, lex)
    point = unit is not None and unit.code == "percent_point"
    if (point or (right.than and unit is not None)) and amount.first and tokens.low[amount.first - 1] in lex.sets["surpass"]:
        left.hedges.clear()
        return "growth"
    if point:
        return "growth"
    if unit is not None and unit.code == "time" and (left.ratio or left.growth or left.compare or right.times or right.growth or right.margin):
        return "ratio"
    if left.growth or right.margin or (left.compare and (right.than or left.based)):
        return "growth"
    if amount.of and _is_fraction(tokens, amount):
        return "fraction"
    if unit is None:
        return "money" if amount.power >= 6 and not _noun_follows(tokens, amount.last, lex) else "count"
    return unit.sort  # type: ignore[return-value]


def _percent_kind(tokens: Tokens, amount: Amount, left: Left, right: Right, lex: Lexicon) -> Kind:
    if right.share and amount.first and tokens.low[amount.first - 1] in lex.sets["surpass"]:
        left.hedges.clear()
        return "growth"
    if left.growth or left.compare or amount.sign or right.growth or right.margin:
        return "growth"
    if right.share:
        return "share"
    behind = tokens.low[amount.last]
    whole = behind.isalpha() and behind not in lex.sets["function_words"] | lex.sets["level_words"] | lex.sets["stretches"]
    if right.than or (left.ratio == "percent" and not whole) or compared_before(tokens, amount.first, lex):
        return "ratio"
    charged = not lex.sets["interest_words"].isdisjoint(tokens.low[max(0, amount.first - 6) : amount.last + 3])
    if amount.per == "year" and not charged:
        return "growth"
    return "share"


def _is_fraction(tokens: Tokens, amount: Amount) -> bool:
    """ "1/5 nguồn thu" is a fraction, "19/26 đơn vị" and "03/05 xã" are so many of so many."""
    literal, whole = amount.number.literal, amount.of or Decimal(0)
    if not literal or literal.startswith("0") or not 0 < amount.value < whole:
        return False
    if tokens.low[amount.number.last] != "/":
        return False
    return amount.unit is None or (int(whole) in _SMALL_WHOLES and amount.value == 1)


def _noun_follows(tokens: Tokens, j: int, lex: Lexicon) -> bool:
    """Whether a noun we do not know stands behind: "1,2 triệu con giống" counts, "1.840 tỷ, gần" is money."""
    word = tokens.low[j]
    return word.isalpha() and word not in lex.sets["function_words"] and not tokens.capital(j)


def _set_hedge(tokens: Tokens, draft: Draft, left: Left, right: Right, lex: Lexicon, floor: int) -> None:
    hedges = list(reversed(left.hedges))
    if right.hedge and right.hedge not in hedges:
        hedges.insert(0, right.hedge)
    if left.compare and draft.kind != "growth" and not (left.based and draft.kind == "ratio"):
        hedges.insert(0, "over" if left.compare > 0 else "under")
    if "forecast" not in hedges:
        far = far_hedge(tokens, draft.first, lex, floor)
        if far and far not in hedges:
            hedges.insert(0, far)
    if not hedges and draft.amount and tokens.low[draft.amount.number.first] in lex.sets["vague"]:
        hedges = ["about"]
    if not hedges:
        return
    draft.hedge = "forecast" if "forecast" in hedges else hedges[0]
    draft.flags += tuple(h for h in hedges if h != draft.hedge)
