"""Translating «phần chưa dịch»: lines with sentences of a text that still stand in the language it was copied from.

A sentence is compared without its figures and the records it names: their words are made anew in each language, and names stay.
Pure: lines in, sentences out.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from ngoaivu.publications.lines import BLOT, Line

WORD = re.compile(r"[^\W\d_]+")
ENDING = re.compile(r"(?<=[.!?;:])\s+")
# What is not prose: who wrote a text, who took a picture.
NAMES = ("byline", "credit")
TONES_AND_SHAPES = {"\u0300", "\u0301", "\u0302", "\u0303", "\u0306", "\u0309", "\u031b", "\u0323"}
# So many Vietnamese words written small, and such a part of all: fewer may be a name, or a word that has no other («đờn ca tài tử»).
LEAST, PART = 4, 4
# So many words written small without a mark are no Vietnamese.
FOREIGN = 4


def untranslated(read: Mapping[str, Sequence[Line]], language: str) -> Iterator[tuple[Line, str]]:
    """The lines of a text that are not wholly in its language, each with the first sentence that is not."""
    others = {told for other, lines in read.items() if other != language for line in lines for told in _sentences(line)}
    for line in read[language]:
        strange = (told for told in _sentences(line) if _is_foreign(told, language, copied=told in others))
        if line.place.rpartition("/")[2] not in NAMES and (told := next(strange, "")):
            yield line, told.replace(BLOT, "…")


def _sentences(line: Line) -> list[str]:
    return [told.strip() for told in ENDING.split(line.blotted()) if told.strip()]


def _is_foreign(told: str, language: str, *, copied: bool) -> bool:
    """Whether a sentence is in another language; one that stands in both texts alike is believed sooner."""
    words = WORD.findall(told)
    small = [word for word in words if word[0].islower()]
    marked = [word for word in small if _marked(word)]
    if language == "vi":
        return copied and len(small) >= FOREIGN and not marked
    return (copied and bool(marked)) or (len(marked) >= LEAST and len(marked) * PART >= len(words))


def _marked(word: str) -> bool:
    """Whether a word bears a letter or a tone of Vietnamese."""
    return "đ" in word or any(sign in TONES_AND_SHAPES for sign in unicodedata.normalize("NFD", word))
