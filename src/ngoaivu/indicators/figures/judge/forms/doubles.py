"""A number said in words and in digits «số viết hai lần»: "eighteen (81) crates", "12 (mười ba) suất"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...lexicon import lexicon
from ...model import Finding, Mention
from ...spelled import words_at
from ...tokens import Tokens
from ..evidence import Evidence
from ..smalls import ending_with, said

_REACH = 60  # characters of words before a bracket
_DIGITS = re.compile(r"\s\((0?\d{1,3})\)")
_WORDS = re.compile(r"(?<![\d.,/])(0?\d{1,3})\s\(([^\W\d_]+(?:[ -][^\W\d_]+){0,5})\)")
_AMOUNT = re.compile(r"[^()\n]{0,30}\(([^()\n]{8,160})\)")


def check_doubles(evidence: Evidence) -> Iterator[Finding]:
    """Two numbers, one in words and one in digits beside it in brackets, that should be one."""
    lower, lang = evidence.lower, evidence.lang
    for match in _DIGITS.finditer(lower):
        begin = max(0, match.start() - _REACH)
        before = ending_with(lang, lower[begin : match.start()])
        if (
            before
            and not lower[match.start() - 1].isdecimal()
            and before[0] > 1
            and before[0] != int(match[1])
            and lower[match.end() :][:1] not in "/.,"
        ):
            yield _finding(evidence, begin + before[1], match.start(), match.start() + 2, match.end() - 1)
    for match in _WORDS.finditer(lower):
        number = said(lang, match[2])
        if number is not None and number != int(match[1]):
            yield _finding(evidence, match.start(1), match.end(1), match.start(2), match.end(2))
    for mention in evidence.mentions:
        if mention.kind == "money" and mention.value:
            yield from _amount(evidence, mention)


def _amount(evidence: Evidence, mention: Mention) -> Iterator[Finding]:
    """ "1.450.000.000 đồng (bằng chữ: một tỷ năm trăm bốn mươi triệu đồng)"."""
    match = re.match(r"([^()]*)\(([^()]*)\)$", mention.text) or _AMOUNT.match(evidence.text[mention.start : mention.start + 220])
    inside = match and match.start() == 0 and re.search(r"\(([^()]{8,160})\)", match.group())
    if not match or not inside or any(sign.isdecimal() for sign in inside[1]):
        return
    tokens, words = Tokens(inside[1]), lexicon(evidence.lang)
    spoken = words.in_words.match(tokens.low, 0)
    first = spoken[1] if spoken else 0
    number = words_at(tokens, first, words) if tokens.low[first] in words.number_words else None
    if number is not None and number.last - first > 2 and number.value != mention.value and _written(evidence, mention) == mention.value:
        start = mention.start + inside.start(1)
        yield _finding(evidence, mention.start, mention.start + inside.start() - 1, start, start + len(inside[1]))


def _written(evidence: Evidence, mention: Mention) -> Decimal | None:
    """The value as the digits alone say it: a number with a scale word is told in another way."""
    digits = re.search(r"(?<!\d)\d{1,3}(?:[.,]\d{3})+(?![.,]?\d)", mention.text)
    return Decimal(re.sub(r"\D", "", digits.group())) if digits else None


def _finding(evidence: Evidence, start: int, end: int, again: int, last: int) -> Finding:
    one, other = evidence.text[start:end].strip(), evidence.text[again:last].strip()
    return evidence.found("two_values", [Mention("", start, last, "count")], told="doubled", one=one, other=other)
