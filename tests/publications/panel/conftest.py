"""What the tests of the panel share: a specialist at the report, asking as his browser does."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from ngoaivu.accounts.models import User
from ngoaivu.publications.pages import AuthoredPage
from tests.cast import Cast
from tests.publications.conftest import Pages

Ask = Callable[..., Any]


class Browser:
    """A browser with a page open: asks the panel's doors and takes their answers."""

    def __init__(self, client: Client, page: AuthoredPage) -> None:
        self.client, self.page = client, page

    def post(self, door: str, told: Mapping[str, Any]) -> HttpResponse:
        body = json.dumps({"page": self.page.pk} | dict(told))
        return self.client.post(reverse(f"publications:panel_{door}"), body, content_type="application/json")  # type: ignore[return-value]

    def get(self, door: str, **told: str) -> HttpResponse:
        return self.client.get(reverse(f"publications:panel_{door}"), {"page": str(self.page.pk)} | told)  # type: ignore[return-value]

    def read(self, *lines: Mapping[str, Any]) -> dict[str, Any]:
        return self._told("read", lines)

    def advised(self, *lines: Mapping[str, Any]) -> list[dict[str, Any]]:
        return self._told("advise", lines)["advice"]  # type: ignore[no-any-return]

    def _told(self, door: str, lines: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        answer = self.post(door, {"lines": [{"place": f"body/{number}/0"} | dict(line) for number, line in enumerate(lines)]})
        assert answer.status_code == 200, answer.content
        return json.loads(answer.content)  # type: ignore[no-any-return]


@pytest.fixture
def at(as_: Callable[[User], Client]) -> Callable[[User, AuthoredPage], Browser]:
    """A browser of somebody with a page open."""
    return lambda user, page: Browser(as_(user), page)


@pytest.fixture
def browser_at_report(cast: Cast, report: Pages, at: Callable[[User, AuthoredPage], Browser]) -> Browser:
    """The specialist at the Vietnamese report."""
    return at(cast.specialist, report["vi"])
