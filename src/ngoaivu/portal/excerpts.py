"""Excerpts «đoạn trích»: the sentence of a text that answers a search, with the words asked for marked. Pure: no table, no request."""

import re

from ngoaivu.core.vietnamese import fold

AROUND = 90  # signs shown on either side of the first hit
SENTENCE = re.compile(r"(?<=[.?!…])\s+(?=[A-ZĐÀ-Ỹ“])|\n+")
BEGINNING = 3  # letters: a shorter word is marked as a whole word alone


def best(text: str, words: list[str]) -> str:
    """The sentence that holds most of the words, the first of several; whole words count before beginnings of words."""
    sentences = [sentence for sentence in SENTENCE.split(text) if sentence.strip()]
    whole = [re.compile(_whole([word])) for word in words]
    begun = [re.compile(_begun([word])) for word in words]

    def held(sentence: str) -> tuple[int, int]:
        plain = fold(sentence)
        return sum(bool(one.search(plain)) for one in whole), sum(bool(one.search(plain)) for one in begun)

    return max(sentences, key=held, default="")


def marked(text: str, words: list[str], around: int = AROUND) -> list[tuple[str, bool]]:
    """The stretch of a text around its first hit, in pieces: (words, whether they were asked for).

    Whole words are marked; where there is none, words that begin so.
    """
    folded, origin = _folded(text)
    whole, begun = re.compile(_whole(words)), re.compile(_begun(words))
    pattern = whole if whole.search(folded) else begun
    first = hit.start() if (hit := pattern.search(folded)) else 0
    start, end = max(0, first - around), min(len(folded), first + 2 * around)
    start = 0 if start == 0 else folded.find(" ", start) + 1
    end = len(folded) if end == len(folded) else folded.rfind(" ", start, end)
    made, spot = [("… " if start else "", False)], start
    for hit in pattern.finditer(folded, start, max(end, start)):
        made += [(text[origin[spot] : origin[hit.start()]], False), (text[origin[hit.start()] : origin[hit.end()]], True)]
        spot = hit.end()
    made.append((text[origin[spot] : origin[max(end, spot)]] + ("" if end >= len(folded) else " …"), False))
    return [(piece, hit) for piece, hit in made if piece]


def _whole(words: list[str]) -> str:
    """An expression for the words, each whole, in English also its plural."""
    return f"(?<![a-z0-9])(?:{_any(words)})(?:s|es|y|ies)?(?![a-z0-9])" if words else "(?!)"


def _begun(words: list[str]) -> str:
    """An expression for words that begin so."""
    long = [word for word in words if len(word) >= BEGINNING]
    return f"(?<![a-z0-9])(?:{_any(long)})[a-z0-9]*" if long else "(?!)"


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without marks, and for each of its signs (and its end) the sign of the text it came from."""
    signs = [(sign, spot) for spot, letter in enumerate(text) for sign in fold(letter)]
    return "".join(sign for sign, _spot in signs), [spot for _sign, spot in signs] + [len(text)]
