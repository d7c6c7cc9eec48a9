"""A group called by another name «cả nhóm gọi bằng tên khác»: "a dozen volunteers … all ten young people", "150 xe đạp … cả 105 em"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..agreement import agrees
from ..evidence import Evidence
from ..facts import Fact
from ..smalls import numbers_in, opening_with

_REACH, _SENTENCES = 600, 4  # characters and sentences between a group and the words that call it back
_NUMBER, _TAIL, _LEAD = 32, 28, 24  # characters
_FEW, _SUMMED, _FAR = 12, 4, 4  # figures that may make one, so many together; times farther apart nobody means one group
_PEOPLE = frozenset({"person", "household"})
_GIFTS = frozenset({"scholarship", "gift"})
_THINGS = frozenset({"device", "bicycle", "house"})
_WORD = re.compile(r"[^\W\d_]+")


def check_groups(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """A number of all of them, told by a noun that fits any people, where the only group before had another."""
    for match in _callings(evidence.lang).finditer(evidence.lower):
        called = _called(evidence, match)
        if called is None:
            continue
        number, start, end, noun = called
        earlier = _earlier(evidence, facts, match.start())
        group = _group(evidence, earlier, match.start(), noun)
        if (
            group is not None
            and _another(number, earlier, group)
            and not _changed(evidence, number, group, match.start(), end)
            and _plainly(evidence, match, end)
        ):
            shown = evidence.text[start:end]
            yield evidence.found("two_values", [Mention(shown, start, end, "count")], one=group.figure.text, other=shown)


def _called(evidence: Evidence, match: re.Match[str]) -> tuple[int, int, int, str] | None:
    """The number behind the words that call a group, where it begins and ends with its noun, and the noun."""
    if match.groupdict().get("word"):
        return evidence.words["group_numbers"][match["word"]], match.start("word"), match.end("word"), ""
    number = opening_with(evidence.lang, evidence.lower[match.end() : match.end() + _NUMBER])
    if number is None or number[0] < 2:
        return None
    noun = _nouns(evidence.lang).match(evidence.lower, match.end() + number[1])
    return (number[0], match.end(), noun.end(), noun["noun"]) if noun else None


def _earlier(evidence: Evidence, facts: list[Fact], place: int) -> list[Fact]:
    """The counts told shortly before a place, in another sentence."""
    own = evidence.sentence(place)
    first, last = (bisect_left(facts, stop, key=lambda fact: fact.figure.start) for stop in (place - _REACH, place))
    return [fact for fact in facts[first:last] if fact.figure.kind == "count" and own - _SENTENCES <= fact.sentence][-_FEW:]


def _group(evidence: Evidence, earlier: list[Fact], place: int, noun: str) -> Fact | None:
    """The only group told before: people, or gifts of which each gets one."""
    own = evidence.sentence(place)
    between = evidence.lower[earlier[0].figure.end : place] if earlier else ""
    things = _THINGS if evidence.has("group_one_each", between) else frozenset()
    groups = [fact for fact in earlier if fact.figure.unit in _PEOPLE | _GIFTS | things and not _part(evidence, earlier, fact)]
    groups = [fact for fact in groups if not (fact.base or fact.average or fact.figure.of or fact.figure.high)]
    groups = [fact for fact in groups if fact.figure.subject] or groups  # "a dozen volunteers … seven will teach": bare numbers tell parts
    if not groups or len({fact.value for fact in groups}) > 1 or groups[0].sentence == own:
        return None
    one, joined = groups[-1], evidence.lower[groups[0].figure.end : evidence.bounds(own)[0]]
    apart = (one.figure.unit == "household") != (noun in evidence.words["group_houses"]) and bool(noun)
    return None if apart or evidence.has("group_joined", joined) else one


def _part(evidence: Evidence, earlier: list[Fact], fact: Fact) -> bool:
    """Whether a figure only tells a part of one before it: "45 người, trong đó 19 nữ"."""
    before = [one for one in earlier if one.sentence == fact.sentence and one.place < fact.place]
    opened = evidence.between(before[0].figure, fact.figure) if before else fact.lead
    return any(evidence.has(words, opened) for words in ("among", "enumerates", "part_opens"))


def _another(number: int, earlier: list[Fact], group: Fact) -> bool:
    """Whether a number is none of those told before, nor made of some of them, and near the group's."""
    values = [fact.value for fact in earlier]
    told = {value for fact in earlier for value in (fact.value, fact.figure.of, fact.figure.high)}
    made = {sum(some) for size in range(2, _SUMMED + 1) for some in combinations(values, size)}
    made |= {abs(one - other) for one, other in combinations(values, 2)}
    said = Mention("", 0, 0, "count", value=group.value.__class__(number))
    near = group.value / _FAR < number < group.value * _FAR
    return near and number not in told | made and not any(agrees(fact.figure, said) for fact in earlier)


def _changed(evidence: Evidence, number: int, group: Fact, place: int, end: int) -> bool:
    """Whether a number in passing makes the difference: "Two more came", "one had gone home", "a fourth followed"."""
    stop = evidence.bounds(evidence.sentence(place))[1]
    passing = evidence.lower[group.figure.end : place] + " " + evidence.lower[end:stop]
    followed = evidence.words.get("ordinal_numbers", {})
    if any(followed.get(word) == group.value + 1 for word in _WORD.findall(passing)):
        return True
    numbers = {*numbers_in(evidence.lang, passing)} - {1} | {int(evidence.has("group_one", passing))}
    return abs(number - int(group.value)) in numbers - {0}


def _plainly(evidence: Evidence, match: re.Match[str], end: int) -> bool:
    """Whether nothing behind the noun makes it another group: "all 45 members of the council"."""
    start, stop = evidence.bounds(evidence.sentence(match.start()))
    lead = evidence.lower[max(start, match.start() - _LEAD) : match.start()]
    tail = evidence.lower[end : min(stop, end + _TAIL)]
    if evidence.has("recall_not", lead.rpartition(",")[2] + match.group()) or evidence.has("recall_not", tail):
        return False
    free = not tail.strip() or tail[0] in ".,;:)" or any(evidence.starts_with(words, tail.lstrip()) for words in ("recall_tails", "group_tails"))
    return free or (bool(match["strong"]) and evidence.lang == "en" and _verb(evidence, tail))


def _verb(evidence: Evidence, tail: str) -> bool:
    """Whether a word behind a group is one of what it does: "all 12 visitors thanked the mayor", and not "invited by"."""
    words = _WORD.findall(tail)[:2]
    return len(words) > 1 and words[0].endswith("ed") and words[1] not in evidence.words["recall_limits"] and words[1] != "to"


@cache
def _callings(lang: str) -> re.Pattern[str]:
    return re.compile(vocabulary(lang)["judge"].get("group_leads", "(?!)"))


@cache
def _nouns(lang: str) -> re.Pattern[str]:
    words = vocabulary(lang)["judge"]
    nouns = "|".join(map(re.escape, sorted(words.get("group_nouns", ()), key=len, reverse=True))) or "(?!)"
    return re.compile(words.get("group_noun", "(?!)").replace("<NOUN>", nouns))
