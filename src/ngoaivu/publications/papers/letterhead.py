"""The letterhead of an office on a day: what a sealed report keeps of it, so that its paper never changes."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from ngoaivu.accounts.models import Appointment, Office
from ngoaivu.publications.publishing import Refused

UNBROKEN = "\N{NO-BREAK SPACE}"
# How a paper is signed for the head of the office (decree 30/2020/NĐ-CP, annex I).
PREFIXES = {"head": "", "acting": "Q.", "deputy": "KT."}


class NoSigner(Refused):
    """Nobody may sign on the day; the message says what to enter."""


def of(office: Office, on: date) -> dict[str, Any]:
    """Bodies, abbreviation, place, recipients and signer of an office's papers on a day."""
    ground = office.territory
    return {
        "superior": {"vi": office.superior_vi, "en": office.superior_en},
        "name": {"vi": office.name_vi, "en": office.name_en},
        "abbreviation": office.abbreviation,
        "place": {"vi": office.place_vi, "en": ground.name_en if office.place_vi == ground.name_vi else office.place_vi},
        "head_title": {"vi": office.head_title_vi, "en": office.head_title_en},
        "recipients": [
            {"vi": "Bộ Ngoại giao", "en": "Ministry of Foreign Affairs"},
            {"vi": office.superior_vi, "en": office.superior_en},
        ],
        "invented": office.invented,
        "demonstration": office.demonstration or office.invented,
        "signer": signer(office, on),
    }


def lines(superior: str, name: str) -> tuple[str, str]:
    """The two bodies in capitals as decree 30/2020/NĐ-CP sets them: the place that both names end in is told once and not broken.

    «Ủy ban nhân dân tỉnh Tiền Giang» over «Sở Ngoại vụ tỉnh Tiền Giang» is set «… TỈNH TIỀN GIANG» over «SỞ NGOẠI VỤ».
    """
    above, below = superior.split(), name.split()
    shared = 0
    while shared < min(len(above), len(below)) - 2 and above[-1 - shared] == below[-1 - shared]:
        shared += 1
    if not shared:
        return superior.upper(), name.upper()
    place = UNBROKEN.join(above[-shared:])
    return " ".join([*above[:-shared], place]).upper(), " ".join(below[:-shared]).upper()


def signer(office: Office, on: date) -> dict[str, Any]:
    """Who signs on a day and how: the head, else an acting head, else a deputy for him."""
    held = [one for one in Appointment.objects.filter(office=office).select_related("user") if one.signing and one.holds(on)]
    for manner, prefix in PREFIXES.items():
        for one in held:
            if one.signing == manner:
                return {"name": one.user.full_name, "title": {"vi": one.title_vi, "en": one.title_en}, "prefix": prefix}
    raise NoSigner(_("Nobody is appointed to sign for %(office)s on this day: enter the appointment first.") % {"office": office})
