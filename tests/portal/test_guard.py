"""The guard: a public page reads editions and visits only, whoever wrote the view."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path

from ngoaivu.accounts.models import User
from ngoaivu.portal import guard
from ngoaivu.portal.guard import TableRefused
from ngoaivu.publications.editions import Edition
from ngoaivu.registry.delegations.models import Delegation
from tests.audit.pages import PAGES


def leaky(_request: HttpRequest) -> HttpResponse:
    """A public view that counts delegations, planted."""
    return HttpResponse(str(Delegation.objects.count()))


def curious(request: HttpRequest) -> HttpResponse:
    """A public view that asks who is logged in, planted."""
    return HttpResponse(str(getattr(request.user, "full_name", "nobody")))


urlpatterns = [
    path("vi/ro-ri/", leaky),
    path("vi/to-mo/", curious),
    path("lam-viec/dem/", leaky),
    path("", include("ngoaivu.portal.urls")),
]


@pytest.fixture
def planted() -> Iterator[None]:
    with override_settings(ROOT_URLCONF=__name__):
        yield


@pytest.mark.usefixtures("planted", "portal")
def test_a_registry_query_in_a_public_view_is_refused(client: Client) -> None:
    with pytest.raises(TableRefused, match="delegations_delegation"):
        client.get("/vi/ro-ri/")
    assert client.get("/lam-viec/dem/").content == b"0"


@pytest.mark.usefixtures("planted", "portal")
def test_a_reader_with_a_session_stays_nobody(client: Client) -> None:
    client.force_login(User.objects.create_user(username="vy", full_name="Đỗ Khánh Vy", sort_key="x"))
    with pytest.raises(TableRefused, match="session"):
        client.get("/vi/to-mo/")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM delegations_delegation",
        'SELECT 1 FROM "delegations_delegation"',
        'SELECT 1 FROM public."delegations_delegation"',
        "SELECT 1 FROM publications_edition, delegations_delegation",
        "SELECT 1 FROM publications_edition AS e JOIN delegations_delegation d ON d.id = e.id",
        "SELECT (SELECT count(*) FROM delegations_delegation) FROM publications_edition",
        "WITH publications_edition AS (SELECT * FROM delegations_delegation) SELECT * FROM publications_edition",
        "SELECT 1 /* FROM publications_edition */ FROM delegations_delegation",
        "SELECT 1 FROM publications_edition UNION SELECT 1 FROM auth_group",
        "SELECT * FROM sqlite_master",
        "SELECT * FROM pg_catalog.pg_tables",
        "SELECT 1 FROM publications_edition; SELECT 1 FROM publications_edition",
        "UPDATE publications_edition SET text = ''",
        "DELETE FROM portal_visits",
        "INSERT INTO portal_visits SELECT * FROM portal_visits",
        "PRAGMA table_info(publications_edition)",
        "VACUUM",
    ],
)
def test_refused(sql: str) -> None:
    with pytest.raises(TableRefused):
        guard.judge(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 1 FROM publications_edition",
        'SELECT "publications_edition"."id" FROM "publications_edition" INNER JOIN "publications_editiontext" ON (1 = 1)',
        "SELECT 'FROM delegations_delegation' FROM publications_release",
        "SELECT count(*) FROM (SELECT DISTINCT kind FROM publications_edition) subquery",
        "WITH one AS (SELECT * FROM portal_visits), two AS (SELECT * FROM one) SELECT * FROM two",
        'SELECT EXTRACT(YEAR FROM "portal_visits"."day") FROM "portal_visits"',
        'SAVEPOINT "s1"',
    ],
)
def test_let_through(sql: str) -> None:
    guard.judge(sql)


def test_a_let_through_statement_runs_and_a_refused_one_does_not(portal: dict[str, Edition]) -> None:
    with guard.on_duty(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM publications_edition")
        assert cursor.fetchone()[0] == len(portal)
        with pytest.raises(TableRefused):
            cursor.execute("SELECT count(*) FROM accounts_user")


@pytest.mark.usefixtures("portal")
def test_public_pages_set_no_cookie_and_take_no_form(client: Client) -> None:
    for places in PAGES.values():
        answer = client.get(places[0])
        assert not answer.cookies
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert client.post(places[0]).status_code == 405
