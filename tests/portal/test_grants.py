"""The role of the public process on PostgreSQL: every public page works with it, and the registry is closed to it by the database itself."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.test import Client
from django.utils import timezone

from ngoaivu.config.cli.grants import statements
from ngoaivu.portal import guard
from ngoaivu.portal.models import Visits
from ngoaivu.publications.editions import Edition
from ngoaivu.registry.delegations.models import Delegation
from tests.audit.pages import PAGES

ROLE = "ngoaivu_test_portal"


@pytest.fixture
def narrow(portal: dict[str, Edition]) -> Iterator[None]:
    """The connection in the role; role and grants go with the transaction of the test."""
    with connection.cursor() as cursor:
        for statement in statements(ROLE):
            cursor.execute(statement)
        cursor.execute(f"SET LOCAL ROLE {ROLE}")
        yield
        cursor.execute("RESET ROLE")


@pytest.mark.postgres
def test_every_public_page_works_with_the_narrow_role(narrow: None, client: Client) -> None:
    refused = [address for places in PAGES.values() for address in places if client.get(address).status_code >= 500]
    assert refused == []
    Visits.objects.update_or_create(portal="", day=timezone.localdate(), process="p", defaults={"visits": 1, "online": 1, "seen_at": timezone.now()})


@pytest.mark.postgres
def test_every_other_table_is_refused_by_the_database(narrow: None) -> None:
    open_to_it = set()
    for table in sorted(connection.introspection.table_names()):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f'SELECT 1 FROM "{table}" LIMIT 1')
        except ProgrammingError as refusal:
            assert "permission denied" in str(refusal)  # noqa: PT017
            continue
        open_to_it.add(table)
    assert open_to_it == guard.ALLOWED | {Visits._meta.db_table}
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Delegation.objects.first()
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Edition.objects.update(current=False)


def test_the_grants_name_what_the_guard_lets_through() -> None:
    named = statements(ROLE)[-2].partition(" ON ")[2].partition(" TO ")[0].split(", ")
    assert set(named) == guard.ALLOWED
    assert all(model._meta.db_table.startswith(guard.OWN) for model in apps.get_app_config("portal").get_models())
