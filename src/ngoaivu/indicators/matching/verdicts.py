"""From the facts that fit a figure to a verdict «kết luận». A figure is contradicted only where the match is confident."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from ngoaivu.indicators.answers import Fact, Question
from ngoaivu.indicators.definition import Kind
from ngoaivu.indicators.figures import Mention
from ngoaivu.indicators.matching.asking import Asked
from ngoaivu.indicators.matching.holding import Value, equals, finer, holds
from ngoaivu.indicators.matching.lists import said
from ngoaivu.indicators.matching.members import Naming
from ngoaivu.indicators.matching.model import Verdict
from ngoaivu.indicators.matching.shelf import Received, Told
from ngoaivu.indicators.matching.surroundings import Text

LEAST, ENOUGH, EQUAL_ENOUGH, CONFIDENT = 0.15, 0.33, 0.45, 0.55
TIME_TOLD = 0.7  # a time the text says, or that is the text's own
EVEN = 0.03
PROOF = (0.0, 0.03, 0.09, 0.16, 0.22)  # that a number of so many digits agrees is proof in itself
HEDGED_PROOF = 0.5
RIVAL = 0.3  # another fact that makes the figure true is a doubt, even where its words fit this much less
FAR, FAR_CONFIDENT = 3, 0.8  # a value this many times off is rather another thing
EXACTLY = 99  # digits behind the mark of a number that was counted
PART_NAMED = 0.75
TAKEN = 0.6
NOTHING = 0.6  # a count of nothing is rather what nobody meant
SAME_TIME = 0.15
LONG_AGO = timedelta(days=3 * 366)
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
    if not fact.value and mention.value:
        score *= NOTHING
    if mention.per != (fact.per or None):
        score *= 0.9 if mention.per is None else 0.85
    return Fit(asked, fact, holds(mention, real), equals(mention, real), score)


def value_of(fact: Fact) -> Value:
    """What a fact says."""
    return Value(fact.value, fact.high, fact.qualifier, fact.decimals if fact.basis == "received" else EXACTLY)  # type: ignore[arg-type]


class Judge:
    """Gives the verdicts on the figures of one text."""

    def __init__(self, text: Text, naming: Naming, received: Received) -> None:
        self.text, self.naming, self.received = text, naming, received
        self.taken: set[tuple[int, Question]] = set()

    def take(self, bound: Iterable[tuple[Mention, Question]]) -> None:
        """What figures are bound to is told already in their sentences."""
        self.taken |= {(self.text.evidence.sentence(mention.start), question) for mention, question in bound}

    def of(self, mention: Mention, fits: Sequence[Fit]) -> Judged:
        """The verdict on one figure; `fits` are in the order of their scores. Figures are judged in the order of the text."""
        sentence = self.text.evidence.sentence(mention.start)
        found = self._judged(mention, self._free(sentence, fits))
        if found.verdict == "supported" and found.first:
            self.taken.add((sentence, found.first.asked.question))
        return found

    def _free(self, sentence: int, fits: Sequence[Fit]) -> list[Fit]:
        """A fact that a figure before in the sentence tells truly, or any bound to it, is hardly told again with another value."""
        taken = [(sentence, one.asked.question) in self.taken and not one.holds for one in fits]
        kept = [replace(one, score=one.score * TAKEN) if gone else one for one, gone in zip(fits, taken, strict=True)]
        return sorted(kept, key=lambda one: -one.score)

    def _judged(self, mention: Mention, fits: Sequence[Fit]) -> Judged:
        if not fits or fits[0].score < LEAST:
            return Judged("unknown")
        true = next((one for one in fits if one.holds), None)
        false = next((one for one in fits if not one.holds), None)
        if true and true.score + _proof(mention, true) >= ENOUGH and (found := _true(mention, true, false, _other_time(true, fits))):
            return found
        return self._false(mention, fits, false, true) if false else Judged("unknown")

    def _false(self, mention: Mention, fits: Sequence[Fit], best: Fit, true: Fit | None) -> Judged:
        """The best fact does not make it true: outdated, contradicted, or not certain enough to say."""
        if best.score < ENOUGH:
            return Judged("unknown")
        partial = self._is_part(mention, best)
        if best.equals and not partial and best.score >= EQUAL_ENOUGH and best.asked.when.score >= TIME_TOLD:
            return Judged("contradicted", best, why="hedge")
        if finer(mention, value_of(best.fact)):
            return Judged("unknown", best, why="finer")
        if partial or best.asked.part or best.score < CONFIDENT:
            return Judged("unknown", best)
        return self._outdated(mention, best, fits) or self._contradicted(mention, best, true)

    def _outdated(self, mention: Mention, best: Fit, fits: Sequence[Fit]) -> Judged | None:
        """What was true at an earlier day or before it was replaced."""
        if earlier := _earlier(best, fits):
            return Judged("outdated", best, earlier)
        replaced = self.received.replaced(best.asked.question.code)
        before = next((one for one in replaced if _was_said(one, mention, best)), None)
        return Judged("outdated", best, told=before) if before else None

    def _contradicted(self, mention: Mention, best: Fit, true: Fit | None) -> Judged:
        if not _confident(mention, best):
            return Judged("unknown", best)
        if true and _is_rival(mention, best, true):
            return Judged("ambiguous", true, best) if true.score >= ENOUGH else Judged("unknown", true)
        return Judged("contradicted", best, true if true and true.score >= ENOUGH else None)

    def _is_part(self, mention: Mention, best: Fit) -> bool:
        """Whether the words near say that an addition, an aim, another place or, unless the words are the part's own, a part is meant."""
        evidence, language = self.text.evidence, self.text.language
        before, behind = evidence.before(mention, 45), evidence.after(mention, 40)
        written = f"{before[-18:]} {mention.text.lower()} {behind[:14]}"
        if said("added", language).search(written) or said("aims", language).search(before):
            return True
        if said("elsewhere", language).search(before + written + behind) or self.naming.elsewhere(mention):
            return True
        return best.asked.subject < PART_NAMED and bool(said("partly", language).search(before[-18:]))


def _true(mention: Mention, true: Fit, false: Fit | None, other: Fit | None) -> Judged | None:
    """Supported, unless another fact fits as well and says otherwise; None where another fits better."""
    if other:
        return Judged("ambiguous", true, other)
    lead = true.score + _proof(mention, true) - (false.score if false else 0.0)
    if false is None or lead > EVEN:
        return Judged("supported", true)
    if abs(lead) <= EVEN and false.score >= ENOUGH:
        return Judged("ambiguous", true, false)
    return None


def _other_time(true: Fit, fits: Sequence[Fit]) -> Fit | None:
    """The same indicator at another time that the text, which tells none, may mean as well, with another value."""
    if true.asked.when.score >= TIME_TOLD:
        return None
    asked = true.asked.question
    same = [one for one in fits if not one.holds and (one.asked.question.code, one.asked.question.by) == (asked.code, asked.by)]
    if any(one.asked.when.score >= TIME_TOLD for one in same):
        return None
    return next((one for one in same if true.asked.when.score <= one.asked.when.score), None)


def _proof(mention: Mention, true: Fit) -> float:
    """What the agreement of the digits adds; nothing where the text names another time."""
    if true.asked.when.score < 0.55:
        return 0.0
    digits = len((mention.value or Decimal(0)).normalize().as_tuple().digits)
    proof = PROOF[min(digits, len(PROOF) - 1)]
    return proof if mention.hedge == "exact" else proof * HEDGED_PROOF


def _is_rival(mention: Mention, best: Fit, true: Fit) -> bool:
    """Whether a fact that makes the figure true may be what is meant; the same one at another time than the text names is not."""
    one, other = best.asked, true.asked
    if (one.question.code, one.question.by) == (other.question.code, other.question.by):
        return other.when.score > one.when.score - SAME_TIME
    if _siblings(best.fact, true.fact):
        return True
    return true.score + _proof(mention, true) + RIVAL > best.score


def _siblings(one: Fact, other: Fact) -> bool:
    """Whether two indicators count the same things, one in a period and one to date."""
    first, second = one.definition, other.definition
    return bool(first.counts) and (first.counts, first.measure, first.where) == (second.counts, second.measure, second.where)


def _earlier(best: Fit, fits: Sequence[Fit]) -> Fit | None:
    """The same stock at an earlier day not long ago, where the figure was true."""
    if best.fact.definition.kind is Kind.FLOW:
        return None
    asked, day = best.asked.question, _day(best)
    same = [one for one in fits if one.holds and (one.asked.question.code, one.asked.question.by) == (asked.code, asked.by)]
    return next((one for one in same if day - LONG_AGO <= _day(one) < day), None)


def _day(one: Fit) -> date:
    """The day a fact stands for."""
    on = one.asked.question.on
    return date.fromisoformat(on) if on else one.fact.span[1]


def _was_said(one: Told, mention: Mention, best: Fit) -> bool:
    """Whether a superseded observation is of the same time and made the figure true."""
    asked = best.asked.question
    if one.code != asked.code or one.by != asked.by or not holds(mention, Value(one.value, one.high, one.qualifier)):
        return False
    when = one.period and (one.period.start, one.period.end)
    return when == best.fact.span or (when is None and one.as_of[1] is not None and one.as_of[1] <= _day(best))


def _confident(mention: Mention, best: Fit) -> bool:
    """Whether the figure surely speaks of this fact, and of a time the text tells."""
    if mention.hedge == "forecast" or best.asked.when.score < TIME_TOLD or best.fact.value == 0:
        return False
    times = abs((mention.value or Decimal(0)) / best.fact.value)
    return best.score >= FAR_CONFIDENT or Decimal(1) / FAR <= times <= FAR
