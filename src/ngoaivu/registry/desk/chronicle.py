"""Chronicle «lịch sử hồ sơ»: who changed what in a record, and when, read from its versions and said in facets."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.utils.functional import Promise
from django.utils.text import capfirst

from ngoaivu.accounts.seats import Seat
from ngoaivu.core.history import Record
from ngoaivu.core.models import Change
from ngoaivu.registry.desk.facets import facets, joins
from ngoaivu.registry.desk.words import verb


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a record: the change, its act in words, and what it altered: label, before, after."""

    change: Change
    act: str | Promise
    altered: list[tuple[str, str, str]]
    hidden: bool


def of(row: Record, seat: Seat) -> list[Step]:
    """The steps of a record, newest first; the first one altered nothing. A version above the reader's levels is told of, its content is not."""
    versions: list[Any] = list(type(row).Version.objects.filter(record=row).select_related(*joins(type(row))).order_by("rev_from"))
    changes = Change.objects.in_bulk([version.rev_from for version in versions])
    steps = [_step(type(row), changes[after.rev_from], before, after, seat) for before, after in pairwise([None, *versions])]
    return steps[::-1]


def _step(model: type[Record], change: Change, before: Any, after: Any, seat: Seat) -> Step:
    hidden = not seat.sees(after) or (before is not None and not seat.sees(before))
    altered = [] if hidden or before is None else _altered(model, before, after, seat)
    return Step(change, verb(change.verb), altered, hidden)


def _altered(model: type[Record], before: Any, after: Any, seat: Seat) -> list[tuple[str, str, str]]:
    told = []
    for facet in facets(model).values():
        old, new = facet.say(before, seat), facet.say(after, seat)
        if old != new:
            told.append((capfirst(str(facet.label)), old, new))
    return told
