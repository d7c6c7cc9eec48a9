"""The editor: an appointment alone opens a text; saving keeps figures and records; publishing has its own door; strangers see nothing."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from ngoaivu.accounts.models import Appointment, User
from ngoaivu.publications import about_office, actions, drafting, publishing, richtext
from ngoaivu.publications.editions import Edition, Release
from ngoaivu.publications.pages import FEATURES, LINE, AuthoredPage, NewsPage, ReportPage
from ngoaivu.publications.submissions import Submission
from ngoaivu.registry.delegations.models import Delegation
from tests.cast import Cast
from tests.publications.conftest import Pages, delegation, typed_into
from tests.publications.marks import MISSIONS, with_blocks

As = Callable[[User], Client]
MEMBERS = ["specialist", "head", "director", "editor", "administrator", "reporter", "stranger"]
EDITORS = {"specialist", "head", "director", "editor"}
READERS = EDITORS | {"administrator"}


def edit(page: AuthoredPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form(page: AuthoredPage, **changes: Any) -> dict[str, str]:
    """What the editor's form sends back when nothing was typed."""
    blocks = [
        (block["type"], rich_text(block["value"], features=FEATURES)) if block["type"] == "paragraph" else (block["type"], block["value"])
        for block in page.body.get_prep_value()
    ]
    told = {
        "title": page.title,
        "slug": page.slug,
        "section": page.section,
        "date": page.date,
        "byline": page.byline,
        "picture": page.picture,
        "lead": rich_text(page.lead, features=LINE),
        "body": streamfield(blocks),
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    return dict(nested_form_data(told | changes))


def marks(page: AuthoredPage) -> list[dict[str, str]]:
    return [mark for block in page.body.get_prep_value() if block["type"] == "paragraph" for mark in richtext.marks(block["value"])]


def newest(page: AuthoredPage) -> AuthoredPage:
    """The page as the last saved draft has it."""
    kept: AuthoredPage = ReportPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return kept


@pytest.fixture
def page(report: Pages, rows: list[Delegation]) -> AuthoredPage:
    """The Vietnamese page, with a named record in it."""
    blocks = report["vi"].body.get_prep_value()
    named = {"type": "paragraph", "value": f"<p>Trong đó có {richtext.record(rows[0].key, 'đoàn Viêng Chăn')}.</p>"}
    return typed_into(report["vi"], body=json.dumps([*blocks, named]))


@pytest.mark.parametrize("who", MEMBERS)
def test_an_appointment_alone_opens_the_editor(cast: Cast, page: AuthoredPage, as_: As, who: str) -> None:
    answer = as_(getattr(cast, who)).get(edit(page))
    assert (answer.status_code == 200) is (who in EDITORS)
    assert ("Báo cáo của Nơi Này" in answer.content.decode()) is (who in EDITORS)


def test_an_appointment_that_ended_closes_it(cast: Cast, page: AuthoredPage, as_: As) -> None:
    Appointment.objects.filter(user=cast.specialist).update(valid_to=timezone.localdate() - timedelta(days=1))
    assert as_(cast.specialist).get(edit(page)).status_code != 200


def test_saving_a_draft_keeps_every_mark_and_refreshes_the_words(cast: Cast, page: AuthoredPage, as_: As) -> None:
    before = page.get_latest_revision_as_object()
    delegation(cast, "Đoàn đến sau", 91)
    answer = as_(cast.specialist).post(edit(page), form(before))
    assert answer.status_code == 302, answer.context and answer.context["form"].errors
    after = newest(page)
    assert after.latest_revision.user == cast.specialist
    assert marks(after) == marks(before)
    assert [block["type"] for block in after.body.get_prep_value()] == [block["type"] for block in before.body.get_prep_value()]
    stored = [block["value"] for block in after.body.get_prep_value()]
    assert "hơn 800" in before.body.get_prep_value()[1]["value"]
    assert "900 lượt người" in stored[1]
    assert "4 đoàn" in stored[2]
    assert richtext.records(stored[3]) == richtext.records(before.body.get_prep_value()[3]["value"])


def test_the_officer_edits_the_words_around_the_figures(cast: Cast, page: AuthoredPage, as_: As) -> None:
    before = page.get_latest_revision_as_object()
    told = form(before)
    [name] = [name for name, value in told.items() if name.startswith("body-3") and "entityMap" in value]
    # Of equal length: where a figure or record stands is told by numbers beside the text.
    told[name] = json.dumps(json.loads(told[name]), ensure_ascii=False).replace("Trong đó có", "Trong số đó")
    as_(cast.editor).post(edit(page), told)
    after = newest(page)
    assert "Trong số đó" in after.body.get_prep_value()[3]["value"]
    assert marks(after) == marks(before)


@pytest.mark.parametrize("who", MEMBERS)
def test_nobody_publishes_through_wagtail(cast: Cast, page: AuthoredPage, as_: As, who: str) -> None:
    client = as_(getattr(cast, who))
    client.post(edit(page), form(page.get_latest_revision_as_object()) | {"action-publish": "1"})
    assert not ReportPage.objects.filter(live=True).exists()
    assert not Edition.objects.exists()
    for act in ("delete", "unpublish", "move", "copy"):
        client.post(reverse(f"wagtailadmin_pages:{act}", args=[page.pk]), {"new_title": "x", "new_slug": "x"})
    assert ReportPage.objects.filter(pk=page.pk).exists()
    assert ReportPage.objects.count() == 2


def test_not_even_a_superuser_publishes_through_wagtail(cast: Cast, page: AuthoredPage, as_: As) -> None:
    cast.editor.is_superuser = True
    cast.editor.save()
    as_(cast.editor).post(edit(page), form(page.get_latest_revision_as_object()) | {"action-publish": "1"})
    assert not ReportPage.objects.filter(live=True).exists()


def test_the_editor_offers_saving_and_nothing_else(cast: Cast, page: AuthoredPage, as_: As) -> None:
    html = as_(cast.head).get(edit(page)).content.decode()
    assert "action-publish" not in html
    assert "action-submit" not in html


def test_what_was_released_can_still_be_edited_and_not_unpublished(cast: Cast, report: Pages, as_: As) -> None:
    actions.approve(actions.submit(report, by=cast.specialist), by=cast.director)
    report["vi"].refresh_from_db()
    assert report["vi"].live
    client = as_(cast.head)
    assert client.get(edit(report["vi"])).status_code == 200
    client.post(reverse("wagtailadmin_pages:unpublish", args=[report["vi"].pk]))
    assert ReportPage.objects.filter(live=True).count() == 2


SCREENS = ["texts", "text", "new_report", "release", "preview", "paper"]


def address(screen: str, key: str) -> str:
    told: dict[str, list[Any]] = {"texts": [], "new_report": [], "text": [key], "release": [1], "preview": [key, "vi"], "paper": [key, "vi"]}
    return reverse(f"publications:{screen}", args=told[screen])


@pytest.mark.parametrize("who", MEMBERS)
def test_screens_open_for_those_of_the_office(cast: Cast, report: Pages, as_: As, who: str) -> None:
    publishing.publish(about_office.compose(cast.here, sections=[], links=[], figures=[]), by="x")
    actions.approve(actions.submit(report, by=cast.specialist), by=cast.director)
    client, opened = as_(getattr(cast, who)), set()
    for screen in SCREENS:
        answer = client.get(address(screen, report["vi"].key))
        if answer.status_code == 200:
            opened.add(screen)
        if who in ("reporter", "stranger"):
            assert "Nơi Này" not in answer.content.decode("utf-8", "replace"), screen
    drafts = {"new_report"} if who in ("specialist", "head", "editor") else set()
    mine = {"reporter": set[str](), "stranger": {"texts", "new_report"}}
    assert opened == mine.get(who, set(SCREENS) - {"new_report"} | drafts)


@pytest.mark.parametrize("screen", SCREENS)
def test_nobody_without_a_log_in_comes_in(report: Pages, client: Client, screen: str) -> None:
    answer = client.get(address(screen, report["vi"].key))
    assert (answer.status_code, "login" in answer["Location"]) == (302, True)


def test_the_flow_in_the_browsers_forms(cast: Cast, report: Pages, as_: As) -> None:
    key = report["vi"].key
    drafter, approver = as_(cast.head), as_(cast.director)
    page = drafter.get(address("text", key)).content.decode()
    assert reverse("publications:submit", args=[key]) in page
    assert drafter.post(reverse("publications:submit", args=[key]), follow=True).status_code == 200
    own = drafter.get(address("text", key)).content.decode()
    assert reverse("publications:decide", args=[key]) not in own
    assert reverse("publications:decide", args=[key]) in approver.get(address("text", key)).content.decode()
    drafter.post(reverse("publications:decide", args=[key]), {"approve": "1", "read": "1"})
    assert not Release.objects.exists()
    approver.post(reverse("publications:decide", args=[key]), {"why": ""})
    assert Submission.objects.get().decided_at is None
    approver.post(reverse("publications:decide", args=[key]), {"approve": "1", "read": "1"})
    assert Release.objects.get().approved_by == cast.director.full_name
    release = approver.get(address("release", key)).content.decode()
    assert Release.objects.get().digest in release
    approver.post(reverse("publications:withdraw", args=[1]), {"why": "Sai tên"})
    assert Edition.objects.get().withdrawn_why == "Sai tên"
    assert "Sai tên" in approver.get(address("release", key)).content.decode()


@pytest.mark.parametrize("who", ["specialist", "editor", "administrator", "reporter", "stranger"])
def test_who_may_not_decide_leaves_no_trace(cast: Cast, report: Pages, as_: As, who: str) -> None:
    actions.submit(report, by=cast.head)
    client = as_(getattr(cast, who))
    for name in ("decide", "publish"):
        client.post(reverse(f"publications:{name}", args=[report["vi"].key]), {"approve": "1", "read": "1", "why": "x"})
    client.post(reverse("publications:withdraw", args=[1]), {"why": "x"})
    assert Submission.objects.get().decided_at is None
    assert not Edition.objects.exists()


def test_a_new_report_is_drafted_from_a_form_and_bad_years_are_explained(cast: Cast, rows: list[Delegation], as_: As) -> None:
    client = as_(cast.specialist)
    address = reverse("publications:new_report")
    wrong = client.post(address, {"outline": "term", "first": "2020", "last": "2015"})
    assert "2020-2015" in wrong.content.decode()
    wrong = client.post(address, {"outline": "year", "first": "2018", "last": "2019"})
    assert "2018" in wrong.context["form"].non_field_errors()[0]
    assert not ReportPage.objects.exists()
    client.post(address, {"outline": "term", "first": "2015", "last": "2020"})
    assert set(drafting.latest(cast.here, "term-2015-2020")) == {"vi", "en"}
    assert not NewsPage.objects.exists()


def test_a_draft_that_nobody_can_sign_is_told_and_does_not_break(cast: Cast, report: Pages, as_: As) -> None:
    Appointment.objects.update(signing="")
    answer = as_(cast.head).get(address("paper", report["vi"].key), follow=True)
    assert answer.redirect_chain[-1][0] == reverse("publications:texts")
    assert [str(message) for message in answer.context["messages"]] != []


def test_an_office_without_a_portal_is_told_so(cast: Cast, report: Pages, as_: As) -> None:
    answer = as_(cast.head).get(address("preview", report["vi"].key), follow=True)
    assert ["no portal yet" in str(message) or "chưa có cổng" in str(message) for message in answer.context["messages"]] == [True]


def test_a_missing_release_does_not_hide_the_others(cast: Cast, report: Pages, as_: As) -> None:
    for _number in range(2):
        actions.approve(actions.submit(report, by=cast.specialist), by=cast.director)
    Release.objects.filter(number=1).delete()
    answer = as_(cast.head).get(reverse("publications:release", args=[2]))
    assert answer.status_code == 200
    assert answer.context["proof"].faults


def test_saving_keeps_quotes_waivers_and_tokens(cast: Cast, report: Pages, as_: As) -> None:
    marked = f"<p>Có {richtext.quote({'document': '12', 'place': 'tr. 3'}, '131 dự án')} và {richtext.waiver('17', '12 món')}.</p>"
    before = with_blocks(report["vi"], ("paragraph", marked), ("heading", f"Đón {MISSIONS}"), lead=marked, title=f"Đón {MISSIONS}")
    answer = as_(cast.editor).post(edit(before), form(before))
    assert answer.status_code == 302, answer.context and answer.context["form"].errors
    after = newest(before)
    [quote] = [run for run in richtext.line(after.lead) if "quote" in run]
    assert quote == {"text": "131 dự án", "quote": {"document": "12", "place": "tr. 3"}}
    assert richtext.blocks(after.body.get_prep_value()[-2]["value"]) == richtext.blocks(marked)
    assert after.title == after.body.get_prep_value()[-1]["value"] == f"Đón {MISSIONS}"
    html = as_(cast.editor).get(edit(after)).content.decode()
    assert "Đón 3 đoàn" in html, "the head of the screen shows the words"
    assert 'data-w-sync-target-value="#id_slug"' not in html, "a token typed into the title does not become the address"
