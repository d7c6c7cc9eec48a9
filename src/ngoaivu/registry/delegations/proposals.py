"""Proposals «đề xuất điền»: what the text of a scan offers for the inputs of a letter's form; nothing of it is kept before a person saw it."""

import re

from ngoaivu.accounts.seats import Seat
from ngoaivu.core.models import Territory
from ngoaivu.core.vietnamese import fold, nfc
from ngoaivu.documents import letters
from ngoaivu.registry.desk import dates
from ngoaivu.registry.desk.naming import countries
from ngoaivu.registry.partners.models import Partner

HOME = "viet nam"
SHORTEST = 8


def proposed(text: str, seat: Seat) -> dict[str, str]:
    """What a letter offers, by the names of the inputs, written as an officer would type it."""
    said = letters.read(text)
    told = {
        "number": said.number,
        "issued": dates.day(said.issued),
        "issuer": said.issuer,
        "subject": said.subject,
        "when": dates.day(said.first),
        "until": dates.day(said.last),
        "persons": str(said.persons or ""),
        "head": said.head,
        "partner": _partner(text, seat),
        "country": _country(text),
    }
    return {name: value for name, value in told.items() if value}


def _partner(text: str, seat: Seat) -> str:
    """The one known partner whose whole name stands in the letter."""
    told = " ".join(fold(nfc(text)).split())
    rows = Partner.objects.filter(seat.visible(), withdrawn=False, canonical__isnull=True)
    named = [row for row in rows if len(row.title_vi) >= SHORTEST and fold(row.title_vi) in told]
    return str(named[0]) if len(named) == 1 else ""


def _country(text: str) -> str:
    """The one country besides our own that the letter names."""
    told = " ".join(nfc(text).casefold().split())
    found = {country for country in countries() if _stands(country, told)}
    return found.pop().name_vi if len(found) == 1 else ""


def _stands(country: Territory, told: str) -> bool:
    name = country.name_vi.casefold()
    return fold(name) != HOME and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told) is not None
