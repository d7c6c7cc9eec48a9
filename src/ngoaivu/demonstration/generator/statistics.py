"""Statistics the model province received: yearly figures from estimate to official, parts of totals, rates, and its tasks as claims."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from ngoaivu.core.models import ExchangeRate
from ngoaivu.demonstration.generator.world import LAST, World, words
from ngoaivu.indicators.models import Claim, Observation

TASK = "nhiem-vu"
REVISED = ("exports.turnover", 2022)  # a figure that was corrected once more after it was official


def draw(world: World) -> None:
    """Every series, what follows from two of them, and the tasks ahead."""
    table = words("statistics")
    for told in table["series"]:
        for year, value in zip(table["years"], told["values"], strict=True):
            _yearly(world, told, year, str(value))
    for told in table["other"]:
        received = date(told["year"] + 1, 2, 15)
        _observation(world, told, told["year"], told["value"], received, stage="official", qualifier="exact", decimals=0)
    _remittances_in_dong(world)
    for number, line in enumerate(words("tasks")["tasks"], start=1):
        key, vi, en = line.split("|")
        known = LAST
        code = f"{TASK}-{number:02d}-{key}"
        row = Claim(
            office=world.office,
            territory=world.office.territory,
            code=code,
            statement_vi=vi,
            statement_en=en,
            citation=world.source("statistics", known),
        )
        world.ledger.add(row, known)


def _yearly(world: World, told: dict[str, Any], year: int, value: str) -> None:
    stage = "unstated" if told["time"] == "day" else "official"
    received = date(year + 1, 4, 20) if year < LAST.year else LAST
    before = None
    if told.get("estimate"):
        rounded = str(round(int(value) * 99 // 100, -len(str(told["step"])) + 1))
        before = _observation(
            world, told, year, rounded, date(year, 12, 18), stage="estimate", qualifier="about", decimals=1 - len(str(told["step"]))
        )
        if year == LAST.year:
            return
    qualifier = told.get("qualifier", "exact")
    decimals = told.get("decimals", 1 - len(str(told["step"])) if qualifier == "about" else 0)
    whole = _observation(world, told, year, value, received, stage=stage, qualifier=qualifier, decimals=decimals, supersedes=before)
    if (told["indicator"], year) == REVISED:
        revised = str(int(value) + 7_200_000)
        _observation(world, told, year, revised, date(year + 1, 9, 14), stage="revised", qualifier="exact", decimals=0, supersedes=whole)
    if year == LAST.year:
        _parts(world, told, year, received, whole)


def _parts(world: World, told: dict[str, Any], year: int, received: date, whole: Observation) -> None:
    for dimension, members in told.get("parts", {}).items():
        for member, value in members.items():
            breakdown = json.dumps({dimension: member}, separators=(",", ":"))
            shape = {"qualifier": whole.qualifier, "decimals": whole.decimals, "stage": whole.stage}
            _observation(world, told, year, str(value), received, breakdown=breakdown, part_of=whole, **shape)


def _observation(world: World, told: dict[str, Any], year: int, value: str, received: date, **columns: Any) -> Observation:
    day = date(year, 12, 31)
    when = {"period": f"year:{year}"} if told["time"] == "year" else {"as_of_from": day, "as_of_to": day}
    row = Observation(
        office=world.office,
        territory=world.office.territory,
        indicator=told["indicator"],
        unit=told["unit"],
        value=value,
        citation=world.source("statistics", received),
        **when,
        **columns,
    )
    return world.ledger.add(row, received)


def _remittances_in_dong(world: World) -> None:
    """The official dollar figures once more in đồng, at the rate of the year."""
    rates = dict(zip(words("statistics")["years"], words("statistics")["rates"]["usd"], strict=True))
    for row in [row for row in world.ledger.rows(Observation) if row.indicator == "remittances.received" and row.stage == "official"]:
        year = int(row.period.removeprefix("year:"))
        told = {"indicator": "remittances.received.vnd", "unit": "VND", "time": "year"}
        known = world.ledger.known_on(row)
        _observation(world, told, year, str(int(row.value) * rates[year]), known, stage="official", qualifier="exact", decimals=0)


def rates() -> list[ExchangeRate]:
    """The invented rates the demonstration converts with, one a year."""
    table = words("statistics")
    days = [date(year, 12, 31) for year in table["years"]]
    source = table["rates"]["source"]
    return [ExchangeRate(currency="USD", on=day, vnd=Decimal(rate), source=source) for day, rate in zip(days, table["rates"]["usd"], strict=True)]
