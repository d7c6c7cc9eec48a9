"""English that was left in Vietnamese pages: our own message ids, found in what a reader of a page reads."""

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any

from babel.messages.catalog import Message

from ngoaivu.config.catalogue import LOCALE, read, translation

PLACEHOLDER = re.compile(r"%\\\(\w+\\\)[sdf]")
APART = {"title", "style", "script", "svg"}
KEYS = {"type", "id", "slug", "picture", "fact", "record", "quote", "href"}  # of blocks and runs: never read by a reader


@cache
def sentences() -> re.Pattern[str]:
    """Every message id of ours that has at least two words, whatever stands in its placeholders."""
    told = {form for message in _messages() for form in _forms(message) if " " in form}
    return re.compile("|".join(PLACEHOLDER.sub(r"\\S+", re.escape(form)) for form in sorted(told, key=len, reverse=True)))


@cache
def single() -> frozenset[str]:
    """The message ids of one word: names of choices, kinds and columns, each found where it stands alone."""
    return frozenset(form for message in _messages() for form in _forms(message) if " " not in form)


def left_in(texts: Iterator[str]) -> list[str]:
    """What of the texts is English of ours."""
    return [text for text in texts if text.strip(" .,:;()") in single() or sentences().search(text)]


def vietnamese(content: Any) -> Iterator[str]:
    """Every Vietnamese string of an edition: those of pairs of languages, and the Vietnamese text."""
    if isinstance(content, dict):
        for key, value in content.items():
            if key == "vi":
                yield from _strings(value)
            elif key not in ("en", "rules"):
                yield from vietnamese(value)
    elif isinstance(content, list):
        for value in content:
            yield from vietnamese(value)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _strings(one) if key not in KEYS else ()
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


class Shown(HTMLParser):
    """The texts of a page that are in the page's language."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.within: list[tuple[str, bool]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go in, and remember whether what stands there is in another language."""
        if tag not in ("meta", "link", "img", "input", "br", "hr", "wbr", "line", "circle", "path"):
            foreign = dict(attrs).get("lang") not in (None, "vi") or tag in APART
            self.within.append((tag, foreign or bool(self.within and self.within[-1][1])))

    def handle_endtag(self, tag: str) -> None:
        """Go out again."""
        while self.within and self.within.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Keep what is said."""
        if data.strip() and not (self.within and self.within[-1][1]):
            self.texts.append(data.strip())


def _messages() -> list[Message]:
    parts = [part for part in (LOCALE / "parts").glob("*.po") if not part.stem.startswith(("django", "wagtail", "neighbours"))]
    return [message for part in parts for message in read(part) if message.id]


def _forms(message: Message) -> list[str]:
    forms = [message.id] if isinstance(message.id, str) else list(message.id)
    return [form for form in forms if form != translation(message) and re.search("[A-Za-z]{2}", form)]
