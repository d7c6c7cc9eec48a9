"""Searching a list «tìm trong danh sách»: the words somebody typed, as whole words if any row has them so, else as beginnings, else anywhere."""

import re

from django.db.models import Q

from ngoaivu.accounts.seats import Seat
from ngoaivu.core import vietnamese
from ngoaivu.core.history import Record
from ngoaivu.documents.records import RegistryRecord

# «han» stands in «Hàn Quốc», begins «hàng hóa», and is a piece of «Thanh Hà»; a number like «123/CV» may be any of these.
BOUND = "[^a-z0-9]"
WAYS = (f"(^|{BOUND}){{}}({BOUND}|$)", f"(^|{BOUND}){{}}", "{}")


def worded(model: type[Record], text: str, seat: Seat) -> Q:
    """The condition that every word of a text stands in a row, or in the paper it rests on."""
    words = vietnamese.fold(vietnamese.nfc(text)).split()
    asked = [_each(model, words, way, seat) for way in WAYS] if words else [Q()]
    return next((one for one in asked[:-1] if model._default_manager.filter(seat.visible(), one).exists()), asked[-1])


def _each(model: type[Record], words: list[str], way: str, seat: Seat) -> Q:
    found = Q()
    for word in words:
        found &= _stands("", word, way) | _in_source(model, word, way, seat)
    return found


def _stands(prefix: str, word: str, way: str) -> Q:
    """A plain search first, which is quick, then where in the text the word stands."""
    column = f"{prefix}search_text"
    return Q(**{f"{column}__contains": word}) & Q(**{f"{column}__regex": way.format(re.escape(word))})


def _in_source(model: type[Record], word: str, way: str, seat: Seat) -> Q:
    """The word stands in number, title or issuer of the paper a record rests on, as far as the person may see that paper."""
    if not issubclass(model, RegistryRecord):
        return Q(pk__in=[])
    return _stands("citation__document__", word, way) & seat.visible("citation__document__")
