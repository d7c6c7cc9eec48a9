"""Casework of the model province: business-travel permissions with their states, and the procedures it describes."""

from datetime import date, timedelta
from typing import Any

from ngoaivu.demonstration.generator.chance import Chance
from ngoaivu.demonstration.generator.world import LAST, YEARS, World, after, words
from ngoaivu.registry.casework.models import Procedure, TravelPermission

REQUESTS = dict(zip(YEARS, (10, 13, 15, 17, 19, 7, 5, 14, 18, 20, 19), strict=True))
SAME = (
    "number", "field_vi", "field_en", "steps_vi", "steps_en", "papers_vi", "papers_en",
    "time_limit_vi", "time_limit_en", "fee_vi", "fee_en", "basis_vi", "basis_en",
)  # fmt: skip


def draw(world: World) -> None:
    """Requests of each year and, from 2023 on, the descriptions of procedures."""
    chance = world.chance("casework")
    for year in YEARS:
        for _number in range(REQUESTS[year]):
            _request(world, chance, chance.any_day(year))
    _procedures(world)


def _request(world: World, chance: Chance, received: date) -> None:
    """One request; four of five permitted. The start of a permission is the day it was given, else the day the request came."""
    table = words("community")
    mark, given = chance.pick(words("partners")["marks"]), chance.pick(table["given"])
    number = world.numbers["TravelPermission"] + 1
    row: dict[str, Any] = {
        "person_name": f"{given} {mark}",
        "post_vi": f"{chance.pick(table['posts'])} (nhân vật trình diễn)",
        "enterprise_vi": f"Công ty {chance.pick(table['travellers'])}",
        "level": "personal",
    }
    titles = f"Hồ sơ ABTC số {number}|ABTC file no. {number}"
    decided = received + timedelta(days=chance.randint(12, 40))
    state = chance.pick(("permitted", "refused"), (12, 1))
    if decided > LAST:
        world.record(TravelPermission, "casework", received, titles, start=received, state=chance.pick(("received", "verifying")), **row)
        return
    if not chance.often(35):
        world.record(TravelPermission, "casework", decided, titles, start=decided, state=state, **row)
        return
    permission = world.record(TravelPermission, "casework", received, titles, start=received, state="received", **row)
    values = {"state": state, "start_earliest": decided, "start_latest": decided}
    why = "đủ điều kiện theo quy định" if state == "permitted" else "chưa đủ 12 tháng hoạt động liên tục"
    world.ledger.amend(permission, decided, by="head", verb="decide", why=why, **values)
    if state == "permitted" and chance.often(12):
        left = after(decided, chance.randint(200, 900))
        world.ledger.amend(permission, left, by="specialist", verb="revoke", why="người được phép đã thôi việc", state="revoked")


def _procedures(world: World) -> None:
    table = words("procedures")
    for told in table["procedure"]:
        columns = {name: told[name] for name in SAME} | {"link": table["link"], "level": "public"}
        world.record(Procedure, "casework", date(2025, 12, 15), f"{told['vi']}|{told['en']}", start=date(2025, 12, 15), **columns)
