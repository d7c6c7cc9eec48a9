"""Kept values «giá trị đã giữ»: a value at a fixed revision never changes, so a pinned run writes it down and the next one reads it.

What can still change it is the veil: the rows embargoed today. The veil's digest is part of the key, and is itself kept for
the day and the newest revision, so that a second run reads three small tables and no record.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Max
from django.utils import timezone

from ngoaivu.core import changes
from ngoaivu.indicators.compute import compute, veiled
from ngoaivu.indicators.engine import Value, Wanted
from ngoaivu.indicators.models import KeptValue

VEIL = "veil"
# Every change makes a revision, and an officer at work asks hundreds of values of each: the oldest rows make room.
ROWS_KEPT = 200_000
Cells = dict[str, Value]


def values(wanted: Sequence[Wanted], revision: int, *, keep: bool) -> dict[Wanted, Cells]:
    """The values of wanted numbers. With `keep`, what is kept is read and what is computed is kept; else all is computed."""
    if not wanted or not keep:
        return compute(wanted, revision)
    veils = _veils({one.definition.counts for one in wanted}, timezone.localdate())
    keys = {one: _key(one, veils[one.definition.counts]) for one in wanted}
    kept = _read({key[0] for key in keys.values()}, revision)
    found = {one: kept[key] for one, key in keys.items() if key in kept}
    fresh = compute([one for one in wanted if one not in found], revision)
    _write({keys[one]: cells for one, cells in fresh.items()}, revision)
    return found | fresh


def _key(one: Wanted, veil: str) -> tuple[str, str, str, str, str]:
    members = "&".join(f"{name}={member}" for name, member in one.by)
    days = f"{one.span[0]}..{one.span[1]}"
    return one.definition.digest, ",".join(one.ground), days, f"{members}/{one.dimension}", veil


def _read(digests: Iterable[str], revision: int) -> dict[tuple[str, ...], Cells]:
    rows = KeptValue.objects.filter(revision=revision, definition__in=digests)
    found = rows.values_list("definition", "ground", "days", "breakdown", "veil", "cells")
    return {row[:5]: {member: Value(*numbers) for member, numbers in json.loads(row[5]).items()} for row in found}


def _write(fresh: dict[tuple[str, str, str, str, str], Cells], revision: int) -> None:
    rows = []
    for (definition, ground, days, breakdown, veil), cells in fresh.items():
        told = {member: [one.value, one.count, one.unplaced, one.unknown] for member, one in cells.items()}
        row = KeptValue(definition=definition, ground=ground, days=days, breakdown=breakdown, veil=veil, revision=revision)
        row.cells = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        rows.append(row)
    KeptValue.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
    if rows:
        _make_room()


def _make_room() -> None:
    newest = KeptValue.objects.aggregate(newest=Max("pk"))["newest"]
    KeptValue.objects.filter(pk__lte=newest - ROWS_KEPT).delete()


def _veils(names: set[str], today: date) -> dict[str, str]:
    """The digest of the embargoed rows of each window today; empty where none is."""
    newest = changes.latest()
    known = dict(KeptValue.objects.filter(definition=VEIL, revision=newest, days=str(today)).values_list("ground", "cells"))
    fresh = {name: _veil(name, today) for name in names if name not in known}
    KeptValue.objects.bulk_create(
        [KeptValue(definition=VEIL, ground=name, days=str(today), revision=newest, cells=veil) for name, veil in fresh.items()],
        ignore_conflicts=True,
    )
    return known | fresh


def _veil(name: str, today: date) -> str:
    hidden = veiled(name, today).order_by("pk").values_list("pk", flat=True)
    numbers = ",".join(str(number) for number in hidden)
    return hashlib.sha256(numbers.encode()).hexdigest()[:16] if numbers else ""
