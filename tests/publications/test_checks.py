"""Checks: whatever a reader may not meet is named with its language, and nothing else is."""

import json
from typing import Any

import pytest

from ngoaivu.core import changes
from ngoaivu.publications import checks, drafting, lines, richtext
from ngoaivu.registry.delegations.models import Delegation
from tests.cast import Cast
from tests.publications.conftest import TERM, Pages, delegation, missions, outline, sentence, typed_into

PICTURE = {"picture": "song", "alt": "Drawing: a river", "caption": "<p>The river.</p>", "credit": "Drawing: Ngoại Vụ"}


def messages(pages: Pages, language: str = "en") -> list[str]:
    return [finding.message for finding in checks.findings(pages) if finding.language == language]


def with_block(page: Any, kind: str, value: Any) -> Any:
    return typed_into(page, body=json.dumps([*page.body.get_prep_value(), {"type": kind, "value": value}]))


def test_a_whole_text_may_go(report: Pages) -> None:
    assert checks.findings(report) == []


def test_a_missing_value_is_named_in_each_language(cast: Cast, rows: list[Delegation]) -> None:
    token = "{fig exports.turnover period=year:2019}"
    pages = drafting.draft_report(outline(sentence(f"Xuất khẩu {token}.", f"Exports {token}.")), cast.here, TERM, by=cast.specialist)
    found = checks.findings(pages)  # type: ignore[arg-type]
    assert [finding.language for finding in found] == ["vi", "en"]
    assert all("Export turnover" in finding.message and "2019" in finding.message for finding in found)


def test_a_missing_record_blocks_and_so_does_one_the_public_may_not_read(cast: Cast, rows: list[Delegation]) -> None:
    kept = delegation(cast, "Đoàn nội bộ", 3, level="internal", code="noi-bo")
    token = "{names events field=culture}"
    pages: Pages = dict(drafting.draft_report(outline(sentence(f"Gồm {token}.", f"Such as {token}.")), cast.here, TERM, by=cast.specialist))
    assert messages(pages) == ["“[no record: events]” names no record that the public may read: register it, or take the words out."]
    with_block(pages["en"], "paragraph", f"<p>And {richtext.record(kept.key, 'a delegation')}.</p>")
    assert len(messages(pages)) == 2
    assert "“a delegation” names no record" in messages(pages)[1]


@pytest.mark.parametrize(
    ("kind", "value", "figure"),
    [
        ("heading", "All 17 delegations", "17 delegations"),
        ("paragraph", "<p>There came 17 delegations.</p>", "17 delegations"),
        ("paragraph", "<p>There came <b>17</b> delegations.</p>", "17 delegations"),
        ("paragraph", "<ul><li>one</li><li>as many as 17 delegations</li></ul>", "17 delegations"),
        ("paragraph", '<p>See <a href="https://mofa.gov.vn/">17 delegations</a>.</p>', "17 delegations"),
        ("picture", PICTURE | {"caption": "<p>17 delegations</p>"}, "17 delegations"),
        ("picture", PICTURE | {"alt": "17 delegations in a hall"}, "17 delegations"),
        ("picture", PICTURE | {"credit": "17 photographers"}, "17"),
    ],
)
def test_a_typed_figure_is_named_wherever_it_stands(report: Pages, kind: str, value: Any, figure: str) -> None:
    with_block(report["en"], kind, value)
    [message] = messages(report)
    assert figure in message
    assert message.endswith("is typed by hand: bind it to an indicator, quote it from a document, or waive it with a reason.")


@pytest.mark.parametrize(
    ("columns", "figure"),
    [({"title": "Report on 17 delegations"}, "17 delegations"), ({"lead": "<p>17 delegations came.</p>"}, "17 delegations")],
)
def test_a_typed_figure_in_title_or_lead_is_named(report: Pages, columns: dict[str, str], figure: str) -> None:
    typed_into(report["en"], **columns)
    [message] = messages(report)
    assert f"“{figure}" in message


def test_number_words_and_vietnamese_figures_are_named(report: Pages) -> None:
    with_block(report["vi"], "paragraph", "<p>Tỉnh đón hơn 1.200 lượt khách và vốn 2,73 tỷ USD.</p>")
    found = messages(report, "vi")
    assert len(found) == 2
    assert "1.200" in found[0]
    assert "2,73 tỷ USD" in found[1]


def test_dates_terms_and_document_numbers_are_no_figures(report: Pages) -> None:
    told = "<p>Ngày 05/7/2018, theo Quyết định số 272-QĐ/TW năm 2015, nhiệm kỳ 2015-2020.</p>"
    with_block(report["vi"], "paragraph", told)
    with_block(report["en"], "paragraph", "<p>On 5 July 2018, in the term 2015-2020.</p>")
    assert checks.findings(report) == []


def test_facts_must_be_the_same_in_both_languages(report: Pages) -> None:
    blocks = report["en"].body.get_prep_value()
    typed_into(report["en"], body=json.dumps(blocks[:-1]))
    assert [finding.message for finding in checks.findings(report)] == [
        "The figure “3 đoàn” (Inbound foreign delegations, the term 2015–2020) stands in the Vietnamese text "
        "and not in this one: write its sentence here too."
    ]
    typed_into(report["en"], body=json.dumps([*blocks, blocks[-1]]))
    [finding] = checks.findings(report)
    assert (finding.language, finding.message) == (
        "vi",
        "The figure “3 delegations” (Inbound foreign delegations, the term 2015–2020) stands in the English text "
        "and not in this one: write its sentence here too.",
    )


def test_a_language_left_out_is_named(report: Pages) -> None:
    assert [finding.language for finding in checks.findings({"vi": report["vi"]})] == ["en"]


def test_a_forged_mark_is_refused_in_a_sentence_and_the_editor_still_opens(report: Pages) -> None:
    forged = richtext.figure({"fact": "delegations.inbound.missions", "round": "0"}, "17 đoàn")
    page = with_block(report["en"], "paragraph", f"<p>There came {forged}.</p>")
    assert "“0” is no step to round to" in messages(report)[0]
    assert "[no value: Inbound foreign delegations]" in page.body.get_prep_value()[-1]["value"]


@pytest.mark.parametrize(("hedge", "blocked"), [("over", True), ("nearly", True), ("at_least", False), ("about", False)])
def test_a_hedge_that_is_not_true_blocks(report: Pages, hedge: str, blocked: bool) -> None:
    marks = {"fact": "delegations.inbound.people", "territory": "noi-nay", "period": TERM, "hedge": hedge}
    for page in report.values():
        with_block(page, "paragraph", f"<p>{richtext.figure(marks, '809')}</p>")
    assert bool(checks.findings(report)) is blocked


def test_a_draft_reads_as_it_would_be_sealed_at_the_position_asked(cast: Cast, rows: list[Delegation], report: Pages) -> None:
    then = rows[-1].change_id
    delegation(cast, "Đoàn đến sau", 191)

    def figures(revision: int) -> set[str]:
        read = lines.of_page(report["vi"], revision=revision)
        return {line.words(piece) for line in read for piece in line.pieces if piece.kind == "figure"}

    assert {"3 đoàn", "hơn 800 lượt người"} <= figures(then)
    assert "4 đoàn" in figures(changes.latest()) and "3 đoàn" not in figures(changes.latest())
    assert checks.findings(report, then) == checks.findings(report) == []


def test_the_missions_sentence_is_plain(cast: Cast, rows: list[Delegation]) -> None:
    pages = drafting.draft_report(outline(missions()), cast.here, TERM, by=cast.specialist)
    assert checks.findings(pages) == []  # type: ignore[arg-type]
