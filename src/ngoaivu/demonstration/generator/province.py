"""The model province as a whole: plan it from a seed without touching the database, or load it, all or nothing."""

from collections.abc import Callable, Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from ngoaivu.accounts.models import Office, Unit
from ngoaivu.core.models import ExchangeRate, Territory
from ngoaivu.core.reference.territories import read
from ngoaivu.demonstration.generator import agreements, aid, casework, community, delegations, events, history, library, partners, statistics
from ngoaivu.demonstration.generator.world import World
from ngoaivu.demonstration.people import MODEL_PROVINCE, appoint
from ngoaivu.documents.models import SourceDocument

OFFICE = "so-ngoai-vu-tinh-mau"
SEED = 2015
ROOMS = (partners, agreements, delegations, events, aid, community, casework, library, statistics, history)
UNITS = (
    ("Văn phòng|Office", "Tổng hợp, văn thư, trang thông tin điện tử.|General affairs, records, the web site."),
    (
        "Phòng Hợp tác quốc tế|Division of International Cooperation",
        "Đoàn ra, đoàn vào, thỏa thuận, sự kiện, viện trợ.|Delegations, agreements, events, aid.",
    ),
    (
        "Phòng Lãnh sự và Kiều bào|Consular and Overseas Vietnamese Division",
        "Lãnh sự, thẻ ABTC, người Việt Nam ở nước ngoài.|Consular work, the ABTC, overseas Vietnamese.",
    ),
)
ABOUT = {
    "name_vi": "Sở Ngoại vụ tỉnh Mẫu",
    "name_en": "Department of Foreign Affairs of the Model Province",
    "abbreviation": "SNgV",
    "superior_vi": "Ủy ban nhân dân tỉnh Mẫu",
    "superior_en": "People's Committee of the Model Province",
    "place_vi": "Tỉnh Mẫu",
    "head_title_vi": "Giám đốc",
    "head_title_en": "Director",
    "portal_path": "tinh-mau",
    "demonstration": True,
    "invented": True,
    "address_vi": "Số 1, đường Ví Dụ, phường Trung Tâm, tỉnh Mẫu (địa chỉ hư cấu)",
    "address_en": "1 Example Street, Central Ward, Model Province (invented address)",
    "hours_vi": "Thứ Hai đến thứ Sáu, 7 giờ 30 đến 11 giờ 30 và 13 giờ 30 đến 17 giờ 00, trừ ngày lễ",
    "hours_en": "Monday to Friday, 7:30 to 11:30 and 13:30 to 17:00, except public holidays",
    "telephone": "0200 000 0000",
    "email": "lienhe@ngoaivu-tinhmau.example",
}


def plan(office: Office, places: Mapping[str, Territory], seed: int = SEED) -> World:
    """Everything that will be written, drawn from the seed; nothing is stored yet."""
    world = World(office, places, seed)
    for room in ROOMS:
        room.draw(world)
    return world


def places_of_reference() -> dict[str, Territory]:
    """The territories of the reference tables as rows that are not stored."""
    return {str(row["key"]): Territory(**{name: row[name] for name in ("key", "kind", "name_vi", "name_en")}) for row in read("territories")}


def load(progress: Callable[[str], None] = lambda line: None, *, seed: int = SEED) -> Office:
    """Make the office, its people and its records; an office that has records is left as it is."""
    with transaction.atomic():
        places = {place.key: place for place in Territory.objects.all()}
        office, _new = Office.objects.update_or_create(key=OFFICE, defaults=ABOUT | {"territory": places["tinh-mau"]})
        units = _units(office)
        actors = {person.role: appoint(person, office, units[0 if person.role == "administrator" else 1]).actor for person in MODEL_PROVINCE}
        if SourceDocument.objects.filter(office=office).exists():
            return office
        for rate in statistics.rates():
            ExchangeRate.objects.get_or_create(currency=rate.currency, on=rate.on, source=rate.source, defaults={"vnd": rate.vnd})
        world = plan(office, places, seed)
        written = world.ledger.write(actors, progress)
    progress(_("Tỉnh Mẫu: %(number)d records") % {"number": written})
    return office


def _units(office: Office) -> list[Unit]:
    made = []
    for names, duties in UNITS:
        (vi, en), (duties_vi, duties_en) = names.split("|"), duties.split("|")
        columns = {"name_en": en, "duties_vi": duties_vi, "duties_en": duties_en}
        made.append(Unit.objects.get_or_create(office=office, name_vi=vi, defaults=columns)[0])
    return made
