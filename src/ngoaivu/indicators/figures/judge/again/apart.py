"""What parts two figures of one noun «phân biệt hai số cùng loại»: another side, time, name or ordinal, a word like "another"."""

from __future__ import annotations

import re
from functools import cache

from ...model import Mention
from ...vocabulary import vocabulary
from ..facts import Fact, plain_words

_CLAUSE = 80  # characters before a figure
_NAMED = 26  # characters before and behind a figure in which a name says whose it is
_NEAR = 60  # characters before a figure that may number it
_STEM = 4
_BULLETS = " -+*•–(\t"
_CLOCK = re.compile(r"\d[:.h]\d|giờ|[ap]\.?m(?!\w)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_WORDS = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?<=\w )[A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ][^\W\d_]*")
_STOP = re.compile(r"[,;:.()\n]")


def may_be(one: Fact, other: Fact) -> bool:
    """Whether no word tells two figures apart: another side, time, phase or part."""
    evidence = one.evidence
    numbered = _ordered(one) != _ordered(other) and not same(other)
    if one.opposed(other) or numbered or (one.mark and other.mark and one.mark.scope.differs(other.mark.scope)):
        return False
    clause = evidence.before(other.figure, _CLAUSE) + _STOP.split(other.tail)[0]
    ago = evidence.has("restated_ago", clause) and not evidence.has("restated_ago", evidence.before(one.figure, _CLAUSE))
    return not ago and not evidence.has("restated_not", clause) and not _another(one, other)


def _ordered(fact: Fact) -> set[str]:
    """What tells one of several alike from the next, "phase 2", "the third course"; no number of a line, no hour, no "đầu tư"."""
    evidence, start = fact.evidence, fact.figure.start - len(fact.lead[-_NEAR:])
    named = {
        m.text.lower() for m in evidence.near(fact.figure, _NEAR) if m.kind == "structural" and not _CLOCK.search(m.text) and not _opens(fact, m)
    }
    words = (match.group() for match in _WORDS.finditer(evidence.text, start, fact.figure.start))
    spoken = (word for word in words if word.lower() in evidence.words["ordinals"] and (word.isupper() or len(word) > _STEM))
    return named | {word.lower() for word in spoken} | {match["n"] for match in _phased(evidence.lang).finditer(fact.lead[-_NEAR:])}


def _opens(fact: Fact, mention: Mention) -> bool:
    """Whether a number opens its line: "3. Both sides agreed"."""
    lower = fact.evidence.lower
    return not lower[lower.rfind("\n", 0, mention.start) + 1 : mention.start].strip(_BULLETS)


@cache
def _phased(lang: str) -> re.Pattern[str]:
    """A short ordinal behind what has several: "giai đoạn hai", "nhóm b"."""
    words = vocabulary(lang)["judge"]
    nouns = "|".join(map(re.escape, words.get("phase_nouns", ()))) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{nouns}) (?P<n>{'|'.join(map(re.escape, words['ordinals']))})(?!\w)")


def _another(one: Fact, other: Fact) -> bool:
    """Whether a name that was not told before, or an ordinal, stands with a figure: "Huyện Bản Vược có 12 xã"."""
    evidence = other.evidence
    start, end = evidence.bounds(other.sentence)
    begin, stop = max(start, other.figure.start - _NAMED), min(end, other.figure.end + _NAMED, other.following.start if other.following else end)
    near = evidence.text[begin : other.figure.start], _STOP.split(evidence.text[other.figure.end : max(other.figure.end, stop)])[0]
    names = {match.group() for text in near for match in _NAME.finditer(text)}
    known = evidence.text[: evidence.bounds(one.sentence)[1]]
    months = vocabulary(evidence.lang)["dates"]["months"]
    strange = [name for name in names if name not in known and name.lower() not in plain_words(evidence.lang) and name.lower() not in months]
    earlier = evidence.text[slice(*evidence.bounds(one.sentence))].strip()
    named = bool(strange) and _NAME.search(earlier, 1) is not None
    ordinals = {word for word in _WORD.findall(near[1].lower()) if word in evidence.words["ordinals"]}
    return named or bool(ordinals - {*_WORD.findall(earlier.lower())})


def named_before(fact: Fact) -> set[str]:
    """The names between the beginning of its clause and a figure, without the word that opens it."""
    lang = fact.evidence.lang
    plain, months = plain_words(lang), vocabulary(lang)["dates"]["months"]
    return {name for name in _NAME.findall(clause_of(fact)) if name.lower() not in plain and name.lower() not in months}


def clause_of(fact: Fact) -> str:
    """The words of the text from the beginning of its clause to a figure."""
    start = max(fact.evidence.bounds(fact.sentence)[0], fact.figure.start - _NEAR)
    return re.split(r"[;:\n]", fact.evidence.text[start : fact.figure.start])[-1].strip()


def same(fact: Fact) -> bool:
    """ "The same delegation (13 members)"."""
    return fact.lead.endswith("(") and fact.evidence.has("the_same", _STOP.split(fact.lead[:-1])[-1])
