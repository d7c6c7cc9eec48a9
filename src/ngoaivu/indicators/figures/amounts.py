"""Amounts «lượng»: a number with its scale words, its unit or currency, its whole and what it is counted per."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from .doubled import doubled, doubled_amount
from .lexicon import PERCENT, UNKNOWN, Lexicon, Unit
from .nouns import AID_PARTS, common, in_name, listed_nouns, opens_next, plural_behind, shortened_before, unit_at
from .numerals import Number, digits_at, scales_at, settle
from .spelled import words_at
from .tokens import BREAK, TAB, Tokens
from .wholes import told_of, whole_at, whole_behind

_SHORTEST_NOUN = 2  # "04dự án" lost its space, "10A" is a name
_LARGEST_PART = 12  # "2/3 số xã" is a part of all, "17/25 số xã" are so many of so many
_THOUSAND = 3
_ROUND = frozenset({"100", "1000", "10000", "100000", "vạn"})
_NOUN = 5  # words of a noun and its adjectives
_SIGNS = {"-": -1, "−": -1, "–": -1, "+": 1}
_OPENING = frozenset({"(", BREAK, TAB, "[", "|", ":", "="})


@dataclass(slots=True)
class Amount:
    """Words [first, last); `value` includes the scale; `noun` is whether a known unit was named."""

    first: int
    last: int
    number: Number
    value: Decimal
    power: int = 0
    unit: Unit | None = None
    of: Decimal | None = None
    per: str | None = None
    sign: int = 0
    flags: tuple[str, ...] = ()

    @property
    def sort(self) -> str:
        return self.unit.sort if self.unit else "bare"


def amount_at(tokens: Tokens, i: int, lex: Lexicon, floor: int) -> Amount | None:
    """The amount whose number begins at word `i`; words before `floor` belong to an earlier figure."""
    number = digits_at(tokens, i, lex) if tokens.low[i][0].isdecimal() else words_at(tokens, i, lex)
    if number is None:
        return None
    j = number.last if tokens.low[number.last] != "(" else doubled(tokens, number.last, lex, number)
    first, code = _currency_before(tokens, i, lex, floor)
    whole, j = whole_at(tokens, j, number, lex)
    shortened = lex.scaled.match(tokens.low, j)
    if shortened:
        (code, power), j = shortened
    else:
        power, j = scales_at(tokens, j, lex)
    if not power and _scale_letter(tokens, j, lex, number, code):
        power, j = lex.words["short_scales"][tokens.low[j]], j + 1
    j = doubled(tokens, j, lex, number) if power else j
    parted = whole is not None and tokens.low[j] in lex.sets["parted"]
    if parted and whole is not None and whole <= _LARGEST_PART:
        unit = None
    else:
        unit, j = _unit(tokens, j + parted, lex, number, code, power)
    j = doubled_amount(tokens, j, lex, unit) if number.literal and (unit is None or tokens.low[j] == "(") else j
    settled = (number.value, ()) if not number.literal else settle(number.literal, lex, power, unit or _guess(tokens, j))
    if settled is None:
        return None
    value, flags = settled
    value = value.scaleb(power)
    amount = Amount(first, j, number, value, power, unit, whole and whole.scaleb(power), None, 0, flags)
    _add_whole(tokens, amount, lex)
    _add_rest(tokens, amount, lex)
    _add_half(tokens, amount, lex)
    add_per(tokens, amount, lex)
    _add_sign(tokens, amount, floor)
    return amount


def _scale_letter(tokens: Tokens, j: int, lex: Lexicon, number: Number, code: str | None) -> bool:
    """Whether one letter is the scale: "$10m", "US$ 3 m", "1.12m visitors"."""
    if tokens.low[j] not in lex.words["short_scales"]:
        return False
    if code:
        return tokens.glued(j) or tokens.low[j] == "m"
    return bool(number.literal) and shortened_before(tokens, j, lex)


def _guess(tokens: Tokens, j: int) -> Unit | None:
    """An unknown noun still counts something; nothing at all tells nothing."""
    return UNKNOWN if tokens.low[j].isalpha() and tokens.low[j].islower() and not tokens.capital(j) else None


def _currency_before(tokens: Tokens, i: int, lex: Lexicon, floor: int) -> tuple[int, str | None]:
    found = lex.money_before.match_back(tokens.low, i - 1, floor) if i > floor else None
    if found is None:
        return i, None
    code, first = found
    if _word_only(tokens, first, lex):
        return i, None
    signed = tokens.low[i - 1] == "$" and i - first > 1
    if signed and not tokens.glued(i - 1):
        return i - 1, "USD"
    return first, str(code)


def _word_only(tokens: Tokens, j: int, lex: Lexicon) -> bool:
    """Whether an ISO code that is also a word is not written as a code: "try 5", "3 cup"."""
    return tokens.low[j] in lex.sets["wordlike_codes"] and not tokens.text[tokens.start[j] : tokens.end[j]].isupper()


def _add_whole(tokens: Tokens, amount: Amount, lex: Lexicon) -> None:
    """The whole behind what is counted, whether we know its noun or not: "28 calls out of 30"."""
    if amount.of is not None or amount.power or lex.whole_behind.absent(tokens.low[amount.last : amount.last + _NOUN]):
        return
    if amount.sort not in ("count", "measure", "bare"):
        return
    noun = plural_behind(tokens, amount.last, lex) if amount.unit is None else None
    found = whole_behind(tokens, amount.last if noun is None else noun + 1, amount.value, lex)
    if found is not None:
        amount.of, amount.last = found


def _unit(tokens: Tokens, j: int, lex: Lexicon, number: Number, code: str | None, power: int) -> tuple[Unit | None, int]:
    """What stands behind the number: percent, currency, measure or what is counted."""
    if code is not None:
        found = lex.units.match(tokens.low, j)
        repeated = found is not None and found[0].sort == "money" and found[0].code == code
        return Unit("money", code), found[1] if found and repeated else j
    glued = tokens.glued(j)
    verb = tokens.low[j] in lex.sets["plain_verbs"] or (tokens.low[j] in lex.sets["base_verbs"] and told_of(tokens, number.first, j, lex))
    if verb or lex.not_units.match(tokens.low, j):
        return None, j
    found = unit_at(tokens, j, lex, number.literal in ("1", "01") or number.value == 1, power > 0)
    if found is None:
        return None, j
    unit, last = found
    if (unit.sort == "money" and (opens_next(tokens, j, last, lex) or _word_only(tokens, j, lex))) or in_name(tokens, j, last):
        return None, j
    if unit.sort == "count" and glued and tokens.low[j].isalpha() and len(tokens.low[j]) < _SHORTEST_NOUN and not power:
        return None, j
    lasting = number.first and tokens.low[number.first - 1] in lex.sets["duration_openers"]
    if not lasting and _dated(tokens, last, unit, lex) and not tokens.glued(last):
        return None, j
    return listed_nouns(tokens, unit, last, lex) if unit.code in AID_PARTS else (unit, last)


_CALENDAR = frozenset({"day", "month", "quarter", "year"})


def _add_rest(tokens: Tokens, amount: Amount, lex: Lexicon) -> None:
    """The smaller scale behind a larger one: "2 tỷ 500 triệu đồng", "25 nghìn 300 người"."""
    j = amount.last
    if not amount.power or amount.unit or not tokens.low[j].isdecimal():
        return
    power, last = scales_at(tokens, j + 1, lex)
    if not (0 < power < amount.power or amount.power == _THOUSAND) or len(tokens.low[j]) > _THOUSAND:
        return
    unit, last = _unit(tokens, last, lex, amount.number, None, power)
    if power or unit:
        amount.value += Decimal(tokens.low[j]).scaleb(power)
        amount.unit, amount.last = unit, last


def _add_half(tokens: Tokens, amount: Amount, lex: Lexicon) -> None:
    """A half behind the scale or the unit: "3 tỷ rưỡi", "hai năm rưỡi"; "a half marathon" is none."""
    half = lex.halves.match(tokens.low, amount.last)
    if half is None or tokens.low[half[1]] in lex.sets["half_things"]:
        return
    amount.value += Decimal(10) ** amount.power / 2
    amount.last = half[1]
    if amount.unit is None:
        amount.unit, amount.last = _unit(tokens, amount.last, lex, amount.number, None, amount.power)


def add_per(tokens: Tokens, amount: Amount, lex: Lexicon) -> None:
    """What the figure is counted over: "12 kỳ/năm", "30.000 đồng/01 lần", "5 projects per year"."""
    if amount.unit is None and amount.power < 6:
        return
    low, j = tokens.low, amount.last
    fixed = lex.per_fixed.match(low, j)
    if fixed:
        if low[fixed[1]] not in lex.sets["apart"]:
            amount.per, amount.last = fixed
        return
    found = lex.per.match(low, j)
    if found is None:
        return
    base = _round_base(low, found[1], lex)
    if base is not None:
        amount.last = base
        return
    k = found[1] + (found[0] == "/" and low[found[1]] in ("1", "01"))
    over = lex.units.match(low, k) or _described(tokens, j, k, lex)
    if over is None or over[0].sort == "percent" or low[over[1]] in lex.sets["apart"] or _dated(tokens, over[1], over[0], lex):
        return
    opens = low[j] in lex.sets["distributive"] and low[over[1]][0].isdecimal()  # "2 giải Nhì, mỗi giải 10 triệu"
    if not opens and (over[0].code != "time" or amount.sort != "measure"):
        amount.per, amount.last = over[0].code, over[1]


def _round_base(low: list[str], k: int, lex: Lexicon) -> int | None:
    """The index behind the round number a rate is told of: "12,5 bác sĩ/10.000 dân"."""
    if low[k].replace(lex.group, "") not in _ROUND or low[k + 1] not in lex.sets["rate_bases"]:
        return None
    behind = lex.units.match(low, k + 1)
    return behind[1] if behind else k + 2


def _described(tokens: Tokens, j: int, k: int, lex: Lexicon) -> tuple[Unit, int] | None:
    """ "per certified copy": what it is counted over, behind its adjective."""
    if tokens.low[j] not in lex.sets["rate_words"] or not common(tokens, k, lex):
        return None
    found = lex.units.match(tokens.low, k + 1)
    return found if found and found[0].single else None


def _dated(tokens: Tokens, j: int, unit: Unit, lex: Lexicon) -> bool:
    """Whether a calendar word opens a date ("ngày 15/10") and is no unit; in "3 ngày 2 đêm" it is one."""
    if unit.code not in _CALENDAR or not tokens.low[j][0].isdecimal():
        return False
    behind = lex.units.match(tokens.low, j + 1)
    return behind is None or behind[0].sort != "measure" or tokens.low[behind[1]][0].isdecimal()


def _add_sign(tokens: Tokens, amount: Amount, floor: int) -> None:
    i = amount.first
    if i <= floor or tokens.low[i - 1] not in _SIGNS or not tokens.glued(i):
        return
    opening = i - 1 == 0 or not tokens.glued(i - 1) or tokens.low[i - 2] in _OPENING
    if opening and (amount.unit is PERCENT or tokens.low[i - 1] != "–"):
        amount.sign = _SIGNS[tokens.low[i - 1]]
        amount.first = i - 1


def sharing(amount: Amount, other: Amount, lex: Lexicon) -> Amount:
    """A number without a unit, read with unit and scale of the one it is listed with."""
    power = amount.power or other.power
    value = amount.number.value
    flags = amount.flags
    if amount.number.literal:
        settled = settle(amount.number.literal, lex, power, other.unit)
        if settled is None:
            return amount
        value, flags = settled
    return replace(amount, value=value.scaleb(power), power=power, unit=other.unit, per=amount.per or other.per, flags=flags)
