"""Rich text as the editor stores it, read into blocks of runs, and its figures written anew.

The store is HTML made by Draftail: paragraphs, lists, bold, and links. A figure is `<a linktype="figure" …>`, a record
`<a linktype="record" key="…">`, a quote `<a linktype="quote" document="…" place="…">`, a waived figure
`<a linktype="waiver" key="…">`. What stands inside a figure's tag is a cache of its words; inside the others, the author's words.
"""

import re
from collections.abc import Callable
from html import escape, unescape
from html.parser import HTMLParser
from typing import Any

FIGURE = re.compile(r'<a (?=[^>]*\blinktype="figure")([^>]*)>(.*?)</a>', re.DOTALL)
ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
BOLD = re.compile(r"<b>[^<]*</b>")
# The mark of a link and the name under which its run keeps the mark's settings.
SETTINGS = {"figure": "mark", "quote": "quote", "waiver": "waiver"}
MARKED = {*SETTINGS.values(), "record"}
BLOCKS = {"p": "paragraph", "h2": "heading", "h3": "heading", "ul": "list", "ol": "list"}


class _Reader(HTMLParser):
    """Collects blocks; a run under a mark keeps it in `mark`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[dict[str, Any]] = []
        self.strong = 0
        self.link: dict[str, str] | None = None
        # The run of the open figure or record: bold or a break inside must not make two of it, nor an empty one none.
        self.piece: dict[str, Any] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            kind = BLOCKS[tag]
            self.blocks.append({"type": kind, "items": []} if kind == "list" else {"type": kind, "runs": []})
        elif tag == "li":
            if not self.blocks or "items" not in self.blocks[-1]:
                self.blocks.append({"type": "list", "items": []})
            self.blocks[-1]["items"].append([])
        elif tag in ("b", "strong"):
            self.strong += 1
        elif tag == "a":
            self.link = {name: value or "" for name, value in attrs}
            target = _target(self.link)
            if MARKED & set(target):
                self.piece = self._append("", target)
        elif tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("b", "strong"):
            self.strong = max(0, self.strong - 1)
        elif tag == "a":
            self.link = self.piece = None

    def handle_data(self, data: str) -> None:
        if self.piece is not None:
            self._continue(self.piece, data)
        else:
            self._append(data, _target(self.link or {}))

    def _continue(self, piece: dict[str, Any], data: str) -> None:
        """More words of a figure or record: it is bold when all of it is."""
        if not self.strong:
            piece.pop("strong", None)
        elif not piece["text"]:
            piece["strong"] = True
        piece["text"] += data

    def _append(self, text: str, target: dict[str, Any]) -> dict[str, Any]:
        if not self.blocks:
            self.blocks.append({"type": "paragraph", "runs": []})
        last = self.blocks[-1]
        if last.get("items") == []:
            last["items"].append([])
        run = {"text": text} | ({"strong": True} if self.strong else {}) | target
        (last["runs"] if "runs" in last else last["items"][-1]).append(run)
        return run


def _target(link: dict[str, str]) -> dict[str, Any]:
    if name := SETTINGS.get(link.get("linktype", "")):
        return {name: {key: value for key, value in link.items() if key not in ("linktype", "id")}}
    if link.get("linktype") == "record":
        return {"record": link.get("key", "")}
    return {"href": link["href"]} if link.get("href") else {}


def blocks(html: str) -> list[dict[str, Any]]:
    """The blocks of a stored rich text, empty paragraphs left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [block for block in reader.blocks if any(run["text"].strip() or MARKED & set(run) for run in block.get("runs", [])) or block.get("items")]


def line(html: str) -> list[dict[str, Any]]:
    """The runs of a one-line rich text: a title, a lead, a caption."""
    found = blocks(html)
    return found[0].get("runs", []) if found else []


def marks(html: str) -> list[dict[str, str]]:
    """The settings of every figure of a stored rich text, in order: of exactly those that `blocks` shows."""
    return [run["mark"] for run in _all_runs(html) if "mark" in run]


def records(html: str) -> list[tuple[str, str]]:
    """Key and words of every record a stored rich text names; a gap has no key."""
    return [(run["record"], run["text"]) for run in _all_runs(html) if "record" in run]


def _all_runs(html: str) -> list[dict[str, Any]]:
    return [run for block in blocks(html) for line in ([block["runs"]] if "runs" in block else block["items"]) for run in line]


def rewrite(html: str, words: Callable[[dict[str, str]], str]) -> str:
    """The same text with the words of every figure written anew; bold over a whole figure stays."""

    def anew(found: re.Match[str]) -> str:
        told = escape(words(_settings(found[1])), quote=False)
        return f"<a {found[1]}>{f'<b>{told}</b>' if BOLD.fullmatch(found[2]) else told}</a>"

    return FIGURE.sub(anew, html)


def figure(settings: dict[str, str], words: str) -> str:
    """The stored form of a figure."""
    return _mark("figure", settings, words)


def quote(settings: dict[str, str], words: str) -> str:
    """The stored form of a quote: its document, its place there, the author's words."""
    return _mark("quote", settings, words)


def waiver(key: str, words: str) -> str:
    """The stored form of a waived figure."""
    return _mark("waiver", {"key": key}, words)


def _mark(kind: str, settings: dict[str, str], words: str) -> str:
    told = "".join(f' {name}="{escape(value)}"' for name, value in settings.items())
    return f'<a linktype="{kind}"{told}>{escape(words, quote=False)}</a>'


def record(key: str, name: str) -> str:
    """The stored form of a named record."""
    return _mark("record", {"key": key}, name)


def gap(words: str) -> str:
    """The stored form of something a draft lacks: a named record without a key, which the checks refuse."""
    return record("", words)


def _settings(attributes: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in ATTRIBUTE.findall(attributes) if name not in ("linktype", "id")}
