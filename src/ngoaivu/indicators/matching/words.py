"""Words of a text as matching compares them: folded, without endings, with their places."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from ngoaivu.core.vietnamese import fold

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text; numerals are left out, so that words on both sides of a figure are neighbours."""

    stems: tuple[str, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str, language: str) -> "Words":
        found = list(_WORD.finditer(text))
        return cls(tuple(stem(one.group(), language) for one in found), tuple(one.start() for one in found))

    def first_from(self, place: int) -> int:
        """The number of the first word that begins at this place or later."""
        return bisect_left(self.starts, place)


def phrase(text: str, language: str) -> tuple[str, ...]:
    """The stems of a phrase."""
    return tuple(stem(word, language) for word in _WORD.findall(text))


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """A word without marks and capitals; English also loses its ending. Vietnamese "kỳ" and "kì" are one."""
    bare = fold(word)
    return _ending_off(bare) if language == "en" else bare.replace("y", "i")


def _ending_off(word: str) -> str:
    """Plurals and the commonest verb endings."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 5 and word.endswith("ing"):
        return word[:-3].removesuffix("e")
    if len(word) > 4 and word.endswith("ed"):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 4 else word
