"""Every counted indicator against SQL written by hand, now and as of an earlier position, on whichever database runs the tests."""

from decimal import Decimal
from typing import Any

from django.db import connection
from django.utils import timezone

from ngoaivu.core import changes
from ngoaivu.core.levels import Reader
from ngoaivu.indicators import declared, facts
from ngoaivu.indicators.definition import Definition, Kind
from ngoaivu.indicators.facts import Fact, Question
from tests.cast import Cast
from tests.indicators.populated import Registry
from tests.indicators.sql import SQL, YEARS

DAYS = ("2016-12-31", "2018-07-01", "2021-06-30")


def questions(rule: Definition) -> list[tuple[Question, dict[str, Any]]]:
    """The same questions to the engine and, as parameters, to SQL."""
    if rule.kind is Kind.STOCK:
        return [(Question(rule.code, "noi-nay", on=day), {"day": day}) for day in DAYS]
    spans = YEARS[rule.calendar].items()
    return [(Question(rule.code, "noi-nay", period=f"year:{year}"), {"first": first, "last": last}) for year, (first, last) in spans]


def by_hand(cast: Cast, code: str, parameters: dict[str, Any]) -> Decimal:
    common = {"here": cast.here.territory.pk, "today": timezone.localdate()}
    with connection.cursor() as cursor:
        cursor.execute(SQL[code], common | parameters)
        found = cursor.fetchone()[0] or 0
    return Decimal(str(found)).normalize()


def engine(asked: list[Question], revision: int | None = None) -> dict[Question, Decimal | None]:
    answers = facts.ask_many(asked, revision=revision)
    return {one: fact.value.normalize() if isinstance(fact := answers[one], Fact) else None for one in asked}


def test_every_counted_indicator_has_its_own_sql(db: None) -> None:
    assert sorted(SQL) == [code for code, rule in declared.declared().items() if rule.counts]


def test_the_engine_agrees_with_sql_now_and_as_of_before(cast: Cast) -> None:
    registry = Registry(cast)
    asked = {pair[0]: pair[1] for code in SQL for pair in questions(declared.find(code))}
    first = {one: by_hand(cast, one.code, parameters) for one, parameters in asked.items()}
    assert {one: value for one, value in engine(list(asked)).items() if value != first[one]} == {}
    assert {one.code for one, value in first.items() if value} == set(SQL)
    before = registry.correct()
    now = {one: by_hand(cast, one.code, parameters) for one, parameters in asked.items()}
    assert {one: value for one, value in engine(list(asked)).items() if value != now[one]} == {}
    assert {one: value for one, value in engine(list(asked), before).items() if value != first[one]} == {}
    assert sum(now[one] != first[one] for one in asked) > 0.25 * len(asked)


def test_kept_values_are_the_computed_ones(cast: Cast, django_assert_max_num_queries: Any) -> None:
    registry = Registry(cast)
    before = registry.correct()
    rules = [declared.find(code) for code in SQL]
    asked = [one for rule in rules for one, _parameters in questions(rule)]
    pairs = [(one, name) for rule in rules for one, _parameters in questions(rule) for name in rule.breakdowns]
    first, broken = facts.ask_many(asked, revision=before), facts.breakdown_many(pairs, revision=before)
    with django_assert_max_num_queries(12):
        assert engine(asked, before) == {one: fact.value.normalize() for one, fact in first.items() if isinstance(fact, Fact)}
    with django_assert_max_num_queries(12):
        assert facts.breakdown_many(pairs, revision=before) == broken
    assert changes.latest() > before


def test_a_breakdown_adds_up_to_its_total_and_to_its_rows(cast: Cast) -> None:
    Registry(cast)
    rules = [rule for rule in declared.declared().values() if rule.adds_over_ground and not rule.smallest]
    pairs = [(asked, name) for rule in rules for name in rule.breakdowns for asked, _parameters in questions(rule)]
    totals = facts.ask_many([asked for asked, _name in pairs])
    broken = facts.breakdown_many(pairs)
    assert len(broken) > 100
    for (asked, name), parts in broken.items():
        total = totals[asked]
        if isinstance(total, Fact):
            assert sum(part.value for part in parts) == total.value, (asked, name)
            assert sum(part.count for part in parts) <= total.count, (asked, name)


def test_the_rows_behind_a_figure_are_as_many_as_were_counted(cast: Cast) -> None:
    Registry(cast)
    everybody = Reader(frozenset({"public", "internal", "personal", "embargoed"}), None)
    for code in SQL:
        for asked, _parameters in questions(declared.find(code)):
            fact = facts.ask_many([asked])[asked]
            assert isinstance(fact, Fact)
            assert len(facts.rows(fact, everybody, count=500).shown) == fact.count, code
