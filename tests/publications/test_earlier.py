"""Saved drafts: every one is listed with who saved it, read as it was, and taken up again in the editor; another office's are not there."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ngoaivu.publications import about_office, actions, publishing
from tests.cast import Cast
from tests.publications.conftest import Pages, typed_into
from tests.publications.test_editor import As


def listed(client: Client, key: str) -> str:
    return client.get(reverse("publications:drafts", args=[key, "en"])).content.decode()


def test_saved_drafts_are_listed_newest_first_and_read_as_they_were(cast: Cast, report: Pages, as_: As) -> None:
    publishing.publish(about_office.compose(cast.here, sections=[], links=[], figures=[]), by="x")
    page = report["en"]
    first = page.get_latest_revision()
    actions.submit(report, by=cast.specialist)
    typed_into(page, title="A later title")
    shown = listed(as_(cast.specialist), page.key)
    assert 0 < shown.index("<td>A later title</td>") < shown.index("<td>Report of Here, term 2015–2020</td>")
    assert shown.count(", submitted</th>") == 1
    assert cast.specialist.full_name in shown
    reading = reverse("publications:draft", args=[page.key, "en", first.pk])
    assert reading in shown
    told = as_(cast.specialist).get(reading).content.decode()
    assert "Report of Here" in told and "A later title" not in told and "809" in told


def test_who_does_not_write_reads_and_takes_nothing_up(cast: Cast, report: Pages, as_: As) -> None:
    page = report["en"]
    first = page.get_latest_revision().pk
    typed_into(page, title="A later title")
    again = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, first])
    assert again in listed(as_(cast.specialist), page.key)
    assert again not in listed(as_(cast.administrator), page.key)
    assert as_(cast.administrator).get(again).status_code == 404


def test_a_draft_of_another_text_is_not_there(cast: Cast, report: Pages, as_: As) -> None:
    vietnamese = report["vi"].get_latest_revision().pk
    assert as_(cast.specialist).get(reverse("publications:draft", args=[report["en"].key, "en", vietnamese])).status_code == 404
    assert as_(cast.stranger).get(reverse("publications:drafts", args=[report["en"].key, "en"])).status_code == 404


@pytest.mark.parametrize("part", ["en/99999999999999999999999999/", "en/0/", "fr/", "en/abc/"])
def test_an_address_that_names_no_draft_is_not_there(cast: Cast, report: Pages, as_: As, part: str) -> None:
    assert as_(cast.specialist).get(f"/lam-viec/an-pham/{report['en'].key}/da-luu/{part}").status_code == 404


def test_a_page_of_the_list_that_is_none_shows_the_nearest(cast: Cast, report: Pages, as_: As) -> None:
    address = reverse("publications:drafts", args=[report["en"].key, "en"])
    assert [as_(cast.specialist).get(f"{address}?p={page}").status_code for page in ("x", "0", "99")] == [200, 200, 200]


def test_the_list_asks_the_same_number_of_questions_however_long(cast: Cast, report: Pages, as_: As) -> None:
    page, client = report["en"], as_(cast.specialist)
    listed(client, page.key)
    asked = []
    for many in (1, 7):
        for number in range(many):
            typed_into(page, title=f"Title {number}")
        with CaptureQueriesContext(connection) as told:
            listed(client, page.key)
        asked.append(len(told))
    assert asked[0] == asked[1]
