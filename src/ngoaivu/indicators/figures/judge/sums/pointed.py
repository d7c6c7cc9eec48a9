"""Totals told in passing «tổng nhắc kèm»: "three notes, two contracts and a letter - six papers in all", "tất cả sáu văn kiện"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Finding
from ..evidence import Evidence
from ..facts import Fact
from ..lists import phrases
from ..smalls import opening_with

_BACK, _NOUNS = 260, 40  # characters of the list before a total; between its number and the words that close it
_BREAK = re.compile(r"[;:()\n]|[.!?] ")
_APART = re.compile(r"[,;(.]? *(?:[-–—] *)?$")
_WORD = re.compile(r"\d[\d.,/]*%?|[^\W\d_]+")
_COUNTED = ("count", "structural")
_TIMES = ("day", "week", "month", "quarter", "year", "hour")
_MARKED, _GAP = re.compile(r"[,;(.–—-] *$"), 4
_FEWEST, _FARTHEST = 2, 3  # items; times what they make


def check_pointed(evidence: Evidence, _facts: list[Fact]) -> Iterator[Finding]:
    """A total pointed at right behind the list of its parts that they do not make."""
    for start, opens, total, end in _totals(evidence):
        parts = _parts(evidence, start)
        meant = len(parts) >= _FEWEST and max(parts) < total < sum(parts) * _FARTHEST and not _timed(evidence, opens, end)
        if meant and sum(parts) != total:
            said = {"sum": str(sum(parts)), "total": str(total)}
            yield Finding("parts_total", opens, end, evidence.message("parts_total", **said))


def _totals(evidence: Evidence) -> Iterator[tuple[int, int, int, int]]:
    """Where the list before a total ends, where its number begins, the total, and where that ends."""
    lower, lang = evidence.lower, evidence.lang
    for match in phrases(lang, "adds_up").finditer(lower):
        number = opening_with(lang, lower[match.end() + 1 :][:_NOUNS])
        apart = _MARKED.search(lower, max(0, match.start() - _GAP), match.start()) is not None
        if number and apart and lower[match.end()] == " ":
            yield match.start(), match.end() + 1, number[0], match.end() + 1 + number[1]
    for match in phrases(lang, "totals_close_behind").finditer(lower):
        cut = max(lower.rfind(mark, max(0, match.start() - _NOUNS), match.start()) for mark in [",", ";", "–", "—", "-", "("])
        head = lower[cut + 1 : match.start()].lstrip() if cut >= 0 else ""
        number = opening_with(lang, head)
        if number and not any(sign.isdigit() for sign in head[number[1] :]):
            opens = match.start() - len(head)
            yield cut, opens, number[0], opens + number[1]


def _parts(evidence: Evidence, end: int) -> list[int]:
    """The numbers of a list that ends here, one in each of its items; none where an item has none or more than one."""
    clause = _BREAK.split(_APART.sub("", evidence.lower[max(0, end - _BACK) : end]))[-1].rstrip()
    if evidence.has("apiece", clause):
        return []
    start = evidence.lower.rfind(clause, 0, end)
    for mention in evidence.mentions_in(start, start + len(clause)):
        if mention.unit in _TIMES or mention.kind == "period":
            clause = clause.replace(mention.text.lower(), "-", 1)
        elif mention.kind not in _COUNTED:
            return []
    items = [item for piece in clause.split(", ") for item in phrases(evidence.lang, "joiners").split(piece)]
    items = [item for item in items if not evidence.starts_with("part_opens", item.lstrip())]  # "trong đó có 23 đoàn cấp cao"
    numbers = [_numbers(evidence.lang, item) for item in items]
    return [number[0] for number in numbers] if all(len(number) == 1 for number in numbers) else []


def _timed(evidence: Evidence, start: int, end: int) -> bool:
    """Whether a number is one of days, months or years."""
    return any(m.unit in _TIMES or m.kind == "period" for m in evidence.mentions if m.start < end and start < m.end)


def _numbers(lang: str, item: str) -> list[int]:
    """The small numbers told in some words; an item with a longer one counts as if it told two."""
    found, place = list[int](), 0
    for word in _WORD.finditer(item):
        if word.start() < place:
            continue
        number = opening_with(lang, item[word.start() :])
        if word.group()[0].isdigit() and (item[: word.start()].endswith("-") or number is None or word.group().endswith("%")):
            return [0, 0]
        if number:
            found.append(number[0])
            place = word.start() + number[1]
    return found
