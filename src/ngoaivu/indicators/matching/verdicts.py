"""From the facts that fit a figure to a verdict «kết luận». A figure is contradicted only where the match is confident."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from ngoaivu.indicators.answers import Fact
from ngoaivu.indicators.definition import Kind
from ngoaivu.indicators.figures import Mention
from ngoaivu.indicators.matching.asking import Asked
from ngoaivu.indicators.matching.holding import Value, equals, finer, holds
from ngoaivu.indicators.matching.lists import said
from ngoaivu.indicators.matching.model import Verdict
from ngoaivu.indicators.matching.shelf import Told
from ngoaivu.indicators.matching.surroundings import Text

LEAST, ENOUGH, CONFIDENT = 0.15, 0.33, 0.55
EVEN = 0.03
PROOF = (0.0, 0.03, 0.09, 0.16, 0.22)  # that a number of so many digits agrees is proof in itself
HEDGED_PROOF = 0.5
RIVAL = 0.3  # another fact that makes the figure true is a doubt, even where its words fit this much less
FAR, FAR_CONFIDENT = 3, 0.8  # a value this many times off is rather another thing
STALE = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Fit:
    """A fact that may be meant: how it was asked for, whether the figure is true of it."""

    asked: Asked
    fact: Fact
    holds: bool
    equals: bool
    score: float


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict with the fact it rests on, and what it was before where that is the point."""

    verdict: Verdict
    first: Fit | None = None
    other: Fit | None = None
    why: str = ""
    told: Told | None = None


def fit(mention: Mention, asked: Asked, fact: Fact) -> Fit:
    """How a fact fits a figure; a fact of another time than the text names, or counted over another span, fits less."""
    real = value_of(fact)
    score = asked.score
    if asked.when.named and asked.when.on and fact.as_of and fact.as_of < date.fromisoformat(asked.when.on) - STALE:
        score *= 0.8
    if mention.per != (fact.per or None):
        score *= 0.9 if mention.per is None else 0.85
    return Fit(asked, fact, holds(mention, real), equals(mention, real), score)


def value_of(fact: Fact) -> Value:
    """What a fact says."""
    return Value(fact.value, fact.high, fact.qualifier, -fact.decimals if fact.basis == "received" else 0)  # type: ignore[arg-type]


def judged(text: Text, mention: Mention, fits: Sequence[Fit], replaced: Sequence[Told]) -> Judged:
    """The verdict on one figure; `fits` are in order of their scores, `replaced` the superseded observations."""
    if not fits or fits[0].score < LEAST:
        return Judged("unknown", why="" if fits else "nothing")
    true = next((one for one in fits if one.holds), None)
    false = next((one for one in fits if not one.holds), None)
    if true and true.score >= ENOUGH and (found := _true(mention, true, false)):
        return found
    return _false(text, mention, fits, true, replaced) if false else Judged("unknown")


def _true(mention: Mention, true: Fit, false: Fit | None) -> Judged | None:
    """Supported, unless another fact fits as well and says otherwise; None where another fits better."""
    lead = true.score + _proof(mention, true) - (false.score if false else 0.0)
    if false is None or lead > EVEN:
        return Judged("supported", true)
    if abs(lead) <= EVEN and false.score >= ENOUGH:
        return Judged("ambiguous", true, false)
    return None


def _proof(mention: Mention, true: Fit) -> float:
    """What the agreement of the digits adds; nothing where the text names another time."""
    if true.asked.when.score < 0.55:
        return 0.0
    digits = len((mention.value or Decimal(0)).normalize().as_tuple().digits)
    proof = PROOF[min(digits, len(PROOF) - 1)]
    return proof if mention.hedge == "exact" else proof * HEDGED_PROOF


def _false(text: Text, mention: Mention, fits: Sequence[Fit], true: Fit | None, replaced: Sequence[Told]) -> Judged:
    """No fact that fits best makes it true: outdated, contradicted, or not certain enough to say."""
    best = next(one for one in fits if not one.holds)
    if best.score >= ENOUGH:
        if best.equals and not _is_count_of_part(text, mention):
            return Judged("contradicted", best, why="hedge")
        if finer(mention, value_of(best.fact)):
            return Judged("unknown", best, why="finer")
    if best.score >= CONFIDENT and not best.asked.part:
        if earlier := _earlier(best, fits):
            return Judged("outdated", best, earlier)
        if before := _replaced(mention, best, replaced):
            return Judged("outdated", best, told=before)
    if _confident(text, mention, best):
        if true and true.score + _proof(mention, true) + RIVAL > best.score:
            return Judged("ambiguous", true, best) if true.score >= ENOUGH else Judged("unknown", true)
        return Judged("contradicted", best, true if true and true.score >= ENOUGH else None)
    return Judged("unknown", best if best.score >= ENOUGH else None)


def _earlier(best: Fit, fits: Sequence[Fit]) -> Fit | None:
    """The same stock at an earlier day, where the figure was true."""
    if best.fact.definition.kind is Kind.FLOW:
        return None
    same = [
        one for one in fits if one.holds and one.asked.question.code == best.asked.question.code and one.asked.question.by == best.asked.question.by
    ]
    return next((one for one in same if one.fact.span[1] < best.fact.span[1]), None)


def _replaced(mention: Mention, best: Fit, replaced: Sequence[Told]) -> Told | None:
    """The superseded observation of the same time that made the figure true."""
    asked = best.asked.question
    for one in replaced:
        if one.code != asked.code or one.by != asked.by or not holds(mention, Value(one.value, one.high, one.qualifier)):
            continue
        when = one.period and (one.period.start, one.period.end)
        if when == best.fact.span or (when is None and one.as_of[1] and one.as_of[1] <= best.fact.span[1]):
            return one
    return None


def _confident(text: Text, mention: Mention, best: Fit) -> bool:
    """Whether the figure surely speaks of this fact and of the whole of it."""
    if best.score < CONFIDENT or mention.hedge == "forecast" or _is_count_of_part(text, mention):
        return False
    if best.asked.part or best.asked.when.score < 0.7 or best.fact.value == 0:
        return False
    times = abs((mention.value or Decimal(0)) / best.fact.value)
    return best.score >= FAR_CONFIDENT or Decimal(1) / FAR <= times <= FAR


def _is_count_of_part(text: Text, mention: Mention) -> bool:
    """Whether the words near say that only a part, an addition, an aim or another place is meant."""
    evidence, language = text.evidence, text.language
    before, behind = evidence.before(mention, 45), evidence.after(mention, 40)
    around = before + " " + mention.text.lower() + " " + behind
    near = before[-18:] + " " + mention.text.lower() + " " + behind[:14]
    return bool(said("partly", language).search(near) or said("aims", language).search(before) or said("elsewhere", language).search(around))
