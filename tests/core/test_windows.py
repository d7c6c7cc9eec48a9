"""Windows: every one gives its standing columns from rows and from versions alike, and nothing personal."""

from dataclasses import replace

import pytest

from ngoaivu.core import changes, windows
from ngoaivu.core.history import Record
from ngoaivu.core.windows import STANDING, Use, Window
from ngoaivu.documents.actions import keep, withdraw
from ngoaivu.registry.aid.models import Volunteer
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("in_english")

ROOMS = {"delegations", "country_visits", "partners", "relationships", "events", "aid_items", "volunteers"}
every = pytest.mark.parametrize("window", windows.registered(), ids=lambda window: window.name)


def test_the_rooms_offer_their_windows() -> None:
    assert {window.name for window in windows.registered()} >= ROOMS


@every
@pytest.mark.django_db
def test_rows_now_and_rows_then_have_the_same_columns(window: Window) -> None:
    columns = [*STANDING, *(column.path for column in window.columns.values())]
    for revision in (None, 0):
        assert list(window.rows(revision).values(*columns)) == []


@every
def test_a_window_names_its_columns_in_both_languages(window: Window) -> None:
    assert [name for name, column in window.columns.items() if not (column.label_vi and column.label_en)] == []
    assert window.label_vi
    assert window.label_en


@every
def test_nothing_personal_is_offered(window: Window) -> None:
    personal = set(window.model.personal)
    assert not personal & {column.path for column in window.columns.values()}
    for name in personal:
        leaky = replace(window, columns={**window.columns, "leak": windows.dimension(name, "rò", "leak")})
        with pytest.raises(ValueError, match="personal column"):
            leaky.check()


def test_the_test_of_personal_columns_has_something_to_find() -> None:
    assert [window.name for window in windows.registered() if window.model.personal]


def test_a_name_is_taken_once() -> None:
    taken = windows.get("volunteers")
    assert windows.register(taken) is taken
    with pytest.raises(ValueError, match="registered twice"):
        windows.register(replace(taken, label_en="others"))


def test_an_unknown_window_is_answered_with_the_known_ones() -> None:
    with pytest.raises(LookupError, match=r"No window is called delegation\. Registered: .*delegations"):
        windows.get("delegation")


def test_a_record_type_without_standing_columns_is_refused() -> None:
    bare = type("Bare", (Record,), {"__module__": "ngoaivu.core.models", "Meta": type("Meta", (), {"abstract": True, "app_label": "core"})})
    with pytest.raises(ValueError, match="have no territory"):
        Window("bare", bare, "", "", {}, lambda revision: Volunteer.objects.all()).check()


def test_money_must_name_a_currency_that_is_a_dimension() -> None:
    item = windows.get("aid_items")
    assert item.columns["committed"].use is Use.MONEY
    with pytest.raises(ValueError, match="names no currency column"):
        replace(item, columns={**item.columns, "currency": windows.flag("currency", "", "")}).check()


def test_a_window_shows_a_row_from_its_revision_to_its_withdrawal(cast: Cast) -> None:
    before = changes.latest()
    row = keep(Volunteer(office=cast.here, territory=cast.here.territory, title_vi="Tình nguyện viên"), by=cast.specialist.actor)
    kept = changes.latest()
    withdraw(row, by=cast.head.actor, why="registered twice")
    volunteers = windows.get("volunteers").rows
    assert [list(volunteers(at).values_list("identity", "revision")) for at in (before, kept, None)] == [[], [(row.pk, kept)], []]
