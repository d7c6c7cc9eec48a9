"""Lists and tables with a line of totals: a total its lines do not make is found, every honest way to lay them out is left alone."""

import pytest

from ngoaivu.indicators.figures import check

RIGHT = {
    "lines": ("vi", "Viện trợ theo nước (nghìn USD)\nĐức: 412,5\nPháp: 280,0\nHà Lan: 96,5\nTổng cộng: {}\n", "789,0", "798,0"),
    "of which": ("vi", "Đoàn vào theo châu lục\nChâu Á: 41\nTrong đó Lào: 17\nChâu Âu: 12\nChâu Mỹ: 6\nCộng: {}\n", "59", "95"),
    "numbered": ("vi", "I. Đoàn ra: 31\na) Cấp tỉnh: 12\nb) Cấp sở: 19\nII. Đoàn vào: 24\na) Châu Á: 15\nb) Châu Âu: 9\nTổng số: {}\n", "55", "65"),
    "parent": (
        "vi",
        "Lượt khách xuất nhập cảnh (lượt)\nA. Đường bộ: {}\nA1. Cửa khẩu quốc tế: 61.275\nA2. Cửa khẩu chính: 23.035\nB. Đường biển: 7.145\n",
        "84.310",
        "84.130",
    ),
    "total first": ("en", "Total: {}\n- Japan: 19\n- Korea: 33\n- Laos: 12\n", "64", "46"),
    "table": ("en", "No | Purpose | Missions | People\n1 | Trade | 18 | 126\n2 | Study | 23 | 214\nTotal | {} | 340\n", "41", "14"),
    "rows": (
        "en",
        "Lender | Paid | Left | Agreed\nA | 41.5 | 22.5 | 64.0\nB | 52.9 | 35.5 | {}\nC | 30.2 | 17.4 | 47.6\nD | 10.1 | 4.9 | 15.0\n",
        "88.4",
        "84.8",
    ),
    "seats": ("en", "Row A: 12\nRow B: 18\nRow C: 22\nSeats in all: {}\n", "52", "62"),
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_total_is_held_to_its_lines(name: str) -> None:
    """One digit wrong or two swapped, and the total is named; the true one is not."""
    lang, text, right, wrong = RIGHT[name]
    [finding] = check(text.format(wrong), lang)["findings"]
    assert finding["rule"] in ("parts_total", "parts_over_total")
    assert wrong in text.format(wrong)[finding["start"] : finding["end"]]
    assert check(text.format(right), lang)["findings"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Tổng số hộ: 320\nSố khẩu: 1.240\nSố thôn: 6\n",
        "Tháng 4: 21\nTháng 5: 24\nCộng quý: 45\nTháng 6: 19\nCộng sáu tháng: 64\n",
        "Đoàn vào: 35\nĐoàn ra: 18\nHội nghị: 6\nKinh phí: 2,5 tỷ đồng\n",
        "Kế hoạch: 40\nThực hiện: 38\nTỷ lệ: 95%\n",
    ],
)
def test_lines_that_do_not_add_up_by_nature_are_left_alone(text: str) -> None:
    assert check(text, "vi")["findings"] == []
