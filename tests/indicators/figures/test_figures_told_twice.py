"""Dates that do not fit, one thing told with two values, and titles against their text; each with its correct twin."""

from __future__ import annotations

import pytest

from ngoaivu.indicators.figures import check

DATES = [
    ("vi", "weekday", "Lịch tuần: Thứ Hai, 12/5/2025: họp. Thứ Ba, 13/5: đi Lào. Thứ {Năm|Tư}, 14/5: tiếp khách."),
    ("vi", "weekday", "Hội nghị ngày 22/8/2025 (thứ {Bảy|Sáu}) bàn về lao động ngoài nước."),
    ("vi", "weekday", "Ngày hội tổ chức vào thứ Bảy cuối cùng của tháng 5, năm 2025 là ngày {24|31}/5."),
    ("vi", "period_length", "Bà Tư sinh ngày 12/3/1940 tại Huế. Năm 2015 bà mất, hưởng thọ {65|75} tuổi."),
    ("vi", "period_length", "Ông nhận việc năm 1990 và nghỉ hưu năm 2020 sau {bốn|ba} mươi năm công tác."),
    ("vi", "period_length", "Trường khởi công tháng 1/2024, khánh thành tháng 9/2024 sau {14|8} tháng thi công."),
    ("vi", "period_length", "Đoàn đến ngày 6/10 và rời tỉnh ngày 10/10/2025, nghỉ tại khách sạn Sông Xanh {6|4} đêm."),
    ("vi", "period_length", "Hội thảo kéo dài {ba|năm} ngày, từ ngày 10 đến ngày 14/3/2025."),
    ("vi", "reversed_period", "Phòng tiếp dân mở cửa từ {14h00|8h00} đến 11h30 các ngày trong tuần."),
    ("vi", "reversed_period", "Xe xuất phát lúc 7h00, đến cửa khẩu lúc {6h30|9h30} cùng ngày."),
    ("vi", "reversed_period", "Kính mời dự lễ trao giải lúc 8 giờ ngày 12/6/2025. Đề nghị xác nhận tham dự trước ngày {21|1}/6/2025."),
    ("vi", "reversed_period", "Lớp tiếng Lào khai giảng ngày 3/11/2025, bế giảng ngày 28/{10|11}/2025."),
    ("vi", "reversed_period", "Quỹ trao học bổng vào quý III, cụ thể là trong tháng {5|8}, cho 96 em."),
    ("en", "weekday", "Day 1, Monday 12 May 2025: arrival. Day 3, {Thursday|Wednesday} 14 May: visit."),
    ("en", "weekday", "We arrive on Sat 7 June and leave on {Wed|Thu} 12 June."),
    ("en", "weekday", "Our open day falls on the last Friday of May, which in 2025 means {23|30} May."),
    ("en", "period_length", "Mrs Chan, born in 1921 and the oldest resident, turned {114|104} in 2025."),
    ("en", "period_length", "Mr Kim (1944-2020) died aged {86|76}."),
    ("en", "period_length", "The league was founded in 1975 and this year, 2025, celebrates its {40|50}th anniversary."),
    ("en", "period_length", "She headed the school from 1998 to 2020, a total of {32|22} years."),
    ("en", "period_length", "Arrival on 6 October, departure on 10 October. The hotel is booked for {seven|four} nights."),
    ("en", "period_length", "A {six|five}-day course on protocol will run from Monday 10 to Friday 14 March 2025."),
    ("en", "reversed_period", "On {30 August|1 September}, the eve of National Day (2 September), the Chairman received the consuls."),
    ("en", "reversed_period", "Session two: 13:30 - {12|14}:45, three groups."),
    ("en", "reversed_period", "The workshop will take place on 12 June 2025. Please register no later than {21|1} June 2025."),
    ("en", "reversed_period", "The fund will pay in the third quarter, namely in {May|August}, to 96 pupils."),
]
SAME = [
    ("vi", "two_values", "Theo Kế hoạch số 215/KH-UBND ngày 18/3/2025, Sở mở 3 lớp. Kế hoạch số {251|215}/KH-UBND ngày 18/3/2025 giao 4 lớp."),
    ("vi", "two_values", "Họp tại Hội trường tầng 3, Nhà khách. Xin Quý vị lên hội trường (tầng {5|3}) trước giờ khai mạc."),
    ("vi", "two_values", "Liên hệ ông Trần Văn Đạt, máy lẻ 236. Khi cần gấp xin gọi ông Đạt (máy lẻ {263|236})."),
    ("vi", "two_values", "Bà Nguyễn Thị Hoa, 52 tuổi, nấu ăn cho đoàn. Hỏi vì sao, bà Hoa ({54|52} tuổi) chỉ cười."),
    ("vi", "two_values", "Hội thành lập năm 1997. Kể từ khi thành lập năm {1999|1997}, Hội đã cử 61 người đi học."),
    ("vi", "two_values", "Biên bản lập thành 04 ({ba|bốn}) bản."),
    ("vi", "two_values", "Đã nhận 15.000.000 đồng (Mười {bảy|lăm} triệu đồng chẵn)."),
    ("vi", "two_values", "Gửi báo cáo trước ngày 20/6/2025. Cơ quan nào để quá mốc {26|20}/6 nêu trên thì tự chịu trách nhiệm."),
    ("vi", "two_values", "Bản ghi nhớ được ký ngày 6/5/2024 tại Huế. Căn cứ bản ghi nhớ ngày 6/{6|5}/2024, hai bên cử 2 giáo viên."),
    ("vi", "two_values", "Họp lúc 8h30 tại Phòng họp số 3, tầng 2. Đại biểu có mặt tại Phòng họp số {5|3} trước giờ họp 10 phút."),
    ("en", "two_values", "Flight VN1543 lands at 09:40 on 12 September. Be at the gate before flight VN1543 lands at {10|09}:40."),
    ("en", "two_values", "Ms Oddny Strand, 52, a nurse, comes each winter. Asked why, Ms Strand, {54|52}, laughs."),
    ("en", "two_values", "For cars ask Mr Dat (ext. 236). If late, ring Mr Dat at ext. {263|236}."),
    ("en", "two_values", "The meeting is in Room 302, third floor. Take the lift to the {fifth|third} floor, Room 302 is on the left."),
    ("en", "two_values", "Founded in 1997, the Association has 240 members. Since its founding in {1999|1997} it has sent 61 people."),
    ("en", "two_values", "Delivery note: eighteen ({81|18}) crates of medical goods."),
    ("en", "two_values", "The guide is due within 90 days of signature. If it is not delivered within the {60|90} days allowed, a penalty applies."),
    ("en", "two_values", "The agreement was signed on 4 March 2022. We were asked whether the agreement of {14|4} March 2022 needs renewal."),
    ("en", "two_values", "The meeting will be held in Room 12. Members should be seated in Room {21|12} ten minutes before the start."),
]
TITLES = [
    (
        "vi",
        "title_body",
        "HOẠT ĐỘNG ĐỐI NGOẠI QUÝ {II|III}/2025\nTháng 7: tiếp 6 đoàn\nTháng 8: tổ chức giải bóng đá\nTháng 9: ký thỏa thuận kết nghĩa",
    ),
    ("vi", "title_body", "Mời dự Diễn đàn Cà phê lần thứ {IV|VI}\nSau năm kỳ ở các tỉnh, lần thứ sáu này được tổ chức tại Đắk Wao."),
    ("vi", "title_body", "Đại sứ {Đan Mạch|Phần Lan} thăm nhà máy điện gió\nSáng nay, Đại sứ Phần Lan đã đến thăm nhà máy Kỳ Phượng."),
    (
        "vi",
        "names_listed",
        "{Bốn|Ba} địa phương ký kết với Champasak\nChiều qua, thị xã Ninh Hạ cùng hai huyện Đắk Miên và Ia Rông đã ký thỏa thuận.",
    ),
    ("en", "names_listed", "{Three|Four} provinces join clean-up pact\nThanh Hoa, Nghe An, Ha Tinh and Quang Tri agreed to clear their beaches."),
    ("en", "title_body", "{Japanese|Korean} mayor plants tree in Hoi An\nThe Mayor of Mokpo, Republic of Korea, planted a tree yesterday."),
    (
        "en",
        "title_body",
        "Minutes of the {third|fourth} meeting of the Committee\nThe fourth meeting of the Committee opened with eleven members present.",
    ),
    ("en", "title_body", "Province to host {2025|2026} youth camp\nYoung people from five countries will gather at Lake Thac Ba in July 2026."),
    ("en", "title_body", "NGO assistance, {third|second} quarter of 2025\nBetween 1 April and 30 June 2025 nine agreements were approved."),
]
RIGHT = [
    ("vi", "Đợt thứ hai, 12/5/2026 có thêm 3 đoàn. Lần thứ ba, ngày 13/7/2026."),
    ("vi", "Ông Nam sinh năm 1960, về nước năm 1990. Con gái 30 tuổi làm bác sĩ từ năm 2018."),
    ("vi", "Kỷ niệm 50 năm quan hệ ngoại giao (1973 - 2023), chương trình 5 năm (2023 - 2028) được công bố năm 2024."),
    ("vi", "Ca trực đêm từ 22h00 đến 6h00."),
    ("vi", "Nhận đăng ký đến hết ngày 30/9/2025. Đợt thi diễn ra ngày 12/10/2025. Kết quả báo trước ngày 30/10/2025."),
    ("vi", "Quyết định số 12/QĐ-UBND ngày 3/2/2025 và Quyết định số 21/QĐ-SNgV ngày 3/2/2025."),
    ("vi", "Bà Hoa, 52 tuổi, ở bản Hin. Ông Nguyễn Văn Hoa, 60 tuổi, là trưởng bản."),
    ("en", "The bridge opened in 2010 and was widened in 2018 after three years of talks."),
    ("en", "Registration closes on 30 September 2025. The race is on 12 October 2025. Results will be confirmed by 30 October 2025."),
    ("en", "Visas are valid for 90 days. Holders of exemptions may stay for the 45 days allowed under the decree."),
    ("en", "Flight VN1543 lands at 09:40 on 12 September; on 14 September VN1543 lands at 10:20."),
    ("en", "French ambassador opens library\nThe Ambassador of France and the Consul of Belgium opened a library."),
]


def twin(text: str, right: bool) -> str:
    """The text with the wrong or the right one of two words."""
    head, _, rest = text.partition("{")
    pair, _, tail = rest.partition("}")
    return head + pair.split("|")[right] + tail


@pytest.mark.parametrize(("lang", "rule", "text"), [*DATES, *SAME, *TITLES])
def test_the_error_is_found_and_its_twin_is_not_blamed(lang: str, rule: str, text: str) -> None:
    assert rule in {found["rule"] for found in check(twin(text, right=False), lang)["findings"]}
    assert check(twin(text, right=True), lang)["findings"] == []


@pytest.mark.parametrize(("lang", "text"), RIGHT)
def test_what_only_looks_alike_is_not_blamed(lang: str, text: str) -> None:
    assert check(text, lang)["findings"] == []
