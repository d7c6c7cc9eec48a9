"""The list of figures that no longer hold: every fact of every current edition asked again, in one run."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.core.cache import cache
from django.db.models import Count, Max
from django.utils import timezone
from django.utils.translation import gettext as _

from ngoaivu.accounts.models import Office
from ngoaivu.core import changes
from ngoaivu.indicators.answers import Fact, Missing
from ngoaivu.indicators.consequences import number
from ngoaivu.indicators.members import members_of
from ngoaivu.publications import neighbours
from ngoaivu.publications.binding import Bound, words
from ngoaivu.publications.lapsed import causes
from ngoaivu.publications.lapsed.causes import Cause
from ngoaivu.publications.lapsed.reading import Sealed, editions, sealed

KEPT = 24 * 3600
Pair = tuple[Sealed, Fact | Missing]


@dataclass(frozen=True, slots=True)
class Lapsed:
    """Lapsed figure «con số không còn đúng»: where it stands, how it reads, then and now, and the change that did it."""

    text: str
    kind: str
    title: str
    figure: str
    name: str
    when: str
    then: str
    now: str
    difference: str
    cause: Cause | None


def find(office: Office, language: str) -> list[Lapsed]:
    """The figures of an office's texts that no longer hold, the newest change first; those without a change last."""
    newest = changes.latest()
    pairs = _moved(office, newest)
    numbers = _causes(office, newest, pairs)
    codes: dict[int, set[str]] = defaultdict(set)
    for (one, _answer), revision in zip(pairs, numbers, strict=True):
        if revision:
            codes[revision].add(one.question.code)
    known = causes.told(codes, codes)
    told = [_told(one, answer, known.get(revision or 0), language) for (one, answer), revision in zip(pairs, numbers, strict=True)]
    return sorted(told, key=lambda row: -(row.cause.revision if row.cause else 0))


def count(office: Office) -> int:
    """How many there are."""
    return len(_moved(office, changes.latest()))


def _moved(office: Office, newest: int) -> list[Pair]:
    """Each figure that no longer holds with today's answer; kept until something is written or published, or the day ends."""
    found: list[Pair] | None = cache.get(name := _name(office, newest, "moved"))
    if found is None:
        figures = sealed(office)
        answers = neighbours.answered([one.question for one in figures], office, newest)
        found = [(one, answers[one.question]) for one in figures if not one.holds(answers[one.question])]
        cache.set(name, found, KEPT)
    return found


def _causes(office: Office, newest: int, pairs: list[Pair]) -> list[int | None]:
    found: list[int | None] | None = cache.get(name := _name(office, newest, "causes"))
    if found is None:
        keepers = neighbours.Keepers(office)
        own = [one for one, _answer in pairs if not keepers.of(one.question)]
        told = iter(causes.revisions(own, newest))
        # Who changed what in another office's register is that office's business.
        found = [None if keepers.of(one.question) else next(told) for one, _answer in pairs]
        cache.set(name, found, KEPT)
    return found


def _name(office: Office, newest: int, part: str) -> str:
    """What the list depends on: the registry, the editions shown, and the day, on which rows may be announced."""
    shown = editions(office).aggregate(newest=Max("pk"), number=Count("pk"))
    return f"lapsed:{part}:{office.pk}:{newest}:{shown['newest']}:{shown['number']}:{timezone.localdate()}"


def _told(one: Sealed, answer: Fact | Missing, cause: Cause | None, language: str) -> Lapsed:
    kept = one.kept
    return Lapsed(
        text=one.text,
        kind=one.kind,
        title=one.title.get(language) or next(iter(one.title.values()), one.text),
        figure=one.words.get(language) or next(iter(one.words.values()), ""),
        name=": ".join([kept["name"][language], *members_of(one.question, language)]),
        when=kept["when"][language],
        then=_written(Decimal(kept["value"]), kept["unit"], language),
        now=str(answer) if isinstance(answer, Missing) else str(words(Bound(answer.question), answer, language)),
        difference="" if isinstance(answer, Missing) else _difference(Decimal(kept["value"]), answer, language),
        cause=cause,
    )


def _written(value: Decimal, unit: str, language: str) -> str:
    return f"{number((value * 100).quantize(Decimal('0.1')), language)}%" if unit in ("", "share") else number(value, language)


def _difference(then: Decimal, answer: Fact, language: str) -> str:
    """What was added or taken away; of a share in percentage points. Empty where only the hedge moved."""
    moved = answer.value - then
    if not moved:
        return ""
    sign = "+" if moved > 0 else "−"
    if answer.unit in ("", "share"):
        return _("%(sign)s%(number)s percentage points") % {"sign": sign, "number": number((abs(moved) * 100).quantize(Decimal("0.1")), language)}
    return sign + number(abs(moved), language)
