"""Measures one database: builds the scratch records, runs fifty definitions as of a position, prints one line of JSON."""

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from statistics import median
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ngoaivu.config.settings")

import django

django.setup()

from django.db import connection

from ngoaivu.core import windows
from ngoaivu.core.levels import PUBLIC
from ngoaivu.core.period import Calendar, term
from ngoaivu.indicators import declared, facts, kept
from ngoaivu.indicators.compute import compute
from ngoaivu.indicators.definition import Definition, Kind
from ngoaivu.indicators.engine import Wanted
from ngoaivu.indicators.facts import Question
from tests import databases
from tests.bench import build

FIFTY = 50
COUNTED = {
    "delegations", "country_visits", "events", "event_countries", "agreements", "aid_items", "disbursements",
    "volunteers", "enterprises", "travel_permissions",
}  # fmt: skip
NARROWED = {
    "delegations": ("channel", ("state", "people")),
    "events": ("channel", ("state", "people")),
    "agreements": ("form", ("agreement", "plan")),
}
BEHIND = Question("delegations.inbound.missions", "here", period="year:2018", by=(("country", "c7"),))


def fifty() -> list[Definition]:
    """The shipped definitions over the ten windows, and others narrowed from them, until there are fifty."""
    rules = [one for one in declared.declared().values() if one.counts in COUNTED]
    for rule in list(rules):
        column, members = NARROWED.get(rule.counts, ("", ()))
        if column and column not in rule.where:
            rules += [_narrowed(rule, column, member) for member in members]
    return rules[:FIFTY]


def _narrowed(rule: Definition, column: str, member: str) -> Definition:
    digest = hashlib.sha256(f"{rule.digest}{member}".encode()).hexdigest()[:16]
    return replace(rule, code=f"{rule.code}.{member}", where=rule.where | {column: (member,)}, digest=digest)


def asked(rules: list[Definition]) -> list[Wanted]:
    """For each definition the term and its five years, whole and by every breakdown."""
    wanted = []
    for rule in rules:
        whole = term(2015, 2020, Calendar(rule.calendar))
        spans = [(whole.start, whole.end), *((one.start, one.end) for one in whole.years())]
        if rule.kind is Kind.STOCK:
            spans = [(last, last) for _first, last in spans[1:]]
        wanted += [Wanted(rule, ("here",), span) for span in spans]
        wanted += [Wanted(rule, ("here",), span, (), name) for span in spans for name in rule.breakdowns]
    return wanted


def timed(act: Callable[[], Any], times: int = 3) -> tuple[float, Any]:
    """The median seconds of a few runs, and the last result."""
    seconds = []
    for _run in range(times):
        start = time.perf_counter()
        result = act()
        seconds.append(time.perf_counter() - start)
    return median(seconds), result


def main(records: int) -> dict[str, Any]:
    """Everything measured, as plain data, in a scratch database that is gone afterwards."""
    with databases.cloned():
        return _measured(records)


def _measured(records: int) -> dict[str, Any]:
    start = time.perf_counter()
    build.build(records)
    built = time.perf_counter() - start
    rules = fifty()
    wanted = asked(rules)
    cpu = time.process_time()
    first, values = timed(lambda: compute(wanted, build.ASKED, date(2026, 1, 1)))
    cpu = (time.process_time() - cpu) / 3
    kept.values(wanted, build.ASKED, keep=True)
    second, again = timed(lambda: kept.values(wanted, build.ASKED, keep=True))
    fact = facts.ask(BEHIND, revision=build.ASKED)
    behind, shown = timed(lambda: facts.rows(fact, PUBLIC), 5)
    return {
        "vendor": connection.vendor,
        "records": sum(windows.get(name).model.objects.count() for name in sorted(COUNTED)),
        "definitions": len(rules),
        "values": sum(len(cells) for cells in values.values()),
        "build": round(built, 1),
        "first": round(first, 3),
        "cpu": round(cpu, 3),
        "load": round(os.getloadavg()[0], 1),
        "second": round(second, 4),
        "behind": round(behind, 4),
        "rows": [shown.count, len(shown.shown)],
        "kept_agree": values == again,
        "digest": _digest(wanted, values),
    }


def _digest(wanted: list[Wanted], values: dict[Wanted, Any]) -> str:
    """One line over every value, so that two databases can be compared to the last unit."""
    told = [(one.definition.code, str(one.span), one.dimension, {name: str(value) for name, value in values[one].items()}) for one in wanted]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(int(sys.argv[1]))) + "\n")
