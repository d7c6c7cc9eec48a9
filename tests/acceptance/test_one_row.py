"""Acceptance 4: one row changed through an action changes the draft's sentence in both languages, hedge included, and not the release."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from ngoaivu.accounts.seats import seats_of
from ngoaivu.core import changes
from ngoaivu.publications import actions, checks, drafting, recomputing, sealing
from ngoaivu.publications.content import plain
from ngoaivu.publications.editions import Edition
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.desk import actions as desk
from tests.cast import Cast
from tests.publications.conftest import TERM, Pages, delegation, missions, outline, people

pytestmark = pytest.mark.django_db


def sentences(told: object) -> dict[str, list[str]]:
    """The paragraphs of an edition's content in each language."""
    return {language: [plain(block["runs"]) for block in text["body"] if block["type"] == "paragraph"] for language, text in told["texts"].items()}  # type: ignore[index]


@contextmanager
def one_row_changed(cast: Cast, row: Delegation, persons: int) -> Iterator[int]:
    """What an officer does at the desk: he opens the record, writes another number and says why."""
    seat = seats_of(cast.specialist)[0]
    row.persons = persons
    yield desk.keep(row, seat=seat, check=lambda before, after: None, why="đếm lại theo danh sách")


@pytest.fixture
def rows(cast: Cast) -> list[Delegation]:
    return [delegation(cast, f"Đoàn {number}", persons) for number, persons in enumerate((700, 100, 9), start=1)]


@pytest.fixture
def pages(cast: Cast, rows: list[Delegation]) -> Pages:
    return dict(drafting.draft_report(outline(people(), missions()), cast.here, TERM, by=cast.specialist))


def draft(cast: Cast, pages: Pages) -> dict[str, list[str]]:
    return sentences(sealing.compose(drafting.latest(cast.here, pages["vi"].key), changes.latest(), draft=True))


@pytest.mark.parametrize(
    ("persons", "vi", "en"),
    [
        (686, "Tỉnh đón gần 800 lượt người.", "The province received nearly 800 person-trips."),
        (691, "Tỉnh đón 800 lượt người.", "The province received 800 person-trips."),
        (1200, "Tỉnh đón hơn 1.300 lượt người.", "The province received over 1,300 person-trips."),
        (1191, "Tỉnh đón 1.300 lượt người.", "The province received 1,300 person-trips."),
    ],
)
def test_the_draft_follows_one_row_and_the_release_does_not(cast: Cast, rows: list[Delegation], pages: Pages, persons: int, vi: str, en: str) -> None:
    released = actions.approve(actions.submit(pages, by=cast.specialist), by=cast.director)
    sealed = released.edition.text
    assert draft(cast, pages)["vi"][0] == "Tỉnh đón hơn 800 lượt người."
    assert draft(cast, pages)["en"][0] == "The province received over 800 person-trips."

    with one_row_changed(cast, rows[0], persons):
        assert draft(cast, pages) == {"vi": [vi, "Có 3 đoàn đến."], "en": [en, "There came 3 delegations."]}

    assert checks.findings(drafting.latest(cast.here, pages["vi"].key)) == []
    kept = Edition.objects.get(pk=released.edition_id)
    assert kept.text == sealed
    assert sentences(kept.content)["vi"][0] == "Tỉnh đón hơn 800 lượt người."
    assert sentences(kept.content)["en"][0] == "The province received over 800 person-trips."
    assert recomputing.differences(kept) == []


def test_the_editors_stored_words_follow_when_the_text_is_saved(cast: Cast, rows: list[Delegation], pages: Pages) -> None:
    with one_row_changed(cast, rows[0], 686):
        latest = drafting.latest(cast.here, pages["vi"].key)
    stored = latest["vi"].body.get_prep_value()[1]["value"]
    assert "hơn 800" in stored, "a stored revision keeps its digits until it is saved again"
    latest["vi"].save_revision()
    assert "gần 800" in drafting.latest(cast.here, pages["vi"].key)["vi"].body.get_prep_value()[1]["value"]
