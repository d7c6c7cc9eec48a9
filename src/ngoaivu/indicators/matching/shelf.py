"""What was received for a territory «số liệu có sẵn»: every observation in one query, the superseded ones too."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from ngoaivu.accounts.models import Office
from ngoaivu.core.history import known
from ngoaivu.core.levels import countable
from ngoaivu.core.models import Territory
from ngoaivu.core.period import Calendar, Period
from ngoaivu.indicators import times
from ngoaivu.indicators.declared import declared
from ngoaivu.indicators.definition import Definition
from ngoaivu.indicators.figures import Hedge
from ngoaivu.indicators.models import Observation

COLUMNS = ("indicator", "period", "as_of_from", "as_of_to", "breakdown", "value", "high", "qualifier", "decimals", "per")


@dataclass(frozen=True, slots=True)
class Told:
    """An observation as matching needs it; `stands` is False once another supersedes it."""

    identity: int
    code: str
    period: Period | None
    written: str
    as_of: tuple[date | None, date | None]
    by: tuple[tuple[str, str], ...]
    value: Decimal
    high: Decimal | None
    qualifier: Hedge
    decimals: int
    per: str
    replaced_by: int | None

    @property
    def day(self) -> date | None:
        """The last day it can stand for."""
        return self.as_of[1] or (self.period.end if self.period else None) or self.as_of[0]


@dataclass(frozen=True, slots=True)
class Received:
    """The observations of one territory by indicator; `complete` where its register may be counted as a whole."""

    by_code: dict[str, list[Told]]
    complete: bool

    def standing(self, code: str) -> list[Told]:
        """Those that answer today."""
        return [one for one in self.by_code.get(code, ()) if one.replaced_by is None]

    def answers(self, rule: Definition) -> bool:
        """Whether there can be any fact of an indicator."""
        return rule.code in self.by_code or (self.complete and bool(rule.counts or rule.computed_share))

    def replaced(self, code: str) -> list[Told]:
        """Those another has superseded."""
        return [one for one in self.by_code.get(code, ()) if one.replaced_by is not None]


def shelf(ground: Territory, revision: int) -> Received:
    """Everything received for a territory as known at a revision; what is embargoed today stays out."""
    veiled = Observation.objects.exclude(countable(timezone.localdate())).values("pk")
    rows = known(Observation, revision).filter(territory=ground).exclude(record_id__in=veiled).order_by("record_id")
    found = list(rows.values("identity", "supersedes_id", *COLUMNS))
    heirs = {row["supersedes_id"]: row["identity"] for row in found if row["supersedes_id"]}
    shelved: dict[str, list[Told]] = defaultdict(list)
    for row in found:
        if row["indicator"] in declared():
            shelved[row["indicator"]].append(_told(row, heirs))
    partial = Office.objects.filter(territory=ground, excerpt=True).exists()
    return Received(dict(shelved), complete=not partial)


def _told(row: dict[str, Any], heirs: dict[int, int]) -> Told:
    calendar = Calendar(declared()[row["indicator"]].calendar)
    return Told(
        identity=row["identity"],
        code=row["indicator"],
        period=times.period_of(row["period"], calendar) if row["period"] else None,
        written=row["period"],
        as_of=(row["as_of_from"], row["as_of_to"]),
        by=tuple(sorted(json.loads(row["breakdown"]).items())) if row["breakdown"] else (),
        value=Decimal(row["value"]),
        high=Decimal(row["high"]) if row["high"] else None,
        qualifier=row["qualifier"],
        decimals=row["decimals"],
        per=row["per"],
        replaced_by=heirs.get(row["identity"]),
    )
