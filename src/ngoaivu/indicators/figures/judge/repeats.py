"""The same thing said twice «nói hai lần»: title against body, and one subject with two values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from ..hedges import hedge_holds
from ..model import Finding, Mention
from .evidence import Evidence, same_sort, step_of

_CLAUSE = re.compile(r"[,;:](?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_OPPOSED = ({"over", "near"}, {"over", "under"}, {"at_least", "under"}, {"at_most", "over"})
_CLOSE = Decimal("0.5")
_PRECISE = Decimal("0.005")
_ROUNDED = 3  # digits: "80 triệu" beside "79,5 triệu" is a second value, "1,59 tỷ" beside "1.592,3 triệu" a rounded one
_ALIKE = 0.6
_READ = 2_000
_COMPARED = 60  # how many earlier figures of its sort one figure is compared with: keeps long texts linear


def check_title(evidence: Evidence, title_end: int) -> Iterator[Finding]:
    """Each figure of the title against those of the body; silent where the body has none of its sort."""
    body = [m for m in evidence.figures if m.start >= title_end][:_READ]
    for said in evidence.figures:
        if said.start >= title_end:
            break
        alike = [m for m in body if same_sort(m, said) and m.of == said.of]
        if not alike or any(_agrees(said, m) for m in alike) or (len(alike) > 1 and _added(alike) == said.value):
            continue
        nearest = min(alike, key=lambda m: _distance(said, m))
        if _distance(said, nearest) > _CLOSE:
            continue
        cut = _cut(said, nearest)
        if cut is not None:
            facts = {"title": said.text, "body": nearest.text, "rounded": evidence.say(cut, said)}
            yield evidence.found("title_cut", [said], **facts)
        else:
            yield evidence.found("title_body", [said], title=said.text, body=nearest.text)


def _added(figures: list[Mention]) -> Decimal:
    return sum((m.value for m in figures if m.value is not None), Decimal(0))


def _agrees(said: Mention, body: Mention) -> bool:
    assert said.value is not None and body.value is not None
    if {said.hedge, body.hedge} in _OPPOSED:
        return False
    if said.value == body.value and said.high == body.high:
        return True
    if said.hedge == "exact":
        return _rounded(body.value, step_of(said)) == said.value and _shorter(said, body)
    if said.hedge == "about" and _digits(said) > 2:
        return _distance(said, body) <= _PRECISE
    return hedge_holds(said.hedge, said.value, body.value)


def _digits(figure: Mention) -> int:
    """How many digits a figure is told to; "khoảng 18.019" claims more than "khoảng 80 triệu"."""
    return len((figure.value or Decimal(0)).normalize().as_tuple().digits)


def _shorter(said: Mention, body: Mention) -> bool:
    """Only amounts and shares are rounded in a title; 130 for 134 delegations is another number."""
    return said.kind != "count" and step_of(said) > step_of(body)


def _rounded(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step if step else value


def _cut(said: Mention, body: Mention) -> Decimal | None:
    """The properly rounded value when the title cut digits off instead."""
    step = step_of(said)
    if body.value is None or not step or said.kind == "count":
        return None
    cut = (body.value / step).quantize(Decimal(1), ROUND_DOWN) * step
    return _rounded(body.value, step) if cut == said.value else None


def _distance(one: Mention, other: Mention) -> Decimal:
    assert one.value is not None and other.value is not None
    largest = max(abs(one.value), abs(other.value))
    return abs(one.value - other.value) / largest if largest else Decimal(0)


def check_repeats(evidence: Evidence, title_end: int) -> Iterator[Finding]:
    """Two sentences that tell the same thing with different values."""
    told: dict[tuple[str, str | None], list[Mention]] = {}
    keys: dict[int, frozenset[str]] = {}
    for figure in evidence.figures:
        if figure.start < title_end:
            continue
        keys[figure.start] = _subject(evidence, figure)
        earlier = told.setdefault((figure.kind, figure.unit), [])
        for one in earlier[-_COMPARED:]:
            if _contradicts(evidence, one, figure, keys):
                yield evidence.found("two_values", [figure], one=one.text, other=figure.text)
                break
        earlier.append(figure)


def _contradicts(evidence: Evidence, one: Mention, other: Mention, keys: dict[int, frozenset[str]]) -> bool:
    if not same_sort(one, other) or one.value == other.value or one.of != other.of or one.kind == "growth":
        return False
    if evidence.sentence(one.start) == evidence.sentence(other.start) or _distance(one, other) > _CLOSE:
        return False
    if _when(evidence, one) != _when(evidence, other):
        return False
    if not _one_subject(keys[one.start], keys[other.start]) or _names(evidence, one, other):
        return False
    sides = evidence.sides(one), evidence.sides(other)
    if all(sides) and sides[0].isdisjoint(sides[1]):
        return False
    numbers = _numbered(evidence, one), _numbered(evidence, other)
    if all(numbers) and numbers[0] != numbers[1]:
        return False
    if evidence.has("newness", evidence.before(other, 40) + other.text.lower() + evidence.after(other, 12)):
        return False
    if one.hedge == other.hedge == "exact" and min(_digits(one), _digits(other)) < _ROUNDED:
        return True
    return not (_agrees(one, other) or _agrees(other, one))


def _when(evidence: Evidence, figure: Mention) -> str:
    """The period named before a figure; one named behind it may belong to something else."""
    said = figure.period.text.lower() if figure.period else ""
    return said if said in evidence.before(figure, 200) else ""


def _one_subject(first: frozenset[str], second: frozenset[str]) -> bool:
    """Most words alike, and at least two; a single word must be all there is on both sides."""
    if first == second and first:
        return True
    alike = len(first & second)
    return alike > 1 and alike / min(len(first), len(second)) >= _ALIKE


def _numbered(evidence: Evidence, figure: Mention) -> frozenset[str]:
    """What tells one of several alike things from the next: "giai đoạn 1", "the second phase"."""
    around = evidence.before(figure, 60)
    named = (m.text.lower() for m in evidence.near(figure, 60) if m.kind == "structural")
    return frozenset(named) | frozenset(word for word in _WORD.findall(around) if word in evidence.words["ordinals"])


def _subject(evidence: Evidence, figure: Mention) -> frozenset[str]:
    """The words that tell what is counted: around the figure, without those every sentence has."""
    earlier, later = evidence.neighbours(figure)
    before = evidence.before(figure, min(45, figure.start - earlier.end) if earlier and earlier.kind == figure.kind else 45)
    after = evidence.after(figure, min(35, later.start - figure.end) if later and later.kind == figure.kind else 35)
    around = before + " " + _noun(figure) + " " + _CLAUSE.split(after)[0]
    plain = evidence.words["plain_words"]
    return frozenset(word for word in _WORD.findall(around) if word not in plain and len(word) > 1)


def _noun(figure: Mention) -> str:
    return (figure.subject or "").lower() if figure.kind == "count" else ""


def _names(evidence: Evidence, one: Mention, other: Mention) -> bool:
    """Whether proper names near the two differ, so that they speak of different places or bodies."""
    first, second = _capitals(evidence, one), _capitals(evidence, other)
    return bool(first - second) and bool(second - first)


def _capitals(evidence: Evidence, figure: Mention) -> set[str]:
    """Capitalised words around a figure, but not the first of a sentence."""
    sentence = evidence.sentence(figure.start)
    start = evidence.ends[sentence - 1] + 1 if sentence else 0
    end = evidence.ends[sentence] if sentence < len(evidence.ends) else len(evidence.text)
    words = _WORD.findall(evidence.text[max(start, figure.start - 80) : min(end, figure.end + 50)])
    first = 1 if figure.start - start < 80 else 0
    return {word for word in words[first:] if word[:1].isupper()}
