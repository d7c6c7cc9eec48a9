"""What a text says outright is judged however far it is from true, and its right twin is left alone."""

import pytest

from ngoaivu.indicators.figures import check

PAIRS = [
    ("vi", "Đoàn có {} thành viên, gồm 6 lãnh đạo, 9 chuyên viên và 4 phiên dịch.", "19", "29", "parts_total"),
    ("vi", "Quỹ hỗ trợ {} triệu đồng, bao gồm 310 triệu đồng sửa trường và 260 triệu đồng học bổng.", "570", "950", "parts_total"),
    ("vi", "Khối xã 14 hồ sơ, khối huyện 22 hồ sơ, khối tỉnh 9 hồ sơ, cộng {} hồ sơ.", "45", "65", "parts_total"),
    ("vi", "Lớp học có 34 học viên, trong đó có {} học viên nữ.", "21", "41", "parts_over_total"),
    ("vi", "Viện trợ 800.000 USD: Đức 320.000 USD (40%), Pháp 280.000 USD (35%), Ý 200.000 USD ({}%).", "25", "52", "share_parts"),
    ("en", "The mission has {} members, made up of 5 mayors, 8 business people and 3 interpreters.", "16", "36", "parts_total"),
    ("en", "The grant of USD {} is split into USD 420,000 for schools and USD 190,000 for clinics.", "610,000", "910,000", "parts_total"),
    ("en", "Hue sent 12 pupils, Da Nang sent 15 pupils, Quang Tri sent 8 pupils, in all {} pupils.", "35", "53", "parts_total"),
    ("en", "The course has 48 teachers, of whom {} teachers come from the islands.", "17", "71", "parts_over_total"),
    ("en", "Of 640 permits Japan had 256 permits (40%), Korea 224 permits ({}%) and Laos 160 permits (25%).", "35", "53", "share_parts"),
    ("vi", "Hai đề án, ba kế hoạch và một quyết định - tất cả {} văn bản - đã ban hành.", "sáu", "bảy", "parts_total"),
    ("vi", "Vốn vay: Đức 40 triệu USD, Pháp 25 triệu USD, Ý 15 triệu USD; tổng cộng {} triệu USD.", "80", "65", "parts_total"),
    ("vi", "Các tỉnh cử {} đội: Lào 8 đội, Thái Lan 5 đội, Trung Quốc 4 đội, Việt Nam 6 đội.", "23", "24", "parts_total"),
    ("vi", "Có 62 hội, trong đó 45 hội cấp xã, {} hội còn lại ở cấp huyện.", "17", "27", "parts_over_total"),
    ("vi", "Xuất khẩu đạt 45 triệu USD, {} 10% so với 50 triệu USD của năm trước.", "giảm", "tăng", "growth_values"),
    ("vi", "Số hồ sơ từ 820 hồ sơ năm 2023 {} 943 hồ sơ năm 2024.", "tăng lên", "giảm còn", "growth_values"),
    ("en", "Two Thai, four Lao and three Khmer choirs - {} in all - sang at the opening.", "nine", "eleven", "parts_total"),
    ("en", "Tea exports came to USD 36 million, {} 10% from USD 40 million a year earlier.", "down", "up", "growth_values"),
    ("en", "Throughput {} to 184,000 tonnes in 2024 from 200,000 tonnes in 2023.", "fell", "rose", "growth_values"),
    ("en", "Applications dropped from 150 in 2023 to 129 in 2024, a decrease of {}%.", "14", "24", "growth_values"),
    ("en", "In June 2023 the fund paid out USD 410,000. In January-June 2023 it paid out USD {}.", "2,390,000", "239,000", "month_year"),
]


@pytest.mark.parametrize(("lang", "sentence", "right", "wrong", "rule"), PAIRS)
def test_what_is_said_outright_is_held_to(lang: str, sentence: str, right: str, wrong: str, rule: str) -> None:
    """However large the error; nothing is said where the figures agree."""
    assert rule in {found["rule"] for found in check(sentence.format(wrong), lang)["findings"]}
    assert check(sentence.format(right), lang)["findings"] == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("vi", "Tỉnh đón 42 đoàn, trong đó 15 đoàn Lào, 9 đoàn Nhật Bản và 6 đoàn Hàn Quốc."),
        ("vi", "Mỗi đơn vị cử 2 người, riêng các huyện biên giới cử 3 người."),
        ("vi", "Ban thư ký 12 người, gồm 4 người của Sở và các trưởng phòng; 3 người vắng."),
        ("vi", "Mười lăm lớp, mỗi lớp 40 học viên, tổng cộng 600 học viên."),
        ("en", "Catch-22 and Area 51 were shown, seven screenings in all."),
        ("en", "Enrolment fell from 64% to 52%, or 12 percentage points."),
        ("en", "The province has 42 partners, including 15 in Laos, 9 in Japan and 6 in Korea."),
        ("en", "The office answered 94% of 1,820 letters; a year before it answered 88% of 1,640 letters."),
    ],
)
def test_what_is_left_open_is_no_fault(lang: str, text: str) -> None:
    """Parts that are only some of the whole are not held to it."""
    assert check(text, lang)["findings"] == []
