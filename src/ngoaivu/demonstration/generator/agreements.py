"""Agreements of the model province: signed, running out, ended early, replaced, still in preparation; domestic ones and civil contracts apart."""

from datetime import date, timedelta
from typing import Any

from ngoaivu.demonstration.generator.chance import Chance
from ngoaivu.demonstration.generator.delegations import topic_of
from ngoaivu.demonstration.generator.world import LAST, YEARS, Known, World, after, words
from ngoaivu.registry.agreements.models import Agreement

FORMS = {
    "agreement": "Thỏa thuận hợp tác|Agreement",
    "memorandum": "Bản ghi nhớ hợp tác|Memorandum of understanding",
    "minutes": "Biên bản thỏa thuận|Minutes",
    "statement": "Tuyên bố chung|Joint statement",
    "intent": "Ý định thư hợp tác|Letter of intent",
    "plan": "Kế hoạch hợp tác|Plan of cooperation",
}
SIGNERS = ("Chủ tịch Ủy ban nhân dân tỉnh", "Phó Chủ tịch Ủy ban nhân dân tỉnh", "Giám đốc Sở Ngoại vụ", "Giám đốc Sở Giáo dục và Đào tạo")
# The law knows no agreement with a company: that is a civil contract.
RANKS = {"locality": "provincial", "ministry": "central", "university": "academic", "chamber": "business", "association": "local"}
SCHOOL = "Hiệu trưởng Trường Cao đẳng Mẫu"


def draw(world: World) -> None:
    """Four to six international agreements a year, a domestic one and two contracts; then those still in preparation."""
    chance = world.chance("agreements")
    foreign = [one for one in world.partners if one.kind in RANKS]
    schools = {line.split("|")[0]: line for line in words("community")["languages"]}
    trainers = [one for one in world.partners if one.kind in {"university", "company", "chamber"} and one.country in schools]
    home = [one for one in world.partners if one.kind == "domestic"]
    for year in YEARS:
        for _number in range(2 if year in {2020, 2021} else chance.randint(4, 6)):
            international(world, chance, chance.pick(foreign), chance.any_day(year))
        if chance.often(70):
            _signed(world, chance, chance.pick(home), chance.any_day(year), "domestic", "agreement")
        for _number in range(chance.randint(1, 2)):
            partner = chance.pick(trainers)
            _contract(world, chance, partner, chance.any_day(year), schools[partner.country])
    for partner in foreign[2:12:2]:
        field, vi, en = topic_of(chance, RANKS[partner.kind])
        titles = f"Dự thảo bản ghi nhớ về {vi} với {partner.vi}|Draft memorandum with {partner.en} on {en}"
        row = {"kind": "international", "form": "memorandum", "state": "prepared", "partner": partner.row, "field": field, "level": "internal"}
        world.record(Agreement, "agreements", LAST - timedelta(days=chance.randint(5, 90)), titles, **row)


def international(world: World, chance: Chance, partner: Known, signed: date) -> Any:
    """One international agreement under a name that article 6 of the law allows."""
    return _signed(
        world,
        chance,
        partner,
        signed,
        "international",
        chance.pick(list(FORMS), (6, 9, 2, 1, 2, 3) if partner.kind == "locality" else (5, 9, 2, 0, 3, 0)),
    )


def _signed(world: World, chance: Chance, partner: Known, signed: date, kind: str, form: str) -> Any:
    field, topic_vi, topic_en = topic_of(chance, RANKS.get(partner.kind, "provincial"))
    vi, en = FORMS[form].split("|")
    office = world.office.territory
    titles = f"{vi} về {topic_vi} giữa {office.name_vi} và {partner.vi}|{en} on {topic_en} between the {office.name_en} and {partner.en}"
    row = {"kind": kind, "form": form, "partner": partner.row, "field": field, "signer_vi": chance.pick(SIGNERS)}
    return _lasting(world, chance, titles, signed, chance.pick((0, 2, 3, 5), (3, 2, 5, 6)), row)


def _contract(world: World, chance: Chance, partner: Known, signed: date, line: str) -> Any:
    _country, _language, vi, en = line.split("|")
    titles = f"Hợp đồng đào tạo {vi} với {partner.vi}|Contract with {partner.en} on training in {en}"
    row = {"kind": "civil_contract", "form": "contract", "partner": partner.row, "field": "education", "signer_vi": SCHOOL}
    return _lasting(world, chance, titles, signed, 2, row)


def _lasting(world: World, chance: Chance, titles: str, signed: date, years: int, row: dict[str, Any]) -> Any:
    """An agreement in force that later runs out, ends early or is replaced; without a term it goes on."""
    known = after(signed, chance.randint(2, 12))
    expiry = signed.replace(year=signed.year + years, day=min(signed.day, 28)) if years else None
    text = world.record(Agreement, "agreements", known, titles, start=signed, end=expiry, level="public", state="in_force", **row)
    if expiry and chance.often(8):
        ended = signed + timedelta(days=chance.randint(200, 365 * years - 100))
        if ended <= LAST:
            values = {"state": "terminated", "end_earliest": ended, "end_latest": ended}
            world.ledger.amend(text, after(ended, 10), by="head", verb="end", why="hai bên thống nhất chấm dứt trước hạn", **values)
            return text
    if expiry and expiry <= LAST:
        state = "replaced" if chance.often(15) else "expired"
        why = "ký văn bản mới thay thế" if state == "replaced" else "hết thời hạn ghi trong văn bản"
        world.ledger.amend(text, after(expiry, 5), by="specialist", verb="expire", why=why, state=state)
    return text
