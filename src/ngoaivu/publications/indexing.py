"""Indexing «chỉ mục tìm kiếm»: the columns of an edition's text that lists and searches ask, made from what is sealed."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from ngoaivu.core import vietnamese
from ngoaivu.publications import counting
from ngoaivu.publications.content import Edition, Text, Words, plain

# What readers type for the page of an office, beside the words that stand on it.
OFFICE: Words = {
    "vi": "cơ quan liên hệ địa chỉ giờ làm việc giờ mở cửa số điện thoại thư điện tử email lãnh đạo",
    "en": "contact address opening hours working hours office hours telephone phone number email officials leaders",
}
YEARS = re.compile(r"\|#([\d ]*)\|")  # the years an indicator has values for, in its folded text
YEAR, SPAN = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)"), re.compile(r"((?:19|20)\d\d)[-–]((?:19|20)\d\d)")


@cache
def _words() -> dict[str, Any]:
    """What readers call a thing that our texts name otherwise, and what they ask with."""
    return tomllib.loads((Path(__file__).parent / "aliases.toml").read_text("utf-8"))


def asking(line: str, language: str) -> str:
    """A query, in small letters, without the words that only ask («bao nhiêu», "how many"), unless nothing would be left of it.

    In a query with marks they must have theirs.
    """
    left = f" {line} "
    spelled = vietnamese.fold if vietnamese.fold(line) == line else str.casefold
    for phrase in _words()["asking"].get(language, ()):
        left = left.replace(f" {spelled(phrase)} ", " ")
    return left.strip() or line


def meant(line: str, language: str) -> list[str]:
    """The words of our texts for what a query, without marks, asks by other words."""
    groups = [group for group in _words().get(language, ()) if any(_says(line, vietnamese.fold(word)) for word in group["asked"])]
    return [word for group in groups for word in group["said"]]


def indexed(content: Edition, language: str) -> dict[str, Any]:
    """What lists, searches and the share of figures ask of one language: its columns beside the sealed text.

    The folded text parts title and aliases by bars, so that a search can tell a name from the words around it.
    """
    words = content["texts"][language]
    title, lead = plain(words["title"]), plain(words["lead"])
    body, drawn = vietnamese.nfc("\n".join(_lines(words))), " ".join(_drawn(words))
    names = [title, *_names(content)]
    read = "|".join(("", *names, f"#{' '.join(_years(content))}", " ".join((lead, body, drawn, *_also(content, language)))))
    spelt = vietnamese.nfc(read).casefold()
    spelt = f"{spelt}|{_synonyms(spelt, language).casefold()}"
    told = {"slug": words["slug"], "title": title, "lead": lead, "words": body, "spelt": spelt, "folded": vietnamese.fold(spelt)}
    return told | counting.marks(words)


def _names(content: Edition) -> list[str]:
    """The aliases of an indicator, in every language."""
    return [name for told in content["extra"].get("aliases", {}).values() for name in told] if content["kind"] == "series" else []


def _years(content: Edition) -> list[str]:
    """The years an indicator has values for; those of a term are all its years."""
    told = [content["facts"][point["fact"]]["when"]["vi"] for point in content["extra"].get("points", ())] if content["kind"] == "series" else []
    found = {year for when in told for year in YEAR.findall(when)}
    spans = [span for when in told for span in SPAN.findall(when)]
    return sorted(found | {str(year) for first, last in spans for year in range(int(first), int(last) + 1)})


def _synonyms(read: str, language: str) -> str:
    """The other words for what a text says, each found as a word in its own spelling."""
    groups = [group["said"] + group["asked"] for group in _words().get(language, ()) if any(_says(read, word) for word in group["said"])]
    return " ".join(word for group in groups for word in group)


def _says(read: str, word: str) -> bool:
    told = re.escape(word.casefold()).replace(r"\ ", r"[\s-]")  # «external-relations bulletin» says external relations
    return re.search(rf"(?<!\w){told}(?!\w)", read) is not None


def _also(content: Edition, language: str) -> list[str]:
    """Words that stand on the page of an office outside its text."""
    return [OFFICE[language], *_strings(content["extra"], language)] if content["kind"] == "office" else []


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
    single = [block["runs"]] if "runs" in block else []
    return [*single, *block.get("items", []), *block.get("head", []), *(cell for row in block.get("rows", []) for cell in row)]


def _drawn(words: Text) -> list[str]:
    """What is told of pictures and tables: found by a search, but no sentence that answers one."""
    return [plain(block[name]) for block in words["body"] for name in ("caption", "alt") if name in block]
