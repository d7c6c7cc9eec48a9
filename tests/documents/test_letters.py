"""What a letter says is read from several layouts of official letters; what is not sure is not said."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ngoaivu.documents.issuers import sentence_case
from ngoaivu.documents.letterheads import names_in
from ngoaivu.documents.letters import Said, read
from ngoaivu.documents.texts import text_of
from tests.documents import pdfs

ABROAD = """ỦY BAN NHÂN DÂN THÀNH PHỐ GWANGYANG, TỈNH JEOLLA NAM, HÀN QUỐC
(Bản dịch tiếng Việt của Văn phòng Hợp tác quốc tế)
Số: 214/GY-IC                                   Gwangyang, ngày 09 tháng 11 năm
2026
Kính gửi: Sở Ngoại vụ tỉnh Mẫu
Về việc: Đoàn công tác thành phố Gwangyang thăm và làm việc tại tỉnh Mẫu
Trước hết, thành phố Gwangyang trân trọng cảm ơn sự hợp tác của Quý Sở.
Chúng tôi cử đoàn công tác do ông Kim Sung-ho, Phó Thị trưởng, làm trưởng đoàn, gồm 7
thành viên, đến thăm và làm việc tại tỉnh Mẫu từ ngày 16 tháng 11 năm 2026 đến
ngày 18 tháng 11 năm 2026. Đoàn đề nghị được chào xã giao lãnh đạo tỉnh.
                                             TL. THỊ TRƯỞNG
                                             Lee Min-jae
"""
COLUMNS = """UBND TỈNH MẪU                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ NGOẠI VỤ                      Độc lập - Tự do - Hạnh phúc

Số: 1205/SNgV-HTQT               Tỉnh Mẫu, ngày 05 tháng 3 năm 2026
V/v đón đoàn tỉnh Khăm Muộn
(Lào) đến thăm tỉnh

                  Kính gửi: Ủy ban nhân dân tỉnh
Căn cứ Công văn số 12/VP ngày 01/02/2026 của Văn phòng tỉnh, Sở kính báo cáo: Đoàn tỉnh Khăm Muộn sang thăm các ngày 10-12/3/2026.
Trưởng đoàn: bà Khăm-phẻng Xaynhạvông, Phó Tỉnh trưởng. Đoàn gồm có 09 (chín) người.
"""
STACKED = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ TỈNH MẪU
HỘI HỮU NGHỊ VIỆT NAM - LÀO
Số: 125 /CV-HN
Tỉnh Mẫu, ngày 02/03/2026
Kính gửi: Sở Ngoại vụ.
Hội xin thông báo đoàn gồm mười hai đại biểu do đồng chí Nguyễn Văn Hùng dẫn đầu đi thăm Lào từ 28/3 đến 02/4/2026.
"""
WRAPPED = """VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN
VÀ ỦY BAN NHÂN DÂN TỈNH KHĂM MUỘN
Số: 15/VP
Khăm Muộn, ngày 20 tháng 6 năm 2018
Kính gửi: Sở Ngoại vụ
Về việc: chuyến thăm của lãnh đạo tỉnh
nhân dịp năm mới
Đoàn sẽ đến vào ngày 05 tháng 7 năm 2018 và trở về trong ngày.
"""
PROSE = """Thưa ông,
Chúng tôi rất vui được gặp ông tháng trước. Xin gửi lời chào tới 12 người bạn và 7 đại biểu.
Hẹn gặp lại.
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            ABROAD,
            Said(
                "214/GY-IC",
                date(2026, 11, 9),
                "Ủy ban nhân dân thành phố Gwangyang, tỉnh Jeolla Nam, Hàn Quốc",
                "Đoàn công tác thành phố Gwangyang thăm và làm việc tại tỉnh Mẫu",
                date(2026, 11, 16),
                date(2026, 11, 18),
                7,
                "Ông Kim Sung-ho, Phó Thị trưởng",
            ),
        ),
        (
            COLUMNS,
            Said(
                "1205/SNgV-HTQT",
                date(2026, 3, 5),
                "Sở Ngoại vụ tỉnh Mẫu",
                "Đón đoàn tỉnh Khăm Muộn (Lào) đến thăm tỉnh",
                date(2026, 3, 10),
                date(2026, 3, 12),
                9,
                "Bà Khăm-phẻng Xaynhạvông, Phó Tỉnh trưởng",
            ),
        ),
        (
            STACKED,
            Said(
                "125/CV-HN",
                date(2026, 3, 2),
                "Hội Hữu nghị Việt Nam - Lào",
                "",
                date(2026, 3, 28),
                date(2026, 4, 2),
                12,
                "Đồng chí Nguyễn Văn Hùng",
            ),
        ),
        (
            WRAPPED,
            Said(
                "15/VP",
                date(2018, 6, 20),
                "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân tỉnh Khăm Muộn",
                "Chuyến thăm của lãnh đạo tỉnh nhân dịp năm mới",
                date(2018, 7, 5),
                None,
                None,
                "",
            ),
        ),
        (PROSE, Said()),
        ("", Said()),
    ],
)
def test_a_letter_is_read(text: str, said: Said) -> None:
    assert read(text) == said


@pytest.mark.parametrize(
    "body",
    [
        "Theo Công văn số 15/VP ngày 01/02/2026, đoàn sẽ đến thăm.",
        "Đoàn đến ngày 31/02/2026.",
        "Đoàn đến ngày 01/02/2026 hoặc ngày 05/02/2026.",
        "Hợp tác từ 05/01/2020 đến 05/01/2026.",
        "Tỷ lệ 16-18 phần trăm.",
    ],
)
def test_days_that_are_not_surely_those_of_the_visit_are_not_proposed(body: str) -> None:
    said = read(f"Số: 1/X\nKính gửi: Sở Ngoại vụ\n{body}")
    assert (said.first, said.last) == (None, None)


@pytest.mark.parametrize("body", ["Đoàn gồm 7 người, cùng dự có đoàn 20 đại biểu của tỉnh.", "Ông A cùng 6 thành viên.", "Đoàn gồm nhiều người."])
def test_a_number_of_people_that_is_not_sure_is_not_proposed(body: str) -> None:
    assert read(f"Kính gửi: Sở\n{body}").persons is None


@pytest.mark.parametrize("number", ["Số:      /UBND-NC", "Số điện thoại: 0273", "số lượng: 12"])
def test_what_is_no_number_of_a_letter_is_not_proposed(number: str) -> None:
    assert read(f"{number}\nKính gửi: Sở").number == ""


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("SỞ NGOẠI VỤ TỈNH MẪU", "Sở Ngoại vụ tỉnh Mẫu"),
        ("BỘ CÔNG THƯƠNG", "Bộ Công Thương"),
        ("VĂN PHÒNG TỈNH KHĂM MUỘN", "Văn phòng tỉnh Khăm Muộn"),
        ("TỔNG LÃNH SỰ QUÁN NHẬT BẢN", "Tổng lãnh sự quán Nhật Bản"),
        ("UBND TỈNH MẪU", "Ủy ban nhân dân tỉnh Mẫu"),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH MẪU", "Sở Nông nghiệp và Môi trường tỉnh Mẫu"),
        ("VỤ ĐÔNG NAM Á - NAM THÁI BÌNH DƯƠNG", "Vụ Đông Nam Á - Nam Thái Bình Dương"),
        ("VỤ CÁC TỔ CHỨC QUỐC TẾ", "Vụ Các tổ chức quốc tế"),
        ("BAN TỔ CHỨC TỈNH ỦY MẪU", "Ban Tổ chức Tỉnh ủy Mẫu"),
        ("TRUNG TÂM NHẬT NGỮ SAKURA", "Trung tâm Nhật ngữ Sakura"),
        ("ỦY BAN CHÍNH QUYỀN TỈNH XA-VẲN-NA-KHỆT", "Ủy ban chính quyền tỉnh Xa-vẳn-na-khệt"),
        ("UBND TỈNH THỪA THIÊN-HUẾ", "Ủy ban nhân dân tỉnh Thừa Thiên-Huế"),
    ],
)
def test_a_name_in_capitals_is_written_as_in_a_sentence(name: str, told: str) -> None:
    assert sentence_case(name) == told


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("ỦY BAN CHÍNH QUYỀN TỈNH XA-VẲN-NA-KHỆT\nVĂN PHÒNG", "Văn phòng Ủy ban chính quyền tỉnh Xa-vẳn-na-khệt"),
        ("VĂN PHÒNG TỈNH SHIRAMINE\nVỤ GIAO LƯU QUỐC TẾ", "Vụ Giao lưu quốc tế, Văn phòng tỉnh Shiramine"),
        ("TỈNH ỦY MẪU     ĐẢNG CỘNG SẢN VIỆT NAM\nVĂN PHÒNG", "Văn phòng Tỉnh ủy Mẫu"),
        ("BỘ NGOẠI GIAO     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nCỤC NGOẠI VỤ     Độc lập - Tự do - Hạnh phúc", "Cục Ngoại vụ, Bộ Ngoại giao"),
        ("CỘNG HÒA DÂN CHỦ NHÂN DÂN LÀO\nHÒA BÌNH ĐỘC LẬP DÂN CHỦ\nSỞ NGOẠI VỤ TỈNH SA-LA-VĂN\nTHÔNG BÁO", "Sở Ngoại vụ tỉnh Sa-la-văn"),
        ("ỦY BAN NHÂN DÂN\nTỈNH MẪU\nSỞ NGOẠI VỤ TỈNH MẪU", "Sở Ngoại vụ tỉnh Mẫu"),
        ("SỞ NGOẠI VỤ TỈNH MẪU\nPHÒNG HỢP TÁC QUỐC TẾ", "Phòng Hợp tác quốc tế, Sở Ngoại vụ tỉnh Mẫu"),
    ],
)
def test_a_unit_is_told_with_the_body_above_it(head: str, issuer: str) -> None:
    letter = f"{head}\nSố: 12/CV\nngày 05 tháng 3 năm 2026\nKính gửi: Sở Ngoại vụ"
    printed = SimpleUploadedFile("cong-van.pdf", pdfs.written(letter))
    assert read(text_of(printed)).issuer == issuer


# Letterheads as they are typed; columns as a text layer gives them: apart, in one line with one space, or one after the other.
WRAPS = [
    ("LIÊN HIỆP CÁC TỔ CHỨC\nHỮU NGHỊ TỈNH MẪU", "Liên hiệp các tổ chức hữu nghị tỉnh Mẫu"),
    ("UBND TỈNH MẪU\nBAN QUẢN LÝ\nKHU KINH TẾ TỈNH MẪU", "Ban Quản lý khu kinh tế tỉnh Mẫu"),
    ("ỦY BAN NHÂN DÂN\nTỈNH MẪU\nSỞ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG", "Sở Nông nghiệp và Môi trường tỉnh Mẫu"),
    ("VĂN PHÒNG\nỦY BAN NHÂN DÂN\nTỈNH KHĂM MUỘN", "Văn phòng Ủy ban nhân dân tỉnh Khăm Muộn"),
    (
        "ĐẠI SỨ QUÁN NƯỚC\nCỘNG HÒA DÂN CHỦ NHÂN DÂN\nLÀO\nTẠI VIỆT NAM",
        "Đại sứ quán nước Cộng hòa Dân chủ Nhân dân Lào tại Việt Nam",
    ),
    ("TỔNG LÃNH SỰ QUÁN NHẬT BẢN\nTẠI THÀNH PHỐ\nHỒ CHÍ MINH", "Tổng lãnh sự quán Nhật Bản tại thành phố Hồ Chí Minh"),
    (
        "UBND TỈNH MẪU                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "LIÊN HIỆP CÁC HỘI             Độc lập - Tự do - Hạnh phúc\nKHOA HỌC VÀ KỸ THUẬT",
        "Liên hiệp các Hội Khoa học và Kỹ thuật",
    ),
    (
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH MẪU Độc lập - Tự do - Hạnh phúc\nSỞ NGOẠI VỤ",
        "Sở Ngoại vụ tỉnh Mẫu",
    ),
    (
        "UBND TỈNH MẪU\nTRUNG TÂM XÚC TIẾN\nĐẦU TƯ, THƯƠNG MẠI\nVÀ DU LỊCH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        "Trung tâm Xúc tiến đầu tư, Thương mại và Du lịch, Ủy ban nhân dân tỉnh Mẫu",
    ),
    ("TỈNH ỦY MẪU     ĐẢNG CỘNG SẢN VIỆT NAM\n*\nBAN TUYÊN GIÁO\nVÀ DÂN VẬN", "Ban Tuyên giáo và Dân vận, Tỉnh ủy Mẫu"),
    ("CÔNG TY CỔ PHẦN\nCHẾ BIẾN THỦY SẢN\nSÔNG MẪU", "Công ty cổ phần Chế biến thủy sản Sông Mẫu"),
    ("TRƯỜNG ĐẠI HỌC\nNAM THONG\nPHÒNG HỢP TÁC\nQUỐC TẾ", "Phòng Hợp tác quốc tế, Trường Đại học Nam Thong"),
    ("BAN TIẾP NHẬN\nVIỆN TRỢ TỈNH MẪU", "Ban Tiếp nhận viện trợ tỉnh Mẫu"),
    ("ĐẠI SỨ QUÁN NƯỚC CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nTẠI LÀO", "Đại sứ quán nước Cộng hòa xã hội chủ nghĩa Việt Nam tại Lào"),
    ("SỞ NGOẠI VỤ TỈNH MẪU\nCÔNG ĐIỆN", "Sở Ngoại vụ tỉnh Mẫu"),
]


@pytest.mark.parametrize(("head", "issuer"), WRAPS)
def test_a_name_that_runs_over_several_lines_is_told_whole(head: str, issuer: str) -> None:
    assert read(f"{head}\nSố: 12/CV\nTỉnh Mẫu, ngày 05 tháng 3 năm 2026\nKính gửi: Sở Ngoại vụ").issuer == issuer


@pytest.mark.parametrize("between", [[], ["_______"], ["(bản dịch)"]])
def test_what_stands_apart_is_no_part_of_the_name(between: list[str]) -> None:
    assert list(names_in([["SỞ NGOẠI VỤ"], ["TỈNH MẪU"], between, ["GIAO LƯU QUỐC TẾ"]])) == ["SỞ NGOẠI VỤ TỈNH MẪU", "GIAO LƯU QUỐC TẾ"]
    assert list(names_in([["SỞ GIAO LƯU"], ["QUỐC TẾ"], ["Số: 1/CV"], ["TỈNH MẪU"]])) == ["SỞ GIAO LƯU QUỐC TẾ"]


def test_a_long_text_is_read_in_no_time() -> None:
    assert read("Kính gửi: " + "ngày 1 đến do ông " * 50_000).persons is None
