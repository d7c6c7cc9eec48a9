"""Tiền Giang, loaded, drafted and released once for the whole module: nothing here is changed by a test."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from ngoaivu.accounts.models import Office, User
from ngoaivu.core import changes
from ngoaivu.demonstration.article.load import load
from ngoaivu.demonstration.article.reading import FOLDER
from ngoaivu.demonstration.article.trace import held
from ngoaivu.demonstration.publishing import tracing
from ngoaivu.demonstration.publishing.offices import ARTICLE_READ_ON, TERM
from ngoaivu.publications import drafting, outlines, sealing
from ngoaivu.publications.drafting import Own


@dataclass(frozen=True)
class Told:
    """The office, its report's pages and content, the trace, and what holds each row of the expected table."""

    office: Office
    pages: dict[str, Any]
    report: Any
    trace: Any
    held: dict[str, list[str]]


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[Told]:
    from tests import databases

    with django_db_blocker.unblock(), databases.cloned():
        office = load()
        inserts = tomllib.loads((FOLDER / "term_text.toml").read_text("utf-8"))["insert"]
        by = User.objects.get(username="vidu")
        pages: Any = drafting.draft_report(outlines.load("term"), office, TERM, by=by, own=Own(ARTICLE_READ_ON, inserts))
        yield Told(office, pages, sealing.compose(pages, changes.latest()), tracing.compose(office), held(office))
