"""Turns a question into what is computed: its definition, ground and days; or the sentence why it cannot be asked."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import TypeVar

from django.utils.translation import gettext as _

from ngoaivu.core import territories
from ngoaivu.core.models import Territory
from ngoaivu.core.period import Calendar, Period, PeriodError
from ngoaivu.core.territories import Ground, TerritoryError
from ngoaivu.indicators import declared, times
from ngoaivu.indicators.answers import Missing, Question, both, grounds, worded
from ngoaivu.indicators.definition import Definition, Kind, Words
from ngoaivu.indicators.engine import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question understood: what it counts, on which ground, over which days, and what must be said with the answer."""

    question: Question
    definition: Definition
    territory: Territory
    ground: tuple[str, ...]
    when: Period | date
    notes: tuple[Words, ...] = ()

    @property
    def span(self) -> Span:
        """First and last day; a stock's day twice."""
        return (self.when, self.when) if isinstance(self.when, date) else (self.when.start, self.when.end)

    @property
    def last(self) -> date:
        """The day the answer stands for."""
        return self.span[1]


@dataclass
class Resolver:
    """Understands the questions of one run; reads each territory once."""

    grounds: dict[tuple[str, str], tuple[Territory, Ground]] = field(default_factory=dict)

    def resolve(self, question: Question) -> Asked:
        """The question understood; Missing when it cannot be."""
        rule = said(lambda: declared.find(question.code))
        _check_members(rule, [name for name, _member in question.by])
        when = said(lambda: _when(rule, question))
        _check_grain(rule, when)
        territory, ground = self._ground(question)
        notes: tuple[Words, ...] = tuple(_rule_note(one) for one in ground.rules)
        if question.boundaries == "then":
            notes += _lifetime(territory, when)
        elif len(ground.keys) > 1 and not rule.adds_over_ground:
            raise _cannot_add(rule, territory, ground)
        return Asked(question, rule, territory, ground.keys, when, notes)

    def resolve_broken(self, question: Question, dimension: str) -> Asked:
        """A question to be broken down by a dimension the indicator knows."""
        asked = self.resolve(question)
        _check_members(asked.definition, [dimension])
        return asked

    def part(self, asked: Asked, code: str) -> Asked:
        """The same question about a share's numerator or denominator."""
        if not (rule := declared.find(code)).adds_over_ground and len(asked.ground) > 1:
            raise _cannot_add(rule, asked.territory, Ground(asked.ground))
        question = replace(asked.question, code=code, basis="computed")
        return Asked(question, rule, asked.territory, asked.ground, asked.when)

    def _ground(self, question: Question) -> tuple[Territory, Ground]:
        key = (question.territory, question.boundaries)
        if key not in self.grounds:
            territory = said(lambda: territories.find(question.territory))
            today = question.boundaries == "today"
            self.grounds[key] = (territory, territories.in_boundaries_of(territory) if today else Ground((territory.key,)))
        return self.grounds[key]


def said(read: Callable[[], T]) -> T:
    """What a function reads; its refusal becomes a Missing that speaks both languages."""
    try:
        return read()
    except (LookupError, PeriodError, TerritoryError, ValueError):
        raise Missing(lambda: _refusal(read)) from None


def _refusal(read: Callable[[], object]) -> str:
    try:
        read()
    except (LookupError, ValueError) as error:
        return str(error.args[0])
    return ""


def _when(rule: Definition, question: Question) -> Period | date:
    """The period of a flow, the day of a stock; a stock asked for a period answers for its last day."""
    if question.on and question.period:
        raise PeriodError(_("Ask for a period or for a day, not for both."))
    if question.on:
        return _day(rule, question.on)
    if not question.period:
        raise PeriodError(_wanting(rule))
    period = _period(question.period, rule.calendar)
    return period.end if rule.kind is Kind.STOCK else period


@lru_cache(maxsize=4096)
def _period(text: str, calendar: str) -> Period:
    return times.period_of(text, Calendar(calendar))


def _day(rule: Definition, text: str) -> Period | date:
    if rule.kind is Kind.FLOW:
        raise PeriodError(
            _("%(name)s is a flow: ask for a period, for example year:2019, instead of the day %(day)s.") % {"name": worded(rule.name), "day": text}
        )
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PeriodError(_("“%(text)s” is no day: write it as 2020-06-30.") % {"text": text}) from None


def _wanting(rule: Definition) -> str:
    if rule.kind is Kind.STOCK:
        return _("%(name)s is a stock: say the day it is asked for, for example 2020-06-30.") % {"name": worded(rule.name)}
    return _("%(name)s needs a period: write for example year:2019 or term:2015-2020.") % {"name": worded(rule.name)}


def _check_members(rule: Definition, asked: list[str]) -> None:
    strange = [name for name in asked if name not in rule.dimensions]
    if strange:
        names = {"code": worded(rule.name), "name": strange[0], "known": ", ".join(rule.dimensions) or "–"}
        raise Missing(lambda: _("%(code)s is not broken down by %(name)s. It knows: %(known)s.") % names)


def _check_grain(rule: Definition, when: Period | date) -> None:
    """Where people could be recognised, nothing is told of single days or weeks."""
    if rule.smallest and isinstance(when, Period) and not times.whole_months(when, Calendar(rule.calendar)):
        raise Missing(
            lambda: _("%(code)s counts people: ask for whole months or years, because a few days could show a single person.") % {"code": rule.code}
        )


def _lifetime(territory: Territory, when: Period | date) -> tuple[Words, ...]:
    """Refuses days on which the territory did not exist; says so where it existed for a part of the period only."""
    first, last = (when, when) if isinstance(when, date) else (when.start, when.end)
    outside = bool((territory.valid_from and last < territory.valid_from) or (territory.valid_to and territory.valid_to < first))
    if outside:
        said(lambda: territories.as_then(territory, last))
    notes = []
    if territory.valid_from and first < territory.valid_from:
        began = times.day(territory.valid_from)
        notes.append(both(lambda: _("Counted from %(day)s, the first day of this territory.") % {"day": began}))
    if territory.valid_to and territory.valid_to < last:
        ended = times.day(territory.valid_to)
        notes.append(both(lambda: _("Counted until %(day)s, the last day of this territory.") % {"day": ended}))
    return tuple(notes)


def _rule_note(rule: str) -> Words:
    return both(lambda: _("In today's boundaries: %(rule)s.") % {"rule": rule})


def _cannot_add(rule: Definition, territory: Territory, ground: Ground) -> Missing:
    """The sentence why values of several territories give no value of their union."""
    names = {"code": worded(rule.name), "name": territory.name_vi, "keys": grounds(ground.keys)}
    if rule.kind is Kind.SHARE:
        return Missing(
            lambda: (
                _("%(code)s cannot be derived for %(keys)s together: a share is not the sum of shares. Ask for each of them as it was then.") % names
            )
        )
    return Missing(
        lambda: (
            _(
                "%(code)s cannot be derived for %(keys)s together: it counts distinct things, and the same one may stand in several of them. "
                "Ask for each of them as it was then."
            )
            % names
        )
    )
