"""What a grown registry has been through: corrections, a record entered twice, a duplicate partner merged, one legal erasure."""

from datetime import date, timedelta
from typing import Any

from ngoaivu.demonstration.generator.world import LAST, World, after
from ngoaivu.registry.aid.models import Volunteer
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.partners.models import Partner, Relationship

ERASURE = "Nghị định 13/2023/NĐ-CP: xóa dữ liệu cá nhân theo yêu cầu của chủ thể dữ liệu"


def draw(world: World) -> None:
    """Draw last, on the rows the rooms laid down."""
    _corrections(world)
    _withdrawals(world)
    _merge(world)
    _erasure(world)


def _corrections(world: World) -> None:
    """One delegation in eleven: the number of persons or the country was read again later."""
    chance = world.chance("corrections")
    for row in world.ledger.rows(Delegation):
        known = world.ledger.known_on(row)
        if row.state != "held" or row.persons is None or not chance.often(9):
            continue
        on = after(known, chance.randint(40, 400))
        if chance.often(80) or row.partner or row.direction == "outbound":
            persons = max(1, row.persons + chance.pick((-3, -2, -1, 1, 2, 4)))
            world.ledger.amend(row, on, by="head", verb="correct", why="đối chiếu lại danh sách kèm văn bản", persons=persons)
        else:
            other = world.places[chance.pick(("sg", "au", "gb", "ca"))]
            world.ledger.amend(row, on, by="head", verb="correct", why="ghi nhầm nước khi nhập sổ", country=other)


def _withdrawals(world: World) -> None:
    """Three visits entered a second time by another officer and taken out again."""
    chance = world.chance("withdrawals")
    held = [row for row in world.ledger.rows(Delegation) if row.state == "held" and row.direction == "inbound" and row.start_earliest]
    for row in [chance.pick(held) for _number in range(3)]:
        known = after(world.ledger.known_on(row), 6)
        same = {name: getattr(row, name) for name in ("direction", "origin", "channel", "rank", "purpose", "state", "country", "partner", "persons")}
        titles = f"{row.title_vi} (nhập trùng)|{row.title_en} (entered twice)"
        twice = world.record(Delegation, "delegations", known, titles, start=row.start_earliest, level="internal", **same)
        world.ledger.amend(twice, after(known, 25), by="head", verb="withdraw", why="trùng với hồ sơ đã có")


def _merge(world: World) -> None:
    """A partner entered under its English name in 2018 and merged into the first record in 2021."""
    first = next(one for one in world.partners if one.vi == "thành phố Aomizu")
    known = date(2018, 9, 6)
    columns: dict[str, Any] = {"kind": "locality", "country": world.places["jp"], "level": "public"}
    second = world.record(Partner, "partners", known, f"{first.en}|{first.en}", **columns)
    columns = {"partner": second, "kind": "cooperation", "start": known, "level": "public"}
    world.record(Relationship, "partners", known, f"Quan hệ hợp tác với {first.en}|Cooperation with {first.en}", **columns)
    why = "hai bản ghi cùng một đối tác"
    world.ledger.amend(second, date(2021, 5, 18), by="head", verb="merge", why=why, canonical=first.row)


def _erasure(world: World) -> None:
    row = next(row for row in world.ledger.rows(Volunteer) if row.start_earliest > date(2018, 1, 1))
    world.ledger.amend(row, LAST - timedelta(days=70), by="administrator", verb="erase", why=ERASURE)
