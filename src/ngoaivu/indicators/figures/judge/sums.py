"""Parts against totals «các phần và tổng»: "8.636 triệu, trong đó 6.044 và 2.592", "14 + 19 + 22, cả năm 55".

A total is followed by its parts (in its sentence, or in one of the next), or closes a list of them. Where any reading
of a total holds it is left alone; where none does, the wording says how much of a likeness to a slip is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ..model import Finding, Mention
from .arithmetic import meet, reach, slip, step_of
from .evidence import Evidence
from .facts import Fact
from .runs import Run, behind, closed

_OPENED, _WEAKLY = Decimal("0.12"), Decimal("0.03")
_LEAST, _MOST = Decimal("0.6"), Decimal("1.6")
_CLOSER = (Decimal("0.7"), Decimal("1.35"))
_SWAPPED_NEAR, _SWAPPED = Decimal("0.3"), Decimal("0.012")
_BARE_NEAR = Decimal("0.15")
_LIKELY, _RARE = Decimal("0.25"), Decimal("0.03")


def check_sums(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """Totals that their parts contradict."""
    runs = [run for n, total in enumerate(facts) if addable(total) for run in _runs(facts, n)]
    settled: set[int] = set()
    totals: set[int] = set()
    for run in runs:
        held = next((run.parts[k:] for k in range(len(run.parts) - 1) if (k == 0 or run.closes) and _holds(run.total, run.parts[k:])), None)
        if held:
            settled.update(part.place for part in held)
            totals.add(run.total.place)
    for run in runs:
        if _open(run, settled, totals) and (_wrong_close(run) if run.closes else _wrong(run)):
            settled.update(part.place for part in run.parts)
            totals.add(run.total.place)
            yield _finding(run)
    yield from _equations(evidence, facts)


def _runs(facts: list[Fact], n: int) -> Iterator[Run]:
    yield from behind(facts, n)
    run = closed(facts, n)
    if run is not None:
        yield run


def _open(run: Run, settled: set[int], totals: set[int]) -> bool:
    """Whether nothing found so far explains these figures otherwise."""
    if all(part.place in settled for part in run.parts):
        return False
    if run.closes:
        return run.total.place not in totals
    return run.directly or (run.total.place not in settled and run.total.place not in totals)


def addable(fact: Fact) -> bool:
    """Whether a figure can be a total: a plain amount or count, no average."""
    figure = fact.figure
    plain = figure.kind in ("count", "money", "measure") and not figure.high and not figure.of and figure.value
    return bool(plain) and not fact.average


def _holds(total: Fact, parts: list[Fact]) -> bool:
    steps = {step_of(f.figure) for f in (total, *parts)}
    finest = min(steps) if len(parts) > 2 or len(steps) > 1 else Decimal(0)
    spans = [reach(_plainly(p), finest) for p in parts]
    half = Decimal("0.6") if len(parts) > 2 else Decimal(1)  # many roundings seldom all go one way
    spans = [(p.value - (p.value - s[0]) * half, p.value + (s[1] - p.value) * half) for p, s in zip(parts, spans, strict=True)]
    return meet(reach(total.figure, finest), (sum(s[0] for s in spans) + Decimal(0), sum(s[1] for s in spans) + Decimal(0)))


def _plainly(part: Fact) -> Mention:
    """In a list "nhiều nhất với 54 lượt" names the largest part, and is no bound."""
    return replace(part.figure, hedge="exact") if part.figure.hedge in ("at_most", "at_least") else part.figure


def _chance(run: Run) -> Decimal:
    """How rarely one figure of the run would by accident be a slip away from making it hold."""
    missing = run.total.value - run.added
    needs = [(run.total, run.added), *((part, part.value + missing) for part in run.parts)]
    return min(slip(fact.figure, needed) for fact, needed in needs)


def _wrong(run: Run) -> bool:
    total, parts = run.total, run.parts
    if run.far or _holds(total, parts) or run.years_differ or run.incomplete:
        return False
    if len(parts) == 1:
        return total.figure.hedge == parts[0].figure.hedge == "exact" and not total.opposed(parts[0])
    if total.figure.kind == "money" and run.added in (total.value * 1000, total.value / 1000):
        return True
    missing = 1 - run.added / total.value
    if run.mixed:
        return abs(missing) <= _SWAPPED_NEAR and _chance(run) <= (_LIKELY if run.coloned else _RARE)
    if run.exhaustive or (run.own and run.opened):
        return _claimed(run, missing)
    return _led(run, missing) if run.led else _bare(run, missing)


def _claimed(run: Run, missing: Decimal) -> bool:
    """Wording that opens the parts, or says that they are all there is."""
    if run.exhaustive:
        sized = (_LEAST, _MOST) if run.directly else _CLOSER
        return (run.own and run.directly and not run.placed) or sized[0] <= 1 - missing <= sized[1]
    if missing < 0:
        return not run.partial or _chance(run) <= _LIKELY
    loose = any(f.figure.hedge != "exact" for f in (run.total, *run.parts))
    return not loose and missing <= (_WEAKLY if run.partial else _OPENED)


def _led(run: Run, missing: Decimal) -> bool:
    """ "Trong 64 dự án, có 32 ... và 16 ...": more than the whole, or a slip away from it."""
    if missing < 0:
        return True
    return not run.partial and missing <= _BARE_NEAR and _chance(run) <= (_LIKELY if len(run.parts) > 2 else _RARE)


def _bare(run: Run, missing: Decimal) -> bool:
    """A list that only stands behind the total: a slip away from it, the rarer the fewer parts there are."""
    years = {f.mark.scope.year for f in run.parts if f.mark} - {None}
    if not _alike(run) or len(years) > 2 or (len(run.parts) < 3 and (run.own or run.total.plan)):
        return False
    if run.partial or len(run.parts) < 3:
        return abs(missing) <= _BARE_NEAR and _chance(run) <= _RARE
    if abs(missing) <= _SWAPPED_NEAR and _chance(run) <= _SWAPPED:
        return True
    return abs(missing) <= _BARE_NEAR and _chance(run) <= _LIKELY


def _alike(run: Run) -> bool:
    """Whether the parts are of the same thing as the total, as far as its sides tell."""
    return not any(run.total.opposed(part) for part in run.parts)


def _wrong_close(run: Run) -> bool:
    """A total behind its parts: any list of them that ends right before it may be meant."""
    if any(_holds(run.total, run.parts[k:]) for k in range(len(run.parts) - 1)):
        return False
    if run.tiled is False:
        return False
    if run.own and run.exhaustive:
        return True
    if run.partial:
        return _chance(run) <= _RARE
    within = _LEAST <= run.added / run.total.value <= _MOST
    return _chance(run) <= _RARE or (within and (run.exhaustive or _chance(run) <= _LIKELY))


def _finding(run: Run) -> Finding:
    evidence, like = run.total.evidence, run.total.figure
    figures = [run.total.figure, *(p.figure for p in run.parts)]
    facts = {"sum": evidence.say(run.added, like), "total": evidence.say(run.total.value, like)}
    over = run.added > run.total.value and not run.closes
    return evidence.found("parts_over_total" if over else "parts_total", figures, **facts)


def _equations(evidence: Evidence, facts: list[Fact]) -> Iterator[Finding]:
    """ "4 + 2,8 = 6,8 tỷ đồng"."""
    run: list[Fact] = []
    for fact in facts:
        sign = re.sub(r"\s", "", fact.lead)
        if sign == "+" and fact.place:
            run = [*(run or [facts[fact.place - 1]]), fact]
            continue
        if sign == "=" and len(run) > 1:
            added = sum((f.value for f in run), Decimal(0))
            if added != fact.value:
                said = {"sum": evidence.say(added, fact.figure), "total": evidence.say(fact.value, fact.figure)}
                yield evidence.found("parts_total", [*(f.figure for f in run), fact.figure], **said)
        run = []
