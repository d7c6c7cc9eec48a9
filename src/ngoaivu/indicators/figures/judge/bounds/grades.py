"""Grades of a scale that ends «cấp, bậc»: wind of force 31, an earthquake of magnitude 78, a typhoon of category 9."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...model import Finding
from ...vocabulary import vocabulary
from ..evidence import Evidence

_NUMBER = r"\s?(?P<grade>\d{1,5}(?:[.,]\d{1,2})?)(?![\d.,]\d)"


def check_grades(evidence: Evidence) -> Iterator[Finding]:
    """Grades above the last of their scale."""
    for most, before, pattern in _scales(evidence.lang):
        for found in pattern.finditer(evidence.lower):
            start, end = found.span("grade")
            if float(found["grade"].replace(",", ".")) > most:
                shown = slice(found.start() if before else start, end if before else found.end())
                text = evidence.text[shown]
                yield Finding("too_large", shown.start, shown.stop, evidence.message("too_large", text=text))


@cache
def _scales(lang: str) -> list[tuple[float, bool, re.Pattern[str]]]:
    """Each scale with its last grade, whether its words stand before the number, and what finds it."""
    found = []
    for scale in vocabulary(lang).get("scales_that_end", []):
        before, behind = ("|".join(re.escape(word) for word in scale.get(side, ())) for side in ("before", "behind"))
        if before:
            found.append((float(scale["most"]), True, re.compile(rf"(?<!\w)(?:{before}){_NUMBER}")))
        if behind:
            found.append((float(scale["most"]), False, re.compile(rf"(?<![\w.,]){_NUMBER[3:]}[ -]?(?:{behind})(?!\w)")))
    return found
