"""Separators of another language «dấu phân cách của tiếng khác»: "1.460 m2" in the English version of a Vietnamese page.

Three digits behind the decimal mark of a measure may be decimals ("213.604 km") or a group. They are a group where the
text also writes decimals with the other mark ("11,2 billion"), and where nobody measures so finely.
"""

from __future__ import annotations

import re
from dataclasses import replace

from .lexicon import Lexicon
from .quantities import Draft

_GROUPED = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_COARSE = frozenset({"square_metre", "cubic_metre", "person_day", "litre", "kilowatt_hour", "horsepower"})
_FINE = frozenset({"kilometre", "hectare", "square_kilometre"})
_THOUSAND = 3


def settle_groups(drafts: list[Draft], lex: Lexicon) -> None:
    """Makes groups of what only looked like decimals; English only, where the Vietnamese marks are common."""
    if not lex.words["noun_reach"]:
        return
    doubtful = [draft for draft in drafts if _doubtful(draft, lex)]
    if not doubtful:
        return
    mixed = any("comma_decimal" in draft.flags for draft in drafts)
    for draft in doubtful:
        fine = draft.unit in _FINE and draft.amount is not None and not draft.amount.number.literal.endswith("0")
        if draft.unit in _COARSE or (mixed and not fine):
            _group(draft)


def _doubtful(draft: Draft, lex: Lexicon) -> bool:
    amount = draft.amount
    plain = amount is not None and draft.kind == "measure" and not amount.power and draft.high is None and draft.of is None
    return plain and amount is not None and lex.decimal in amount.number.literal and _GROUPED.fullmatch(amount.number.literal) is not None


def _group(draft: Draft) -> None:
    assert draft.amount is not None and draft.value is not None
    draft.amount = replace(draft.amount, value=draft.amount.value.scaleb(_THOUSAND))
    draft.value = draft.value.scaleb(_THOUSAND)
    draft.flags += ("mixed_separators",)
