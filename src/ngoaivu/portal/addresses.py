"""Addresses «địa chỉ»: where each page stands, in each language. Pure: no table, no request.

An office with an empty path lives at `/vi/…` and `/en/…`; another one at `/<path>/vi/…`. Path words are in the page's
language, because an address is read aloud and typed.
"""

from dataclasses import dataclass

LANGUAGES = ("vi", "en")
OWN_NAMES = {"vi": "Tiếng Việt", "en": "English"}
WORDS: dict[str, dict[str, str]] = {
    "vi": {
        "news": "tin",
        "report": "bao-cao",
        "series": "so-lieu",
        "office": "co-quan",
        "procedure": "thu-tuc",
        "page": "trang",
        "trace": "tu-bai-bao",
        "search": "tim",
        "accessibility": "tro-nang",
        "counting": "cach-dem",
        "rows": "ho-so",
        "edition": "ban",
        "paper": "bao-cao.docx",
        "data": "chuoi-so.csv",
        "feed": "tin.atom",
    },
    "en": {
        "news": "news",
        "report": "reports",
        "series": "figures",
        "office": "office",
        "procedure": "procedures",
        "page": "page",
        "trace": "from-the-article",
        "search": "search",
        "accessibility": "accessibility",
        "counting": "counting",
        "rows": "records",
        "edition": "edition",
        "paper": "report.docx",
        "data": "series.csv",
        "feed": "news.atom",
    },
}
KINDS = ("news", "report", "series", "procedure", "page", "trace", "office")


@dataclass(frozen=True)
class Addresses:
    """The addresses of one office in one language."""

    path: str
    language: str

    def home(self) -> str:
        """The first page."""
        return f"/{self.path}/{self.language}/" if self.path else f"/{self.language}/"

    def room(self, room: str, *parts: str) -> str:
        """A page by the name of its room and the parts below it; a file (a part with a point) ends without a slash."""
        tail = "/".join([WORDS[self.language][room], *parts])
        return f"{self.home()}{tail}" if "." in tail.rpartition("/")[2] else f"{self.home()}{tail}/"

    def text(self, kind: str, slug: str, section: str = "", number: int = 0) -> str:
        """A published text; `number` names an edition that is no longer, or not necessarily, the current one."""
        parts = {"news": [section or "-", slug], "trace": [], "office": []}.get(kind, [slug])
        older = [WORDS[self.language]["edition"], str(number)] if number else []
        return self.room(kind, *parts, *older)

    def rows(self, code: str, kind: str, key: str, number: int, fact: str) -> str:
        """The rows behind one fact as one edition told it: an address that can be cited."""
        return self.room("series", key_of(code), WORDS[self.language]["rows"], WORDS[self.language][kind], key, str(number), fact)


def key_of(code: str) -> str:
    """An indicator's code as an address part: «fdi.projects.in_force» gives «fdi-projects-in_force»."""
    return code.replace(".", "-")


def kind_of(word: str, language: str) -> str:
    """The kind an address word names, or nothing."""
    return next((kind for kind in KINDS if WORDS[language][kind] == word), "")
