"""Nouns behind a number «danh từ đếm»: what it counts, through adjectives, lists of nouns and unknown words for people."""

from __future__ import annotations

from .lexicon import Lexicon, Unit
from .tokens import BREAK, Tokens

AID_PARTS = ("programme", "project")
_PERSON = Unit("count", "person")
_SHORTEST_PAST = 4
_APART = 3  # words from one number to the next: an adjective, a comma and a joining word
_HEDGED = 4  # words of a hedge and the verb before it
_SINGULAR = ("ss", "us", "is", "ous")
_ONE = frozenset({"1", "01"})
APOSTROPHES = frozenset("'’")


def unit_at(tokens: Tokens, j: int, lex: Lexicon, one: bool = False, scaled: bool = False) -> tuple[Unit, int] | None:
    """The unit at word `j`. Where adjectives stand before the noun (English), the head of the noun phrase.

    English counts plurals: a singular noun behind a number other than one is no head yet ("15 project officers"), and
    alone it shows that the number belongs to a name ("Mekong 8 side event").
    """
    low = tokens.low
    if low[j] == "-" and tokens.glued(j) and lex.words["hyphened"]:
        return lex.units.match(low, j + 1)
    found = lex.units.match(low, j) or _person(tokens, j, lex)
    if found and found[1] == j + 1 and low[j] in lex.sets["classifiers"] and _classified(tokens, j + 1, lex):
        return lex.units.match(low, j + 1)
    reach = lex.words["noun_reach"]
    behind = _compound(tokens, found, lex) if reach and found else None
    if behind is not None:
        return _head(tokens, behind, None, lex, one)
    if not reach or (found and found[0].sort != "count"):
        return found
    if found and low[found[1]] in APOSTROPHES:
        j, found = found[1] + 1 + (low[found[1] + 1] == "s"), None
    if found and not found[0].single and not one:
        return found
    head = _head(tokens, j, found, lex, one)
    if (
        head
        and one
        and tokens.low[j - 1] == "1"
        and head[0].sort == "count"
        and plural(low[head[1] - 1], lex)
        and low[head[1] - 1] not in lex.sets["plural_alike"]
    ):
        return None
    if head and head[0].single and not (one or scaled) and head[0].sort == "count" and low[head[1] - 1] not in lex.sets["plural_alike"]:
        return None
    return (
        head
        or _people(tokens, j, lex)
        or (_single(tokens, j, lex) if one and (low[j - 1] in _ONE or low[j - 1] in lex.sets["calendar_numbers"]) else None)
    )


def shortened_before(tokens: Tokens, j: int, lex: Lexicon) -> bool:
    """Whether a letter glued to a number is its scale: "1.12m visitors", "58k tonnes", but "20m boats" are metres long."""
    if not tokens.glued(j) or tokens.glued(j + 1):
        return False
    found = unit_at(tokens, j + 1, lex)
    if found is None or found[0].sort not in ("count", "measure"):
        return False
    return found[0].sort == "measure" or (not found[0].single and (tokens.low[j] != "m" or found[0].code not in lex.sets["long_units"]))


def _single(tokens: Tokens, j: int, lex: Lexicon) -> tuple[Unit, int] | None:
    """ "1 joint checkpoint": the singular of a noun whose plural we know."""
    for k in range(j, j + int(lex.words["noun_reach"])):
        if not common(tokens, k, lex):
            break
        found = None if common(tokens, k + 1, lex) else lex.units.match([f"{tokens.low[k]}s", BREAK], 0)
        if found is not None and found[0].sort == "count":
            return found[0], k + 1
    return None


def _compound(tokens: Tokens, found: tuple[Unit, int], lex: Lexicon) -> int | None:
    """ "45 second-hand engines", "12 year-round posts": the measure belongs to an adjective; the index behind that."""
    k = found[1]
    if found[0].sort == "count" or tokens.low[k] != "-" or not (tokens.glued(k) and tokens.glued(k + 1)):
        return None
    return k + 2 if plural_behind(tokens, k + 2, lex) is not None else None


def _classified(tokens: Tokens, j: int, lex: Lexicon) -> bool:
    """Whether a noun stands behind a classifier: "450 chiếc màn", but not "45 chiếc đang neo đậu"."""
    return common(tokens, j, lex) and tokens.low[j] not in lex.sets["verbs"] and tokens.low[j] not in lex.sets["predicates"]


def _head(tokens: Tokens, j: int, found: tuple[Unit, int] | None, lex: Lexicon, one: bool) -> tuple[Unit, int] | None:
    """The head of an English noun phrase: its first plural, behind adjectives and singular nouns.

    A plural we do not know ends the search, and so does a possessive: "3 covers visas", "31 men's finals".
    """
    low = tokens.low
    k = j if found is None else found[1]
    while k < j + int(lex.words["noun_reach"]) and _adjective(tokens, k, lex):
        better = lex.units.match(low, k) or _person(tokens, k, lex)
        if better is None:
            if plural(low[k], lex) and not tokens.capital(k):
                return None
            k += 1
            continue
        if better[0].sort != "count":
            return found if better[0].sort == "money" or tokens.capital(k) else better
        found, k = better, better[1]
        if one or not found[0].single:
            break
    return found


def plural(word: str, lex: Lexicon) -> bool:
    """Whether an English word has the look of a plural."""
    return len(word) > 3 and word[-1] == "s" and not word.endswith(_SINGULAR) and word not in lex.sets["attributive"]


def _people(tokens: Tokens, j: int, lex: Lexicon) -> tuple[Unit, int] | None:
    """ "5.3 million Vietnamese": a people without a noun behind it."""
    return (_PERSON, j + 1) if tokens.low[j] in lex.sets["peoples"] else None


def _person(tokens: Tokens, j: int, lex: Lexicon) -> tuple[Unit, int] | None:
    """A person told by the end of an unknown noun: "thanh tra viên", "kiến trúc sư", "economists"."""
    low = tokens.low
    if low[j] in lex.sets["function_words"] or not low[j].isalpha():
        return None
    if lex.words["noun_reach"]:
        named = low[j].endswith(tuple(lex.sets["person_endings"])) and low[j] not in lex.sets["not_persons"]
        return (_PERSON, j + 1) if named else None
    if low[j] in lex.sets["person_openers"] and low[j + 1].isalpha():
        return _PERSON, j + 2
    if low[j] in lex.sets["verbs"] and lex.units.match(low, j + 1):
        return None
    for k in (j + 1, j + 2):
        if not low[k].isalpha() or tokens.capital(k):
            return None
        if low[k] in lex.sets["person_endings"] and low[k - 1] not in lex.sets["not_persons"] and low[k + 1] not in lex.sets["person_not_before"]:
            return _PERSON, k + 1
    return None


def _adjective(tokens: Tokens, k: int, lex: Lexicon) -> bool:
    word = tokens.low[k]
    return (word.isalpha() and word not in lex.sets["function_words"]) or (word == "-" and tokens.glued(k))


def listed_nouns(tokens: Tokens, unit: Unit, last: int, lex: Lexicon) -> tuple[Unit, int]:
    """ "27 chương trình, dự án và khoản viện trợ": programmes and projects listed with aid items are aid items."""
    low, j = tokens.low, last
    while low[j] in lex.sets["noun_joins"]:
        j += 1 + (low[j + 1] in lex.sets["noun_joins"])
        found = unit_at(tokens, j, lex)
        if found is None or found[0].code not in (*AID_PARTS, "aid_item"):
            break
        unit, last = found[0], found[1]
        j = last
    return unit, last


def opens_next(tokens: Tokens, j: int, last: int, lex: Lexicon) -> bool:
    """ "phase 2 USD 3.5 million": where the currency stands before its number, this one belongs to the next."""
    before = lex.words["write_currency"]["place"] == "before"
    return before and not tokens.glued(j) and tokens.low[last][0].isdecimal() and lex.money_before.match_back(tokens.low, last - 1, j) is not None


def plural_behind(tokens: Tokens, j: int, lex: Lexicon) -> int | None:
    """The index of the plural noun a number may count, behind its adjectives: "6 exercises", "3 new bus shelters"."""
    low = tokens.low
    if low[j] in lex.sets["plain_verbs"]:
        return None
    for k in range(j, j + int(lex.words["noun_reach"])):
        if not common(tokens, k, lex):
            return None
        if plural(low[k], lex) or _plural_head(tokens, k, lex):
            return k
    return None


def _plural_head(tokens: Tokens, k: int, lex: Lexicon) -> bool:
    """ "134 ceramics, 78 textiles": a word that may stand before a noun is one where none follows."""
    word = tokens.low[k]
    return (
        word in lex.sets["attributive"]
        and word not in lex.sets["particles"]
        and word[-1] == "s"
        and word[-2] not in "su"
        and not common(tokens, k + 1, lex)
    )


def common(tokens: Tokens, j: int, lex: Lexicon) -> bool:
    """Whether a word can belong to a common noun phrase: lower case and no function word."""
    word = tokens.low[j]
    return word.isalpha() and (len(word) > 1 or not word.isascii()) and word not in lex.sets["function_words"] and not tokens.capital(j)


def predicate(tokens: Tokens, j: int, lex: Lexicon) -> bool:
    """Whether a verb stands where the noun of a number is left out: "48 were approved", "nine returned", "9 bị trả"."""
    word = tokens.low[j]
    following = tokens.low[j + 1]
    if word in lex.sets["predicates"] or (following in lex.sets["states"] and word in lex.sets["prepositions"]):
        return True
    if following in lex.sets["narrowers"]:
        following = tokens.low[j + 2]  # "nine work only in Korean"
    if word in lex.sets["settlers"] and (following in lex.sets["prepositions"] or following in lex.sets["particles"]):
        return True
    past = bool(lex.words["noun_reach"]) and len(word) > _SHORTEST_PAST and word.endswith("ed")
    return past and plural_behind(tokens, j, lex) is None


def described(tokens: Tokens, first: int, last: int, since: int, lex: Lexicon) -> bool:
    """ "12 officers, 8 permanent and 4 temporary": one adjective behind a number, right behind the last one and its noun or adjective."""
    low = tokens.low
    if not lex.words["noun_reach"] or not 0 < since <= _APART or low[first - 1] not in lex.sets["clause_joins"]:
        return False
    if not common(tokens, last, lex) or plural(low[last], lex) or (since > 1 and not common(tokens, first - 2, lex) and low[first - 2] != ","):
        return False
    behind = low[last + 1]
    return not behind.isalnum() or behind in lex.sets["name_joins"]


def apposed(low: list[str], j: int, lex: Lexicon) -> int | None:
    """The index behind a share that says a number again: "156, or 56 percent, came from border districts"."""
    if low[j] != "," or low[j + 1] not in lex.sets["apposed"]:
        return None
    for k in range(j + 2, min(j + _HEDGED + 2, len(low) - 1)):
        found = lex.units.match(low, k + 1) if low[k][0].isdecimal() else None
        if found is not None:
            return found[1] + (low[found[1]] == ",") if found[0].sort == "percent" else None
    return None


def numbering(tokens: Tokens, i: int, lex: Lexicon) -> bool:
    """Whether the verb "to number" tells the number at word `i`: "will number 120", "the refugees number some 4,500"."""
    low, k = tokens.low, i - 1
    if lex.sets["numbering"].isdisjoint(low[max(0, i - _HEDGED) : i]):
        return False
    while low[k] not in lex.sets["numbering"]:
        k -= 1
    before = low[k - 1] if k else ""
    if before in lex.sets["not_counting"] or not before.isalpha():
        return False
    return before in lex.sets["verb_openers"] or plural(before, lex) or lex.group in low[i] or k < i - 1


def in_name(tokens: Tokens, j: int, last: int) -> bool:
    """ "ngã ba Đồng Lộc", "Tan Chau 1 School": a unit of one word that opens or closes a proper name."""
    if not tokens.capital(j):
        return False
    inside = j > 2 and tokens.capital(j - 2) and tokens.low[j - 2].isalpha() and tokens.low[j - 3].isalpha()
    if inside and tokens.low[j - 1].isdecimal() and tokens.text[tokens.start[j] + 1 : tokens.end[j]].islower():
        return True
    return last == j + 1 and all(tokens.capital(k) and tokens.text[tokens.start[k] + 1 : tokens.end[k]].islower() for k in (j, last))
