"""Shares told in words, totals that are lifted, tables that run on: each wrong sentence with the rule it breaks, and its right twin."""

from __future__ import annotations

import pytest

from ngoaivu.indicators.figures.judge import check

TWINS = [
    ("en", "share_parts", "Of the 48 interns, 16, or {}, came from abroad.", "a half", "a third"),
    ("en", "share_parts", "The unit has 60 officers, 15 of whom, or {}, speak Lao.", "a third", "a quarter"),
    ("en", "share_parts", "We asked 80 firms. Only 60 of them answered, so the firms kept silent one time in {}.", "three", "four"),
    ("en", "share_parts", "Of 24 members, 18 voted yes and 6 no, which means that {} of those voting agreed.", "half", "three quarters"),
    ("en", "share_parts", "Two thirds of the 33 files, that is {} files, were closed in June.", "24", "22"),
    ("en", "share_parts", "The fair drew 92 stands against a target of 80, that is {} of the plan.", "105%", "115%"),
    ("en", "share_parts", "Six of the 30 rooms, that is {}, are reserved.", "30%", "20%"),
    ("en", "growth_values", "Exports went from USD 40 million to USD 52 million, a rise of {}.", "20%", "30%"),
    ("en", "growth_values", "Against a plan of 400 visas, the desk issued 460, overshooting by {}.", "25 per cent", "15 per cent"),
    ("en", "parts_total", "October brought 31 visits, lifting the ten-month tally from 214 to {}.", "254", "245"),
    ("en", "parts_total", "The clinic had 120 beds. A donor gave another 30, bringing the total to {}.", "180", "150"),
    ("en", "parts_total", "Files opened (month / year to date)\nJanuary: 40 / 40\nFebruary: 35 / 75\nMarch: 50 / {}\nApril: 20 / 145", "152", "125"),
    ("en", "parts_total", "Visitors\nJanuary 310\nFebruary 275\nMarch 402\nFirst quarter {}\n", "1,287", "987"),
    ("en", "parts_total", "The rent is USD 36,000 a year, payable in equal monthly instalments of USD {}.", "3,600", "3,000"),
    ("en", "rate_impossible", "The bank sent USD 2 million, converted at 25,000 dong to the dollar and booked as VND {}.", "5 billion", "50 billion"),
    ("vi", "share_parts", "Trong 78 lao động được hỏi, 26 người, tức {}, đã có việc.", "một nửa", "một phần ba"),
    ("vi", "share_parts", "Lớp có 40 học viên, nữ 25 học viên, nghĩa là cứ tám học viên thì {} là nữ.", "bốn", "năm"),
    ("vi", "share_parts", "Với 33 hồ sơ đúng hạn trên 55 hồ sơ, phòng đạt {}.", "70%", "60%"),
    ("vi", "share_parts", "Cứ 10 học viên thì có {} người là nữ, cụ thể 33 trên 55 học viên.", "9", "6"),
    ("vi", "share_parts", "Tỉnh được giao 12,5 tỷ đồng. Đến tháng 9 đã chi 8,5 tỷ đồng, đạt {}; còn lại chi trong quý IV.", "86%", "68%"),
    ("vi", "growth_values", "Số vụ vi phạm từ 25 vụ còn 9 vụ, bớt đi {}.", "36%", "64%"),
    ("vi", "growth_values", "Năm 2022 có 18 đoàn, năm 2025 có 54 đoàn, gấp {} lần.", "5", "3"),
    ("vi", "growth_values", "Kiều hối quý I đạt 72 triệu USD, vượt {} so với 60 triệu USD của quý I năm ngoái.", "25%", "20%"),
    ("vi", "parts_total", "Khoa có 46 giường. Hội hữu nghị tặng thêm 12 giường, nâng tổng số của khoa lên {} giường.", "68", "58"),
    ("vi", "parts_total", "Với 23 đoàn trong tháng 11, tổng số đoàn vào đạt 187 đoàn, từ mức {} đoàn lũy kế mười tháng.", "146", "164"),
    ("vi", "parts_total", "Giấy phép\nTháng | Trong tháng | Lũy kế\n1 | 320 | 320\n2 | 275 | 595\n3 | 410 | {}\n4 | 365 | 1.370", "995", "1.005"),
    ("vi", "month_year", "Hồ sơ (số cộng dồn đến cuối mỗi tháng)\nTháng 1: 12\nTháng 2: 19\nTháng 3: 33\nTháng 4: {}\nTháng 5: 60", "25", "52"),
    ("vi", "parts_total", "Tổng số: 34 người\nBan Giám đốc: 3\nVăn phòng: 9\nPhòng Lãnh sự: 7\nPhòng Hợp tác: 8\nPhòng Biên giới: {}", "6", "7"),
    ("vi", "parts_total", "Tiền thuê 360 triệu đồng/năm, mỗi tháng trả đều {} triệu đồng.", "36", "30"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "rule", "text", "wrong", "right"), TWINS)
def test_what_the_figures_do_not_make_is_found(lang: str, rule: str, text: str, wrong: str, right: str) -> None:
    found = {finding["rule"] for finding in check(text.format(wrong), lang)["findings"]}
    assert rule in found
    assert check(text.format(right), lang)["findings"] == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Seafood earned USD 203 million. In 2021 it had earned USD 180 million. Seafood thus grew by 12.8%.",
        ),
        ("en", "Exports were USD 40 million in 2023 and USD 44 million in 2024; they have tripled since 2015."),
        ("en", "Of the 320 households visited, 208 (65%) have water. Among the 84 poor households, the proportion is lower, at roughly one half."),
        ("vi", "Toàn tỉnh có 157 dự án, trong đó 25 dự án của Nhật Bản, chiếm 31% tổng vốn đầu tư."),
        ("vi", "Xuất khẩu gạo đạt 120 triệu USD, tăng 20% so với 100 triệu USD của năm trước, dù giá giảm 3%."),
        ("vi", "Có 400 học viên, trong đó 100 học viên đi Nhật, đạt 95% kế hoạch."),
    ],
)
def test_rates_of_what_is_not_told_are_left_alone(lang: str, text: str) -> None:
    assert check(text, lang)["findings"] == []
