"""The other language of a report is made in its own words, and what is not translated is seen, told and never published."""

import json
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from ngoaivu.publications import actions, checks, drafting, outlines, writing
from ngoaivu.publications.pages import AuthoredPage
from ngoaivu.publications.publishing import Refused
from ngoaivu.registry.delegations.models import Delegation
from tests.cast import Cast
from tests.publications.conftest import TERM, Pages, typed_into
from tests.publications.test_editor import As
from tests.publications.test_writing import figure

ADDED = "Riêng chính quyền các địa phương bạn đã cử nhiều đoàn."


@pytest.fixture
def real(cast: Cast, rows: list[Delegation]) -> Pages:
    """A report of the outline that is kept, drafted in both languages."""
    return dict(drafting.draft_report(outlines.load("term"), cast.here, TERM, by=cast.specialist))


def with_added(page: AuthoredPage) -> tuple[AuthoredPage, str]:
    """The Vietnamese text with a sentence typed at the end of its first paragraph, and the English of that paragraph."""
    blocks = [dict(block) for block in page.body.get_prep_value()]
    first = next(block for block in blocks if block["type"] == "paragraph")
    first["value"] = first["value"].replace("</p>", f" {ADDED}</p>")
    return typed_into(page, body=json.dumps(blocks)), first["value"]


def blocks_of(page: AuthoredPage) -> list[tuple[str, Any]]:
    return [(block["type"], block["value"]) for block in page.body.get_prep_value()]


def untranslated(pages: Pages) -> list[tuple[str, str]]:
    return [(one.language, one.message) for one in checks.findings(pages) if one.rule == "untranslated"]


def test_a_report_is_made_anew_in_its_own_english(cast: Cast, real: Pages) -> None:
    english = blocks_of(real["en"])
    typed_into(real["en"], body=json.dumps([{"type": "paragraph", "value": "<p>Something else.</p>"}]))
    made = writing.copy_into(cast.here, real["vi"].key, "en", by=cast.specialist, replacing=True)
    assert blocks_of(made) == english
    assert made.lead == real["en"].lead
    assert not untranslated(drafting.latest(cast.here, made.key))


def test_what_was_added_comes_along_in_its_place_and_is_named_until_it_is_translated(cast: Cast, real: Pages) -> None:
    with_added(real["vi"])
    english = blocks_of(real["en"])
    made = writing.copy_into(cast.here, real["vi"].key, "en", by=cast.specialist, replacing=True)
    place = next(number for number, (kind, _value) in enumerate(english) if kind == "paragraph")
    told = blocks_of(made)
    assert told[place][1] == english[place][1].replace("</p>", f" {ADDED}</p>")
    assert [value for number, value in enumerate(told) if number != place] == [value for number, value in enumerate(english) if number != place]
    (language, message), *more = untranslated(drafting.latest(cast.here, made.key))
    assert (language, more) == ("en", [])
    assert ADDED in message
    assert "not in English yet" in message


def test_a_copied_item_is_refused_in_words_that_name_the_line(cast: Cast, rows: list[Delegation]) -> None:
    page = writing.begin(cast.here, {"vi": "Đón đoàn Lào", "en": "A visit"}, section="", date="2019-06-01", by=cast.specialist)["vi"]
    typed_into(page, body=json.dumps([{"type": "paragraph", "value": figure("Tỉnh đón các đoàn với")}]))
    writing.copy_into(cast.here, page.key, "en", by=cast.specialist)
    with pytest.raises(Refused, match=r"“Tỉnh đón các đoàn với ….” is not in English yet"):
        actions.publish_text(drafting.latest(cast.here, page.key), by=cast.editor)


@pytest.mark.parametrize(
    ("vi", "en", "told"),
    [
        ("Tỉnh đón đoàn.", "The province received a delegation.", []),
        ("Tỉnh đón đoàn.", "Tỉnh đón đoàn.", ["en"]),
        ("Tỉnh đón đoàn. Đoàn thăm cảng.", "The province received a delegation. Đoàn thăm và làm việc tại cảng Mỹ Tho.", ["en"]),
        ("Đoàn nghe đờn ca tài tử.", "The delegation listened to songs called đờn ca tài tử after dinner.", []),
        ("Đoàn thăm Mỹ Tho.", "The delegation visited Mỹ Tho, Gò Công and Cái Bè.", []),
        ("The delegation visited the port.", "The delegation visited the port.", ["vi"]),
    ],
)
def test_a_sentence_in_another_language_is_known_and_a_name_is_none(cast: Cast, vi: str, en: str, told: list[str]) -> None:
    pages = writing.begin(cast.here, {"vi": "Đón đoàn Lào", "en": "A visit"}, section="", date="2019-06-01", by=cast.specialist)
    for page, words in ((pages["vi"], vi), (pages["en"], en)):
        typed_into(page, body=json.dumps([{"type": "paragraph", "value": f"<p>{words}</p>"}]))
    assert [language for language, _message in untranslated(dict(pages))] == told


def test_words_are_replaced_only_when_the_box_is_ticked(cast: Cast, real: Pages, as_: As) -> None:
    client, address = as_(cast.specialist), reverse("publications:copy", args=[real["vi"].key, "en"])
    typed_into(real["en"], body=json.dumps([{"type": "paragraph", "value": "<p>Something else.</p>"}]))
    client.post(address)
    assert "Something else" in str(blocks_of(drafting.latest(cast.here, real["vi"].key)["en"]))
    client.post(address, {"replace": "1"})
    assert "Something else" not in str(blocks_of(drafting.latest(cast.here, real["vi"].key)["en"]))


def test_an_older_draft_of_a_year_that_goes_on_is_made_anew_as_it_was_drafted(cast: Cast, rows: list[Delegation]) -> None:
    year = f"year:{timezone.localdate().year}"
    pages: dict[str, Any] = dict(drafting.keep_pages(dict(drafting.compose_report(outlines.load("year"), cast.here, year)), by=cast.specialist))
    assert pages["vi"].period == year
    english = blocks_of(pages["en"])
    made = writing.copy_into(cast.here, pages["vi"].key, "en", by=cast.specialist, replacing=True)
    assert blocks_of(made) == english
