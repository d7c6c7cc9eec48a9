"""Seats «chỗ làm việc»: what a person may do and see in one office today, read once per request from his appointments."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils import timezone

from ngoaivu.accounts.models import Appointment, Office, User, appointments_of
from ngoaivu.accounts.roles import REPORT, ROLES
from ngoaivu.core.changes import Actor
from ngoaivu.core.levels import Level, Reader, visible

CHOSEN = "desk-office"


@dataclass(frozen=True, slots=True)
class Seat:
    """Seat «chỗ làm việc»: a person, the office he works in, his acts there, the rows he may see, and the day."""

    user: User
    office: Office
    acts: frozenset[str]
    reader: Reader
    on: date

    @property
    def actor(self) -> Actor:
        """How the log of changes names the person."""
        return self.user.actor

    @property
    def reads_personal(self) -> bool:
        """Whether personal columns are shown to the person at all."""
        return Level.PERSONAL in self.reader.levels

    def may(self, act: str) -> bool:
        """Whether the person may do the act in this office."""
        return act in self.acts

    def visible(self, prefix: str = "") -> Q:
        """The condition under which rows are shown to the person."""
        return visible(self.reader, self.on, prefix)

    def sees(self, row: Any) -> bool:
        """Whether one row that is already loaded may be shown to the person; the same rule as `visible`."""
        mine = self.reader.offices is None or row.office_id in self.reader.offices
        announced = row.level == Level.EMBARGOED and row.embargo_until is not None and row.embargo_until <= self.on
        return mine and (row.level in self.reader.levels or (announced and Level.PUBLIC in self.reader.levels))


def seats_of(user: object) -> list[Seat]:
    """The seats a person has at the desk today, in the order of his appointments; a reporter has none: he only reports."""
    held = [one for one in appointments_of(user) if ROLES[one.role].acts != frozenset({REPORT})]
    offices = {one.office_id: one.office for one in held}
    return [_seat(office, [one for one in held if one.office_id == key]) for key, office in offices.items()]


def _seat(office: Office, held: list[Appointment]) -> Seat:
    roles = [ROLES[one.role] for one in held]
    reader = Reader(frozenset[str]().union(*(role.levels for role in roles)), frozenset({office.pk}))
    return Seat(held[0].user, office, frozenset[str]().union(*(role.acts for role in roles)), reader, timezone.localdate())


def seats(request: HttpRequest) -> list[Seat]:
    """The seats of the person of a request, read once."""
    known: list[Seat] | None = getattr(request, "desk_seats", None)
    if known is None:
        known = seats_of(request.user)
        request.desk_seats = known  # type: ignore[attr-defined]
    return known


def seat_at(request: HttpRequest) -> Seat:
    """The seat the person works in: the office he chose, else his first; without a seat there is nothing here."""
    held = seats(request)
    if not held:
        raise Http404
    chosen = request.session.get(CHOSEN)
    return next((seat for seat in held if seat.office.pk == chosen), held[0])
