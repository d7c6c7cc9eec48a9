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
    """A phrase is as near as its words, each weighed; a word without its neighbour in the phrase proves less. The hottest loop of matching."""
    found, stems, last = 0.0, alias.stems, len(alias.stems) - 1
    known = [near.places.get(stem) for stem in stems]
    for k, places in enumerate(known):
        if places:
            before, behind = known[k - 1] if k else None, known[k + 1] if k < last else None
            lone = 1.0 if not last else PLAIN_ALONE if stems[k] in alias.plain else alone
            best = 0.0
            for place, worth in places:
                if worth > best:
                    told = worth if _beside(place, before, -NEIGHBOUR) or _beside(place, behind, NEIGHBOUR) else worth * lone
                    best = max(best, told)
            found += alias.weights[k] * best
    score = found / (alias.whole + FEW)
    return score + (1 - score) * HEAD if last and found and _is_head(alias, near) else score


def _is_head(alias: Alias, near: Near) -> bool:
    """Whether the whole phrase stands in the figure or touches it: "35 đoàn ra", "đoàn ra: 35"."""
    many = len(alias.stems)
    firsts = [place for place, _worth in near.places.get(alias.stems[0], ())]
    return any(first <= near.last and first + many >= near.first and _runs(alias, near, first) for first in firsts)


def _runs(alias: Alias, near: Near, first: int) -> bool:
    return all(any(place == first + k for place, _worth in near.places.get(stem, ())) for k, stem in enumerate(alias.stems))


def _beside(place: int, others: list[tuple[int, float]] | None, reach: int) -> bool:
    """Whether a neighbour of the phrase stands at most so many words before (a negative reach) or behind."""
    low, high = (place, place + reach) if reach > 0 else (place + reach - 1, place - 1)
    return others is not None and any(low < other <= high for other, _worth in others)
