"""Figures, sessions, days and papers told again with another value, and titles whose lines, lands, days or ways the text contradicts."""

from __future__ import annotations

import pytest

from ngoaivu.indicators.figures import check
from tests.indicators.figures.test_figures_told_twice import twin

SAME = [
    ("vi", "Đoàn gồm 14 thành viên. Tại trụ sở, Chủ tịch huyện trao quà cho {17|14} thành viên của đoàn."),
    ("vi", "Kho có sức chứa 8.500 tấn. Với sức chứa {5.800|8.500} tấn, kho đủ cho cả vùng."),
    ("vi", "Năm 2023 có 48 dự án viện trợ; năm 2024 có 55 dự án. So với {84|48} dự án của năm 2023, đây là bước tiến."),
    ("vi", "Sở đề nghị cử 02 cán bộ dự lớp. Danh sách {03|02} cán bộ xin gửi trước ngày 07/10."),
    ("vi", "Năm 2022 tiếp nhận 31 tình nguyện viên, năm 2023 là 45; so với con số {35|31} của 2022, đây là bước tiến."),
    ("vi", "Kỳ họp lần thứ 11 diễn ra trong hai ngày. Kết thúc kỳ họp lần thứ {12|11}, hai bên ký biên bản."),
    ("vi", "Năm 2009, hai tỉnh thiết lập quan hệ. Từ ngày thiết lập quan hệ năm {2006|2009}, hai bên trao đổi 90 đoàn."),
    ("vi", "Hội chợ diễn ra từ ngày 20 đến ngày 25/11. Trong thời gian hội chợ từ ngày 20 đến ngày {26|25}/11, cấm xe."),
    ("vi", "Ba mươi năm trước, hai tỉnh ký thỏa thuận. Nhìn lại {35|30} năm kể từ ngày ký ấy, ta tự hào."),
    ("vi", "Theo Công văn số 1247/UBND-NV ngày 03/6/2024, các xã báo cáo. Nội dung Công văn số {1274|1247}/UBND-NV được niêm yết."),
    ("vi", "Cửa khẩu mở cửa từ 7 giờ đến 19 giờ. Lái xe lưu ý cửa khẩu đóng cửa lúc {18|19} giờ."),
    ("en", "Visitor numbers grew by 12.6% in 2024. The {16.2|12.6}% growth was the strongest in five years."),
    ("en", "The market covers 4,200 square metres. Traders will rent stalls in the {2,400|4,200}-square-metre market."),
    ("en", "The delegation will stay four nights. The bill for the {five|four} nights will be paid by the host."),
    ("en", "Photo 1: the delegation of Prey, 11 members.\nPhoto 2: the same delegation ({13|11} members) at the farm."),
    (
        "en",
        "The province had 94 valid FDI projects, of which 61 were in zones. Japan leads with 23 of the {97|94} valid projects.",
    ),
    ("en", "The road shortens the journey by 40 km. Drivers said the saving of {55|40} km was welcome."),
    ("en", "Friendly relations were established in 2004. Since establishing relations in {2006|2004}, 90 groups have come."),
]
TITLES = [
    ("vi", "CHƯƠNG TRÌNH {4|3} NGÀY CỦA ĐOÀN\nNgày 12/11: đón đoàn\nNgày 13/11: hội đàm\nNgày 14/11: tiễn đoàn"),
    (
        "vi",
        "Xuất khẩu chè {giảm|tăng} tháng thứ hai liên tiếp\nTháng 10 bán chè được 1,9 triệu USD; tháng 9 là 1,7 triệu USD, tháng 8 là 1,4 triệu USD.",
    ),
    ("vi", "Tuyển {4|5} phiên dịch tiếng Lào\nSở cần tuyển:\n- 02 phiên dịch làm việc tại Văn phòng;\n- 03 phiên dịch làm việc tại Trung tâm."),
    ("vi", "Tỉnh cấp phép {7|6} dự án\nQuý I, tỉnh cấp phép cho 2 dự án của Hàn Quốc, 3 dự án của Trung Quốc và 1 dự án của Singapore."),
    ("vi", "Hội nghị Biên giới lần thứ {VII|VI}\nKính gửi: Các sở.\nHội nghị Biên giới lần thứ VI sẽ được tổ chức tại thị xã Mường Vang."),
    ("vi", "Điểm tin đối ngoại tháng 0{2|3}/2024\n- Ngày 04/3/2024: Sở tiếp Tham tán.\n- Ngày 15/3/2024: Khai giảng lớp tiếng Lào."),
    ("vi", "CHƯƠNG TRÌNH ĐÓN ĐOÀN\n(Ngày 18 - {19|20}/4)\nNgày 18/4: đón đoàn\nNgày 19/4: hội đàm\nNgày 20/4: tiễn đoàn"),
    ("en", "Trade with Oudom {climbs|falls} in 2024\nTwo-way trade reached USD 41 million in 2024, against USD 53 million in 2023."),
    (
        "en",
        "{Four|Three} agreements signed\nIt closed with:\n- an agreement on labour;\n- an agreement on quarantine;\n- an agreement on schools.",
    ),
    ("en", "Delegation from {Korea|Japan} visits Hoa Son\nA delegation of 12 from Gunma, Japan, visited Hoa Son on 8 April."),
    ("en", "{Three|Two}-day workshop opens\nThe workshop, held on 21 and 22 May, brings together 45 officers."),
    ("en", "ANNUAL REPORT ON AID, {2020|2021}\nThis report covers the period from 1 January to 31 December 2021."),
    ("en", "{Seven|Six} priorities\nThey are (1) aid; (2) trade; (3) training; (4) borders; (5) culture; (6) press."),
    ("en", "Consulate moves on {21|12} March\nThe consulate will move to its new premises on 12 March."),
]
RIGHT = [
    ("vi", "Đoàn gồm 14 thành viên. Trong chuyến đi, 5 thành viên của đoàn làm việc riêng với Sở Công Thương."),
    ("vi", "Quý I đón 23 đoàn. Quý II đón 32 đoàn, tăng 9 đoàn."),
    ("vi", "Tăng cường quản lý đoàn ra\nNăm 2024, tỉnh cử 41 đoàn ra, so với 53 đoàn của năm 2023."),
    ("vi", "Khách quốc tế tăng mạnh\nTổng lượt khách đạt 820.000 lượt, so với 850.000 lượt cùng kỳ. Riêng khách quốc tế tăng 21%."),
    ("vi", "Kỳ họp lần thứ 12 Ủy ban\nKỳ họp khai mạc sáng 4/3. Hai bên nhất trí tổ chức kỳ họp lần thứ 13 tại Viêng Chăn."),
    ("vi", "Chương trình 4 ngày 3 đêm\nNgày 1: đến sân bay\nNgày 2: thăm nhà máy\nNgày 3: hội thảo\nNgày 4: về nước"),
    ("vi", "Lễ hội diễn ra từ ngày 10 đến 16/5. Trong thời gian lễ hội, từ ngày 12 đến 14/5, có hội thi."),
    ("vi", "Báo cáo công tác tháng 9\n- Ngày 05/10/2024: gửi báo cáo về Bộ.\n- Ngày 08/10/2024: họp giao ban."),
    ("vi", "Ký 5 thỏa thuận\nCác thỏa thuận tiêu biểu:\n- Thỏa thuận về lao động;\n- Thỏa thuận về giáo dục;\n- Thỏa thuận về du lịch."),
    ("vi", "Công văn số 127/UBND-NV ngày 3/4/2024 và Công văn số 172/UBND-NV ngày 8/4/2024 đều đã được trả lời."),
    ("vi", "Cửa khẩu mở cửa từ 7 giờ đến 19 giờ. Lối mở bên cạnh đóng cửa lúc 17 giờ."),
    ("en", "The province has 12 industrial parks. The 8 parks in the coastal zone are fully let."),
    ("en", "The group stays four nights in Hue. The three days in Da Nang are still being planned."),
    ("en", "In 2023 the province received 48 delegations. The target of 60 delegations for 2024 was reached in October."),
    ("en", "Twelve schools joined in 2022. The 21 schools now in the programme teach 4,000 pupils."),
    ("en", "Province opens up to Danish firms\nIn 2024, 12 Danish firms visited, against 15 in 2023."),
    ("en", "Delegation off to Japan\nA delegation of 10 leaves for Korea on Monday and will continue to Japan on Thursday."),
    ("en", "Minutes of the fourth meeting\nThe fourth meeting opened. At the third meeting the sides had agreed on 12 tasks."),
    ("en", "The museum opens from 8.00 to 17.00. The café closes at 16.00."),
    ("en", "Three-day workshop opens\nThe workshop runs from 21 to 23 May. On 21 and 22 May it meets in the hall."),
]


@pytest.mark.parametrize(("lang", "text", "rule"), [*((*row, "two_values") for row in SAME), *((*row, "title_body") for row in TITLES)])
def test_another_value_is_found_and_the_same_is_not_blamed(lang: str, text: str, rule: str) -> None:
    assert rule in {found["rule"] for found in check(twin(text, right=False), lang)["findings"]}
    assert check(twin(text, right=True), lang)["findings"] == []


@pytest.mark.parametrize(("lang", "text"), RIGHT)
def test_another_thing_is_not_blamed(lang: str, text: str) -> None:
    assert check(text, lang)["findings"] == []
