"""Lists of figures that may be the parts of a total «dãy các phần»: where they stand and what the wording claims of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from .evidence import Evidence
from .facts import Fact, halves
from .items import above, block
from .likeness import like
from .spelled import spelled

_FAR = 14  # figures behind or before a total that may be its parts: keeps long tables linear
_SENTENCES = 2
_OPENING = 50  # characters between a total and a single part
_PLACES = re.compile(r"[^,;:()]{0,60}?(?<!\d)(\d{1,2}) [^,;:.()\d]{1,30}\(")
_BRACKET = re.compile(r"[^,;:.()\d]{0,24}\(")
_COLON = re.compile(r":[^,;:.()\d]{0,24}$")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d+)+")


@dataclass(frozen=True)
class Run:
    """A total with the figures that may make it up; `opening` are the words between, `own` when in one sentence."""

    total: Fact
    parts: list[Fact]
    opening: str
    own: bool
    closes: bool = False
    mixed: bool = False  # parts of different units
    far: bool = False  # too far to accuse, near enough to explain

    @property
    def evidence(self) -> Evidence:
        return self.total.evidence

    @cached_property
    def added(self) -> Decimal:
        return sum((part.value for part in self.parts), Decimal(0))

    @cached_property
    def span(self) -> str:
        """The words of the parts, with what stands right behind the last."""
        last = self.parts[-1]
        return self.evidence.lower[self.parts[0].figure.start : last.figure.end] + last.tail[:40]

    @cached_property
    def opened(self) -> bool:
        return self.evidence.has("totals_open", self.opening)

    @cached_property
    def listed(self) -> bool:
        if not self.own:
            return False
        return _BRACKET.match(self.opening) is not None or _COLON.search(self.opening) is not None or self.placed

    @cached_property
    def placed(self) -> bool:
        """ "1.286 nhà tại 3 huyện (Bảo Lạc 412 nhà, ...)": as many parts as places are told."""
        places = _PLACES.match(self.opening)
        return places is not None and int(places[1]) == len(self.parts)

    @property
    def coloned(self) -> bool:
        """Whether a colon opens the parts, and "and" closes them."""
        last = self.parts[-1].lead
        return _COLON.search(self.opening) is not None and (self.evidence.has("joiners", last) or last.strip() == ",")

    @cached_property
    def partial(self) -> bool:
        """Whether the wording says that the parts need not be all."""
        return self.evidence.has("weakly", self.opening + " " + self.span)

    @cached_property
    def exhaustive(self) -> bool:
        """Whether the parts claim to be all there is."""
        if self.closes:
            told = self.tiled or self.evidence.has("totals_close", self.opening) or self.evidence.has("totals_close_behind", self.total.tail[:14])
            return told and not self.partial
        if self.listed or self.evidence.has("totals_open_all", self.opening):
            return True
        return self._rest() or halves(self.parts) or self._complements()

    @cached_property
    def led(self) -> bool:
        """ "Trong tổng số 86 đoàn có 61 đoàn ..., 25 đoàn ..."."""
        return self.own and re.split("[,;:(.]", self.total.lead[-40:])[-1].strip() in self.evidence.words["whole_leads"]

    def _rest(self) -> bool:
        last = self.parts[-1]
        around = re.split("[,;:]", last.lead)[-1] + last.figure.text.lower() + re.split("[,;:.]", last.tail)[0][:30]
        return self.evidence.has("rest", around) or self.evidence.has("others", around)

    def _complements(self) -> bool:
        return self.evidence.complements(self.opening + self.span)

    @cached_property
    def incomplete(self) -> bool:
        """Whether a number that was not read as a figure stands among the parts."""
        first, last = self.parts[0].figure.start, self.parts[-1].figure.end
        return any(m.kind == "structural" and _GROUPED.search(m.text) for m in self.evidence.mentions_in(first, last))

    @cached_property
    def years_differ(self) -> bool:
        """Whether the figures are of different years, so that a list of them is no breakdown."""
        years = {p.mark.scope.year for p in self.parts if p.mark} - {None}
        if self.total.mark is None:
            own = self.evidence.year_at(self.total.figure.start)
            return not self.closes and len(years) == 1 and own is not None and own not in years
        return not self.closes and len(years | {self.total.mark.scope.year} - {None}) > 1

    @cached_property
    def directly(self) -> bool:
        """Whether the wording itself opens the parts, so that even a part may be their total."""
        return self.listed or self.opened or self.led or self.evidence.has("totals_open_all", self.opening)

    @cached_property
    def tiled(self) -> bool | None:
        """Whether the times of the parts fill that of the total; None where the times are not told."""
        whole = self.total.scope.months if self.total.mark and self.total.scope else None
        scopes = [p.mark.scope for p in self.parts if p.mark]
        if whole is None or len(scopes) < len(self.parts):
            return None
        months = [scope.months for scope in {(s.year, s.first, s.last): s for s in scopes}.values()]
        return sum(m or 0 for m in months) == whole


def behind(facts: list[Fact], n: int) -> Iterator[Run]:
    """The lists behind a total: in its sentence, in the next ones, or line by line below a colon."""
    total, evidence = facts[n], facts[n].evidence
    near = facts[n + 1 : n + 1 + _FAR]
    own = [f for f in near if f.sentence == total.sentence]
    yield from _split(total, own, True)
    lines = list(block(total, near))
    if lines:
        if len(lines) > 1:
            yield Run(total, lines, ":", True)
        return
    for k in range(1, _SENTENCES + 1):
        following = [f for f in near if f.sentence == total.sentence + k]
        by = bool(following) and evidence.has("totals_open_all", following[0].lead)
        for run in _split(total, following, False):  # a sentence may count in words alone
            yield replace(run, far=k > 1 and not by)


def _split(total: Fact, facts: list[Fact], own: bool) -> Iterator[Run]:
    """The parts of one sentence, cut where another list begins."""
    parts: list[Fact] = []
    evidence = total.evidence
    for fact in sorted([*facts, *spelled(total, facts, own)], key=lambda f: f.figure.start):
        if not like(fact, total):
            continue
        if parts and _cut(parts, fact, total):
            break
        parts.append(fact)
    if len(parts) < 2:
        yield from _mixed(total, facts, own)
        yield from _exceeding(total, parts, own)
        return
    if own and _other_kinds(total, parts, facts):
        yield from _mixed(total, facts, own)
        return
    start = total.figure.end if own else evidence.bounds(parts[0].sentence)[0]
    run = Run(total, parts, evidence.lower[start : parts[0].figure.start][-120:], own)
    if run.listed and _BRACKET.match(run.opening):
        inside = [p for p in parts if ")" not in evidence.between(total.figure, p.figure)]
        run = Run(total, inside, run.opening, own)
    if len(run.parts) > 1:
        yield run


def _exceeding(total: Fact, parts: list[Fact], own: bool) -> Iterator[Run]:
    """One part that is more than what it is a part of: "96 licences, of which 120 in December"."""
    if own and parts and parts[0].value > total.value:
        opening = total.evidence.between(total.figure, parts[0].figure)
        if len(opening) < _OPENING and ";" not in opening and total.evidence.has("part_opens", opening):
            yield Run(total, parts, opening, own)


def _mixed(total: Fact, facts: list[Fact], own: bool) -> Iterator[Run]:
    """Parts that are counted each in its own words: "1,385 files, namely 742 requests, 418 documents and 225 passports"."""
    parts = [f for f in facts if f.figure.kind == total.figure.kind == "count" and not (f.figure.of or f.figure.high or f.base or f.plan)]
    if own and len(parts) > 2:
        opening = total.evidence.between(total.figure, parts[0].figure)
        if total.evidence.has("totals_open_all", opening) or _COLON.search(opening):
            yield Run(total, parts, opening, own, mixed=True)


def _other_kinds(total: Fact, parts: list[Fact], facts: list[Fact]) -> bool:
    """Whether a list behind a colon goes on with things of other names: "148 legalisations, 97 requests and 67 reports"."""
    counts = [f for f in facts if f.figure.kind == "count" and not f.figure.of]
    if len(counts) <= len(parts) or not _COLON.search(total.evidence.between(total.figure, counts[0].figure)):
        return False
    return total.evidence.lower.find(";", total.figure.end, parts[-1].figure.end + _OPENING) < 0


def _cut(parts: list[Fact], fact: Fact, total: Fact) -> bool:
    evidence = fact.evidence
    between = evidence.between(parts[-1].figure, fact.figure)
    if evidence.has("totals_open", between) or evidence.has("totals_close", between) or evidence.has("list_ends", between):
        return True
    if ";" in between and total.opposed(fact) and not total.opposed(parts[-1]):
        return True
    added = sum((p.value for p in parts), Decimal(0))
    return len(parts) > 1 and (";" in between or added == total.value) and added == total.value


def closed(facts: list[Fact], n: int) -> Run | None:
    """Parts, then words like "tổng cộng", then the total; the parts may stand in the sentence before."""
    total, evidence = facts[n], facts[n].evidence
    before = [f for f in facts[max(0, n - _FAR) : n] if like(f, total)]
    start = max(total.figure.start - 60, before[-1].figure.end) if before else total.figure.start
    lead = evidence.lower[start : total.figure.start] + total.figure.text.lower()
    weakly = evidence.has("totals_may_close", lead)
    if not (weakly or evidence.has("totals_close", lead) or evidence.has("totals_close_behind", total.tail[:14])):
        return None
    near = [f for f in before if f.value != total.value]
    own = [f for f in near if f.sentence == total.sentence]
    lines = above(total, near) if len(own) < 2 else []
    parts = own if len(own) > 1 else lines if len(lines) > 1 else [f for f in near if total.sentence - f.sentence <= 1]
    if len(parts) < 2 or evidence.has("totals_open", evidence.lower[parts[0].figure.end : total.figure.start]):
        return None
    return Run(total, parts, lead, len(own) > 1, closes=True)
