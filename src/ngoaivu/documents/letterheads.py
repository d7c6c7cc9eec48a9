"""Letterhead «phần đầu công văn»: the bodies named above the number of a letter, each whole though its name runs over several lines."""

import re
from collections.abc import Iterator, Sequence

NATION = r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM"
# What stands at the head of every paper and names nobody.
MOTTO = re.compile(
    r"^CỘNG H(?:ÒA|OÀ) (?:XÃ HỘI CHỦ NGHĨA|XÃ HỘI|DÂN CHỦ NHÂN DÂN)|ĐỘC LẬP|^Độc lập\b|ĐẢNG CỘNG SẢN VIỆT NAM$|^VƯƠNG QUỐC \S+$"
    r"|^QUỐC GIA\b.*TÔN GIÁO|^(?:CÔNG VĂN|CÔNG HÀM|CÔNG ĐIỆN|THÔNG BÁO|GIẤY MỜI|GIẤY GIỚI THIỆU|THƯ MỜI|TỜ TRÌNH|BÁO CÁO|KẾ HOẠCH|QUYẾT ĐỊNH"
    r"|BẢN SAO|HỎA TỐC|KHẨN|THƯỢNG KHẨN)$"
)
# The same in the right column, where the text layer has lost the space between the columns; an embassy bears the name of its country.
BESIDE = re.compile(rf"(?<!NƯỚC)(?<!QUÁN)(?<!CỦA)\s+(?:{NATION}|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*[-–]\s*Tự do.*)$")
STOP = re.compile(r"^(?:Số\s*:|Kính gửi|V/v|Về việc)", re.IGNORECASE)
# A name that goes on in the next line begins so, or ends so in the line before.
GOES_ON = re.compile(r"^(?:VÀ|TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|CỦA|CÁC|TẠI|VÙNG|BANG)\s")
OPEN = re.compile(r"(?:\sVÀ|,|\sCÁC|\sCỦA|\sNƯỚC|\sQUÁN|\sVỀ|\sCHO|\s[-–])$")
# A name of its own begins with what a body is called; «KHOA HỌC», «VIỆN TRỢ» are what one is for. So does a translation.
BODY = re.compile(
    r"^(?:UBND|HĐND|(?:ỦY|UỶ) BAN|HỘI ĐỒNG|(?:TỈNH|THÀNH|HUYỆN|ĐẢNG) (?:ỦY|UỶ)|ĐẢNG BỘ|(?:TỈNH|THÀNH) ĐOÀN|VĂN PHÒNG|LIÊN HIỆP|LIÊN ĐOÀN|HIỆP HỘI"
    r"|HỘI(?! NGHỊ| THẢO| NHẬP)|TỔNG (?:CỤC|CÔNG TY|LÃNH SỰ|HỘI)|CHI (?:CỤC|NHÁNH)|CÔNG (?:TY|AN|ĐOÀN)|TẬP ĐOÀN|TRƯỜNG|ĐẠI (?:SỨ|HỌC)|HỌC VIỆN"
    r"|BỆNH VIỆN|NGÂN HÀNG|MẶT TRẬN|TÒA ÁN|THANH TRA|TRUNG TÂM|QUỸ|BỘ(?! PHẬN| MÔN)|SỞ(?! HỮU)|BAN(?! HÀNH)|VỤ|CỤC|PHÒNG(?! CHỐNG| VỆ| NGỪA)"
    r"|KHOA(?! HỌC)|VIỆN(?! TRỢ))(?:\s|$)|\b(?:OF|THE|CITY|PROVINCE|DEPARTMENT|OFFICE|MINISTRY|EMBASSY|COMPANY|FOUNDATION|UNIVERSITY)\b"
)
# What names no body without what follows: «VĂN PHÒNG», «BAN QUẢN LÝ».
BARE = re.compile(r"(?:VĂN PHÒNG|TRUNG TÂM|BAN QUẢN LÝ|BAN|SỞ|BỘ|CỤC|VỤ|HỘI|CÔNG TY|CÔNG TY (?:TNHH|CỔ PHẦN)|TRƯỜNG|TRƯỜNG ĐẠI HỌC)")
LETTER = re.compile(r"[^\W\d_]")


def names_in(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The names in capitals above number, address and subject, uppermost first; a row is its columns, an empty one a blank line."""
    name, whole, first = "", False, True
    for row in rows:
        whole = whole or not row
        for place, cell in enumerate(row):
            if STOP.match(cell):
                yield from filter(None, [name])
                return
            line = "" if not OPEN.search(name) and MOTTO.search(cell) else BESIDE.sub("", cell)
            if not _in_capitals(line, 1 if name and not whole else 3):
                whole = whole or bool(line and not place)  # a line in small letters, or one that is drawn
                continue
            if name and not _goes_on(name, line, whole=whole, first=first):
                yield name
                name, first = "", False
            name, whole = f"{name} {line}".strip(), False
    yield from filter(None, [name])


def _goes_on(name: str, line: str, *, whole: bool, first: bool) -> bool:
    """Whether a line belongs to the name above it; `whole` where something stands between them, `first` for the uppermost name."""
    if GOES_ON.match(f"{line} ") or OPEN.search(name):
        return True
    return not whole and ((first and BARE.fullmatch(name) is not None) or not BODY.search(line))


def _in_capitals(line: str, more_than: int) -> bool:
    return len(LETTER.findall(line)) > more_than and line == line.upper()
