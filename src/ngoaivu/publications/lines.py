"""Lines «dòng chữ»: every line of an authored page as its reader meets it, with the ranges that carry a mark.

Offsets are code points, half open. Checks, judgement and the editor's panel all read these lines, so that none sees another text.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ngoaivu.accounts.models import Office
from ngoaivu.publications import fields, tokens
from ngoaivu.publications.fields import Authored, Field
from ngoaivu.publications.neighbours import Answers
from ngoaivu.publications.refreshing import answers, told

# What stands for a marked piece where only the unmarked words count: no digit, no letter.
BLOT = "\ufffc"
Kind = Literal["figure", "quote", "waiver", "record"]
MARKS: dict[str, Kind] = {"mark": "figure", "quote": "quote", "waiver": "waiver", "record": "record"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Piece «đoạn có gắn»: a marked range of a line. `field_start` and `field_end` are its range in the stored field where that holds tokens."""

    start: int
    end: int
    kind: Kind
    settings: tuple[tuple[str, str], ...]
    field_start: int
    field_end: int


@dataclass(frozen=True, slots=True)
class Line:
    """Line «dòng»: where it stands, what people call the place, its words with tokens rendered, its marked pieces."""

    place: str
    label: str
    text: str
    pieces: tuple[Piece, ...]

    def words(self, piece: Piece) -> str:
        """The words of a piece."""
        return self.text[piece.start : piece.end]

    def blotted(self, kinds: Collection[Kind] = ("figure", "quote", "waiver", "record")) -> str:
        """The line with one sign in place of every marked piece of some kinds."""
        parts, end = [], 0
        for piece in self.pieces:
            if piece.kind not in kinds:
                continue
            parts += [self.text[end : piece.start], BLOT]
            end = piece.end
        return "".join([*parts, self.text[end:]])

    def in_field(self, start: int, end: int) -> tuple[int, int]:
        """Where a range of this line stands in its plain field as stored: a token it touches is taken whole."""
        return self._stored(start, after=False), self._stored(end, after=True)

    def _stored(self, offset: int, *, after: bool) -> int:
        shift = 0
        for piece in self.pieces:
            if offset <= piece.start:
                break
            if offset < piece.end:
                return piece.field_end if after else piece.field_start
            shift = piece.field_end - piece.end
        return offset + shift


def of_page(page: Authored, known: Answers | None = None, revision: int | None = None) -> list[Line]:
    """The lines of a page in reading order. Its figures read as they will be sealed: from `known`, else the registry at a revision or now."""
    answered = answers([page], revision) if known is None and _asks(page) else known or {}
    language = page.locale.language_code
    counted: Counter[str] = Counter()
    return [line for field in fields.of_page(page) for line in _lines(field, answered, language, counted)]


def of_plain(place: str, label: str, stored: str, known: Answers, language: str, office: Office) -> Line:
    """The line of a plain field that stands in no saved page: its tokens rendered, `in_field` leading back to the stored text."""
    return _line(place, label, tokens.runs(stored, office), known, language)


def _asks(page: Authored) -> bool:
    return any("mark" in run for field in fields.of_page(page) for line in field.lines() for run in line)


def _lines(field: Field, known: Answers, language: str, counted: Counter[str]) -> Iterator[Line]:
    for number, runs in enumerate(field.lines()):
        numbered = field.rich or field.kind == "heading"
        yield _line(f"{field.place}/{number}" if numbered else field.place, _label(field.kind, counted), runs, known, language)


def _line(place: str, label: str, runs: Iterable[dict[str, Any]], known: Answers, language: str) -> Line:
    parts: list[str] = []
    pieces: list[Piece] = []
    end = stored = 0
    for run in runs:
        words = _words(run, known, language)
        length = len(run.get("token", words))
        if kind := next((MARKS[name] for name in MARKS if name in run), None):
            pieces.append(Piece(end, end + len(words), kind, _settings(run), stored, stored + length))
        parts.append(words)
        end, stored = end + len(words), stored + length
    return Line(place, label, "".join(parts), tuple(pieces))


def _words(run: dict[str, Any], known: Answers, language: str) -> str:
    """The words of a run; what a rich text keeps within a figure is a cache of its last save, and the registry may have moved since."""
    return told(run["mark"], known, language) if "mark" in run else str(run["text"])


def _settings(run: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    held = next(run[name] for name in MARKS if name in run)
    return tuple(held.items()) if isinstance(held, dict) else (("key", held),)


def _label(kind: str, counted: Counter[str]) -> str:
    """What people call a line: «Đoạn 3»; a picture is counted by its alternative text, which comes first."""
    counted["picture" if kind == "alt" else kind] += 1
    names = {
        "title": pgettext("part of a text", "Title"),
        "lead": pgettext("part of a text", "Lead"),
        "byline": pgettext("part of a text", "Author"),
        "heading": _("Heading %(number)d") % {"number": counted["heading"]},
        "paragraph": _("Paragraph %(number)d") % {"number": counted["paragraph"]},
        "alt": _("Picture %(number)d, alternative text") % {"number": counted["picture"]},
        "caption": _("Picture %(number)d, caption") % {"number": counted["picture"]},
        "credit": _("Picture %(number)d, credit") % {"number": counted["picture"]},
    }
    return names[kind]
