"""Numerals «chữ số trong câu»: whether words tell a number at all, and which, whatever their language."""

from decimal import Decimal

from ngoaivu.core import vietnamese
from ngoaivu.indicators.figures.reader import read


def has_numeral(words: str) -> bool:
    """Whether the words hold a digit or a number in letters."""
    return any(sign.isdigit() for sign in words) or any(read(vietnamese.nfc(words), lang=language) for language in ("vi", "en"))


def told(words: str, language: str) -> tuple[Decimal, ...] | str:
    """The numbers some words tell, so that «2,73 tỷ USD» and “USD 2.73 billion” are equal; the bare digits where none is read."""
    mentions = read(vietnamese.nfc(words), lang="en" if language == "en" else "vi")
    values = tuple(one.value for one in mentions if one.value is not None)
    return values or "".join(sign for sign in words if sign.isdigit())
