"""Unit prices, averages, quoted rates, running totals and balances: what does not work out is found, its right twin is not."""

from __future__ import annotations

import pytest

from ngoaivu.indicators.figures.judge import check

WRONG_PRODUCTS = [
    ("vi", "parts_total", "Sở mua 120 cặp sách tặng học sinh, giá mỗi cặp 250.000 đồng, tổng cộng 33 triệu đồng."),
    ("vi", "parts_total", "Thuê 3 xe 45 chỗ trong 4 ngày, giá 3,5 triệu đồng/xe/ngày, hết 24 triệu đồng."),
    ("vi", "parts_total", "Tiệc chiêu đãi 18 bàn, mỗi bàn 4,2 triệu đồng, tính ra 57,6 triệu đồng, chưa kể đồ uống."),
    ("vi", "parts_total", "Kinh phí dịch thuật: 240 trang, 150.000 đồng/trang, thành tiền 63 triệu đồng."),
    ("vi", "parts_total", "Tỉnh hỗ trợ 65 hộ nghèo vùng biên, mỗi hộ 40 triệu đồng làm nhà, tổng kinh phí 2,9 tỷ đồng."),
    ("vi", "parts_total", "- Áo dài đồng phục: 35 bộ x 1.200.000 đồng = 24.000.000 đồng\n- Khăn choàng: 60 chiếc x 180.000 đồng = 10.800.000 đồng"),
    ("vi", "parts_total", "Năm 2024 có 48 đoàn vào với tổng chi phí 1,44 tỷ đồng, tính bình quân mỗi đoàn 40 triệu đồng."),
    ("vi", "parts_total", "Vụ xuân, 320 ha lúa đạt năng suất 6,5 tấn/ha, sản lượng 2.800 tấn."),
    ("vi", "parts_total", "Lương điều phối viên 12 triệu đồng mỗi tháng, tức 124 triệu đồng mỗi năm."),
    ("vi", "parts_total", "Năm 2025 Phòng Lãnh sự cấp 2.160 thị thực, bình quân 210 thị thực mỗi tháng."),
    ("vi", "parts_total", "Quý I/2025, đường dây nóng nhận 960 cuộc gọi, trung bình mỗi tháng 230 cuộc."),
    ("vi", "parts_total", "Tổ chức 15 lớp, mỗi lớp 40 học viên, tổng số 500 học viên."),
    ("vi", "parts_total", "Xã rộng 42 km2, dân số 6.300 người, mật độ 250 người/km2."),
    ("vi", "rates_differ", "Với tỷ giá 18 đồng một won, khoản tài trợ 300 triệu won tương đương 4,5 tỷ đồng."),
    ("vi", "rates_differ", "Ngân hàng áp dụng tỷ giá 25.300 đồng/USD, do đó 80.000 USD được quy đổi thành 2,24 tỷ đồng."),
    ("vi", "parts_total", "Tặng 25 máy tính, trị giá 15 triệu đồng mỗi máy, tổng giá trị 357 triệu đồng."),
    ("vi", "parts_total", "Phòng nghỉ: 10 phòng đôi, 2 đêm, 1,1 triệu đồng/phòng/đêm, cộng 32 triệu đồng."),
    ("vi", "parts_total", "Chi 84 triệu đồng cho 12 phiên dịch, tức mỗi người 8 triệu đồng."),
    ("vi", "parts_total", "Đoàn 9 người, vé máy bay 11 triệu đồng/người, tổng tiền vé 89 triệu đồng."),
    ("en", "parts_total", "The office ordered 150 lacquer boxes at VND 220,000 each, VND 30.3 million in all."),
    ("en", "parts_total", "Twelve interpreters were hired for three days at USD 80 a day each; the bill was USD 2,580."),
    ("en", "parts_total", "The trust gave 45 scholarships of USD 600, a total of USD 72,000."),
    ("en", "parts_total", "The course cost USD 36,000 for 24 trainees, or USD 1,200 per trainee."),
    ("en", "parts_total", "The rent is EUR 850 a month, which makes EUR 12,000 a year."),
    ("en", "parts_total", "In 2024 the desk answered 1,800 calls, on average 180 a month."),
    ("en", "parts_total", "Each of the 30 families received a cow worth VND 18 million, VND 450 million altogether."),
    ("en", "parts_total", "The 60 hectares yielded 4.5 tonnes per hectare, giving a harvest of 720 tonnes."),
    ("en", "rates_differ", "At 25,400 dong to the dollar, USD 30,000 comes to VND 726 million."),
    ("en", "rates_differ", "The bank paid VND 27,500 per euro, so the gift of EUR 20,000 became VND 505 million."),
    ("en", "parts_total", "The commune covers 36 square kilometres and has 7,200 people, that is 250 people per square kilometre."),
    ("en", "parts_total", "- Hall hire: 2 days x USD 400 = USD 800\n- Lunches: 75 x USD 12 = USD 600\n- Coaches: 3 coaches x USD 250 = USD 750"),
    ("en", "parts_total", "With 18 participants paying USD 250 apiece, the organisers took in a total of USD 5,400."),
]
RIGHT_PRODUCTS = [
    ("vi", "Sở mua 120 cặp sách tặng học sinh, giá mỗi cặp 250.000 đồng, tổng cộng 30 triệu đồng."),
    ("vi", "Thuê 3 xe 45 chỗ trong 4 ngày, giá 3,5 triệu đồng/xe/ngày, hết 42 triệu đồng."),
    ("vi", "Tiệc chiêu đãi 18 bàn, mỗi bàn 4,2 triệu đồng, tính ra 75,6 triệu đồng, chưa kể đồ uống."),
    ("vi", "Kinh phí dịch thuật: 240 trang, 150.000 đồng/trang, thành tiền 36 triệu đồng."),
    ("vi", "Tỉnh hỗ trợ 65 hộ nghèo vùng biên, mỗi hộ 40 triệu đồng làm nhà, tổng kinh phí 2,6 tỷ đồng."),
    ("vi", "- Áo dài đồng phục: 35 bộ x 1.200.000 đồng = 42.000.000 đồng\n- Khăn choàng: 60 chiếc x 180.000 đồng = 10.800.000 đồng"),
    ("vi", "Năm 2024 có 48 đoàn vào với tổng chi phí 1,44 tỷ đồng, tính bình quân mỗi đoàn 30 triệu đồng."),
    ("vi", "Vụ xuân, 320 ha lúa đạt năng suất 6,5 tấn/ha, sản lượng 2.080 tấn."),
    ("vi", "Lương điều phối viên 12 triệu đồng mỗi tháng, tức 144 triệu đồng mỗi năm."),
    ("vi", "Năm 2025 Phòng Lãnh sự cấp 2.160 thị thực, bình quân 180 thị thực mỗi tháng."),
    ("vi", "Quý I/2025, đường dây nóng nhận 960 cuộc gọi, trung bình mỗi tháng 320 cuộc."),
    ("vi", "Tổ chức 15 lớp, mỗi lớp 40 học viên, tổng số 600 học viên."),
    ("vi", "Xã rộng 42 km2, dân số 6.300 người, mật độ 150 người/km2."),
    ("vi", "Với tỷ giá 18 đồng một won, khoản tài trợ 300 triệu won tương đương 5,4 tỷ đồng."),
    ("vi", "Ngân hàng áp dụng tỷ giá 25.300 đồng/USD, do đó 80.000 USD được quy đổi thành 2,024 tỷ đồng."),
    ("vi", "Tặng 25 máy tính, trị giá 15 triệu đồng mỗi máy, tổng giá trị 375 triệu đồng."),
    ("vi", "Phòng nghỉ: 10 phòng đôi, 2 đêm, 1,1 triệu đồng/phòng/đêm, cộng 22 triệu đồng."),
    ("vi", "Chi 84 triệu đồng cho 12 phiên dịch, tức mỗi người 7 triệu đồng."),
    ("vi", "Đoàn 9 người, vé máy bay 11 triệu đồng/người, tổng tiền vé 99 triệu đồng."),
    ("en", "The office ordered 150 lacquer boxes at VND 220,000 each, VND 33 million in all."),
    ("en", "Twelve interpreters were hired for three days at USD 80 a day each; the bill was USD 2,880."),
    ("en", "Translation: 25 pages at USD 30.00: USD 750.00\nPrinting: 200 copies at USD 2.50: USD 500.00"),
    ("en", "The trust gave 45 scholarships of USD 600, a total of USD 27,000."),
    ("en", "The course cost USD 36,000 for 24 trainees, or USD 1,500 per trainee."),
    ("en", "The rent is EUR 850 a month, which makes EUR 10,200 a year."),
    ("en", "In 2024 the desk answered 1,800 calls, on average 150 a month."),
    ("en", "Each of the 30 families received a cow worth VND 18 million, VND 540 million altogether."),
    ("en", "The 60 hectares yielded 4.5 tonnes per hectare, giving a harvest of 270 tonnes."),
    ("en", "At 25,400 dong to the dollar, USD 30,000 comes to VND 762 million."),
    ("en", "The bank paid VND 27,500 per euro, so the gift of EUR 20,000 became VND 550 million."),
    ("en", "The commune covers 36 square kilometres and has 7,200 people, that is 200 people per square kilometre."),
    ("en", "- Hall hire: 2 days x USD 400 = USD 800\n- Lunches: 75 x USD 12 = USD 900\n- Coaches: 3 coaches x USD 250 = USD 750"),
    ("en", "With 18 participants paying USD 250 apiece, the organisers took in a total of USD 4,500."),
    ("en", "Quarterly fees are USD 2,100, or USD 8,400 a year."),
]

WRONG_RUNNING = [
    ("vi", "parts_total", "Đến hết tháng 8, Trung tâm đón 1.240 lượt khách. Tháng 9 có thêm 185 lượt, nâng tổng số chín tháng lên 1.524 lượt."),
    ("vi", "parts_total", "Quý I thu 42 tỷ đồng, quý II thu 51 tỷ đồng, sáu tháng thu 39 tỷ đồng phí hạ tầng."),
    ("vi", "parts_total", "Số visa điện tử đã kiểm tra:\nTháng 1: 410\nTháng 2: 385\nTháng 3: 520\nQuý I: 1.135"),
    ("vi", "parts_total", "Lũy kế 10 tháng giải ngân 3,4 triệu USD; tháng 11 giải ngân 0,25 triệu USD; lũy kế 11 tháng 3,95 triệu USD."),
    ("vi", "parts_total", "6 tháng đầu năm 2025 tiếp nhận 214 hồ sơ, 6 tháng cuối năm tiếp nhận 268 hồ sơ, cả năm 2025 là 428 hồ sơ."),
    ("vi", "month_year", "Đến cuối tháng 6 đã có 74 đoàn vào. Hết tháng 9 con số này là 69 đoàn."),
    ("en", "parts_total", "By the end of July the clinic had treated 3,480 patients. In August it saw 410 more, so the eight-month total is 3,980."),
    (
        "en",
        "parts_total",
        "Coffee exports were USD 64 million in the first quarter and USD 71 million in the second, USD 153 million for the half-year.",
    ),
    (
        "en",
        "parts_total",
        "The port moved 2.1 million tonnes in the first half of 2024 and 2.6 million tonnes in the second half, 5.7 million tonnes in the full year.",
    ),
    ("en", "month_year", "Delegations received, year to date. End of March: 21. End of June: 48. End of September: 45."),
    ("en", "parts_total", "At the end of October there had been 56 marriages with foreigners; November added 7, making 73 for the eleven months."),
]
RIGHT_RUNNING = [
    ("vi", "Đến hết tháng 8, Trung tâm đón 1.240 lượt khách. Tháng 9 có thêm 185 lượt, nâng tổng số chín tháng lên 1.425 lượt."),
    ("vi", "Quý I thu 42 tỷ đồng, quý II thu 51 tỷ đồng, sáu tháng thu 93 tỷ đồng phí hạ tầng."),
    ("vi", "Số visa điện tử đã kiểm tra:\nTháng 1: 410\nTháng 2: 385\nTháng 3: 520\nQuý I: 1.315"),
    ("vi", "Lũy kế 10 tháng giải ngân 3,4 triệu USD; tháng 11 giải ngân 0,25 triệu USD; lũy kế 11 tháng 3,65 triệu USD."),
    ("vi", "6 tháng đầu năm 2025 tiếp nhận 214 hồ sơ, 6 tháng cuối năm tiếp nhận 268 hồ sơ, cả năm 2025 là 482 hồ sơ."),
    ("vi", "Đến cuối tháng 6 đã có 74 đoàn vào. Hết tháng 9 con số này là 96 đoàn."),
    (
        "vi",
        "Tháng 5 xuất khẩu 45 triệu USD. Lũy kế 5 tháng xuất khẩu 210 triệu USD, nhập khẩu 130 triệu USD. Tháng 6 xuất khẩu 48 triệu USD.",
    ),
    ("vi", "Quý I có 12 đoàn, quý II có 15 đoàn. Sáu tháng tiếp 340 lượt khách lẻ và 27 đoàn."),
    ("en", "By the end of July the clinic had treated 3,480 patients. In August it saw 410 more, so the eight-month total is 3,890."),
    ("en", "Coffee exports were USD 64 million in the first quarter and USD 71 million in the second quarter, USD 135 million for the half-year."),
    ("en", "Visas issued:\nJanuary 320\nFebruary 280\nMarch 410\nFirst quarter 1,010"),
    (
        "en",
        "The port moved 2.1 million tonnes in the first half of 2024 and 2.6 million tonnes in the second half, 4.7 million tonnes in the full year.",
    ),
    ("en", "Delegations received, year to date. End of March: 21. End of June: 48. End of September: 75."),
    ("en", "At the end of October there had been 56 marriages with foreigners; November added 7, making 63 for the eleven months."),
]

WRONG_BALANCES = [
    ("vi", "parts_total", "Đầu kỳ có 27 hồ sơ, tiếp nhận mới 64 hồ sơ, đã giải quyết 71 hồ sơ, cuối kỳ còn 28 hồ sơ."),
    ("vi", "parts_total", "Hội có 312 hội viên đầu năm; trong năm kết nạp thêm 45 và xin ra 18, đến cuối năm còn 393 hội viên."),
    (
        "vi",
        "parts_total",
        "Kho vật tư\n- Tồn đầu tháng: 420 thùng\n- Nhập trong tháng: 150 thùng\n- Xuất trong tháng: 260 thùng\n- Tồn cuối tháng: 301 thùng",
    ),
    ("vi", "parts_over_total", "Trong 85 hồ sơ nộp, Sở đã duyệt 52, trả lại 14; 29 hồ sơ còn lại đang thẩm định."),
    ("en", "parts_total", "The fund opened the year with USD 84,000, received USD 36,000 and paid out USD 51,000, leaving USD 96,000."),
    (
        "en",
        "parts_total",
        "Stock at the start of May: 230 parcels\nReceived: 90 parcels\nHanded out: 175 parcels\nStock at the end of May: 154 parcels",
    ),
    ("en", "parts_total", "Of the 120 laptops, 75 went to schools and 20 to clinics; the remaining 35 are in store."),
]
RIGHT_BALANCES = [
    ("vi", "Đầu kỳ có 27 hồ sơ, tiếp nhận mới 64 hồ sơ, đã giải quyết 71 hồ sơ, cuối kỳ còn 20 hồ sơ."),
    ("vi", "Hội có 312 hội viên đầu năm; trong năm kết nạp thêm 45 và xin ra 18, đến cuối năm còn 339 hội viên."),
    ("vi", "Kho vật tư\n- Tồn đầu tháng: 420 thùng\n- Nhập trong tháng: 150 thùng\n- Xuất trong tháng: 260 thùng\n- Tồn cuối tháng: 310 thùng"),
    ("vi", "Trong 85 hồ sơ nộp, Sở đã duyệt 52, trả lại 14; 19 hồ sơ còn lại đang thẩm định."),
    ("vi", "Khoản tài trợ 640.000 USD đã giải ngân 415.000 USD, còn lại 225.000 USD."),
    ("vi", "Tỉnh có 18 xã biên giới, trong đó 11 xã có đường nhựa, 6 xã có chợ; 7 xã còn lại chưa có đường nhựa."),
    ("vi", "Năm ngoái có 40 đoàn. Năm nay đã đón 26 đoàn, trong đó 9 đoàn Nhật Bản, 17 đoàn còn lại đến từ châu Âu."),
    ("en", "The roster held 46 interpreters in January. Nine joined during the year and five left, so that 50 are on it today."),
    ("en", "The fund opened the year with USD 84,000, received USD 36,000 and paid out USD 51,000, leaving USD 69,000."),
    ("en", "Stock at the start of May: 230 parcels\nReceived: 90 parcels\nHanded out: 175 parcels\nStock at the end of May: 145 parcels"),
    ("en", "Of the 120 laptops, 75 went to schools and 20 to clinics; the remaining 25 are in store."),
    ("en", "The shelter has 60 beds, 22 of them for women. On Monday 41 were taken; the other 19 stood empty."),
    ("en", "Of 30 stalls, 12 were foreign, 4 of these from Laos; the other 18 belonged to local firms."),
]


def rules(text: str, lang: str) -> set[str]:
    return {finding["rule"] for finding in check(text, lang)["findings"]}


@pytest.mark.parametrize(("lang", "rule", "text"), WRONG_PRODUCTS + WRONG_RUNNING + WRONG_BALANCES)
def test_what_does_not_work_out_is_found(lang: str, rule: str, text: str) -> None:
    assert rules(text, lang) == {rule}


@pytest.mark.parametrize(("lang", "text"), RIGHT_PRODUCTS + RIGHT_RUNNING + RIGHT_BALANCES)
def test_what_works_out_is_left_alone(lang: str, text: str) -> None:
    assert rules(text, lang) == set()
