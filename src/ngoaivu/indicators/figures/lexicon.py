"""Lexicon «từ điển»: the vocabulary of one language compiled for matching word by word.

A phrase is found by walking a tree of words, so its cost is its own length, however many phrases there are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from .phrases import Phrases, plain
from .tokens import lowered
from .vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts or measures: `sort` is money, percent, count or measure."""

    sort: str
    code: str | None
    single: bool = False


PERCENT = Unit("percent", None)
UNKNOWN = Unit("count", None)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language, ready to match; the field names are those of the data file."""

    lang: str
    words: dict[str, Any]
    units: Phrases
    money_before: Phrases
    left: Phrases
    right: Phrases
    whole: Phrases
    whole_behind: Phrases
    per: Phrases
    per_fixed: Phrases
    joins: Phrases
    idioms: Phrases
    far: Phrases
    fixed: Phrases
    leading: Phrases
    asides: Phrases
    targets: Phrases
    scaled: Phrases
    halves: Phrases
    of_which: Phrases
    in_words: Phrases
    set_numbers: Phrases
    not_units: Phrases
    captions: Phrases
    captions_ahead: Phrases
    ordinals: Phrases
    scales: dict[str, int]
    number_words: frozenset[str]
    speakable: frozenset[str]
    sets: dict[str, frozenset[str]]

    @property
    def group(self) -> str:
        return str(self.words["group"])

    @property
    def decimal(self) -> str:
        return str(self.words["decimal"])


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language; built once, in about a tenth of a second."""
    words = vocabulary(lang)
    starters = set(words["ones"]) | set(words["teens"]) | set(words["starters"])
    starters |= {phrase.split()[0].split("-")[0] for phrase in _spoken(words)} | set(words["sets"]["bare_scales"])
    whole, halves = plain(words["whole"]["words"]), plain(words["halves"]["words"])
    return Lexicon(
        lang=lang,
        words=words,
        units=_units(words),
        money_before=_money_before(words),
        left=_left(words),
        right=_right(words),
        whole=whole,
        whole_behind=plain(words["whole"]["behind"]),
        per=plain(words["per"]["words"]),
        per_fixed=_mapped(words["per"]["fixed"]),
        joins=_mapped(words["joins"]),
        idioms=plain(words["idioms"]["words"]),
        far=_far(words["hedge_far"]),
        fixed=_fixed(words),
        leading=_mapped(words["leading"]),
        asides=_mapped({phrase: hedge for hedge, phrases in words["hedges_aside"].items() for phrase in phrases}),
        targets=plain(words["share"]["of"], backward=True),
        scaled=_mapped(words["scaled_currencies"]),
        halves=halves,
        of_which=plain(words["judge"]["totals_open"]),
        in_words=plain(words["in_words"]["words"]),
        set_numbers=_mapped(words["set_numbers"]),
        not_units=plain(words["not_units"]["words"]),
        captions=plain(words["captions"]["words"], backward=True),
        captions_ahead=plain(words["captions"]["words"]),
        ordinals=_mapped(words["rank"]["words"]),
        scales=words["scales"],
        number_words=frozenset(starters),
        speakable=_speakable(words, starters, whole, halves),
        sets=_sets(words),
    )


def _speakable(words: dict[str, Any], starters: set[str], whole: Phrases, halves: Phrases) -> frozenset[str]:
    """What may stand behind a number word that counts, beside the units."""
    own = starters.union(words["scales"], words["tens"], words["sets"]["predicates"], words["sets"]["base_verbs"], words["sets"]["decimal_words"])
    return frozenset(own) | {"-", "(", "–"} | whole.openers | halves.openers


def _sets(words: dict[str, Any]) -> dict[str, frozenset[str]]:
    ranks = [*words["rank"]["before"], *words["rank"]["before_ordinal"]]
    sets = {name: frozenset(map(lowered, members)) for name, members in words["sets"].items()}
    sets["fraction_words"] = frozenset(words["fractions"]["over"])
    sets["plain_numbers"] = frozenset(words["ones"]) | frozenset(words["teens"])
    sets["often"] = sets["distributive"] | sets["habitual"]
    sets["rank_ends"] = plain(ranks, backward=True).openers | sets["ordinal_words"]
    return sets


def _units(words: dict[str, Any]) -> Phrases:
    tree = Phrases()
    for phrase in words["percent"]["words"]:
        tree.add(phrase, PERCENT)
    for sort, table in (("money", "currencies"), ("measure", "measures"), ("count", "units")):
        for code, phrases in words[table].items():
            for place, phrase in enumerate(phrases):
                single = place == 0 or not {phrase + "s", phrase + "es", phrase[:-1] + "ies"}.isdisjoint(phrases)
                tree.add(phrase, Unit(sort, code, single))
    _add_trips(tree, words)
    return tree


def _add_trips(tree: Phrases, words: dict[str, Any]) -> None:
    """A word for "turn" before a noun counts persons by the trip, anything else by itself: "7 lượt dự án"."""
    for turn in words["turns"]["words"]:
        for code, phrases in words["units"].items():
            for phrase in phrases:
                tree.add(f"{turn} {phrase}", Unit("count", "person_trip" if code == "person" else code))


def _money_before(words: dict[str, Any]) -> Phrases:
    """Currencies that may stand before the number: ISO codes and signs, not words."""
    tree = Phrases(backward=True)
    for code, phrases in words["currencies"].items():
        tree.add(code, code)
        for phrase in phrases:
            if not phrase.replace(" ", "").isalpha() or phrase.isupper():
                tree.add(phrase, code)
    return tree


def _left(words: dict[str, Any]) -> Phrases:
    """What may stand before a number and change its meaning; "neutral" phrases hide a hedge inside a longer word."""
    tree = Phrases(backward=True)
    _fill(tree, "neutral", {"": words["neutral"]["before"]})
    _fill(tree, "growth", {way: words["growth"][way] for way in ("up", "down", "up_noun", "down_noun")})
    _fill(tree, "compare", {"up": words["growth"]["more"], "down": words["growth"]["less"]})
    _fill(tree, "base", {"": words["growth"]["bases"]})
    _fill(tree, "ratio", {"percent": words["ratio"]["before_percent"], "times": words["ratio"]["before_times"]})
    _fill(tree, "rank", {"any": words["rank"]["before"], "ordinal": words["rank"]["before_ordinal"]})
    _fill(tree, "hedge", words["hedges"])
    return tree


def _right(words: dict[str, Any]) -> Phrases:
    """What may stand behind a figure and change its meaning."""
    tree = Phrases()
    _fill(tree, "hedge", words["hedges_after"])
    _fill(tree, "elsewhere", {"": [f"{phrase} to {verb}" for phrase in words["hedges_later"]["forecast"] for verb in words["sets"]["caused"]]})
    _fill(tree, "elsewhere", {"": _opening(words)})
    _fill(tree, "later", words["hedges_later"])
    _fill(tree, "margin", {"up": words["growth"]["margin_up"], "down": words["growth"]["margin_down"]})
    _fill(tree, "than", {"": words["growth"]["than"]})
    _fill(tree, "growth", {"up": words["growth"]["after_up"], "down": words["growth"]["after_down"]})
    _fill(tree, "share", {"": words["share"]["of"]})
    _fill(tree, "times", {"": words["ratio"]["after_times"]})
    return tree


def _opening(words: dict[str, Any]) -> list[str]:
    """ "136 letters and more than 1,000 books": a hedge behind that is the beginning of the one before the next number."""
    behind = [phrase.split(" ", 1) for phrases in words["hedges_after"].values() for phrase in phrases if " " in phrase]
    before = [phrase for phrases in words["hedges"].values() for phrase in phrases]
    return [f"{joint} {hedge}" for joint, rest in behind for hedge in before if hedge.startswith(f"{rest} ")]


def _spoken(words: dict[str, Any]) -> list[str]:
    return [*words["ratio"]["words"], *words["fractions"]["words"], *words["rank"]["words"]]


def _fixed(words: dict[str, Any]) -> Phrases:
    """Ratios and fractions said as one phrase: "gấp đôi", "two thirds"."""
    tree = Phrases()
    for kind, table in (("ratio", words["ratio"]["words"]), ("fraction", words["fractions"]["words"])):
        for phrase, value in table.items():
            tree.add(phrase, (kind, value))
    return tree


def _far(words: dict[str, Any]) -> Phrases:
    tree = Phrases(backward=True)
    for hedge in ("forecast", "about"):
        for phrase in words[hedge]:
            tree.add(phrase, hedge)
    return tree


def _mapped(meanings: dict[str, str]) -> Phrases:
    tree = Phrases()
    for phrase, meaning in meanings.items():
        tree.add(phrase, meaning)
    return tree


def _fill(tree: Phrases, tag: str, groups: dict[str, Iterable[str]]) -> None:
    for meaning, phrases in groups.items():
        for phrase in phrases:
            tree.add(phrase, (tag, meaning))
