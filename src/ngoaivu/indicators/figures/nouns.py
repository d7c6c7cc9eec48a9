"""Nouns behind a number «danh từ đếm»: what it counts, through adjectives, lists of nouns and unknown words for people."""

from __future__ import annotations

from .lexicon import Lexicon, Unit
from .tokens import Tokens

AID_PARTS = ("programme", "project")
_PERSON = Unit("count", "person")


def unit_at(tokens: Tokens, j: int, lex: Lexicon, one: bool = False) -> tuple[Unit, int] | None:
    """The unit at word `j`. Where adjectives stand before the noun (English), the head of the noun phrase.

    A singular noun behind a number other than one is no head yet: "15 project officers", "12 business delegations".
    """
    low = tokens.low
    if low[j] == "-" and tokens.glued(j) and lex.words["hyphened"]:
        return lex.units.match(low, j + 1)
    found = lex.units.match(low, j) or _person(tokens, j, lex)
    reach = lex.words["noun_reach"]
    if not reach or (found and found[0].sort != "count"):
        return found
    if found and (one or not found[0].single):
        return found
    k = j if found is None else found[1]
    while k < j + reach and _adjective(low[k], lex):
        better = lex.units.match(low, k)
        if better and better[0].sort != "count":
            return found if better[0].sort == "money" else better
        if better is None and found is not None:
            break
        if better is None:
            k += 1
            continue
        found, k = better, better[1]
        if one or not found[0].single:
            break
    return found or _people(tokens, j, lex)


def _people(tokens: Tokens, j: int, lex: Lexicon) -> tuple[Unit, int] | None:
    """ "5.3 million Vietnamese": a people without a noun behind it."""
    return (_PERSON, j + 1) if tokens.low[j] in lex.sets["peoples"] else None


def _person(tokens: Tokens, j: int, lex: Lexicon) -> tuple[Unit, int] | None:
    """A person told by the end of an unknown noun: "thanh tra viên", "kiến trúc sư", "economists"."""
    low = tokens.low
    if low[j] in lex.sets["function_words"] or not low[j].isalpha():
        return None
    if lex.words["noun_reach"]:
        return (_PERSON, j + 1) if low[j].endswith(tuple(lex.sets["person_endings"])) else None
    for k in (j + 1, j + 2):
        if not low[k].isalpha() or tokens.capital(k):
            return None
        if low[k] in lex.sets["person_endings"] and low[k - 1] not in lex.sets["not_persons"]:
            return _PERSON, k + 1
    return None


def _adjective(word: str, lex: Lexicon) -> bool:
    return (word.isalpha() and word not in lex.sets["function_words"]) or word == "-"


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
