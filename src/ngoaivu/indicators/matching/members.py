"""Members of breakdowns named beside a figure: "sang Lào", "của Hàn Quốc", "vốn đối ứng", "kênh Đảng"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ngoaivu.core.models import Territory
from ngoaivu.indicators.definition import Definition
from ngoaivu.indicators.figures import Mention
from ngoaivu.indicators.matching.lists import any_of, lists
from ngoaivu.indicators.matching.surroundings import Text

GROUNDS = frozenset({"country", "origin", "region", "market"})
KINDS = ("country", "economy", "region")
BESIDE, APART, EARLIER, OWN_WORD = 1.0, 0.6, 0.55, 0.5
PARAGRAPH = 200
_BRACKETS = re.compile(r"\s*\([^)]*\)")

Named = dict[str, float]  # member -> how surely the figure speaks of it


@dataclass(frozen=True, slots=True)
class Places:
    """The names of countries and regions in one language: the pattern that finds them and the key of each."""

    pattern: re.Pattern[str]
    keys: dict[str, str]


def places(language: str) -> Places:
    """The countries, economies and regions the installation knows: one query."""
    field = "name_en" if language == "en" else "name_vi"
    return _places(tuple(Territory.objects.filter(kind__in=KINDS).values_list(field, "key")), language)


@lru_cache(maxsize=16)
def _places(rows: tuple[tuple[str, str], ...], language: str) -> Places:
    keys = {_BRACKETS.sub("", name): key for name, key in rows}
    known = set(keys.values())
    for key, names in lists()["country"].get(language, {}).items():
        if key in known:
            keys |= dict.fromkeys(names, key)
    return Places(any_of(keys), keys)


@lru_cache(maxsize=64)
def others_than(own: str, names: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of these names but one."""
    return any_of({name for name in names if name != own})


class Naming:
    """Finds which members the words beside each figure of a text name, and whether they name another province than `ground`."""

    def __init__(self, text: Text, ground: Territory, language: str) -> None:
        self.text, self.language = text, language
        self.places = places(language)
        own, others = ground.name(language), Territory.objects.filter(kind=ground.kind)
        self.own = any_of([own])
        self.others = others_than(own, tuple(others.values_list("name_en" if language == "en" else "name_vi", flat=True)))
        self.remembered: dict[int, Named] = {}
        self.said: dict[tuple[str, str, int, int], list[tuple[str, re.Pattern[str], bool]]] = {}
        self.found = [(one.start(), one.end(), self.places.keys[one.group()]) for one in self.places.pattern.finditer(text.text)]

    def of(self, mention: Mention, rule: Definition) -> dict[str, Named]:
        """For each dimension of an indicator the members named beside a figure."""
        named = {}
        for dimension in rule.dimensions:
            members = self._grounds(mention) if dimension in GROUNDS else self._phrases(mention, rule, dimension)
            if members:
                named[dimension] = members
        return named

    def elsewhere(self, mention: Mention) -> bool:
        """Whether the sentence names another province and not this one."""
        span = self.text.sentence_span(self.text.evidence.sentence(mention.start))
        return bool(self.others.search(self.text.text, *span)) and not self.own.search(self.text.text, *span)

    def _grounds(self, mention: Mention) -> Named:
        """The countries named beside a figure: the one between it and its neighbours, else the only one of the sentence so far."""
        if mention.start not in self.remembered:
            first, last = self.text.room(mention)
            lower, upper = self.text.sentence_span(self.text.evidence.sentence(mention.start))
            here = [one for one in self.found if lower <= one[0] and one[1] <= upper]
            before = [
                (mention.start - end, self._apart(end, mention.start), key) for start, end, key in here if first <= start and end <= mention.start
            ]
            behind = [
                (start - mention.end, self._apart(mention.end, start), key) for start, end, key in here if mention.start <= start and end <= last
            ]
            self.remembered[mention.start] = _nearest(before, behind) or _only({key for _start, _end, key in here})
        return self.remembered[mention.start]

    def _apart(self, start: int, end: int) -> bool:
        return any(stop in self.text.text[start:end] for stop in ",;")

    def _phrases(self, mention: Mention, rule: Definition, dimension: str) -> Named:
        """Members by their phrases; one that stands in the indicator's own name is named in passing only."""
        first, last = self.text.room(mention)
        lower, upper = self.text.sentence_span(self.text.evidence.sentence(mention.start))
        lowered, start = self.text.evidence.lower, max(0, lower - PARAGRAPH)
        named: Named = {}
        for member, pattern, own in self._said(rule, dimension, start, upper):
            if pattern.search(lowered, first, last):
                named[member] = OWN_WORD if own else BESIDE if self._close(pattern, mention, first, last) else APART
            elif not own:
                named[member] = EARLIER
        return named

    def _said(self, rule: Definition, dimension: str, start: int, upper: int) -> list[tuple[str, re.Pattern[str], bool]]:
        """The members whose phrases stand in a stretch of the text; looked for once, however many figures stand there."""
        key = rule.code, dimension, start, upper
        if key not in self.said:
            lowered, found = self.text.evidence.lower, _any_member(rule, dimension, self.language).search(self.text.evidence.lower, start, upper)
            patterns = _patterns(rule, dimension, self.language) if found else ()
            self.said[key] = [one for one in patterns if one[1].search(lowered, start, upper)]
        return self.said[key]

    def _close(self, pattern: re.Pattern[str], mention: Mention, first: int, last: int) -> bool:
        lowered = self.text.evidence.lower
        before = [one.end() for one in pattern.finditer(lowered, first, mention.end)]
        behind = pattern.search(lowered, mention.start, last)
        return bool((before and not self._apart(before[-1], mention.start)) or (behind and not self._apart(mention.end, behind.start())))


def _nearest(*sides: list[tuple[int, bool, str]]) -> Named:
    """The country on each side, where it is but one."""
    named: Named = {}
    for side in sides:
        if len({key for _gap, _apart, key in side}) == 1:
            _gap, apart, key = min(side)
            named[key] = max(named.get(key, 0.0), APART if apart else BESIDE)
    return named


def _only(keys: set[str]) -> Named:
    return dict.fromkeys(keys, EARLIER) if len(keys) == 1 else {}


@lru_cache(maxsize=512)
def _any_member(rule: Definition, dimension: str, language: str) -> re.Pattern[str]:
    return any_of({name.lower() for words in _listed(rule, dimension).values() for name in words.get(language, words["en"])})


@lru_cache(maxsize=512)
def _patterns(rule: Definition, dimension: str, language: str) -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    """For each member the pattern of its phrases, and whether one of them stands in the indicator's own name."""
    tongue = language if language in rule.name else "en"
    own = rule.name[tongue].lower()
    patterns = [(member, any_of([name.lower() for name in words.get(language, words["en"])])) for member, words in _listed(rule, dimension).items()]
    return tuple((member, pattern, bool(pattern.search(own))) for member, pattern in patterns)


def _listed(rule: Definition, dimension: str) -> dict[str, dict[str, list[str]]]:
    """The phrases for the members of a dimension: those of the indicator's window, else those of the dimension anywhere."""
    tables = lists()["members"]
    found: dict[str, dict[str, list[str]]] = tables.get(f"{rule.counts}.{dimension}", tables.get(dimension, {}))
    return found


def name_of(rule: Definition, dimension: str, member: str, language: str) -> str:
    """A member as people call it; its key where nothing else is known."""
    if dimension in GROUNDS and (named := _ground(member)):
        return named[language]
    words = _listed(rule, dimension).get(member)
    return words[language][0] if words else member


@lru_cache(maxsize=1024)
def _ground(key: str) -> dict[str, str] | None:
    found = Territory.objects.filter(key=key).first()
    return {"vi": found.name_vi, "en": found.name_en} if found else None
