"""Units of the wrong kind «sai loại đơn vị»: "14.5 hectares long", "Term: 20 per cent", "1.200 ha trâu bò".

The data files tell which words ask for what: words a clause or a label opens with (`opens`), words right before a figure
(`before`), a few words before (`within`) or right behind it (`behind`), and nouns that stand behind the unit (`nouns`), each with
the kinds that cannot be (`not`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact
from ..lists import any_of

_CLAUSE = re.compile(r"[.,;:(\n|•–](?!\d)")
_LONGEST_HEAD = 64  # characters from the word that opens a clause to its figure
_BEHIND = 40
_WITHIN = 30
_FILLERS = 5  # words that only hedge, before one figure
_SHOWN = re.compile(r"[^\W\d](?:\D*|[23])$|[%°₫€$£¥]|^[A-Z]|^[^\W\d]+$")
_FAST = ("hour", "second", "minute", "day")
_ALONG = ("kilometre", "metre")


@dataclass(frozen=True, slots=True)
class Ask:
    """One row of the table, compiled."""

    opens: re.Pattern[str]
    before: re.Pattern[str]
    within: re.Pattern[str]
    behind: re.Pattern[str]
    nouns: re.Pattern[str]
    unless: re.Pattern[str]
    wanted: str
    wrong: frozenset[str]


def check_kinds(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Figures whose unit cannot tell what the words around ask for."""
    for fact in facts:
        kind = kind_of(fact.figure)
        asked = next((ask for ask in _asks(evidence.lang) if kind in ask.wrong and _asked(ask, fact)), None) if kind else None
        if asked:
            yield evidence.found("wrong_unit", [fact.figure], text=fact.figure.text, wanted=said(evidence.spoken, asked.wanted))


def kind_of(figure: Mention) -> str | None:
    """What a figure measures: a length, an area, money; None where that is open."""
    if figure.of is not None or not unit_shown(figure):
        return None
    if figure.kind in ("money", "share"):
        return figure.kind if figure.per is None and (figure.kind == "share" or figure.unit) else None
    if figure.kind not in ("measure", "count") or figure.unit is None:
        return None
    kind = _units().get(figure.unit)
    if figure.per is None or kind is None:
        return kind
    if figure.per not in _FAST:
        return f"{kind}_along" if figure.per in _ALONG else f"{kind}_each"
    return "speed" if kind == "length" else f"{kind}_rate"


def unit_shown(figure: Mention) -> bool:
    """Whether the unit stands at the figure itself, and was not found elsewhere."""
    return _SHOWN.search(figure.text) is not None


def _asked(ask: Ask, fact: Fact) -> bool:
    """Whether the words of a row stand where they ask something of a figure."""
    behind = _CLAUSE.split(fact.tail.lstrip(" -")[:_BEHIND])[0]
    segment, opened = _segment(fact)
    if any(ask.unless.search(words) for words in (segment, behind, fact.figure.text.lower())) or fact.evidence.has("respective", segment):
        return False
    if ask.behind.match(behind) or (ask.nouns.match(behind) and fact.figure.kind == "measure"):
        return True
    if ask.before.search(unhedged(fact.evidence.lang, segment)) or ask.within.search(segment[-_WITHIN:]):
        return True
    opening = ask.opens.match(segment) if opened else None
    return opening is not None and _told(fact, segment[opening.end() :].strip(), headed=not opening.group().endswith(" of"))


def _segment(fact: Fact) -> tuple[str, bool]:
    """The words from the last mark of punctuation to a figure, a label before a colon among them; and whether a clause opens there."""
    body = fact.lead.rstrip().rstrip(":|").rstrip()
    parts = _CLAUSE.split(body)
    opened = len(parts) > 1 or fact.previous is None or fact.previous.end < fact.figure.start - len(fact.lead)
    return parts[-1].strip(" -+*•–\t"), opened


def _told(fact: Fact, rest: str, *, headed: bool) -> bool:
    """Whether nothing but a description stands between the opening word and the figure, and a word that tells or a colon.

    A word that heads what follows, "term", tells nothing where a noun stands behind it: "term target".
    """
    lang = fact.evidence.lang
    if len(rest) > _LONGEST_HEAD or (rest and headed and _follows(lang) and not _opener(lang).match(rest)):
        return False
    labelled = fact.lead.rstrip().endswith((":", "|"))
    return labelled or not rest or unhedged(lang, rest) != rest or rest.startswith(_follows(lang, "each"))


def unhedged(lang: str, words: str) -> str:
    """The words before a figure without those that only hedge or say that it is."""
    for _ in range(_FILLERS):
        shorter = _fillers(lang).sub("", words).rstrip()
        if shorter == words:
            break
        words = shorter
    return words


def said(lang: str, kind: str) -> str:
    """A kind of unit as the messages name it."""
    return str(vocabulary(lang)["kinds"]["said"][kind])


@cache
def _units() -> dict[str, str]:
    table: dict[str, list[str]] = vocabulary("en")["kinds"]["units"]
    return {unit: kind for kind, units in table.items() for unit in units}


@cache
def _asks(lang: str) -> tuple[Ask, ...]:
    rows = vocabulary(lang).get("kinds", {}).get("asks", [])
    return tuple(
        Ask(
            re.compile(r"(?:(?:the|its|their|a|an|total|average|tổng|with|and|có|với|và)\s+)?" + any_of(row.get("opens", ())).pattern),
            ending_with(row.get("before", ())),
            any_of(row.get("within", ())),
            any_of(row.get("behind", ())),
            any_of(row.get("nouns", ())),
            any_of(row.get("unless", ())),
            row["want"],
            frozenset(row["not"]),
        )
        for row in rows
    )


def ending_with(words: list[str]) -> re.Pattern[str]:
    """An expression that finds one of some phrases at the end of a text."""
    return re.compile(any_of(words).pattern + r"$")


@cache
def _follows(lang: str, words: str = "follows") -> tuple[str, ...]:
    return tuple(vocabulary(lang).get("kinds", {}).get(words, ()))


@cache
def _opener(lang: str) -> re.Pattern[str]:
    """What may stand right behind the word that opens, where a language lets nouns stand before it only."""
    return any_of((*_follows(lang), *_follows(lang, "fillers")))


@cache
def _fillers(lang: str) -> re.Pattern[str]:
    return ending_with(list(_follows(lang, "fillers")))
