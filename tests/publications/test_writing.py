"""Beginning to write: a news item from a title, and the other language from the one there is."""

import json
from typing import Any

import pytest
from django.urls import reverse

from ngoaivu.publications import actions, checks, drafting, richtext, writing
from ngoaivu.publications.pages import AuthoredPage, NewsPage
from ngoaivu.publications.publishing import Refused
from ngoaivu.registry.delegations.models import Delegation
from tests.cast import Cast
from tests.publications.conftest import TERM, Pages, typed_into, words_of
from tests.publications.test_editor import MEMBERS, As

TOLD = {"title_vi": "Đón đoàn đại biểu Đắk Lắk và Lào", "title_en": "", "section": "", "date": "2019-06-01"}
WRITERS = {"specialist", "head", "director", "editor"}


def begun(cast: Cast, vi: str = "Đón đoàn Lào", en: str = "") -> dict[str, AuthoredPage]:
    return writing.begin(cast.here, {"vi": vi, "en": en}, section="", date="2019-06-01", by=cast.specialist)


def figure(text: str) -> str:
    marks = {"fact": "delegations.inbound.people", "territory": "noi-nay", "period": TERM}
    return f"<p>{text} {richtext.figure(marks, 'x')}.</p>"


@pytest.fixture
def item(cast: Cast, rows: list[Delegation]) -> AuthoredPage:
    """A Vietnamese item with a bound figure, and no English."""
    page = begun(cast)["vi"]
    return typed_into(page, lead="<p>Tóm tắt.</p>", body=json.dumps([{"type": "paragraph", "value": figure("Tỉnh đón")}]))


def test_an_item_begins_in_both_languages_tied_as_translations(cast: Cast) -> None:
    pages = begun(cast, "Đón đoàn Lào", "A delegation from Laos")
    assert [pages[language].slug for language in ("vi", "en")] == ["don-doan-lao", "a-delegation-from-laos"]
    assert pages["vi"].translation_key == pages["en"].translation_key
    assert {page.key for page in pages.values()} == {"don-doan-lao"}
    assert not any(page.live for page in pages.values())
    assert set(drafting.latest(cast.here, "don-doan-lao")) == {"vi", "en"}


def test_a_title_taken_already_is_refused_in_a_sentence(cast: Cast) -> None:
    begun(cast)
    with pytest.raises(Refused, match="called “Đón đoàn Lào” already"):
        begun(cast, "Đón  đoàn Lào!")
    with pytest.raises(Refused, match="letters"):
        begun(cast, "“…”")
    assert NewsPage.objects.count() == 1


def test_an_english_title_taken_by_another_item_only_gives_another_address(cast: Cast) -> None:
    begun(cast, "Đón đoàn Lào", "A delegation")
    assert begun(cast, "Đón đoàn khác", "A delegation")["en"].slug == "a-delegation-2"


def test_a_long_title_is_cut_between_words_and_two_that_share_it_are_told_apart(cast: Cast) -> None:
    long = "Đoàn đại biểu cấp cao " * 9
    first, second = begun(cast, long)["vi"], begun(cast, long + "thứ hai")["vi"]
    assert first.slug.endswith("-doan-dai-bieu")
    assert (second.key, second.slug) == (f"{first.key}-2", f"{first.slug}-2")
    with pytest.raises(Refused, match="already"):
        begun(cast, long)


def test_the_screen_leads_to_the_editor_and_keeps_what_was_typed(cast: Cast, as_: As) -> None:
    client, address = as_(cast.specialist), reverse("publications:new_item")
    assert address in client.get(reverse("publications:texts")).content.decode()
    wrong = client.post(address, TOLD | {"date": "hôm qua"})
    assert "date" in wrong.context["form"].errors
    made = client.post(address, TOLD)
    page = NewsPage.objects.get()
    assert made["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert client.get(made["Location"]).status_code == 200
    assert (page.key, page.slug, page.date) == ("don-doan-dai-bieu-dak-lak-va-lao", "don-doan-dai-bieu-dak-lak-va-lao", "2019-06-01")
    twice = client.post(address, TOLD)
    assert twice.status_code == 200
    assert len(twice.context["form"].non_field_errors()) == 1
    assert TOLD["title_vi"] in twice.content.decode()


@pytest.mark.parametrize("who", MEMBERS)
def test_who_drafts_or_edits_may_begin_and_nobody_else(cast: Cast, as_: As, who: str) -> None:
    as_(getattr(cast, who)).post(reverse("publications:new_item"), TOLD)
    begun_here = NewsPage.objects.filter(office=cast.here).exists()
    assert begun_here is (who in WRITERS)
    if who not in WRITERS:
        with pytest.raises(Refused, match="not appointed"):
            writing.begin(cast.here, {"vi": "A"}, section="", date="", by=getattr(cast, who))


def test_the_other_language_gets_the_figures_in_its_own_words(cast: Cast, item: AuthoredPage) -> None:
    page = writing.copy_into(cast.here, item.key, "en", by=cast.specialist)
    assert "809 person-trips" in words_of(page)
    assert "809 lượt người" in words_of(drafting.latest(cast.here, item.key)["vi"])
    assert page.translation_key == item.translation_key
    assert not page.live
    rules = {finding.rule for finding in checks.findings(drafting.latest(cast.here, item.key))}
    assert not rules & {"language", "unequal"}


def test_words_that_stand_there_are_replaced_only_with_leave_and_stay_in_the_history(cast: Cast, item: AuthoredPage) -> None:
    page = writing.copy_into(cast.here, item.key, "en", by=cast.specialist)
    typed_into(page, title="Translated", body=json.dumps([{"type": "paragraph", "value": figure("The province received")}]))
    with pytest.raises(Refused, match="only if you say so"):
        writing.copy_into(cast.here, item.key, "en", by=cast.specialist)
    again = writing.copy_into(cast.here, item.key, "en", by=cast.specialist, replacing=True)
    assert "Tỉnh đón" in words_of(again)
    assert again.title == "Translated"
    assert any("The province received" in json.dumps(one.content) for one in page.revisions.all())


def test_an_empty_english_page_is_filled_and_nothing_copies_nothing(cast: Cast, rows: list[Delegation]) -> None:
    pages = begun(cast, "Đón đoàn Lào", "A delegation from Laos")
    with pytest.raises(Refused, match="nothing to copy"):
        writing.copy_into(cast.here, "don-doan-lao", "en", by=cast.specialist)
    typed_into(pages["vi"], body=json.dumps([{"type": "paragraph", "value": figure("Tỉnh đón")}]))
    page = writing.copy_into(cast.here, "don-doan-lao", "en", by=cast.specialist)
    assert (page.pk, page.title, page.slug) == (pages["en"].pk, "A delegation from Laos", "a-delegation-from-laos")
    assert "809 person-trips" in words_of(page)


def test_a_report_with_one_language_gets_the_other(cast: Cast, report: Pages) -> None:
    report["en"].delete()
    page: Any = writing.copy_into(cast.here, report["vi"].key, "en", by=cast.specialist)
    assert (page.outline, page.period) == ("term", TERM)
    assert "over 800" in words_of(page)


def test_the_button_stands_where_a_language_lacks(cast: Cast, item: AuthoredPage, as_: As) -> None:
    client, address = as_(cast.specialist), reverse("publications:text", args=[item.key])
    copy = reverse("publications:copy", args=[item.key, "en"])
    assert copy in client.get(address).content.decode()
    assert copy not in as_(cast.administrator).get(address).content.decode()
    as_(cast.administrator).post(copy)
    assert set(drafting.latest(cast.here, item.key)) == {"vi"}
    client.post(copy)
    assert set(drafting.latest(cast.here, item.key)) == {"vi", "en"}
    client.post(copy)
    before = drafting.latest(cast.here, item.key)["en"].latest_revision_id
    assert drafting.latest(cast.here, item.key)["en"].latest_revision_id == before
    assert client.post(reverse("publications:copy", args=[item.key, "fr"])).status_code == 404


def test_what_was_begun_and_copied_is_published_by_our_own_door(cast: Cast, item: AuthoredPage) -> None:
    page = writing.copy_into(cast.here, item.key, "en", by=cast.specialist)
    translated = {
        "title": "Laos visits",
        "lead": "<p>In short.</p>",
        "body": json.dumps([{"type": "paragraph", "value": figure("The province received")}]),
    }
    typed_into(page, **translated)
    edition = actions.publish_text(drafting.latest(cast.here, item.key), by=cast.editor)
    assert set(edition.content["texts"]) == {"vi", "en"}


REPORT = {"outline": "term", "first": "2015", "last": "2020"}


def test_a_report_is_not_drafted_again_over_an_officers_words_unasked(cast: Cast, rows: list[Delegation], as_: As) -> None:
    client, address = as_(cast.specialist), reverse("publications:new_report")
    client.post(address, REPORT)
    page = drafting.latest(cast.here, "term-2015-2020")["vi"]
    typed_into(page, lead="<p>Lời của cán bộ.</p>")
    asked = client.post(address, REPORT)
    assert asked.status_code == 200
    assert reverse("publications:text", args=["term-2015-2020"]) in asked.content.decode()
    assert 'name="again"' in asked.content.decode()
    assert "Lời của cán bộ" in drafting.latest(cast.here, "term-2015-2020")["vi"].lead
    other = client.post(address, REPORT | {"first": "2010", "last": "2015"})
    assert other.status_code == 302


def test_drafting_again_on_purpose_keeps_the_present_text_in_its_history(cast: Cast, rows: list[Delegation], as_: As) -> None:
    client, address = as_(cast.specialist), reverse("publications:new_report")
    client.post(address, REPORT)
    typed_into(drafting.latest(cast.here, "term-2015-2020")["vi"], lead="<p>Lời của cán bộ.</p>")
    client.post(address, REPORT | {"again": "1"})
    page = drafting.latest(cast.here, "term-2015-2020")["vi"]
    assert "Lời của cán bộ" not in page.lead
    assert any("Lời của cán bộ" in one.content["lead"] for one in page.revisions.all())
