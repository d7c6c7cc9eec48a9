"""Seats: what appointments open, and that nothing else does."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from ngoaivu.accounts.models import Appointment, User
from ngoaivu.accounts.roles import APPROVE, EXPORT, READ, REGISTER
from ngoaivu.accounts.seats import seats_of
from ngoaivu.core.levels import Level
from ngoaivu.documents.actions import keep
from ngoaivu.registry.partners.models import Partner
from tests.cast import Cast

ACCESS = "wagtailadmin.access_admin"


def test_each_role_opens_the_desk_except_the_reporter(cast: Cast) -> None:
    opened = {user.username for user in User.objects.all() if user.has_perm(ACCESS)}
    assert opened == {user.username for user in User.objects.all()} - {cast.reporter.username}


@pytest.mark.parametrize(("first", "last", "open_"), [(-9, None, True), (-9, 0, True), (0, None, True), (-9, -1, False), (1, None, False)])
def test_an_appointment_opens_the_desk_on_its_days(cast: Cast, first: int, last: int | None, *, open_: bool) -> None:
    today = timezone.localdate()
    days = {"valid_from": today + timedelta(first), "valid_to": None if last is None else today + timedelta(last)}
    Appointment.objects.filter(user=cast.specialist).update(**days)
    assert cast.specialist.has_perm(ACCESS) is open_
    assert bool(seats_of(cast.specialist)) is open_


def test_two_roles_in_one_office_are_one_seat_with_both_their_acts(cast: Cast) -> None:
    Appointment.objects.create(user=cast.editor, office=cast.here, role="specialist", title_vi="x", title_en="x", valid_from=date(2015, 1, 1))
    seat, *others = seats_of(cast.editor)
    assert not others
    assert (seat.may(REGISTER), seat.may(EXPORT), seat.may(APPROVE), seat.may(READ)) == (True, True, False, True)
    assert seat.reads_personal


def test_an_inactive_person_has_no_seat(cast: Cast) -> None:
    cast.specialist.is_active = False
    assert seats_of(cast.specialist) == []


@pytest.mark.parametrize("level", Level.values)
@pytest.mark.parametrize("who", ["specialist", "editor", "stranger"])
@pytest.mark.parametrize("embargo", [date(2020, 1, 1), date(2099, 1, 1)])
def test_a_loaded_row_is_seen_exactly_when_the_query_finds_it(cast: Cast, level: str, who: str, embargo: date) -> None:
    row = Partner(office=cast.here, territory=cast.here.territory, country=cast.here.territory, kind="ngo", title_vi="x", level=level)
    row.embargo_until = embargo
    keep(row, by=cast.specialist.actor)
    seat = seats_of(getattr(cast, who))[0]
    assert seat.sees(row) is Partner.objects.filter(seat.visible()).exists()
