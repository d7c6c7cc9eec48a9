"""A figure that moved since the last save: told on the text's page and in the panel in the same words, blocking nothing in either."""

import json
import re
from collections.abc import Callable
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from ngoaivu.accounts.models import User
from ngoaivu.publications import about_office, actions, checks, drafting, publishing
from ngoaivu.publications.page_forms import DayOfText
from tests.cast import Cast
from tests.publications.conftest import Pages, delegation

As = Callable[[User], Client]


@pytest.fixture
def binh(cast: Cast, as_: As) -> Client:
    return as_(cast.specialist)


@pytest.fixture
def after(cast: Cast, report: Pages) -> Pages:
    """The report, and then one mission more: 3 visits became 4, and 900 people are still over 800."""
    delegation(cast, "Đoàn Hàn Quốc", 21)
    return report


def panel(client: Client, pages: Pages, language: str = "vi") -> dict[str, Any]:
    """What the panel says of the text as it is saved."""
    from ngoaivu.publications import lines

    page = pages[language]
    told = [
        {
            "place": line.place,
            "text": line.text,
            "pieces": [{"start": one.start, "end": one.end, "kind": one.kind, "settings": dict(one.settings)} for one in line.pieces],
        }
        for line in lines.as_kept(page, {})
    ]
    asked = json.dumps({"page": page.pk, "lines": told})
    answer = client.post(reverse("publications:texts") + "con-so/doc/", asked, content_type="application/json")
    assert answer.status_code == 200, answer.content.decode()
    return dict(answer.json())


def test_page_and_panel_tell_it_in_the_same_words_and_neither_is_blocked(binh: Client, after: Pages) -> None:
    told = panel(binh, after)
    moved = [one for one in told["figures"] if one["verdict"] == "moved"]
    shown = binh.get(reverse("publications:text", args=[after["vi"].key])).context
    places = {(place.language, place.told) for one in shown["moved"] for place in one["places"]}
    assert [one["text"] for one in moved] == ["3 đoàn"]
    assert ("vi", moved[0]["message"]) in places
    assert {language for language, _told in places} == {"vi", "en"}
    assert (told["counts"]["moved"], told["counts"]["blocking"], told["beyond"]) == (1, 0, [])
    assert shown["findings"] == [] == checks.findings(after)


def test_the_page_names_place_heading_and_languages(binh: Client, after: Pages) -> None:
    page = binh.get(reverse("publications:text", args=[after["vi"].key])).content.decode()
    for words in ("“3 đoàn”", "“4 đoàn”", "under “Đoàn vào”", "Vietnamese", "English"):
        assert words in page


def test_saving_takes_the_new_words_and_nothing_is_told_any_more(binh: Client, after: Pages, again: Callable[[Pages], Pages]) -> None:
    for page in after.values():
        page.save_revision()
    assert binh.get(reverse("publications:text", args=[after["vi"].key])).context["moved"] == []


def test_a_waiting_text_is_read_where_it_was_submitted(binh: Client, cast: Cast, report: Pages) -> None:
    actions.submit(report, by=cast.specialist)
    delegation(cast, "Đoàn Hàn Quốc", 21)
    assert binh.get(reverse("publications:text", args=[report["vi"].key])).context["moved"] == []


def test_what_blocks_the_page_besides_figures_is_told_in_the_panel(binh: Client, cast: Cast, report: Pages) -> None:
    english = report["en"]
    english.body = json.dumps([block for block in english.body.get_prep_value() if "delegations.inbound.missions" not in str(block["value"])])
    english.save_revision()
    kept = drafting.latest(cast.here, english.key)
    shown = binh.get(reverse("publications:text", args=[english.key])).context["findings"]
    told = {language: panel(binh, kept, language)["beyond"] for language in kept}
    assert [one.message for one in shown] == told["en"] != []
    assert [("not in this one" in one, "not in the English one" in one) for one in told["en"] + told["vi"]] == [(True, False), (False, True)]


def test_the_rows_behind_a_figure_of_a_draft_open_at_the_desk(binh: Client, as_: As, cast: Cast, after: Pages) -> None:
    address = binh.get(reverse("publications:text", args=[after["vi"].key])).context["moved"][0]["rows"]
    page = binh.get(address)
    assert page.status_code == 200
    assert [row["title"] for row in page.context["rows"]][-1:] != []
    assert len(page.context["rows"]) == 4
    assert all(binh.get(row["address"]).status_code == 200 for row in page.context["rows"])
    assert Client().get(address).status_code == 302
    assert urlsplit(address).path.startswith(reverse("wagtailadmin_home"))


@pytest.mark.parametrize("asked", ["", "fact=no.such", "fact=delegations.inbound.missions&period=x", "fact=delegations.inbound.missions&at=x"])
def test_an_address_that_asks_for_no_figure_is_not_found(binh: Client, report: Pages, asked: str) -> None:
    assert binh.get(f"{reverse('publications:rows')}?{asked}").status_code == 404


def test_every_figure_of_a_preview_leads_somewhere(binh: Client, cast: Cast, after: Pages) -> None:
    publishing.publish(about_office.compose(cast.here, sections=[], links=[], figures=[]), by="x")
    for language in ("vi", "en"):
        page = binh.get(reverse("publications:preview", args=[after["vi"].key, language])).content.decode()
        own = {unescape(address) for address in re.findall(r'href="([^"]*)"', page) if after["vi"].key in address}
        asked = [address for address in own if address.startswith(reverse("publications:rows"))]
        assert len(asked) == 2
        assert {urlsplit(address).path.split("/")[1] for address in own} == {"lam-viec"}
        assert {binh.get(address).status_code for address in own} == {200}


def test_an_author_begins_at_his_texts_and_sees_which_drafts_moved(as_: As, cast: Cast, after: Pages) -> None:
    page = as_(cast.editor).get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("publications:new_report") in page
    assert page.index(reverse("publications:text", args=[after["vi"].key])) < page.index("desk-rooms")
    assert reverse("publications:new_report") not in as_(cast.administrator).get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize(
    ("typed", "kept"), [("05/7/2018", "2018-07-05"), ("7/2018", "2018-07"), ("2018", "2018"), ("2018-07-05", "2018-07-05"), ("", "")]
)
def test_the_day_of_a_text_is_typed_as_officials_write_it(typed: str, kept: str) -> None:
    field = DayOfText(required=False)
    assert field.clean(typed) == kept
    assert field.clean(field.prepare_value(kept)) == kept


@pytest.mark.parametrize("typed", ["31/2/2018", "hôm qua", "1/2/3/2018", "0018"])
def test_what_is_no_day_of_a_text_is_refused_by_its_words(typed: str) -> None:
    with pytest.raises(ValidationError, match=typed):
        DayOfText(required=False).clean(typed)
