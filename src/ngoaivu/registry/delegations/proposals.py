"""Proposals «đề xuất điền»: what the text of a scan offers for the inputs of a letter's form; nothing of it is kept before a person saw it."""

from collections.abc import Mapping

from ngoaivu.accounts.seats import Seat
from ngoaivu.documents import letters
from ngoaivu.registry.delegations.counterparts import partner_in
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.delegations.movements import countries_in, movement_in
from ngoaivu.registry.delegations.purposes import purpose_in
from ngoaivu.registry.delegations.senders import sender_in
from ngoaivu.registry.desk import dates


def proposed(text: str, seat: Seat) -> dict[str, str]:
    """What a letter offers, by the names of the inputs, written as an officer would type it."""
    said = letters.read(text)
    movement = movement_in(text, said.issuer, seat.office.territory.name_vi)
    places = [country.name_vi for country in countries_in(text, movement)]
    told = {
        "number": said.number,
        "issued": dates.day(said.issued),
        "issuer": said.issuer,
        "subject": said.subject,
        "when": dates.day(said.first),
        "until": dates.day(said.last),
        "persons": str(said.persons or ""),
        "head": said.head,
        "partner": partner_in(text, said.issuer, seat),
        "movement": movement,
        "country": "".join(places[:1]),
        "more_countries": "; ".join(places[1:]),
        "purpose": purpose_in(text),
        "host": sender_in(said.issuer) if movement.startswith("outbound") else "",
    }
    return {name: value for name, value in told.items() if value}


def defaults(seat: Seat) -> dict[str, str]:
    """What stands in the form before anybody typed, where a letter may know better."""
    return {"purpose": str(Delegation.Purpose.WORKING.value), "host": seat.office.name_vi}


def wanted(told: dict[str, str], typed: Mapping[str, str], standing: Mapping[str, str]) -> dict[str, str]:
    """Of what a letter offers, what the form lacks «ô còn trống» or has by default only; what belongs to another kind of delegation is left out."""
    lacking = {name: value for name, value in told.items() if _untouched(name, typed, standing)}
    other = typed.get("movement", "") not in ("", told.get("movement"))
    if "country" not in lacking or other:
        lacking.pop("more_countries", None)
    if other:
        lacking.pop("host", None)
    return lacking


def doubtful(offered: Mapping[str, str], typed: Mapping[str, str], standing: Mapping[str, str]) -> list[str]:
    """The inputs that a letter was read for in vain and that still hold what stood there before."""
    return [name for name in standing if name not in offered and _untouched(name, typed, standing)]


def _untouched(name: str, typed: Mapping[str, str], standing: Mapping[str, str]) -> bool:
    return typed.get(name, "").strip() in ("", standing.get(name, ""))
