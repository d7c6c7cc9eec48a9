"""The interface of indicators: ask a question, get a fact, or the sentence why there is none. What storeys above may use.

One run asks any number of questions: one query for the observations, a few scans for the counts, everything at one revision.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ngoaivu.accounts.models import Office
from ngoaivu.core import changes
from ngoaivu.core.models import Change
from ngoaivu.core.period import Calendar
from ngoaivu.indicators import answering, declared, kept, received, times
from ngoaivu.indicators.answers import Fact, Missing, Question, Row, RowsShown, Source, grounds, worded
from ngoaivu.indicators.behind import content, digest, rows
from ngoaivu.indicators.definition import Definition, Kind, Words
from ngoaivu.indicators.engine import Value, Wanted, hidden, small_in_time
from ngoaivu.indicators.members import member_words
from ngoaivu.indicators.resolving import Asked, Resolver, said

__all__ = [
    "Definition", "Fact", "Missing", "Question", "Row", "RowsShown", "Source",
    "ask", "ask_many", "breakdown", "breakdown_many", "content", "digest", "rows", "series",
]  # fmt: skip


def ask(question: Question, *, revision: int | None = None) -> Fact:
    """The fact that answers a question, now or as known at a revision; Missing, with its sentence, where there is none."""
    answer = ask_many([question], revision=revision)[question]
    if isinstance(answer, Missing):
        raise answer
    return answer


def ask_many(questions: Sequence[Question], *, revision: int | None = None) -> dict[Question, Fact | Missing]:
    """Every question answered by a fact or a Missing, all at one revision, in one run."""
    return _Run(revision).answer(list(dict.fromkeys(questions)))


def series(code: str, territory: str, *, first: str, last: str, revision: int | None = None) -> list[Fact]:
    """The yearly values from one year to another (`2016` or `year:2016`) in the indicator's calendar; years without one left out."""
    rule = said(lambda: declared.find(code))
    numbers = range(int(first.removeprefix("year:")), int(last.removeprefix("year:")) + 1)
    if rule.kind is Kind.STOCK:
        closing = [times.year_of(number, Calendar(rule.calendar)).end for number in numbers]
        questions = [Question(code, territory, on=day.isoformat()) for day in closing]
    else:
        questions = [Question(code, territory, period=f"year:{number}") for number in numbers]
    return [fact for fact in ask_many(questions, revision=revision).values() if isinstance(fact, Fact)]


def breakdown(question: Question, dimension: str, *, revision: int | None = None) -> list[Fact]:
    """The values of a question for each member of a dimension, greatest first; cells too small to be told are left out."""
    return breakdown_many([(question, dimension)], revision=revision)[question, dimension]


def breakdown_many(pairs: Sequence[tuple[Question, str]], *, revision: int | None = None) -> dict[tuple[Question, str], list[Fact]]:
    """Many questions, each broken down by a dimension, in one run."""
    return _Run(revision).break_down(list(dict.fromkeys(pairs)))


@dataclass
class _Run:
    """One run of questions at one revision."""

    asked_at: int | None
    resolver: Resolver = field(default_factory=Resolver)

    def __post_init__(self) -> None:
        self.revision = changes.latest() if self.asked_at is None else self.asked_at
        moment = Change.objects.filter(pk__lte=self.revision).order_by("-pk").values_list("at", flat=True).first()
        self.known_on = timezone.localtime(moment).date() if moment else timezone.localdate()

    def answer(self, questions: list[Question]) -> dict[Question, Fact | Missing]:
        understood = {question: self._resolve(question) for question in questions}
        asked = [one for one in understood.values() if isinstance(one, Asked)]
        self._read(asked, [wanted for one in asked for part in self._parts(one) if _countable(part) for wanted in _all_wanted(part)])
        return {question: one if isinstance(one, Missing) else self._answer(one) for question, one in understood.items()}

    def break_down(self, pairs: list[tuple[Question, str]]) -> dict[tuple[Question, str], list[Fact]]:
        understood = {(question, name): self.resolver.resolve_broken(question, name) for question, name in pairs}
        whole = {pair: _broken(asked, pair[1]) for pair, asked in understood.items() if pair[1] in asked.definition.breakdowns and _countable(asked)}
        self._read(list(understood.values()), list(whole.values()))
        return {pair: self._members(asked, pair[1], self.values.get(whole[pair], {}) if pair in whole else {}) for pair, asked in understood.items()}

    def _members(self, asked: Asked, dimension: str, cells: dict[str, Value]) -> list[Fact]:
        told = [received.members(one) for one in self._candidates(asked)]
        members = sorted(set(cells) | {one[dimension] for one in told if dimension in one})
        parts = [replace(asked, question=replace(asked.question, by=(*asked.question.by, (dimension, member)))) for member in members]
        facts = [fact for part in parts if isinstance(fact := self._answer(part, cells), Fact)]
        return sorted((fact for fact in facts if fact.count or fact.basis == "received"), key=lambda fact: (-fact.value, fact.question.by))

    def _resolve(self, question: Question) -> Asked | Missing:
        try:
            return self.resolver.resolve(question)
        except Missing as missing:
            return missing

    def _read(self, asked: list[Asked], wanted: list[Wanted]) -> None:
        """Fetch everything the answers need: observations in one query, counts in a few scans."""
        keys = {key for one in asked for key in one.ground}
        self.shelf = received.shelf({one.definition.code for one in asked}, keys, self.revision)
        self.values = kept.values(list(dict.fromkeys(wanted)), self.revision, keep=self.asked_at is not None)
        self.offices = _offices(keys) if wanted else {}

    def _parts(self, asked: Asked) -> list[Asked]:
        rule = asked.definition
        return [self.resolver.part(asked, code) for code in (rule.numerator, rule.denominator)] if rule.computed_share else [asked]

    def _answer(self, asked: Asked, cells: dict[str, Value] | None = None) -> Fact | Missing:
        """The answer to one question; `cells` are the values of a breakdown of which it is the last member."""
        try:
            if asked.definition.computed_share:
                self._check_complete(asked)
                above, below = (self._count(part, self._value(part)) for part in self._parts(asked))
                return answering.divided(asked, above, below)
            return self._one(asked, self._value(asked) if cells is None else _cell(asked, cells))
        except Missing as missing:
            return missing

    def _value(self, asked: Asked) -> Value | None:
        """What was counted for a question; None where the cell is too small to tell."""
        if not _countable(asked):
            return Value()
        found = [_cell(asked, cells) if wanted.dimension else cells[""] for wanted in _all_wanted(asked) for cells in [self.values[wanted]]]
        return None if len(found) > 1 and small_in_time(found, asked.definition.smallest) else found[0]

    def _one(self, asked: Asked, value: Value | None) -> Fact:
        """The received statistic first, with the difference to a count beside it; else the count."""
        basis = asked.question.basis
        if basis != "computed" and (told := self._told(asked, value or Value())):
            return told
        if basis != "received" and _countable(asked):
            self._check_complete(asked)
            return self._count(asked, value)
        raise self._nothing(asked)

    def _check_complete(self, asked: Asked) -> None:
        """Refuses a count over a register that is an excerpt, unless its records themselves are asked for."""
        partial = [office for key in asked.ground if (office := self.offices.get(key)) and office.excerpt]
        if partial and asked.question.basis != "computed":
            names = {"code": worded(asked.definition.name), "office": worded(_named(partial[0]))}
            raise Missing(lambda: _("%(code)s was not received, and the register of %(office)s is an excerpt that must not be added up.") % names)

    def _told(self, asked: Asked, beside: Value) -> Fact | None:
        """The received statistic: of the territory, or of all that make it up in today's boundaries."""
        told = {key: self._received(asked, key) for key in asked.ground}
        given = [one for found in told.values() for one in found]
        if not given:
            return None
        lacking = [key for key, found in told.items() if not found and key != asked.territory.key]
        if lacking and len(asked.ground) > 1:
            raise Missing(lambda: _lacking(asked, lacking))
        if len(given) > 1:
            return answering.joined(asked, given, revision=self.revision)
        notes = answering.difference(asked.definition, given[0], beside) + answering.excess(given[0], self._candidates(asked))
        return answering.received(asked, given[0], revision=self.revision, notes=notes)

    def _received(self, asked: Asked, key: str) -> list[Any]:
        """The observation of one territory that answers, or those whose periods make up the asked one."""
        rule, candidates, by = asked.definition, self.shelf[asked.definition.code, key], dict(asked.question.by)
        if one := received.answer(rule, candidates, by, asked.when):
            return [one]
        return [] if isinstance(asked.when, date) else received.tiling(rule, candidates, by, asked.when)

    def _count(self, asked: Asked, value: Value | None) -> Fact:
        if value is None:
            by = asked.question.by
            part = worded(member_words(asked.definition, *by[-1])) if by else _asked_for(asked)
            names = {"code": worded(asked.definition.name), "member": part}
            raise Missing(lambda: _("%(code)s is not told for %(member)s: so few people could be recognised.") % names)
        registry = answering.registry_source(asked.definition, _named(self.offices.get(asked.territory.key)))
        return answering.counted(asked, value, revision=self.revision, known_on=self.known_on, registry=registry)

    def _candidates(self, asked: Asked) -> list[Any]:
        return [one for key in asked.ground for one in self.shelf[asked.definition.code, key]]

    def _nothing(self, asked: Asked) -> Missing:
        there = "; ".join(received.times(self._candidates(asked)))
        names = {"code": worded(asked.definition.name), "where": _where(asked), "when": _asked_for(asked), "there": there}
        if there:
            return Missing(lambda: _("Nothing was received for %(code)s, %(where)s, %(when)s. There is: %(there)s.") % names)
        return Missing(lambda: _("Nothing was received for %(code)s, %(where)s, %(when)s. Register the statistic with its source.") % names)


def _wanted(asked: Asked) -> Wanted:
    """What is computed for a question; where small cells are hidden the whole breakdown, so that a cell is judged among all."""
    by = asked.question.by
    if asked.definition.smallest and by:
        return Wanted(asked.definition, asked.ground, asked.span, by[:-1], by[-1][0])
    return Wanted(asked.definition, asked.ground, asked.span, by)


def _all_wanted(asked: Asked) -> list[Wanted]:
    """What is computed for a question; where small cells are hidden and a part of a year is asked, the whole year beside it."""
    one = _wanted(asked)
    if not asked.definition.smallest or isinstance(asked.when, date):
        return [one]
    calendar = asked.definition.calendar
    first, last = (times.year_of(times.year_holding(day, calendar), Calendar(calendar)) for day in asked.span)
    whole = (first.start, last.end)
    return [one] if whole == one.span else [one, replace(one, span=whole)]


def _broken(asked: Asked, dimension: str) -> Wanted:
    return Wanted(asked.definition, asked.ground, asked.span, asked.question.by, dimension)


def _cell(asked: Asked, cells: dict[str, Value]) -> Value | None:
    """The value of the last member asked for among all members of its dimension; None where it is too small to tell."""
    member = asked.question.by[-1][1]
    return None if member in hidden(cells, asked.definition.smallest) else cells.get(member, Value())


def _countable(asked: Asked) -> bool:
    """Whether rows can be counted by the members asked for; some dimensions are only received."""
    return bool(asked.definition.counts) and all(name in asked.definition.breakdowns for name, _member in asked.question.by)


def _lacking(asked: Asked, keys: list[str]) -> str:
    return _("%(code)s in today's boundaries needs a value of %(keys)s too, and none was received. Ask for the others as they were then.") % {
        "code": worded(asked.definition.name),
        "keys": grounds(keys),
    }


def _where(asked: Asked) -> Any:
    ground = asked.territory
    return worded({"vi": ground.name_vi, "en": ground.name_en}) if asked.ground == (ground.key,) else grounds(asked.ground)


def _asked_for(asked: Asked) -> Any:
    return times.day(asked.when) if isinstance(asked.when, date) else worded(times.words(asked.when))


def _offices(keys: set[str]) -> dict[str, Office]:
    """The office that keeps the registry of each territory; an excerpt before a whole one."""
    found = Office.objects.filter(territory__key__in=keys).select_related("territory").order_by("excerpt", "-pk")
    return {one.territory.key: one for one in found}


def _named(office: Office | None) -> Words:
    if office is None:
        return {"vi": "cơ quan đối ngoại địa phương", "en": "local office of foreign affairs"}
    return {"vi": office.name_vi, "en": office.name_en}
