"""Loading Tiền Giang «nạp dữ liệu Tiền Giang»: the office and its people, then one change a room; a second run changes nothing."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy

from ngoaivu.accounts.models import Office, Unit
from ngoaivu.core.models import Territory
from ngoaivu.demonstration.article import rooms, statements
from ngoaivu.demonstration.article.reading import read
from ngoaivu.demonstration.article.shelf import Shelf, change_if_any
from ngoaivu.demonstration.people import STRANGER, TIEN_GIANG, appoint

OFFICE = "so-ngoai-vu-tien-giang"
WHY = "nạp dữ liệu trình diễn từ bài tổng kết"
# What the log says of a step, the step, and what the terminal says of it.
STEPS = {
    "văn bản nguồn": (rooms.documents, gettext_lazy("source documents")),
    "đối tác, mô hình học hỏi": (rooms.partners, gettext_lazy("partners, models learned from")),
    "thỏa thuận": (rooms.agreements, gettext_lazy("agreements")),
    "đoàn": (rooms.delegations, gettext_lazy("delegations")),
    "sự kiện": (rooms.events, gettext_lazy("events")),
    "hội": (rooms.community, gettext_lazy("associations")),
    "số liệu nhận": (statements.observations, gettext_lazy("figures received")),
    "nhận định, nhiệm vụ, tên gọi": (statements.claims, gettext_lazy("statements, tasks, names")),
}


def load(progress: Callable[[str], None] = lambda line: None) -> Office:
    """Bring the office to what the data files state and give it back."""
    office = _office()
    units = _units(office)
    posts = {entry["key"]: units.get(entry.get("unit", "")) for entry in read("office")["official"]}
    people = {person: appoint(person, office, posts.get(person.official)) for person in TIEN_GIANG}
    shelf = Shelf(office, people[STRANGER].actor)
    for name, (step, label) in STEPS.items():
        with change_if_any(by=shelf.by, verb="load", why=f"{WHY}: {name}") as writer:
            step(shelf, writer)
        progress(f"Tiền Giang: {label}")
    return office


def _office() -> Office:
    table = read("office")
    about, contact = table["office"], table["contact"]
    columns = {
        "name_vi": about["vi"],
        "name_en": about["en"],
        "abbreviation": about["abbreviation"],
        "superior_vi": about["parent_vi"],
        "superior_en": about["parent_en"],
        "place_vi": "Tiền Giang",
        "head_title_vi": about["head_title_vi"],
        "head_title_en": about["head_title_en"],
        "territory": Territory.objects.get(key=about["territory"]),
        "portal_path": "",
        "demonstration": True,
        "excerpt": True,
        "address_vi": about["address_vi"],
        "address_en": about["address_en"],
        "hours_vi": contact["hours_vi"],
        "hours_en": contact["hours_en"],
        "telephone": contact["telephone"],
        "email": contact["email"],
    }
    office, _new = Office.objects.update_or_create(key=about["key"], defaults=columns)
    return office


def _units(office: Office) -> dict[str, Unit]:
    units = {}
    for entry in read("office")["unit"]:
        units[entry["key"]], _new = Unit.objects.get_or_create(office=office, name_vi=entry["vi"], defaults={"name_en": entry["en"]})
    return units
