"""Lists of lines below a total «danh sách gạch đầu dòng»: "Tổng cộng: 4,86 triệu USD, gồm:" and an item on each line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .facts import Fact
from .likeness import like

_BULLET = re.compile(r"\n\s*(?:[-+*•–]|\d{1,2}[.)])\s")
_LINE = 300  # characters of a line


def block(total: Fact, near: list[Fact]) -> Iterator[Fact]:
    """The first figure of each item of the list of lines that a total opens; nothing where it opens none."""
    evidence = total.evidence
    line = evidence.lower.find("\n", total.figure.end, total.figure.end + _LINE)
    bullet = _BULLET.match(evidence.lower, line) if line >= 0 else None
    if bullet is None or not _opens(evidence.lower[total.figure.end : line], total, _sign(bullet)):
        return
    if any(like(f, total) for f in near if f.figure.start < line):
        return
    for fact in near:
        start = evidence.lower.rfind("\n", max(0, fact.figure.start - _LINE), fact.figure.start)
        if start < line:
            continue
        between = evidence.lower[line + 1 : start + 1] if start > line else ""
        item = _BULLET.match(evidence.lower, start)
        if item is None or _sign(item) != _sign(bullet) or any(not _BULLET.match("\n" + ln) for ln in between.splitlines()):
            return
        if start > line or not between:
            line = start
        if (fact.previous is None or fact.previous.end <= start) and _item(fact, total):
            yield fact


def above(total: Fact, near: list[Fact]) -> list[Fact]:
    """The first figure of each item of the list of lines right above the line of a total, upwards without a gap."""
    evidence, found = total.evidence, list[Fact]()
    line = evidence.lower.rfind("\n", max(0, total.figure.start - _LINE), total.figure.start)
    for fact in reversed(near):
        start = evidence.lower.rfind("\n", max(0, fact.figure.start - _LINE), fact.figure.start)
        first = fact.previous is None or fact.previous.end <= start
        if start < 0 or start >= line or not first:
            continue
        if _BULLET.match(evidence.lower, start) is None or evidence.lower.rfind("\n", start + 1, line) > start:
            break
        found.append(fact)
        line = start
    return found[::-1]


def _sign(bullet: re.Match[str]) -> str:
    """What opens an item, numbers all alike."""
    return re.sub(r"\d+", "1", bullet.group().strip())


def _item(fact: Fact, total: Fact) -> bool:
    """Whether the first figure of a line may be a part: of the sort of the total, or counted in words of its own."""
    counts = fact.figure.kind == total.figure.kind == "count" and not (fact.figure.of or fact.figure.high or fact.average or fact.plan)
    return like(fact, total) or counts


def _opens(rest: str, total: Fact, bullet: str) -> bool:
    """Whether the line of a total says that the lines below are its parts."""
    evidence = total.evidence
    above = evidence.lower[evidence.lower.rfind("\n", max(0, total.figure.start - _LINE), total.figure.start) + 1 : total.figure.start]
    same = _BULLET.match("\n" + above) is not None and above.lstrip().startswith(bullet[:1])
    labelled = above.rstrip().endswith(":") and not same
    return rest.rstrip().endswith(":") or (labelled and not rest.strip(" .;)")) or evidence.has("totals_close_behind", rest[:14])
