"""A record of several things told as one is shown and never counted, whatever its office's register is."""

import pytest

from ngoaivu.core.windows import COLLECTIVE, registered
from ngoaivu.indicators import declared, facts
from ngoaivu.indicators.facts import Question
from ngoaivu.publications.records import named
from tests.cast import Cast
from tests.indicators.world import World

DAYS = {"start": "2019-05-20", "end": "2019-05-20"}
MISSION = {"type": "delegations.Delegation", "direction": "outbound", "state": "held", "level": "public", "persons": 9, **DAYS}
EVENT = {"type": "events.Event", "kind": "culture", "state": "held", "level": "public", "participants": 50, "foreign_participants": 5, **DAYS}
PACT = {"type": "agreements.Agreement", "kind": "domestic", "start": "2019-05-20", "level": "public"}


def told(several: bool) -> list[dict[str, object]]:
    """A mission to Japan, an evening with Korea, a domestic agreement: one of each, or several told as one."""
    key = "several" if several else "one"
    own = {"title_vi": key, "collective": several}
    return [
        MISSION | own | {"key": f"mission-{key}"},
        {"type": "delegations.CountryVisit", "delegation": f"@mission-{key}", "country": "jp", "title_vi": key, **DAYS},
        EVENT | own | {"key": f"event-{key}"},
        {"type": "events.EventCountry", "event": f"@event-{key}", "country": "kr", "title_vi": key, **DAYS},
        PACT | own,
    ]


CODES = (
    "delegations.outbound.missions", "delegations.outbound.people", "delegations.outbound.country_visits", "delegations.outbound.countries",
    "events.held", "events.cultural", "events.participants", "events.countries",
)  # fmt: skip


def counts(cast: Cast) -> dict[str, int]:
    asked = [Question(code, cast.here.territory.key, period="year:2019") for code in CODES]
    asked.append(Question("agreements.domestic.in_force", cast.here.territory.key, on="2020-01-01"))
    return {one.code: int(fact.value) for one, fact in facts.ask_many(asked).items() if isinstance(fact, facts.Fact)}


def test_several_told_as_one_are_counted_nowhere(cast: Cast) -> None:
    World(cast).build({"record": told(several=True)})
    assert counts(cast) == dict.fromkeys([*CODES, "agreements.domestic.in_force"], 0)


def test_beside_single_ones_they_change_no_count_and_are_shown(cast: Cast) -> None:
    World(cast).build({"record": told(several=False)})
    single = counts(cast)
    assert all(single.values())
    World(cast).build({"record": told(several=True)})
    assert counts(cast) == single
    assert {row.title_vi for _key, row in named("events", {}, cast.here)} == {"one", "several"}


@pytest.mark.parametrize("window", [one for one in registered() if COLLECTIVE in one.columns], ids=lambda window: window.name)
def test_every_count_over_such_a_window_leaves_them_out(window: object) -> None:
    rules = [rule for rule in declared.declared().values() if rule.counts == getattr(window, "name", "")]
    assert rules
    assert [rule.code for rule in rules if rule.where.get(COLLECTIVE) != (False,)] == []
