"""Hours told by reckoning «giờ tính ra»: "có mặt lúc 13 giờ 30, nửa giờ trước lễ ký" of a signing at 15."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...model import Finding, Mention
from ...vocabulary import vocabulary
from ..evidence import Evidence
from ..smalls import said
from .hours import clocks, minutes_of

_HALF_DAY = 720  # minutes; "2.30" may be in the afternoon
_LATEST = 30  # hours around that the event may be at


def check_ahead(evidence: Evidence) -> Iterator[Finding]:
    """An hour so long before an event, where the text tells other hours and none of them fits."""
    told = list(clocks(evidence))[: 10 * _LATEST]
    for n, clock in enumerate(told):
        length = _pattern(evidence.lang).match(evidence.lower, clock.end())
        minutes = _minutes(evidence.lang, length) if length else 0
        others = [one for one in told[max(0, n - _LATEST) : n + 2] if one is not clock]
        due = minutes_of(clock) + minutes
        if length and minutes and others and all((minutes_of(one) - due) % _HALF_DAY for one in others):
            span = [Mention("", clock.start(), length.end(), "date")]
            shown = {"text": clock.group().strip(), "told_as": length.group().strip(" ,(-–"), "other": others[0].group().strip()}
            yield evidence.found("reversed_period", span, told="aside", **shown)


def _minutes(lang: str, length: re.Match[str]) -> int:
    if length["half"]:
        return 30
    number = said(lang, length["n"]) or 0
    return number * (60 if length["hours"] else 1)


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    return re.compile(vocabulary(lang)["judge"].get("hours_ahead", "(?!)"))
