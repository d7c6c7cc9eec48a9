"""Numbers called back, hours and days told again, lengths that point back, and titles the text does not bear out; each with its twin."""

from __future__ import annotations

import pytest

from ngoaivu.indicators.figures import check
from tests.indicators.figures.test_figures_told_twice import twin

SAME = [
    ("vi", "two_values", "Tổ công tác gồm 8 chuyên viên. Cuối buổi, cả {sáu|tám} chuyên viên đều nhất trí."),
    ("vi", "two_values", "Lớp học có 28 học viên. Toàn bộ {26|28} học viên đều đạt yêu cầu."),
    ("vi", "two_values", "Đoàn nghỉ lại bốn đêm tại nhà khách. Sở chi trả cả {ba|bốn} đêm."),
    ("vi", "two_values", "Khu đất rộng 45 ha. Trên khuôn viên {54|45} ha đó sẽ xây trường dạy nghề."),
    ("vi", "two_values", "Chúng ta đã gắn bó ba mươi năm. Trong {20|30} năm ấy, bao lớp cán bộ đã trưởng thành."),
    ("vi", "two_values", "Lễ ký bắt đầu lúc 9h00. Xe đưa khách đi sớm để kịp giờ lễ ký lúc {9h45|9h00}."),
    ("vi", "two_values", "LỊCH NGÀY 5/6\n8h30: hội đàm tại UBND tỉnh\n15h00: họp báo tại Sở\nĐúng {15h30|15h00} mời các nhà báo vào dự họp báo."),
    ("vi", "two_values", "Tàu đến ga lúc 7h25. Nếu tàu đến muộn hơn giờ dự kiến là {7h52|7h25}, đoàn sẽ đi xe khách."),
    ("vi", "two_values", "Đề nghị phúc đáp trước ngày 20/8. Xin nhắc lại, thư phúc đáp cần đến Sở trước ngày {12|20}/8."),
    ("vi", "two_values", "Biên bản được ký năm 2015. Nhìn lại chặng đường kể từ khi ký biên bản năm {2016|2015}, hai bên đã mở 6 lớp."),
    ("vi", "two_values", "Đơn vị ta ở gian hàng 27. Hàng mẫu đưa đến gian hàng {72|27} nói trên trước 8 giờ."),
    ("en", "two_values", "The mission has eight members. All {nine|eight} members received badges."),
    ("en", "two_values", "Rooms are booked for three nights. We will pay for all {four|three} nights."),
    ("en", "two_values", "Students come from 38 countries. We keep a contact in 17 of these {33|38} countries."),
    ("en", "two_values", "The interpreting budget is VND 740 million. Of this VND {74|740} million a third goes on Lao."),
    ("en", "two_values", "09:30 Courtesy call\n11:00 Press briefing\nThe press briefing begins at {10:30|11:00} sharp."),
    ("en", "two_values", "The reception starts at 6.30 p.m. Please send the cars in time for the reception at {7.30|6.30} p.m."),
    ("en", "two_values", "The train leaves at 07:25. Should it leave later than the scheduled {07:52|07:25}, take a bus."),
    ("en", "two_values", "We would be glad of an answer by 24 May. To repeat, replies should reach us no later than {21|24} May."),
    ("en", "two_values", "The two towns were twinned in 2003. Since the {2008|2003} twinning 40 pupils have travelled."),
    ("en", "two_values", "You have stand 45 in the north hall. Bring samples to the said stand, no. {54|45}, before noon."),
]
DATES = [
    ("vi", "reversed_period", "THÔNG BÁO (ngày 10/9/2025)\nVề việc tuyển phiên dịch\nHạn cuối nhận hồ sơ: {1|20}/9/2025.\nThi viết: ngày 5/10/2025."),
    ("vi", "reversed_period", "SỞ NGOẠI VỤ\nHuế, ngày 10 tháng 9 năm 2025\nKính gửi các huyện.\nHạn chót gửi danh sách là ngày {5|25}/9/2025."),
    ("vi", "period_length", "Hội thành lập ngày 2/9/1995. Ngày 2/9/2025, Hội tổ chức lễ kỷ niệm {40|30} năm thành lập."),
    ("vi", "period_length", "Ông sang dạy tiếng Pháp từ tháng 5/2018 đến tháng 5/2021. Trong {năm|ba} năm ấy, ông dạy 600 em."),
    ("vi", "reversed_period", "Lễ khánh thành bắt đầu lúc 9 giờ 30; đề nghị tập trung ở cổng từ {8|9} giờ 00, 30 phút trước buổi lễ."),
    ("en", "reversed_period", "NOTICE\nDate: 10 September 2025\nApplications must be received by {1|20} September 2025."),
    ("en", "period_length", "The league was founded on 2 May 1975. On 2 May 2025 it celebrated its {40|50}th anniversary."),
    ("en", "period_length", "Ms Roy came on 1 March 2021 and left on 28 February 2023. During those {three|two} years she taught 700 pupils."),
    ("en", "reversed_period", "The concert begins at 19:30. Doors open at {18:45|19:00}, thirty minutes before the concert."),
]
TITLES = [
    ("vi", "title_body", "Báo cáo quý {I|II}: viện trợ tăng\nTừ tháng 4 đến tháng 6, các dự án giải ngân được 1,3 triệu USD."),
    ("vi", "title_body", "Tiếp 15 đoàn khách trong tháng {7|8}\nTháng 8 vừa qua, Sở đã tiếp 15 đoàn khách quốc tế."),
    ("vi", "title_body", "Huyện cử {16|61} cán bộ học tiếng Hàn\nSáng nay, huyện tiễn 61 cán bộ lên đường học tiếng Hàn."),
    ("vi", "title_body", "{Gần|Hơn} 400 đại biểu dự Ngày hội\nCó 415 đại biểu dự Ngày hội tại quảng trường."),
    ("vi", "title_body", "Khai giảng lớp tiếng {Thái|Lào} cho bộ đội\nSáng nay, Sở khai giảng lớp tiếng Lào cho 30 chiến sĩ."),
    ("vi", "names_listed", "Ảnh: {Bốn|Ba} đại sứ tại lễ hội\nTừ trái sang: Đại sứ Lào, Đại sứ Pháp và Đại sứ Cuba."),
    ("en", "title_body", "FOURTH-QUARTER REVIEW\nThe meeting went over the work done from {July to September|October to December}."),
    ("en", "title_body", "Figure 3: Arrivals, {2017|2018} to 2023\nFrom 2018 through 2023 arrivals rose from 610 to 940."),
    (
        "en",
        "title_body",
        "Programme, 3-6 {July|June} 2025\nTuesday 3 June: arrival\nWednesday 4 June: talks\nThursday 5 June: visit\nFriday 6 June: departure",
    ),
    ("en", "title_body", "{Nearly|Over} 300 runners join friendship race\nA total of 318 runners joined the friendship race on Sunday."),
    ("en", "title_body", "Student exchange {triples|doubles} in two years\nIn all 128 students went abroad in 2024, against 64 in 2022."),
    ("en", "names_listed", "{Four|Three} consuls general at the festival\nThe consuls general of India, Laos and Thailand lit lanterns."),
]
RIGHT = [
    ("vi", "Trong 12 dự án có 5 dự án đã xong. Cả bảy dự án còn lại chậm."),
    ("vi", "Tỉnh có 9 huyện. Cả ba huyện miền núi đều có lớp học."),
    ("vi", "LỊCH CÔNG TÁC\nThứ Hai, 13/5/2024: họp giao ban\nThứ Tư, 15/5/2024: tiếp khách\nThứ Sáu, 17/5/2024: đi cơ sở"),
    ("vi", "Nộp hồ sơ trước ngày 5/3. Đợt hai nộp hồ sơ trước ngày 15/3."),
    ("vi", "Hội đàm lúc 9h00. Họp báo lúc 10h30. Khách có mặt trước giờ họp báo 15 phút."),
    ("vi", "Tỉnh cử 12 cán bộ đi học\nĐợt đầu có 5 cán bộ đi học."),
    ("en", "The programme has 14 schools. All three schools in the hills teach Lao."),
    ("en", "The five-person team visited six schools. All six schools received books."),
    ("en", "The opening session begins at 08:30. Badges can be had at the desk before the opening session begins at 08:30 sharp."),
    ("en", "The fair opens on 14 April 2026 and closes four days later, on 18 April. There were 180 stands at the last fair in 2024."),
    ("en", "FDI since January (USD million): end of March 64; end of April 81; end of June 139."),
    ("en", "The memorandum signed on 18 March 2019 replaces the 2014 text."),
]


@pytest.mark.parametrize(("lang", "rule", "text"), [*SAME, *DATES, *TITLES])
def test_the_error_is_found_and_its_twin_is_not_blamed(lang: str, rule: str, text: str) -> None:
    assert rule in {found["rule"] for found in check(twin(text, right=False), lang)["findings"]}
    assert check(twin(text, right=True), lang)["findings"] == []


@pytest.mark.parametrize(("lang", "text"), RIGHT)
def test_what_only_looks_alike_is_not_blamed(lang: str, text: str) -> None:
    assert check(text, lang)["findings"] == []
