"""The search of indicators and of documents, and the words of one figure."""

import json
from typing import Any

import pytest

from ngoaivu.core.levels import Level
from ngoaivu.documents.actions import file_document, withdraw
from ngoaivu.documents.models import SourceDocument
from tests.cast import Cast
from tests.publications.conftest import TERM, delegation
from tests.publications.marked import MISSIONS, PEOPLE
from tests.publications.panel.conftest import Browser


def found(browser: Browser, door: str = "search", **asked: str) -> list[dict[str, Any]]:
    answer = browser.get(door, **asked)
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)["found"]  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    "asked", ["đoàn vào", "doan vao", "ĐOÀN VÀO", "inbound delegations", "delegations.inbound.missions", "đoàn khách nước ngoài", "  doan   vao "]
)
def test_an_indicator_is_found_by_name_alias_or_code_however_it_is_typed(browser_at_report: Browser, asked: str) -> None:
    first = found(browser_at_report, q=asked)[0]
    assert first["code"] == "delegations.inbound.missions"
    assert (first["text"], first["kind"], first["unit"]) == ("3 đoàn", "flow", "delegation")
    assert first["settings"] == MISSIONS
    assert first["token"] == "{fig delegations.inbound.missions territory=noi-nay period=term:2015-2020}"
    assert first["name"] == "Inbound foreign delegations" and first["definition"] and "2015" in first["when"]


def test_words_that_no_indicator_holds_together_find_the_nearest(browser_at_report: Browser) -> None:
    codes = [one["code"] for one in found(browser_at_report, q="hơn 800 đoàn khách nước ngoài thân thiết")]
    assert "delegations.inbound.missions" in codes
    assert found(browser_at_report, q="zzz qqq") == []


def test_without_words_the_first_are_shown(browser_at_report: Browser) -> None:
    shown = found(browser_at_report)
    assert 5 < len(shown) <= 20
    assert [one["code"] for one in shown] == sorted(one["code"] for one in shown)


def test_time_and_breakdown_are_those_asked_for(cast: Cast, browser_at_report: Browser) -> None:
    delegation(cast, "Đoàn đến sau", 191)
    for asked, text in (({"period": "year:2019"}, "4 đoàn"), ({"period": "year:2018"}, "0 đoàn"), ({"by": "country:la"}, "4 đoàn")):
        first = found(browser_at_report, q="đoàn vào", **asked)[0]
        assert first["text"] == text
        assert asked.items() <= first["settings"].items()
    [laos] = found(browser_at_report, q="đoàn vào")[0]["members"]["country"]
    assert laos == {"key": "la", "name": "Laos"}


def test_a_stock_is_asked_at_the_end_of_the_texts_period(browser_at_report: Browser) -> None:
    stock = found(browser_at_report, q="agreements.in_force")[0]
    assert stock["kind"] == "stock"
    assert stock["settings"]["on"] == "2020-12-31" and "period" not in stock["settings"]


def test_an_indicator_without_a_value_says_why(browser_at_report: Browser) -> None:
    first = found(browser_at_report, q="exports.turnover")[0]
    assert (first["text"], first["token"]) == ("", "")
    assert "Export turnover" in first["error"]


def test_a_time_that_is_none_is_told_at_each_indicator(browser_at_report: Browser) -> None:
    first = found(browser_at_report, q="đoàn vào", period="sometime")[0]
    assert "“sometime” is no period" in first["error"]
    assert browser_at_report.get("search", q="đoàn vào", by="country").status_code == 422


def test_a_figure_is_written_as_its_settings_say(browser_at_report: Browser) -> None:
    told = json.loads(browser_at_report.get("write", fact=PEOPLE["fact"], period=TERM, round="100", noun="no").content)
    assert (told["text"], told["value"]) == ("hơn 800", "809")
    assert told["settings"] == PEOPLE | {"round": "100", "noun": "no"}
    assert told["token"].startswith("{fig delegations.inbound.people ") and "2015" in told["when"]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"fact": "no.such", "period": TERM}, "No indicator has the code “no.such”"),
        ({"fact": PEOPLE["fact"]}, "needs a period"),
        ({"fact": PEOPLE["fact"], "period": TERM, "scale": "dozen"}, "“dozen” is no scale"),
        ({"fact": PEOPLE["fact"], "period": TERM, "by": "continent:asia"}, "is not broken down by continent"),
        ({"fact": PEOPLE["fact"], "period": TERM, "territory": "noi-khac"}, "noi-khac"),
        ({}, "must name its indicator"),
    ],
)
def test_what_cannot_be_written_is_told(browser_at_report: Browser, asked: dict[str, str], says: str) -> None:
    answer = browser_at_report.get("write", **asked)
    assert answer.status_code == 422
    assert says in json.loads(answer.content)["error"]


def test_documents_that_may_be_cited_are_found_without_diacritics(cast: Cast, browser_at_report: Browser) -> None:
    def keep(title: str, **columns: Any) -> SourceDocument:
        told = {"office": cast.here, "kind": "report", "issuer_vi": "Cục Thống kê", "title_vi": title, "level": Level.PUBLIC} | columns
        row = SourceDocument(**told)
        row.clean()
        return file_document(row, by=cast.specialist.actor)

    public = keep("Niên giám thống kê", numbers="12/BC-CTK", issued_words="tháng 6/2020")
    keep("Niên giám mật độ", level=Level.INTERNAL)
    keep("Niên giám nơi kia", office=cast.there)
    withdraw(keep("Niên giám đã rút"), by=cast.specialist.actor, why="trùng")
    assert found(browser_at_report, "documents", q="nien giam") == [
        {"document": str(public.pk), "title": "12/BC-CTK: Niên giám thống kê", "when": "tháng 6/2020"}
    ]
    assert found(browser_at_report, "documents", q="niên giám đoàn") == []
    assert [one["document"] for one in found(browser_at_report, "documents")] == [str(public.pk)]
