"""The portal's tests stand on one small world and a counter that has seen nobody."""

import pytest
from django.conf import LazySettings

from ngoaivu.portal import visits
from ngoaivu.publications.editions import Edition
from tests.portal import world


@pytest.fixture(autouse=True)
def plain_static(settings: LazySettings) -> None:
    """Static files by their own names: no manifest is built for a test."""
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


@pytest.fixture(autouse=True)
def nobody_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """A counter that has seen nobody."""
    monkeypatch.setattr(visits, "COUNTER", visits.Counter())


@pytest.fixture
def portal(db: None) -> dict[str, Edition]:
    """Every kind of edition, published."""
    return world.build()
