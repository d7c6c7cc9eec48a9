"""Blocks «khối»: the body of an edition as pieces a template can include, each with the name of its component."""

import re
from dataclasses import dataclass, field
from typing import Any

from ngoaivu.portal.citing import spot
from ngoaivu.portal.lines import Lines
from ngoaivu.portal.quoting import when
from ngoaivu.portal.wording import day, of_fact, say, split
from ngoaivu.publications.content import Block, Edition, Run, plain

CODE = re.compile(r"^[A-Z]{3} ")
NUMERIC = re.compile(r"[\s+\-–−]*\d[\d.,\s–-]*%?$")


@dataclass
class Piece:
    """One block ready for its component."""

    kind: str
    line: str = ""
    key: str = ""
    items: list[str] = field(default_factory=list)
    head: list["Cell"] = field(default_factory=list)
    rows: list[list["Cell"]] = field(default_factory=list)
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def component(self) -> str:
        """The template that shows it."""
        return f"portal/parts/{self.kind}.html"


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its line, whether its column holds numbers, and the head of its column."""

    line: str
    numeric: bool
    label: str
    anchor: str = ""


def pieces(content: Edition, language: str, lines: Lines) -> list[Piece]:
    """The body in one language; behind each heading the one figure of its section that is echoed at the side."""
    body = content["texts"][language]["body"]
    made: list[Piece] = []
    for place, block in enumerate(body):
        made.append(_MAKERS[block["type"]](block, content, lines))
        made[-1].key = made[-1].key or f"k{place + 1}"
        if block["type"] == "heading" and (echoed := _echo(body[place + 1 :], content, language)):
            made.append(echoed)
    return made


def headings(made: list[Piece]) -> list[Piece]:
    """The headings, for a table of contents."""
    return [piece for piece in made if piece.kind == "heading"]


@dataclass(frozen=True)
class Part:
    """A heading with what stands under it, to be opened by itself."""

    heading: Piece
    pieces: list[Piece]
    count: int  # of rows


def parts(made: list[Piece]) -> list[Part]:
    """The body as parts, each from its heading to the next; what stands before the first is in none."""
    starts = [spot for spot, piece in enumerate(made) if piece.kind == "heading"]
    stretches = [made[start:end] for start, end in zip(starts, [*starts[1:], len(made)], strict=True)]
    return [Part(head, rest, sum(len(piece.rows) for piece in rest)) for head, *rest in stretches]


def _heading(block: Block, _content: Edition, lines: Lines) -> Piece:
    return Piece(
        "heading", lines.html(block["runs"]), key=block.get("id", ""), more={"plain": plain(block["runs"]), "apart": block.get("apart", False)}
    )


def _paragraph(block: Block, _content: Edition, lines: Lines) -> Piece:
    return Piece("paragraph", lines.html(block["runs"]))


def _quote(block: Block, _content: Edition, lines: Lines) -> Piece:
    return Piece("quote", lines.html(block["runs"]))


def _list(block: Block, _content: Edition, lines: Lines) -> Piece:
    return Piece("list", items=[lines.html(item) for item in block["items"]])


def _picture(block: Block, content: Edition, lines: Lines) -> Piece:
    picture = content["pictures"][block["picture"]]
    caption = lines.html(block.get("caption", []))
    credit = lines.html(block["credit_runs"]) if "credit_runs" in block else block.get("credit", "")
    return Piece("picture", caption, more={"picture": picture, "alt": plain(block.get("alt", [])), "credit": credit})


def _table(block: Block, content: Edition, lines: Lines) -> Piece:
    heads = [plain(cell) for cell in block.get("head", [])]
    rows = block["rows"]
    numeric = [all(NUMERIC.match(plain(row[place])) for row in rows if plain(row[place])) for place in range(len(rows[0]))] if rows else []
    numeric = [found and place > 0 for place, found in enumerate(numeric)]
    cells = [
        [
            Cell(lines.html(cell), number, heads[place] if place < len(heads) else "", anchored(cell, content, lines) if not place else "")
            for place, (cell, number) in enumerate(zip(row, numeric, strict=True))
        ]
        for row in rows
    ]
    head = [Cell(lines.html(cell), number, "") for cell, number in zip(block.get("head", []), numeric, strict=False)]
    return Piece("table", lines.html(block.get("caption", [])), head=head, rows=cells)


def anchored(runs: list[Run], content: Edition, lines: Lines) -> str:
    """The place in a page of the record a line names, or of the sentence its figure stands in: the same on every page that leads there."""
    if named := next((anchor(run["record"]) for run in runs if run.get("record")), ""):
        return named
    told = [source for run in runs if "fact" in run for source in content["facts"][run["fact"]]["sources"][:1]]
    return lines.spot(spot(told[0]["place"])) if told and content["kind"] == "trace" else ""


def anchor(record: str) -> str:
    """The key of a record as a place in a page: «partners.partner:5» gives «partners-partner-5»."""
    return record.replace(".", "-").replace(":", "-")


_MAKERS = {"heading": _heading, "paragraph": _paragraph, "quote": _quote, "list": _list, "picture": _picture, "table": _table}


def _echo(following: list[Block], content: Edition, language: str) -> Piece | None:
    """The first counted figure before the next heading, large, with what it counts and when."""
    for block in following:
        if block["type"] == "heading":
            return None
        for run in block.get("runs", []):
            if "fact" in run:
                return _large(run, content, language)
    return None


def _large(run: Run, content: Edition, language: str) -> Piece | None:
    fact = content["facts"][run["fact"]]
    digits, rest = split(CODE.sub("", run["text"]))  # a currency is told in words behind the digits
    words = of_fact(dict(fact), language)[1] if rest.strip() else ""
    more = {"digits": digits, "words": words, "name": say(fact["name"], language), "when": when(fact["when"], language)}
    return Piece("echo", more=more) if digits[-1:].isdigit() else None


def dated(content: Edition, language: str) -> str:
    """The day a text carries, with its year."""
    return day(content["date"], language)
