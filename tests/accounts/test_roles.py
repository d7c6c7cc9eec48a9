"""Who may do what: by the roles of dated appointments in one office, and by nothing else."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.utils import timezone

from ngoaivu.accounts import roles
from ngoaivu.accounts.models import Appointment, User, appointments_of, may, reader_of
from ngoaivu.accounts.roles import ROLES
from ngoaivu.core.levels import Level
from tests.cast import Cast

MEMBERS = ["specialist", "head", "director", "editor", "administrator", "reporter"]
# What the office's own rules say, written without looking at the table of roles.
MAY = {
    "specialist": {"read", "register", "import", "export", "draft"},
    "head": {"read", "register", "import", "export", "draft", "edit", "approve"},
    "director": {"read", "export", "edit", "approve", "withdraw"},
    "editor": {"read", "draft", "edit"},
    "administrator": {"read", "appoint"},
    "reporter": {"report"},
}
ACTS = sorted(set().union(*MAY.values()))


def appoint(cast: Cast, user: User, role: str, first: date, last: date | None = None) -> Appointment:
    return Appointment.objects.create(user=user, office=cast.here, role=role, title_vi=role, title_en=role, valid_from=first, valid_to=last)


@pytest.mark.parametrize("member", MEMBERS)
def test_a_member_of_the_cast_may_do_exactly_what_his_role_says(cast: Cast, member: str) -> None:
    person = getattr(cast, member)
    assert {act for act in ACTS if may(person, act, cast.here)} == MAY[member]
    assert [act for act in ACTS if may(person, act, cast.there)] == []


def test_the_stranger_may_nothing_here(cast: Cast) -> None:
    assert [act for act in ACTS if may(cast.stranger, act, cast.here)] == []
    assert may(cast.stranger, "register", cast.there)
    assert reader_of(cast.stranger, cast.here) is None


def test_who_is_not_known_or_no_longer_active_may_nothing(cast: Cast) -> None:
    cast.director.is_active = False
    for nobody in (AnonymousUser(), None, "toan", cast.director):
        assert appointments_of(nobody) == []
        assert not may(nobody, "read", cast.here)
        assert reader_of(nobody, cast.here) is None


def test_a_superuser_without_an_appointment_may_nothing(cast: Cast) -> None:
    mighty = User.objects.create_superuser(username="root", password="demonstration")
    assert not may(mighty, "read", cast.here)
    assert reader_of(mighty, cast.here) is None


def test_nobody_who_drafts_alone_can_also_release() -> None:
    """A release needs a second person; whoever may withdraw one may not have drafted it."""
    assert not [slug for slug, role in ROLES.items() if {roles.DRAFT, roles.WITHDRAW} <= role.acts]
    assert {slug for slug, role in ROLES.items() if roles.APPOINT in role.acts} == {"administrator"}


def test_personal_rows_are_for_those_who_work_with_them() -> None:
    assert {slug for slug, role in ROLES.items() if Level.PERSONAL in role.levels} == {"specialist", "head", "director"}


@pytest.mark.parametrize(("first", "last", "held"), [(0, 0, True), (-9, 0, True), (0, None, True), (1, None, False), (-9, -1, False), (1, 9, False)])
def test_an_appointment_holds_from_its_first_to_its_last_day(cast: Cast, first: int, last: int | None, held: bool) -> None:
    today = timezone.localdate()
    ends = None if last is None else today + timedelta(days=last)
    appoint(cast, cast.stranger, "editor", today + timedelta(days=first), ends)
    assert may(cast.stranger, "edit", cast.here) is held
    assert (reader_of(cast.stranger, cast.here) is not None) is held


def test_an_appointment_that_ended_still_tells_who_signed_then(cast: Cast) -> None:
    left = appoint(cast, cast.stranger, "director", date(2016, 1, 1), date(2018, 12, 31))
    assert left in appointments_of(cast.stranger, date(2018, 12, 31))
    assert left not in appointments_of(cast.stranger, date(2019, 1, 1))
    assert left not in appointments_of(cast.stranger)


def test_two_roles_in_one_office_add_up(cast: Cast) -> None:
    appoint(cast, cast.administrator, "specialist", date(2020, 1, 1))
    assert {act for act in ACTS if may(cast.administrator, act, cast.here)} == MAY["administrator"] | MAY["specialist"]
    reader = reader_of(cast.administrator, cast.here)
    assert reader is not None
    assert reader.levels == frozenset(Level)
    assert reader.offices == {cast.here.pk}


def test_the_database_refuses_an_appointment_that_ends_before_it_begins(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        appoint(cast, cast.editor, "editor", date(2020, 2, 1), date(2020, 1, 31))


def test_a_person_is_named_in_the_log_by_key_and_name(cast: Cast) -> None:
    assert (cast.specialist.actor.key, cast.specialist.actor.name) == ("user:binh", "Lê Thanh Bình")
    assert User(username="moi").actor.name == "moi"


def test_people_stand_in_the_order_of_their_given_names() -> None:
    names = ["Lê Thanh Bình", "Nguyễn Văn Dũng", "Trần Đạt", "Phạm Thị Hà", "Lê Thị Hạ", "Võ Ngọc Sơn", "Đỗ Khánh Vy"]
    assert sorted(set(names), key=User.key_of_name) == names
    assert User.key_of_name("Nguyễn Thị An") < User.key_of_name("Trần Văn An")


def test_names_of_the_demonstration_stand_as_the_account_form_asks(cast: Cast) -> None:
    kept = User.objects.exclude(full_name="")
    assert kept.exists()
    assert all(one.first_name and one.last_name and f"{one.last_name} {one.first_name}" == one.full_name for one in kept)
