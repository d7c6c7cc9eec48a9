"""At one in the morning: whatever is dated for a reader bears the day of Viet Nam, not that of UTC, which is yesterday."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from ngoaivu.accounts.models import User
from ngoaivu.config.cli import main
from ngoaivu.core import changes
from ngoaivu.indicators import declared
from ngoaivu.portal.wording import day
from ngoaivu.publications import actions, publishing, sealing, series
from ngoaivu.publications.editions import Release
from tests.cast import Cast
from tests.publications.conftest import Pages, delegation

NIGHT = datetime(2026, 11, 29, 18, 0, tzinfo=UTC)


@pytest.fixture
def night(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NIGHT)


@pytest.fixture
def released(night: None, cast: Cast, report: Pages) -> Release:
    return actions.approve(actions.submit(report, by=cast.specialist), by=cast.head)


def test_an_edition_says_on_which_day_the_registry_was_read(released: Release) -> None:
    content = released.edition.content
    assert day(content["position"]["at"], "vi") == "30/11/2026"
    assert content["extra"]["release"]["date"] == "2026-11-30"


def test_a_series_is_dated_by_the_day_of_its_position(night: None, cast: Cast) -> None:
    delegation(cast, "Đoàn Khăm Muộn", 9)
    content = series.compose(declared.find("delegations.inbound.missions"), cast.here, ("2019", "2019"))
    assert content is not None and content["date"] == "2026-11-30"


def test_a_withdrawn_release_names_the_day(released: Release) -> None:
    publishing.withdraw(released.edition, by="Trần Văn Toàn", why="Nhầm")
    with pytest.raises(publishing.Refused, match="30/11/2026"):
        publishing.withdraw(released.edition, by="Trần Văn Toàn", why="Nhầm")


def test_the_command_line_lists_it_by_the_same_day(released: Release, capsys: pytest.CaptureFixture[str]) -> None:
    main(["release", "list", "--json"])
    assert [one["date"] for one in json.loads(capsys.readouterr().out)] == ["2026-11-30"]


def test_undoing_names_the_day_the_history_names(night: None, cast: Cast, as_: Callable[[User], Client]) -> None:
    row = delegation(cast, "Đoàn Khăm Muộn", 9)
    for address in ("delegations:undoing", "delegations:record"):
        page = as_(cast.specialist).get(reverse(address, args=[row.pk])).content.decode()
        assert "30/11/2026" in page and "29/11/2026" not in page


def test_a_preview_shows_the_day_of_the_reader(night: None, cast: Cast, report: Pages) -> None:
    told: Any = sealing.compose(report, changes.latest(), draft=True)
    with translation.override("vi"):
        assert day(told["position"]["at"], "vi") == "30/11/2026"
