"""A figure told again as a quality «số làm định ngữ»: "60 beds … a 80-bed building", "the quarter-million-dollar grant", "khu nhà 84 căn hộ"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from ...model import Finding
from ..agreement import agrees
from ..evidence import Evidence
from ..facts import Fact
from .apart import may_be

_LATEST, _FAR = 24, 4  # earlier figures looked at; times farther apart nobody means one amount
_SLIP = Decimal("0.2")  # one digit of two
_STEM, _HEAD = 4, 2  # letters of a word; words that head a thing
_CLAUSE = 90  # characters
_NOUN = re.compile(r"-(?P<noun>[a-z]{3,})(?: (?P<thing>[a-z]+))?")
_STOP = re.compile(r"[,;:.()\n]")
_WORD = re.compile(r"[^\W\d_]{2,}")


def check_adjectival(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """A figure before what it is a quality of, where that was told with another."""
    for other in facts:
        if not _quality(other) or evidence.listed(other.sentence) or other.plan:
            continue
        earlier = [one for one in facts[max(0, other.place - _LATEST) : other.place] if one.sentence < other.sentence]
        one = _told(earlier, other)
        if one is not None and not _known(facts, other) and (other.figure.kind == "money" or may_be(one, other)):
            yield evidence.found("two_values", [other.figure], one=one.figure.text, other=other.figure.text)


def _quality(other: Fact) -> bool:
    """Whether a figure may stand before what it is a quality of."""
    plain = bool(other.value) and other.figure.hedge == "exact" and not (other.figure.of or other.figure.high)
    if other.figure.kind == "money":
        return plain and "-" in other.figure.text
    return plain and other.figure.kind == "count" and (other.evidence.lang != "en" or other.evidence.lower.startswith("-", other.figure.end))


def _told(earlier: list[Fact], other: Fact) -> Fact | None:
    """The only earlier figure of the thing."""
    if other.figure.kind == "money":
        return _amount(earlier, other)
    return _sized(earlier, other) if other.evidence.lang == "en" else _headed(earlier, other)


def _amount(earlier: list[Fact], other: Fact) -> Fact | None:
    """The amount that "the two-million-dollar pledge" means: the only one told, or the one that was pledged."""
    evidence, noun = other.evidence, _WORD.findall(other.tail)[:1]
    if not evidence.ends_with("restated_leads", other.lead.rstrip()) or not evidence.has("money_given", " ".join(noun)):
        return None
    alike = [one for one in earlier if one.figure.kind == "money" and one.figure.unit == other.figure.unit and not one.base]
    stems = {word[:_STEM] for word in noun}
    named = [one for one in alike if stems & {word[:_STEM] for word in one.wide}] or alike
    if evidence.has("money_parted", evidence.before(other.figure, _CLAUSE)) or not _given(evidence, named, stems) or _of_another(evidence, other):
        return None
    values = {one.value for one in named}
    near = len(values) == 1 and named[0].value / _FAR < other.value < named[0].value * _FAR
    return named[0] if near and not any(agrees(one.figure, other.figure) or agrees(other.figure, one.figure) for one in alike) else None


def _given(evidence: Evidence, told: list[Fact], stems: set[str]) -> bool:
    """Whether what was told is called so, or was given: "has approved USD500,000"."""
    sentences = (evidence.lower[slice(*evidence.bounds(one.sentence))] for one in told)
    return any(evidence.has("money_giving", text) or stems & {word[:_STEM] for word in _WORD.findall(text)} for text in sentences)


def _of_another(evidence: Evidence, other: Fact) -> bool:
    """Whether a name not told before stands behind: "the quarter-million-dollar grant from JICA"."""
    tail = _STOP.split(evidence.text[other.figure.end : other.figure.end + len(other.tail)])[0]
    return any(word[0].isupper() and word not in evidence.text[: other.figure.start] for word in _WORD.findall(tail))


def _sized(earlier: list[Fact], other: Fact) -> Fact | None:
    """The count that "a 80-bed building" means: the only one with its noun, a slip of the pen away or pointed back at."""
    match = _NOUN.match(other.tail) if other.figure.unit is None else None
    if match is None:
        return None
    evidence, noun = other.evidence, re.compile(rf"(?<!\w){match['noun']}(?:s|es)?(?!\w)")
    told = [one for one in earlier if one.figure.kind == "count" and noun.search(one.figure.text.lower())]
    if len({one.value for one in told}) != 1 or told[0].base or told[0].plan or told[0].average or told[0].figure.hedge != "exact":
        return None
    thing = match["thing"] or ""
    if not (evidence.has("things", thing) or thing[:_STEM] in {word[:_STEM] for word in told[0].wide}):
        return None
    definite = evidence.ends_with("restated_leads", other.lead.rstrip())
    near = told[0].value / _FAR < other.value < told[0].value * _FAR
    return told[0] if (definite and near) or other.slip(told[0].value) <= _SLIP else None


def _headed(earlier: list[Fact], other: Fact) -> Fact | None:
    """The count that "khu nhà 84 căn hộ" means: that of the same thing, "khu nhà … có 48 căn hộ", a slip of the pen away."""
    head, noun = _WORD.findall(other.lead)[-_HEAD:], other.noun.split()[:_HEAD]
    told = [one for one in earlier if noun and one.noun.split()[:_HEAD] == noun and one.figure.unit == other.figure.unit]
    if len({one.value for one in told}) != 1 or len(head) < _HEAD or told[0].base or told[0].plan:
        return None
    if other.evidence.has("headed_not", other.lead) or other.evidence.has("recall_limits", _STOP.split(other.tail)[0]):
        return None
    before = _WORD.findall(other.evidence.before(told[0].figure, _CLAUSE))
    predicated = before[-_HEAD:] != head and any(before[n : n + _HEAD] == head for n in range(len(before)))
    return told[0] if predicated and other.slip(told[0].value) <= _SLIP else None


def _known(facts: list[Fact], other: Fact) -> bool:
    """Whether the value is told elsewhere, or made of some of its sort."""
    alike = [fact for fact in facts if fact is not other and fact.figure.kind == other.figure.kind]
    near = [fact.value for fact in alike if abs(fact.place - other.place) <= _LATEST // 2]
    made = {sum(some) for size in (2, 3) for some in combinations(near[: _LATEST // 2], size)} | {abs(a - b) for a, b in combinations(near, 2)}
    return other.value in made or any(other.value in (fact.value, fact.figure.of, fact.figure.high) for fact in alike)
