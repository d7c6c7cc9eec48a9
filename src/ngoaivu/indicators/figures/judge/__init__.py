"""Judging a text by itself «soát con số trong văn bản», without any registry: what cannot be true or does not agree."""

from __future__ import annotations

from decimal import localcontext
from typing import Any

from ..model import DIGITS, Finding, Mention, as_dict, finding_as_dict
from ..reader import read
from .courses import check_courses
from .days import check_days
from .deltas import check_deltas
from .directions import check_directions
from .evidence import Evidence
from .facts import facts_of
from .hours import check_hours
from .limits import check_limits
from .points import check_points
from .portions import check_portions
from .products import check_products
from .rates import check_rates
from .relations import check_relations
from .repeats import check_repeats
from .sizes import check_sizes
from .slips import check_slips
from .spans import check_spans
from .sums import check_sums
from .titles import check_title
from .units import check_units
from .votes import check_votes

_LONGEST_TITLE = 240
_COMPARED = 4_000  # figures compared with each other; a text with more is a table


def judge(text: str, mentions: list[Mention], lang: str, *, title_end: int | None = None, spoken: str = "") -> list[Finding]:
    """The findings on `text`, whose figures are `mentions` (as `read` gives them), in order of place.

    The title ends at `title_end`; None takes the first line when it looks like one. Messages are in the
    language `spoken`, else in `lang`.
    """
    evidence = Evidence.of(text, mentions, lang, spoken)
    end = title_of(text) if title_end is None else title_end
    with localcontext(prec=DIGITS):
        facts = facts_of(evidence)
        near = facts[:_COMPARED]
        findings = [
            *check_slips(evidence),
            *check_units(evidence, facts),
            *check_sizes(evidence, facts),
            *check_limits(evidence, facts),
            *check_sums(evidence, near),
            *check_products(evidence, near),
            *check_portions(evidence, near),
            *check_rates(evidence, near),
            *check_relations(evidence, near),
            *check_deltas(evidence, near),
            *check_points(evidence, near),
            *check_directions(evidence, near, end),
            *check_spans(evidence, near),
            *check_title(evidence, near, end),
            *check_repeats(evidence, near, end),
            *check_days(evidence, end),
            *check_votes(evidence, near),
            *check_courses(evidence),
            *check_hours(evidence),
        ]
    return sorted(set(findings), key=lambda f: (f.start, f.end, f.rule))


def title_of(text: str) -> int:
    """Where the title ends: the first line, when it is short, ends without a point and has a text below; else 0."""
    stripped = text.lstrip()
    start = len(text) - len(stripped)
    line, _, rest = stripped.partition("\n")
    untitled = not rest.strip() or len(line) > _LONGEST_TITLE or line.rstrip().endswith((".", ";", ":", ","))
    return 0 if untitled else start + len(line)


def check(text: str, lang: str) -> dict[str, Any]:
    """Mentions and findings of one text, as the command line prints them."""
    mentions = read(text, lang)
    findings = judge(text, mentions, lang)
    return {"mentions": [as_dict(m) for m in mentions], "findings": [finding_as_dict(f) for f in findings]}
