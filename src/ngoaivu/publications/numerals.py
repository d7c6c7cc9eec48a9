"""Numerals «chữ số trong câu»: whether words tell a number at all, and which, whatever their language."""

import re
import unicodedata
from decimal import Decimal

from ngoaivu.core import vietnamese
from ngoaivu.indicators.figures.model import Mention
from ngoaivu.indicators.figures.reader import read

DIGITS = frozenset("0123456789")
WITH_UNIT = re.compile(r"(?<=m)[²³](?!\w)|(?<=CO)₂(?!\w)")
# A number in letters is told from a word by what it counts: «mười hai» alone is read with one of these behind it.
COUNTED = {"vi": "đoàn", "en": "delegations"}


def has_numeral(words: str) -> bool:
    """Whether the words hold a digit or a number in letters."""
    return any(sign.isdigit() for sign in words) or any(_mentions(words, language) for language in COUNTED)


def strange(text: str) -> list[str]:
    """The signs of a text that a person reads as a number and our reader does not: １, Ⅻ, ½, ²; but those of m² and CO₂."""
    return list(dict.fromkeys(sign for sign in WITH_UNIT.sub("", text) if not sign.isascii() and _tells_number(sign)))


def _tells_number(sign: str) -> bool:
    return unicodedata.numeric(sign, None) is not None or any(one in DIGITS for one in unicodedata.normalize("NFKC", sign))


def told(words: str, language: str) -> tuple[Decimal, ...] | str:
    """The numbers some words tell, so that «2,73 tỷ USD» and “USD 2.73 billion” are equal; the bare digits where none is read.

    Words that tell nothing in their text's language are read in the other: a copy has them before they are translated.
    """
    for reading in sorted(COUNTED, key=lambda one: one != language):
        if values := tuple(one.value for one in _mentions(words, reading) if one.value is not None):
            return values
    return "".join(sign for sign in words if sign.isdigit())


def _mentions(words: str, language: str) -> list[Mention]:
    lang, text = "en" if language == "en" else "vi", vietnamese.nfc(words)
    return list(read(text, lang=lang)) or list(read(f"{text} {COUNTED[lang]}", lang=lang))
