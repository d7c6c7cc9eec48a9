"""Numerals that are no figures «số không phải số liệu»: telephone numbers, times, scores, addresses, names.

Each recogniser looks at a few words around one numeral and says how far what it found reaches.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from .attested import opens_sentence
from .heads import Heads, Plain, counts, heads_of, labelled, tail, yearlike
from .lexicon import lexicon
from .nouns import numbering, shortened_before
from .tokens import BREAK, Tokens

_SCORE = re.compile(r"[0-9]{1,2} ?[-–:] ?[0-9]{1,2}(?![0-9%/-]|[.,][0-9])")
_GAPS = frozenset({"", " ", "  ", "\u00a0"})
_NO_LENGTHS = frozenset({"day", "year", "quarter", "hour", "second", "point", "degree", "term", "century"})
_PHONE_MARKS = frozenset("().+-–/ ")


def phone_at(tokens: Tokens, i: int, lang: str, floor: int) -> Plain | None:
    """A telephone number: behind its word, or by its own look (+84, a leading zero and nine digits or more)."""
    low, text = tokens.low, tokens.text
    words = heads_of(lang)
    first = i - 1 if i > floor and low[i - 1] in ("+", "(") and tokens.glued(i) else i
    if first > floor and first < i and low[first - 1] == "(":
        first -= 1
    announced = labelled(tokens, first, words.phones, floor)
    if not (announced or low[first] == "+" or _dialled(low[i])):
        return None
    digits, last = 0, i
    while last < len(low) and text[tokens.end[last - 1] : tokens.start[last]] in _GAPS:
        word = low[last]
        if word[0].isdecimal():
            digits += sum(c.isdecimal() for c in word)
            end = last + 1
        elif word not in _PHONE_MARKS:
            break
        last += 1
        if digits > 24:
            break
    if last == i and low[i][0].isdecimal():
        digits, end = len(low[i]), i + 1
    if digits < (5 if announced else 9):
        return None
    return Plain(first, end, "structural")


def _dialled(word: str) -> bool:
    """A leading zero and at least three digits before any point; "0.005" and "0,005" are no numbers to call."""
    return word[0] == "0" and len(word.partition(".")[0]) > 2 and "," not in word


def score_at(tokens: Tokens, i: int, lang: str, floor: int) -> Plain | None:
    """The score of a match, "3-1", behind a word that speaks of one."""
    match = _SCORE.match(tokens.text, tokens.start[i])
    if match is None:
        return None
    words = heads_of(lang)
    for k in range(i - 1, max(floor, i - 7) - 1, -1):
        if tokens.low[k] in (".", BREAK):
            return None
        if words.scores.match_back(tokens.low, k, floor):
            return Plain(i, bisect_left(tokens.start, match.end()), "structural")
    return None


def place_at(tokens: Tokens, i: int, lang: str, floor: int) -> Plain | None:
    """Behind a word that takes a number as its name: "Phường 1", "lớp 10A", "Quốc lộ 1A", "Ward 1"."""
    words, low = heads_of(lang), tokens.low
    first = i - 1 if i > floor and low[i - 1] == "-" and tokens.glued(i) else i
    if yearlike(low[i]) or words.not_heads.match_back(low, first - 1, floor) or _thousands(tokens, i, lang):
        return None
    if numbering(tokens, i, lexicon(lang)):
        return None
    found = words.strict.match_back(low, first - 1, floor) if first > floor else None
    if found and found[1] > floor and low[found[1] - 1] in lexicon(lang).sets["distributive"]:
        return None  # "mỗi tổ 5 thành viên": behind "each" the word is counted over, and no head of a name
    last = tail(tokens, i)
    last = _of_all(tokens, last, lang) if low[last] == "of" else last
    abbreviated = found is not None and found[0].endswith(".")  # "School No. 2 won"
    if found and not ((_money_or_share(tokens, i, lang) and not abbreviated) or _measured(tokens, i, found[0], lang)):
        return Plain(found[1], last, "structural")
    found = words.soft.match_back(low, first - 1, floor) if first > floor else None
    if found and found[1] > floor and low[found[1] - 1] in lexicon(lang).sets["pointers"]:
        return None  # "this year 3 of every 5 trucks"
    if found and (not counts(tokens, i, lang) or _proper(tokens, found[1], lang) or _told_by(tokens, i, found[1], lang)):
        return Plain(found[1], last, "structural")
    if low[i].isdecimal() and _named_place(tokens, i, words, floor) and not counts(tokens, i, lang):
        return Plain(i, last, "structural")
    if low[i].isdecimal() and _street_follows(tokens, i, words) and not counts(tokens, i, lang):
        return Plain(i, last, "structural")
    if low[i].isdecimal() and labelled(tokens, i, words.addresses, floor) and not counts(tokens, i, lang):
        return Plain(i, last, "structural")
    return None


def _thousands(tokens: Tokens, i: int, lang: str) -> bool:
    """ "in the district 150,000 people": nothing is named by grouped thousands and a noun behind them."""
    lex, low = lexicon(lang), tokens.low
    found = lex.units.match(low, i + 1) if lex.group in low[i] and lex.decimal not in low[i] else None
    return found is not None and not low[found[1]][0].isdecimal()


def _of_all(tokens: Tokens, last: int, lang: str) -> int:
    """ "Workshop 3 of 5": how many there are goes with the name."""
    low, lex = tokens.low, lexicon(lang)
    counted = low[last + 1].isdecimal() and lex.units.match(low, last + 2) is None
    return last + 2 if counted else last


def _told_by(tokens: Tokens, i: int, first: int, lang: str) -> bool:
    """ "Đoàn 2 đề nghị gia hạn": behind a head with a capital, a noun that is also a verb is the verb."""
    return tokens.capital(first) and tokens.low[i].isdecimal() and tokens.low[i + 1] in lexicon(lang).sets["verbal_units"]


def _proper(tokens: Tokens, first: int, lang: str) -> bool:
    """ "holders of Category 1 identity cards": an English head with a capital inside a sentence names, whatever follows.

    So does a head that is never a verb and has no article: "holders of category 1 identity cards".
    """
    lex = lexicon(lang)
    if not lex.words["noun_reach"] or opens_sentence(tokens, first):
        return False
    if tokens.capital(first):
        return True
    return tokens.low[first] in lex.sets["label_heads"] and tokens.low[first - 1] in lex.sets["prepositions"]


def _named_place(tokens: Tokens, i: int, words: Heads, floor: int) -> bool:
    """The number of a place behind its name: "xã Tân Phước 2", "KCN Mỹ Tho 1"."""
    k = i - 1
    while k > max(floor, i - 5) and tokens.capital(k) and tokens.low[k].isalpha():
        if words.named.match_back(tokens.low, k, floor):
            return k < i - 1
        k -= 1
    return k < i - 1 and k >= floor and words.named.match_back(tokens.low, k, floor) is not None


def _money_or_share(tokens: Tokens, i: int, lang: str) -> bool:
    lex, low = lexicon(lang), tokens.low
    unit = lex.units.match(low, i + 1)
    return low[i + 1] in lex.scales or (unit is not None and unit[0].sort in ("money", "percent"))


def _measured(tokens: Tokens, i: int, head: str, lang: str) -> bool:
    """ "đường 12 km", "Ban Chỉ đạo 15 thành viên": a measure, or the members of a body, after all."""
    lex, low = lexicon(lang), tokens.low
    unit = lex.units.match(low, i + 1)
    if unit is None or low[unit[1]][0].isdecimal() or tokens.capital(i + 1):
        return False
    lengths = unit[0].sort == "measure" and unit[0].code not in _NO_LENGTHS
    return lengths or (unit[0].code == "person" and " " in head)


def _street_follows(tokens: Tokens, i: int, words: Heads) -> bool:
    """ "63, 30/4 street", "12 Hung Vuong Street": a street within a few capitalised words."""
    for k in range(i + 1, i + 7):
        word = tokens.low[k]
        if word in words.streets:
            return k > i + 1 or tokens.capital(k + 1) or tokens.low[k + 1][0].isdecimal()
        if not (word[0].isdecimal() or word in (",", "/") or tokens.capital(k)):
            return False
    return False


def name_at(tokens: Tokens, i: int, lang: str, floor: int) -> Plain | None:
    """A number glued to letters is part of a name: G7, COP26, Covid-19, 5G, 3D, 4.0."""
    low = tokens.low
    if i > floor and tokens.glued(i):
        before = low[i - 1]
        if before in "_@#=&" or _in_address(tokens, i):
            return Plain(i, tail(tokens, i), "structural")
        if before.isalpha() and lexicon(lang).money_before.match_back(low, i - 1, floor):
            return None
        if before.isalpha():
            return Plain(i - 1, tail(tokens, i), "structural")
        if before in "-–+" and i - 1 > floor and tokens.glued(i - 1) and low[i - 2].isalpha() and tokens.capital(i - 2):
            return Plain(i - 2, tail(tokens, i), "structural")
    after = low[i + 1]
    if after in heads_of(lang).technical:
        return Plain(i, i + 2, "structural")
    if _coded(tokens, i, lang, floor):
        return Plain(i - 1, tail(tokens, i), "structural")
    if tokens.glued(i + 1) and after.isalpha() and lexicon(lang).units.match(low, i + 1) is None and not _shortened(tokens, i + 1, lang):
        return Plain(i, tail(tokens, i), "structural") if after not in lexicon(lang).scales else None
    if low[i] == "24" and after == "/" and low[i + 2] in ("7", "24"):
        return Plain(i, i + 3, "structural")
    return None


def _shortened(tokens: Tokens, j: int, lang: str) -> bool:
    lex = lexicon(lang)
    return tokens.low[j] in lex.words["short_scales"] and shortened_before(tokens, j, lex)


def _in_address(tokens: Tokens, i: int) -> bool:
    """Inside a web address."""
    if tokens.low[i - 1] not in "/.-":
        return False
    chunk = tokens.lower[max(0, tokens.start[i] - 80) : tokens.start[i]].split()[-1:]
    return bool(chunk) and ("://" in chunk[0] or "www." in chunk[0])


def _coded(tokens: Tokens, i: int, lang: str, floor: int) -> bool:
    """A number behind capitals and before nothing it counts: "VN 320"."""
    if i <= floor or not tokens.low[i].isdecimal() or yearlike(tokens.low[i]) or tokens.glued(i):
        return False
    before = tokens.text[tokens.start[i - 1] : tokens.end[i - 1]]
    small = any(c.islower() for c in tokens.text[max(0, tokens.start[i] - 20) : tokens.start[i]])
    if not (before.isalpha() and before.isupper() and 2 <= len(before) <= 5 and small):
        return False
    if lexicon(lang).money_before.match_back(tokens.low, i - 1, floor):
        return False
    if heads_of(lang).strict.match_back(tokens.low, i - 2, floor) and not _money_or_share(tokens, i, lang):
        return True
    return not counts(tokens, i, lang) and tokens.low[i + 1] not in ("%", "/")


def _named(tokens: Tokens, i: int) -> bool:
    return i > 0 and tokens.capital(i - 1) and len(tokens.low[i - 1]) > 2


def dotted_at(tokens: Tokens, i: int, lang: str, floor: int) -> Plain | None:
    """Digits with separators that are no number: 1.2.3, 192.168.1.1, and "4.0", "Ubuntu 22.04"."""
    parts = re.split("[.,]", tokens.low[i])
    released = len(parts) == 2 and "." in tokens.low[i] and parts[1][0] == "0" and len(parts[1]) < 3
    priced = lexicon(lang).money_before.match_back(tokens.low, i - 1, floor) if i > floor else None
    if released and not priced and (lexicon(lang).group == "." or _named(tokens, i)) and not counts(tokens, i, lang):
        return Plain(i, i + 1, "structural")
    if len(parts) > 2 and not all(len(p) == 3 for p in parts[1:-1]):
        return Plain(i, i + 1, "structural")
    return None
