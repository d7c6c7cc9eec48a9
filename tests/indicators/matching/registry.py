"""A small province for matching: delegations in and out, events, statistics received, one of them replaced."""

from typing import Any

from tests.cast import Cast, territory
from tests.indicators.world import World

COUNTRIES = {
    "la": ("Lào", "Laos"), "kr": ("Hàn Quốc", "Republic of Korea"), "jp": ("Nhật Bản", "Japan"),
    "th": ("Thái Lan", "Thailand"), "kh": ("Campuchia", "Cambodia"),
}  # fmt: skip

# day, country, channel, persons
INBOUND = [
    ("2018-02-05", "la", "state", 5), ("2018-04-11", "kr", "people", 9), ("2018-06-20", "jp", "state", 7), ("2018-09-01", "la", "party", 4),
    ("2018-10-30", "kr", "state", 6),
    *[(f"2019-0{month}-10", "la", "state", 10) for month in range(1, 10)],
    *[(f"2019-0{month}-20", "kr", "people", 12) for month in range(1, 8)],
    *[(f"2019-0{month}-25", "jp", "party", 8) for month in range(3, 6)],
]  # fmt: skip
OUTBOUND = [
    ("2018-03-01", ["la"], 6), ("2018-08-01", ["kr", "jp"], 5),
    ("2019-02-01", ["la", "th", "kh"], 8), ("2019-03-01", ["la"], 5), ("2019-05-01", ["kr"], 6), ("2019-06-01", ["jp"], 4),
    ("2019-07-01", ["kr", "jp"], 7), ("2019-09-01", ["th"], 3), ("2019-10-01", ["la"], 9),
]  # fmt: skip

OBSERVATIONS: list[dict[str, Any]] = [
    {"key": "estimate", "change": 1, "indicator": "exports.turnover", "period": "year:2019", "value": "2900000000", "unit": "USD",
     "qualifier": "about", "stage": "estimate", "decimals": -8},
    {"key": "official", "change": 2, "supersedes": "@estimate", "indicator": "exports.turnover", "period": "year:2019", "value": "3127000000",
     "unit": "USD", "stage": "official", "decimals": -6},
    {"indicator": "exports.turnover", "period": "year:2018", "value": "2734000000", "unit": "USD", "decimals": -6},
    {"indicator": "fdi.projects.in_force", "as_of": "2018-12-31", "value": "118", "unit": "project"},
    {"indicator": "fdi.projects.in_force", "as_of": "2019-12-31", "value": "131", "unit": "project"},
    {"indicator": "fdi.projects.in_force", "as_of": "2019-12-31", "value": "47", "unit": "project", "breakdown": {"country": "kr"}},
    {"indicator": "fdi.projects.in_force", "as_of": "2019-12-31", "value": "26", "unit": "project", "breakdown": {"country": "jp"}},
    {"indicator": "fdi.capital.registered", "as_of": "2019-12-31", "value": "2734000000", "unit": "USD", "decimals": -6},
    {"indicator": "fdi.origins", "as_of": "2019-12-31", "value": "21", "unit": "country"},
    {"indicator": "remittances.received", "period": "year:2019", "value": "80000000", "unit": "USD", "qualifier": "about", "decimals": -7},
    {"indicator": "remittances.received.vnd", "period": "year:2019", "value": "1840000000000", "unit": "VND", "decimals": -9},
    {"indicator": "remittances.budget_ratio", "period": "year:2019", "value": "0.2", "qualifier": "near", "decimals": 1},
    {"indicator": "foreign_workers.share_asian", "as_of": "2019-12-31", "value": "0.96", "qualifier": "near", "decimals": 2},
    {"indicator": "foreign_workers.total", "as_of": "2019-12-31", "value": "803", "unit": "person"},
    {"indicator": "overseas.people", "as_of": "2019-12-31", "value": "18019", "unit": "person", "qualifier": "about"},
    {"indicator": "abtc.permitted.people", "period": "year:2019", "value": "127", "unit": "person", "qualifier": "over"},
    {"indicator": "bulletins.issues", "period": "term:2015-2020", "value": "12", "unit": "issue", "per": "year"},
    {"indicator": "oda.projects.active", "period": "year:2019", "value": "9", "unit": "project"},
    {"indicator": "oda.disbursed.to_date", "as_of": "2019-12-31", "value": "8636000000", "unit": "VND", "decimals": -6},
    {"indicator": "oda.disbursed.to_date", "as_of": "2019-12-31", "value": "6044000000", "unit": "VND", "decimals": -6, "breakdown": {"fund": "oda"}},
    {"indicator": "oda.disbursed.to_date", "as_of": "2019-12-31", "value": "2592000000", "unit": "VND", "decimals": -6,
     "breakdown": {"fund": "counterpart"}},
    {"indicator": "trainees.trained.to_date", "as_of": "2019-12-31", "value": "400", "unit": "person", "qualifier": "about", "decimals": -2,
     "breakdown": {"language": "ja"}},
]  # fmt: skip


def province(cast: Cast) -> World:
    """Everything above, registered through the actions of the system."""
    for key, (name_vi, name_en) in COUNTRIES.items():
        territory(key, name_vi, name_en, kind="country")
    world = World(cast)
    world.build({"record": [*_inbound(), *_outbound(), *_events(), *_associations()], "observation": [dict(one) for one in OBSERVATIONS]})
    return world


def _inbound() -> list[dict[str, Any]]:
    common = {"type": "delegations.Delegation", "direction": "inbound", "origin": "foreign", "state": "held"}
    return [
        common | {"title_vi": f"Đoàn {number}", "start": day, "country": country, "channel": channel, "persons": persons}
        for number, (day, country, channel, persons) in enumerate(INBOUND)
    ]


def _outbound() -> list[dict[str, Any]]:
    told = []
    for number, (day, countries, persons) in enumerate(OUTBOUND):
        mission = {"type": "delegations.Delegation", "key": f"out{number}", "title_vi": f"Đoàn ra {number}", "direction": "outbound"}
        told.append(mission | {"state": "held", "channel": "state", "persons": persons, "start": day})
        told += [
            {"type": "delegations.CountryVisit", "title_vi": country, "delegation": f"@out{number}", "country": country, "start": day}
            for country in countries
        ]
    return told


def _events() -> list[dict[str, Any]]:
    kinds = ["culture", "culture", "conference", "conference", "conference", "training"]
    return [
        {
            "type": "events.Event",
            "title_vi": f"Sự kiện {number}",
            "state": "held",
            "kind": kind,
            "start": f"2019-0{number + 2}-15",
            "participants": 100,
        }
        for number, kind in enumerate(kinds)
    ]


def _associations() -> list[dict[str, Any]]:
    """Three that last and one that ended in May 2019."""
    common = {"type": "community.Association", "kind": "relatives", "members": 50, "start": "2016-03-01"}
    return [common | {"title_vi": f"Hội {number}"} | ({"end": "2019-05-31"} if number == 3 else {}) for number in range(4)]
