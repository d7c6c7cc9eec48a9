"""From a figure to the questions it may answer «câu hỏi ứng viên», pruned by unit, words, time and members."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ngoaivu.core.models import Territory
from ngoaivu.indicators.answers import Question
from ngoaivu.indicators.figures import Mention
from ngoaivu.indicators.matching.aliases import Candidate, candidates
from ngoaivu.indicators.matching.holding import Value, holds
from ngoaivu.indicators.matching.members import Named, Naming
from ngoaivu.indicators.matching.scoring import subject_score
from ngoaivu.indicators.matching.shelf import Received, Told
from ngoaivu.indicators.matching.surroundings import Text
from ngoaivu.indicators.matching.whens import Timing, When

INDICATORS, TIMES, MEMBERS = 4, 3, 3  # how many are asked for, the likeliest first
WORDLESS = 0.12  # what an indicator is worth that only the unit speaks for
WHOLE_BESIDE, UNSAID, ONLY_PARTS = 0.75, 0.45, 0.85
Members = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question a figure may answer: how well its words fit, its time and its members, each from 0 to 1."""

    question: Question
    candidate: Candidate
    subject: float
    when: When
    member: float

    @property
    def score(self) -> float:
        """All together, from 0 to 1."""
        return self.candidate.unit * self.subject * (0.4 + 0.6 * self.when.score) * (0.3 + 0.7 * self.member)


class Asking:
    """Makes the questions for the figures of one text."""

    def __init__(self, text: Text, timing: Timing, naming: Naming, received: Received, ground: Territory) -> None:
        self.text, self.timing, self.naming = text, timing, naming
        self.received, self.territory = received, ground.key

    def questions(self, mention: Mention) -> list[Asked]:
        """The likeliest questions of a figure."""
        near = self.text.near(mention)
        scored = [(max(WORDLESS, subject_score(one, near, self.text.language)), one) for one in self._candidates(mention)]
        scored.sort(key=lambda pair: -pair[0] * pair[1].unit)
        asked: list[Asked] = []
        for place, (subject, candidate) in enumerate(scored):
            if place < INDICATORS:
                asked += self._of(mention, candidate, subject)
            else:
                asked += self._by_value(mention, candidate, subject)
        return asked

    def _candidates(self, mention: Mention) -> list[Candidate]:
        """The indicators of the figure's unit that can have a value here."""
        return [one for one in candidates(mention, self.text.language) if self.received.answers(one.rule)]

    def _of(self, mention: Mention, candidate: Candidate, subject: float) -> Iterator[Asked]:
        """An indicator asked for the likeliest times and members, and for what was received with just this value."""
        rule, told = candidate.rule, self.received.standing(candidate.rule.code)
        whens = self.timing.whens(mention, rule, told)
        for members, fit in self._members(mention, candidate, told):
            for when in whens[:TIMES]:
                yield Asked(self._question(candidate, when, members), candidate, subject, when, fit)
        yield from self._by_value(mention, candidate, subject)

    def _by_value(self, mention: Mention, candidate: Candidate, subject: float) -> Iterator[Asked]:
        """What was received and makes the figure true, whatever the words."""
        told = self.received.standing(candidate.rule.code)
        true = [one for one in told if holds(mention, Value(one.value, one.high, one.qualifier, one.decimals))]
        if not true:
            return
        whens = self.timing.whens(mention, candidate.rule, told)
        named = dict(self._members(mention, candidate, told))
        for one in true[-TIMES:]:
            asks = {"period": one.written} if one.written else {"on": min(one.day or self.timing.today, self.timing.today).isoformat()}
            when = next((when for when in whens if (when.period, when.on) == (asks.get("period", ""), asks.get("on", ""))), None)
            if when:
                yield Asked(self._question(candidate, when, one.by), candidate, subject, when, named.get(one.by, UNSAID))

    def _question(self, candidate: Candidate, when: When, members: Members) -> Question:
        return Question(candidate.rule.code, self.territory, period=when.period, on=when.on, by=members)

    def _members(self, mention: Mention, candidate: Candidate, told: Sequence[Told]) -> list[tuple[Members, float]]:
        """No member, each member named beside the figure, and the parts received where no whole was."""
        named = self.naming.of(mention, candidate.rule)
        found: dict[Members, float] = {}
        for dimension, members in named.items():
            found |= {((dimension, member),): fit for member, fit in _likeliest(members)}
        strongest = max(found.values(), default=0.0)
        only_parts = bool(told) and all(one.by for one in told)
        for one in told if only_parts else ():
            found[one.by] = max(found.get(one.by, 0.0), ONLY_PARTS)
        found[()] = 1.0 if strongest < 0.5 else WHOLE_BESIDE if strongest < 1 else UNSAID + 0.1
        return sorted(found.items(), key=lambda pair: -pair[1])[: MEMBERS + 1]


def _likeliest(members: Named) -> list[tuple[str, float]]:
    return sorted(members.items(), key=lambda pair: -pair[1])[:MEMBERS]
