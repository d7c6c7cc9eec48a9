"""Numbers called back with their noun «số nhắc lại»: "cả bảy thành viên của đoàn" of nine, "all four nights" of three."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..smalls import ending_with, opening_with

_REACH = 900  # characters between a thing counted and the words that call it back
_NUMBER = 32  # characters a number may take before its noun
_MOST = 40  # tellings of one noun looked at
_SUMMED = 3  # earlier numbers that together may be meant
_TAIL = 24  # characters behind the noun that may make it another thing


def check_recalls(evidence: Evidence) -> Iterator[Finding]:
    """A number that is said to be all of them, or these, where its noun was told with one other number."""
    for match in _callings(evidence.lang).finditer(evidence.lower):
        number = opening_with(evidence.lang, evidence.lower[match.end() : match.end() + _NUMBER])
        if number is None or number[0] < 2:
            continue
        end = match.end() + number[1]
        noun = _noun(evidence.lang).match(evidence.lower, end)
        if noun is None:
            continue
        earlier = dict(_told(evidence, noun["noun"], match.start()))
        if (
            earlier
            and _another(number[0], list(earlier))
            and not _said(evidence, number[0], match.start())
            and _whole(evidence, match, noun, number[0] < min(earlier))
        ):
            one = next(iter(earlier.values()))
            yield evidence.found(
                "two_values", [Mention("", match.end(), noun.end(), "count")], one=one, other=evidence.text[match.end() : noun.end()]
            )


def _told(evidence: Evidence, noun: str, stop: int) -> Iterator[tuple[int, str]]:
    """The numbers a noun was counted with before a place."""
    places = re.finditer(rf"(?<!\w){re.escape(noun)}(?!\w)", evidence.lower[max(0, stop - _REACH) : stop])
    for match in list(places)[-_MOST:]:
        place = max(0, stop - _REACH) + match.start()
        begin = max(0, place - 2 * _NUMBER)
        lead = evidence.lower[begin:place].rstrip()
        for _ in range(_adjectives(evidence.lang)):
            number = ending_with(evidence.lang, lead)
            if number is not None:
                if number[0] > 1:
                    yield number[0], evidence.text[begin + number[1] : place + len(noun)]
                break
            lead = lead.rpartition(" ")[0].rstrip()


def _another(number: int, earlier: list[int]) -> bool:
    """Whether a number is none of those told, nor their sum or difference; only one was told."""
    made = {sum(some) for size in range(2, _SUMMED + 1) for some in combinations(earlier, size)}
    return len(earlier) == 1 and number not in earlier and number not in made


def _said(evidence: Evidence, number: int, stop: int) -> bool:
    """Whether any figure before a place has this value."""
    near = evidence.mentions_in(max(0, stop - _REACH), stop)
    return any(m.is_figure and m.end <= stop and number in (m.value, m.high, m.of) for m in near)


def _whole(evidence: Evidence, match: re.Match[str], noun: re.Match[str], fewer: bool) -> bool:
    """Whether nothing behind the noun makes it another thing: "all three villages in the north"."""
    tail = evidence.lower[noun.end() : noun.end() + _TAIL]
    start, end = evidence.bounds(evidence.sentence(match.start()))
    lead = evidence.lower[max(start, match.start() - _TAIL) : match.start()].rpartition(",")[2]
    if evidence.has("recall_not", lead + evidence.lower[match.start() : min(end, noun.end() + _TAIL)]):
        return False
    if match.groupdict().get("weak"):
        return evidence.starts_with("recall_back", tail.lstrip())
    free = not tail.strip() or tail[0] in ".,;:)\n" or evidence.starts_with("recall_tails", tail.lstrip())
    return free if fewer or match["strong"] is None else free or not evidence.starts_with("recall_limits", tail.lstrip())


@cache
def _callings(lang: str) -> re.Pattern[str]:
    return re.compile(vocabulary(lang)["judge"].get("recall_leads", "(?!)"))


@cache
def _noun(lang: str) -> re.Pattern[str]:
    return re.compile(vocabulary(lang)["judge"].get("recalled_noun", "(?!)"))


@cache
def _adjectives(lang: str) -> int:
    """How many words before a noun may hide its number."""
    return int(vocabulary(lang)["judge"].get("recall_words", 1))
