"""What the portal could not show «điều không hiển thị được»: a day that is none, a drawing there is not."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.core.exceptions import ValidationError
from django.test import Client

from ngoaivu.core import changes
from ngoaivu.publications import about_office, actions, checks, days, drafting, drawings, publishing, sealing
from ngoaivu.publications.editions import Edition
from ngoaivu.publications.publishing import Refused
from tests.cast import Cast
from tests.publications.conftest import Pages, typed_into
from tests.publications.marks import picture, with_blocks
from tests.publications.test_editor import As, edit, form
from tests.publications.test_naming import NEWS

NO_DAYS = ["hôm qua", "2026-13-45", "31/02/2026", "2026-2-30", "13/2026", "99/99/9999", "0001", "２０２６", "2026-11-20x", "20.11", "-1"]


@pytest.fixture
def news(cast: Cast) -> Pages:
    publishing.publish(about_office.compose(cast.here, sections=[], links=[], figures=[]), by="x")
    return drafting.keep_pages(dict(drafting.compose_news(cast.here, NEWS)), by=cast.editor)


def stored(pages: Pages, **columns: Any) -> Pages:
    """The pages with something no form lets in, as an older installation or a console could have left it."""
    for page in pages.values():
        kept = page.get_latest_revision()
        kept.content = kept.content | columns
        kept.save()
    return drafting.latest(next(iter(pages.values())).office, NEWS["key"])


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("20/11/2026", "2026-11-20"),
        ("5/7/2019", "2019-07-05"),
        ("11/2026", "2026-11"),
        ("2026", "2026"),
        ("2026-11", "2026-11"),
        (" 2026-11-20 ", "2026-11-20"),
        ("20.11.2026", "2026-11-20"),
        ("29/02/2024", "2024-02-29"),
        ("", ""),
    ],
)
def test_a_day_is_kept_as_iso_however_it_was_typed(typed: str, iso: str) -> None:
    assert days.kept(typed) == iso


@pytest.mark.parametrize("typed", NO_DAYS)
def test_what_is_no_day_is_told(typed: str) -> None:
    with pytest.raises(ValidationError, match="is no day: write a day such as 20/11/2026"):
        days.kept(typed)


def test_the_editor_takes_a_day_as_people_write_it_and_tells_what_is_none(cast: Cast, news: Pages, as_: As) -> None:
    client, page = as_(cast.editor), news["vi"]
    assert client.post(edit(page), form(page) | {"date": "20/11/2026"}).status_code == 302
    assert drafting.latest(cast.here, NEWS["key"])["vi"].date == "2026-11-20"
    answer = client.post(edit(page), form(page) | {"date": "hôm qua"})
    assert "20/11/2026" in str(answer.context["form"].errors["date"])
    answer = client.post(edit(page), form(page) | {"picture": "khong-co"})
    assert answer.context["form"].errors["picture"]
    assert drafting.latest(cast.here, NEWS["key"])["vi"].date == "2026-11-20"


@pytest.mark.parametrize("columns", [{"date": "hôm qua"}, {"date": "2026-13-45"}, {"picture": "khong-co"}])
def test_what_the_portal_cannot_show_goes_through_no_door(cast: Cast, news: Pages, columns: dict[str, str]) -> None:
    pages = stored(news, **columns)
    assert {one.rule for one in checks.findings(pages)} == set(columns)
    for act in (lambda: actions.publish_text(pages, by=cast.editor), lambda: actions.submit(pages, by=cast.specialist)):
        with pytest.raises(Refused, match="is no day|There is no drawing called"):
            act()
    with pytest.raises(sealing.Unsealable, match="is no day|There is no drawing called"):
        sealing.compose(pages, changes.latest())
    with pytest.raises(ValidationError, match="is no day|There is no drawing called"):
        pages["vi"].get_latest_revision().publish()
    assert not Edition.objects.filter(kind="news").exists()


def test_a_picture_of_the_body_that_is_none_is_told_and_its_draft_is_shown_without_it(cast: Cast, news: Pages, as_: As) -> None:
    pages = stored(news, date="hôm qua")
    with_blocks(news["en"], picture(picture="khong-co"))
    assert {one.rule for one in checks.findings(drafting.latest(cast.here, NEWS["key"]))} == {"picture", "date"}
    assert pages
    for language in ("vi", "en"):
        assert as_(cast.editor).get(f"/lam-viec/an-pham/tin/xem/{language}/").status_code == 200


def test_a_day_and_a_drawing_stand_on_the_portal(cast: Cast, news: Pages) -> None:
    for page in news.values():
        with_blocks(page, picture(picture="cau"))
    told = actions.publish_text(stored(news, date="20/11/2026"), by=cast.editor)
    assert (told.date, set(told.content["pictures"])) == ("2026-11-20", {"cau"})
    for address in ("/vi/", "/vi/tin/", "/vi/tim/?q=don"):
        assert Client().get(address).status_code == 200, address


def test_every_drawing_has_its_file_and_every_file_its_name() -> None:
    assert {path.stem for path in Path(str(finders.find("portal/drawings"))).glob("*.svg")} == set(drawings.DRAWINGS)


def test_a_news_item_can_be_withdrawn_from_its_screen(cast: Cast, news: Pages, as_: As) -> None:
    actions.publish_text(news, by=cast.editor)
    address = "/lam-viec/an-pham/tin/rut/"
    assert address not in as_(cast.editor).get("/lam-viec/an-pham/tin/").content.decode()
    as_(cast.editor).post(address, {"why": "Sai"})
    director = as_(cast.director)
    assert address in director.get("/lam-viec/an-pham/tin/").content.decode()
    director.post(address, {"why": " "})
    assert Edition.objects.get(kind="news").withdrawn_at is None
    director.post(address, {"why": "Nhầm ngày"})
    assert Edition.objects.get(kind="news").withdrawn_why == "Nhầm ngày"
    assert address not in director.get("/lam-viec/an-pham/tin/").content.decode()
    assert director.post(address, {"why": "Lần nữa"}).status_code == 404
    assert as_(cast.stranger).post(address, {"why": "x"}).status_code in (302, 404)


def test_a_report_is_withdrawn_on_the_screen_of_its_release_only(cast: Cast, report: Pages, as_: As) -> None:
    actions.approve(actions.submit(report, by=cast.specialist), by=cast.head)
    assert as_(cast.director).post(f"/lam-viec/an-pham/{report['vi'].key}/rut/", {"why": "x"}).status_code == 404


def test_columns_left_alone_are_not_judged_anew(cast: Cast, news: Pages) -> None:
    typed_into(news["vi"], date="2019-06-02")
    assert checks.findings(drafting.latest(cast.here, NEWS["key"])) == []
