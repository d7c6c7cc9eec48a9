"""Reading the facts of the texts an office shows now, with the words in which they stand there."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ngoaivu.accounts.models import Office
from ngoaivu.indicators.answers import Fact, Missing, Question
from ngoaivu.publications.content import Edition as Content
from ngoaivu.publications.content import Fact as Kept
from ngoaivu.publications.content import plain
from ngoaivu.publications.editions import Edition
from ngoaivu.publications.recomputing import question

# Editions that people wrote. A series, a procedure or a trace is made from the registry and is made again, not rewritten.
WRITTEN = ("report", "news", "page")
Words = dict[str, str]


@dataclass(frozen=True, slots=True)
class Sealed:
    """Sealed figure «con số đã đăng»: a fact of a current edition, the question it answers, how it reads in each language."""

    text: str
    kind: str
    number: int
    title: Words
    question: Question
    position: int
    kept: Kept
    words: Words

    def holds(self, answer: Fact | Missing) -> bool:
        """Whether an answer still says what was published."""
        if isinstance(answer, Missing):
            return False
        high = Decimal(self.kept["high"]) if self.kept.get("high") else None
        return (answer.value, answer.high, answer.qualifier) == (Decimal(self.kept["value"]), high, self.kept["qualifier"])


def editions(office: Office) -> Any:
    """The editions of an office whose figures people wrote and readers see now."""
    return Edition.objects.filter(office=office.key, current=True, withdrawn_at=None, kind__in=WRITTEN).order_by("kind", "key")


def sealed(office: Office) -> list[Sealed]:
    """Every fact of every such edition, in the order of the texts."""
    return [one for edition in editions(office) for one in _facts(edition, edition.content)]


def _facts(edition: Edition, content: Content) -> Iterator[Sealed]:
    titles = {language: plain(text["title"]) for language, text in content["texts"].items()}
    read = {language: _read(text) for language, text in content["texts"].items()}
    position = int(content["position"]["revision"] or 0)
    for key, kept in content["facts"].items():
        words = {language: told[key] for language, told in read.items() if key in told}
        yield Sealed(edition.key, edition.kind, edition.number, titles, question(kept), position, kept, words)


def _read(text: Any) -> dict[str, str]:
    """The words of each fact where a language first has it."""
    found: dict[str, str] = {}
    for run in _runs(text):
        if fact := run.get("fact"):
            found.setdefault(fact, run.get("before", "") + run["text"])
    return found


def _runs(part: Any) -> Iterator[Any]:
    """Every run of a text, whatever block holds it."""
    if isinstance(part, dict):
        if "text" in part and isinstance(part["text"], str):
            yield part
        else:
            for value in part.values():
                yield from _runs(value)
    elif isinstance(part, list):
        for value in part:
            yield from _runs(value)
