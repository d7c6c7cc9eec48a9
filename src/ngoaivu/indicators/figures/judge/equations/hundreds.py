"""Shares of one whole «cơ cấu phần trăm»: shares in a row that may be all of it and make 100%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ..arithmetic import Span, meet, reach
from ..evidence import Evidence
from ..facts import Fact
from ..lists import phrases
from .model import Equation, Traits, apart, slipped

_LONGEST = 14
_WHOLE: Span = (Decimal(1), Decimal(1))
_LEAST, _MOST = Decimal("0.6"), Decimal("1.6")
_HEAD = 160  # characters before the first share that may say it is a breakdown
_OWN = re.compile(r"[,;:()\n]|\.(?!\d)")
_PARTED = re.compile(r"[;\n)]|\.(?!\d)")


def hundreds(evidence: Evidence, facts: list[Fact]) -> Iterator[Equation]:
    """Every row of shares near 100% that holds, or that may end where it ends."""
    shares = [f for f in facts if f.figure.kind == "share" and f.figure.unit is None and not f.figure.high and 0 < f.value < 1]
    for n in range(len(shares)):
        for parts in _rows(shares[n : n + _LONGEST]):
            added = sum((part.value for part in parts), Decimal(0))
            following = shares[n + len(parts)] if n + len(parts) < len(shares) else None
            ends = following is None or following.sentence != parts[-1].sentence or evidence.listed(parts[-1].sentence) or _rest(parts[-1])
            if len(parts) > 1 and _LEAST < added < _MOST and (ends or _make_whole(parts)):
                around = _neighbours(shares[n - 1] if n else None, following, parts)
                seen = _shape(evidence, parts) | around
                chance = slipped(*((part, part.value + 1 - added) for part in parts))
                roles = (("first", parts[0]), ("last", parts[-1]))
                yield Equation("hundred", roles, tuple(parts), _make_whole(parts), Decimal(1), apart(added, Decimal(1)), chance, seen)


def _rows(shares: list[Fact]) -> Iterator[list[Fact]]:
    """Rows of growing length, as long as each share stands in the sentence of the one before or in the next."""
    for k in range(1, len(shares) + 1):
        if k > 1 and shares[k - 1].sentence - shares[k - 2].sentence > 1:
            return
        yield shares[:k]


def _make_whole(parts: list[Fact]) -> bool:
    spans = [reach(part.figure) for part in parts]
    return meet((sum((s[0] for s in spans), Decimal(0)), sum((s[1] for s in spans), Decimal(0))), _WHOLE)


def _neighbours(before: Fact | None, behind: Fact | None, parts: list[Fact]) -> Traits:
    return {
        "share before": float(before is not None and before.sentence == parts[0].sentence),
        "share behind": float(behind is not None and behind.sentence == parts[-1].sentence),
    }


def _shape(evidence: Evidence, parts: list[Fact]) -> Traits:
    first, last = parts[0], parts[-1]
    gaps = [evidence.between(one.figure, other.figure) for one, other in pairwise(parts)]
    span = evidence.lower[max(0, first.figure.start - 30) : last.figure.end] + last.tail[:40]
    return {
        f"{min(5, len(parts))} parts": 1.0,
        f"{min(3, last.place - first.place + 1 - len(parts))} strangers": 1.0,
        "complements": float(evidence.complements(span)),
        "one sentence": float(first.sentence == last.sentence),
        "lines": float(all(evidence.listed(part.sentence) for part in parts)),
        "gaps stop": float(any(_PARTED.search(gap) for gap in gaps)),
        "hedged parts": float(any(part.figure.hedge != "exact" for part in parts)),
        "based parts": float(any(part.base or part.plan for part in parts)),
        "others last": float(_others(last)),
        "rest last": float(_rest(last)),
        "headed": float(evidence.has("breakdowns", evidence.lower[max(0, first.figure.start - _HEAD) : first.figure.start])),
        "weakly": float(evidence.has("weakly", span)),
        "compared": float(evidence.has("compared", span)),
    }


def _others(last: Fact) -> bool:
    """Whether the last share is that of all others: nothing is left out."""
    return any(last.evidence.has(words, last.lead + last.tail[:30]) for words in ("others", "rest"))


def _rest(last: Fact) -> bool:
    """Whether the last share by its own words is that of all others, so that a share behind it is one of something else."""
    lead, tail = _OWN.split(last.lead)[-1], _OWN.split(last.tail)[0]
    joiner = phrases(last.evidence.lang, "joiners").search(tail)
    own = f"{lead} {tail[: joiner.start()] if joiner else tail}"
    return any(last.evidence.has(words, own) for words in ("others", "rest"))
