"""A million synthetic records over twenty years in ten windows, written by SQL alone into a scratch database.

Everything is arithmetic on the number of the record, so both databases hold the same rows. A fifth of the records is corrected
once, in a hundred changes; the position asked for lies in the middle of the corrections.
"""

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils import timezone

from ngoaivu.accounts.models import Office
from ngoaivu.core.history import OPEN, Record, columns_of
from ngoaivu.core.models import Change, Territory
from ngoaivu.registry.agreements.models import Agreement
from ngoaivu.registry.aid.models import AidItem, Disbursement, Volunteer
from ngoaivu.registry.casework.models import TravelPermission
from ngoaivu.registry.community.models import Enterprise
from ngoaivu.registry.delegations.models import CountryVisit, Delegation
from ngoaivu.registry.events.models import Event, EventCountry
from ngoaivu.registry.partners.models import Partner

CORRECTIONS = 100
ASKED = 1 + CORRECTIONS // 2
DAYS, COUNTRIES, PARTNERS = 7305, 60, 5000
PLACES = 900_000  # numbers of the bench's own territories, far from those of the reference table


def choice(words: tuple[str, ...], stride: int) -> str:
    """One of the words by the number of the record."""
    cases = " ".join(f"WHEN {place} THEN '{word}'" for place, word in enumerate(words))
    return f"CASE (i * {stride} / 7) % {len(words)} {cases} END"


def number(below: int, stride: int) -> str:
    """A number from 1 to `below`, in a scattered order."""
    return f"(1 + (i * {stride} / 3) % {below})"


CHANNEL = choice(("state", "state", "people", "party"), 31)
COUNTRY = f"{PLACES} + {number(COUNTRIES, 7919)}"
CURRENCY = choice(("VND", "USD"), 11)


@dataclass(frozen=True)
class Plan:
    """One table: its model and the expressions of the columns that matter; `lasts` gives it an end."""

    model: type[Record]
    columns: dict[str, str]
    lasts: bool = False
    corrected: tuple[str, str] = ("note", "'corrected'")


PLANS = (
    Plan(
        Delegation,
        {
            "direction": choice(("inbound", "outbound"), 5),
            "origin": choice(("foreign", "foreign", "foreign", "domestic"), 17),
            "channel": CHANNEL,
            "rank": choice(("central", "provincial", "local", "business", "ngo", "academic", "artistic", "press"), 13),
            "purpose": choice(("visit", "working", "conference", "training", "promotion", "culture"), 19),
            "state": choice(("held", "held", "held", "held", "cancelled"), 23),
            "country_id": COUNTRY,
            "partner_id": number(PARTNERS, 104729),
            "persons": number(30, 37),
        },
        corrected=("persons", "persons + 1"),
    ),
    Plan(CountryVisit, {"country_id": COUNTRY, "delegation_id": "i"}),
    Plan(
        Event,
        {
            "kind": choice(("forum", "conference", "ceremony", "culture", "training", "meeting", "press"), 13),
            "channel": CHANNEL,
            "state": choice(("held", "held", "held", "planned"), 5),
            "field": choice(("economic", "culture", "overseas"), 3),
            "country_id": COUNTRY,
            "participants": number(300, 37),
            "foreign_participants": number(40, 41),
        },
        corrected=("participants", "participants + 2"),
    ),
    Plan(EventCountry, {"country_id": COUNTRY, "event_id": "i"}),
    Plan(
        Agreement,
        {
            "kind": choice(("international", "domestic", "civil_contract"), 5),
            "form": choice(("agreement", "memorandum", "plan"), 11),
            "state": "'in_force'",
            "field": choice(("education", "trade", "health", "culture"), 3),
            "partner_id": number(PARTNERS, 104729),
        },
        lasts=True,
    ),
    Plan(
        AidItem,
        {
            "kind": choice(("programme", "project", "non_project", "emergency"), 5),
            "state": "'receiving'",
            "sector": choice(("education", "water", "health"), 11),
            "donor_id": number(PARTNERS, 104729),
            "committed_minor": "(i * 7919 % 1000000) * 100",
            "currency": CURRENCY,
        },
        corrected=("committed_minor", "committed_minor + 100"),
    ),
    Plan(Disbursement, {"item_id": "i", "amount_minor": "(i * 6101 % 1000000) * 100", "currency": CURRENCY}),
    Plan(Volunteer, {"country_id": COUNTRY, "subject": choice(("english", "japanese", "it"), 5), "level": "'personal'"}, lasts=True),
    Plan(Enterprise, {"country_id": COUNTRY, "capital_minor": "i * 1000", "currency": "'VND'", "field": choice(("trade", "food"), 5)}, lasts=True),
    Plan(TravelPermission, {"state": choice(("permitted", "permitted", "refused", "received"), 5)}),
)


def build(records: int) -> None:
    """Fill the scratch database of the default connection."""
    each = records // len(PLANS)
    _ground()
    _run(f"CREATE TEMPORARY TABLE numbers AS {_series(max(each, PARTNERS))}")
    country = {"kind": "'locality'", "country_id": COUNTRY}
    for plan, rows in [
        (Plan(Partner, country, corrected=("country_id", f"{PLACES} + 1 + country_id % 60")), PARTNERS),
        *((plan, each) for plan in PLANS),
    ]:
        _fill(plan, rows)
    _run("ANALYZE")


def _ground() -> None:
    for place in range(1, COUNTRIES + 1):
        Territory.objects.create(
            pk=PLACES + place, key=f"c{place}", kind="country", name_vi=f"Nước {place}", name_en=f"Country {place}", sort_key=f"{place}"
        )
    here = Territory.objects.create(pk=PLACES, key="here", kind="province", name_vi="Tỉnh", name_en="Province", sort_key="t")
    Office.objects.create(pk=1, key="office", name_vi="Sở", name_en="Office", abbreviation="S", territory=here)
    now = timezone.now()
    Change.objects.bulk_create(
        [Change(pk=place, at=now, actor_key="bench", actor_name="bench", verb="import") for place in range(1, CORRECTIONS + 2)]
    )


def _fill(plan: Plan, rows: int) -> None:
    """The first state, a fifth of it corrected; both states as versions."""
    model, table = plan.model, plan.model._meta.db_table
    given = _common(plan) | plan.columns
    names = [one.column for one in model._meta.local_concrete_fields if not one.primary_key]
    values = ", ".join(given.get(name, _empty(model, name)) for name in names)
    _run(f"INSERT INTO {table} (id, {', '.join(names)}) SELECT i, {values} FROM numbers WHERE i <= {rows}")
    copied = ", ".join(columns_of(model))
    version = f"{table}_version"
    column, value = plan.corrected
    moved = f"2 + (id / 5) % {CORRECTIONS}"
    _run(
        f"INSERT INTO {version} (record_id, {copied}, rev_from, rev_to) "
        f"SELECT id, {copied}, 1, CASE WHEN id % 5 = 0 THEN {moved} ELSE {OPEN} END FROM {table}"
    )
    _run(f"UPDATE {table} SET {column} = {value}, change_id = {moved} WHERE id % 5 = 0")
    _run(f"INSERT INTO {version} (record_id, {copied}, rev_from, rev_to) SELECT id, {copied}, change_id, {OPEN} FROM {table} WHERE id % 5 = 0")


def _common(plan: Plan) -> dict[str, str]:
    start = f"(i * 104729 / 11) % {DAYS}"
    spread = "CASE WHEN i % 50 = 0 THEN 20 ELSE 0 END"
    lasting = f"{start} + 200 + i % 1500"
    end = {"end_earliest": _day(lasting), "end_latest": _day(lasting)} if plan.lasts else {}
    return {
        "change_id": "1",
        "office_id": "1",
        "territory_id": str(PLACES),
        "level": "'public'",
        "title_vi": "'Bản ghi ' || i",
        "sort_key": "'' || i",
        "start_earliest": _day(start),
        "start_latest": _day(f"{start} + {spread}"),
        **end,
    }


def _day(expression: str) -> str:
    if connection.vendor == "sqlite":
        return f"date('2001-01-01', '+' || ({expression}) || ' days')"
    return f"DATE '2001-01-01' + CAST({expression} AS integer)"


def _empty(model: type[Record], name: str) -> str:
    """What a column holds where the plan says nothing."""
    column: Any = next(one for one in model._meta.local_concrete_fields if one.column == name)
    if column.null:
        return "NULL"
    return {"BooleanField": "FALSE"}.get(column.get_internal_type(), "''")


def _series(last: int) -> str:
    if connection.vendor == "sqlite":
        return f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {last}) SELECT i FROM n"
    return f"SELECT CAST(i AS bigint) AS i FROM generate_series(1, {last}) AS i"


def _run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
