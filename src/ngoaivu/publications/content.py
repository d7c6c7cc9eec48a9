"""The shape of an edition «bản đăng»: canonical JSON, the one thing the portal and the papers are made from.

Everything is plain JSON. Decimals are strings, days are ISO dates, languages are keys. A *run* is a piece of a line; a figure
is a run with `fact`, its hedge kept apart in `before` so that a page can leave it outside the link. A figure taken from a document
is a run with `quote`, one that somebody answers for without a fact a run with `waived`.

The format only grows: keys that are not required (`quotes`, `byline_runs`, `credit_runs`) are left out where they would be empty, so
that an edition made before them reads the same and keeps its digest.
"""

import hashlib
import json
from typing import Any, NotRequired, TypedDict

FORMAT = "ngoaivu.edition/1"
Words = dict[str, str]  # language -> text


class Waived(TypedDict):
    """Why a figure stands without a fact, and who said so."""

    reason: str
    by: str


class Run(TypedDict):
    """A piece of a line of text; at most one of fact, quote, waived, record, href."""

    text: str
    before: NotRequired[str]  # the hedge with its space: "khoảng "
    fact: NotRequired[str]  # key into facts
    quote: NotRequired[str]  # key into quotes
    waived: NotRequired[Waived]
    record: NotRequired[str]  # key into records
    href: NotRequired[str]  # an address on this portal or of a public institution
    strong: NotRequired[bool]


class Block(TypedDict):
    """A block of a body: heading (runs, id), paragraph (runs), list (items), table (caption, head, rows), picture, quote."""

    type: str
    id: NotRequired[str]
    apart: NotRequired[bool]  # a heading outside the numbering
    runs: NotRequired[list[Run]]
    items: NotRequired[list[list[Run]]]
    caption: NotRequired[list[Run]]
    head: NotRequired[list[list[Run]]]
    rows: NotRequired[list[list[list[Run]]]]
    picture: NotRequired[str]  # key into pictures
    alt: NotRequired[list[Run]]
    credit: NotRequired[str]
    credit_runs: NotRequired[list[Run]]  # the credit once more, where it holds a figure


class Text(TypedDict):
    """One language of an edition."""

    slug: str
    title: list[Run]
    lead: list[Run]
    body: list[Block]
    byline: NotRequired[str]
    byline_runs: NotRequired[list[Run]]  # the byline once more, where it holds a figure
    kicker: NotRequired[str]


class Source(TypedDict):
    """Where a fact or a quote comes from: a document and the place in it."""

    document: Words
    place: Words
    address: NotRequired[str]


class Row(TypedDict):
    """A record behind a fact, as far as the public may read it."""

    key: str
    title: Words
    when: Words
    amount: NotRequired[str]  # what the record adds to a sum


class Rows(TypedDict):
    """The rows behind a fact: how many, those shown, and the sentence that says why others are not."""

    count: int
    shown: list[Row]
    why_not: NotRequired[Words]
    readable: NotRequired[int]  # how many the public may read, where that is more than are shown


class Fact(TypedDict):
    """A fact «dữ kiện»: a value of an indicator with its two times, basis, qualifier and sources."""

    code: str
    question: dict[str, Any]  # code, territory, period, on, by, boundaries: what was asked, to ask it again
    name: Words
    definition: Words
    kind: str  # flow, stock, share
    territory: str
    territory_name: Words
    period: str  # written form of the period, or "" for a stock
    breakdown: dict[str, str]
    when: Words  # the time as a reader reads it, with its year, or the source's own words
    value: str
    high: NotRequired[str]
    unit: str
    per: NotRequired[str]
    qualifier: str
    decimals: int
    stage: str
    basis: str  # computed, received
    sources: list[Source]
    rows: Rows
    unplaced: int
    note: NotRequired[Words]  # the conversion statement, the difference to a count, what could not be placed
    adds: NotRequired[bool]  # false: a flow whose values must not be added over time
    divided: NotRequired[dict[str, Words]]  # the names of the numerator and the denominator of a share
    measured: NotRequired[Words]  # the column a sum adds up
    member: NotRequired[Words]  # the part of the total a value of a breakdown is
    digest: NotRequired[str]  # of the sorted (record, revision) pairs behind a computed value


class Edition(TypedDict):
    """An edition: kind report, news, page, series (an indicator), office or procedures."""

    format: str
    kind: str
    key: str
    office: str
    section: str
    date: str  # the day the text carries, ISO, or a month or year of it when the day is not known
    first_published: str
    position: dict[str, str]  # revision, at
    texts: dict[str, Text]
    facts: dict[str, Fact]
    quotes: NotRequired[dict[str, Source]]  # the documents figures are quoted from, with the place in each
    records: dict[str, Row]
    pictures: dict[str, dict[str, Any]]  # file (static path), width, height
    related: list[dict[str, Any]]  # kind, key, why (Words)
    extra: dict[str, Any]  # what one kind adds: signers of a report, points of a series, addresses of an office
    rules: dict[str, Any]  # definitions (digest and text) and territories the values stood on


def canonical(content: Any) -> str:
    """The one text of a JSON value: keys sorted, no spaces, Unicode as it is. Floats are refused: they have no one text."""
    _refuse_floats(content)
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(text: str, previous: str = "") -> str:
    """SHA-256 in hexadecimal over the digest before it and the canonical text: a chain."""
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()


def plain(runs: list[Run]) -> str:
    """The words of a line, as they are read."""
    return "".join(run.get("before", "") + run["text"] for run in runs)


def _refuse_floats(value: Any) -> None:
    if isinstance(value, float):
        raise TypeError(f"An edition holds no float, and {value!r} is one: write it as a decimal string.")
    if isinstance(value, dict):
        for part in value.values():
            _refuse_floats(part)
    elif isinstance(value, list):
        for part in value:
            _refuse_floats(part)
