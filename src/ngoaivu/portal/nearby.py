"""Near misses «tìm gần đúng»: what a search that found nothing may have meant: another spelling, or most of its words."""

import re
from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from itertools import product

from ngoaivu.portal import finding, reading
from ngoaivu.portal.finding import Query
from ngoaivu.publications.editions import EditionText

LIKE = 0.75  # likeness from which one word may be a slip for another; a word of few letters changes more with one of them
SHORT, LIKE_SHORT = 4, 0.6
TRIED = 5  # spellings tried for a word
SLIPS = 2  # words of a query that may be misspelt: each multiplies what is tried
LONG = 5  # a query of more words keeps them all: each left out would cost a statement
SHOWN = 5


def respelt(office: str, language: str, query: Query) -> str:
    """The query with its unknown words as this portal spells them, the most used way of all; empty where that finds nothing either."""
    told = list(reading.texts(office, language).values_list("folded", flat=True))
    known = {word for text in told for word in re.findall(r"[^\W\d_]{2,}", text)}
    if not 0 < sum(word not in known for word in query.words) <= SLIPS:
        return ""
    spellings = [
        [word] if word in known else get_close_matches(word, known, TRIED, LIKE_SHORT if len(word) <= SHORT else LIKE) for word in query.words
    ]
    tried = [" ".join(words) for words in product(*spellings)]
    best = max(tried, key=lambda words: sum(len(re.findall(rf"\b{re.escape(words)}\b", text)) for text in told), default="")
    return best if best and finding.matching(office, language, replace(query, text=best)).exists() else ""


def most_words(office: str, language: str, query: Query) -> list[EditionText]:
    """Texts that hold all the words but one, whichever it is."""
    found: dict[int, EditionText] = {}
    for fewer in _without_one(query.words):
        part = replace(query, text=" ".join(fewer))
        rows = finding.ranked(finding.matching(office, language, part), part)[:SHOWN]
        found |= {row.pk: row for row in rows if row.pk not in found}
    return list(found.values())[:SHOWN]


def _without_one(words: list[str]) -> Iterable[list[str]]:
    return [words[:spot] + words[spot + 1 :] for spot in range(len(words))] if 1 < len(words) <= LONG else []
