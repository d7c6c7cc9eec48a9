"""Remaking «làm lại một bản»: a report made anew in one language from the other, with the sentences its outline has in both.

What an officer added has no twin there: it comes along as it is, in its place, and the checks say that it waits for a translator.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from typing import Any

from ngoaivu.publications import drafting, outlines, richtext
from ngoaivu.publications.pages import AuthoredPage, ReportPage

TAG = re.compile(r"<[^>]*>")
WHOLE = re.compile(r"</?(?:p|ul|ol)\b[^>]*>")
ITEM = re.compile(r"</li>\s*<li[^>]*>")
LIST = re.compile(r"\s*<[uo]l\b")
ENDING = re.compile(r"(?<=[.!?…])\s+")
HELD = "\ue000"  # stands for a tag while a text is cut into sentences
Block = dict[str, Any]


def remade(source: AuthoredPage, language: str) -> dict[str, Any]:
    """Title, lead and body of a report in the other language; nothing where its outline cannot tell them."""
    if not isinstance(source, ReportPage) or source.outline not in outlines.known():
        return {}
    own = drafting.Own(on=date.fromisoformat(source.on) if source.on else None)
    drafts = drafting.compose_report(outlines.load(source.outline), source.office, source.period, own)
    here, there = drafts[source.locale.language_code], drafts[language]
    ours, theirs = here.body.get_prep_value(), there.body.get_prep_value()
    if [block["type"] for block in ours] != [block["type"] for block in theirs]:
        return {}
    twins = [Twin(_parts(ours[place]["value"]), theirs[place]) for place in range(len(ours))]
    lead = there.lead if _key(source.lead) == _key(here.lead) else source.lead
    return {"title": there.title, "lead": lead, "body": [_told(block, twins) for block in source.body.get_prep_value()]}


@dataclass
class Twin:
    """A block of the outline: its sentences in the language that is read, and itself in the one that is made."""

    parts: Sequence[str]
    block: Block
    keys: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.keys = [_key(part) for part in self.parts]

    def shared(self, keys: Sequence[str]) -> int:
        """How many sentences of a block are its own."""
        return len(set(self.keys) & set(keys))


def _told(block: Block, twins: list[Twin]) -> Block:
    """The block in the other language: of its twin the sentences that were left standing, then those that have no twin."""
    parts = [] if block["type"] == "picture" else _parts(block["value"])
    keys = [_key(part) for part in parts]
    twin = max((one for one in twins if one.block["type"] == block["type"]), key=lambda one: one.shared(keys), default=None)
    if twin is None or not twin.shared(keys):
        return {"type": block["type"], "value": block["value"]}
    twins.remove(twin)
    kept = _parts(twin.block["value"])
    if len(kept) == len(twin.keys):
        kept = [part for part, key in zip(kept, twin.keys, strict=True) if key in keys]
    added = [part for part, key in zip(parts, keys, strict=True) if key not in twin.keys]
    return {"type": block["type"], "value": _joined(twin.block, [*kept, *added])}


def _parts(stored: str) -> list[str]:
    """The sentences of a stored paragraph, or the items of a list, with the marks in them."""
    inner = WHOLE.sub("", stored).strip()
    if LIST.match(stored):
        return ITEM.split(inner.removesuffix("</li>").partition(">")[2])
    tags = iter(TAG.findall(inner))
    return ["".join(next(tags) if sign == HELD else sign for sign in part) for part in ENDING.split(TAG.sub(HELD, inner))]


def _joined(like: Block, parts: Sequence[str]) -> str:
    if like["type"] != "paragraph":
        return " ".join(parts)
    return f"<ul>{''.join(f'<li>{part}</li>' for part in parts)}</ul>" if LIST.match(like["value"]) else f"<p>{' '.join(parts)}</p>"


def _key(stored: str) -> str:
    """What a sentence says, whatever its figures are at the moment: their questions stand for them."""
    asked = iter(richtext.marks(stored))
    told = richtext.FIGURE.sub(lambda _found: str(sorted(next(asked, {}).items())), str(stored))
    return " ".join(unescape(TAG.sub("", told)).split())
