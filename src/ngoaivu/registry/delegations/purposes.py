"""Purposes «mục đích»: what a letter says a delegation travels for. Sure or silent, as `documents.letters`."""

import re

from ngoaivu.core.vietnamese import nfc
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.delegations.movements import COMES, READ

Purpose = Delegation.Purpose
# The line of the address names a body, «Kính gửi: Trung tâm Xúc tiến đầu tư», and no purpose.
ADDRESS = re.compile(r"^[ \t]*kính gửi[^\n]*$", re.IGNORECASE | re.MULTILINE)
# What stands between «đoàn» and its going names who sends and leads it.
GOING = re.compile(rf"\b(?:đoàn|cử)\b[^.;]{{0,300}}?(?:\bđi\b(?! cùng| theo)|\b(?:thăm|dự|tham dự|tham gia)\b|{COMES})[^.;]{{0,300}}")
TRAVELS = re.compile(rf"\bđi\b(?! cùng| theo)|\b(?:thăm|dự|tham dự|tham gia)\b|{COMES}")
SPECIAL = {
    Purpose.PROMOTION: r"xúc tiến|quảng bá|kêu gọi đầu tư|hội chợ|triển lãm|giao thương|tìm hiểu thị trường",
    Purpose.CONFERENCE: r"hội nghị|hội thảo|diễn đàn|đại hội|tọa đàm|toạ đàm|kỳ họp|phiên họp|lễ ký kết",
    Purpose.TRAINING: r"đào tạo|bồi dưỡng|tập huấn|học tập|khóa học|khoá học|tu nghiệp",
    Purpose.CULTURE: r"giao lưu văn h(?:óa|oá)|giao lưu nghệ thuật|biểu diễn|liên hoan|lễ hội",
    Purpose.VISIT: r"(?:thăm|chào) xã giao|chúc tết|chúc mừng|thăm hữu nghị",
}
WORKS = re.compile(r"\b(?:làm việc|khảo sát|ký kết|trao đổi kinh nghiệm|đàm phán)\b")
# The line that says it in so many words, to the end of its sentence, and what in such a line is work.
STATED = re.compile(r"^[ \t]*(?:[-–+*][ \t]*)?mục đích(?: chuyến (?:thăm|đi|công tác))?[ \t]*:([^.]{1,600})", re.IGNORECASE | re.MULTILINE)
WORK = re.compile(r"\b(?:làm việc|khảo sát|ký|trao đổi|đàm phán|hợp tác|tìm hiểu)\b")


def purpose_in(text: str) -> str:
    """What a delegation goes or comes for: what a line «Mục đích» states, else the one thing its letter says; working where it says only that.

    Empty where it says none or two.
    """
    if (stated := STATED.search(nfc(text[:READ]))) and (purpose := _stated(" ".join(stated[1].casefold().split()))):
        return purpose
    told = " ; ".join(_goings(" ".join(ADDRESS.sub(" ; ", nfc(text[:READ])).casefold().split())))
    named = _named(told)
    if len(named) == 1:
        return str(named[0].value)
    return str(Purpose.WORKING.value) if not named and WORKS.search(told) else ""


def _stated(told: str) -> str:
    """The purpose of a line that names it; of several matters, or of a courtesy and a matter, a working visit."""
    named, works = _named(told), WORK.search(told)
    if len(named) == 1 and not (named[0] == Purpose.VISIT and works):
        return str(named[0].value)
    return str(Purpose.WORKING.value) if named or works else ""


def _named(told: str) -> list[Purpose]:
    return [purpose for purpose, words in SPECIAL.items() if re.search(rf"\b(?:{words})\b", told)]


def _goings(told: str) -> list[str]:
    """Of each sentence that sends or announces a delegation what follows its going."""
    sentences = [found[0] for found in GOING.finditer(told)]
    return [sentence[place.start() :] for sentence in sentences if (place := TRAVELS.search(sentence))]
