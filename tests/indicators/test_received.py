"""Statistics received: years that make up a term, parts against their total, today's boundaries, what an embargo hides."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from ngoaivu.core.models import Succession
from ngoaivu.indicators import facts
from ngoaivu.indicators.facts import Missing, Question
from tests.cast import Cast, territory
from tests.indicators.world import World

EXPORTS = Question("exports.turnover", "noi-nay", period="term:2015-2020")


def observe(cast: Cast, **told: object) -> None:
    World(cast).observation(dict(told))


def exports(cast: Cast, year: int, value: str, **told: object) -> None:
    observe(cast, indicator="exports.turnover", unit="USD", period=f"year:{year}", value=value, **told)


def test_years_received_make_up_a_term_and_a_gap_does_not(cast: Cast) -> None:
    for year in (2016, 2017, 2018, 2020):
        exports(cast, year, "2000000000")
    with pytest.raises(Missing, match="year:2016"):
        facts.ask(EXPORTS)
    exports(cast, 2019, "2500000000.5", qualifier="about")
    fact = facts.ask(EXPORTS)
    assert (fact.value, fact.qualifier, fact.when_en) == (Decimal("10500000000.5"), "about", "the term 2015–2020")
    assert "Sum of 5 received values." in fact.notes[0]["en"]


def test_a_rate_and_a_count_of_what_lasts_are_never_summed(cast: Cast) -> None:
    for year in (2016, 2017):
        observe(cast, indicator="oda.projects.active", unit="project", period=f"year:{year}", value="4")
        observe(cast, indicator="bulletins.issues", unit="issue", period=f"year:{year}", value="12", per="year")
    for code in ("oda.projects.active", "bulletins.issues"):
        answer = facts.ask_many([asked := Question(code, "noi-nay", period="range:2016-01-01..2017-12-31", basis="received")])[asked]
        assert isinstance(answer, Missing)


def test_parts_that_come_to_more_than_their_total_are_told(cast: Cast) -> None:
    world = World(cast)
    common = {"indicator": "fdi.projects.in_force", "unit": "project", "as_of": "2020-06-30"}
    world.observation({**common, "key": "total", "value": "131"})
    for country, value in (("jp", "100"), ("kr", "31")):
        world.observation({**common, "part_of": "@total", "breakdown": {"country": country}, "value": value})
    asked = Question("fdi.projects.in_force", "noi-nay", on="2020-06-30")
    assert facts.ask(asked).notes == ()
    assert [(fact.question.by[0][1], fact.value) for fact in facts.breakdown(asked, "country")] == [("jp", 100), ("kr", 31)]
    world.observation({**common, "part_of": "@total", "breakdown": {"country": "sg"}, "value": "1"})
    assert "132" in facts.ask(asked).notes[0]["en"]


def test_stocks_of_predecessors_are_added_in_todays_boundaries(cast: Cast) -> None:
    new = territory("moi", "Mới")
    for key in ("noi-nay", "noi-kia"):
        Succession.objects.create(predecessor=territory(key, ""), successor=new, on="2025-07-01", basis="202/2025/QH15")
    for key, value in (("noi-nay", "140"), ("noi-kia", "60")):
        observe(cast, indicator="fdi.projects.in_force", unit="project", as_of="2024-12-31", value=value, territory=key)
    asked = Question("fdi.projects.in_force", "moi", on="2025-12-31", boundaries="today")
    fact = facts.ask(asked)
    assert (fact.value, fact.basis) == (200, "received")
    assert {note["en"][:23] for note in fact.notes} >= {"In today's boundaries: "}
    observe(cast, indicator="fdi.origins", unit="country", as_of="2024-12-31", value="21")
    answer = facts.ask_many([origins := Question("fdi.origins", "moi", on="2025-12-31", boundaries="today")])[origins]
    assert isinstance(answer, Missing)


def test_an_embargoed_statistic_is_not_told_before_its_day(cast: Cast) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    exports(cast, 2019, "1", level="embargoed", embargo_until=tomorrow)
    asked = Question("exports.turnover", "noi-nay", period="year:2019")
    assert isinstance(facts.ask_many([asked])[asked], Missing)
    exports(cast, 2019, "2", level="embargoed", embargo_until=timezone.localdate())
    assert facts.ask(asked).value == 2
