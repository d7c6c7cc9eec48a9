"""Judging a text by itself «soát con số trong văn bản», without any registry: what cannot be true or does not agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import localcontext
from typing import Any

from ..model import DIGITS, Finding, Mention, as_dict, finding_as_dict
from ..reader import read
from .again import check_again
from .bounds import check_bounds
from .dimensions import in_one_unit
from .equations import check_equations
from .evidence import Evidence
from .facts import facts_of
from .forms import check_forms
from .sums import check_sums
from .times import check_times

_LONGEST_TITLE = 240
_KIND = 3  # words of a line that only names the kind of document
_ENTRY = re.compile(r"[^\n:]{1,60}: ?\d[^\n]{0,30}(?:\n|$)")  # "Tháng 4: 21 đoàn"
_DAY = re.compile(r"[^\n:\d]{0,16}\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{4})?| [A-Z][a-z]{2,8}(?: \d{4})?): ?\S")  # "Thứ Hai, 13/5/2024: họp"
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
        findings = {*check_times(evidence), *check_forms(evidence, facts), *check_bounds(evidence, facts)}
        findings |= {*check_sums(evidence, near, end), *check_again(evidence, near, end), *check_equations(evidence, in_one_unit(near), end)}
    return sorted(_once(findings), key=lambda f: (f.start, f.end, f.rule))


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
    if (
        line.isupper() and len(line.split()) <= _KIND and "\n" in rest and not (_DAY.match(rest) or _ENTRY.match(rest))
    ):  # "BÁO CÁO", "MINUTES": the title stands below
        below, _, rest = rest.partition("\n")
        line = f"{line}\n{below}"
    listed = any(row.match(line) is not None and row.match(rest.lstrip()) is not None for row in (_ENTRY, _DAY))
    untitled = listed or not rest.strip() or len(line) > _LONGEST_TITLE or line.rstrip().endswith((".", ";", ":", ","))
    return 0 if untitled else start + len(line)


def check(text: str, lang: str) -> dict[str, Any]:
    """Mentions and findings of one text, as the command line prints them."""
    mentions = read(text, lang)
    findings = judge(text, mentions, lang)
    return {"mentions": [as_dict(m) for m in mentions], "findings": [finding_as_dict(f) for f in findings]}
