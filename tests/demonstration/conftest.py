"""Tiền Giang published once a module, and static files by their own names."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from ngoaivu.accounts.models import Office
from ngoaivu.demonstration.article.load import load
from ngoaivu.demonstration.publishing.offices import tien_giang


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[Office]:
    """Tiền Giang with everything it publishes."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = load()
        tien_giang(made, None, lambda _line: None)
        yield made
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def plain_static(settings: Any) -> None:
    """Static files by their own names: no manifest is built for a test."""
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
