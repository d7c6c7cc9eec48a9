"""Every door: one loose numeral is planted, and whatever way Wagtail or we have to publish refuses and names it.

Our permissions close Wagtail's doors to everybody. Here they are opened as Wagtail has them, to a superuser, so that only
the wall behind them stands.
"""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Locale, PagePermissionTester, Revision, Workflow, WorkflowTask

from ngoaivu.publications import actions, drafting, numerals, overriding
from ngoaivu.publications.editions import Edition
from ngoaivu.publications.page_forms import AuthoredPageForm
from ngoaivu.publications.pages import AuthoredPage, NewsPage, ReportPage
from ngoaivu.publications.permissions import ByAppointment
from ngoaivu.publications.publishing import Refused
from ngoaivu.publications.submissions import Submission
from tests.cast import Cast
from tests.publications.conftest import Pages, delegation, typed_into
from tests.publications.test_editor import As, edit, form

LOOSE = "17 delegations"
NEWS: dict[str, Any] = {
    "key": "tin",
    "section": "doi-ngoai-dang-chinh-quyen",
    "date": "2019-06-01",
    "title": {"vi": "Đón đoàn Lào", "en": "A delegation from Laos"},
    "lead": {"vi": "Tỉnh đón đoàn.", "en": "The province received a delegation."},
    "body": {"vi": ["Nội dung."], "en": ["Text."]},
}
Door = Callable[["World"], str]


class World:
    """A news item in both languages, the English one with or without a loose numeral, and somebody to whom Wagtail opens everything."""

    def __init__(self, cast: Cast, client: Client) -> None:
        self.cast, self.client = cast, client
        self.pages: Pages = drafting.keep_pages(dict(drafting.compose_news(cast.here, NEWS)), by=cast.head)
        self.page = self.pages["en"]

    def plant(self) -> None:
        typed_into(self.page, body=json.dumps([{"type": "paragraph", "value": f"<p>There came {LOOSE}.</p>"}]))


@pytest.fixture
def world(cast: Cast, as_: As, monkeypatch: pytest.MonkeyPatch, settings: Any) -> World:
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if one != "ngoaivu.publications.gate.Gate"]
    monkeypatch.setattr(ByAppointment, "permissions_for_user", lambda page, user: PagePermissionTester(user, page))
    cast.head.is_superuser = True
    cast.head.save()
    return World(cast, as_(cast.head))


def answered(world: World, address: str, told: dict[str, Any], **headers: Any) -> str:
    """What the person reads after a form was sent, wherever it leads; a broken page is none of it."""
    answer = world.client.post(address, told, follow=True, **headers)
    assert answer.status_code in (200, 422), answer.status_code
    return answer.content.decode()


def raised(act: Callable[[], Any]) -> str:
    try:
        act()
    except (ValidationError, Refused) as refusal:
        return " ".join(refusal.messages) if isinstance(refusal, ValidationError) else str(refusal)
    return ""


def sent(world: World, **told: Any) -> str:
    page = world.page.get_latest_revision_as_object()
    return answered(world, edit(world.page), form(page) | told)


def tomorrow() -> datetime:
    return timezone.now() + timedelta(days=1)


# Doors of the editor


def button(world: World) -> str:
    return sent(world, **{"action-publish": "1"})


def editors_submit_button(world: World) -> str:
    return sent(world, **{"action-submit": "1"})


def revert_and_publish(world: World) -> str:
    old = world.page.get_latest_revision()
    typed_into(world.page, body=json.dumps([{"type": "paragraph", "value": "<p>Text.</p>"}]))
    return answered(world, edit(world.page), form(old.as_object()) | {"revision": old.pk, "action-publish": "1"})


def schedule_in_the_editor(world: World) -> str:
    page = world.page.get_latest_revision_as_object()
    page.go_live_at = tomorrow()
    told = form(page) | {"action-publish": "1"}
    bound = NewsPage.get_edit_handler().get_form_class()(told, instance=page, parent_page=world.page.get_parent(), for_user=world.cast.head)
    assert isinstance(bound, AuthoredPageForm)
    return " ".join(bound.non_field_errors()) if not bound.is_valid() else raised(lambda: page.save_revision(approved_go_live_at=tomorrow()))


def create_and_publish(world: World) -> str:
    address = reverse("wagtailadmin_pages:add", args=["publications", "newspage", world.page.get_parent().pk])
    told = form(world.page.get_latest_revision_as_object()) | {"slug": "another", "action-publish": "1"}
    return answered(world, address, told)


# Doors beside the editor


def bulk(world: World) -> str:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return answered(world, f"{address}?id={world.page.pk}&next=/lam-viec/", {"include_descendants": ""})


def workflow(world: World) -> str:
    task = GroupApprovalTask.objects.create(name="Approval")
    task.groups.add(Group.objects.get_or_create(name="Editors")[0])
    flow = Workflow.objects.create(name="Flow")
    WorkflowTask.objects.create(workflow=flow, task=task, sort_order=1)
    state = flow.start(world.page.get_latest_revision_as_object(), world.cast.head)
    address = reverse("wagtailadmin_pages:workflow_action", args=[world.page.pk, "approve", state.current_task_state.pk])
    return answered(world, address, {"comment": ""})


def copy_with_publishing(world: World) -> str:
    put_live(world.page)
    address = reverse("wagtailadmin_pages:copy", args=[world.page.pk])
    told = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": world.page.get_parent().pk, "publish_copies": "on", "alias": ""}
    return answered(world, address, told)


# Doors of code


def revision(world: World) -> str:
    return raised(lambda: world.page.get_latest_revision().publish())


def row(world: World) -> str:
    page = world.page.get_latest_revision_as_object()
    page.live = True
    return raised(page.save)


def row_unchecked(world: World) -> str:
    page = world.page.get_latest_revision_as_object()
    page.live = True
    return raised(lambda: page.save(clean=False))


def row_by_column(world: World) -> str:
    page = world.page.get_latest_revision_as_object()
    page.live = True
    return raised(lambda: page.save(update_fields=["live", "body"]))


def day_of_a_revision(world: World) -> str:
    return raised(lambda: world.page.get_latest_revision_as_object().save_revision(approved_go_live_at=tomorrow()))


def day_of_a_page(world: World) -> str:
    page = world.page.get_latest_revision_as_object()
    page.go_live_at = tomorrow()
    return raised(page.save_revision)


def command(world: World) -> str:
    Revision.objects.filter(pk=world.page.latest_revision_id).update(approved_go_live_at=timezone.now() - timedelta(hours=1))
    try:
        call_command("publish_scheduled")
    except CommandError as error:
        assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
        return str(error)
    return ""


def new_row(world: World) -> str:
    fresh = NewsPage(office=world.cast.here, key="fresh", title="Fresh", slug="fresh", locale=world.page.locale)
    fresh.body = world.page.get_latest_revision_as_object().body
    return raised(lambda: world.page.get_parent().add_child(instance=fresh))


def copy_kept_live(world: World) -> str:
    put_live(world.page)
    return raised(lambda: NewsPage.objects.get(pk=world.page.pk).copy(keep_live=True, update_attrs={"slug": "copy"}))


def alias(world: World) -> str:
    put_live(world.page)
    return raised(lambda: NewsPage.objects.get(pk=world.page.pk).create_alias(update_slug="alias"))


def translation(world: World) -> str:
    NewsPage.objects.filter(pk=world.pages["vi"].pk).delete()
    made = world.page.copy_for_translation(Locale.objects.get(language_code="vi"))
    assert not made.live
    return raised(lambda: made.get_latest_revision().publish())


def translation_of_the_live_row(world: World) -> str:
    """wagtail-localize saves a translation into the live row before it makes a revision."""
    put_live(world.pages["vi"])
    live = NewsPage.objects.get(pk=world.pages["vi"].pk)
    live.body = world.page.get_latest_revision_as_object().body
    return raised(live.save)


# Doors of ours


def our_submission(world: World) -> str:
    return raised(lambda: actions.submit(drafting.latest(world.cast.here, "tin"), by=world.cast.specialist))


def our_button(world: World) -> str:
    return answered(world, reverse("publications:publish", args=["tin"]), {})


def our_submit_button(world: World) -> str:
    return answered(world, reverse("publications:submit", args=["tin"]), {})


def our_approval(world: World) -> str:
    """A text submitted while it was whole, its revision then tampered with."""
    whole = {language: page.get_latest_revision() for language, page in world.pages.items()}
    content = whole["en"].content
    whole["en"].content = content | {"body": json.dumps([{"type": "paragraph", "value": "<p>Text.</p>"}])}
    whole["en"].save()
    waiting = actions.submit(drafting.latest(world.cast.here, "tin"), by=world.cast.specialist)
    whole["en"].content = content
    whole["en"].save()
    return raised(lambda: actions.approve(waiting, by=world.cast.director))


def put_live(page: AuthoredPage) -> None:
    """A page live with its newest words, past everything: what an older installation or a console could have left."""
    newest = page.get_latest_revision_as_object()
    NewsPage.objects.filter(pk=page.pk).update(live=True, body=newest.body)


DOORS: list[Door] = [
    button, editors_submit_button, revert_and_publish, schedule_in_the_editor, create_and_publish, bulk, workflow, copy_with_publishing,
    revision, row, row_unchecked, row_by_column, day_of_a_revision, day_of_a_page, command, new_row, copy_kept_live, alias, translation,
    translation_of_the_live_row, our_submission, our_button, our_submit_button, our_approval,
]  # fmt: skip
# Doors that copy a live page: the planted one is live already, and nothing else may become so.
LIVE_ALREADY = {"copy_with_publishing", "copy_kept_live", "alias", "translation_of_the_live_row"}


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_a_loose_numeral_is_named_at_every_door(world: World, door: Door) -> None:
    world.plant()
    said = door(world)
    assert "“17" in said
    assert "typed by hand" in said
    assert NewsPage.objects.filter(live=True).count() == (1 if door.__name__ in LIVE_ALREADY else 0)
    assert not Edition.objects.exists()


@pytest.mark.parametrize("door", [door for door in DOORS if door is not editors_submit_button], ids=lambda door: door.__name__)
def test_the_same_text_without_it_passes(world: World, door: Door) -> None:
    said = door(world)
    assert "typed by hand" not in said
    scheduled = Revision.objects.filter(approved_go_live_at__isnull=False).exists() or "day_of_a_page" in door.__name__
    opened = NewsPage.objects.filter(live=True).count() > (1 if door.__name__ in LIVE_ALREADY - {"translation_of_the_live_row"} else 0)
    assert opened or scheduled or Edition.objects.exists() or Submission.objects.exists()


def test_an_editor_without_a_workflow_only_saves_a_draft(world: World) -> None:
    assert not world.page.has_workflow
    editors_submit_button(world)
    assert not NewsPage.objects.filter(live=True).exists()


def test_there_is_no_address_of_an_interface_for_programs() -> None:
    patterns = list(callbacks(get_resolver().url_patterns))
    assert len(patterns) > 100
    assert [name for name in patterns if name.startswith("wagtail.api")] == []


def callbacks(patterns: Any) -> Any:
    for one in patterns:
        if hasattr(one, "url_patterns"):
            yield from callbacks(one.url_patterns)
        else:
            yield f"{one.callback.__module__}.{getattr(one.callback, '__qualname__', '')}"


def test_the_command_publishes_what_it_may_and_names_the_rest(world: World) -> None:
    """One refused text does not keep the later ones back."""
    world.plant()
    other = drafting.keep_pages(
        dict(drafting.compose_news(world.cast.here, NEWS | {"key": "tin-khac", "title": {"vi": "Tin khác", "en": "Another"}})), by=world.cast.head
    )["vi"]
    for page, hours in ((world.page, 2), (other, 1)):
        Revision.objects.filter(pk=page.latest_revision_id).update(approved_go_live_at=timezone.now() - timedelta(hours=hours))
    with pytest.raises(CommandError, match="17 delegations"):
        call_command("publish_scheduled")
    assert list(NewsPage.objects.filter(live=True).values_list("pk", flat=True)) == [other.pk]


def test_a_draft_over_a_live_page_and_a_rename_of_it_are_not_hindered(world: World) -> None:
    """The registry may have moved away from what is live; nothing new goes live by moving it or by a further draft."""
    world.plant()
    put_live(world.page)
    live = NewsPage.objects.get(pk=world.page.pk)
    live.slug = "renamed"
    live.save()
    live.get_latest_revision_as_object().save_revision()
    live.title = "Other words"
    with pytest.raises(ValidationError, match="17 delegations"):
        live.save()


def test_a_release_stands_on_the_position_it_was_submitted_at(cast: Cast, report: Pages) -> None:
    """What moved since must not shut the last door, which is ours."""
    waiting = actions.submit(report, by=cast.specialist)
    delegation(cast, "Đoàn đến sau", 191)
    actions.approve(waiting, by=cast.director)
    assert ReportPage.objects.filter(live=True).count() == 2


def test_our_own_permissions_keep_every_door_of_wagtails_shut(cast: Cast, as_: As) -> None:
    world = World(cast, as_(cast.head))
    for address in (
        reverse("wagtailadmin_pages:copy", args=[world.page.pk]),
        reverse("wagtailadmin_pages:add", args=["publications", "newspage", world.page.get_parent().pk]),
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={world.page.pk}",
    ):
        world.client.post(address, form(world.page.get_latest_revision_as_object()) | {"action-publish": "1"})
    assert NewsPage.objects.count() == 2
    assert not NewsPage.objects.filter(live=True).exists()


ODD = ["１２３ đoàn", "١٢٣ đoàn", "𝟏𝟐𝟑 đoàn", "¹²³ đoàn", "⑫ đoàn", "½ triệu đồng", "Ⅻ đoàn", "一二三 đoàn", "㎡ 5", "⑴", "đoàn²", "₂ đoàn"]


@pytest.mark.parametrize("words", ODD)
def test_a_number_in_signs_only_a_person_reads_goes_through_no_door(cast: Cast, as_: As, words: str) -> None:
    world = World(cast, as_(cast.head))
    for page in world.pages.values():
        typed_into(page, body=json.dumps([{"type": "paragraph", "value": f"<p>Có {words} đến.</p>"}]))
    for door in (our_button, our_submission, revision):
        assert "in signs that cannot be checked" in door(world)
    with pytest.raises(Refused):
        overriding.override(drafting.latest(cast.here, "tin"), by=cast.head, reason="x")
        actions.publish_text(drafting.latest(cast.here, "tin"), by=cast.head)
    assert not Edition.objects.exists()


@pytest.mark.parametrize(
    "words", ["Rộng hàng nghìn km², hàng trăm m³.", "Giảm khí CO₂.", "Đại hội XII, thế kỷ XXI.", "Phú Quốc – Việt Nam “xanh”…", "10°"]
)
def test_signs_that_tell_no_number_are_none_of_these(words: str) -> None:
    assert numerals.strange(words) == []


def published(cast: Cast, key: str, slug: str) -> Any:
    told = NEWS | {"key": key, "title": {"vi": key, "en": f"{key} en"}}
    pages: Pages = drafting.keep_pages(dict(drafting.compose_news(cast.here, told)), by=cast.head)
    typed_into(pages["vi"], slug=slug)
    return lambda: actions.publish_text(drafting.latest(cast.here, key), by=cast.head)


def test_two_texts_never_have_one_address(cast: Cast) -> None:
    published(cast, "mot", "chung")()
    NewsPage.objects.filter(key="mot", slug="chung").update(slug="khac")
    second = published(cast, "hai", "chung")
    with pytest.raises(Refused, match="“chung” belongs to another published text, “mot”"):
        second()
    published(cast, "mot", "rieng")()
    second()
    assert Edition.objects.filter(current=True).count() == 2
