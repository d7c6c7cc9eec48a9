"""Days and hours that cannot follow from one another, each with its correct twin."""

from __future__ import annotations

import pytest

from ngoaivu.indicators.figures.judge import check

PAIRS = [
    (
        "vi",
        "Ngày 20/3/2024, UBND tỉnh ban hành Kế hoạch; các đơn vị gửi báo cáo về Sở chậm nhất ngày 10/3/2024.",
        "Ngày 20/3/2024, UBND tỉnh ban hành Kế hoạch; các đơn vị gửi báo cáo về Sở chậm nhất ngày 10/4/2024.",
    ),
    (
        "en",
        "Hue, 4 November 2024\nThe Department announces two posts. Applications must be received by 22 October 2024.",
        "Hue, 4 November 2024\nThe Department announces two posts. Applications must be received by 22 November 2024.",
    ),
    (
        "en",
        "The agreement was signed on 12 April 2024 for a period of five years and will expire in April 2027.",
        "The agreement was signed on 12 April 2024 for a period of five years and will expire in April 2029.",
    ),
    (
        "vi",
        "Hộ chiếu cấp ngày 05/3/2025, có giá trị đến ngày 05/3/2020, nay đã nộp lại.",
        "Hộ chiếu cấp ngày 05/3/2025, có giá trị đến ngày 05/3/2030, nay đã nộp lại.",
    ),
    (
        "vi",
        "Lớp tập huấn được tổ chức từ ngày 9 đến ngày 13/3/2026; phiếu đăng ký đề nghị gửi trước ngày 27/3/2026.",
        "Lớp tập huấn được tổ chức từ ngày 9 đến ngày 13/3/2026; phiếu đăng ký đề nghị gửi trước ngày 27/2/2026.",
    ),
    (
        "en",
        "The report, signed on 6 August 2025, sums up nine months. As of 30 September 2025 there were 87 delegations.",
        "The report, signed on 6 October 2025, sums up nine months. As of 30 September 2025 there were 87 delegations.",
    ),
    (
        "en",
        "The evening on 6 November 2025 marked ten years since the agreement of 6 November 2005.",
        "The evening on 6 November 2025 marked ten years since the agreement of 6 November 2015.",
    ),
    (
        "en",
        "The talks took place on 17 June 2025, beginning at 14:00 and ending at 11:30.",
        "The talks took place on 17 June 2025, beginning at 14:00 and ending at 16:30.",
    ),
    (
        "vi",
        "Trường học khởi công ngày 15/4/2024, xong phần thô trong tháng 8/2024 và bàn giao ngày 20/02/2024.",
        "Trường học khởi công ngày 15/4/2024, xong phần thô trong tháng 8/2024 và bàn giao ngày 20/12/2024.",
    ),
]


@pytest.mark.parametrize(("lang", "wrong", "right"), PAIRS)
def test_days_out_of_order_are_told_and_their_twins_are_not(lang: str, wrong: str, right: str) -> None:
    told = {finding["rule"] for finding in check(wrong, lang)["findings"]}
    assert told & {"reversed_period", "period_length"}
    assert check(right, lang)["findings"] == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("vi", "Ngày 20/3/2024, Sở ban hành thông báo thay thế thông báo cũ có hạn nộp ngày 10/3/2024."),
        ("en", "The course opens on 4 May at 18:00 and ends at 07:00 next morning."),
        ("vi", "Thỏa thuận ký ngày 12/4/2019 có thời hạn 5 năm, hết hiệu lực vào tháng 4/2024."),
        ("en", "Signed on 1 July 2020 for a period of three years, the memorandum expires on 30 June 2023."),
    ],
)
def test_what_is_in_order_is_left_alone(lang: str, text: str) -> None:
    assert check(text, lang)["findings"] == []


def test_the_columns_of_a_table_tell_their_times() -> None:
    rows = "Chỉ tiêu | Quý III/2024 | 9 tháng năm 2024\nĐoàn vào | 18 | 49\nĐoàn ra | 12 | 31\nThỏa thuận được ký | {} | 5"
    assert [finding["rule"] for finding in check(rows.format(6), "vi")["findings"]] == ["month_year"]
    assert check(rows.format(3), "vi")["findings"] == []


def test_days_count_no_more_than_the_days_they_lie_in() -> None:
    text = "Từ ngày 12/5 đến ngày 18/5/2025, cửa khẩu thông quan 38.200 tấn. Tính từ ngày 01/5 đến ngày 18/5/2025, lượng thông quan đạt {} tấn."
    assert [finding["rule"] for finding in check(text.format("30.900"), "vi")["findings"]] == ["month_year"]
    assert check(text.format("90.900"), "vi")["findings"] == []


def test_a_year_counts_no_more_than_the_years_it_lies_in() -> None:
    text = "Giai đoạn 2021-2025, tỉnh cử 540 người đi bồi dưỡng. Riêng năm 2024 cử {} người."
    assert [finding["rule"] for finding in check(text.format(612), "vi")["findings"]] == ["month_year"]
    assert check(text.format(162), "vi")["findings"] == []
