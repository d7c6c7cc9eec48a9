"""How well the words around a figure speak of an indicator: from 0 to 1. Pure, without database."""

from ngoaivu.indicators.matching.aliases import Alias, Candidate
from ngoaivu.indicators.matching.surroundings import Near

# A lone syllable of a Vietnamese compound proves little; an English word is a word.
ALONE = {"vi": 0.5, "en": 0.8}
PLAIN_ALONE = 0.15
FEW = 0.3  # a phrase of one word proves less than one of three
NEIGHBOUR = 2
HEAD = 0.3  # what it adds that the whole phrase touches the figure


def subject_score(candidate: Candidate, near: Near, language: str) -> float:
    """The score of the indicator's best phrase."""
    alone = ALONE.get(language, 0.8)
    told = near.places.keys()
    return max((_phrase_score(one, near, alone) for one in candidate.aliases if not told.isdisjoint(one.stems)), default=0.0)


def _phrase_score(alias: Alias, near: Near, alone: float) -> float:
    found, many = 0.0, len(alias.stems)
    for k, stem in enumerate(alias.stems):
        places = near.places.get(stem)
        if not places:
            continue
        around = [(step, alias.stems[k + step]) for step in (-1, 1) if 0 <= k + step < many]
        found += alias.weights[k] * max(_told(place, worth, around, near, PLAIN_ALONE if stem in alias.plain else alone) for place, worth in places)
    score = found / (alias.whole + FEW)
    return score + (1 - score) * HEAD if many > 1 and found and _is_head(alias, near) else score


def _is_head(alias: Alias, near: Near) -> bool:
    """Whether the whole phrase stands in the figure or touches it: "35 đoàn ra", "đoàn ra: 35"."""
    many = len(alias.stems)
    firsts = [place for place, _worth in near.places.get(alias.stems[0], ())]
    return any(first <= near.last and first + many >= near.first and _runs(alias, near, first) for first in firsts)


def _runs(alias: Alias, near: Near, first: int) -> bool:
    return all(any(place == first + k for place, _worth in near.places.get(stem, ())) for k, stem in enumerate(alias.stems))


def _told(place: int, worth: float, around: list[tuple[int, str]], near: Near, alone: float) -> float:
    """What one occurrence is worth: whole beside the word that stands beside it in the phrase, on the same side; less alone."""
    if not around:
        return worth
    for step, stem in around:
        for other, _worth in near.places.get(stem, ()):
            if 0 < (other - place) * step <= NEIGHBOUR:
                return worth
    return worth * alone
