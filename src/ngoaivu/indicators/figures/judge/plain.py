"""Bare numbers «số trần» that the reader counts as nothing, but that may be parts of a total or have a share: "71 are active"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from ..model import Mention
from .lists import phrases

_NUMBER = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+|[1-9]\d{0,3}")
_YEARS, _LIFETIME = (1_900, 2_100), 150
_LEAD = 24  # characters before a number that may name what it is the number of
_BEFORE = re.compile(r"(?:[^\W\d_][,;:]? |[,;:] |\(|['’]s |\d[%)]? |[)] )$")
_BEHIND = re.compile(r"$|[ ,;.)\n](?!\d)|\n")
_MOVED = re.compile(r" (?:in (?:[a-z]{3,9} )?\d{4},? )?to [\d£$€]")  # "from 150 in 2023 to 129"
_NAMED = re.compile(r"[^\W\d_a-zà-ỹ]\w*\s$")  # a capitalised word before it


def counted(text: str, lower: str, mention: Mention, lang: str) -> Mention | None:
    """The bare number as a count of nothing named, or None where it may be a name, a year or an item."""
    carried = mention.unit == "year" and mention.text.isdecimal() and (mention.value or 0) > _LIFETIME  # "in five years, from 310 to 620"
    if not (carried or mention.kind == "structural") or not _NUMBER.fullmatch(mention.text):
        return None
    value = Decimal(re.sub(r"\D", "", mention.text))
    before, behind = text[max(0, mention.start - _LEAD) : mention.start], lower[mention.end : mention.end + 2]
    named = mention.text.isdecimal() and _is_name(before, lang) and not _MOVED.match(lower, mention.end)
    if mention.text.isdecimal() and _YEARS[0] <= value <= _YEARS[1]:
        return None
    if "\n" in before[-3:] or not _BEFORE.search(before) or not _BEHIND.match(behind) or named:
        return None
    return replace(mention, kind="count", unit=None, value=value, flags=("bare",))


def _is_name(before: str, lang: str) -> bool:
    lead = before.lower().rstrip()
    named = phrases(lang, "name_leads")
    return any(m.end() == len(lead) for m in named.finditer(lead))
