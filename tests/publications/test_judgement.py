"""Judgement: every state and verdict of a figure, what of the sentence around it counts, and where it stands."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ngoaivu.publications import judgement
from ngoaivu.publications.judgement import Judged, Judgement
from ngoaivu.publications.lines import Line
from ngoaivu.registry.delegations.models import Delegation
from tests.cast import Cast
from tests.publications.conftest import TERM, delegation
from tests.publications.marked import MISSIONS, PEOPLE, Part, figure, line

Rows = list[Delegation]


def judge(cast: Cast, *lines: Line, language: str = "vi", **options: object) -> Judgement:
    return judgement.judge(lines, office=cast.here, language=language, **options)  # type: ignore[arg-type]


def only(cast: Cast, *parts: Part, **options: object) -> Judged:
    [found] = judge(cast, line(*parts), **options).figures
    return found


@pytest.mark.parametrize(
    ("parts", "verdict", "says"),
    [
        (("Tỉnh đón ", figure("809 lượt người"), "."), "supported", ""),
        (("Tỉnh đón ", figure("hơn 800 lượt người", round="100"), "."), "supported", ""),
        (("Tỉnh đón ", figure("17 lượt người"), "."), "contradicted", "“809 lượt người” stands in “17 lượt người”"),
        (("Tỉnh đón ", figure("809 lượt người", hedge="near"), "."), "contradicted", "“gần” is not true of Visitors in inbound"),
        (("Tỉnh đón ", figure("809", period="sometime"), "."), "no_value", "“sometime” is no period"),
        (("Tỉnh đón ", figure("809", territory="noi-khac"), "."), "no_value", "noi-khac"),
        (("Tỉnh đón ", figure("809", round="0"), "."), "unreadable", "“0” is no step"),
        (("Tỉnh đón ", figure("809", {"fact": "no.such"}), "."), "no_value", "No indicator has the code “no.such”"),
    ],
)
def test_a_bound_figure_is_held_against_its_fact(cast: Cast, rows: Rows, parts: tuple[Part, ...], verdict: str, says: str) -> None:
    found = only(cast, *parts)
    assert (found.state, found.verdict, found.blocks) == ("bound", verdict, verdict != "supported")
    assert says in found.message and bool(says) == bool(found.message)
    assert found.place == "body/a/0" and "Tỉnh đón "[found.start :] == ""


@pytest.mark.parametrize(
    ("before", "mark", "after", "says"),
    [
        ("Tỉnh đón hơn ", figure("hơn 800 lượt người", round="100"), "", "“hơn” is typed beside the bound figure “hơn 800 lượt người”"),
        ("Tỉnh đón khoảng ", figure("hơn 800 lượt người", round="100"), "", "“khoảng” is typed beside"),
        ("Tỉnh đón gần ", figure("809 lượt người"), "", "“gần” beside “809 lượt người” is not true of 809"),
        ("Tỉnh đón hơn ", figure("809 lượt người"), "", "“hơn” beside “809 lượt người” is not true of 809"),
        ("Tỉnh đón ", figure("809", noun="no"), " triệu lượt người", "takes for another value"),
        ("Tỉnh đón 1.", figure("809", noun="no"), " lượt người", "takes for another value"),
    ],
)
def test_words_typed_around_a_bound_figure_may_not_change_what_it_says(
    cast: Cast, rows: Rows, before: str, mark: Part, after: str, says: str
) -> None:
    found = next(one for one in judge(cast, line(before, mark, after)).figures if one.state == "bound")
    assert (found.verdict, found.blocks) == ("contradicted", True)
    assert says in found.message


@pytest.mark.parametrize(
    ("before", "mark", "after"),
    [
        ("Tỉnh đón khoảng ", figure("809 lượt người"), ""),
        ("Dự kiến đón ", figure("hơn 800 lượt người", round="100"), ""),
        ("Số khách tăng ", figure("809", noun="no"), " lượt khách quốc tế"),
        ("Tỉnh đón ", figure("809", noun="no"), " lượt khách nước ngoài"),
        ("Lượt người: ", figure("809", style="bare"), ""),
        ("Tỉnh đón từ ", figure("809", noun="no"), " đến 900 lượt người"),
    ],
)
def test_words_that_are_true_of_the_fact_are_the_authors(cast: Cast, rows: Rows, before: str, mark: Part, after: str) -> None:
    found = next(one for one in judge(cast, line(before, mark, after)).figures if one.state == "bound")
    assert (found.verdict, found.message) == ("supported", "")


def test_the_name_and_the_words_of_now_are_told_in_the_readers_language(cast: Cast, rows: Rows) -> None:
    found = only(cast, "There came ", figure("17 visits"), ".", language="en")
    assert (found.name, found.now) == ("Visitors in inbound foreign delegations", "809 person-trips")
    assert found.settings == PEOPLE


def test_a_figure_typed_by_hand_blocks_whatever_the_registry_says(cast: Cast, rows: Rows) -> None:
    text = "Trong nhiệm kỳ 2015-2020, tỉnh đón {} đoàn khách nước ngoài."
    found = {number: only(cast, text.format(number)) for number in ("3", "7", "900.000")}
    assert [one.state for one in found.values()] == ["loose"] * 3
    assert all(one.blocks and one.rule == "loose" for one in found.values())
    assert found["3"].verdict == "supported"
    assert found["7"].verdict == "contradicted"
    assert found["900.000"].verdict != "supported"
    assert found["3"].suggestions[0].question.code == MISSIONS["fact"] and found["3"].suggestions[0].holds
    assert all("is typed by hand" in one.message for one in found.values())


def test_the_text_is_read_in_one_go(cast: Cast, rows: Rows) -> None:
    told = [line("Báo cáo nhiệm kỳ 2015-2020", place="title"), line("Kết quả đón đoàn vào:"), line("Đoàn vào: 3 đoàn.", place="body/b/0")]
    [found] = judge(cast, *told, over=TERM).figures
    assert (found.place, found.start, found.end, found.text) == ("body/b/0", 10, 16, "3 đoàn")
    assert found.verdict == "supported"


def test_offsets_are_code_points_of_the_line(cast: Cast, rows: Rows) -> None:
    told = [line("😀 Đoàn"), line("Có 😀😀 đến 17 đoàn.", place="body/b/0"), line("Và 18 đoàn", place="body/b/1")]
    assert [(one.place, one.start, one.text) for one in judge(cast, *told).figures] == [("body/b/0", 10, "17 đoàn"), ("body/b/1", 3, "18 đoàn")]


def test_a_figure_never_runs_over_two_lines(cast: Cast, rows: Rows) -> None:
    found = judge(cast, line("Tổng số 17"), line("đoàn đến thăm", place="body/b/0")).figures
    assert [(one.place, one.text) for one in found] == [("body/a/0", "17")]


def test_the_direction_of_a_growth_stays_outside(cast: Cast, rows: Rows) -> None:
    found = only(cast, "Đoàn vào tăng 5 đoàn.")
    assert (found.text, found.start) == ("5 đoàn", 14)


@pytest.mark.parametrize(
    ("parts", "loose"),
    [
        (("Có ", figure("3", MISSIONS, noun="no"), " (ba) đoàn."), ["(ba) đoàn"]),
        (("Có ", figure("3", MISSIONS, noun="no"), "/17 đoàn."), ["/17 đoàn"]),
        (("Có 17", ("Đoàn Lào", "record", {"key": "delegations.delegation:1"}), "."), ["17"]),
        (("Gồm ", ("17 đoàn", "record", {"key": "delegations.delegation:1"}), "."), ["17 đoàn"]),
        (("Tỉnh gấp ", figure("3", MISSIONS, noun="no"), " lần."), []),
    ],
)
def test_a_numeral_beside_a_mark_is_loose_and_the_mark_is_left_alone(cast: Cast, rows: Rows, parts: tuple[Part, ...], loose: list[str]) -> None:
    found = [one for one in judge(cast, line(*parts)).figures if one.state == "loose"]
    assert [one.text for one in found] == loose
    whole = line(*parts)
    for one in found:
        assert whole.text[one.start : one.end] == one.text
        assert not any(one.start < piece.end and piece.start < one.end for piece in whole.pieces if piece.kind != "record")


def test_dates_terms_documents_and_the_reports_own_length_are_no_figures(cast: Cast, rows: Rows) -> None:
    told = line("Ngày 05/7/2018, theo Quyết định số 272-QĐ/TW năm 2015, nhiệm kỳ 2015-2020, 5 năm qua.")
    assert judge(cast, told, over=TERM).figures == ()
    assert [one.text for one in judge(cast, told).figures] == ["5 năm"]


def test_what_does_not_agree_inside_a_text_is_advice_and_blocks_nothing(cast: Cast, rows: Rows) -> None:
    told = line("Tổng vốn đạt 8.636 triệu đồng, gồm 6.044 triệu đồng vốn ODA và 2.692 triệu đồng vốn đối ứng.")
    [advice] = judgement.advise([told], language="vi")
    assert (advice.rule, advice.place) == ("parts_over_total", "body/a/0")
    assert advice.message.endswith(".")
    assert all(figure.state == "loose" for figure in judge(cast, told).figures)


def test_the_counts_are_of_what_is_shown(cast: Cast, rows: Rows) -> None:
    found = judge(cast, line("Có ", figure("3 đoàn", MISSIONS), " và 17 đoàn; đón ", figure("17 lượt người"), "."))
    assert found.counts() == {"all": 3, "bound": 2, "quoted": 0, "waived": 0, "loose": 1, "blocking": 2}
    assert [one.text for one in found.blocking] == ["17 đoàn", "17 lượt người"]


def test_a_text_is_judged_at_the_position_asked(cast: Cast, rows: Rows) -> None:
    before = rows[-1].change_id
    delegation(cast, "Đoàn đến sau", 191)
    told = line("Tỉnh đón ", figure("809 lượt người"), ".")
    assert [one.verdict for revision in (before, None) for one in judge(cast, told, revision=revision).figures] == ["supported", "contradicted"]


def test_the_number_of_queries_does_not_grow_with_the_figures(cast: Cast, rows: Rows) -> None:
    def queries(times: int) -> int:
        parts: list[Part] = []
        for number in range(times):
            parts += [
                " Đón ",
                figure("809 lượt người", period=f"year:{2010 + number % 10}"),
                f" và {number + 3} đoàn khách nước ngoài năm {2011 + number % 10};",
            ]
        with CaptureQueriesContext(connection) as asked:
            judge(cast, line(*parts))
        return len(asked)

    few = [queries(30), queries(30)][1]
    assert queries(120) == few
