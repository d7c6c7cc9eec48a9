"""What a change moved «ảnh hưởng»: the figures of the office before and after a revision, told to whoever wrote.

Only the indicators that count what the change touched are asked, each for the years in which the touched records lie, at the
position before and at the position itself. An import over many years is told for its last three. A correction that moves a record from
one member of a breakdown to another, its country say, is told for both members: the totals may well stay.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from ngoaivu.core import windows
from ngoaivu.core.consequences import Consequence
from ngoaivu.core.windows import Window
from ngoaivu.indicators import declared, facts, times
from ngoaivu.indicators.answers import Fact, Missing, Question
from ngoaivu.indicators.definition import Definition, Kind, Words
from ngoaivu.indicators.members import member_words
from ngoaivu.indicators.models import Observation

YEARS = 3
CORRECTED = 20
NOTHING: Words = {"vi": "chưa có", "en": "none"}


def moved(revision: int) -> list[Consequence]:
    """The figures that the revision moved, in the order of the declarations."""
    questions = list(dict.fromkeys([*_counted(revision), *_crossing(revision), *_received(revision)]))
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


def _crossing(revision: int) -> Iterable[Question]:
    """A question for each member of a breakdown that a corrected record left or came to."""
    for window in windows.registered():
        for rule in declared.declared().values():
            names = [name for name in rule.breakdowns if name in window.columns] if rule.counts == window.name else []
            for was, now in _corrected(window, revision, names) if names else ():
                for name in (name for name in names if was[name] != now[name]):
                    for row in (was, now):
                        for asked in _questions(rule, row["ground"], [day for day in (was["day"], now["day"]) if day]):
                            yield replace(asked, by=((name, row[name]),))


def _corrected(window: Window, revision: int, names: list[str]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """What some columns of each record said before a change and say after it; a long list is told by its totals alone."""
    replaced = window.model.Version.objects.filter(rev_to=revision).values_list("record_id", flat=True)[: CORRECTED + 1]
    if not replaced or len(replaced) > CORRECTED:
        return []
    was, now = (_said(window, position, names, list(replaced)) for position in (revision - 1, revision))
    return [(was[record], now[record]) for record in was if record in now]


def _said(window: Window, revision: int, names: list[str], records: list[int]) -> dict[int, dict[str, Any]]:
    told = {name: F(window.columns[name].path) for name in names}
    standing = {"ground": F("territory__key"), "day": F("start_earliest")}
    found = window.rows(revision).filter(identity__in=records).values("identity", **{f"said_{name}": path for name, path in told.items()}, **standing)
    return {row["identity"]: {name: row[f"said_{name}"] or "" for name in names} | {"ground": row["ground"], "day": row["day"]} for row in found}


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
        members = [member_words(fact.definition, name, member) for name, member in fact.question.by]
        label = {
            language: ", ".join([fact.definition.name[language], *(words[language] for words in members), fact.when[language]])
            for language in ("vi", "en")
        }
    return Consequence(label, _words(before), _words(after))


def _words(answer: Fact | Missing) -> Words:
    if isinstance(answer, Missing):
        return NOTHING
    return {language: number(answer.value, language) for language in ("vi", "en")}


def number(value: Decimal, language: str) -> str:
    """A number as the language writes it: 2.730.000 and 0,96 in Vietnamese, 2,730,000 and 0.96 in English."""
    text = f"{value:,f}"
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))
