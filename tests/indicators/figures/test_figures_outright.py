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
        ("en", "The province has 42 partners, including 15 in Laos, 9 in Japan and 6 in Korea."),
        ("en", "The office answered 94% of 1,820 letters; a year before it answered 88% of 1,640 letters."),
    ],
)
def test_what_is_left_open_is_no_fault(lang: str, text: str) -> None:
    """Parts that are only some of the whole are not held to it."""
    assert check(text, lang)["findings"] == []
