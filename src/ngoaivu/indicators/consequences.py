"""What a change moved «ảnh hưởng»: the figures of the office before and after a revision, told to whoever wrote.

Only the indicators that count what the change touched are asked, each for the years in which the touched records lie, at the
position before and at the position itself. An import over many years is told for its last three.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q
from django.utils import timezone

from ngoaivu.core import windows
from ngoaivu.core.consequences import Consequence
from ngoaivu.core.windows import Window
from ngoaivu.indicators import declared, facts, times
from ngoaivu.indicators.answers import Fact, Missing, Question
from ngoaivu.indicators.definition import Definition, Kind, Words
from ngoaivu.indicators.models import Observation

YEARS = 3
NOTHING: Words = {"vi": "chưa có", "en": "none"}


def moved(revision: int) -> list[Consequence]:
    """The figures that the revision moved, in the order of the declarations."""
    questions = list(dict.fromkeys([*_counted(revision), *_received(revision)]))
    if not questions:
        return []
    before = facts.ask_many(questions, revision=revision - 1)
    after = facts.ask_many(questions, revision=revision)
    return [_told(before[one], after[one]) for one in questions if _value(before[one]) != _value(after[one])]


def _counted(revision: int) -> Iterable[Question]:
    """A question for each indicator of a touched room, territory and year: a mission's state moves its country-visits too."""
    for window in windows.registered():
        for territory, days in _touched(window, revision).items():
            for rule in _rules(window.model._meta.app_label):
                yield from _questions(rule, territory, days)


def _rules(room: str) -> list[Definition]:
    """The indicators that count a window of a room."""
    return [rule for rule in declared.declared().values() if rule.counts and windows.get(rule.counts).model._meta.app_label == room]


def _touched(window: Window, revision: int) -> dict[str, list[date]]:
    """The territories of the rows a change wrote, and the days on which they begin, before and after it."""
    versions = window.model.Version.objects.filter(Q(rev_from=revision) | Q(rev_to=revision))
    found: dict[str, list[date]] = {}
    for territory, day in versions.values_list("territory__key", "start_earliest").distinct():
        found.setdefault(territory, []).extend([day] if day else [])
    return found


def _questions(rule: Definition, territory: str, days: list[date]) -> list[Question]:
    asked = Question(rule.code, territory, basis="computed")
    if rule.kind is Kind.STOCK:
        return [replace(asked, on=timezone.localdate().isoformat())]
    years = sorted({times.year_holding(day, rule.calendar) for day in days})[-YEARS:]
    return [replace(asked, period=f"year:{number}") for number in years]


def _received(revision: int) -> Iterable[Question]:
    """The question each observation written by a change answers."""
    for one in Observation.Version.objects.filter(rev_from=revision).select_related("territory"):
        if one.indicator not in declared.declared():
            continue
        day = one.as_of_to or one.as_of_from
        by = tuple(sorted(json.loads(one.breakdown).items())) if one.breakdown else ()
        yield Question(one.indicator, one.territory.key, period=one.period, on="" if one.period or not day else day.isoformat(), by=by)


def _value(answer: Fact | Missing) -> Any:
    return (answer.value, answer.qualifier, answer.unplaced) if isinstance(answer, Fact) else None


def _told(before: Fact | Missing, after: Fact | Missing) -> Consequence:
    fact = after if isinstance(after, Fact) else before
    label = {}
    if isinstance(fact, Fact):
        members = "".join(f" [{member}]" for _name, member in fact.question.by)
        label = {language: f"{fact.definition.name[language]}{members}, {fact.when[language]}" for language in ("vi", "en")}
    return Consequence(label, _words(before), _words(after))


def _words(answer: Fact | Missing) -> Words:
    if isinstance(answer, Missing):
        return NOTHING
    return {language: number(answer.value, language) for language in ("vi", "en")}


def number(value: Decimal, language: str) -> str:
    """A number as the language writes it: 2.730.000 and 0,96 in Vietnamese, 2,730,000 and 0.96 in English."""
    text = f"{value:,f}"
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))
