"""What tests of the desk share: a logged-in client for each member of the cast, and countries."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from ngoaivu.accounts.models import Office, User
from ngoaivu.core.models import Territory
from ngoaivu.documents.actions import file_document
from ngoaivu.documents.models import SourceDocument
from tests.cast import Cast

PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
As = Callable[[User], Client]


@pytest.fixture(autouse=True)
def own_files(settings: Settings, tmp_path: Path) -> None:
    """Files of a test stay in its own folder; style sheets are served as they are."""
    settings.MEDIA_ROOT = tmp_path
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": PLAIN}}


@pytest.fixture
def as_(cast: Cast) -> As:
    """A client logged in as somebody of the cast."""

    def client(user: User) -> Client:
        made = Client()
        made.force_login(user)
        return made

    return client


def confirmed(client: Client, address: str, why: str, *, follow: bool = False) -> Any:
    """The answer to a screen that asks for a reason: what it shows is sent back with one."""
    form = client.get(address).context["form"]
    return client.post(address, {field.html_name: field.value() for field in form.hidden_fields()} | {"why": why}, follow=follow)


PAPER = "12/CV: Công văn thử"


def paper_of(cast: Cast, office: Office | None = None) -> SourceDocument:
    """The paper a record of a test rests on; a form names it as `PAPER`."""
    told = SourceDocument(office=office or cast.here, kind="letter", numbers="12/CV", title_vi="Công văn thử", issuer_vi="Văn phòng")
    return file_document(told, by=cast.specialist.actor)


@pytest.fixture
def laos(cast: Cast) -> Territory:
    """A country."""
    return Territory.objects.get(kind="country", name_vi="Lào")


@pytest.fixture
def australia(cast: Cast) -> Territory:
    """Another country."""
    return Territory.objects.get(kind="country", name_vi="Úc")
