"""Partners of the model province, the relationships with them, and what was learned from abroad."""

from datetime import date

from ngoaivu.core.period import ImpreciseDate
from ngoaivu.demonstration.generator.chance import Chance
from ngoaivu.demonstration.generator.world import Known, World, after, words
from ngoaivu.registry.partners.models import LearnedModel, Partner, Relationship

BEGIN = date(2015, 1, 12)
INVENTED = "Đối tác hư cấu, dùng để trình diễn."
TIES = {
    "twinning": "Quan hệ kết nghĩa với {vi}|Twinning with {en}",
    "cooperation": "Quan hệ hợp tác với {vi}|Cooperation with {en}",
    "friendship": "Quan hệ hữu nghị với {vi}|Friendship with {en}",
}


def draw(world: World) -> None:
    """Partners first known over the years, two of three with a relationship, one in five of these now former."""
    chance = world.chance("partners")
    for country, told in words("partners")["country"].items():
        for line in told["partners"]:
            kind, vi, en = line.split("|")
            known = BEGIN if chance.often(55) else chance.any_day(chance.randint(2015, 2023))
            _partner(world, known, country, kind, vi, en)
    for line in words("partners")["domestic"]["partners"]:
        vi, en = line.split("|")
        _partner(world, BEGIN, "vn", "domestic", vi, en)
    for partner in [one for one in world.partners if one.kind not in {"domestic", "ngo", "mission"}]:
        if chance.often(72):
            _tie(world, chance, partner)
    for line in words("community")["models"]:
        _model(world, chance, line)


def _partner(world: World, known: date, country: str, kind: str, vi: str, en: str) -> None:
    row = world.record(
        Partner, "partners", known, f"{vi}|{en.removeprefix('the ')}", kind=kind, country=world.places[country], level="public", note=INVENTED
    )
    world.partners.append(Known(row, country, kind, vi, en))


def _tie(world: World, chance: Chance, partner: Known) -> None:
    kind = "twinning" if partner.kind == "locality" and chance.often(60) else chance.pick(["cooperation", "friendship"], [4, 1])
    known = after(world.ledger.known_on(partner.row), chance.randint(0, 500))
    year = known.year - (chance.randint(1, 9) if chance.often(45) else 0)
    start = ImpreciseDate.parse(str(year)) if year < known.year else ImpreciseDate(known, known)
    tie = world.record(
        Relationship,
        "partners",
        known,
        TIES[kind].format(vi=partner.vi, en=partner.en),
        start=start,
        level="public",
        partner=partner.row,
        kind=kind,
        when_words=f"từ năm {year}" if year < known.year else "",
    )
    if chance.often(20):
        ended = chance.any_day(chance.randint(min(known.year + 2, 2025), 2025))
        if ended > known:
            values = {"state": "former", "end_earliest": ended, "end_latest": ended}
            world.ledger.amend(tie, after(ended, 9), by="head", verb="close", why="hai bên thôi duy trì quan hệ", **values)


def _model(world: World, chance: Chance, line: str) -> None:
    country, field, vi, en, place_vi, place_en, year = line.split("|")
    known = date(2015, 4, 10) if int(year) < 2015 else chance.any_day(int(year))
    world.record(
        LearnedModel,
        "partners",
        known,
        f"{vi}|{en}",
        start=ImpreciseDate.parse(year),
        level="public",
        when_words=f"năm {year}",
        country=world.places[country],
        field=field,
        place_vi=place_vi,
        place_en=place_en,
    )
