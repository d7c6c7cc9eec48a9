"""Finding the change after which a published figure no longer held, by halving the changes between then and now.

Only the changes that touched what an indicator counts are looked at. Where one figure is halved, every other that can learn
from the same revision is asked along: a run costs about the same for one question as for thirty.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from django.core.exceptions import ObjectDoesNotExist
from django.utils.text import capfirst

from ngoaivu.core import pointing, windows
from ngoaivu.core.history import Record
from ngoaivu.core.models import Change
from ngoaivu.indicators import declared
from ngoaivu.indicators.facts import ask_many
from ngoaivu.indicators.models import Observation
from ngoaivu.publications.lapsed.reading import Sealed

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Touched:
    """A record a change wrote: the row, and its page at the desk if it has one."""

    row: Record
    address: str


@dataclass(frozen=True, slots=True)
class Cause:
    """Cause «thay đổi gây ra»: who changed what, when and why; the first records of it, and how many more."""

    revision: int
    at: datetime
    who: str
    act: str
    why: str
    touched: tuple[Touched, ...]
    more: int


@dataclass(slots=True)
class _Search:
    """One figure being traced: it holds before `candidates[low]`, or at its own position, and no longer at `candidates[high]`."""

    one: Sealed
    candidates: list[int]
    low: int = -1
    high: int = field(init=False)

    def __post_init__(self) -> None:
        self.high = len(self.candidates) - 1

    @property
    def width(self) -> int:
        return self.high - self.low

    @property
    def middle(self) -> int:
        return self.candidates[(self.low + self.high) // 2]

    def place(self, revision: int) -> int:
        """The candidate whose state a revision shows; outside what is still open it tells nothing new."""
        return bisect_right(self.candidates, revision) - 1

    def learns_from(self, revision: int) -> bool:
        return self.low < self.place(revision) < self.high

    def learn(self, revision: int, holds: bool) -> None:
        place = self.place(revision)
        self.low, self.high = (place, self.high) if holds else (self.low, place)


def revisions(figures: Sequence[Sealed], now: int) -> list[int | None]:
    """For each figure the revision after which it no longer held; None where no change of records did it.

    A declaration may count otherwise now, or a day may have come on which rows were announced.
    """
    changed = _Changed(min((one.position for one in figures), default=now), now)
    searches = [_Search(one, [number for number in changed.of(one) if number > one.position]) for one in figures]
    while rest := [search for search in searches if search.width > 1]:
        revision = max(rest, key=lambda search: search.width).middle
        for search, holds in _asked([(search, revision) for search in rest if search.learns_from(revision)]):
            search.learn(revision, holds)
    return _verified(searches)


def _asked(wanted: list[tuple[_Search, int]]) -> list[tuple[_Search, bool]]:
    """Whether each figure holds at the revision wanted: one run of questions a revision."""
    at: dict[int, list[_Search]] = defaultdict(list)
    for search, revision in wanted:
        at[revision].append(search)
    told = []
    for revision, searches in sorted(at.items()):
        answers = ask_many(list(dict.fromkeys(search.one.question for search in searches)), revision=revision)
        told += [(search, search.one.holds(answers[search.one.question])) for search in searches]
    return told


def _verified(searches: list[_Search]) -> list[int | None]:
    """A change is named only where the figure held before it and not after it: the outermost two were never asked."""
    known = [search for search in searches if search.candidates]
    before = {id(search): holds for search, holds in _asked([(search, search.one.position) for search in known if search.low < 0])}
    last = [search for search in known if search.high == len(search.candidates) - 1]
    after = {id(search): holds for search, holds in _asked([(search, search.candidates[-1]) for search in last])}
    proved = {id(search) for search in known if before.get(id(search), True) and not after.get(id(search), False)}
    return [search.candidates[search.high] if id(search) in proved else None for search in searches]


class _Changed:
    """The revisions between two positions that touched what an indicator counts or was received for it."""

    def __init__(self, first: int, last: int) -> None:
        self.span = {"rev_from__gt": first, "rev_from__lte": last}
        self.observed: dict[str, set[int]] = defaultdict(set)
        for code, revision in Observation.Version.objects.filter(**self.span).values_list("indicator", "rev_from"):
            self.observed[code].add(revision)
        self.room = cache(self._room)

    def of(self, one: Sealed) -> list[int]:
        codes = _codes(one.question.code)
        counted = {_room_of(code) for code in codes} - {""}
        return sorted(set().union(*(self.observed[code] for code in codes), *(self.room(room) for room in counted)))

    def _room(self, room: str) -> frozenset[int]:
        return frozenset(
            revision
            for model in _models(room)
            for revision in model.Version.objects.filter(**self.span).values_list("rev_from", flat=True).distinct()
        )


def _codes(code: str) -> list[str]:
    """The indicator, and those a share is divided from."""
    rule = declared.declared().get(code)
    return [code, *filter(None, (rule.numerator, rule.denominator))] if rule else [code]


def _room_of(code: str) -> str:
    rule = declared.declared().get(code)
    return windows.get(rule.counts).model._meta.app_label if rule and rule.counts else ""


def _models(room: str) -> list[type[Record]]:
    """Every record type of a room: a mission's state moves its country-visits too."""
    return list(dict.fromkeys(one.model for one in windows.registered() if one.model._meta.app_label == room))


def told(numbers: Iterable[int], codes: dict[int, set[str]]) -> dict[int, Cause]:
    """The changes of some numbers in words; `codes` are the indicators each of them moved."""
    changes = Change.objects.in_bulk(set(numbers))
    return {number: _told(change, codes[number]) for number, change in changes.items()}


def _told(change: Change, codes: set[str]) -> Cause:
    rooms = {_room_of(code) for own in codes for code in _codes(own)} - {""}
    models: list[type[Record]] = [*(model for room in sorted(rooms) for model in _models(room)), Observation]
    touched: list[Touched] = []
    more = 0
    for model in models:
        written = model.objects.filter(pk__in=model.Version.objects.filter(rev_from=change.pk).values("record"))
        rows = list(written.order_by("pk")[: SHOWN - len(touched)]) if len(touched) < SHOWN else []
        more += written.count() - len(rows)
        touched += [Touched(row, _address(row)) for row in rows]
    return Cause(change.pk, change.at, change.actor_name, capfirst(pointing.act_of(change.verb)), change.why, tuple(touched), more)


def _address(row: Record) -> str:
    """The page of a record; of a received statistic, that of the document it came with."""
    if isinstance(row, Observation):
        try:
            return pointing.address_of(row.citation.document)
        except ObjectDoesNotExist:
            return ""
    return pointing.address_of(row)
