"""The issuer of a letter «cơ quan ban hành» as its head has it: the unit below, the body above it, written here as in a sentence."""

import re
from collections.abc import Sequence

from ngoaivu.core.vietnamese import fold
from ngoaivu.documents.letterheads import names_in

SHORT = {"UBND": "ỦY BAN NHÂN DÂN", "HĐND": "HỘI ĐỒNG NHÂN DÂN", "TP": "THÀNH PHỐ", "TP.": "THÀNH PHỐ"}
# Phrases as they are written inside a name.
PHRASES = (
    "Ủy ban nhân dân", "Uỷ ban nhân dân", "Ủy ban chính quyền", "Hội đồng nhân dân", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Trung ương",
    "Liên hiệp các tổ chức hữu nghị", "Liên hiệp các Hội Khoa học và Kỹ thuật", "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "Cộng hòa Dân chủ Nhân dân Lào", "khu kinh tế", "Chế biến thủy sản", "Văn phòng", "thành phố",
    "tỉnh", "huyện", "quận", "xã", "phường", "vùng", "bang", "nước", "Ngoại vụ", "Ngoại giao", "Hữu nghị", "Hợp tác quốc tế",
    "Ban Quản lý", "khu công nghiệp", "Tổng lãnh sự quán", "Đại sứ quán", "Công ty cổ phần", "Công ty trách nhiệm hữu hạn",
    "Trường Đại học", "Phòng Thương mại và Công nghiệp", "Công Thương", "Kế hoạch và Đầu tư", "Giáo dục và Đào tạo",
    "Văn hóa, Thể thao và Du lịch", "Khoa học và Công nghệ", "Đối ngoại", "và", "của", "các", "tại",
    "Việt Nam", "Nhật Bản", "Hàn Quốc", "Trung Quốc", "Thái Lan", "Đông Nam Á", "Đông Bắc Á", "Nam Á", "Tây Á", "Châu Á", "Châu Âu", "Châu Mỹ",
    "Châu Phi", "Trung Đông", "Thái Bình Dương",
)  # fmt: skip
WRITTEN = sorted(((phrase.casefold().split(), phrase.split()) for phrase in PHRASES), key=lambda pair: -len(pair[0]))
# After these a name says what the body does, with few capitals; any other syllable is taken for part of a proper name.
BODIES = (
    "Tổng cục", "Chi cục", "Trung tâm", "Ủy ban", "Uỷ ban", "Bộ", "Sở", "Ban", "Vụ", "Cục", "Phòng", "Khoa", "Viện",
)  # fmt: skip
BODY = [(phrase.casefold().split(), phrase.split()) for phrase in BODIES]
PLACES = {"Tỉnh ủy", "Thành ủy", "Huyện ủy", "tỉnh", "thành phố", "huyện", "quận", "xã", "phường", "vùng", "bang", "nước"}
# What bears a name of its own is told alone; a unit is told with the body it belongs to.
UNIT = re.compile(r"^(?:Tổng cục|Chi cục|Trung tâm|Sở|Ban|Vụ|Cục|Phòng|Khoa|Viện)\s")
PEOPLES_COMMITTEE = re.compile(r"^(?:Ủy|Uỷ) ban nhân dân ")
SYLLABLE = re.compile(r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?[aeiouy]{1,3}(?:ch?|m|ngh?|nh?|p|t)?")


def issuer_in(rows: Sequence[Sequence[str]]) -> str:
    """The body that issued the letter, and the one above it where it is a unit of that: the names in capitals above number, address and subject."""
    names = [sentence_case(name) for name in names_in(rows)]
    return _of(names[-1], names[-2] if len(names) > 1 else "")[:200] if names else ""


def _of(unit: str, above: str) -> str:
    """A unit with the body it belongs to, as officials write it."""
    if not above:
        return unit
    if unit == "Văn phòng":
        return f"{unit} {above}"
    if not UNIT.match(f"{unit} "):
        return unit
    place = PEOPLES_COMMITTEE.sub("", above)
    if unit.endswith(place):
        return unit
    return f"{unit} {place}" if unit.startswith("Sở ") and place != above else f"{unit}, {above}"


def sentence_case(name: str) -> str:
    """A name in capitals as a sentence has it: «SỞ NGOẠI VỤ TỈNH MẪU» gives «Sở Ngoại vụ tỉnh Mẫu»."""
    words, told = " ".join(SHORT.get(word, word) for word in name.split()).casefold().split(), list[str]()
    working = first = False  # behind the word for a body, and at the first word of what it does
    while words:
        body = None if working else _begins(words, BODY)
        written = _begins(words, WRITTEN) or body or [_syllable(words[0], working and not first)]
        took = [_like(word, model) for word, model in zip(words, written, strict=False)]
        told += [took[0][:1].upper() + took[0][1:], *took[1:]] if first else took
        working = body == written or (working and " ".join(written) not in PLACES)
        first = working and (written in (body, ["và"]) or took[-1][-1] in ",-–")
        words = words[len(written) :]
    whole = " ".join(told)
    return whole[:1].upper() + whole[1:]


def _begins(words: Sequence[str], phrases: Sequence[tuple[list[str], list[str]]]) -> list[str] | None:
    """The phrase that words begin with, as it is written."""
    return next((phrase for folded, phrase in phrases if _bare(words[: len(folded)]) == _bare(folded)), None)


def _bare(words: Sequence[str]) -> list[str]:
    return [word.strip("(),.") for word in words]


def _like(word: str, model: str) -> str:
    """The word with the capitals of the model and its own brackets and stops."""
    bare = word.strip("(),.")
    return word.replace(bare, model.strip("(),."), 1)


def _syllable(word: str, small: bool) -> str:
    """A syllable no phrase knows: small where a body's work is told, unless it is none of ours."""
    return word if small and SYLLABLE.fullmatch(fold(word.strip("(),."))) else _proper(word)


def _proper(word: str) -> str:
    """«xa-vẳn-na-khệt» is one name in syllables; «thiên-huế» are two."""
    parts = word.split("-")
    return "-".join(_capital(part) if number == 0 or len(parts) == 2 else part for number, part in enumerate(parts))


def _capital(part: str) -> str:
    return re.sub(r"[^\W\d_]", lambda found: found[0].upper(), part, count=1)
