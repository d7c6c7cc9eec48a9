"""The cast in the tests' own world: the people of the demonstration in two small offices, Here and There."""

from dataclasses import dataclass
from datetime import date

from ngoaivu.accounts.models import Office, User
from ngoaivu.core import vietnamese
from ngoaivu.core.models import Territory
from ngoaivu.demonstration.people import MODEL_PROVINCE, PASSWORD, STRANGER, appoint

__all__ = ["PASSWORD", "Cast", "assemble", "office", "territory"]


@dataclass(frozen=True)
class Cast:
    """Everybody, and the two offices."""

    here: Office
    there: Office
    specialist: User
    head: User
    director: User
    editor: User
    administrator: User
    reporter: User
    stranger: User


def territory(key: str, name_vi: str, name_en: str = "", kind: str = "province", **days: date | None) -> Territory:
    """A territory with its alphabetical key, made once."""
    made, _new = Territory.objects.get_or_create(
        key=key, defaults={"kind": kind, "name_vi": name_vi, "name_en": name_en or name_vi, "sort_key": vietnamese.sort_key(name_vi), **days}
    )
    return made


def office(key: str, ground: Territory, path: str) -> Office:
    """An office with everything a paper needs."""
    return Office.objects.create(
        key=key,
        name_vi="Sở Ngoại vụ",
        name_en="Department of Foreign Affairs",
        abbreviation="SNgV",
        superior_vi=f"Ủy ban nhân dân {ground.name_vi}",
        superior_en=f"People's Committee of {ground.name_en}",
        place_vi=ground.name_vi,
        head_title_vi="Giám đốc",
        head_title_en="Director",
        territory=ground,
        portal_path=path,
    )


def assemble() -> Cast:
    """The whole cast in a fresh database."""
    here = office("so-ngoai-vu", territory("noi-nay", "Nơi Này", "Here"), "")
    there = office("so-khac", territory("noi-kia", "Nơi Kia", "There"), "kia")
    here_by_role = {person.role: appoint(person, here) for person in MODEL_PROVINCE}
    return Cast(here=here, there=there, stranger=appoint(STRANGER, there), **here_by_role)
