"""The wire «đường truyền» of the panel: lines as the browser sends them, read and judged for form before anything else sees them.

Offsets are code points. A plain field is sent as it is stored, with its tokens.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, cast, get_args

from django.utils.translation import gettext as _

from ngoaivu.accounts.models import Office
from ngoaivu.core import changes
from ngoaivu.publications import lines, refreshing, tokens
from ngoaivu.publications.binding import Bound
from ngoaivu.publications.lines import Kind, Line, Piece
from ngoaivu.publications.neighbours import Answers
from ngoaivu.publications.panel.doors import MOST_LINES, MOST_NUMERALS, MOST_SIGNS, Refused, too_long

MOST_PIECES = 6_000
LONGEST_SETTING, LONGEST_PLACE = 300, 200
KINDS = get_args(Kind)
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
NUMERAL = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent: the lines, those of plain fields among them by their places."""

    lines: tuple[Line, ...]
    plain: frozenset[str]
    by_place: dict[str, Line]

    def at(self, place: str) -> Line:
        """The line of a place."""
        return self.by_place[place]

    def stored(self, line: Line, start: int, end: int) -> tuple[int, int]:
        """A range of a line as the browser counts it."""
        return line.in_field(start, end) if line.place in self.plain else (start, end)


def read(told: object, language: str, office: Office) -> Sent:
    """The lines of a request, tokens of plain fields rendered; Refused in a sentence where they have no such form."""
    if not isinstance(told, list) or not all(isinstance(line, dict) for line in told):
        raise _formless()
    texts = [_text(line) for line in told]
    _check_size(told, texts)
    plain = {_place(line) for line in told if line.get("plain") is True}
    known = _asked([text for line, text in zip(told, texts, strict=True) if line.get("plain") is True], office)
    made = []
    for line, text in zip(told, texts, strict=True):
        place = _place(line)
        if place in plain:
            made.append(lines.of_plain(place, "", text, known, language, office))
        else:
            made.append(Line(place, "", text, _pieces(line.get("pieces", []), text)))
    if len({line.place for line in made}) < len(made):
        raise _formless()
    return Sent(tuple(made), frozenset(plain), {line.place: line for line in made})


def _check_size(told: list[Any], texts: list[str]) -> None:
    if len(told) > MOST_LINES or sum(map(len, texts)) > MOST_SIGNS:
        raise too_long()
    if sum(len(NUMERAL.findall(text)) for text in texts) > MOST_NUMERALS:
        raise too_long()
    if sum(len(line["pieces"]) for line in told if isinstance(line.get("pieces"), list)) > MOST_PIECES:
        raise too_long()


def _asked(texts: list[str], office: Office) -> Answers:
    """The answers to the figures of all plain fields, in one run."""
    runs = [run for text in texts for run in tokens.runs(text, office) if "mark" in run]
    asked = [bound for run in runs if isinstance(bound := refreshing.read(run["mark"]), Bound)]
    return refreshing.ask(asked, changes.latest(), office) if asked else {}


def _text(line: Mapping[str, Any]) -> str:
    text = line.get("text")
    if not isinstance(text, str):
        raise _formless()
    return text


def _place(line: Mapping[str, Any]) -> str:
    place = line.get("place")
    if not isinstance(place, str) or not place or len(place) > LONGEST_PLACE:
        raise _formless()
    return place


def _pieces(told: object, text: str) -> tuple[Piece, ...]:
    if not isinstance(told, list):
        raise _formless()
    found = sorted((_piece(one, text) for one in told), key=lambda piece: piece.start)
    if any(second.start < first.end for first, second in pairwise(found)):
        raise _formless()
    return tuple(found)


def _piece(told: object, text: str) -> Piece:
    if not isinstance(told, dict):
        raise _formless()
    start, end, kind = told.get("start"), told.get("end"), told.get("kind")
    if type(start) is not int or type(end) is not int or not 0 <= start <= end <= len(text) or kind not in KINDS:
        raise _formless()
    return Piece(start, end, cast("Kind", kind), settings_of(told.get("settings", {})), start, end)


def settings_of(told: object) -> tuple[tuple[str, str], ...]:
    """The settings of a mark; what is empty is left out."""
    if not isinstance(told, dict) or len(told) > 20:
        raise _formless()
    for name, value in told.items():
        if value is not None and not isinstance(value, str | int):
            raise _formless()
        if len(f"{name}{value}") > LONGEST_SETTING or CONTROL.search(f"{name}{value}"):
            raise _formless()
    return tuple((name, str(value)) for name, value in told.items() if value not in (None, ""))


def line_of(told: object) -> str:
    """One line of words; nothing where there is none."""
    if not isinstance(told, str):
        return ""
    return CONTROL.sub(" ", told).strip()


def _formless() -> Refused:
    return Refused(_("The text was sent in a form that cannot be read: load the page again."))
