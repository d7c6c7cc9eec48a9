"""Figures that no longer hold: a record changes, and the published figure is listed with the change that did it."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from ngoaivu.core import changes
from ngoaivu.core.levels import Level
from ngoaivu.documents.actions import keep
from ngoaivu.publications import actions, drafting, lapsed
from ngoaivu.publications.editions import Edition
from ngoaivu.publications.lapsed import Lapsed
from ngoaivu.registry.delegations.models import Delegation
from tests.cast import Cast
from tests.publications.conftest import TERM, Pages, delegation
from tests.publications.marks import with_blocks
from tests.publications.test_editor import As


@pytest.fixture
def published(cast: Cast, report: Pages) -> Edition:
    return actions.approve(actions.submit(report, by=cast.specialist), by=cast.director).edition


def found(cast: Cast, language: str = "en") -> list[Lapsed]:
    return lapsed.find(cast.here, language)


def enlarge(cast: Cast, row: Delegation, persons: int, why: str = "") -> int:
    """The head corrects the number of people of a mission."""
    row.refresh_from_db()
    row.persons = persons
    with changes.change(by=cast.head.actor, verb="correct", why=why) as writer:
        keep(row, by=cast.head.actor)
    return writer.revision


def test_nothing_lapses_while_the_registry_stands(cast: Cast, published: Edition) -> None:
    delegation(cast, "Đoàn của năm sau", 5, date(2022, 6, 1))
    assert found(cast) == []
    assert lapsed.count(cast.here) == 0


def test_a_changed_record_is_named_with_who_when_and_why(cast: Cast, published: Edition, rows: list[Delegation]) -> None:
    delegation(cast, "Đoàn của năm sau", 5, date(2022, 6, 1))
    revision = enlarge(cast, rows[2], 40, "Đếm lại")
    delegation(cast, "Đoàn của năm sau nữa", 5, date(2023, 6, 1))
    [told] = found(cast)
    assert (told.text, told.kind, told.title) == (published.key, "report", "Report of Here, term 2015–2020")
    assert (told.figure, told.then, told.now, told.difference) == ("over 800 person-trips", "809", "840 person-trips", "+31")
    assert told.cause is not None
    assert (told.cause.revision, told.cause.who, told.cause.why) == (revision, cast.head.full_name, "Đếm lại")
    assert [touched.row.pk for touched in told.cause.touched] == [rows[2].pk]
    [vietnamese] = found(cast, "vi")
    assert (vietnamese.figure, vietnamese.title) == ("hơn 800 lượt người", "Báo cáo của Nơi Này, nhiệm kỳ 2015–2020")


def test_each_figure_has_its_own_change_and_the_newest_comes_first(cast: Cast, published: Edition, rows: list[Delegation]) -> None:
    first = enlarge(cast, rows[0], 701)
    for number in range(6):
        delegation(cast, f"Đoàn {number} của năm sau", 5, date(2022, 6, 1))
    second = delegation(cast, "Đoàn đến sau", 3).change_id
    delegation(cast, "Đoàn đến sau nữa", 3)
    assert [(one.now, one.cause and one.cause.revision) for one in found(cast)] == [("5 delegations", second), ("816 person-trips", first)]


def test_a_figure_of_a_part_is_named_with_its_part(cast: Cast, report: Pages) -> None:
    for page in report.values():
        with_blocks(page, ("heading", f"{{fig delegations.inbound.missions period={TERM} by=channel:state}}"))
    actions.approve(actions.submit(report, by=cast.specialist), by=cast.director)
    delegation(cast, "Đoàn đến sau", 3)
    whole, part = sorted({one.name for one in found(cast) if one.now.startswith("4 ")})
    assert part == f"{whole}: State"


def test_a_withdrawn_record_is_named(cast: Cast, published: Edition, rows: list[Delegation]) -> None:
    with changes.change(by=cast.head.actor, verb="withdraw", why="Nhập trùng") as writer:
        rows[2].refresh_from_db()
        writer.withdraw(rows[2])
    told = found(cast)
    assert {(one.then, one.difference) for one in told} == {("809", "−9"), ("3", "−1")}
    assert {one.cause.why for one in told if one.cause} == {"Nhập trùng"}


def test_a_change_undone_is_gone(cast: Cast, published: Edition, rows: list[Delegation]) -> None:
    revision = enlarge(cast, rows[2], 40)
    assert len(found(cast)) == 1
    changes.undo(revision, models=[Delegation], by=cast.head.actor, why="Nhầm")
    assert found(cast) == []


def test_a_change_mended_and_made_again_names_one_that_broke_it(cast: Cast, published: Edition, rows: list[Delegation]) -> None:
    enlarge(cast, rows[2], 40)
    enlarge(cast, rows[2], 9)
    last = enlarge(cast, rows[2], 41)
    [told] = found(cast)
    assert told.cause is not None
    # Both times it ceased to hold; the change named must be one of them, never the one that mended it.
    assert told.cause.revision in (last, last - 2)


def test_a_new_edition_settles_it_and_so_does_withdrawing_the_old(cast: Cast, published: Edition, rows: list[Delegation]) -> None:
    enlarge(cast, rows[2], 40)
    drafting.renew(cast.here, published.key, by=cast.specialist)
    pages = drafting.latest(cast.here, published.key)
    actions.approve(actions.submit(pages, by=cast.specialist), by=cast.director)
    assert found(cast) == []
    enlarge(cast, rows[2], 50)
    assert len(found(cast)) == 1
    actions.withdraw(Edition.objects.get(current=True), by=cast.director, why="Sai")
    assert found(cast) == []


def test_a_row_that_vanishes_from_the_public_leaves_the_fact_and_the_office_beside_sees_nothing(
    cast: Cast, published: Edition, rows: list[Delegation]
) -> None:
    enlarge(cast, rows[2], 40)
    assert lapsed.find(cast.there, "en") == []


def test_the_screen_tells_it_all_and_leads_on(cast: Cast, published: Edition, rows: list[Delegation], as_: As) -> None:
    client, address = as_(cast.specialist), reverse("publications:lapsed")
    assert "Every published figure still holds" in english(client, address)
    enlarge(cast, rows[2], 40, "Đếm lại")
    shown = english(client, address)
    for words in ("over 800 person-trips", "840 person-trips", "+31", "Đoàn Khăm Muộn", cast.head.full_name, "Đếm lại", "Corrected"):
        assert words in shown, words
    assert f'href="{reverse("publications:text", args=[published.key])}"' in shown
    record = client.get(address).context["rows"][0]["touched"][0].address
    assert f'href="{record}"' in shown
    assert client.get(record).status_code == 200
    for place in (reverse("publications:texts"), reverse("wagtailadmin_home")):
        assert address in english(client, place)
    client.post(reverse("publications:anew", args=[published.key]))
    newest = drafting.latest(cast.here, published.key)["en"]
    assert "over 800" in newest.body.get_prep_value()[1]["value"]
    assert newest.latest_revision.user == cast.specialist


def test_a_record_above_somebodys_levels_is_counted_and_not_named(cast: Cast, published: Edition, rows: list[Delegation], as_: As) -> None:
    rows[2].refresh_from_db()
    rows[2].level, rows[2].persons = Level.PERSONAL, 40
    keep(rows[2], by=cast.head.actor)
    assert "Đoàn Khăm Muộn" in english(as_(cast.specialist), reverse("publications:lapsed"))
    hidden = english(as_(cast.editor), reverse("publications:lapsed"))
    assert "Đoàn Khăm Muộn" not in hidden
    assert "and 1 more record" in hidden


@pytest.mark.parametrize("who", ["administrator", "reporter", "stranger"])
def test_who_may_not_draft_drafts_nothing_anew(cast: Cast, published: Edition, as_: As, who: str) -> None:
    before = drafting.latest(cast.here, published.key)["en"].latest_revision_id
    as_(getattr(cast, who)).post(reverse("publications:anew", args=[published.key]))
    assert drafting.latest(cast.here, published.key)["en"].latest_revision_id == before


def test_the_questions_do_not_grow_with_the_changes(
    cast: Cast, published: Edition, rows: list[Delegation], django_assert_max_num_queries: Any
) -> None:
    """Halving 64 changes takes six looks, not 64."""
    for number in range(64):
        enlarge(cast, rows[number % 3], 100 + number)
    with django_assert_max_num_queries(150):
        assert len(found(cast)) == 1


def english(client: Any, address: str) -> str:
    told: str = client.get(address, headers={"accept-language": "en"}).content.decode()
    return told
