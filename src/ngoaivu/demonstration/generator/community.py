"""Communities of the model province: associations, enterprises with overseas-Vietnamese capital, trainee cohorts."""

from datetime import date, timedelta

from ngoaivu.core.period import ImpreciseDate
from ngoaivu.demonstration.generator.world import LAST, YEARS, World, after, words
from ngoaivu.registry.community.models import Association, Enterprise, TraineeCohort

BEGIN = date(2015, 2, 10)
OWNERS = ("us", "au", "ca", "fr", "de", "jp")


def draw(world: World) -> None:
    """Associations of long standing, enterprises that come and go, two to five classes a year."""
    _associations(world)
    _enterprises(world)
    _cohorts(world)


def _associations(world: World) -> None:
    for line in words("community")["associations"]:
        kind, vi, en, year, members = line.split("|")
        founded = ImpreciseDate.parse(year)
        known = BEGIN if int(year) < 2015 else date(int(year), 6, 12)
        columns = {"kind": kind, "members": int(members), "start": founded, "level": "public", "when_words": f"năm {year}"}
        world.record(Association, "community", known, f"{vi}|{en}", **columns)


def _enterprises(world: World) -> None:
    chance = world.chance("enterprises")
    for line in [line for line in words("community")["enterprises"] for _twice in range(2)]:
        field, vi, en = line.split("|")
        opened = chance.any_day(chance.randint(2009, 2024))
        number = world.numbers["Enterprise"] + 1
        closed = opened + timedelta(days=chance.randint(900, 3000)) if chance.often(20) else None
        columns = {
            "country": world.places[chance.pick(OWNERS, (8, 4, 3, 2, 2, 2))],
            "capital_minor": 100_000_000 * chance.randint(5, 64),
            "field": field,
            "level": "public",
        }
        known = max(BEGIN, after(opened, 20))
        row = world.record(Enterprise, "community", known, f"Công ty TNHH {vi} {number}|{en} {number} Co., Ltd.", start=opened, **columns)
        if closed and known < closed <= LAST:
            values = {"end_earliest": closed, "end_latest": closed}
            world.ledger.amend(row, after(closed, 30), by="specialist", verb="close", why="doanh nghiệp giải thể", **values)


def _cohorts(world: World) -> None:
    chance = world.chance("cohorts")
    for year in YEARS:
        for _number in range(1 if year in {2020, 2021} else chance.randint(3, 5)):
            country, _language, vi, en = chance.pick(words("community")["languages"], (5, 3, 2, 1)).split("|")
            opened = chance.any_day(year)
            finished = opened + timedelta(days=chance.randint(120, 240))
            trained = chance.randint(14, 38)
            columns = {
                "school_vi": chance.pick(words("community")["schools"]),
                "country": world.places[country],
                "trained": trained if finished <= LAST else None,
                "placed": chance.randint(trained // 3, trained * 5 // 6) if finished <= LAST else None,
                "level": "public",
            }
            number = world.numbers["TraineeCohort"] + 1
            titles = f"Khóa {number}: {vi}|Class {number}: {en}"
            world.record(TraineeCohort, "community", after(finished, 15), titles, start=opened, end=finished, **columns)
