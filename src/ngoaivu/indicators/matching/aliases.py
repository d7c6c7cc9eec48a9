"""The words by which indicators are recognised «từ nhận diện»: names and aliases of the definitions, weighed by unit."""

from collections import Counter
from dataclasses import dataclass
from functools import cache

from ngoaivu.indicators import declared
from ngoaivu.indicators.definition import Definition, Kind
from ngoaivu.indicators.figures import Mention
from ngoaivu.indicators.figures.vocabulary import currency_codes, vocabulary
from ngoaivu.indicators.matching.words import phrase

# A unit of a figure that may be meant by another unit of an indicator, and how surely.
AKIN: dict[str, dict[str, float]] = {
    "person": {"person_trip": 0.9},
    "person_trip": {"person": 0.9, "country_visit": 0.85},
    "event": {"conference": 0.9, "series": 0.85},
    "conference": {"event": 0.9},
    "programme": {"event": 0.85, "aid_item": 0.8, "project": 0.8},
    "meeting": {"event": 0.8, "conference": 0.85},
    "project": {"aid_item": 0.85},
    "aid_item": {"project": 0.7},
    "agreement": {"contract": 0.75, "relationship": 0.75},
    "document": {"agreement": 0.8, "contract": 0.7},
    "contract": {"agreement": 0.7},
    "visit": {"delegation": 0.8, "country_visit": 0.8, "person_trip": 0.7},
    "group": {"delegation": 0.85},
    "territory": {"country": 0.9},
    "nationality": {"country": 0.8},
    "locality": {"partner": 0.8, "relationship": 0.75},
    "organisation": {"partner": 0.8, "registration": 0.6},
    "province": {"partner": 0.7, "relationship": 0.7},
    "partner": {"organisation": 0.7, "relationship": 0.8},
    "relationship": {"partner": 0.85},
    "card": {"person": 0.8},
    "file": {"person": 0.75},
    "permit": {"registration": 0.85, "person": 0.7},
    "course": {"class": 0.95, "event": 0.7},
    "class": {"event": 0.85},
    "set": {"copy": 0.6},
    "time": {"country_visit": 0.6, "event": 0.6},
}
UNNAMED = 0.8
COMMON, UNIT_WORD = 0.12, 0.2


@dataclass(frozen=True, slots=True)
class Alias:
    """One phrase of an indicator: its stems, how much each and all tell it from the others of its unit, which mean little alone."""

    stems: tuple[str, ...]
    weights: tuple[float, ...]
    whole: float
    plain: frozenset[str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An indicator that a figure's unit allows: how surely, and by which phrases it is recognised."""

    rule: Definition
    unit: float
    aliases: tuple[Alias, ...]


def candidates(mention: Mention, language: str) -> tuple[Candidate, ...]:
    """The indicators whose unit a figure can have."""
    return _of_unit(_unit_of(mention), language)


def _unit_of(mention: Mention) -> str:
    if mention.kind == "money":
        return mention.unit or "money"
    if mention.kind in ("share", "fraction", "ratio"):
        return "share"
    return (mention.unit or "count") if mention.kind == "count" else ""


@cache
def _of_unit(unit: str, language: str) -> tuple[Candidate, ...]:
    rules = [(rule, fit) for rule in declared.declared().values() if (fit := _fit(unit, rule))]
    phrases = {rule.code: _phrases(rule, language) for rule, _fit_ in rules}
    spread = Counter(stem for found in phrases.values() for stem in {stem for one in found for stem in one})
    return tuple(Candidate(rule, fit, tuple(_weighed(one, spread, len(rules), rule, language) for one in phrases[rule.code])) for rule, fit in rules)


def _fit(unit: str, rule: Definition) -> float:
    """How surely an indicator's unit is meant by a figure's."""
    if rule.kind is Kind.SHARE or unit == "share":
        return float(rule.kind is Kind.SHARE and unit == "share")
    money = rule.unit in currency_codes()
    if unit == "money":
        return 0.9 * money
    if unit == "count":
        return UNNAMED * (not money)
    return 1.0 if unit == rule.unit else AKIN.get(unit, {}).get(rule.unit, 0.0)


def _phrases(rule: Definition, language: str) -> list[tuple[str, ...]]:
    tongue = language if language in rule.name else "en"
    told = [rule.name[tongue], *rule.aliases[tongue]]
    return list(dict.fromkeys(found for one in told if (found := phrase(one, language))))


def _weighed(stems: tuple[str, ...], spread: Counter[str], many: int, rule: Definition, language: str) -> Alias:
    """A word every indicator of the unit uses tells nothing; one that only this uses tells most."""
    alone = sum(one.unit == rule.unit for one in declared.declared().values()) == 1
    noun = frozenset() if alone else _unit_words(rule.unit, language)
    plain = _plain(language)

    def weight(stem: str) -> float:
        if stem in noun:
            return UNIT_WORD
        rarity = 1 - (spread[stem] - 1) / (many - 1) if many > 1 else 1.0
        return COMMON + (1 - COMMON) * rarity

    weights = tuple(weight(stem) for stem in stems)
    return Alias(stems, weights, sum(weights), frozenset(stems) & plain)


@cache
def _unit_words(unit: str, language: str) -> frozenset[str]:
    told = vocabulary(language)["units"].get(unit, [])
    return frozenset(stem for one in told[:2] for stem in phrase(one, language))


@cache
def _plain(language: str) -> frozenset[str]:
    return frozenset(stem for one in vocabulary(language)["judge"]["plain_words"] for stem in phrase(one, language))
