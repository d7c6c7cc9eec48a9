"""Planted errors and their correct twins: how many errors are found, and how few twins are blamed."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from ngoaivu.indicators.figures.judge import check, judge, title_of
from ngoaivu.indicators.figures.reader import read

CORPUS = Path(__file__).parent / "corpus"
RULES = {
    "parts": {"parts_total", "parts_over_total", "shares_total"},
    "rates": {"rates_differ", "rate_impossible"},
    "shares": {"share_parts", "growth_values", "over_whole"},
    "month": {"month_year"},
    "title": {"title_body", "title_cut"},
    "two": {"two_values"},
    "unit": {"missing_unit"},
    "separators": {"mixed_separators", "dot_decimal", "comma_decimal"},
    "dates": {"impossible_date", "reversed_period", "period_length", "weekday"},
    "magnitude": {"too_small", "too_large", "over_whole", "not_whole", "fewer_people"},
}
OWN = ["planted.tsv"]
LEARNED = [path.name for path in sorted(CORPUS.glob("planted-*.tsv")) if not path.name.startswith(("planted-unseen", "planted-held"))]
STRANGERS = [path.name for path in sorted(CORPUS.glob("planted-unseen*.tsv"))]
HELD = [path.name for path in sorted(CORPUS.glob("planted-held*.tsv"))]  # strangers' pairs the weights were never learned from


def pairs(name: str) -> list[list[str]]:
    lines = (CORPUS / name).read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n").split("\t") for line in lines]


@cache
def measured(name: str) -> tuple[int, int, int]:
    """Errors missed, twins blamed, and how many there are of each."""
    missed = blamed = 0
    told = pairs(name)
    for lang, _sort, wrong, right in told:
        missed += not check(wrong, lang)["findings"]
        blamed += bool(check(right, lang)["findings"])
    return missed, blamed, len(told)


def shares(names: list[str]) -> tuple[float, float]:
    """The share of errors found and of twins blamed over some files."""
    missed, blamed, size = (sum(column) for column in zip(*map(measured, names), strict=True))
    return 1 - missed / size, blamed / size


def test_there_are_pairs_of_every_kind() -> None:
    assert {row[1] for row in pairs("planted.tsv")} == set(RULES)
    assert len(pairs("planted.tsv")) >= 160


def test_our_own_errors_are_all_found_and_no_twin_is_blamed() -> None:
    wrong = [row for row in pairs("planted.tsv") if not check(row[2], row[0])["findings"]]
    blamed = [row for row in pairs("planted.tsv") if check(row[3], row[0])["findings"]]
    assert (wrong, blamed) == ([], [])


def test_the_finding_is_of_the_kind_that_was_planted() -> None:
    right: defaultdict[bool, int] = defaultdict(int)
    for lang, sort, wrong, _right in pairs("planted.tsv"):
        right[bool({finding["rule"] for finding in check(wrong, lang)["findings"]} & RULES[sort])] += 1
    assert right[True] >= 0.95 * sum(right.values())


@pytest.mark.parametrize("name", LEARNED)
def test_what_was_learned_from_is_known(name: str) -> None:
    missed, blamed, size = measured(name)
    assert missed <= 0.1 * size, f"{missed} of {size} missed"
    assert blamed <= 0.03 * size, f"{blamed} of {size} blamed"


def test_of_strangers_hard_pairs_most_are_found_and_few_twins_blamed() -> None:
    found, blamed = shares(STRANGERS)
    assert found >= 0.75, found
    assert blamed <= 0.04, blamed


def test_pairs_that_took_no_part_in_learning_show_what_a_new_text_meets() -> None:
    found, blamed = shares(HELD)
    assert found >= 0.85, found
    assert blamed <= 0.04, blamed


@pytest.mark.parametrize(("lang", "sort", "wrong", "right"), pairs("planted.tsv")[::3])
def test_a_finding_points_at_its_place_and_speaks_the_language(lang: str, sort: str, wrong: str, right: str) -> None:
    for finding in check(wrong, lang)["findings"]:
        assert 0 <= finding["start"] < finding["end"] <= len(wrong)
        assert finding["message"].endswith(".") and "{" not in finding["message"]


def test_the_message_names_both_sides() -> None:
    text = "Giải ngân 8.636 triệu đồng, trong đó vốn vay 6.044 triệu đồng, đối ứng 2.952 triệu đồng."
    [finding] = check(text, "vi")["findings"]
    assert "8.996 triệu đồng" in finding["message"] and "8.636 triệu đồng" in finding["message"]


def test_parts_that_do_not_claim_to_be_all_are_left_alone() -> None:
    text = "Hội nghị có 150 đại biểu, trong đó có 12 nhà báo và 20 doanh nhân."
    assert check(text, "vi")["findings"] == []


def test_the_title_may_be_given() -> None:
    text = "Huy động 1,2 tỷ USD vốn. Trong năm tỉnh huy động 1,5 tỷ USD vốn."
    end = text.index(".") + 1
    assert title_of(text) == 0
    assert [f.rule for f in judge(text, read(text, "vi"), "vi", title_end=end)] == ["title_body"]


def test_a_title_may_round_what_the_text_tells_exactly() -> None:
    text = "Xuất khẩu gần 2,6 tỷ USD\n\nKim ngạch xuất khẩu đạt 2,58 tỷ USD."
    assert check(text, "vi")["findings"] == []


def test_a_slip_in_a_growth_of_money_is_told_in_money() -> None:
    [finding] = check("Vốn tăng thêm 2.5 tỷ USD.", "vi")["findings"]
    assert finding["rule"] == "dot_decimal" and "2,5 tỷ USD" in finding["message"]


def test_counters_that_contradict_each_other() -> None:
    assert [f["rule"] for f in check("Đang truy cập: 45\nHôm nay: 1\nTổng lượt truy cập: 786362", "vi")["findings"]] == ["counters"]


@pytest.mark.parametrize("path", sorted(CORPUS.glob("clean-*.txt")), ids=lambda p: p.name)
def test_reports_without_an_error_are_not_blamed(path: Path) -> None:
    assert check(path.read_text(encoding="utf-8"), path.name.split(".")[1])["findings"] == []


def test_dense_correct_passages_are_hardly_ever_blamed() -> None:
    passages = [line.replace("\\n", "\n").split("\t") for line in (CORPUS / "passages.tsv").read_text(encoding="utf-8").splitlines()]
    blamed = [text for lang, text in passages if check(text, lang)["findings"]]
    assert len(passages) > 150
    assert len(blamed) <= 3, blamed


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Tháng 7, tỉnh đón 35 đoàn khách. 7 tháng đầu năm, tỉnh cử 12 đoàn ra.", "vi"),
        ("Dân số của tỉnh khoảng 1,2 triệu, tăng 1%.", "vi"),
        ("Toàn tỉnh có 157 dự án, trong đó 25 dự án của Nhật Bản, chiếm 31% tổng vốn đầu tư.", "vi"),
        ("Có 400 học viên, trong đó 100 học viên đi Nhật, đạt 95% kế hoạch.", "vi"),
        ("Ký 3 thỏa thuận hợp tác\n\nDịp này tỉnh ký 2 thỏa thuận với Lào và 1 thỏa thuận với Thái Lan.", "vi"),
        ("150 delegates came, including 80 from Asia and 60 from Europe.", "en"),
        ("Viện trợ mỗi hộ 500.000 đồng.", "vi"),
        ("Tỉnh có 5 dự án mới. Tỉnh có thêm 7 dự án tăng vốn.", "vi"),
    ],
)
def test_what_only_looks_like_an_error(text: str, lang: str) -> None:
    assert check(text, lang)["findings"] == []


def test_values_of_different_places_and_periods_do_not_contradict() -> None:
    text = "Huyện An Bình có 5 dự án FDI đang chạy. Huyện Tân Lập có 7 dự án FDI đang chạy."
    assert check(text, "vi")["findings"] == []
    text = "Năm 2018 có 15 dự án FDI còn hiệu lực. Năm 2019 có 17 dự án FDI còn hiệu lực."
    assert check(text, "vi")["findings"] == []
