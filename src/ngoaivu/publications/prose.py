"""Prose «câu văn»: names and lists as they stand inside a sentence, in each language. Pure: no table, no request."""

import re
from collections.abc import Sequence

AND = {"vi": " và ", "en": " and "}
LONG = 40  # signs: a list of longer names is read in parts
TAG = re.compile(r"<[^>]*>")
# English places that take an article.
WITH_ARTICLE = re.compile(r"(Republic|United|Netherlands|Philippines|Czech Republic|European Union|Lao People)")
# First words of titles that are common nouns: inside a sentence they lose their capital.
COMMON = {
    "vi": re.compile(r"(Buổi|Chính quyền|Diễn đàn|Giao lưu|Họp mặt|Hội nghị|Hội thảo|Lễ công bố|Lễ khởi động|Lớp|Tọa đàm|Triển lãm|Tuần phim)\b"),
    "en": re.compile(
        r"(Building|Business forum|Ceremony|Conference|Course|Dialogue|Dragon fruit|Exchange|Exchanges|Forum|International seminar|Irrigation"
        r"|Launch|Meeting|Melons|Performances|Photo exhibition|Round table|Seminar|The|Training class|Working meeting)\b"
    ),
}

# English names of bodies and days that take an article, though their titles have none.
BODIES = re.compile(
    r"(Association|Committee|Culture and Tourism Festival|Government|International Day|Liaison Association|Ministry|\w+ Federation)\b"
)
GROUP = re.compile(r"[^(,]+ Group\b")
PROPER = re.compile(r"(Đảng|Nhà nước|Party|State)\b")


def listed(told: Sequence[str], language: str) -> str:
    """One; one and two; one, two and three. Where a name is long or has a comma of its own, semicolons part them."""
    if len(told) < 2:
        return "".join(told)
    read = [TAG.sub("", name) for name in told]
    if any("," in name or len(name) > LONG for name in read):
        return "; ".join(told)
    return AND[language].join([", ".join(told[:-1]), told[-1]])


def within(title: str, language: str, *, common: bool = False) -> str:
    """A title as it stands inside a sentence: a common noun at its head is written small, an English body has its article."""
    if language == "en" and (BODIES.match(title) or GROUP.match(title)):
        return f"the {title}"
    return lowered(title) if common or COMMON[language].match(title) else title


def lowered(text: str) -> str:
    """The text with a small letter at its head, unless it begins with an abbreviation or with a word that keeps its capital."""
    return text if text[1:2].isupper() or PROPER.match(text) else text[:1].lower() + text[1:]


def place(name: str, language: str) -> str:
    """A country as an English sentence names it: “the Republic of Korea”."""
    return f"the {name}" if language == "en" and WITH_ARTICLE.match(name) else name
