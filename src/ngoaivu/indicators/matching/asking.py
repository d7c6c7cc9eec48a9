"""From a figure to the questions it may answer «câu hỏi ứng viên», pruned by unit, words, time and members."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ngoaivu.core.models import Territory
from ngoaivu.indicators.answers import Question
from ngoaivu.indicators.figures import Mention
from ngoaivu.indicators.matching.aliases import Candidate, candidates
from ngoaivu.indicators.matching.holding import Value, holds
from ngoaivu.indicators.matching.lists import anchor
from ngoaivu.indicators.matching.members import APART, BESIDE, Naming
from ngoaivu.indicators.matching.scoring import subject_score
from ngoaivu.indicators.matching.shelf import Received, Told
from ngoaivu.indicators.matching.surroundings import Text
from ngoaivu.indicators.matching.whens import Timing, When

# How many are asked for, the likeliest first; more indicators for a numeral without a noun.
INDICATORS, UNNAMED, TIMES, MEMBERS = 4, 7, 3, 3
NEARLY = Decimal("0.3")
WORDLESS = 0.12  # what an indicator is worth that only the unit speaks for
UNANCHORED = 0.55  # what the words keep where the paragraph speaks of something else
NAMING = 0.3  # what a member named beside the figure adds to the words
WHOLE_BESIDE, WHOLE_THEN, UNSAID, ONLY_PARTS = 0.75, 0.55, 0.45, 0.85
Members = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question a figure may answer: how well its words fit, its time and its members, each from 0 to 1.

    `part` says that the words beside the figure name a member and the question asks for the whole.
    """

    question: Question
    candidate: Candidate
    subject: float
    when: When
    member: float
    part: bool = False

    @property
    def score(self) -> float:
        """All together, from 0 to 1."""
        return self.candidate.unit * self.subject * (0.4 + 0.6 * self.when.score) * (0.3 + 0.7 * self.member)


@dataclass(frozen=True, slots=True)
class Topic:
    """An indicator a figure may speak of: how well the words fit, and the members named beside the figure."""

    candidate: Candidate
    subject: float
    named: dict[Members, float]

    @property
    def strongest(self) -> float:
        """How surely any member is named."""
        return max(self.named.values(), default=0.0)

    @property
    def likely(self) -> float:
        """Words and unit; a member named beside the figure speaks for an indicator that has it."""
        return self.candidate.unit * self.subject * (1 + NAMING * (self.strongest >= BESIDE))


class Asking:
    """Makes the questions for the figures of one text."""

    def __init__(self, text: Text, timing: Timing, naming: Naming, received: Received, ground: Territory) -> None:
        self.text, self.timing, self.naming = text, timing, naming
        self.received, self.territory = received, ground.key
        self.anchored: dict[tuple[str, str], bool] = {}

    def questions(self, mention: Mention) -> list[Asked]:
        """The likeliest questions of a figure."""
        topics = sorted(self._topics(mention), key=lambda topic: -topic.likely)
        asked: list[Asked] = []
        most = INDICATORS if mention.unit or mention.kind != "count" else UNNAMED
        for place, topic in enumerate(topics):
            asked += self._of(mention, topic) if place < most else self._by_value(mention, topic)
        return asked

    def _topics(self, mention: Mention) -> list[Topic]:
        """The indicators of the figure's unit that can have a value here."""
        near, language, paragraph = self.text.near(mention), self.text.language, self.text.paragraph(mention)
        topics = []
        for one in candidates(mention, language):
            if self.received.answers(one.rule):
                subject = subject_score(one, near, language) * (1.0 if self._anchored(one.rule.code, paragraph) else UNANCHORED)
                topics.append(Topic(one, max(WORDLESS, subject), self._named(mention, one)))
        return topics

    def _anchored(self, code: str, paragraph: str) -> bool:
        """Whether a paragraph speaks of what an indicator is about; looked at once a paragraph."""
        if (code, paragraph) not in self.anchored:
            about = anchor(code, self.text.language)
            self.anchored[code, paragraph] = about is None or bool(about.search(paragraph))
        return self.anchored[code, paragraph]

    def _named(self, mention: Mention, candidate: Candidate) -> dict[Members, float]:
        named = self.naming.of(mention, candidate.rule)
        return {((dimension, member),): fit for dimension, members in named.items() for member, fit in members.items()}

    def _of(self, mention: Mention, topic: Topic) -> Iterator[Asked]:
        """An indicator asked for the likeliest times and members, and for what was received with just this value."""
        told = self.received.standing(topic.candidate.rule.code)
        whens = self.timing.whens(mention, topic.candidate.rule, told)
        for members, fit in self._members(topic, told):
            for when in whens[:TIMES]:
                yield self._asked(topic, when, members, fit)
        yield from self._by_value(mention, topic)

    def _by_value(self, mention: Mention, topic: Topic) -> Iterator[Asked]:
        """What was received and makes the figure true, whatever the words."""
        told = self.received.standing(topic.candidate.rule.code)
        true = [one for one in told if _like(mention, one) and holds(mention, Value(one.value, one.high, one.qualifier, one.decimals))]
        if not true:
            return
        whens = {(when.period, when.on): when for when in self.timing.whens(mention, topic.candidate.rule, told)}
        fits = dict(self._members(topic, told))
        for one in true[-TIMES:]:
            day = "" if one.written else min(one.day or self.timing.today, self.timing.today).isoformat()
            if when := whens.get((one.written, day)):
                yield self._asked(topic, when, one.by, fits.get(one.by, UNSAID))

    def _asked(self, topic: Topic, when: When, members: Members, fit: float) -> Asked:
        question = Question(topic.candidate.rule.code, self.territory, period=when.period, on=when.on, by=members)
        subject = topic.subject
        if topic.named.get(members, 0.0) >= BESIDE:
            subject += (1 - subject) * NAMING
        return Asked(question, topic.candidate, subject, when, fit, part=not members and topic.strongest >= APART)

    def _members(self, topic: Topic, told: Sequence[Told]) -> list[tuple[Members, float]]:
        """No member, each member named beside the figure, and the parts received where no whole was."""
        found = dict(sorted(topic.named.items(), key=lambda pair: -pair[1])[:MEMBERS])
        only_parts = bool(told) and all(one.by for one in told)
        for one in told if only_parts else ():
            found[one.by] = max(found.get(one.by, 0.0), ONLY_PARTS)
        found[()] = 1.0 if topic.strongest < APART else WHOLE_BESIDE if topic.strongest < BESIDE else WHOLE_THEN
        return sorted(found.items(), key=lambda pair: -pair[1])[: MEMBERS + 1]


def _like(mention: Mention, told: Told) -> bool:
    """Whether a value is near enough to the figure to be worth a look."""
    return mention.value is not None and abs(mention.value - told.value) <= abs(told.value) * NEARLY
