"""The tests' world: a clone of one migrated database for each worker, the cast, no address but this machine's own."""

import gettext
import os
import shutil
import socket
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ngoaivu.config.settings")

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from pytest_django import DjangoDbBlocker

    from tests.cast import Cast

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

# A busy machine is no defect of the code: no deadline for one example.
hypothesis.settings.register_profile("house", deadline=None, max_examples=60)
hypothesis.settings.load_profile("house")


def pytest_configure() -> None:
    """Compile the catalogues and spare the tests what only a server needs."""
    from django.conf import settings
    from django.utils.translation import trans_real

    from ngoaivu.config.catalogue import build_catalogues

    if build_catalogues():
        # Django read the older ones, or none, before.
        gettext._translations.clear()  # type: ignore[attr-defined]
        trans_real._translations.clear()
        trans_real._default = None
    # A password costs a third of a second on purpose, and the cast has seven.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """One Chromium for all journeys of a worker: Playwright lets a thread start only one."""
    from playwright.sync_api import expect, sync_playwright

    # Two workers on two cores: a page is slow then, and no worse.
    expect.set_options(timeout=20_000)
    with sync_playwright() as play, pytest.MonkeyPatch.context() as patch:
        # Playwright's event loop stays in this thread until the session ends, and Django would refuse the database to every test after it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: "DjangoDbBlocker") -> Iterator[None]:
    """Clone the migrated template instead of migrating once per worker."""
    from tests import databases

    with django_db_blocker.unblock():
        clone = databases.cloned()
        clone.__enter__()
    yield
    with django_db_blocker.unblock():
        clone.__exit__(None, None, None)


@pytest.fixture
def own_database(django_db_setup: None, django_db_blocker: "DjangoDbBlocker") -> Iterator[str]:
    """A database of its own for a test that really commits: threads, processes, a live server. Gives its address."""
    from tests import databases

    with django_db_blocker.unblock(), databases.cloned():
        yield databases.address()


@pytest.fixture
def cast(db: None) -> "Cast":
    """Everybody, and the two offices."""
    from tests.cast import assemble

    return assemble()


@pytest.fixture
def in_english() -> Iterator[None]:
    """Sentences as the code has them, for tests that read one."""
    from django.utils import translation

    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _files_of_its_own(tmp_path: Path, settings: Any) -> None:
    """Uploads of one test are nobody else's."""
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    """What one test left in the cache is not found by the next."""
    yield
    from django.core.cache import cache

    cache.clear()


@pytest.fixture(scope="session", autouse=True)
def _this_machine_only() -> Iterator[None]:
    """Refuse every connection that leaves the machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, where: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_loopback(where[0]):
            raise RuntimeError(f"A test tried to reach {where[0]}: tests speak to this machine only.")
        connect(self, where)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


def _is_loopback(host: str) -> bool:
    return host == "localhost" or ((host.replace(".", "").isdigit() or ":" in host) and ip_address(host).is_loopback)
