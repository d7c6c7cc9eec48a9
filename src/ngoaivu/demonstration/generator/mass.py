"""Records in any number «sinh dữ liệu tải»: for measuring, not for reading. Twenty years, a quarter of them in the term 2015-2020.

Written straight into the versioned tables in large changes: titles come from a pool whose keys are derived once, and keys
are numbers, so that writing and not preparing takes the time.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ngoaivu.accounts.models import Office
from ngoaivu.core import vietnamese
from ngoaivu.core.changes import SYSTEM, Writer, change
from ngoaivu.core.models import Territory
from ngoaivu.demonstration.generator.chance import Chance
from ngoaivu.demonstration.generator.world import words
from ngoaivu.documents.records import RegistryRecord
from ngoaivu.registry.agreements.models import Agreement
from ngoaivu.registry.aid.models import AidItem, Disbursement, Volunteer
from ngoaivu.registry.casework.models import TravelPermission
from ngoaivu.registry.delegations.models import CountryVisit, Delegation
from ngoaivu.registry.events.models import BulletinIssue, Event, EventCountry
from ngoaivu.registry.partners.models import Partner

FIRST, DAYS = date(2006, 1, 1), 7304  # to 31 December 2025
BATCH = 10_000
PARTNERS = 400
WHY = "sinh dữ liệu tổng hợp để đo"
# Of a hundred records, how many of each type; parents before those that name them.
SHARES: tuple[tuple[type[RegistryRecord], int], ...] = (
    (Delegation, 40),
    (CountryVisit, 8),
    (Event, 12),
    (EventCountry, 5),
    (Agreement, 5),
    (AidItem, 6),
    (Disbursement, 8),
    (Volunteer, 4),
    (TravelPermission, 7),
    (BulletinIssue, 5),
)
Columns = dict[str, Any]


@dataclass
class Pool:
    """What the rows of a run are drawn from: numbers of countries, partners and parents, and prepared titles."""

    chance: Chance
    common: Columns
    countries: list[int]
    titles: list[Columns]
    partners: list[int]
    parents: dict[type[RegistryRecord], list[int]]


def generate(office: Office, count: int, seed: int, progress: Callable[[str], None] = lambda line: None) -> int:
    """Write `count` records for an office in changes of ten thousand; how many were written."""
    started, written = time.monotonic(), 0
    pool = _pool(office, seed)
    while written < count:
        size = min(BATCH, count - written)
        with change(by=SYSTEM, verb="generate", why=WHY) as writer:
            written += _batch(writer, pool, size)
        progress(f"{written}/{count}, {written / (time.monotonic() - started):.0f}/s")
    return written


def _pool(office: Office, seed: int) -> Pool:
    keys = list(words("partners")["country"])
    countries = list(Territory.objects.filter(key__in=keys).order_by("key").values_list("pk", flat=True))
    common = {"office_id": office.pk, "territory_id": office.territory_id, "level": "public"}
    titles = []
    for number, line in enumerate(words("topics")["topics"] * 10):
        _field, vi, en = line.split("|")
        vi, en = f"Hồ sơ {number}: {vi}", f"File {number}: {en}"
        titles.append({"title_vi": vi, "title_en": en, "sort_key": vietnamese.sort_key(vi), "search_text": vietnamese.fold(f"{vi} {en}")})
    pool = Pool(Chance(seed, "mass"), common, countries, titles, [], {})
    with change(by=SYSTEM, verb="generate", why=WHY) as writer:
        kinds = ("locality", "company", "university", "ngo", "chamber")
        rows = [Partner(**_row(pool), kind=pool.chance.pick(kinds), country_id=pool.chance.pick(countries)) for _one in range(PARTNERS)]
        writer.write_many(Partner, rows)
    pool.partners = [row.pk for row in rows]
    return pool


def _batch(writer: Writer, pool: Pool, size: int) -> int:
    written = 0
    for model, share in SHARES:
        number = size * share // 100 if model is not BulletinIssue else size - written
        make = MAKERS[model]
        rows = [model(**_row(pool), **_dates(pool), **make(pool)) for _one in range(number)]
        writer.write_many(model, rows)
        pool.parents[model] = [row.pk for row in rows] or pool.parents.get(model, [])
        written += number
    return written


def _row(pool: Pool) -> Columns:
    return pool.common | pool.chance.pick(pool.titles)


def _dates(pool: Pool) -> Columns:
    start = FIRST + timedelta(days=pool.chance.randrange(DAYS + 1))
    end = start + timedelta(days=pool.chance.randrange(5))
    return {"start_earliest": start, "start_latest": start, "end_earliest": end, "end_latest": end}


def _delegation(pool: Pool) -> Columns:
    pick = pool.chance.pick
    return {
        "direction": pick(("inbound", "inbound", "outbound")),
        "origin": pick(("foreign", "foreign", "foreign", "domestic")),
        "channel": pick(("state", "state", "people", "party")),
        "rank": pick(("central", "provincial", "business", "ngo", "academic")),
        "purpose": pick(("visit", "working", "conference", "promotion")),
        "state": pick(("held", "held", "held", "held", "cancelled")),
        "country_id": pick(pool.countries),
        "partner_id": pick(pool.partners),
        "persons": pool.chance.randint(1, 40),
    }


def _visit(pool: Pool) -> Columns:
    return {"delegation_id": pool.chance.pick(pool.parents[Delegation]), "country_id": pool.chance.pick(pool.countries)}


def _event(pool: Pool) -> Columns:
    pick = pool.chance.pick
    return {
        "kind": pick(("forum", "conference", "culture", "training", "meeting")),
        "channel": pick(("state", "people")),
        "state": pick(("held", "held", "held", "cancelled")),
        "field": pick(("economic", "culture", "information", "overseas")),
        "country_id": pick(pool.countries),
        "participants": pool.chance.randint(20, 600),
        "foreign_participants": pool.chance.randint(0, 20),
    }


def _event_country(pool: Pool) -> Columns:
    return {"event_id": pool.chance.pick(pool.parents[Event]), "country_id": pool.chance.pick(pool.countries)}


def _agreement(pool: Pool) -> Columns:
    pick = pool.chance.pick
    return {
        "kind": pick(("international", "international", "domestic", "civil_contract")),
        "form": pick(("agreement", "memorandum", "minutes")),
        "state": pick(("in_force", "expired")),
        "partner_id": pick(pool.partners),
        "field": pick(("economic", "education", "health")),
    }


def _aid_item(pool: Pool) -> Columns:
    pick = pool.chance.pick
    return {
        "kind": pick(("project", "programme", "non_project")),
        "state": pick(("approved", "receiving", "completed")),
        "donor_id": pick(pool.partners),
        "sector": pick(("health", "education", "water")),
        "committed_minor": 100_000 * pool.chance.randint(1, 500),
        "currency": pick(("USD", "VND")),
    }


def _disbursement(pool: Pool) -> Columns:
    item = pool.chance.pick(pool.parents[AidItem])
    return {"item_id": item, "amount_minor": 100_000 * pool.chance.randint(1, 100), "currency": pool.chance.pick(("USD", "VND"))}


def _volunteer(pool: Pool) -> Columns:
    return {
        "person_name": "Tình nguyện viên Mẫu",
        "country_id": pool.chance.pick(pool.countries),
        "subject": pool.chance.pick(("english", "japanese", "it")),
    }


def _permission(pool: Pool) -> Columns:
    return {"person_name": "Doanh nhân Mẫu", "state": pool.chance.pick(("permitted", "permitted", "permitted", "refused"))}


def _bulletin(pool: Pool) -> Columns:
    return {"number": pool.chance.randint(1, 12), "print_run": 500}


MAKERS: dict[type[RegistryRecord], Callable[[Pool], Columns]] = {
    Delegation: _delegation,
    CountryVisit: _visit,
    Event: _event,
    EventCountry: _event_country,
    Agreement: _agreement,
    AidItem: _aid_item,
    Disbursement: _disbursement,
    Volunteer: _volunteer,
    TravelPermission: _permission,
    BulletinIssue: _bulletin,
}
