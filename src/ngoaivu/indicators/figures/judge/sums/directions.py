"""Rises told as falls and falls as rises «chiều tăng, giảm»: "giảm từ 96 lên 120", title against body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...model import Finding
from ..again.trends import moves_told
from ..arithmetic import same_sort
from ..equations.model import valued
from ..evidence import Evidence, phrases
from ..facts import Fact

_AMOUNT = re.compile(r" \d[\d.,]* ?[^\d,;:]{0,12}$")  # "rise 15 per cent"
_GAP = 40  # characters before and between two values
_OPENING = 320  # characters of the body that tell what the title tells


def check_directions(evidence: Evidence, facts: list[Fact], title_end: int) -> Iterator[Finding]:
    """Changes whose way the two values beside them, or the text below, contradict."""
    for one, other in pairwise(facts):
        if one.value and other.value:
            yield from _verbs(evidence, one, other)
    if title_end:
        yield from _title(evidence, facts, title_end)


def _verbs(evidence: Evidence, one: Fact, other: Fact) -> Iterator[Finding]:
    """ "Giảm từ 96 đoàn lên 120 đoàn", "rose to 96 from 120": a verb beside two values that they contradict."""
    between = evidence.between(one.figure, other.figure)
    if other.sentence != one.sentence or not same_sort(one.figure, other.figure) or len(between) > _GAP or re.search("[,;(]", between):
        return
    lead = re.split("[,;:(]", one.lead)[-1][-_GAP:]
    base, now = (other, one) if evidence.ends_with("bases_near", between.rstrip()) else (one, other)
    joined = evidence.ends_with("moves", lead.rstrip()) if now is one else evidence.has("moves", between)
    if not joined or (base is other and not valued(now)) or (base is one and not evidence.ends_with("bases_near", lead.rstrip())):
        return
    way = _way(evidence, lead) or (_way(evidence, between) if base is one else 0)
    if way * (now.value - base.value) < 0:
        said = {"low": evidence.say(base.value, base.figure), "high": evidence.say(now.value, now.figure)}
        stated = evidence.text[one.figure.start - len(lead.lstrip()) : one.figure.end]
        stated = stated if _way(evidence, lead) else evidence.text[one.figure.end : other.figure.end].strip()
        yield evidence.found("growth_values", [one.figure, other.figure], told="growth_direction", stated=stated, **said)


def _way(evidence: Evidence, text: str) -> int:
    """1 where the text only rises, -1 where it only falls, else 0."""
    return int(evidence.has("rises", text)) - int(evidence.has("falls", text))


def _title(evidence: Evidence, facts: list[Fact], title_end: int) -> Iterator[Finding]:
    """A title that rises over a text that says of the same thing only that it falls."""
    title = evidence.lower[:title_end].rstrip()
    changes = [f for f in facts if f.figure.start < title_end and f.figure.kind == "growth"]
    way = _way(evidence, title)
    if not way or len(changes) > 1 or (not changes and not any(_ends(evidence, words, title) for words in ("rises", "falls"))):
        return
    body = evidence.lower[title_end : title_end + _OPENING]
    body = next((line for line in body.split("\n") if line.strip()), "")
    start = title_end + evidence.lower[title_end:].index(body) if body else title_end
    told = _first(evidence, facts, title, start, start + len(body))
    if told == -way and way not in {move for move, *_ in moves_told(evidence, facts, title_end)[:1]}:
        shown = evidence.text[:title_end].strip()
        yield Finding("title_body", title_end - len(shown), title_end, evidence.message("title_direction", title=shown))


def _ends(evidence: Evidence, words: str, title: str) -> bool:
    title = _AMOUNT.sub("", phrases(evidence.lang, "way_adverbs").sub("", title).rstrip())
    return any(m.end() == len(title) for m in phrases(evidence.lang, words).finditer(title))


def _first(evidence: Evidence, facts: list[Fact], title: str, start: int, end: int) -> int:
    """The way of the first change the body tells of what the title names; 0 where it tells both or none."""
    for number in range(evidence.sentence(start), evidence.sentence(start) + 2):
        low, high = evidence.bounds(number)
        text = evidence.lower[max(low, start) : min(high, end)]
        way = _way(evidence, text)
        if evidence.has("rises", text) and evidence.has("falls", text):
            return 0
        if way and _shared(facts, evidence, title, text):
            return way
    return 0


def _shared(facts: list[Fact], evidence: Evidence, title: str, text: str) -> bool:
    """Whether a sentence speaks of what the title names."""
    words = {w for w in title.split() if w.isalpha() and len(w) > 2 and w not in evidence.words["plain_words"]}
    words = {_stem(w) for w in words if not any(evidence.has(each, w) for each in ("rises", "falls", "percent_signs", "numbers_of"))}
    return len(words & {_stem(w.strip(",.()")) for w in text.split()}) * 2 >= min(len(words), 4) > 0


def _stem(word: str) -> str:
    return word.rstrip("s")[:5]
