"""Errors by class, whatever their words: the same noun with two values, a title's figure, thousands, units and crowds; each with its twin."""

from __future__ import annotations

import pytest

from ngoaivu.indicators.figures import check
from tests.indicators.figures.test_figures_told_twice import twin

PAIRS = [
    ("vi", "two_values", "Hồ sơ gửi về Sở chậm nhất ngày 18/9/2025. Hồ sơ đến sau ngày {13|18}/9/2025 sẽ bị trả lại."),
    ("en", "two_values", "Replies are expected by 24 May. Replies received after {14|24} May cannot be considered."),
    ("en", "two_values", "1. The donor presented a grant of EUR 640,000.\n2. It was agreed that the grant of EUR {460|640},000 would be paid."),
    ("en", "two_values", "The road is 14.83 km long. Lights were asked for. It was measured again at {14.38|14.83} km in October."),
    ("en", "two_values", "Twenty-four guides took the course. In December all {27|24} of them passed the test."),
    ("en", "two_values", "FACTS\nIndustrial parks in operation: 7\nBorder gates: 2\nThe {9|7} industrial parks in operation lie near the port."),
    ("vi", "two_values", "Cuộc họp bắt đầu lúc 7 giờ 30. Nộp báo cáo trước khi cuộc họp bắt đầu lúc {8|7} giờ 30."),
    ("vi", "two_values", "Thỏa thuận có hiệu lực 5 năm. Hai bên luân phiên họp. Hết thời hạn {3|5} năm, Thỏa thuận tự động gia hạn."),
    ("en", "title_body", "{Thirteen|Eighteen} nurses depart for Hamburg\nEighteen nurses flew to Hamburg on Tuesday. In 2022 thirteen nurses went."),
    ("en", "title_body", "Port to get USD {38|83} million upgrade\nThe upgrade of the port, costing USD 83 million, will begin in March."),
    ("vi", "title_body", "Xuất khẩu tăng {27|17}% trong quý I\nQuý I, xuất khẩu đạt 42 triệu USD, tăng 17% so với cùng kỳ. Nước Đức chiếm 27%."),
    (
        "vi",
        "title_body",
        "Danh sách cử đi học ({26|21} người)\n- Huyện A Lưới: 7\n- Huyện Nam Đông: 5\n- Thị xã Hương Thủy: 9\nThời gian học: 12 tuần.",
    ),
    ("en", "missing_unit", "The free trade warehouse covers 36{| hectares}. Four forwarders have rented space in it."),
    ("vi", "missing_unit", "Thời gian thực hiện 30{| tháng} kể từ ngày phê duyệt; kinh phí 900.000 EUR."),
    ("vi", "missing_unit", "Ủng hộ: Hội người Việt 8.000 EUR, Hội phụ nữ Busan 15.000{| USD}, Công ty Hansol 400 triệu đồng."),
    ("en", "mixed_separators", "Visits, 2024:\nKorea 61,240\nJapan 18{.|,}355\nFrance 9,870\nGermany 7,412"),
    ("vi", "mixed_separators", "Hội tiếp nhận 750.000{,|.}000 đồng của kiều bào."),
    ("en", "too_large", "The Department ran a workshop on treaties. It was attended by 48{,000|} officials."),
]
RIGHT = [
    ("vi", "Huyện Nà Rì có 21 xã. Huyện Bản Vược có 12 xã."),
    ("vi", "- Số học viên đăng ký: 64 người\n- Số học viên hoàn thành khóa học: 60 người"),
    ("vi", "Trước 15/3 các huyện gửi danh sách; sau 20/3 Sở không tiếp nhận."),
    ("vi", "Tỉnh có 182 km đường biên giới. Lực lượng hai bên tuần tra toàn tuyến 182 km. Đã bê tông hóa được 128 km."),
    ("vi", "Chuyến công tác 5 ngày tại Lào\nNgày 3/6: hội đàm.\nNgày 4/6: thăm nhà máy.\nNgày 5/6: dự lễ ký."),
    ("en", "Nine of eleven targets met\nThe province set itself eleven targets. Nine of eleven were met by June."),
    ("en", "Exports came to USD 2.87 billion last year, the Department said on Friday."),
    ("en", "Contributions (CHF 1 = VND 30,000)\nSchool milk: CHF 120,000\nForest nursery: CHF 45,000"),
]


@pytest.mark.parametrize(("lang", "rule", "pair"), PAIRS)
def test_an_error_is_found_and_its_twin_is_not_blamed(lang: str, rule: str, pair: str) -> None:
    wrong, right = twin(pair, False), twin(pair, True)
    assert rule in {finding["rule"] for finding in check(wrong, lang)["findings"]}
    assert check(right, lang)["findings"] == []


@pytest.mark.parametrize(("lang", "text"), RIGHT)
def test_what_differs_for_a_reason_is_not_blamed(lang: str, text: str) -> None:
    assert check(text, lang)["findings"] == []
