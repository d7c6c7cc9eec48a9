"""Parts against totals «các phần và tổng»: "8.636 triệu, trong đó 6.044 và 2.592", "4 + 2,8 = 6,8", shares to 100%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ..model import Finding, Mention
from .evidence import Evidence, same_sort, step_of

_ADDABLE = frozenset({"count", "money", "measure"})
_NEARLY = Decimal("0.12")
_LEAD = 60
_WEAKLY = Decimal("0.03")
_LOOSELY = Decimal("0.15")
_MOST_PARTS = 60  # figures of one sentence that are looked at, so that long tables stay linear
_LOOSE = frozenset({"about", "over", "near", "under", "at_least", "at_most"})
_BRACKET = re.compile(r"[^,;:.()\d]{0,24}\(")
_COLON = re.compile(r":[^,;:.()\d]{0,24}$")
_PEOPLE = frozenset({"person", "investor"})
_AID = frozenset({"project", "aid_item", "programme"})


def check_sums(evidence: Evidence) -> Iterator[Finding]:
    """Totals that their parts contradict, sentence by sentence."""
    for figures in evidence.sentences():
        yield from _equations(evidence, figures)
        yield from _opened(evidence, figures)
        yield from _closed(evidence, figures)
        yield from _shares(evidence, figures)


def _opened(evidence: Evidence, figures: list[Mention]) -> Iterator[Finding]:
    """A total, words like "trong đó", then its parts."""
    for n, total in enumerate(figures[:-1]):
        if total.kind not in _ADDABLE or total.high or total.of:
            continue
        opening = _until(evidence, figures, n + 1, total)
        bracketed = _BRACKET.match(opening) is not None
        listed = bracketed or _COLON.search(opening) is not None
        led = re.split("[,;:(]", evidence.before(total, 40))[-1].strip() in evidence.words["whole_leads"]
        if not (listed or led or evidence.has("totals_open", opening)):
            continue
        parts = _parts(evidence, figures[n + 1 :], total)
        if bracketed:
            parts = [p for p in parts if ")" not in evidence.between(total, p)]
        if len(parts) > 1 and not (listed and _years(total, parts)):
            finding = _compare(evidence, total, parts, listed or _exhaustive(evidence, opening, parts))
            if finding:
                yield finding


def _years(total: Mention, parts: list[Mention]) -> bool:
    """Whether the figures are of different years, so that a list of them is no breakdown."""
    periods = [m.period.start for m in (total, *parts) if m.period and m.period.start]
    return len({start.year for start in periods}) > 1


def _until(evidence: Evidence, figures: list[Mention], n: int, total: Mention) -> str:
    """The words from the total to the first part; another measure of the same total may stand between."""
    first = next((m for m in figures[n:] if _like(m, total)), None)
    return evidence.between(total, first) if first else ""


def _parts(evidence: Evidence, figures: list[Mention], total: Mention) -> list[Mention]:
    """Figures of the total's sort behind it, up to the next word that opens another list."""
    parts: list[Mention] = []
    previous = total
    for figure in figures:
        if not _like(figure, total):
            continue
        between = evidence.between(previous, figure)
        if parts and (evidence.has("totals_open", between) or evidence.has("totals_close", between)):
            break
        parts.append(figure)
        previous = figure
    return parts


def _like(figure: Mention, total: Mention) -> bool:
    if figure.of or figure.high:
        return False
    if figure.kind == "growth":
        return figure.unit is not None and figure.unit == total.unit and figure.value is not None and figure.value > 0
    if figure.kind not in _ADDABLE:
        return False
    if same_sort(figure, total):
        return True
    both = {figure.unit, total.unit}
    return total.kind == figure.kind == "count" and (figure.unit is None or both <= _AID or both <= _PEOPLE)


def _exhaustive(evidence: Evidence, opening: str, parts: list[Mention]) -> bool:
    """Whether the parts claim to be all there is."""
    if evidence.has("totals_open_all", opening):
        return True
    around = opening + evidence.lower[parts[0].start : parts[-1].end] + evidence.after(parts[-1], 40)
    return any(_word(one, around) and (not other or _word(other, around)) for one, other in evidence.words["complements"])


def _word(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _compare(evidence: Evidence, total: Mention, parts: list[Mention], exhaustive: bool) -> Finding | None:
    assert total.value is not None
    added = sum((p.value for p in parts if p.value is not None), Decimal(0))
    loose = [m for m in (total, *parts) if m.hedge in _LOOSE]
    finest = min(step_of(m) for m in (total, *parts))
    tolerance = finest * len(parts) / 2 if _rounded(total, parts) else Decimal(0)
    if loose:
        tolerance += total.value * _LOOSELY
    difference = added - total.value
    if abs(difference) <= tolerance:
        return None
    facts = {"sum": evidence.say(added, total), "total": evidence.say(total.value, total)}
    if difference > 0:
        return evidence.found("parts_over_total", [total, *parts], **facts)
    near = _WEAKLY if evidence.has("weakly", evidence.between(total, parts[0])) else _NEARLY
    nearly = total.end <= parts[0].start and -difference <= total.value * near and not loose
    return evidence.found("parts_total", [total, *parts], **facts) if exhaustive or nearly else None


def _rounded(total: Mention, parts: list[Mention]) -> bool:
    """Amounts with decimals were rounded where they are many or shown to different digits; plain counts were not."""
    if len(parts) < 3 and len({step_of(m) for m in (total, *parts)}) == 1:
        return False
    return any(m.kind != "count" and re.search(r"\d[.,]\d{1,2}(?!\d)", m.text) for m in (total, *parts))


def _closed(evidence: Evidence, figures: list[Mention]) -> Iterator[Finding]:
    """Parts, then words like "tổng cộng", then the total."""
    for n in range(2, min(len(figures), _MOST_PARTS)):
        total = figures[n]
        parts = [p for p in figures[:n] if _like(p, total) and p.value != total.value]
        if total.kind not in _ADDABLE or len(parts) < 2:
            continue
        lead = evidence.between(parts[-1], total)[-_LEAD:] + total.text.lower()
        if not evidence.has("totals_close", lead):
            continue
        if not evidence.has("totals_open", evidence.lower[parts[0].end : total.start]):
            finding = _compare(evidence, total, parts, exhaustive=True)
            if finding:
                yield finding


def _equations(evidence: Evidence, figures: list[Mention]) -> Iterator[Finding]:
    """ "4 + 2,8 = 6,8 tỷ đồng"."""
    run: list[Mention] = []
    for figure, following in pairwise(figures):
        sign = evidence.between(figure, following).strip()
        if sign == "+":
            run = [*(run or [figure]), following]
        elif sign == "=" and len(run) > 1:
            if following.value is not None:
                added = sum((m.value for m in run if m.value is not None), Decimal(0))
                if added != following.value:
                    facts = {"sum": evidence.say(added, following), "total": evidence.say(following.value, following)}
                    yield evidence.found("parts_total", [*run, following], **facts)
            run = []
        else:
            run = []


def _shares(evidence: Evidence, figures: list[Mention]) -> Iterator[Finding]:
    """Shares that claim to be all of one whole make 100%."""
    shares = [m for m in figures if m.kind == "share" and m.value is not None and not m.high]
    if len(shares) < 2:
        return
    span = evidence.lower[shares[0].start : shares[-1].end] + evidence.after(shares[-1], 30)
    opened = evidence.has("totals_open", evidence.before(shares[0], 120))
    claimed = evidence.has("rest", span) or (len(shares) > 2 and evidence.has("others", span))
    added = sum((m.value for m in shares if m.value is not None), Decimal(0))
    slack = Decimal("0.005") * len(shares) if all(m.hedge == "exact" for m in shares) else Decimal("0.1")
    wrong = abs(added - 1) > slack if claimed else opened and len(shares) > 2 and added > 1 + slack
    if wrong:
        yield evidence.found("shares_total", shares, sum=evidence.say(added, shares[0]))
