"""From the article to the system «từ bài báo đến hệ thống»: every statement, figure and name of the article beside what holds it.

The article's own sentences are not repeated: each thing it says stands in our words under the part of the article that says it,
with the number of its sentence, what it is kept as, and its time.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from ngoaivu.accounts.models import Office
from ngoaivu.core import changes
from ngoaivu.demonstration.article.reading import FOLDER, Entry, entries, read
from ngoaivu.demonstration.article.statements import question_of
from ngoaivu.demonstration.publishing.tracing_words import HEAD, KINDS, LEAD, PART, PARTS, SENTENCE, TITLE
from ngoaivu.indicators.facts import Fact, Question, ask_many
from ngoaivu.portal.quoting import sense
from ngoaivu.publications import outlines, records
from ngoaivu.publications.binding import Bound, words
from ngoaivu.publications.content import Block, Edition, Row, Run, Words
from ngoaivu.publications.sealing import sealed_fact
from ngoaivu.publications.skeleton import skeleton

OTHER = len(PARTS)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing the article says: its place, its words in ours, its kind, and the fact or record that holds it."""

    place: str
    entry: Entry
    kind: dict[str, str]
    fact: Fact | None
    record: str

    @property
    def part(self) -> str:
        """The part of the article: «mục 4»."""
        return self.place.partition(", câu ")[0]

    @property
    def sentence(self) -> str:
        """The number of the sentence in its part."""
        return self.place.partition(", câu ")[2]


def document() -> Words:
    """The article's name, as sources cite it."""
    (told,) = read("documents")["document"]
    return {language: told[language] for language in ("vi", "en")}


def compose(office: Office) -> Edition:
    """The content of the trace at this moment."""
    position = changes.latest()
    lines = list(_lines(office, position))
    keys = {id(line.fact): f"f{number}" for number, line in enumerate(lines, start=1) if line.fact}
    told = records.described(sorted({line.record for line in lines if line.record}), office, position)
    texts: dict[str, Any] = {}
    for language in ("vi", "en"):
        slug = {"vi": "tu-bai-bao", "en": "from-the-article"}[language]
        body = list(_body(lines, language, keys, told))
        texts[language] = {"slug": slug, "title": [{"text": TITLE[language]}], "lead": [{"text": LEAD[language]}], "body": body}
    content = skeleton("trace", "tu-bai-bao", office, position)
    content["texts"] = texts
    content["facts"] = {keys[id(line.fact)]: sealed_fact(line.fact) for line in lines if line.fact}
    content["records"] = told
    return content


def _body(lines: list[Line], language: str, keys: dict[int, str], told: dict[str, Row]) -> Iterator[Block]:
    """A heading and a table for each part of the article."""
    numbered = [one for one in outlines.load("term").sections if one.numbered]
    for part, held in groupby(lines, key=lambda line: line.part):
        number = part.removeprefix("mục ")
        name = f"{number}. {numbered[int(number) - 1].heading[language]}" if number.isdigit() else PART[part][language]
        yield {"type": "heading", "runs": [{"text": name}], "apart": True}
        yield {
            "type": "table",
            "head": [[{"text": one}] for one in HEAD[language]],
            "rows": [_row(line, language, keys, told) for line in held],
        }


def _lines(office: Office, position: int) -> Iterator[Line]:
    stated = [(kind, entry) for kind, entry in _stated() if entry.get("place")]
    asked = {id(entry): _question(office, entry) for _kind, entry in stated if "indicator" in entry}
    known = ask_many(list(dict.fromkeys(asked.values())), revision=position)
    for kind, entry in stated:
        if id(entry) in asked:
            found = known[asked[id(entry)]]
            yield Line(entry["place"], entry, kind, found if isinstance(found, Fact) else None, "")
            continue
        held = records.coded(entry["key"], office, position) or records.coded(
            f"nhiem-vu-{entry.get('order', 0):02d}-{entry['key']}", office, position
        )
        if held:
            yield Line(entry["place"], entry, kind, None, held[0])


def _stated() -> list[tuple[dict[str, str], Entry]]:
    """Every entry of the data files with the word for what it is, in the order of the article."""
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        for table, value in read(path.stem).items() if path.stem != "term_text" else ():
            outer = value if isinstance(value, list) else [value]
            found += [(KINDS.get((path.stem, table if entry in outer else "within"), KINDS["", ""]), entry) for entry in entries(value)]
    return sorted(found, key=lambda one: _order(one[1].get("place", "")))


def _order(place: str) -> tuple[int, int, int]:
    part, _comma, sentence = place.partition(", câu ")
    number = part.removeprefix("mục ")
    spot = next((spot for spot, one in enumerate(PARTS) if part.startswith(one)), OTHER)
    return spot, int(number) if number.isdigit() else 0, int(sentence) if sentence.isdigit() else 0


def _question(office: Office, entry: Entry) -> Question:
    told = question_of(entry)
    by = tuple(sorted(_breakdown(told["breakdown"]).items()))
    on = "" if told["period"] else (told["as_of_to"].isoformat() if told["as_of_to"] else "")
    return Question(entry["indicator"], office.territory.key, period=told["period"], on=on, by=by, basis="received")


def _breakdown(text: str) -> dict[str, str]:
    return dict(json.loads(text)) if text else {}


def _row(line: Line, language: str, keys: dict[int, str], told: dict[str, Row]) -> list[list[Run]]:
    """What is said, in our words and with the figure or record that holds it; its sentence; what it is kept as, and its time."""
    said: list[Run] = [{"text": SENTENCE[language].format(line.sentence)}]
    if not line.fact:
        time = sense(told[line.record]["when"], language) if line.record in told else ""
        kept = f"{line.kind[language]}; {time}" if time else line.kind[language]
        return [[{"text": line.entry[language], "record": line.record}], said, [{"text": kept}]]
    fraction = line.entry.get("scale", "").startswith("fraction")
    written = words(Bound(line.fact.question, fraction=fraction), line.fact, language)
    held: Run = {"text": written.text, "fact": keys[id(line.fact)]}
    if written.before:
        held["before"] = written.before
    return [[{"text": f"{line.entry[language]}: "}, held], said, [{"text": f"{line.kind[language]}; {sense(line.fact.when, language)}"}]]
