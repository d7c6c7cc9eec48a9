"""Figures and days pointed back at «số đã nêu»: "the 60 days allowed" where 90 were told, "mốc 26/6 nêu trên" where it was 20/6."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from ...model import Finding, Mention
from ..agreement import agrees
from ..days import Day, days_of
from ..evidence import Evidence, phrases

_LEAD, _BEHIND = 22, 34  # characters
_LATEST = 60  # earlier figures and days compared with one: keeps long texts linear
_FEW, _SUMMED = 9, 4  # earlier figures looked at, and added up
_DAY = re.compile(r"(?<![\d/.,])(\d{1,2})/(\d{1,2})(?![\d/.,])")


def check_pointers(evidence: Evidence) -> Iterator[Finding]:
    """A figure that is said to have been told before, and was not, while another of its sort was."""
    for n, figure in enumerate(evidence.figures):
        if figure.value and figure.high is None and figure.of is None and _points(evidence, figure):
            earlier = [one for one in evidence.figures[max(0, n - _LATEST) : n] if _alike(one, figure)]
            other = _meant(earlier, figure, _firmly(evidence, figure))
            if other is not None and not _told(earlier, figure) and not _made_of(earlier[-_FEW:], figure):
                yield evidence.found("two_values", [figure], one=other.text, other=figure.text)
    yield from _days(evidence)


def _points(evidence: Evidence, figure: Mention) -> bool:
    """Whether the words around a figure point back: "the … allowed", "… nói trên"."""
    lead, behind = evidence.before(figure, _LEAD) + figure.text.lower(), re.split(r"[,;.(]", evidence.after(figure, _BEHIND))[0]
    plain = figure.hedge in ("exact", "at_most", "over")
    both = evidence.starts_with("told_behind", behind.lstrip()) or (evidence.has("told_soon", behind) and evidence.has("told_leads", lead))
    return plain and (both or _shown(evidence, figure)) and not evidence.has("told_not", lead + behind)


def _shown(evidence: Evidence, figure: Mention) -> bool:
    """Whether an amount, a measure or a share is pointed at: "this VND 94 million", "khuôn viên 81 ha đó"."""
    lead, behind = evidence.before(figure, _LEAD).rstrip(), evidence.after(figure, _LEAD).lstrip()
    opens = lead.strip() in evidence.words.get("demonstratives_opening", ())
    return figure.kind != "count" and (opens or evidence.ends_with("demonstratives", lead) or evidence.starts_with("demonstratives_behind", behind))


def _alike(one: Mention, other: Mention) -> bool:
    """Whether two figures are of one sort; a yearly rate is a share as well."""
    kinds = [("share" if m.kind == "growth" and m.unit is None else m.kind) for m in (one, other)]
    return kinds[0] == kinds[1] and one.unit == other.unit and bool(one.value)


def _told(earlier: list[Mention], figure: Mention) -> bool:
    plain = replace(figure, hedge="exact")
    return any(
        figure.value in (one.value, one.high, one.of) or agrees(plain, one) or (figure.hedge == "over" and agrees(figure, one)) for one in earlier
    )


def _firmly(evidence: Evidence, figure: Mention) -> bool:
    """Whether nothing stands behind the word that points back: "the 60 days allowed," and not "the 45 days allowed under the decree"."""
    behind = re.split(r"[,;.(]", evidence.after(figure, _BEHIND))[0].strip()
    return (
        evidence.starts_with("told_behind", behind) or _shown(evidence, figure) or phrases(evidence.lang, "told_soon").fullmatch(behind) is not None
    )


def _meant(earlier: list[Mention], figure: Mention, firmly: bool) -> Mention | None:
    """The earlier figure that must be meant: the only one of its sort, or one of the same digits."""
    swapped = [one for one in earlier if sorted(_digits(one)) == sorted(_digits(figure))]
    if swapped:
        return swapped[-1]
    near = firmly and len(earlier) == 1 and figure.value and Decimal("0.1") < (earlier[0].value or 0) / figure.value < 10
    return earlier[0] if near else None


def _made_of(earlier: list[Mention], figure: Mention) -> bool:
    """Whether it is the sum or the difference of some of them: "the 21 people" of two groups."""
    values = [one.value or Decimal(0) for one in earlier]
    sums = (sum(some) for size in range(2, _SUMMED + 1) for some in combinations(values, size))
    return any(figure.value == one for one in sums) or any(figure.value in (a - b, b - a) for a, b in combinations(values, 2))


def _digits(mention: Mention) -> str:
    value = mention.value or Decimal(0)
    return "".join(map(str, value.normalize().as_tuple().digits)).rstrip("0")


def _days(evidence: Evidence) -> Iterator[Finding]:
    """ "Quá mốc 26/6 nêu trên" of a text that told 20/6."""
    told = days_of(evidence)
    plain = [(int(match[1]), int(match[2]), match.start(), match.end()) for match in _DAY.finditer(evidence.lower)]
    known = {(day.mention.start, day.mention.end): day for day in told}
    for (start, end), day in known.items():
        if day.first == day.last and day.first[0] and day.first[1]:
            plain.append((day.first[0], day.first[1], start, end))
    for number, month, start, end in plain:
        behind = re.split(r"[,;.(\n]", evidence.lower[end : end + _BEHIND])[0].lstrip()
        if not evidence.starts_with("told_behind", behind) or evidence.has("told_not", behind):
            continue
        earlier = [day for day in told if day.mention.end <= start]
        near = [day for day in earlier if day.first[1] == month or day.first[0] == number]
        if near and not any(_is(day, number, month) for day in earlier):
            shown = {"one": near[-1].mention.text, "other": evidence.text[start:end]}
            yield evidence.found("two_values", [Mention("", start, end, "date")], **shown)


def _is(day: Day, number: int, month: int) -> bool:
    return any(part[0] == number and part[1] in (month, None) for part in (day.first, day.last))
