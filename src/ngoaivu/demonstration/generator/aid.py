"""Aid of the model province: registrations of foreign organisations, items committed, money paid out, volunteers."""

from datetime import date, timedelta
from typing import Any

from ngoaivu.core.money import Money
from ngoaivu.demonstration.generator.chance import Chance
from ngoaivu.demonstration.generator.delegations import country_of, invented_name
from ngoaivu.demonstration.generator.world import LAST, YEARS, Known, World, after, words
from ngoaivu.registry.aid.models import AidItem, Disbursement, NgoRegistration, Volunteer

ITEMS = dict(zip(YEARS, (8, 9, 9, 10, 11, 7, 6, 8, 10, 11, 10), strict=True))
VOLUNTEERS = dict(zip(YEARS, (9, 10, 11, 12, 13, 2, 0, 5, 10, 12, 12), strict=True))
TERM_YEARS = 3  # an activity registration lasts at most three years (decree 58/2022, article 8)


def draw(world: World) -> None:
    """Registrations renewed every three years; items of each year with their payments; volunteers by school term."""
    chance = world.chance("aid")
    donors = [one for one in world.partners if one.kind == "ngo"]
    for number, donor in enumerate(donors):
        _registrations(world, chance, donor, number)
    for year in YEARS:
        for _number in range(ITEMS[year]):
            sector, vi, en, kind = chance.pick(words("aid")["items"]).split("|")
            _item(world, chance, chance.pick(donors), chance.any_day(year), sector, f"{vi}|{en}", kind)
        for _number in range(VOLUNTEERS[year]):
            _volunteer(world, chance, chance.any_day(year))
    for line in words("aid")["emergencies"]:
        day, sector, vi, en = line.split("|")
        _item(world, chance, chance.pick(donors), date.fromisoformat(day), sector, f"{vi}|{en}", "emergency")


def _registrations(world: World, chance: Chance, donor: Known, number: int) -> None:
    start = date(2014 + number % 3, chance.randint(2, 11), chance.randint(1, 27))
    while start <= LAST and not (start.year > 2019 and chance.often(18)):
        end = start.replace(year=start.year + TERM_YEARS) - timedelta(days=1)
        known = after(max(start, date(2015, 1, 20)), chance.randint(3, 30))
        titles = f"Giấy đăng ký hoạt động của {donor.vi}|Registration of {donor.en}"
        number_text = f"TM-{start.year}-{number + 1:02d}/GĐK"
        columns = {"partner": donor.row, "number": number_text, "start": start, "end": end, "level": "public"}
        world.record(NgoRegistration, "aid", known, titles, **columns)
        start = end + timedelta(days=1)


def _item(world: World, chance: Chance, donor: Known, approved: date, sector: str, titles: str, kind: str) -> None:
    months = 3 if kind == "emergency" else chance.pick((6, 12, 18, 24, 36), (2, 5, 3, 4, 2))
    end = approved + timedelta(days=30 * months)
    money = _amount(chance, kind)
    place = chance.pick(words("aid")["places"])
    known = after(approved, chance.randint(1, 8))
    row = {
        "kind": kind,
        "donor": donor.row,
        "sector": sector,
        "place_vi": place,
        "committed_minor": money.minor,
        "currency": money.currency,
        "approval": f"{chance.randint(101, 999)}/QĐ-TM",
        "level": "public",
    }
    item = world.record(AidItem, "aid", known, titles, start=approved, end=end, state="receiving" if end > LAST else "approved", **row)
    paid = _payments(world, chance, item, approved, end, money)
    if end <= LAST:
        stopped = chance.often(5)
        why = "bên tài trợ ngừng chương trình" if stopped else "đã nghiệm thu, quyết toán"
        state = "stopped" if stopped else "completed"
        world.ledger.amend(item, after(end, 20), by="specialist", verb="close", why=why, state=state)
    elif not paid:
        item.state = "approved"


def _amount(chance: Chance, kind: str) -> Money:
    """Committed money: two of three in dollars, in round amounts as donors give them."""
    size = {"emergency": 3, "non_project": 4, "project": 12, "programme": 18}[kind]
    if chance.often(66):
        return Money.of(1000 * chance.randint(4, 12 * size), "USD")
    return Money.of(25_000_000 * chance.randint(4, 12 * size), "VND")


def _payments(world: World, chance: Chance, item: Any, approved: date, end: date, money: Money) -> int:
    """One to four payments of what was committed, never more than that; the last ones may lie in the future and are left out."""
    parts = chance.randint(1, 4)
    unit = 50_000 if money.currency == "USD" else 1_000_000
    left, made = money.minor, 0
    for number in range(1, parts + 1):
        day = approved + (end - approved) * number // (parts + 1)
        whole = left if number == parts and chance.often(80) else money.minor // parts // unit * unit
        if day > LAST or not whole:
            break
        left -= whole
        made += 1
        columns = {"item": item, "amount_minor": whole, "currency": money.currency, "start": day, "end": day, "level": "public"}
        titles = f"Giải ngân đợt {number}: {item.title_vi}|Payment {number}: {item.title_en}"
        world.record(Disbursement, "aid", after(day, 6), titles, **columns)
    return made


def _volunteer(world: World, chance: Chance, start: date) -> None:
    country = country_of(chance)
    subject, vi, en = chance.pick(words("aid")["subjects"], (6, 3, 3, 2, 2, 2)).split("|")
    end = start + timedelta(days=chance.randint(40, 300))
    columns = {
        "person_name": invented_name(chance, country),
        "country": world.places[country],
        "host_vi": chance.pick(words("aid")["hosts"]),
        "subject": subject,
        "level": "personal",
    }
    titles = f"Tình nguyện viên {world.prose(country, 'vi')}: {vi}|Volunteer from {world.prose(country, 'en')}: {en}"
    world.record(Volunteer, "aid", after(start, 10), titles, start=start, end=end if end <= LAST else None, **columns)
