"""What a title counts and the text names «tiêu đề đếm, nội dung kể tên»: "Four consuls general" above three lands, four agreements above two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..facts import Fact
from ..smalls import ending_with

_MOST, _READ, _NUMBER = 12, 330, 26
_CAPITAL = "[A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]"
_NAME = rf"{_CAPITAL}[\w'’-]*(?: {_CAPITAL}[\w'’-]*){{0,2}}"


def check_captions(evidence: Evidence, _facts: list[Fact], title_end: int) -> Iterator[Finding]:
    """A small number of bearers of an office, of languages, of papers, where the text names more or fewer."""
    stop = title_end or evidence.bounds(0)[1]
    for match in _counted(evidence.lang).finditer(evidence.lower, 0, stop):
        begin = max(0, match.start() - _NUMBER)
        number = ending_with(evidence.lang, evidence.lower[begin : match.start()].rstrip())
        if number is None or not 1 < number[0] <= _MOST:
            continue
        named = _named(evidence, match.group(), stop)
        if named and number[0] != len(named) and not evidence.has("roster_open", evidence.lower[stop : stop + _READ]):
            start = begin + number[1]
            shown = f"{len(named)} ({', '.join(named)})"
            yield evidence.found(
                "names_listed", [Mention("", start, match.end(), "count")], text=evidence.text[start : match.end()].strip(), listed=shown
            )


def _named(evidence: Evidence, noun: str, stop: int) -> list[str]:
    """The names behind a noun: in one row, "the consuls general of A, B and C", or one by one, "đại sứ A, đại sứ B và đại sứ C"."""
    text = evidence.text[stop : stop + _READ]
    of = evidence.words.get("caption_of", "of")
    rows = re.search(
        rf"(?i:(?<!\w){re.escape(noun)}) {of} (?P<names>(?:the )?{_NAME}(?:, (?:the )?{_NAME}){{0,10}},? (?:and|và) (?:the )?{_NAME})", text
    )
    if rows:
        return _names(rows["names"])
    single = evidence.words.get("caption_singular", {}).get(noun, noun)
    own = re.findall(rf"(?i:(?<!\w){re.escape(single)}) (?:(?:of|nước) (?:the )?)?({_NAME})", text)
    return list(dict.fromkeys(own)) if len(own) > 1 else []


def _names(row: str) -> list[str]:
    return [name.removeprefix("the ") for name in re.split(r", (?:and |và )?| and | và | cùng ", row) if name]


@cache
def _counted(lang: str) -> re.Pattern[str]:
    nouns = sorted(vocabulary(lang)["judge"].get("caption_nouns", ()), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, nouns)) + r")(?!\w)") if nouns else re.compile("(?!)")
