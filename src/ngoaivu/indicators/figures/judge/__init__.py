"""Judging a text by itself «soát con số trong văn bản», without any registry: what cannot be true or does not agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import localcontext
from typing import Any

from ..model import DIGITS, Finding, Mention, as_dict, finding_as_dict
from ..reader import read
from .balances import check_balances
from .bearers import check_bearers
from .columns import check_columns
from .costs import check_costs
from .courses import check_courses
from .deadlines import check_deadlines
from .directions import check_directions
from .doubles import check_doubles
from .equations import check_equations
from .evidence import Evidence
from .extents import check_extents
from .facts import facts_of
from .foundings import check_foundings
from .grades import check_grades
from .groups import check_groups
from .headings import check_headings
from .hours import check_hours
from .identities import check_identities
from .kinds import check_kinds
from .lengths import check_lengths
from .lifetimes import check_lifetimes
from .limits import check_limits
from .nearness import check_nearness
from .periods import check_periods
from .pointers import check_pointers
from .portions import check_portions
from .prices import check_prices
from .products import check_products
from .rates import check_rates
from .reckoned import check_reckoned
from .replies import check_replies
from .rosters import check_rosters
from .running import check_running
from .signings import check_signings
from .sizes import check_sizes
from .slips import check_slips
from .spans import check_spans
from .stays import check_stays
from .twice import check_twice
from .units import check_units
from .venues import check_venues
from .weekdays import check_weekdays

_LONGEST_TITLE = 240
_KIND = 3  # words of a line that only names the kind of document
_WORDED = (
    check_slips,
    check_courses,
    check_deadlines,
    check_lengths,
    check_hours,
    check_extents,
    check_groups,
    check_twice,
    check_grades,
    check_weekdays,
    check_lifetimes,
    check_spans,
    check_stays,
    check_reckoned,
    check_replies,
    check_doubles,
    check_foundings,
    check_identities,
    check_pointers,
    check_signings,
    check_venues,
)
_ONE_BY_ONE = (check_units, check_sizes, check_limits, check_bearers, check_kinds, check_nearness, check_prices, check_portions, check_costs)
_COMPARING = (check_products, check_periods, check_rates, check_running, check_balances, check_columns)
_TITLED = (check_directions, check_equations, check_headings, check_rosters)
_ENTRY = re.compile(r"[^\n:]{1,60}: ?\d[^\n]{0,30}(?:\n|$)")  # "Tháng 4: 21 đoàn"
_SORTS = {"parts_over_total": "parts_total"}
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
        findings = [found for check_words in _WORDED for found in check_words(evidence)]
        findings += [found for check_one in _ONE_BY_ONE for found in check_one(evidence, facts)]
        findings += [found for check_near in _COMPARING for found in check_near(evidence, near)]
        findings += [found for check_text in _TITLED for found in check_text(evidence, near, end)]
    return sorted(_once(set(findings)), key=lambda f: (f.start, f.end, f.rule))


def _once(findings: set[Finding]) -> Iterator[Finding]:
    """Each fault once: of two findings of one sort the narrower one, where it stands inside the other."""
    least: dict[str, int] = {}
    for one in sorted(findings, key=lambda f: (-f.start, f.end, f.message)):
        sort = _SORTS.get(one.rule, one.rule)
        if sort not in least or one.end < least[sort]:
            least[sort] = one.end
            yield one


def title_of(text: str) -> int:
    """Where the title ends: the first line, when it is short, ends without a point and has a text below; else 0."""
    stripped = text.lstrip()
    start = len(text) - len(stripped)
    line, _, rest = stripped.partition("\n")
    if line.isupper() and len(line.split()) <= _KIND and "\n" in rest:  # "BÁO CÁO", "MINUTES": the title stands below
        below, _, rest = rest.partition("\n")
        line = f"{line}\n{below}"
    listed = _ENTRY.match(line) is not None and _ENTRY.match(rest.lstrip()) is not None
    untitled = listed or not rest.strip() or len(line) > _LONGEST_TITLE or line.rstrip().endswith((".", ";", ":", ","))
    return 0 if untitled else start + len(line)


def check(text: str, lang: str) -> dict[str, Any]:
    """Mentions and findings of one text, as the command line prints them."""
    mentions = read(text, lang)
    findings = judge(text, mentions, lang)
    return {"mentions": [as_dict(m) for m in mentions], "findings": [finding_as_dict(f) for f in findings]}
