"""Indexing «chỉ mục tìm kiếm»: the columns of an edition's text that lists and searches ask, made from what is sealed."""

from typing import Any

from ngoaivu.core import vietnamese
from ngoaivu.publications import counting
from ngoaivu.publications.content import Edition, Text, Words, plain

# What readers type for the page of an office, beside the words that stand on it.
OFFICE: Words = {
    "vi": "cơ quan liên hệ địa chỉ giờ làm việc giờ mở cửa số điện thoại thư điện tử email lãnh đạo",
    "en": "contact address opening hours working hours office hours telephone phone number email officials leaders",
}
# What readers call a thing that our texts name otherwise.
SYNONYMS = {"twinning": "sister province sister city sister relationship", "kiều hối": "tiền gửi về", "remittances": "money sent home"}


def indexed(content: Edition, language: str) -> dict[str, Any]:
    """What lists, searches and the share of figures ask of one language: its columns beside the sealed text."""
    words = content["texts"][language]
    title, lead, body = plain(words["title"]), plain(words["lead"]), vietnamese.nfc(" ".join(_lines(words)))
    read = " ".join((title, lead, body, *_also(content, language)))
    told = {"slug": words["slug"], "title": title, "lead": lead, "words": body, "folded": vietnamese.fold(read)}
    return told | counting.marks(words)


def _also(content: Edition, language: str) -> list[str]:
    """Words that stand on the page of an indicator or an office outside its text."""
    if content["kind"] == "series":
        names = [name for told in content["extra"].get("aliases", {}).values() for name in told]
        known = " ".join(names).casefold()
        return names + [more for word, more in SYNONYMS.items() if word in known]
    if content["kind"] == "office":
        return [OFFICE[language], *_strings(content["extra"], language)]
    return []


def _strings(extra: dict[str, Any], language: str) -> list[str]:
    """Address, hours, people and divisions of an office."""
    people = [part for one in extra.get("officials", ()) for part in (one["name"], one["title"])]
    units = [part for one in extra.get("units", ()) for part in (one["name"], one.get("duties", ""))]
    told = [extra.get(name, "") for name in ("name", "superior", "address", "hours", "telephone", "email")]
    return [one if isinstance(one, str) else one.get(language, "") for one in (*told, *people, *units)]


def _lines(words: Text) -> list[str]:
    lines: list[str] = []
    for block in words["body"]:
        lines += [plain(runs) for runs in _rows_of(block)]
    return lines


def _rows_of(block: Any) -> list[Any]:
    single = [block[name] for name in ("runs", "caption", "alt") if name in block]
    return [*single, *block.get("items", []), *block.get("head", []), *(cell for row in block.get("rows", []) for cell in row)]
