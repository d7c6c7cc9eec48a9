"""Placeholders «chỗ chờ số» in outlines and news: the closed grammar, read once for every test of texts kept as data."""

import re
from collections import Counter

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
ARGUMENT = re.compile(r"(period|on|by\.[a-z_]+|style|scale|show|limit|state|kind|field|in)=[\w:.-]+")
KINDS = {"fig", "when", "names", "record", "claim", "report"}
WORDING = re.compile(r" (style|scale)=\S+|\|.*")  # how a fact is worded, not which fact it is
STRUCTURE = re.compile(r"\b(\d+/)?20[12]\d(-20[12]\d)?\b|Covid-19")  # months, years, the term; a name
NUMERAL = re.compile(r"\d+|\b(hai|ba|bốn|sáu|bảy|tám|chín|mười|two|three|four|five|six|seven|eight|nine|ten|twice|dozen)\b", re.IGNORECASE)


def facts(text: str) -> Counter[str]:
    """What a text states, whatever its wording: equal in every language of one sentence."""
    return Counter(WORDING.sub("", inner) for inner in PLACEHOLDER.findall(text) if inner.split()[0] != "report")


def figures(text: str) -> set[str]:
    """The figures of a text: code, and the member of a breakdown if one is asked."""
    found = (inner.split() for inner in PLACEHOLDER.findall(text) if inner.startswith("fig "))
    return {" ".join([words[1], *(word for word in words if word.startswith("by."))]) for words in found}


def named(text: str) -> set[str]:
    """Keys of the records and claims a text links to."""
    return {re.split(r"[ |]", inner)[1] for inner in PLACEHOLDER.findall(text) if inner.startswith(("record ", "claim "))}


def typed(text: str) -> list[str]:
    """Numerals and number words that stand outside every placeholder and are no date or name."""
    bare = STRUCTURE.sub("", PLACEHOLDER.sub("", text))
    return [found.group() for found in NUMERAL.finditer(bare)]


def malformed(text: str) -> list[str]:
    """Placeholders outside the grammar."""
    return [inner for inner in PLACEHOLDER.findall(text) if not _well_formed(inner)]


def words(text: str) -> int:
    """How many words a reader reads, a figure counted as two."""
    linked = re.sub(r"\{[^{}|]*\|([^{}]*)\}", r"\1", text)
    return len(PLACEHOLDER.sub("x x", linked).split())


def _well_formed(inner: str) -> bool:
    place = inner.partition("|")[0].split()
    return len(place) > 1 and place[0] in KINDS and bool(re.fullmatch(r"[a-z0-9_.-]+", place[1])) and all(map(ARGUMENT.fullmatch, place[2:]))
