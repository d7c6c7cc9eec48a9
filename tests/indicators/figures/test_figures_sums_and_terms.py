"""Rates, lists, named shares, lifted totals and terms: the wrong one is found, its right twin is not."""

from __future__ import annotations

import pytest

from ngoaivu.indicators.figures import check

TWINS = [
    ("vi", "rates_differ", "Tỷ giá 1 tệ = 3.500 đồng, lô vải 260.000 tệ tại cửa khẩu Pa Háo sáng nay tương đương {} triệu đồng.", "991", "910"),
    ("vi", "rates_differ", "Năm 2024 (25.400 đồng/USD)\nY tế: 150.000 USD, bằng 3,81 tỷ đồng\nNước: 50.000 USD, bằng {} tỷ đồng", "1,17", "1,27"),
    ("vi", "rates_differ", "Kiều bào Đức góp 40.000 euro, được 1,088 tỷ đồng; kiều bào Pháp góp 25.000 euro, được {} triệu đồng.", "860", "680"),
    ("en", "rates_differ", "Both at the same rate: USD 30,000 gave VND 765 million and USD 52,000 gave VND {} billion.", "1.236", "1.326"),
    ("en", "rates_differ", "The fund gave EUR 90,000, which at the rate of VND 27,500 for one euro makes VND {} billion.", "2.745", "2.475"),
    ("en", "rates_differ", "With 1,000 won taken as 18,500 dong, the stage costs 12 million won, that is {} million dong.", "252", "222"),
    ("vi", "parts_over_total", "Đoàn gồm 14 người: 01 trưởng đoàn, 03 cán bộ, 05 doanh nhân, 02 phóng viên, {} phiên dịch và 01 lễ tân.", "03", "02"),
    ("vi", "share_parts", "Lớp học có 36 học viên, gồm 12 nữ và 24 nam. Như vậy, học viên nữ chiếm {} lớp.", "hai phần ba", "một phần ba"),
    ("en", "share_parts", "The office sent 36 pupils abroad, 12 girls and 24 boys. Girls thus make up {} of the group.", "two thirds", "one third"),
    ("en", "month_year", "International arrivals in September 2025 were 18,200, bringing the nine-month figure to {}.", "16,900", "156,900"),
    ("vi", "month_year", "Tháng 6 thu 5.400 triệu đồng, đưa số thu 6 tháng lên {} triệu đồng.", "4.900", "24.900"),
    ("en", "period_length", "The pact was signed on 15 April 2020 for a term of exactly five years. It ended on 15 April {}.", "2024", "2025"),
    ("en", "period_length", "The consul took office on 1 April 2021. His five-year term ends on 31 March {}.", "2028", "2026"),
    ("vi", "period_length", "Có hiệu lực từ ngày 10/10/2021 trong thời hạn ba năm, hết hiệu lực ngày 10/10/{}.", "2023", "2024"),
    ("vi", "reversed_period", "Bình Lâm, ngày 05 tháng 3 năm 2024\nPhúc đáp Công văn số 88/STC ngày {}, Sở nhất trí.", "12/3/2024", "27/02/2024"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "rule", "text", "wrong", "right"), TWINS)
def test_the_wrong_is_found_and_the_right_left_alone(lang: str, rule: str, text: str, wrong: str, right: str) -> None:
    assert rule in {found["rule"] for found in check(text.format(wrong), lang)["findings"]}
    assert check(text.format(right), lang)["findings"] == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("vi", "Ngân hàng mua vào 25.100 đồng/USD, bán ra 25.480 đồng/USD."),
        ("en", "The rate moved from VND 24,300 per dollar in January to VND 25,400 per dollar in June."),
        ("en", "The rate was 1 USD = VND 23,000 in 2019 and 1 USD = VND 25,400 in 2024."),
        ("vi", "Tỉnh đón 27 đoàn với 214 lượt người, gồm 11 đoàn Lào (96 người), 9 đoàn Ý (71 người), 4 đoàn Úc (25 người) và 3 đoàn Áo (22 người)."),
        ("vi", "Sở có 34 người: Giám đốc, 2 Phó Giám đốc, 29 công chức các phòng và 2 hợp đồng lao động."),
        ("en", "The agreement, signed on 28 February 2025, entered into force on 15 April 2025 and is valid for five years."),
        ("en", "The agreement of 2015 was valid for five years, was extended in 2020 and expired on 12 June 2023."),
        ("vi", "Đồng chí được bổ nhiệm ngày 01/9/2020, nhiệm kỳ 5 năm; hộ chiếu công vụ của đồng chí hết hạn ngày 15/3/2027."),
        ("en", "Last year the course had 10 men and 30 women. This year men made up half of the class."),
        ("vi", "Đoàn có 9 nữ và 27 nam. Nữ chiếm một nửa số lãnh đạo đoàn."),
    ],
)
def test_what_is_true_of_another_thing_is_no_fault(lang: str, text: str) -> None:
    """Two rates of two days, parts in two units, a validity, another's passport, another year's class."""
    assert check(text, lang)["findings"] == []
