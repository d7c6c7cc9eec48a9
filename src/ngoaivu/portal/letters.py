"""Letters «chữ cái»: expressions that find a word spelled just so, or in any spelling a reader without marks may mean. Pure."""

import re
from collections import defaultdict

from ngoaivu.core.vietnamese import fold

LETTER = "a-z0-9À-ỹ"  # what a word is made of, in text without capitals
LAST = 0x1EF9  # ỹ, the last letter of the alphabet as machines number it
NEW, OLD = "òóỏõọ òóỏõọ ùúủũụ", "oàoáoảoãoạ oèoéoẻoẽoẹ uỳuýuỷuỹuỵ"


def _spellings() -> dict[str, str]:
    told: dict[str, str] = defaultdict(str)
    for sign in map(chr, range(0xC0, LAST + 1)):
        if sign == sign.casefold() and len(plain := fold(sign)) == 1 and "a" <= plain <= "z":
            told[plain] += sign
    return {plain: f"[{plain}{marked}]" for plain, marked in told.items()}


def _places() -> dict[str, str]:
    """Where a tone may stand: «hòa» and «hoà», «thủy» and «thuỷ» are one word."""
    pairs: dict[str, str] = {}
    for new, old, second in zip(NEW.split(), OLD.split(), "aey", strict=True):
        for spot, first in enumerate(new):
            either = f"(?:{first}{second}|{old[2 * spot : 2 * spot + 2]})"
            pairs |= {first + second: either, old[2 * spot : 2 * spot + 2]: either}
    return pairs


SPELLINGS, PLACES = _spellings(), _places()
PLACED = re.compile("|".join(PLACES))


def loose(word: str) -> str:
    """An expression for a word typed without marks: «dong» is dong, đồng, đông."""
    return "".join(SPELLINGS.get(sign, re.escape(sign)) for sign in word)


def exact(word: str) -> str:
    """An expression for a word typed with its marks, wherever its writer puts the tone."""
    return PLACED.sub(lambda hit: PLACES[hit[0]], re.escape(word))


def alone(pattern: str) -> str:
    """An expression for a pattern that no letter or digit touches, as both databases read it."""
    return f"(^|[^{LETTER}])({pattern})($|[^{LETTER}])"


def begun(pattern: str) -> str:
    """The same for a word that only begins so."""
    return f"(^|[^{LETTER}])({pattern})"
