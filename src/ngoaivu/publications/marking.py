"""Marks «dấu gắn» that an author answers for, quotes and waivers: whether each may stand where it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ngoaivu.accounts.models import Office
from ngoaivu.publications import quoting, waiving
from ngoaivu.publications.lines import Line


@dataclass(frozen=True, slots=True)
class Fault:
    """A mark that may not stand: its line and range, its words, the rule it breaks (quote, waiver), the sentence."""

    line: Line
    start: int
    end: int
    words: str
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Held:
    """What the marks of a text may rest on: its citable documents and its own waivers, by key."""

    documents: quoting.Documents
    waivers: waiving.Waivers

    @classmethod
    def of(cls, marks: Iterable[tuple[str, Mapping[str, str]]], office: Office, key: str) -> "Held":
        """Looked up for some marks, each its kind and settings; a text without any asks nothing."""
        told = list(marks)
        documents = {settings.get("document", "") for kind, settings in told if kind == "quote"}
        waivers = {settings.get("key", "") for kind, settings in told if kind == "waiver"}
        return cls(quoting.documents(documents, office), waiving.waivers(waivers, office, key))

    def fault(self, kind: str, settings: Mapping[str, str], words: str) -> str:
        """Why a mark may not stand; empty when it may."""
        return quoting.fault(settings, words, self.documents) if kind == "quote" else waiving.fault(settings, words, self.waivers)


def faults(lines: Sequence[Line], *, office: Office, key: str) -> list[Fault]:
    """The quotes and waivers of some lines of one text that may not stand, in reading order."""
    marks = [(line, piece, dict(piece.settings)) for line in lines for piece in line.pieces if piece.kind in ("quote", "waiver")]
    held = Held.of([(piece.kind, settings) for _line, piece, settings in marks], office, key)
    return [
        Fault(line, piece.start, piece.end, line.words(piece), piece.kind, message)
        for line, piece, settings in marks
        if (message := held.fault(piece.kind, settings, line.words(piece)))
    ]
