"""Delegations of the model province: in and out, foreign and domestic, held, planned, cancelled, and some not yet announced."""

from datetime import date, timedelta
from typing import Any

from ngoaivu.core.period import ImpreciseDate, month, quarter
from ngoaivu.demonstration.generator.chance import Chance, weekday
from ngoaivu.demonstration.generator.world import LAST, YEARS, Known, When, World, after, words
from ngoaivu.registry.delegations.models import CountryVisit, Delegation

INBOUND = dict(zip(YEARS, (46, 51, 55, 60, 66, 13, 5, 37, 58, 63, 61), strict=True))
OUTBOUND = dict(zip(YEARS, (13, 15, 16, 18, 20, 3, 0, 9, 17, 19, 18), strict=True))
DOMESTIC = dict(zip(YEARS, (8, 8, 9, 9, 10, 4, 2, 8, 9, 10, 9), strict=True))
RANK = {
    "locality": "provincial",
    "university": "academic",
    "chamber": "business",
    "company": "business",
    "ngo": "ngo",
    "association": "local",
    "mission": "central",
    "party": "provincial",
    "ministry": "central",
}
GROUPS = ("business", "ngo", "academic", "press", "central", "local", "provincial")
PURPOSES = {
    "central": "visit working",
    "provincial": "visit working working conference",
    "local": "visit working",
    "business": "promotion promotion working",
    "ngo": "working training",
    "academic": "training conference working",
    "press": "working",
}
HOSTS = ("Lãnh đạo Ủy ban nhân dân tỉnh", "Sở Ngoại vụ", "Sở Nông nghiệp và Môi trường", "Liên hiệp các tổ chức hữu nghị tỉnh", "Sở Công Thương")
ABROAD = (("la", "kh"), ("th", "la"), ("jp", "kr"), ("sg", "my"), ("de", "nl", "be"), ("fr", "be", "nl"), ("sg", "my", "id"), ("au", "nz"))


def draw(world: World) -> None:
    """All years, then the cases that no year should lack."""
    chance = world.chance("delegations")
    for year in YEARS:
        for _number in range(INBOUND[year]):
            inbound(world, chance, chance.day(year))
        for _number in range(OUTBOUND[year]):
            outbound(world, chance, chance.day(year), _route(chance))
        for _number in range(DOMESTIC[year]):
            _domestic(world, chance, chance.any_day(year))
    for year in (2016, 2018, 2019, 2023, 2024):
        outbound(world, chance, date(year, 12, 12), ("jp", "kr"), days=6)
        inbound(world, chance, date(year, 12, 29), days=6)
    _announced_later(world, chance)


def country_of(chance: Chance) -> str:
    """A country, those with more dealings likelier."""
    table = words("partners")["country"]
    keys: list[str] = list(table)
    return chance.pick(keys, [one["weight"] for one in table.values()])


def topic_of(chance: Chance, rank: str = "provincial") -> tuple[str, str, str]:
    """Field code, Vietnamese and English words of a topic that a visitor of this rank would speak about."""
    fields = words("delegations")["fields"].get(rank, "culture").split()
    field, vi, en = chance.pick([line for line in words("topics")["topics"] if line.split("|")[0] in fields]).split("|")
    return field, vi, en


def invented_name(chance: Chance, country: str) -> str:
    """A first name of the country before a family name that says it is invented."""
    table = words("partners")
    return f"{chance.pick(table['country'][country]['given'])} {chance.pick(table['marks'])}"


def inbound(world: World, chance: Chance, start: date, *, days: int = 0, country: str = "", titles: str = "", **columns: Any) -> Any:
    """One foreign delegation; `titles` and `columns` make it a particular one, such as a troupe."""
    country = country or country_of(chance)
    known_by_then = [one for one in world.partners if one.country == country and world.ledger.known_on(one.row) <= start]
    partner = chance.pick(known_by_then) if known_by_then and chance.often(70) else None
    rank = columns.pop("rank", RANK[partner.kind] if partner else chance.pick(GROUPS, (8, 3, 3, 2, 3, 2, 2)))
    purpose = columns.pop("purpose", "") or chance.pick(PURPOSES[rank].split())
    titles = titles or _inbound_titles(world, chance, country, partner, rank, purpose)
    end = start + timedelta(days=days or chance.pick((0, 1, 2, 3, 4), (6, 8, 6, 3, 2)))
    posts = words("delegations")["posts"]
    post = chance.pick(posts.get(partner.kind if partner else rank) or posts[rank])
    row = {
        "direction": "inbound",
        "channel": _channel(chance, country, rank),
        "rank": rank,
        "purpose": purpose,
        "country": world.places[country],
        "partner": partner.row if partner else None,
        "persons": None if chance.often(3) else _persons(chance, rank),
        "head_vi": f"{invented_name(chance, country)}, {post}",
        "host_vi": chance.pick(HOSTS),
    }
    return _held(world, chance, titles, start, end, row | columns)


def _inbound_titles(world: World, chance: Chance, country: str, partner: Known | None, rank: str, purpose: str) -> str:
    if partner:
        who_vi, who_en = f"{partner.vi} ({world.prose(country, 'vi')})", f"{partner.en} ({world.places[country].name_en})"
    else:
        group_vi, group_en = words("delegations")["groups"][rank].split("|")
        who_vi, who_en = group_vi.format(country=world.prose(country, "vi")), group_en.format(country=world.prose(country, "en"))
    _field, topic_vi, topic_en = topic_of(chance, rank)
    table = words("delegations")["inbound"]
    vi, en = chance.pick(table[purpose] + (table["review"] if partner and purpose == "working" else [])).split("|")
    return f"{vi.format(who=who_vi, topic=topic_vi)}|{en.format(who=who_en, Who=who_en[:1].upper() + who_en[1:], topic=topic_en)}"


def outbound(world: World, chance: Chance, start: date, route: tuple[str, ...], *, days: int = 0) -> Any:
    """One mission abroad, counted once, with a country-visit for each country on its way."""
    purpose = chance.pick(("visit", "working", "conference", "training", "promotion", "culture"), (3, 6, 4, 5, 5, 1))
    end = start + timedelta(days=days or chance.randint(3, 5) + 2 * len(route))
    _field, topic_vi, topic_en = topic_of(chance)
    vi, en = chance.pick(words("delegations")["outbound"][purpose]).split("|")
    where_vi = " và ".join(filter(None, (", ".join(world.prose(key, "vi") for key in route[:-1]), world.prose(route[-1], "vi"))))
    where_en = " and ".join(filter(None, (", ".join(world.prose(key, "en") for key in route[:-1]), world.prose(route[-1], "en"))))
    row = {
        "direction": "outbound",
        "channel": _channel(chance, route[0], "provincial"),
        "rank": "artistic" if purpose == "culture" else "provincial",
        "purpose": purpose,
        "country": world.places[route[0]],
        "persons": chance.randint(12, 24) if purpose == "culture" else chance.randint(3, 12),
        "head_vi": chance.pick(words("delegations")["posts"]["home"]),
        "host_vi": "Ủy ban nhân dân tỉnh",
    }
    mission = _held(world, chance, f"{vi.format(where=where_vi, topic=topic_vi)}|{en.format(where=where_en, topic=topic_en)}", start, end, row)
    _visits(world, mission, start, end, route)
    return mission


def _visits(world: World, mission: Any, start: date, end: date, route: tuple[str, ...]) -> None:
    share = max(1, ((end - start).days + 1) // len(route))
    later = [act for act in world.ledger.amendments[-1:] if act.row is mission and act.verb == "hold"]
    for number, key in enumerate(route):
        first = min(start + timedelta(days=share * number), end)
        last = end if number == len(route) - 1 else min(first + timedelta(days=share - 1), end)
        place = world.places[key]
        columns = {"delegation": mission, "country": place, "level": mission.level, "start": first, "end": last}
        stop = world.record(CountryVisit, "delegations", world.ledger.known_on(mission), f"{place.name_vi}|{place.name_en}", **columns)
        for act in later:
            world.ledger.amend(stop, act.on, by=act.by, verb=act.verb, why=act.why, level=act.values["level"])


def _route(chance: Chance) -> tuple[str, ...]:
    return chance.pick(ABROAD) if chance.often(30) else (country_of(chance),)


def _channel(chance: Chance, country: str, rank: str) -> str:
    if words("partners")["country"][country].get("party") and chance.often(35):
        return "party"
    return "people" if rank in {"ngo", "local", "academic"} or chance.often(12) else "state"


def _persons(chance: Chance, rank: str) -> int:
    low, high = {"central": (2, 8), "business": (4, 30), "artistic": (12, 28), "academic": (3, 25)}.get(rank, (3, 15))
    return chance.randint(low, high)


def _domestic(world: World, chance: Chance, start: date) -> None:
    vi, en = chance.pick(words("partners")["domestic"]["visitors"]).split("|")
    _field, topic_vi, topic_en = topic_of(chance)
    row = {
        "direction": "inbound",
        "origin": "domestic",
        "channel": chance.pick(("state", "party", "people"), (6, 2, 2)),
        "rank": chance.pick(("central", "provincial", "press")),
        "purpose": "working",
        "country": world.places["vn"],
        "persons": chance.randint(3, 12),
        "host_vi": "Sở Ngoại vụ",
    }
    _held(world, chance, f"{vi} làm việc về {topic_vi}|visit of {en} on {topic_en}", start, start + timedelta(days=chance.randint(0, 1)), row)


def _held(world: World, chance: Chance, titles: str, start: date, end: date, row: dict[str, Any]) -> Any:
    """Half are first planned and then held or, now and then, cancelled; the others are registered after they were held."""
    when, words_vi = _imprecise(chance, start)
    last = end if isinstance(when, date) else None
    level = "public" if chance.often(82) else "internal"
    if start > LAST or not chance.often(40):
        known, state = (after(end, chance.randint(1, 9)), "held") if start <= LAST else (after(start, -chance.randint(20, 40)), "planned")
        return world.record(Delegation, "delegations", known, titles, start=when, end=last, level=level, state=state, when_words=words_vi, **row)
    known = max(date(2015, 1, 6), start - timedelta(days=chance.randint(10, 35)))
    visit = world.record(Delegation, "delegations", known, titles, start=start, end=end, level="internal", state="planned", **row)
    if chance.often(8):
        world.ledger.amend(visit, start, by="head", verb="cancel", why="bên đối tác đề nghị hoãn, không định lại ngày", state="cancelled")
    elif end + timedelta(days=3) <= LAST:
        world.ledger.amend(visit, after(end, 3), by="specialist", verb="hold", why="đoàn đã hoàn thành chương trình", state="held", level=level)
    return visit


def _imprecise(chance: Chance, start: date) -> tuple[When, str]:
    """Some old registers give only a month, a quarter, a year or «before»."""
    draw_ = chance.randrange(100)
    if draw_ >= (14 if start.year < 2018 else 3):
        return start, ""
    whole, of = month(start.year, start.month), quarter(start.year, (start.month + 2) // 3)
    forms: tuple[tuple[When, str], ...] = (
        (ImpreciseDate(whole.start, whole.end), f"trong tháng {start.month}/{start.year}"),
        (ImpreciseDate(of.start, of.end), f"quý {(start.month + 2) // 3} năm {start.year}"),
        (ImpreciseDate(date(start.year, 1, 1), date(start.year, 12, 31)), f"trong năm {start.year}"),
        (ImpreciseDate(None, whole.end), f"trước cuối tháng {start.month}/{start.year}"),
        (ImpreciseDate(whole.start, None), f"sau ngày {whole.start.day}/{start.month}/{start.year}"),
    )
    return chance.pick(forms, (7, 3, 2, 2, 2))


def _announced_later(world: World, chance: Chance) -> None:
    """Visits under embargo: one whose embargo has ended, and some still to be announced in the years to come."""
    for start, until in ((date(2024, 9, 18), date(2024, 9, 25)), (date(2027, 3, 15), date(2027, 3, 20)), (date(2027, 5, 10), date(2027, 5, 12))):
        known = min(start - timedelta(days=30), LAST - timedelta(days=20))
        row = {"direction": "inbound", "rank": "central", "purpose": "visit", "country": world.places["jp"], "persons": 18, "level": "embargoed"}
        titles = "Đoàn cấp cao Nhật Bản thăm tỉnh|High-level delegation from Japan"
        visit = world.record(Delegation, "delegations", known, titles, start=weekday(start), end=until, embargo_until=until, **row)
        if until <= LAST:
            world.ledger.amend(visit, after(until, 2), by="specialist", verb="hold", why="đoàn đã hoàn thành chương trình", state="held")
    for number in range(6):
        start = date(2026, 12, 1) + timedelta(days=17 * number + chance.randint(0, 5))
        inbound(world, chance, weekday(start))
