"""Submit, approve, return, publish, withdraw: who may, when, and what each leaves behind."""

import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ngoaivu.accounts.models import Appointment, User
from ngoaivu.publications import actions, drafting, listing
from ngoaivu.publications.editions import Edition, Release
from ngoaivu.publications.pages import ReportPage
from ngoaivu.publications.papers import letterhead
from ngoaivu.publications.publishing import Refused
from ngoaivu.publications.submissions import Submission
from tests.cast import Cast
from tests.publications.conftest import Pages, delegation, typed_into, words_of

NEWS = {
    "key": "doan-lao",
    "section": "doi-ngoai-dang-chinh-quyen",
    "date": "2019-06-01",
    "title": {"vi": "Đón đoàn Lào", "en": "A delegation from Laos"},
    "lead": {"vi": "Tỉnh đón {record doan-lao|đoàn Lào}.", "en": "The province received {record doan-lao|a delegation}."},
    "body": {"vi": ["Nội dung."], "en": ["Text."]},
    "records": ["doan-lao"],
}


PLAIN = {"lead": {"vi": "Tỉnh đón đoàn.", "en": "The province received a delegation."}}


@pytest.fixture
def news(cast: Cast) -> Pages:
    delegation(cast, "Đoàn Lào", 7, code="doan-lao")
    return drafting.keep_pages(dict(drafting.compose_news(cast.here, NEWS)), by=cast.editor)


def test_the_whole_way_leaves_rows_that_say_who_and_when(cast: Cast, report: Pages) -> None:
    waiting = actions.submit(report, by=cast.specialist)
    assert (waiting.submitted_by, waiting.decided_at) == (cast.specialist.full_name, None)
    release = actions.approve(waiting, by=cast.director)
    waiting.refresh_from_db()
    assert (waiting.decided_by, waiting.edition, waiting.returned_why) == (cast.director.full_name, release.edition, "")
    assert (release.number, release.drafted_by, release.approved_by) == (1, cast.specialist.full_name, cast.director.full_name)
    assert ReportPage.objects.filter(live=True).count() == 2


def test_what_is_released_is_what_was_submitted(cast: Cast, report: Pages) -> None:
    waiting = actions.submit(report, by=cast.specialist)
    typed_into(report["en"], title="Another title")
    delegation(cast, "Đoàn đến sau", 191)
    told = actions.approve(waiting, by=cast.director).edition.content
    assert told["texts"]["en"]["title"] == [{"text": "Report of Here, term 2015–2020"}]
    assert told["position"]["revision"] == str(waiting.position)
    assert {fact["value"] for fact in told["facts"].values()} == {"809", "3"}
    assert words_of(drafting.latest(cast.here, report["en"].key)["en"]).startswith("Another title")


def test_autosave_writes_over_no_revision_that_was_submitted(cast: Cast, report: Pages) -> None:
    waiting = actions.submit(report, by=cast.specialist)
    page = drafting.latest(cast.here, report["en"].key)["en"]
    page.title = "Another title"
    first = page.save_revision(user=cast.specialist, overwrite_revision=page.get_latest_revision())
    assert first.pk not in waiting.revisions.values()
    assert page.save_revision(user=cast.specialist, overwrite_revision=first) == first
    assert actions.submitted(waiting)["en"].title == "Report of Here, term 2015–2020"


def test_who_decides_sees_the_text_as_it_was_submitted(cast: Cast, report: Pages, as_: Callable[[User], Client]) -> None:
    waiting = actions.submit(report, by=cast.specialist)
    address = f"/lam-viec/an-pham/{report['vi'].key}/"
    told = "The text was saved again after it was submitted."
    assert told not in as_(cast.director).get(address).content.decode()
    typed_into(report["en"], title="Another title with 14 missions")
    screen = as_(cast.director).get(address)
    assert told in screen.content.decode()
    assert not screen.context["findings"], "what was submitted had none"
    assert "Another title" not in screen.content.decode()
    assert "Another title" not in as_(cast.director).get(f"{address}xem/en/").content.decode()
    actions.send_back(waiting, by=cast.director, why="Again.")
    assert "14 missions" in as_(cast.director).get(address).context["findings"][0].message


def test_the_author_cannot_approve_his_own_text(cast: Cast, report: Pages) -> None:
    waiting = actions.submit(report, by=cast.head)
    with pytest.raises(Refused, match="second person: you submitted"):
        actions.approve(waiting, by=cast.head)
    assert not Release.objects.exists()
    assert actions.approve(waiting, by=cast.director).approved_by == cast.director.full_name


def test_two_open_submissions_are_refused_also_by_the_database(cast: Cast, report: Pages) -> None:
    first = actions.submit(report, by=cast.specialist)
    with pytest.raises(Refused, match="already waits"):
        actions.submit(report, by=cast.head)
    first.pk = None
    with pytest.raises(IntegrityError):
        first.save()


def test_a_decision_is_made_once(cast: Cast, report: Pages) -> None:
    waiting, stale = actions.submit(report, by=cast.specialist), Submission.objects.get()
    actions.approve(waiting, by=cast.director)
    with pytest.raises(Refused, match="decided on already"):
        actions.approve(stale, by=cast.head)
    with pytest.raises(Refused, match="decided on already"):
        actions.send_back(stale, by=cast.head, why="late")
    assert Release.objects.count() == 1


def test_a_returned_text_says_why_and_may_be_submitted_again(cast: Cast, report: Pages) -> None:
    waiting = actions.submit(report, by=cast.specialist)
    with pytest.raises(Refused, match="Say what the author should change"):
        actions.send_back(waiting, by=cast.director, why="  ")
    actions.send_back(waiting, by=cast.director, why=" Nêu rõ hơn ")
    waiting.refresh_from_db()
    assert (waiting.returned_why, waiting.edition) == ("Nêu rõ hơn", None)
    assert actions.submit(report, by=cast.specialist).pk != waiting.pk


def test_who_submitted_a_text_calls_it_back_and_nobody_else(cast: Cast, report: Pages, as_: Callable[[User], Client]) -> None:
    waiting = actions.submit(report, by=cast.specialist)
    screen, act = reverse("publications:text", args=[report["vi"].key]), reverse("publications:call_back", args=[report["vi"].key])
    for other in (cast.head, cast.director):
        assert act not in as_(other).get(screen).content.decode()
        with pytest.raises(Refused, match="can call it back"):
            actions.call_back(waiting, by=other)
    assert act in as_(cast.specialist).get(screen).content.decode()
    as_(cast.specialist).post(act)
    waiting.refresh_from_db()
    assert (waiting.outcome, waiting.decided_by, waiting.edition) == ("called_back", cast.specialist.full_name, None)
    assert f"called back by {cast.specialist.full_name}" in as_(cast.director).get(screen).content.decode()
    with pytest.raises(Refused, match="decided on already"):
        actions.approve(waiting, by=cast.director)
    assert as_(cast.specialist).post(act).status_code == 404
    assert actions.approve(actions.submit(report, by=cast.specialist), by=cast.director).number == 1


def test_a_click_alone_releases_nothing(cast: Cast, report: Pages, as_: Callable[[User], Client]) -> None:
    actions.submit(report, by=cast.specialist)
    act = reverse("publications:decide", args=[report["vi"].key])
    told = as_(cast.director).post(act, {"approve": "1"}, follow=True).content.decode()
    assert "Tick that you have read the text" in told and not Release.objects.exists()
    as_(cast.director).post(act, {"approve": "1", "read": "1"})
    assert Release.objects.count() == 1


@pytest.mark.parametrize("who", ["director", "administrator", "reporter", "stranger"])
def test_who_may_not_draft_cannot_submit(cast: Cast, report: Pages, who: str) -> None:
    with pytest.raises(Refused, match="is not appointed to do this in"):
        actions.submit(report, by=getattr(cast, who))
    assert not Submission.objects.exists()


@pytest.mark.parametrize("who", ["specialist", "editor", "administrator", "reporter", "stranger"])
def test_who_may_not_approve_can_neither_approve_nor_return(cast: Cast, report: Pages, who: str) -> None:
    waiting = actions.submit(report, by=cast.head)
    by: User = getattr(cast, who)
    with pytest.raises(Refused, match="is not appointed"):
        actions.approve(waiting, by=by)
    with pytest.raises(Refused, match="is not appointed"):
        actions.send_back(waiting, by=by, why="no")
    assert not Release.objects.exists()


def test_a_director_of_the_other_office_approves_nothing_here(cast: Cast, report: Pages) -> None:
    told = {"role": "director", "title_vi": "Giám đốc", "title_en": "Director", "valid_from": date(2015, 1, 1)}
    Appointment.objects.create(user=cast.stranger, office=cast.there, **told)
    with pytest.raises(Refused, match="is not appointed"):
        actions.approve(actions.submit(report, by=cast.specialist), by=cast.stranger)


def test_an_appointment_that_ended_opens_nothing(cast: Cast, report: Pages) -> None:
    Appointment.objects.filter(user=cast.director).update(valid_to=timezone.localdate() - timedelta(days=1))
    with pytest.raises(Refused, match="is not appointed"):
        actions.approve(actions.submit(report, by=cast.specialist), by=cast.director)


def test_a_text_with_a_finding_is_not_submitted(cast: Cast, report: Pages) -> None:
    typed_into(report["en"], title="Report on 17 delegations")
    with pytest.raises(Refused, match=r"17 delegations.* is typed by hand"):
        actions.submit(report, by=cast.specialist)
    with pytest.raises(Refused, match="There is no such text"):
        actions.submit({}, by=cast.specialist)


def test_nobody_to_sign_is_said_and_nothing_is_released(cast: Cast, report: Pages) -> None:
    waiting = actions.submit(report, by=cast.specialist)
    Appointment.objects.update(signing="")
    with pytest.raises(Refused, match="Nobody is appointed to sign"):
        actions.approve(waiting, by=cast.director)
    waiting.refresh_from_db()
    assert (waiting.decided_at, Edition.objects.count()) == (None, 0)


def test_a_report_is_never_published_like_news(cast: Cast, report: Pages) -> None:
    with pytest.raises(Refused, match="released by a second person"):
        actions.publish_text(report, by=cast.head)
    assert not Edition.objects.exists()


def test_news_is_published_by_who_may_edit_with_every_check(cast: Cast, news: Pages) -> None:
    with pytest.raises(Refused, match="is not appointed"):
        actions.publish_text(news, by=cast.specialist)
    typed_into(news["en"], lead="<p>17 delegations.</p>")
    with pytest.raises(Refused, match="typed by hand"):
        actions.publish_text(news, by=cast.editor)
    typed_into(news["en"], lead="<p>A delegation.</p>")
    edition = actions.publish_text(news, by=cast.editor)
    assert (edition.number, edition.kind, edition.published_by) == (1, "news", cast.editor.full_name)
    assert not Release.objects.exists()


def test_what_is_published_is_related_with_its_reason(cast: Cast, news: Pages) -> None:
    actions.publish_text(news, by=cast.editor)
    other = NEWS | {"key": "doan-lao-2", "title": {"vi": "Đoàn Lào làm việc", "en": "The delegation at work"}}
    pages = drafting.keep_pages(dict(drafting.compose_news(cast.here, other)), by=cast.editor)
    related = actions.publish_text(pages, by=cast.editor).content["related"]
    assert [(one["key"], one["why"]["en"]) for one in related] == [("doan-lao", "Both about: Đoàn Lào")]


def test_news_drafted_again_keeps_its_new_records(cast: Cast, news: Pages) -> None:
    held = delegation(cast, "Đoàn Lào thứ hai", 4, code="doan-lao-hai")
    told = NEWS | {"records": ["doan-lao", "doan-lao-hai"]}
    again = drafting.keep_pages(dict(drafting.compose_news(cast.here, told)), by=cast.editor)
    assert held.key in again["vi"].records  # type: ignore[attr-defined]


def test_withdrawing_needs_the_role_and_a_reason_and_keeps_everything(cast: Cast, report: Pages) -> None:
    release = actions.approve(actions.submit(report, by=cast.specialist), by=cast.head)
    with pytest.raises(Refused, match="is not appointed"):
        actions.withdraw(release.edition, by=cast.head, why="wrong")
    with pytest.raises(Refused, match="Say why"):
        actions.withdraw(release.edition, by=cast.director, why=" ")
    before = (release.digest, release.edition.text)
    actions.withdraw(release.edition, by=cast.director, why="Sai tên")
    release.edition.refresh_from_db()
    assert (release.digest, release.edition.text) == before
    assert (release.edition.withdrawn_by, release.edition.withdrawn_why) == (cast.director.full_name, "Sai tên")
    with pytest.raises(Refused, match="withdrawn already, on"):
        actions.withdraw(release.edition, by=cast.director, why="again")


def test_a_withdrawn_text_is_told_as_such_in_the_list_and_in_its_history(cast: Cast, report: Pages, as_: Callable[[User], Client]) -> None:
    release = actions.approve(actions.submit(report, by=cast.specialist), by=cast.head)
    actions.withdraw(release.edition, by=cast.director, why="Sai tên")
    assert [one.state for one in listing.texts_of(cast.here)] == [listing.WITHDRAWN]
    screen = as_(cast.specialist).get(f"/lam-viec/an-pham/{report['vi'].key}/").content.decode()
    assert f"edition 1 withdrawn by {cast.director.full_name}: Sai tên" in screen


@pytest.mark.parametrize(("signing", "prefix", "title"), [("head", "", "Director"), ("acting", "Q.", "Director"), ("deputy", "KT.", "Director")])
def test_who_signs_follows_the_appointments_of_the_day(cast: Cast, signing: str, prefix: str, title: str) -> None:
    Appointment.objects.exclude(user=cast.director).update(signing="")
    Appointment.objects.filter(user=cast.director).update(signing=signing)
    signer = letterhead.signer(cast.here, timezone.localdate())
    assert (signer["prefix"], signer["title"]["en"], signer["name"]) == (prefix, title, cast.director.full_name)


def test_the_head_signs_before_his_deputy(cast: Cast) -> None:
    assert letterhead.signer(cast.here, timezone.localdate())["name"] == cast.director.full_name
    Appointment.objects.filter(user=cast.director).update(valid_to=date(2019, 1, 1))
    assert letterhead.signer(cast.here, timezone.localdate())["prefix"] == "KT."
    assert letterhead.signer(cast.here, date(2018, 12, 31))["prefix"] == ""


def test_editing_needs_no_release_to_go(cast: Cast, report: Pages) -> None:
    blocks = json.loads(json.dumps(report["vi"].body.get_prep_value()))
    assert all(block["type"] in ("heading", "paragraph") for block in blocks)
    assert not ReportPage.objects.filter(live=True).exists()


def test_who_wrote_the_text_cannot_approve_it_whoever_pressed_the_button(cast: Cast) -> None:
    pages: Pages = dict(drafting.keep_pages(dict(drafting.compose_news(cast.here, NEWS | {"records": []} | PLAIN)), by=cast.head))
    waiting = actions.submit(pages, by=cast.specialist)
    with pytest.raises(Refused, match="second person: you changed this text on"):
        actions.approve(waiting, by=cast.head)
    release = actions.approve(waiting, by=cast.director)
    assert (release.drafted_by, release.approved_by) == (cast.head.full_name, cast.director.full_name)


def test_everybody_who_saved_it_is_its_author_until_it_is_published(cast: Cast) -> None:
    pages: Pages = dict(drafting.keep_pages(dict(drafting.compose_news(cast.here, NEWS | {"records": []} | PLAIN)), by=cast.specialist))
    pages["en"].save_revision(user=cast.head)
    first = actions.approve(actions.submit(drafting.latest(cast.here, "doan-lao"), by=cast.specialist), by=cast.director)
    assert first.drafted_by == f"{cast.specialist.full_name}, {cast.head.full_name}"
    newest = drafting.latest(cast.here, "doan-lao")
    newest["en"].save_revision(user=cast.specialist)
    assert actions.approve(actions.submit(newest, by=cast.specialist), by=cast.head).drafted_by == cast.specialist.full_name


def test_the_screen_says_why_an_author_is_not_the_second_person(cast: Cast, as_: Callable[[User], Client]) -> None:
    pages = drafting.keep_pages(dict(drafting.compose_news(cast.here, NEWS | {"records": []} | PLAIN)), by=cast.head)
    actions.submit(pages, by=cast.specialist)
    told = {user.username: as_(user).get("/lam-viec/an-pham/doan-lao/") for user in (cast.head, cast.director)}
    assert [bool(answer.context["not_second"]) for answer in told.values()] == [True, False]
    assert ['name="approve"' in answer.content.decode() for answer in told.values()] == [False, True]
