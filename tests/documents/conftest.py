"""What tests of documents share: files of their own, and the specialist at the desk."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from tests.cast import Cast


@pytest.fixture(autouse=True)
def own_files(settings: Settings, tmp_path: Path) -> None:
    """Files of a test stay in its own folder; style sheets are served as they are."""
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


@pytest.fixture
def binh(cast: Cast) -> Client:
    """The specialist, logged in."""
    client = Client()
    client.force_login(cast.specialist)
    return client
