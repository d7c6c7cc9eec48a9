"""Names under a title that counts them «tiêu đề đếm số đơn vị»: "Six communes join …" above "the communes of A, B, C, D and E"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact
from ..smalls import opening_with

_MOST, _FAR, _READ = 12, 4, 420  # names; names that may be missing; characters of the text
_PLACE_NEXT = re.compile(r" [^\W\d_]")
_CAPITAL = "[A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸÄÅÆÇÖØÜČŁŚŠŽ]"


def check_rosters(evidence: Evidence, facts: list[Fact], title_end: int) -> Iterator[Finding]:
    """A title that counts places or schools, where the first sentence names more or fewer."""
    number = _counted(evidence, facts, title_end)
    if number is None:
        return
    figure, value = number
    noun = evidence.lower[figure.start : min(title_end, figure.end + 24)]
    if not evidence.has("named_places", noun) or evidence.has("caption_nouns", noun):
        return
    start, end = evidence.bounds(evidence.sentence(title_end + 1))
    sentence = evidence.text[start : min(end, start + _READ)]
    same = [m for m in evidence.mentions_in(start, end) if m.is_figure and m.value == value and m.unit in (figure.unit, None)]
    if same or evidence.has("roster_open", sentence.lower()):
        return
    runs = [_named(evidence, start, run) for run in _runs(evidence.lang).finditer(sentence)]
    longest, placed = max(runs, key=lambda run: len(run[0]), default=([], False))
    fits = any(value in (len(names), len(names) - at) for names, at in runs)
    if len(longest) - placed > 1 and not fits and abs(len(longest) - value) <= _FAR:
        shown = f"{len(longest)} ({', '.join(longest)})"
        yield evidence.found("names_listed", [Mention("", figure.start, figure.end, "count")], text=figure.text, listed=shown)


def _named(evidence: Evidence, start: int, run: re.Match[str]) -> tuple[list[str], bool]:
    """The names of a row, and whether the first may only tell where; one before "thị xã …" surely does."""
    names, placed = re.findall(_name(evidence.lang), run.group()), _placed(evidence, start + run.start())
    rest = run.group().partition(", ")[2]
    return (names[1:], False) if placed and rest[:1].islower() else (names, placed)


def _placed(evidence: Evidence, start: int) -> bool:
    """Whether the first of some names may only tell where: "at Pakse, A, B and C signed"."""
    return evidence.starts_with("locatives", evidence.lower[start:]) or evidence.ends_with(
        "locatives", evidence.lower[max(0, start - 8) : start].rstrip()
    )


def _counted(evidence: Evidence, facts: list[Fact], title_end: int) -> tuple[Mention, int] | None:
    """The one small number of a title, also a word that opens it: "Two provinces"."""
    told = [fact.figure for fact in facts if fact.figure.end <= title_end and fact.figure.kind == "count"]
    small = [m for m in told if m.hedge == "exact" and m.value == int(m.value or 0) and 2 <= int(m.value or 0) <= _MOST]
    if told:
        return (small[0], int(small[0].value or 0)) if len(small) == 1 else None
    first = len(evidence.lower) - len(evidence.lower.lstrip())
    number = opening_with(evidence.lang, evidence.lower[first:title_end])
    if number is None or not 2 <= number[0] <= _MOST or not _PLACE_NEXT.match(evidence.lower, first + number[1]):
        return None
    return Mention(evidence.text[first : first + number[1]], first, first + number[1], "count"), number[0]


@cache
def _name(lang: str) -> str:
    """A name of capitalised words, between which some may be small: "Trường Đại học Nagoya"."""
    links = "|".join(vocabulary(lang)["judge"].get("name_links", ())) or "(?!)"
    return rf"(?<!\w){_CAPITAL}[\w'’-]*(?: (?:(?:{links}) )?{_CAPITAL}[\w'’-]*){{0,3}}"


@cache
def _runs(lang: str) -> re.Pattern[str]:
    """Names in a row, of which the last is joined by a word; between them may stand what they are: "cùng hai huyện"."""
    words = vocabulary(lang)["judge"]
    kinds = "|".join(sorted(words.get("place_kinds", ("(?!)",)), key=len, reverse=True))
    joins = "|".join(words.get("roster_joins", ("and",)))
    name = _name(lang)
    return re.compile(rf"{name}(?:, (?:(?:{kinds}) )?{name}){{0,11}},? (?:{joins}) (?:(?:{kinds}) )?{name}(?: (?:{joins}) (?:(?:{kinds}) )?{name})?")
