"""Counterparts «đối tác nêu trong công văn»: the one registered partner a letter names. Sure or silent, as `documents.letters`."""

import re
import unicodedata
from collections.abc import Iterable

from ngoaivu.accounts.seats import Seat
from ngoaivu.core.vietnamese import fold, nfc
from ngoaivu.registry.delegations.movements import READ
from ngoaivu.registry.partners.models import Partner

# A shorter name is too easily another word; more so where the letter is written without marks.
SHORTEST, SHORTEST_BARE = 4, 8
# The tone behind the last vowel of an open syllable.
TONE = re.compile("([ou])([aey])([\u0300\u0301\u0303\u0309\u0323])(?!\\w)")
Named = dict[str, set[int]]


def partner_in(text: str, issuer: str, seat: Seat) -> str:
    """The partner whose Vietnamese or foreign name stands in a letter or is its issuer; empty where there is none, or more than one."""
    told = f"{_flat(text[:READ])} ; {_flat(issuer)}"
    known = {row.pk: row for row in Partner.objects.filter(seat.visible(), withdrawn=False)}
    names = _names(known.values())
    found = _found(told, names, SHORTEST) or _without_marks(told, names)
    survivors = {known[key].canonical_id or key for key in found}
    return str(known[survivors.pop()]) if len(survivors) == 1 and survivors <= known.keys() else ""


def _names(rows: Iterable[Partner]) -> Named:
    """Whose each name is; several may bear one."""
    names: Named = {}
    for row in rows:
        for name in filter(None, map(_flat, (row.title_vi, row.title_en))):
            names.setdefault(name, set()).add(row.pk)
    return names


def _found(told: str, names: Named, shortest: int) -> set[int]:
    """Those whose names stand in a text as whole words; of names that begin at one place the longest counts."""
    standing = [name for name in names if len(name) >= shortest and name in told]
    if not standing:
        return set()
    any_name = "|".join(re.escape(name) for name in sorted(standing, key=len, reverse=True))
    return {key for found in re.finditer(rf"(?<!\w)(?:{any_name})(?!\w)", told) for key in names[found[0]]}


def _without_marks(told: str, names: Named) -> set[int]:
    """Those whose names stand there without marks: only words that bear none may be them, for «Hạ Nam» is not «Hà Nam»."""
    bare: Named = {}
    for name, keys in names.items():
        bare.setdefault(fold(name), set()).update(keys)
    return _found(" ".join(word if fold(word) == word else "?" for word in told.split()), bare, SHORTEST_BARE)


def _flat(text: str) -> str:
    """Small letters and single spaces, the tone of «hoà» where «hòa» has it."""
    told = unicodedata.normalize("NFD", nfc(text).casefold())
    return unicodedata.normalize("NFC", " ".join(TONE.sub(r"\1\3\2", told).split()))
