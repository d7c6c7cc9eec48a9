"""Overrides: exactly these figures, by somebody with the right, with a reason that stays and that readers see."""

import json
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from ngoaivu.accounts import roles
from ngoaivu.accounts.models import Appointment
from ngoaivu.core.history import UnguardedWrite
from ngoaivu.publications import actions, drafting, overriding
from ngoaivu.publications.editions import Edition, Release
from ngoaivu.publications.overrides import Override
from ngoaivu.publications.pages import ReportPage
from ngoaivu.publications.publishing import Refused
from ngoaivu.registry.delegations.models import Delegation
from tests.cast import Cast
from tests.publications.conftest import TERM, Pages, outline, sentence, typed_into
from tests.publications.test_doors import NEWS
from tests.publications.test_editor import As

REASON = "The minutes of the meeting give it; the registry follows next week."


def with_text(page: Any, *paragraphs: str) -> Any:
    whole = [*page.body.get_prep_value(), *({"type": "paragraph", "value": f"<p>{text}</p>"} for text in paragraphs)]
    return typed_into(page, body=json.dumps(whole))


@pytest.fixture
def loose(cast: Cast, report: Pages) -> Pages:
    """The report with one figure typed by hand in each language."""
    with_text(report["vi"], "Có 17 đoàn khác.")
    with_text(report["en"], "There came 17 other delegations.")
    return drafting.latest(cast.here, report["vi"].key)


def words(one: Override) -> list[str]:
    return [figure["words"] for figure in one.figures]


def test_the_right_belongs_to_head_and_director() -> None:
    assert {role.slug for role in roles.ROLES.values() if roles.OVERRIDE in role.acts} == {"head", "director"}


def test_what_is_let_through_is_released_and_the_edition_says_so(cast: Cast, loose: Pages) -> None:
    with pytest.raises(Refused, match="17 đoàn"):
        actions.submit(loose, by=cast.specialist)
    kept = overriding.override(loose, by=cast.head, reason=f" {REASON} ")
    assert (kept.reason, kept.by, kept.actor) == (REASON, cast.head.full_name, cast.head.actor.key)
    assert [figure["language"] for figure in kept.figures] == ["en", "vi"]
    release = actions.approve(actions.submit(loose, by=cast.specialist), by=cast.director)
    [told] = release.edition.content["extra"]["overrides"]
    assert (told["reason"], told["by"], told["figures"]) == (REASON, cast.head.full_name, kept.figures)
    assert ReportPage.objects.filter(live=True).count() == 2


def test_readers_see_each_such_figure_on_somebodys_word_and_no_other(cast: Cast, loose: Pages) -> None:
    with_text(loose["en"], "There <b>came 17</b> others, in <b>2017</b>, of 17.")
    pages = drafting.latest(cast.here, loose["en"].key)
    overriding.override(pages, by=cast.head, reason=REASON)
    content = actions.approve(actions.submit(pages, by=cast.specialist), by=cast.director).edition.content
    answer = {"reason": REASON, "by": cast.head.full_name}
    marked = {
        language: [run["text"] for block in text["body"] for run in block["runs"] if run.get("waived") == answer]
        for language, text in content["texts"].items()
    }
    assert marked == {"vi": ["17 đoàn"], "en": ["17 other delegations", "17", "17"]}
    shown = {language: "".join(run["text"] for run in text["body"][-1]["runs"]) for language, text in content["texts"].items()}
    assert shown == {"vi": "Có 17 đoàn khác.", "en": "There came 17 others, in 2017, of 17."}
    assert sum("fact" in run for text in content["texts"].values() for block in text["body"] for run in block["runs"]) == 4


def test_without_an_override_an_edition_says_nothing_of_one(cast: Cast, report: Pages) -> None:
    release = actions.approve(actions.submit(report, by=cast.specialist), by=cast.director)
    assert "overrides" not in release.edition.content["extra"]


@pytest.mark.parametrize("more", ["There came 19 others.", "There came 17 other delegations."])
def test_one_figure_more_or_the_same_at_another_place_is_refused_again(cast: Cast, loose: Pages, more: str) -> None:
    overriding.override(loose, by=cast.head, reason=REASON)
    actions.send_back(actions.submit(loose, by=cast.specialist), by=cast.director, why="Thêm một câu")
    with_text(loose["en"], more)
    with pytest.raises(Refused, match="typed by hand"):
        actions.submit(drafting.latest(cast.here, loose["en"].key), by=cast.specialist)


def test_another_figure_in_its_place_is_refused_again(cast: Cast, loose: Pages) -> None:
    overriding.override(loose, by=cast.head, reason=REASON)
    page = loose["en"]
    typed_into(page, body=json.dumps(page.body.get_prep_value()).replace("17 other", "18 other"))
    with pytest.raises(Refused, match="18"):
        actions.submit(drafting.latest(cast.here, page.key), by=cast.specialist)


def test_the_wall_honours_it_for_each_language_and_nothing_beyond(cast: Cast, loose: Pages) -> None:
    with pytest.raises(Exception, match="17 other delegations"):
        loose["en"].get_latest_revision().publish()
    overriding.override(loose, by=cast.head, reason=REASON)
    loose["en"].get_latest_revision().publish()
    assert ReportPage.objects.filter(live=True).count() == 1
    with_text(loose["vi"], "Lại có 19 đoàn.")
    with pytest.raises(Exception, match="19 đoàn"):
        loose["vi"].get_latest_revision().publish()


def test_an_override_of_one_text_opens_no_other(cast: Cast, loose: Pages) -> None:
    overriding.override(loose, by=cast.head, reason=REASON)
    news = drafting.keep_pages(dict(drafting.compose_news(cast.here, NEWS)), by=cast.head)
    for language, page in news.items():
        typed_into(page, body=json.dumps(loose[language].body.get_prep_value()))
    with pytest.raises(Refused, match="typed by hand"):
        actions.publish_text(drafting.latest(cast.here, "tin"), by=cast.editor)


def test_a_news_item_goes_out_under_an_override_too(cast: Cast) -> None:
    news = drafting.keep_pages(dict(drafting.compose_news(cast.here, NEWS)), by=cast.head)
    for page in news.values():
        with_text(page, "17")
    pages = drafting.latest(cast.here, "tin")
    overriding.override(pages, by=cast.director, reason=REASON)
    told = actions.publish_text(pages, by=cast.editor).content["extra"]["overrides"]
    assert [figure["words"] for figure in told[0]["figures"]] == ["17", "17"]


def test_a_missing_value_and_a_missing_language_are_nobodys_to_let_through(cast: Cast, rows: list[Delegation]) -> None:
    token = "{fig exports.turnover period=year:2019}"
    lost = drafting.draft_report(outline(sentence(f"Xuất khẩu {token}.", f"Exports {token}.")), cast.here, TERM, by=cast.specialist)
    with pytest.raises(Refused, match="No figure of this text needs an override"):
        overriding.override(dict(lost), by=cast.head, reason=REASON)
    with_text(lost["en"], "There came 17 delegations.")
    overriding.override(drafting.latest(cast.here, lost["en"].key), by=cast.head, reason=REASON)
    with pytest.raises(Refused, match=r"Export turnover"):
        actions.submit(drafting.latest(cast.here, lost["en"].key), by=cast.specialist)
    with pytest.raises(Refused, match="No figure"):
        overriding.override({"vi": lost["vi"]}, by=cast.head, reason=REASON)


def test_facts_that_differ_stay_refused(cast: Cast, loose: Pages) -> None:
    typed_into(loose["en"], body=json.dumps(loose["en"].body.get_prep_value()[1:]))
    blocks = loose["en"].body.get_prep_value()
    typed_into(loose["en"], body=json.dumps([*blocks[:1], *blocks[2:]]))
    pages = drafting.latest(cast.here, loose["en"].key)
    overriding.override(pages, by=cast.head, reason=REASON)
    with pytest.raises(Refused, match="stands in the Vietnamese text and not in this one"):
        actions.submit(pages, by=cast.specialist)


@pytest.mark.parametrize("who", ["specialist", "editor", "administrator", "reporter", "stranger"])
def test_who_is_not_appointed_to_it_cannot(cast: Cast, loose: Pages, as_: As, who: str) -> None:
    person = getattr(cast, who)
    with pytest.raises(Refused, match="is not appointed"):
        overriding.override(loose, by=person, reason=REASON)
    as_(person).post(reverse("publications:override", args=[loose["vi"].key]), {"why": REASON, "digest": "x"})
    assert not Override.objects.exists()


def test_the_reason_is_asked_for_also_by_the_database(cast: Cast, loose: Pages) -> None:
    with pytest.raises(Refused, match="Say why"):
        overriding.override(loose, by=cast.head, reason="  ")
    kept = overriding.override(loose, by=cast.head, reason=REASON)
    kept.pk, kept.reason, kept._state.adding = None, "", True
    with pytest.raises(IntegrityError), transaction.atomic():
        kept.save()


def test_it_is_never_changed_nor_deleted(cast: Cast, loose: Pages) -> None:
    kept = overriding.override(loose, by=cast.head, reason=REASON)
    for act in (kept.save, kept.delete, Override.objects.all().delete, lambda: Override.objects.update(reason="Other")):
        with pytest.raises(UnguardedWrite):
            act()
    assert Override.objects.get().reason == REASON


def test_the_screen_shows_which_figures_and_keeps_the_record(cast: Cast, loose: Pages, as_: As) -> None:
    address, key = reverse("publications:text", args=[loose["vi"].key]), loose["vi"].key
    assert "Publish all the same" not in english(as_(cast.specialist), address)
    head = as_(cast.head)
    shown = english(head, address)
    assert all(f"“{one}”" in shown for one in ("17 đoàn", "17 other delegations"))
    digest = head.get(address).context["digest"]
    head.post(reverse("publications:override", args=[key]), {"why": "", "digest": digest})
    assert not Override.objects.exists()
    head.post(reverse("publications:override", args=[key]), {"why": REASON, "digest": digest})
    after = english(head, address)
    assert REASON in after
    assert cast.head.full_name in after
    assert reverse("publications:submit", args=[key]) in after
    as_(cast.specialist).post(reverse("publications:submit", args=[key]))
    as_(cast.director).post(reverse("publications:decide", args=[key]), {"approve": "1", "read": "1"})
    assert REASON in english(head, reverse("publications:release", args=[Release.objects.get().number]))
    assert Edition.objects.get().content["extra"]["overrides"][0]["by"] == cast.head.full_name


def test_figures_that_changed_while_somebody_read_are_not_let_through_unseen(cast: Cast, loose: Pages, as_: As) -> None:
    head, key = as_(cast.head), loose["vi"].key
    digest = head.get(reverse("publications:text", args=[key])).context["digest"]
    with_text(loose["en"], "There came 19 others.")
    answer = head.post(reverse("publications:override", args=[key]), {"why": REASON, "digest": digest}, follow=True)
    assert len(list(answer.context["messages"])) == 1
    assert not Override.objects.exists()


def test_a_head_whose_appointment_ended_overrides_nothing(cast: Cast, loose: Pages) -> None:
    Appointment.objects.filter(user=cast.head).update(valid_to="2016-01-01")
    with pytest.raises(Refused, match="is not appointed"):
        overriding.override(loose, by=cast.head, reason=REASON)


def english(client: Any, address: str) -> str:
    told: str = client.get(address, headers={"accept-language": "en"}).content.decode()
    return told


def test_another_sentence_around_the_same_figure_is_another_claim(cast: Cast, loose: Pages) -> None:
    """“Có 17 đoàn” was answered for; nobody answered for “Không có 17 đoàn”."""
    overriding.override(loose, by=cast.head, reason=REASON)
    told = loose["vi"].body.get_prep_value()
    told[-1]["value"] = "<p>Có 17 đoàn khác bị từ chối.</p>"
    typed_into(loose["vi"], body=json.dumps(told))
    pages = drafting.latest(cast.here, loose["vi"].key)
    assert [one["words"] for one in overriding.figures(overriding.standing(pages).blocking)] == ["17 other delegations", "17 đoàn"]
    with pytest.raises(Refused, match="17 đoàn"):
        actions.submit(pages, by=cast.specialist)
