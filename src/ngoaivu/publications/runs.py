"""Runs «đoạn chữ» of an edition: the stored runs of a text's pages with every figure written, each mark led to what it stands on."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from ngoaivu.indicators.facts import Fact, Question
from ngoaivu.publications import fields, quoting, records, tokens
from ngoaivu.publications.binding import Bound, words
from ngoaivu.publications.content import Run, Source
from ngoaivu.publications.marking import Held
from ngoaivu.publications.neighbours import Answers
from ngoaivu.publications.pages import AuthoredPage
from ngoaivu.publications.refreshing import bound_in, missing, read

MARKS = ("fact", "quote", "waived")


class Sealer:
    """Writes the runs of one text in all its languages; `facts`, `quotes` and `records` are the keys that its marks share."""

    def __init__(self, pages: Mapping[str, AuthoredPage], known: Answers, position: int) -> None:
        first = next(iter(pages.values()))
        self.office = first.office
        self.known = known
        self.facts: dict[Question, str] = {}
        for page in pages.values():
            for bound in bound_in(page):
                self.facts.setdefault(bound.question, f"f{len(self.facts) + 1}")
        self.marked = [
            (kind, run[kind], run["text"]) for page in pages.values() for run in fields.runs(page) for kind in ("quote", "waiver") if kind in run
        ]
        self.held = Held.of([(kind, settings) for kind, settings, _words in self.marked], first.office, first.key)
        self.named = [(run["record"], run["text"]) for page in pages.values() for run in fields.runs(page) if "record" in run]
        told = {key for key, _words in self.named} | {str(key) for key in getattr(first, "records", [])}
        self.records = records.described(sorted(told), first.office, position)
        self._quotes: dict[tuple[str, str], str] = {}

    def faults(self) -> list[str]:
        """Why some quotes, waivers or named records may not be sealed."""
        found = [message for kind, settings, words in self.marked if (message := self.held.fault(kind, settings, words))]
        return found + [records.refusal(words) for key, words in self.named if key not in self.records]

    def quotes(self) -> dict[str, Source]:
        """What the runs written so far quote."""
        return {key: quoting.source(self.held.documents[document], place) for (document, place), key in self._quotes.items()}

    def plain(self, stored: str, language: str) -> list[Run]:
        """The runs of a plain field."""
        return self.runs(tokens.runs(stored, self.office), language)

    def runs(self, stored: Iterable[Mapping[str, Any]], language: str) -> list[Run]:
        """The runs of a line in a language."""
        return [self._run(run, language) for run in stored]

    def _run(self, run: Mapping[str, Any], language: str) -> Run:
        if "mark" in run:
            kept = self._figure(run["mark"], language)
        elif "quote" in run or "waiver" in run:
            kept = self._answered_for(run)
        else:
            return cast("Run", {name: told for name, told in run.items() if name != "record" or told in self.records})
        if run.get("strong"):
            kept["strong"] = True
        return kept

    def _figure(self, settings: dict[str, str], language: str) -> Run:
        bound = read(settings)
        found = self.known[bound.question] if isinstance(bound, Bound) else None
        if not isinstance(bound, Bound) or not isinstance(found, Fact):
            return {"text": missing(settings.get("fact", ""), language)}
        written = words(bound, found, language)
        kept: Run = {"text": written.text, "fact": self.facts[bound.question]}
        if written.before:
            kept["before"] = written.before
        return kept

    def _answered_for(self, run: Mapping[str, Any]) -> Run:
        """A quote or waived figure; in a draft one that may not stand is bare words."""
        kind = "quote" if "quote" in run else "waiver"
        settings: dict[str, str] = run[kind]
        kept: Run = {"text": run["text"]}
        if self.held.fault(kind, settings, run["text"]):
            return kept
        if kind == "quote":
            place = (settings["document"], settings.get("place", ""))
            kept["quote"] = self._quotes.setdefault(place, f"q{len(self._quotes) + 1}")
        else:
            waiver = self.held.waivers[settings["key"]]
            kept["waived"] = {"reason": waiver.reason, "by": waiver.by}
        return kept


def marked(runs: list[Run]) -> bool:
    """Whether a line holds a figure that leads to a note."""
    return any(mark in run for run in runs for mark in MARKS)
