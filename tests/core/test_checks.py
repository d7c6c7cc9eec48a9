"""The house rules as system checks: nothing in the house breaks one, and each notices what does."""

from typing import Any

import pytest
from django.conf import settings
from django.core.checks import run_checks
from django.db import models
from django.test.utils import isolate_apps

from ngoaivu.core import checks
from ngoaivu.core.history import Record, known
from ngoaivu.core.windows import Window, dimension, money
from ngoaivu.registry.aid.models import Volunteer

pytestmark = pytest.mark.usefixtures("in_english")


def planted(doc: str = "Planted «cài vào»: a type that breaks a rule.", **columns: Any) -> type[Record]:
    """A record type in the room of partners, known to nobody else."""
    meta = type("Meta", (), {"app_label": "partners"})
    return type("Planted", (Record,), {"__module__": "ngoaivu.registry.partners.models", "__doc__": doc, "Meta": meta, **columns})


def window(**columns: Any) -> Window:
    return Window("planted", Volunteer, "cài vào", "planted", columns, lambda revision: known(Volunteer, revision))


def told(messages: Any) -> list[str]:
    return [message.id for message in messages]


def test_the_house_keeps_its_rules() -> None:
    assert told(message for message in run_checks() if message.id.startswith("ngoaivu.")) == []


@isolate_apps("ngoaivu.registry.partners")
def test_a_record_without_versions_is_noticed() -> None:
    assert told(checks.unversioned([planted()])) == ["ngoaivu.E001"]


@isolate_apps("ngoaivu.registry.partners")
def test_a_record_with_the_versions_of_its_parent_is_noticed() -> None:
    assert told(checks.unversioned([planted(Version=Volunteer.Version)])) == ["ngoaivu.E001"]


@isolate_apps("ngoaivu.registry.partners")
def test_a_personal_column_that_is_searched_is_noticed() -> None:
    bad = planted(name=models.CharField(max_length=20), personal=("name",), searched=("name",))
    assert told(checks.misused_personal([bad])) == ["ngoaivu.E003"]


@isolate_apps("ngoaivu.registry.partners")
def test_a_personal_column_that_cannot_be_blanked_is_noticed() -> None:
    bad = planted(born=models.DateField(), personal=("born", "nowhere"))
    assert told(checks.misused_personal([bad])) == ["ngoaivu.E002", "ngoaivu.E002"]


@isolate_apps("ngoaivu.registry.partners")
def test_a_type_without_names_is_noticed() -> None:
    assert told(checks.unnamed([planted()])) == ["ngoaivu.E004"]
    assert told(checks.unnamed([Volunteer, Volunteer.Version])) == []


@isolate_apps("ngoaivu.registry.partners")
def test_a_type_without_a_vietnamese_term_is_noticed() -> None:
    assert told(checks.untermed([planted(doc="A type.\n\n«đoàn» comes too late.")])) == ["ngoaivu.E005"]


@pytest.mark.parametrize(
    "bad",
    [
        window(name=dimension("person_name", "tên", "name")),
        window(amount=money("amount", "số tiền", "amount", currency="nowhere")),
        window(amount=money("amount", "số tiền", "amount", currency="amount")),
    ],
    ids=["personal", "no currency", "currency no dimension"],
)
def test_a_faulty_window_is_noticed(bad: Window) -> None:
    assert told(checks.faulty([bad])) == ["ngoaivu.E006"]


@pytest.mark.parametrize(
    ("hosts", "debug", "key", "warned"),
    [
        (["ngoaivu.example.vn"], False, settings.SECRET_KEY, True),
        (["*"], False, settings.SECRET_KEY, True),
        (["ngoaivu.example.vn"], True, settings.SECRET_KEY, False),
        (["ngoaivu.example.vn"], False, "x" * 50, False),
        (["127.0.0.1", "localhost", "[::1]"], False, settings.SECRET_KEY, False),
    ],
)
def test_the_demonstrations_key_is_no_key_for_a_public_host(hosts: list[str], debug: bool, key: str, warned: bool, settings: Any) -> None:
    settings.ALLOWED_HOSTS, settings.DEBUG, settings.SECRET_KEY = hosts, debug, key
    assert bool(checks.secret_key(None)) == warned
