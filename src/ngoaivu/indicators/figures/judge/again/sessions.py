"""Which session it is, told twice «kỳ họp lần thứ mấy»: "kỳ họp lần thứ 11 … kết thúc kỳ họp lần thứ 12", "Trước vòng thứ sáu nói trên"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..smalls import said

_LATEST, _LEAD, _BEHIND = 12, 40, 24  # earlier sessions; characters around one
_FIRST = 240  # characters of the text that say what it is about
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True)
class _Session:
    """A noun with its ordinal."""

    start: int
    end: int
    noun: str
    number: int


def check_sessions(evidence: Evidence, title_end: int) -> Iterator[Finding]:
    """A session pointed back at by another ordinal than the only one its noun was told with."""
    told = list(_sessions(evidence))
    for n, other in enumerate(told):
        earlier = [one for one in told[max(0, n - _LATEST) : n] if one.noun == other.noun]
        if len({one.number for one in earlier}) != 1 or earlier[0].number == other.number:
            continue
        titled = earlier[-1].end <= title_end and told[n - 1].end <= title_end and other.start - title_end < _FIRST
        one, two = (evidence.text[session.start : session.end] for session in (earlier[-1], other))
        if titled and not evidence.has("session_before", _sentence(evidence, other) + evidence.lower[:title_end]):
            yield evidence.found("title_body", [Mention("", earlier[-1].start, earlier[-1].end, "structural")], title=one, body=two)
        elif _points(evidence, other):
            yield evidence.found("two_values", [Mention("", other.start, other.end, "structural")], one=one, other=two)


def _sentence(evidence: Evidence, session: _Session) -> str:
    start, end = evidence.bounds(evidence.sentence(session.start))
    return evidence.lower[start:end]


def _points(evidence: Evidence, other: _Session) -> bool:
    """Whether a session is one that was told: "kết thúc kỳ họp", "nói trên", "at the fifth round"."""
    lead = evidence.lower[max(0, other.start - _LEAD) : other.start].rstrip()
    behind = evidence.lower[other.end : other.end + _BEHIND].lstrip()
    if evidence.starts_with("said_before", behind):
        return True
    return evidence.ends_with("session_leads", lead) and not evidence.has("session_other", _sentence(evidence, other))


def _sessions(evidence: Evidence) -> Iterator[_Session]:
    for match in _pattern(evidence.lang).finditer(evidence.lower):
        number = _number(evidence.lang, match["n"])
        if number:
            yield _Session(match.start(), match.end(), match["noun"].rstrip("s"), number)


def _number(lang: str, word: str) -> int:
    if re.fullmatch(r"[ivx]+", word):
        digits = [_ROMAN[sign] for sign in word]
        return sum(-one if n + 1 < len(digits) and one < digits[n + 1] else one for n, one in enumerate(digits))
    number = re.match(r"\d+", word)
    return int(number.group()) if number else vocabulary(lang)["judge"].get("ordinal_numbers", {}).get(word, 0) or said(lang, word) or 0


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    return re.compile(vocabulary(lang)["judge"].get("session_told", "(?!)"))
