"""Events of the model province: yearly series and single ones, the countries that took part, troupes, and twelve bulletins a year."""

from datetime import date, timedelta
from typing import Any

from ngoaivu.core.period import ImpreciseDate
from ngoaivu.demonstration.generator.chance import Chance, weekday
from ngoaivu.demonstration.generator.delegations import country_of, inbound, topic_of
from ngoaivu.demonstration.generator.world import YEARS, World, after, words
from ngoaivu.registry.events.models import BulletinIssue, Event, EventCountry, EventSeries

NUMBER = dict(zip(YEARS, (13, 14, 15, 16, 18, 6, 4, 11, 16, 18, 17), strict=True))
PLACES = ("Hội trường tỉnh|the provincial hall", "Trung tâm Văn hóa Mẫu|Mẫu Culture Centre", "Trường Đại học Mẫu|Model University")
CLOSED = {2020: range(4, 10), 2021: range(5, 11)}


def draw(world: World) -> None:
    """Series first, then the events of each year, its troupes and its bulletins."""
    chance = world.chance("events")
    series = {told["key"]: _series(world, told) for told in words("events")["series"]}
    for year in YEARS:
        for told in words("events")["series"]:
            if told["since"] <= year <= told.get("until", 2025) and told["month"] not in CLOSED.get(year, ()):
                _edition(world, chance, told, series[told["key"]], year)
        kinds = words("events")["kind"]
        for _number in range(NUMBER[year]):
            _single(world, chance, chance.pick(kinds, [kind["weight"] for kind in kinds]), chance.day(year))
        if year not in {2020, 2021}:
            _troupe(world, chance, words("events")["troupe"][year % 5], year)
        _bulletins(world, year)


def _series(world: World, told: dict[str, Any]) -> Any:
    end = date(told["until"], 12, 31) if "until" in told else None
    known = date(max(told["since"], 2015), 1, 20)
    return world.record(EventSeries, "events", known, told["titles"], start=ImpreciseDate.parse(str(told["since"])), end=end, level="public")


def _edition(world: World, chance: Chance, told: dict[str, Any], series: Any, year: int) -> None:
    vi, en = told["titles"].split("|")
    day = weekday(date(year, told["month"], chance.randint(3, 26)))
    row = {"kind": told["kind"], "field": told["field"], "series": series, "channel": "people" if told["kind"] == "culture" else "state"}
    country = told.get("country") or ""
    _event(world, chance, f"{vi} {year}|{en} {year}", day, country, chance.randint(120, 900), chance.randint(15, 70), row)


def _single(world: World, chance: Chance, told: dict[str, Any], day: date) -> None:
    country = country_of(chance)
    _field, topic_vi, topic_en = topic_of(chance)
    vi, en = chance.pick(told["titles"]).split("|")
    named = "{country}" in vi
    vi = vi.format(country=world.prose(country, "vi"), topic=topic_vi)
    en = en.format(country=world.prose(country, "en"), topic=topic_en)
    row = {"kind": told["kind"], "field": told["field"], "channel": chance.pick(("state", "people", "party"), (7, 3, 1))}
    guests = chance.randint(*told["foreign"])
    _event(world, chance, f"{vi}|{en}", day, country if named else "", chance.randint(*told["participants"]), guests, row)


def _event(world: World, chance: Chance, titles: str, day: date, country: str, people: int, guests: int, row: dict[str, Any]) -> Any:
    """One event: held, one in twenty cancelled; conferences are permitted first. Other countries that took part are listed."""
    place_vi, place_en = chance.pick(PLACES).split("|")
    end = day + timedelta(days=chance.pick((0, 1, 2), (7, 2, 1)))
    row |= {"place_vi": place_vi, "place_en": place_en, "participants": people, "foreign_participants": guests}
    row["country"] = world.places[country] if country else None
    permitted = row["kind"] == "conference" and day > date(2015, 3, 1)
    known = day - timedelta(days=30) if permitted else after(end, 4)
    state = "permitted" if permitted else "held"
    event = world.record(Event, "events", known, titles, start=day, end=end, level="public", state=state, **row)
    if permitted:
        cancelled = chance.often(9)
        why = "không đủ đại biểu quốc tế" if cancelled else "đã tổ chức theo văn bản cho phép"
        verb = "cancel" if cancelled else "hold"
        world.ledger.amend(event, after(end, 3), by="specialist", verb=verb, why=why, state="cancelled" if cancelled else "held")
    if guests > 12 and not country:
        _countries(world, chance, event, known, day, end)
    return event


def _countries(world: World, chance: Chance, event: Any, known: date, day: date, end: date) -> None:
    for key in dict.fromkeys(country_of(chance) for _number in range(chance.randint(2, 4))):
        place = world.places[key]
        columns = {"event": event, "country": place, "start": day, "end": end, "level": "public"}
        world.record(EventCountry, "events", known, f"{place.name_vi}|{place.name_en}", **columns)


def _troupe(world: World, chance: Chance, told: dict[str, Any], year: int) -> None:
    """A performance whose troupe is a delegation: one record there, named here, and counted once."""
    day = weekday(date(year, 10, chance.randint(5, 25)))
    vi, en = told["titles"].split("|")
    titles = f"Đoàn nghệ thuật {world.prose(told['country'], 'vi')} biểu diễn giao lưu|Art troupe from {world.prose(told['country'], 'en')}"
    columns = {"rank": "artistic", "purpose": "culture", "channel": "people", "persons": chance.randint(14, 30)}
    troupe = inbound(world, chance, day, days=2, country=told["country"], titles=titles, **columns)
    row = {"kind": "culture", "field": "culture", "channel": "people", "troupe": troupe}
    event = _event(world, chance, f"{vi} {year}|{en} {year}", day, told["country"], chance.randint(200, 700), 0, row)
    event.foreign_participants = troupe.persons


def _bulletins(world: World, year: int) -> None:
    for number in range(1, 13):
        day = weekday(date(year, number, 25))
        titles = f"Bản tin Đối ngoại số {number}/{year}|External Relations Bulletin no. {number}/{year}"
        copies = 600 - 25 * (year - 2015)
        world.record(BulletinIssue, "events", after(day, 2), titles, start=day, end=day, level="public", number=number, print_run=copies)
