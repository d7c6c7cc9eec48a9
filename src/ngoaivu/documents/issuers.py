"""The issuer of a letter «cơ quan ban hành» as its head has it: in capitals, below the body above it, and written here as in a sentence."""

import re
from collections.abc import Iterator, Sequence

# What stands at the head of every paper and names nobody.
MOTTO = re.compile(r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA|CỘNG HOÀ XÃ HỘI|ĐỘC LẬP|ĐẢNG CỘNG SẢN VIỆT NAM$|^CÔNG VĂN$|^BẢN SAO$|^HỎA TỐC$|^KHẨN$|^THƯỢNG KHẨN$")
STOP = re.compile(r"^(?:Số\s*:|Kính gửi|V/v|Về việc)", re.IGNORECASE)
# A name that goes on in the next line begins so.
GOES_ON = re.compile(r"^(?:VÀ|TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|CỦA|CÁC|TẠI|VÙNG|BANG)\s")
OPEN = re.compile(r"(?:\sVÀ|,|\sCÁC|\sCỦA|\s[-–])$")
LETTER = re.compile(r"[^\W\d_]")
# Phrases as they are written inside a name; every other syllable is taken for part of a proper name.
PHRASES = (
    "Ủy ban nhân dân", "Uỷ ban nhân dân", "Hội đồng nhân dân", "Ủy ban", "Liên hiệp các tổ chức hữu nghị", "Văn phòng", "thành phố",
    "tỉnh", "huyện", "quận", "xã", "phường", "vùng", "bang", "nước", "Ngoại vụ", "Ngoại giao", "Hữu nghị", "Hợp tác quốc tế",
    "Ban Quản lý", "khu công nghiệp", "Tổng lãnh sự quán", "Đại sứ quán", "Công ty cổ phần", "Công ty trách nhiệm hữu hạn",
    "Trường Đại học", "Trung tâm", "Phòng Thương mại và Công nghiệp", "Công Thương", "Kế hoạch và Đầu tư", "Giáo dục và Đào tạo",
    "Văn hóa, Thể thao và Du lịch", "Khoa học và Công nghệ", "Đối ngoại", "và", "của", "các", "tại",
)  # fmt: skip
WRITTEN = sorted(((phrase.casefold().split(), phrase.split()) for phrase in PHRASES), key=lambda pair: -len(pair[0]))


def issuer_in(cells: Sequence[str]) -> str:
    """The body that issued the letter: the last name in capitals above the number, the address and the subject."""
    names = list(_names(cells))
    return sentence_case(names[-1])[:200] if names else ""


def _names(cells: Sequence[str]) -> Iterator[str]:
    name = ""
    for cell in cells:
        if STOP.match(cell):
            break
        if not _in_capitals(cell):
            continue
        if name and not (GOES_ON.match(cell) or OPEN.search(name)):
            yield name
            name = ""
        name = f"{name} {cell}".strip()
    if name:
        yield name


def _in_capitals(cell: str) -> bool:
    return len(LETTER.findall(cell)) > 3 and cell == cell.upper() and not MOTTO.search(cell)


def sentence_case(name: str) -> str:
    """A name in capitals as a sentence has it: «SỞ NGOẠI VỤ TỈNH MẪU» gives «Sở Ngoại vụ tỉnh Mẫu»."""
    words, told = name.casefold().split(), list[str]()
    while words:
        written = next((phrase for folded, phrase in WRITTEN if _bare(words[: len(folded)]) == _bare(folded)), None)
        took = len(written) if written else 1
        told += [_like(word, model) for word, model in zip(words[:took], written or [_proper(words[0])], strict=True)]
        words = words[took:]
    whole = " ".join(told)
    return whole[:1].upper() + whole[1:]


def _bare(words: Sequence[str]) -> list[str]:
    return [word.strip("(),.") for word in words]


def _like(word: str, model: str) -> str:
    """The word with the capitals of the model and its own brackets and stops."""
    bare = word.strip("(),.")
    return word.replace(bare, model.strip("(),."), 1)


def _proper(word: str) -> str:
    return "-".join(re.sub(r"[^\W\d_]", lambda found: found[0].upper(), part, count=1) for part in word.split("-"))
