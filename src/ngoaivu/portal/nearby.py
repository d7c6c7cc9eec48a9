"""Near misses «tìm gần đúng»: what a search that found nothing may have meant: another spelling, or most of its words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from itertools import product

from ngoaivu.portal import finding, reading
from ngoaivu.portal.excerpts import Marks
from ngoaivu.portal.finding import Query
from ngoaivu.portal.terms import Term
from ngoaivu.publications.editions import EditionText

LIKE = 0.75  # likeness from which one word may be a slip for another
SHORT, LIKE_SHORT = 4, 0.85  # a word of few letters is like too many others: two letters have changed places, or one stands twice
TRIED = 5  # spellings tried for a word
SLIPS = 2  # words of a query that may be misspelt: each multiplies what is tried
LONG = 5  # a query of more words keeps them all: each left out would cost a statement
SHOWN = 5
PAIR = 2
WORD_GAP = r"[^\w|]+"
WORD = re.compile(r"[^\W\d_]{2,}")


def respelt(office: str, language: str, query: Query) -> str:
    """The query with its unknown words as this portal spells them, the most used way of all; empty where that finds nothing either.

    A word is put right only where it then stands beside a neighbour of its in some text: else any word would do.
    """
    told = [text.rpartition("|")[0] for text in reading.texts(office, language).values_list("folded", flat=True)]
    known = {word for text in told for word in WORD.findall(text)}
    spellings = [_spellings(term, known) for term in query.terms]
    slips = [place for place, (one, term) in enumerate(zip(spellings, query.terms, strict=True)) if one != [term.typed]]
    if not 0 < len(slips) <= SLIPS:
        return ""
    used = {words: _used(words, slips, told) for words in product(*spellings)}
    best = max(used, key=lambda words: used[words], default=())
    line = " ".join((*best, *query.years))
    return line if used.get(best) and finding.matching(office, language, replace(query, text=line)).exists() else ""


def _used(words: tuple[str, ...], slips: list[int], told: list[str]) -> int:
    """How often the texts have each word put right beside a neighbour; nought where they have one of them never."""
    beside = [[words[max(0, place - 1) : place + 1], words[place : place + 2]] for place in slips]
    return min(max(_times(pair, told) for pair in pairs if len(pair) == min(len(words), PAIR)) for pairs in beside)


def _times(words: tuple[str, ...], told: list[str]) -> int:
    phrase = re.compile(rf"\b{WORD_GAP.join(map(re.escape, words))}\b")
    return sum(len(phrase.findall(text)) for text in told)


def _spellings(term: Term, known: set[str]) -> list[str]:
    """The word itself where a text has it or a word that begins so; else words like it, a mere beginning only if its last letter stands twice."""
    typed = term.typed
    if not term.word.isalpha() or typed in known or any(re.match(term.plain, word) for word in known):
        return [typed]
    if len(typed) > SHORT:
        like = get_close_matches(typed, known, TRIED, LIKE)
    else:
        turned = [word for word in known if sorted(word) == sorted(typed)]
        like = sorted(turned)[:TRIED] or get_close_matches(typed, known, TRIED, LIKE_SHORT)
    return [word for word in like if word[0] == typed[0] and (not typed.startswith(word) or typed == word + word[-1])]


def most_words(office: str, language: str, query: Query) -> list[EditionText]:
    """Texts that hold all the words but one, whichever it is; a reader must find most of them on the page too."""
    found: dict[int, EditionText] = {}
    least = PAIR if language == "vi" else 1  # syllables: two of them are as a rule one word
    for fewer in _without_one(query.terms, least):
        part = replace(query, text=" ".join((*(term.typed for term in fewer), *query.years)))
        rows = finding.ranked(finding.matching(office, language, part), part)[:SHOWN]
        found |= {row.pk: row for row in rows if row.pk not in found and _seen(row, part)}
    return list(found.values())[:SHOWN]


def _seen(row: EditionText, part: Query) -> bool:
    """Whether half of the words stand where a reader sees them, not only among what we tell the search beside the text."""
    body = f"{row.title}\n{row.lead}\n{row.words}"
    return 2 * len(Marks(part.terms, body).held(body)) >= len(part.terms)


def _without_one(terms: list[Term], least: int) -> Iterator[list[Term]]:
    if least < len(terms) <= LONG:
        yield from (terms[:spot] + terms[spot + 1 :] for spot in range(len(terms)))
