"""A small office with a few delegations, and a report of three sentences that speaks of them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from ngoaivu.accounts.models import User
from ngoaivu.core.levels import Level
from ngoaivu.documents.actions import keep
from ngoaivu.publications import drafting
from ngoaivu.publications.outlines import Outline, Paragraph, Section, Sentence
from ngoaivu.publications.pages import AuthoredPage
from ngoaivu.registry.delegations.models import Delegation
from tests.cast import Cast, territory

TERM = "term:2015-2020"
Pages = dict[str, AuthoredPage]


def sentence(vi: str, en: str, **flags: Any) -> Sentence:
    return Sentence(flags.pop("key", ""), {"vi": vi, "en": en}, **flags)


def outline(*sentences: Sentence) -> Outline:
    """A report with one section of these sentences."""
    title = {"vi": "Báo cáo của {report territory}, nhiệm kỳ {report term}", "en": "Report of {report territory}, term {report term}"}
    section = Section("doan", {"vi": "Đoàn vào", "en": "Delegations"}, tuple(Paragraph((one,)) for one in sentences))
    return Outline("term", "term", title, {"vi": "Tóm tắt.", "en": "In short."}, (section,))


def people(round_to: int = 100) -> Sentence:
    token = f"{{fig delegations.inbound.people period=term round={round_to}}}"
    return sentence(f"Tỉnh đón {token}.", f"The province received {token}.", key="luot")


def missions() -> Sentence:
    token = "{fig delegations.inbound.missions period=term}"
    return sentence(f"Có {token} đến.", f"There came {token}.", key="doan")


def delegation(cast: Cast, title: str, persons: int, day: date = date(2019, 6, 1), **columns: Any) -> Delegation:
    """A public inbound mission, registered by the specialist."""
    told: dict[str, Any] = {"direction": "inbound", "state": "held", "level": Level.PUBLIC, "title_vi": title, "title_en": title}
    told |= {"persons": persons, **columns}
    told.setdefault("country", territory("la", "Lào", "Laos", kind="country"))
    row = Delegation(office=cast.here, territory=cast.here.territory, **told)
    row.start_earliest = row.start_latest = day
    return keep(row, by=cast.specialist.actor)


def words_of(page: AuthoredPage) -> str:
    """What a reader of the page's blocks reads, marks left out."""
    from ngoaivu.publications import richtext

    lines = [page.title]
    for block in page.body.get_prep_value():
        told = richtext.blocks(block["value"]) if block["type"] == "paragraph" else [{"runs": [{"text": block["value"]}]}]
        lines += ["".join(run["text"] for run in part["runs"]) for part in told]
    return "\n".join(lines)


def typed_into(page: AuthoredPage, **columns: Any) -> AuthoredPage:
    """The page after an officer typed something, saved as he would."""
    for name, value in columns.items():
        setattr(page, name, value)
    page.save_revision()
    return page


@pytest.fixture(autouse=True)
def english() -> Any:
    """Sentences as the code has them."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def plain_static(settings: Any) -> None:
    """Static files by their own names: no manifest is built for a test."""
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


@pytest.fixture
def rows(cast: Cast) -> list[Delegation]:
    """Three missions with 809 people."""
    return [delegation(cast, "Đoàn Viêng Chăn", 700), delegation(cast, "Đoàn Luông Pha Băng", 100), delegation(cast, "Đoàn Khăm Muộn", 9)]


@pytest.fixture
def report(cast: Cast, rows: list[Delegation]) -> Pages:
    """The report drafted by the specialist."""
    return dict(drafting.draft_report(outline(people(), missions()), cast.here, TERM, by=cast.specialist))


@pytest.fixture
def again(cast: Cast) -> Callable[[Mapping[str, AuthoredPage]], Pages]:
    """The newest revision of a text, read anew."""
    return lambda pages: drafting.latest(cast.here, next(iter(pages.values())).key)


@pytest.fixture
def as_(cast: Cast) -> Callable[[User], Client]:
    """A client logged in as somebody of the cast."""

    def client(user: User) -> Client:
        made = Client()
        made.force_login(user)
        return made

    return client
