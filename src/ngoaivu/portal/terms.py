"""Terms «từ cần tìm»: what a line asks to be found: words with or without marks, days and months. Pure: no table, no request."""

import re
from dataclasses import dataclass

from ngoaivu.core.vietnamese import fold
from ngoaivu.portal import days
from ngoaivu.portal.letters import exact, loose
from ngoaivu.publications.indexing import asking, meant

MOST_WORDS = 8
PLURAL = 3  # letters: a shorter English word has no plural to be told from
THOUSANDS = 3  # digits between two marks
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Term:
    """A word or a day. `plain` finds it whole in text without marks, `spelt` in text as it is written."""

    typed: str
    word: str  # without marks, as every text that has it holds it; empty for a day
    plain: str
    spelt: str
    since: str = ""  # how the dates of texts of this day begin


@dataclass(frozen=True)
class Asked:
    """What a line asks: its terms, the years beside them, and the line without its days, for the numbers in it."""

    terms: list[Term]
    years: list[str]
    undated: str


def asked(line: str, language: str, *, marked: bool) -> Asked:
    """What a line asks; `marked` says that its words are meant as they are spelled."""
    told, left = days.read(asking(line, language), language)
    parts = [word for part in re.split(r"[^\w.,]+", left) if (word := part.strip(".,"))][:MOST_WORDS]
    years = [part for part in parts if YEAR.fullmatch(part)]
    if len(years) == len(parts) and not told:
        years = []
    words = [_word(part, marked=marked, english=language == "en") for part in parts if part not in years]
    return Asked([*words, *map(_day, told)], years, days.read(line, language)[1])


def called(line: str, language: str) -> list[Term]:
    """What texts call a thing that a line, without marks, asks by another name: «twinning» for «sister province»."""
    return [Term(said, fold(said), re.escape(fold(said)), re.escape(said)) for said in meant(line, language)]


def _day(day: days.Day) -> Term:
    return Term(day.written, "", day.pattern, day.pattern, day.iso)


def _word(typed: str, *, marked: bool, english: bool) -> Term:
    folded = fold(typed)
    if NUMBER.fullmatch(typed):
        return _number(typed)
    stem, ending = _forms(folded) if english else (folded, "")
    if marked:
        spelt = exact(typed) if typed != folded else re.escape(stem) + ending
    else:
        spelt = loose(stem) + ending
    return Term(typed, stem, re.escape(stem) + ending, spelt)


def _number(typed: str) -> Term:
    """A number, found with and without marks between its thousands, and whichever mark its point is: «18019», «18.019», «2,73»."""
    pieces = re.split(r"[.,]", typed)
    if len(pieces) == 1:
        pieces = re.findall(r"\d{1,3}(?=(?:\d{3})*$)", typed)
        pattern = "[.,]?".join(pieces)
    else:
        pattern = "[.,]".join(pieces) if len(pieces[-1]) != THOUSANDS else "[.,]?".join(pieces)
    return Term(typed, pieces[-1], pattern, pattern)


def _forms(word: str) -> tuple[str, str]:
    """What the singular and the plural of an English word share, and an expression for how either ends: «countr», «export»."""
    if len(word) > PLURAL + 1 and word.endswith("ies"):
        return word[:-3], "(?:y|ies)"
    if len(word) > PLURAL and word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1], "(?:y|ies)"
    if len(word) > PLURAL and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1], "(?:s|es)?"
    return word, "(?:s|es)?" if word.isalpha() and word.isascii() else ""
