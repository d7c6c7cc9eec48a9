"""The five worlds, each as an officer would count it."""

from pathlib import Path
from typing import Any

import pytest

from ngoaivu.core import changes
from ngoaivu.indicators import facts
from ngoaivu.indicators.facts import Missing, Question
from tests.cast import Cast
from tests.indicators.world import World, read

HERE = Path(__file__).parent / "worlds"
WORLDS = ["troupe", "new_year", "three_countries", "merger", "supersession"]


def question(cast: Cast, expected: dict[str, Any]) -> Question:
    asked = dict(expected["ask"])
    asked["by"] = tuple(sorted(asked.get("by", {}).items()))
    return Question(**({"territory": cast.here.territory.key} | asked))


def said(fact: facts.Fact) -> str:
    return " ".join([fact.when_vi, fact.when_en, *(note[language] for note in fact.notes for language in note)])


@pytest.mark.parametrize("name", WORLDS)
def test_the_engine_counts_as_an_officer_would(name: str, cast: Cast) -> None:
    told = read(HERE / f"{name}.toml")
    world = World(cast)
    world.build(told)
    assert told["expect"]
    for expected in told["expect"]:
        asked, why = question(cast, expected), expected["why"]
        revision = world.positions[expected["after"]] if "after" in expected else changes.latest()
        if "missing" in expected:
            with pytest.raises(Missing) as refusal:
                facts.ask(asked, revision=revision)
            assert expected["missing"] in refusal.value.en, why
            continue
        fact = facts.ask(asked, revision=revision)
        assert fact.value == expected["value"], why
        assert fact.unplaced == expected.get("unplaced", 0), why
        assert expected.get("says", "") in said(fact), why
        for name_of in ("stage", "qualifier", "per"):
            assert getattr(fact, name_of) == expected.get(name_of, getattr(fact, name_of)), why


@pytest.mark.parametrize("name", WORLDS)
def test_no_world_is_large(name: str) -> None:
    told = read(HERE / f"{name}.toml")
    assert len(told.get("record", [])) + len(told.get("observation", [])) <= 30
