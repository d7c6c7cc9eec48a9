"""Outlines «đề cương»: what a report tells, as data: headings, paragraphs, sentences in each language with tokens for figures and names.

A sentence whose figures have no value or are all zero, or whose names have no record, is left out when it is optional; otherwise the draft
shows the gap, and the gap blocks publishing. A sentence marked `register = "complete"` counts rows, so it is left out for
an office whose register is an excerpt. An office adds its own sentences after or before those of the outline.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

HERE = Path(__file__).parent / "outlines"
Words = dict[str, str]


class UnknownOutline(LookupError):
    """An outline, or a sentence of one, that there is not; the message names those there are."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in each language; `optional` lets it go when nothing stands behind it, `complete` wants a whole register."""

    key: str
    words: Words
    optional: bool = False
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that stand together, or one below the other as a list."""

    sentences: tuple[Sentence, ...] = ()
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its paragraphs; introduction and tasks ahead stand outside the numbering."""

    key: str
    heading: Words
    paragraphs: tuple[Paragraph, ...]
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Outline:
    """Outline «đề cương báo cáo»: key, the kind of its period (term or year), title, lead, sections; tokens still in place.

    `highlights` are the indicators of its key table, of which those are shown that the text tells.
    """

    key: str
    period: str
    title: Words
    lead: Words
    sections: tuple[Section, ...]
    highlights: tuple[str, ...] = ()

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence, in order."""
        for section in self.sections:
            for paragraph in section.paragraphs:
                yield from paragraph.sentences

    def patterns(self) -> list[str]:
        """Every pattern of every language."""
        return [*self.title.values(), *self.lead.values(), *(text for one in self.sentences() for text in one.words.values())]


@cache
def load(key: str) -> Outline:
    """The outline of a key, or a sentence naming those there are."""
    path = HERE / f"{key}.toml"
    if not path.exists():
        raise UnknownOutline(_("No outline is called “%(key)s”. There are: %(keys)s.") % {"key": key, "keys": ", ".join(known())})
    told = tomllib.loads(path.read_text("utf-8"))
    sections = tuple(_section(one) for one in told["section"])
    return Outline(told["key"], told["period"], dict(told["title"]), dict(told["lead"]), sections, tuple(told.get("highlights", ())))


def known() -> list[str]:
    """The keys of all outlines."""
    return sorted(path.stem for path in HERE.glob("*.toml"))


def extended(outline: Outline, inserts: Sequence[Mapping[str, Any]]) -> Outline:
    """The outline with an office's own sentences put after or before the sentences they name, in their order."""
    wanted = {one.key for one in outline.sentences()}
    for insert in inserts:
        if (at := insert.get("after") or insert.get("before")) not in wanted:
            raise UnknownOutline(_("The outline %(key)s has no sentence “%(at)s” to put another beside.") % {"key": outline.key, "at": at})
    sections = tuple(replace(one, paragraphs=tuple(_woven(one.paragraphs, inserts))) for one in outline.sections)
    return replace(outline, sections=sections)


def _woven(paragraphs: Sequence[Paragraph], inserts: Sequence[Mapping[str, Any]]) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        kept: list[Sentence] = []
        for sentence in paragraph.sentences:
            kept += [_sentence(one) for one in inserts if one.get("before") == sentence.key]
            kept.append(sentence)
            for one in inserts:
                if one.get("after") == sentence.key:
                    if one.get("paragraph"):
                        yield Paragraph(tuple(kept), paragraph.listed)
                        kept = []
                    kept.append(_sentence(one))
        yield Paragraph(tuple(kept), paragraph.listed)


def _section(told: Mapping[str, Any]) -> Section:
    paragraphs = tuple(Paragraph(tuple(_sentence(one) for one in part["sentence"]), part.get("list", False)) for part in told["paragraph"])
    return Section(told["key"], dict(told["heading"]), paragraphs, told.get("numbered", True))


def _sentence(told: Mapping[str, Any]) -> Sentence:
    words = {language: told[language] for language in ("vi", "en")}
    return Sentence(told.get("key", ""), words, bool(told.get("optional")), told.get("register") == "complete")
