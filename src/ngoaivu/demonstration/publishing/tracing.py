"""From the article to the system «từ bài viết đến hệ thống»: every statement, figure and name of the article beside what holds it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ngoaivu.accounts.models import Office
from ngoaivu.core import changes
from ngoaivu.demonstration.article.reading import FOLDER, Entry, english_place, entries, read
from ngoaivu.demonstration.article.statements import question_of
from ngoaivu.indicators.facts import Fact, Question, ask_many
from ngoaivu.publications import records
from ngoaivu.publications.binding import Bound, words
from ngoaivu.publications.content import Block, Edition, Run
from ngoaivu.publications.sealing import sealed_fact
from ngoaivu.publications.skeleton import skeleton

KINDS = {
    "observations": {"vi": "con số", "en": "figure"},
    "claims": {"vi": "nhận định", "en": "statement"},
    "tasks": {"vi": "nhiệm vụ", "en": "task"},
}
NAME = {"vi": "tên", "en": "name"}
HEAD = {
    "vi": ("Chỗ trong bài", "Bài nói đến", "Loại", "Trong hệ thống"),
    "en": ("Place in the article", "What it speaks of", "Kind", "In the system"),
}
TITLE = {"vi": "Từ bài viết đến hệ thống", "en": "From the article to the system"}
LEAD = {
    "vi": "Bài tổng kết nhiệm kỳ của Sở nói đến những gì, và mỗi điều ấy nằm ở đâu trong hệ thống này.",
    "en": "What the department's article on its term speaks of, and where each of those things stands in this system.",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing the article says: its place, its words in ours, its kind, and the fact or record that holds it."""

    place: str
    entry: Entry
    kind: dict[str, str]
    fact: Fact | None
    record: str


def compose(office: Office) -> Edition:
    """The content of the trace at this moment."""
    position = changes.latest()
    lines = list(_lines(office, position))
    facts = {f"f{number}": line.fact for number, line in enumerate(lines, start=1) if line.fact}
    keys = {id(fact): key for key, fact in facts.items()}
    texts: dict[str, Any] = {}
    for language in ("vi", "en"):
        table: Block = {
            "type": "table",
            "head": [[{"text": told}] for told in HEAD[language]],
            "rows": [_row(line, language, keys) for line in lines],
        }
        slug = {"vi": "tu-bai-bao", "en": "from-the-article"}[language]
        texts[language] = {"slug": slug, "title": [{"text": TITLE[language]}], "lead": [{"text": LEAD[language]}], "body": [table]}
    content = skeleton("trace", "tu-bai-bao", office, position)
    content["texts"] = texts
    content["facts"] = {key: sealed_fact(fact) for key, fact in facts.items()}
    content["records"] = records.described(sorted({line.record for line in lines if line.record}), office, position)
    return content


def _lines(office: Office, position: int) -> Iterator[Line]:
    stated = [(name, entry) for name, entry in _stated() if entry.get("place")]
    asked = {id(entry): _question(office, entry) for name, entry in stated if name == "observations"}
    known = ask_many(list(dict.fromkeys(asked.values())), revision=position)
    for name, entry in stated:
        kind = KINDS.get(name, NAME)
        if id(entry) in asked:
            found = known[asked[id(entry)]]
            yield Line(entry["place"], entry, kind, found if isinstance(found, Fact) else None, "")
            continue
        held = records.coded(entry["key"], office, position) or records.coded(
            f"nhiem-vu-{entry.get('order', 0):02d}-{entry['key']}", office, position
        )
        if held:
            yield Line(entry["place"], entry, kind, None, held[0])


def _stated() -> list[tuple[str, Entry]]:
    found = [(path.stem, entry) for path in sorted(FOLDER.glob("*.toml")) if path.stem != "term_text" for entry in entries(read(path.stem))]
    return sorted(found, key=lambda one: _order(one[1].get("place", "")))


def _order(place: str) -> tuple[int, str]:
    parts = ("đầu đề", "mở đầu", "mục", "chú thích ảnh", "nhiệm vụ", "lời kết")
    return next((number for number, part in enumerate(parts) if place.startswith(part)), len(parts)), place


def _question(office: Office, entry: Entry) -> Question:
    told = question_of(entry)
    by = tuple(sorted(_breakdown(told["breakdown"]).items()))
    on = "" if told["period"] else (told["as_of_to"].isoformat() if told["as_of_to"] else "")
    return Question(entry["indicator"], office.territory.key, period=told["period"], on=on, by=by, basis="received")


def _breakdown(text: str) -> dict[str, str]:
    return dict(json.loads(text)) if text else {}


def _row(line: Line, language: str, keys: dict[int, str]) -> list[list[Run]]:
    place = line.place if language == "vi" else english_place(line.place)
    held: Run = {"text": line.entry[language], "record": line.record}
    if line.fact:
        written = words(Bound(line.fact.question), line.fact, language)
        held = {"text": written.text, "fact": keys[id(line.fact)]}
        if written.before:
            held["before"] = written.before
    return [[{"text": place}], [{"text": line.entry[language]}], [{"text": line.kind[language]}], [held]]
