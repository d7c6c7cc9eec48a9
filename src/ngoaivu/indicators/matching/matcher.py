"""Matches the figures of one text with the registry in one run: one look at what was received, one run of questions."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ngoaivu.core import changes, territories
from ngoaivu.indicators.answers import Fact, Missing, Question
from ngoaivu.indicators.facts import ask_many
from ngoaivu.indicators.figures import Mention
from ngoaivu.indicators.matching import telling
from ngoaivu.indicators.matching.asking import Asked, Asking
from ngoaivu.indicators.matching.holding import shown
from ngoaivu.indicators.matching.members import Naming
from ngoaivu.indicators.matching.model import Matched, Suggestion
from ngoaivu.indicators.matching.shelf import shelf
from ngoaivu.indicators.matching.surroundings import Text
from ngoaivu.indicators.matching.verdicts import LEAST, Fit, Judge, Judged, fit
from ngoaivu.indicators.matching.whens import Timing

MATCHED_KINDS = frozenset({"count", "money", "share", "fraction", "ratio"})
CENT = Decimal("0.01")


def match(
    mentions: Sequence[Mention],
    *,
    territory: str,
    language: str,
    revision: int | None = None,
    text: str = "",
    over: str = "",
    limit: int = 5,
    settled: Mapping[int, Question | None] | None = None,
) -> list[Matched]:
    """One answer for each mention, in their order; the sentences are in the active language.

    `mentions` are those `read(text, language)` gives, numerals that are no figures included: their periods say when. `over` is
    the written period of the whole text (`term:2015-2020`). Without `revision` everything is judged as the registry stands.
    `settled` are the places of figures nobody asks about any more, each with its question if it is bound: they stay unknown, and the
    others are read as standing beside them.
    """
    position = changes.latest() if revision is None else revision
    ground, read = territories.find(territory), Text(text or _joined(mentions), mentions, language)
    received, naming = shelf(ground, position), Naming(read, ground, language)
    asking = Asking(read, Timing(read, over, ground), naming, received, ground)
    known = settled or {}
    meant = [number for number, one in enumerate(mentions) if one.kind in MATCHED_KINDS and number not in known]
    asked = {number: asking.questions(mentions[number]) for number in meant if mentions[number].value is not None}
    facts = ask_many([one.question for found in asked.values() for one in found], revision=position)
    judge = Judge(read, naming, received)
    judge.take((mentions[number], question) for number, question in known.items() if question)
    found = {number: _matched(judge, mentions[number], _fits(mentions[number], asked.get(number, []), facts), limit) for number in meant}
    return [found.get(number) or _unmatched(one) for number, one in enumerate(mentions)]


def _joined(mentions: Sequence[Mention]) -> str:
    """A text of nothing but the figures, where the text itself is not given."""
    end = max((one.end for one in mentions), default=0)
    signs = [" "] * end
    for one in mentions:
        signs[one.start : one.end] = one.text
    return "".join(signs)


def _fits(mention: Mention, asked: Sequence[Asked], facts: Mapping[Question, Fact | Missing]) -> list[Fit]:
    """The facts there are for a figure, each once, the best fitting first."""
    best: dict[tuple[object, ...], Fit] = {}
    for one in asked:
        fact = facts[one.question]
        if not isinstance(fact, Fact):
            continue
        found = fit(mention, *_settled(one, fact))
        key = (one.question.code, one.question.by, fact.value, fact.when_vi)
        if key not in best or best[key].score < found.score:
            best[key] = found
    return sorted(best.values(), key=lambda one: -one.score)


def _settled(asked: Asked, fact: Fact) -> tuple[Asked, Fact]:
    """A received stock asked for later than it was told is the stock of its own day: a later observation must not replace it unseen."""
    question = asked.question
    if fact.basis != "received" or not question.on or fact.as_of is None or fact.as_of.isoformat() >= question.on:
        return asked, fact
    own = replace(question, on=fact.as_of.isoformat())
    return replace(asked, question=own), replace(fact, question=own)


def _unmatched(mention: Mention) -> Matched:
    return Matched(mention, "unknown", Decimal(0), (), telling.sentence(mention, Judged("unknown"), None))


def _matched(judge: Judge, mention: Mention, fits: list[Fit], limit: int) -> Matched:
    found = judge.of(mention, fits)
    ordered = _ordered(fits, found)
    suggestions = tuple(_suggestion(judge.text.language, mention, one) for one in ordered[:limit])
    score = suggestions[0].score if suggestions else Decimal(0)
    return Matched(mention, found.verdict, score, suggestions, telling.sentence(mention, found, ordered[0] if ordered else None))


def _ordered(fits: list[Fit], found: Judged) -> list[Fit]:
    """The fact the verdict rests on, then those the figure is true of, then the rest by their scores."""
    ranked = sorted((one for one in fits if one.score >= LEAST or one.holds), key=lambda one: (-one.holds, -one.equals, -one.score))
    return sorted(ranked, key=lambda one: one is not found.first) if found.first else ranked


def _suggestion(language: str, mention: Mention, one: Fit) -> Suggestion:
    scale, precision = shown(mention, language)
    name = telling.name_of(one.fact)
    return Suggestion(one.fact.question, one.fact, name, Decimal(str(min(one.score, 1.0))).quantize(CENT), one.holds, mention.hedge, scale, precision)
