"""What a text may name «hồ sơ được nêu tên»: records of its own office, public today, and nothing by way of their links."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from ngoaivu.accounts.models import User
from ngoaivu.core import changes
from ngoaivu.core.levels import Level
from ngoaivu.documents.actions import keep, withdraw
from ngoaivu.publications import about_office, actions, checks, drafting, publishing, records, richtext
from ngoaivu.publications.editions import Edition, Release
from ngoaivu.publications.publishing import Refused
from ngoaivu.registry.delegations.models import Delegation
from tests.cast import Cast
from tests.publications.conftest import Pages, delegation, typed_into

CANARY = "Đoàn Kín Đáo"
NEWS: dict[str, Any] = {
    "key": "tin",
    "section": "doi-ngoai-dang-chinh-quyen",
    "date": "2019-06-01",
    "title": {"vi": "Đón đoàn", "en": "A delegation"},
    "lead": {"vi": "Tỉnh đón đoàn.", "en": "The province received a delegation."},
    "body": {"vi": ["Nội dung."], "en": ["Text."]},
}


@pytest.fixture(autouse=True)
def portal(cast: Cast) -> None:
    """The office's own edition, so that drafts have a page to be shown on."""
    publishing.publish(about_office.compose(cast.here, sections=[], links=[], figures=[]), by="x")


def naming(cast: Cast, key: str, words: str = "đoàn") -> Pages:
    """A news item in both languages whose last words stand under a record."""
    pages: Pages = drafting.keep_pages(dict(drafting.compose_news(cast.here, NEWS)), by=cast.editor)
    for page in pages.values():
        body = [*page.body.get_prep_value(), {"type": "paragraph", "value": f"<p>Có {richtext.record(key, words)}.</p>"}]
        typed_into(page, body=json.dumps(body))
    return pages


def messages(pages: Pages) -> str:
    return " ".join(found.message for found in checks.findings(pages))


def made_internal(cast: Cast, row: Delegation) -> None:
    row.level = Level.INTERNAL
    keep(row, by=cast.specialist.actor, why="kín")


def embargoed(cast: Cast, row: Delegation) -> None:
    row.level, row.embargo_until = Level.EMBARGOED, date(2090, 1, 1)
    keep(row, by=cast.specialist.actor, why="kín")


def withdrawn(cast: Cast, row: Delegation) -> None:
    withdraw(row, by=cast.specialist.actor, why="nhập nhầm")


@pytest.mark.parametrize("happens", [made_internal, embargoed, withdrawn])
def test_a_record_closed_after_submission_is_not_released(cast: Cast, happens: Callable[[Cast, Delegation], None]) -> None:
    row = delegation(cast, CANARY, 7)
    waiting = actions.submit(naming(cast, row.key), by=cast.specialist)
    happens(cast, row)
    with pytest.raises(Refused, match="names no record that the public may read"):
        actions.approve(waiting, by=cast.director)
    assert not Release.objects.exists()
    assert not Edition.objects.filter(text__contains=CANARY).exists()


def test_a_record_left_open_is_released_in_the_words_it_was_submitted_with(cast: Cast) -> None:
    row = delegation(cast, "Đoàn Lào", 7)
    waiting = actions.submit(naming(cast, row.key), by=cast.specialist)
    row.title_vi = CANARY
    keep(row, by=cast.specialist.actor, why="tên mới")
    told = actions.approve(waiting, by=cast.director).edition.content
    assert told["records"][row.key]["title"]["vi"] == "Đoàn Lào"


def test_a_record_opened_later_does_not_open_its_earlier_words(cast: Cast) -> None:
    row = delegation(cast, CANARY, 7, level=Level.INTERNAL)
    before = changes.latest()
    row.level, row.title_vi = Level.PUBLIC, "Đoàn Lào"
    keep(row, by=cast.specialist.actor, why="công bố")
    assert records.described([row.key], cast.here, before) == {}
    assert records.described([row.key], cast.here)[row.key]["title"]["vi"] == "Đoàn Lào"


def elsewhere(cast: Cast) -> Delegation:
    told = {"direction": "inbound", "state": "held", "level": Level.PUBLIC, "title_vi": CANARY, "country": cast.there.territory}
    return keep(Delegation(office=cast.there, territory=cast.there.territory, **told), by=cast.stranger.actor)


def test_a_record_of_another_office_is_none_of_this_text(cast: Cast) -> None:
    row = elsewhere(cast)
    assert CANARY in str(records.described([row.key], cast.there))
    pages = naming(cast, row.key)
    assert "names no record" in messages(pages)
    with pytest.raises(Refused, match="names no record"):
        actions.publish_text(pages, by=cast.editor)


def test_records_of_an_office_it_succeeds_are_its_own_through_any_number_of_heirs(cast: Cast) -> None:
    row = elsewhere(cast)
    between = type(cast.here).objects.create(key="giua", name_vi="Sở cũ", name_en="Old", territory=cast.there.territory, portal_path="giua")
    between.succeeds.add(cast.there)
    cast.here.succeeds.add(between)
    assert records.described([row.key], cast.here)[row.key]["title"]["vi"] == CANARY
    assert records.described([row.key], cast.there) != {}
    assert messages(naming(cast, row.key)) == ""


KEYS = ["x:y", "a", "", ":", "delegations.delegation:", "delegations.delegation:1e3", "delegations.delegation:-1", "delegations.delegation:１"]
KEYS += [f"delegations.delegation:{'9' * 23}", "delegations.delegation:0", "accounts.user:1", "delegations.delegation:77"]


@pytest.mark.parametrize("key", KEYS)
def test_a_key_that_names_nothing_is_said_and_the_screens_stand(cast: Cast, as_: Callable[[User], Client], key: str) -> None:
    naming(cast, key)
    client = as_(cast.head)
    said = client.get("/lam-viec/an-pham/tin/")
    assert said.status_code == 200
    assert "names no record" in said.content.decode() or "không chỉ đến hồ sơ" in said.content.decode()
    for address in ("xem/vi/", "xem/en/"):
        assert client.get(f"/lam-viec/an-pham/tin/{address}").status_code == 200


def test_a_record_made_internal_leaves_a_draft_that_can_be_read(cast: Cast, as_: Callable[[User], Client]) -> None:
    row = delegation(cast, CANARY, 7)
    naming(cast, row.key)
    made_internal(cast, row)
    shown = as_(cast.head).get("/lam-viec/an-pham/tin/xem/vi/")
    assert shown.status_code == 200
    assert CANARY not in shown.content.decode()


@pytest.mark.parametrize("words", ["999 đoàn đến tỉnh với 2,73 tỷ USD", "Đoàn Lào với 999 người", "Đoàn 12 doanh nghiệp với 12 người"])
def test_a_figure_over_which_a_record_is_laid_stays_typed_by_hand(cast: Cast, words: str) -> None:
    row = delegation(cast, "Đoàn 12 doanh nghiệp" if "12" in words else "Đoàn Lào", 7)
    pages = naming(cast, row.key, words)
    assert "typed by hand" in messages(pages)
    with pytest.raises(Refused, match="typed by hand"):
        actions.publish_text(pages, by=cast.editor)


@pytest.mark.parametrize(
    "words", ["Đoàn 12 doanh nghiệp Hàn Quốc", "đoàn 12 doanh nghiệp Hàn Quốc (01/06/2019)", "Đoàn 12 doanh nghiệp Hàn Quốc (Lào)"]
)
def test_a_figure_of_a_records_own_title_stands(cast: Cast, words: str) -> None:
    row = delegation(cast, "Đoàn 12 doanh nghiệp Hàn Quốc", 7)
    assert messages(naming(cast, row.key, words)) == ""
