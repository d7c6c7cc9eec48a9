"""Editions and releases: one canonical text, a chain that shows every change of a byte, figures that come out the same for ever."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from ngoaivu.core import changes
from ngoaivu.documents.actions import keep, withdraw
from ngoaivu.publications import actions, drafting, publishing, recomputing, sealing
from ngoaivu.publications.content import canonical, digest
from ngoaivu.publications.editions import Edition, EditionText, Release, current
from ngoaivu.publications.publishing import Refused, verify_chain
from ngoaivu.registry.delegations.models import Delegation
from tests.cast import Cast
from tests.publications.conftest import TERM, Pages, delegation, missions, outline, people, sentence

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


def content(key: str = "a", **changed: Any) -> Any:
    """A small edition of nothing much."""
    text = {"slug": key, "title": [{"text": f"Bài {key}"}], "lead": [], "body": [{"type": "paragraph", "runs": [{"text": "Đã đón đoàn."}]}]}
    told = {"format": "ngoaivu.edition/1", "kind": "news", "key": key, "office": "so-ngoai-vu", "section": "tin", "date": "2019-06-01"}
    told |= {"first_published": "", "texts": {"vi": text, "en": text}, "facts": {}, "records": {}, "pictures": {}, "related": [], "extra": {}}
    return told | {"position": {"revision": "0", "at": ""}, "rules": {}} | changed


def faults(office: str = "so-ngoai-vu") -> list[str]:
    return [fault for proof in verify_chain(office) for fault in proof.faults]


@pytest.fixture
def released(cast: Cast, report: Pages) -> Release:
    return actions.approve(actions.submit(report, by=cast.specialist), by=cast.director)


@pytest.fixture
def three(db: None) -> list[Release]:
    return [publishing.release(content(key), drafted_by="Lê Thanh Bình", approved_by="Trần Văn Toàn") for key in ("a", "b", "c")]


@given(JSON)
def test_canonical_text_is_one_and_says_the_same(value: Any) -> None:
    text = canonical(value)
    assert json.loads(text) == value
    assert canonical(json.loads(text)) == text
    assert digest(text) == digest(canonical(json.loads(text)))


@pytest.mark.parametrize("value", [0.5, [1, [0.5]], {"a": {"b": [1.0]}}, float("nan"), Decimal("0.5")])
def test_floats_are_refused_at_any_depth(value: Any) -> None:
    with pytest.raises(TypeError):
        canonical(value)


def test_the_order_of_keys_and_the_form_of_letters_do_not_matter() -> None:
    assert canonical({"b": 1, "a": "ế"}) == canonical({"a": "ế", "b": 1}) == '{"a":"ế","b":1}'


def test_editions_of_a_key_are_numbered_and_one_is_current(db: None) -> None:
    first, second = publishing.publish(content(), by="x"), publishing.publish(content(date="2019-06-02"), by="y")
    other = publishing.publish(content("b"), by="x")
    first.refresh_from_db()
    assert [(one.number, one.current) for one in (first, second, other)] == [(1, False), (2, True), (1, True)]
    assert second.content["first_published"] == first.content["first_published"] == first.published_at.isoformat()
    assert first.content["date"] == "2019-06-01", "an earlier edition stays readable as it was"
    assert current("so-ngoai-vu", "news", "a") == second


def test_the_database_keeps_one_current_edition(db: None) -> None:
    first = publishing.publish(content(), by="x")
    publishing.publish(content(), by="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.filter(pk=first.pk).update(current=True)


def test_a_withdrawn_edition_is_not_shown_and_its_earlier_one_does_not_come_back(db: None) -> None:
    publishing.publish(content(), by="x")
    second = publishing.publish(content(), by="x")
    publishing.withdraw(second, by="x", why="sai")
    assert current("so-ngoai-vu", "news", "a") is None
    assert publishing.current_editions("so-ngoai-vu") == []
    assert publishing.publish(content(), by="x").number == 3


def test_words_are_found_with_and_without_marks(db: None) -> None:
    edition = publishing.publish(content(), by="x")
    assert set(EditionText.objects.filter(folded__contains="da don doan").values_list("edition", "language")) == {
        (edition.pk, "vi"),
        (edition.pk, "en"),
    }


def test_a_release_is_numbered_and_chained(three: list[Release]) -> None:
    assert [one.number for one in three] == [1, 2, 3]
    assert [one.previous for one in three] == ["", three[0].digest, three[1].digest]
    assert three[2].edition.content["extra"]["release"]["number"] == 3
    assert faults() == []


def test_two_offices_have_two_chains(three: list[Release]) -> None:
    other = publishing.release(content(office="so-khac"), drafted_by="a", approved_by="b")
    assert (other.number, other.previous) == (1, "")
    assert faults("so-khac") == []


def test_drafter_and_approver_are_two_also_for_the_database(three: list[Release]) -> None:
    with pytest.raises(Refused, match="second person"):
        publishing.release(content("d"), drafted_by="Một Người", approved_by="Một Người")
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.filter(pk=three[0].pk).update(approved_by="Lê Thanh Bình")


@pytest.mark.parametrize("which", [0, 1, 2])
@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        (Edition, "digest", "0" * 64),
        (Edition, "key", "z"),
        (Edition, "date", "2019-06-09"),
        (Edition, "section", "khac"),
        (Edition, "kind", "report"),
        (Release, "digest", "0" * 64),
        (Release, "previous", "f" * 64),
        (Release, "approved_by", "Người Khác"),
        (Release, "drafted_by", "Người Khác"),
        (EditionText, "title", "Bài khác"),
        (EditionText, "words", "Chưa đón đoàn."),
        (EditionText, "lead", "Tóm tắt khác"),
        (EditionText, "slug", "khac"),
    ],
)
def test_a_changed_column_is_found_in_any_release(three: list[Release], which: int, table: Any, column: str, value: str) -> None:
    path = {Edition: "pk", Release: "edition_id", EditionText: "edition_id"}[table]
    table.objects.filter(**{path: three[which].edition_id}).update(**{column: value})
    assert faults() != []


@pytest.mark.parametrize("which", [0, 1, 2])
def test_a_changed_byte_is_found_wherever_it_stands(three: list[Release], which: int) -> None:
    edition = three[which].edition
    for place in range(0, len(edition.text), 29):
        told = edition.text[:place] + ("x" if edition.text[place] != "x" else "y") + edition.text[place + 1 :]
        Edition.objects.filter(pk=edition.pk).update(text=told)
        assert f"The text of release {which + 1} is not the one that was sealed." in faults()
    Edition.objects.filter(pk=edition.pk).update(text=edition.text)
    assert faults() == []


def test_a_text_changed_with_its_own_digest_is_still_found(three: list[Release]) -> None:
    told = three[0].edition.text.replace("Đã", "Da")
    Edition.objects.filter(pk=three[0].edition_id).update(text=told, digest=digest(told))
    assert "The text of release 1 is not the one that was sealed." in faults()
    Release.objects.filter(pk=three[0].pk).update(digest=digest(told))
    assert "Release 2 does not follow the one before it." in faults()


def test_missing_numbers_are_named(three: list[Release]) -> None:
    for number in (4, 5):
        publishing.release(content(f"n{number}"), drafted_by="a", approved_by="b")
    Release.objects.filter(number__in=(2, 3)).delete()
    assert faults()[:2] == ["Release 2 is missing from the chain.", "Release 3 is missing from the chain."]
    assert [proof.number for proof in verify_chain("so-ngoai-vu") if proof.faults] == [4]


def test_a_release_holds_what_its_figures_stood_on(released: Release) -> None:
    told = released.edition.content
    [people_fact, count] = told["facts"].values()
    assert (people_fact["value"], people_fact["rows"]["count"], count["value"]) == ("809", 3, "3")
    assert people_fact["question"]["period"] == TERM
    assert set(told["rules"]["definitions"]) == {"delegations.inbound.people", "delegations.inbound.missions"}
    assert 'counts = "delegations"' in told["rules"]["definitions"]["delegations.inbound.missions"]["text"]
    runs = [run for block in told["texts"]["en"]["body"] for run in block["runs"] if "fact" in run]
    assert [(run.get("before", ""), run["text"]) for run in runs] == [("over ", "800 person-trips"), ("", "3 delegations")]
    assert told["extra"]["release"]["signer"]["name"] == "Trần Văn Toàn"


def test_a_draft_shows_what_it_lacks_and_cannot_be_sealed(cast: Cast, rows: list[Delegation]) -> None:
    token = "{fig exports.turnover period=year:2019}"
    pages: Any = drafting.draft_report(outline(sentence(f"Có {token}.", f"There is {token}.")), cast.here, TERM, by=cast.specialist)
    told = sealing.compose(pages, changes.latest(), draft=True)
    assert told["texts"]["en"]["body"][1]["runs"][1] == {"text": "[no value: Export turnover]"}
    with pytest.raises(sealing.Unsealable, match=r"Export turnover"):
        sealing.compose(pages, changes.latest())


def corrected(cast: Cast, rows: list[Delegation]) -> None:
    rows[0].persons = 1
    keep(rows[0], by=cast.head.actor, why="đếm lại")


def merged(cast: Cast, rows: list[Delegation]) -> None:
    """Two entries of one visit become one, as an officer does it: one is corrected, the other withdrawn."""
    with changes.change(by=cast.head.actor, verb="merge", why="trùng") as writer:
        rows[0].persons = 800
        writer.write(rows[0])
        writer.withdraw(rows[1])


def erased(cast: Cast, rows: list[Delegation]) -> None:
    for row in rows:
        changes.erase(row, by=cast.head.actor, basis="Luật 91/2025/QH15")


def added(cast: Cast, rows: list[Delegation]) -> None:
    delegation(cast, "Đoàn nhập muộn", 50, day=date(2018, 1, 9))


def gone(cast: Cast, rows: list[Delegation]) -> None:
    for row in rows:
        withdraw(row, by=cast.head.actor, why="nhập nhầm")


@pytest.mark.parametrize("happens", [corrected, merged, erased, added, gone])
def test_a_release_computed_again_has_the_same_digits_and_digest(
    cast: Cast, rows: list[Delegation], released: Release, happens: Callable[[Cast, list[Delegation]], None]
) -> None:
    happens(cast, rows)
    assert changes.latest() > int(released.edition.content["position"]["revision"])
    assert recomputing.differences(released.edition) == []
    sealed = released.edition.content
    waiting = actions.Submission.objects.get()
    again = sealing.compose(actions.submitted(waiting), waiting.position)
    assert again["texts"] == sealed["texts"]
    for key, fact in sealed["facts"].items():
        assert {name: again["facts"][key].get(name) for name in ("value", "qualifier", "digest", "when")} == {
            name: fact.get(name) for name in ("value", "qualifier", "digest", "when")
        }
    assert faults() == []


def test_a_value_that_no_longer_follows_is_named(released: Release) -> None:
    told = json.loads(released.edition.text)
    told["facts"]["f1"]["value"] = "810"
    Edition.objects.filter(pk=released.edition_id).update(text=canonical(told))
    released.edition.refresh_from_db()
    assert recomputing.differences(released.edition) == ["delegations.inbound.people: value was 810 and is 809."]


def test_versions_changed_behind_the_registrys_back_are_found(released: Release, rows: list[Delegation]) -> None:
    """The digest names rows and revisions: a swap of rows with an equal total is seen too."""
    Delegation.Version.objects.filter(record=rows[0]).update(persons=699)
    Delegation.Version.objects.filter(record=rows[1]).update(persons=101)
    assert recomputing.differences(released.edition) == []
    Delegation.Version.objects.filter(record=rows[2]).update(rev_from=1)
    assert any("digest was" in told for told in recomputing.differences(released.edition))


def test_the_draft_moves_where_the_release_does_not(cast: Cast, rows: list[Delegation], released: Release, report: Pages) -> None:
    before = released.edition.text
    corrected(cast, rows)
    told = sealing.compose(drafting.latest(cast.here, report["vi"].key), changes.latest())
    assert {fact["value"] for fact in told["facts"].values()} == {"110", "3"}
    assert Edition.objects.get(pk=released.edition_id).text == before


def test_the_outline_of_the_tests_says_what_it_should(cast: Cast, rows: list[Delegation]) -> None:
    assert len(outline(people(), missions()).patterns()) == 8
