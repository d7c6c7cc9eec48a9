"""Evidence «bằng chứng có đếm»: a bare numeral is a figure only where something shows that it counts or measures.

The careful editor's default is that a numeral without a unit names a thing (a body, a ship, a street, a class, a chapter)
until its form, a word before it or a noun behind it says otherwise.
"""

from __future__ import annotations

import re

from .heads import names_number, yearlike
from .lexicon import Lexicon
from .nouns import common, plural_behind, predicate
from .quantities import Draft
from .shapes import alike, behind_month, shaped, slogan
from .tokens import BREAK, TAB, Tokens

_OPENING = frozenset({BREAK, ")", TAB, ".", "!", "?", ":", ";", "-", "–", "*", "•", "(", '"', "“", "«", "|", "+"})
_QUOTES = frozenset('"“«‘')
_ARITHMETIC = frozenset({"=", "+", "×", "≈"})
_BARS = frozenset({TAB, "|"})
_ENDS = frozenset({BREAK, TAB, ".", ";", "|", "?", "!"})
_EDGES = _ENDS | {","}
_BRACKETS = frozenset({"(", ")"})
_REACH = 8
_APART = 14
_BETWEEN = 4
_LONGEST = 9
_LONGEST_ENTRY = 5
_FINE = 4  # more decimals than any count or measure of prose has: coordinates
_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-4])[.][0-5][0-9]")


def settle_names(tokens: Tokens, drafts: list[Draft], lex: Lexicon) -> None:
    """Makes structural whatever stands bare and counts nothing; one of a list speaks for its neighbours."""
    unsure: list[Draft] = []
    known: Draft | None = None
    whole: Draft | None = None
    for draft in drafts:
        if draft.kind != "count" or draft.unit is not None:
            whole = draft if draft.kind == "count" else whole
            known = known if draft.kind == "period" else None  # "140 in 2022 and 163 in 2023"
            continue
        bare = _bare(draft)
        parted = opened_whole(tokens, whole, draft, lex) or _told_on(tokens, whole, draft, lex)
        whole = whole if parted else draft
        if bare and not (parted or _attested(tokens, draft, lex) or _beside(tokens, known, draft, lex) or alike(tokens, known, draft, lex)):
            unsure.append(draft)
            continue
        known = following = draft if bare else None
        while following is not None and unsure and _beside(tokens, unsure[-1], following, lex):
            following = unsure.pop()
    for draft in unsure:
        draft.kind, draft.hedge, draft.flags = "structural", "exact", ()
        draft.value = draft.high = draft.of = draft.per = draft.amount = None


def _told_on(tokens: Tokens, whole: Draft | None, draft: Draft, lex: Lexicon) -> bool:
    """ "3 nominations received, 1 rejected, 2 forwarded": a verb of its own behind each part of a whole we have no unit for."""
    if whole is None or whole.value is None or draft.value is None or not lex.words["noun_reach"]:
        return False
    if draft.value > whole.value and not behind_month(tokens, whole, lex):
        return False
    between = tokens.low[whole.last : draft.first]
    joined = bool(between) and between[-1] in lex.sets["clause_joins"] and len(between) < _LONGEST and _ENDS.isdisjoint(between)
    return joined and predicate(tokens, draft.last, lex)


def _bare(draft: Draft) -> bool:
    return draft.amount is not None and not draft.amount.number.in_words


def _beside(tokens: Tokens, earlier: Draft | None, draft: Draft, lex: Lexicon) -> bool:
    """ "7, 4 and 1 respectively": only list words between; "total 214, passed 198"; "340, against 295"."""
    between = tokens.low[earlier.last : draft.first] if earlier is not None else []
    if not 0 < len(between) < _BETWEEN:
        return False
    if all(word in lex.sets["name_joins"] for word in between) or between[-1] in lex.sets["back_to"]:
        return True
    told = between[0] == "," and all(word.isalpha() and not tokens.capital(draft.first - k) for k, word in enumerate(reversed(between[1:]), 1))
    return told and tokens.low[draft.last] in _EDGES


def _attested(tokens: Tokens, draft: Draft, lex: Lexicon) -> bool:
    amount = draft.amount
    assert amount is not None
    literal = amount.number.literal
    if literal.isdecimal() and not amount.power and slogan(tokens, draft.first):
        return False
    first = draft.first
    before = tokens.low[first - 1] if first else BREAK
    behind = draft.first == amount.first and name_before(tokens, first, lex)  # "under Bridge 7 and over Canal 3"
    if (draft.hedge != "exact" and before != ":" and not behind) or amount.power or amount.sign or before in _ARITHMETIC:
        return True
    barred = tokens.low[draft.last] in _BARS and not tokens.capital(first - 1)  # a cell, but not "Visa | Desk 4 |"
    if amount.unit is not None or before in _BARS or barred or _added(tokens.low, draft.last) or _all_there_is(tokens, draft):
        return True
    if not literal.isdecimal() and lex.decimal == "," and not _measured_form(tokens, first, literal, lex):
        return False
    if _measured_form(tokens, first, literal, lex):
        return True
    if amount.of is not None and amount.value <= amount.of:
        return True  # "they hold 5 of 16"
    if shaped(tokens, draft, lex) or _stuck(tokens, draft, lex) or tokens.low[draft.last] in lex.sets["elliptic_nouns"]:
        return True
    return (
        _shared_out(tokens, draft, lex)
        or _led(tokens, first, lex)
        or _pointed_out(tokens, draft)
        or _entered(tokens, draft, lex)
        or _noun_behind(tokens, draft, lex)
    )


def _shared_out(tokens: Tokens, draft: Draft, lex: Lexicon) -> bool:
    """ "27, or 15%, from France": a share says of how much the number is a part."""
    low, k = tokens.low, draft.last + 1
    return low[draft.last] == "," and low[k] in lex.sets["share_apposers"] and low[k + 1][0].isdecimal() and low[k + 2] in ("%", "per", "percent")


def _all_there_is(tokens: Tokens, draft: Draft) -> bool:
    """A text or a line that is nothing but a number is a cell of a table or a field, and tells its value."""
    low, last = tokens.low, draft.last
    opens = draft.first == 0 or low[draft.first - 1] == BREAK
    return opens and low[last + (low[last] == ".")] == BREAK


def _stuck(tokens: Tokens, draft: Draft, lex: Lexicon) -> bool:
    """ "Có 17Đoàn Lào": behind a verb of having, a space is lost before a name."""
    j = draft.last
    spelled = tokens.text[tokens.start[j] + 1 : tokens.end[j]]
    return tokens.glued(j) and tokens.capital(j) and spelled.islower() and tokens.low[draft.first - 1] in lex.sets["holders"]


def _added(low: list[str], j: int) -> bool:
    """ "6.044 + 2.592", but not "phim 16+"."""
    return low[j] in _ARITHMETIC and low[j + 1][0].isdecimal()


def _measured_form(tokens: Tokens, first: int, literal: str, lex: Lexicon) -> bool:
    """Grouped thousands and decimals are written of quantities; "10.3759" and a clock's "7.30" are not."""
    if literal.isdecimal():
        return False
    if lex.group in literal:
        whole = literal.partition(lex.decimal)[0]
        return not literal.startswith("0") and all(len(part) == 3 for part in whole.split(lex.group)[1:])
    fine = len(literal.partition(lex.decimal)[2]) >= _FINE
    clock = lex.decimal == "." and _CLOCK.fullmatch(literal) is not None
    return not (fine or clock or name_before(tokens, first, lex))


def _led(tokens: Tokens, first: int, lex: Lexicon) -> bool:
    """A verb that reaches a value stands before it, or the clause speaks of a number: "số vi phạm là 7"."""
    low, k = tokens.low, first - 1
    if k >= 0 and (low[k] in lex.sets["valuers"] or low[k] in lex.sets["totals"] or valued(low, first, lex)):
        return True
    if k > 0 and low[k] in lex.sets["level_words"] and low[k - 1] in lex.sets["totals"]:
        return True
    if k > 0 and low[k] in lex.sets["member_joins"] and low[first + 1] in _ENDS:
        return low[k - 1] not in lex.sets["label_heads"] and not tokens.capital(k - 1)
    if k > 0 and low[k] in lex.sets["equals"] and not lex.sets["level_words"].isdisjoint(low[max(0, k - 3) : k]):
        return True
    stop = max(0, first - _REACH) if k >= 0 and (low[k] in lex.sets["equals"] or low[k] == ":") else k + 1
    while k >= stop and (low[k] not in _EDGES or k == first - 1):
        numbered = low[k] in lex.sets["numberers"] or low[k] in lex.sets["totals"]
        if numbered and low[k + 1].isalpha() and not (k and low[k - 1] in lex.sets["not_numberers"]):
            return True
        k -= 1
    return False


def valued(low: list[str], first: int, lex: Lexicon) -> bool:
    """Whether a verb stands before a number that ends its clause: "Bus 4 carried 38.", "nay tỉnh có 46."."""
    verb = low[first - 1] if first else BREAK
    if low[first + 1] not in _EDGES:
        return False
    past = bool(lex.words["noun_reach"]) and verb.endswith("ed") and len(verb) > _FINE and verb not in lex.sets["callers"]
    return past or verb in lex.sets["holders"]


def _pointed_out(tokens: Tokens, draft: Draft) -> bool:
    """ "Lào (9)": a small number in brackets right behind a name."""
    low, k = tokens.low, draft.first - 1
    return k > 0 and low[k] == "(" and low[draft.last] == ")" and tokens.capital(k - 1) and len(low[draft.last - 1]) < _LONGEST


def _entered(tokens: Tokens, draft: Draft, lex: Lexicon) -> bool:
    """ "Đang online: 5": alone behind a label that does not take a number as its name, as "Phòng: 305" would."""
    low, k = tokens.low, draft.first - 2
    if k < 0 or low[k + 1] != ":" or len(low[draft.last - 1]) > _LONGEST_ENTRY:
        return False
    if yearlike(low[k]) and low[k].isdecimal():
        return low[draft.last] in _EDGES or low[draft.last] == ")" or low[draft.last] in lex.sets["name_joins"]  # "Visas: 2021: 318"
    if not (low[draft.last] in _EDGES or low[draft.last] in _BRACKETS):
        return False
    if low[k].isdecimal() and k and low[k - 1] in lex.sets["row_heads"]:
        return True  # "Row 1: 12 (leaders)"
    if not low[k].isalpha():
        return False
    if tokens.text[tokens.start[k] : tokens.end[k]].isupper():
        return False
    return not names_number(low, k, lex.lang)


def _noun_behind(tokens: Tokens, draft: Draft, lex: Lexicon) -> bool:
    """An unknown noun that can be counted stands behind, and no name before."""
    j = draft.last
    low = tokens.low
    if name_before(tokens, draft.first, lex):
        return False
    if low[j] == "-" and lex.words["hyphened"] and tokens.glued(j) and common(tokens, j + 1, lex):
        return True
    if low[j + 1] == "-" and lex.words["hyphened"] and tokens.glued(j + 1) and plural_behind(tokens, j + 3, lex) is not None:
        return True  # "500 day-old chicks"
    if low[j] in lex.sets["nouns_too"] and common(tokens, j + 1, lex):
        return True
    if bool(lex.words["noun_reach"]) and tokens.capital(j) and low[j].isalpha():
        return plural_behind(tokens, j + 1, lex) is not None  # "2 Buddha statues"
    if not common(tokens, j, lex):
        return False
    if lex.words["noun_reach"] and not low[j].isascii():
        return True  # a noun of another language: "131 dự án" in an English text
    if not lex.words["noun_reach"]:
        called = draft.first and low[draft.first - 1].isalpha() and low[draft.first - 1] not in lex.sets["function_words"]
        return not (called and low[j] in lex.sets["verbs"]) and not low[j + 1][0].isdecimal()
    return plural_behind(tokens, j, lex) is not None


def opens_sentence(tokens: Tokens, i: int) -> bool:
    """Whether a capital at word `i` is only that of a sentence's first word."""
    return i <= 0 or tokens.low[i - 1] in _OPENING


def name_before(tokens: Tokens, first: int, lex: Lexicon) -> bool:
    """Whether a proper name stands right before: "Quân y 120", "Mekong 1000", "Hải quân 561"."""
    low = tokens.low
    for k in (first - 1, first - 2):
        if k < 0 or not low[k].isalpha() or low[k] in lex.sets["function_words"]:
            return False
        if tokens.capital(k):
            if low[k] in lex.sets["determiners"]:
                return False
            if k == first - 2 and tokens.capital(k - 1):
                return False
            return not opens_sentence(tokens, k) or (bool(lex.words["noun_reach"]) and k == first - 1)
        if lex.words["noun_reach"]:
            return False
    return False


def called_so(tokens: Tokens, i: int, lex: Lexicon) -> bool:
    """Whether a number word is the name of a person or a place: "chị Bảy Tấn", "Năm Căn", "the Group of Seven"."""
    if not tokens.capital(i):
        return False
    written = tokens.text[tokens.start[i] : tokens.end[i]]
    if len(written) > 1 and written.isupper():
        return False
    if lex.words["noun_reach"]:
        if i and tokens.low[i - 1] in _QUOTES:
            return tokens.capital(i + 1)
        if tokens.capital(i - 1) and names_number(tokens.low, i - 1, lex.lang):
            return True  # "Class Four met the consul"
        return not opens_sentence(tokens, i) and tokens.low[i - 1].isalpha() and not tokens.capital(i - 1)
    if not opens_sentence(tokens, i):
        return True
    titled = lex.units.match(tokens.low, i + 1)
    return tokens.capital(i + 1) and not (titled and titled[1] > i + 2)


def opened_whole(tokens: Tokens, whole: Draft | None, draft: Draft, lex: Lexicon) -> bool:
    """ "Trong 26 thỏa thuận đã ký, 17 còn hiệu lực": behind a whole opened as one, small numbers are its parts."""
    if whole is None or whole.value is None or draft.value is None or draft.value >= whole.value or draft.first - whole.last > _APART:
        return False
    lead = tokens.low[max(0, whole.first - 3) : whole.first]
    clear = _ENDS.isdisjoint(tokens.low[whole.last : draft.first])
    return clear and tokens.low[draft.first - 1] in lex.sets["part_openers"] and not lex.sets["whole_openers"].isdisjoint(lead)
