"""The list of delegations that can be imported: one row, one visit."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ngoaivu.accounts.seats import Seat
from ngoaivu.core.period import ImpreciseDate
from ngoaivu.registry.delegations import visits
from ngoaivu.registry.delegations.editing import further_countries, spread
from ngoaivu.registry.delegations.models import Channel, CountryVisit, Delegation
from ngoaivu.registry.delegations.rules import check_countries, check_delegation, state_on
from ngoaivu.registry.desk import grounds
from ngoaivu.registry.desk.fields import ImpreciseDateField, NamedField, WholeNumberField, WordField
from ngoaivu.registry.desk.importing import ImportColumn, Importer
from ngoaivu.registry.desk.naming import countries
from ngoaivu.registry.partners.models import Partner


def _text(most: int, *, required: bool = False) -> Any:
    return lambda seat: forms.CharField(max_length=most, required=required)


def _word(choices: Any, default: str = "", *, required: bool = False) -> Any:
    return lambda seat: WordField(words=choices.choices, default=default, required=required)


def _partner(seat: Seat) -> forms.Field:
    rows = Partner.objects.filter(seat.visible(), withdrawn=False, canonical__isnull=True)
    return NamedField(queryset=rows, kind="partner", required=False, help_text=_("Registered before, by its name."))


def delegation(values: Mapping[str, Any], seat: Seat) -> Delegation:
    """The visit a row tells of."""
    until = values["until"]
    columns = {name: value for name, value in values.items() if name not in {"when", "until", "more_countries"}}
    visit = Delegation(office=seat.office, **columns)
    if visit.country is None and visit.origin == Delegation.Origin.FOREIGN and visit.partner is not None:
        visit.country = visit.partner.country
    visit.starts(values["when"])
    visit.ends(until if until != ImpreciseDate(None, None) else values["when"])
    began = visit.day_shown()
    visit.state = values["state"] or state_on(began)
    visit.territory = grounds.of_day(seat.office.territory, began)
    return visit


def stops(visit: Delegation, values: Mapping[str, Any]) -> list[CountryVisit]:
    """The countries a visit of a row went to; refused where it went abroad and names none."""
    check_countries(None, visit, values["more_countries"])
    made = [visits.made(visit, country) for country in visits.visited(visit, values["more_countries"])]
    for stop in made:
        stop.prepare()
    return made


# Headings that offices use in their own lists, besides ours.
ALIASES = {
    "title_vi": ("Tên đoàn", "Tên gọi", "Đoàn", "Nội dung"),
    "direction": ("Chiều", "Đoàn vào hay đoàn ra", "Đoàn vào/ra", "Loại đoàn"),
    "origin": ("Nguồn gốc", "Trong nước hay nước ngoài", "Trong/ngoài nước"),
    "country": ("Nước", "Quốc gia", "Quốc tịch"),
    "more_countries": ("Các nước khác cùng chuyến", "Nước khác", "Các nước khác"),
    "partner": ("Đối tác", "Cơ quan"),
    "when": ("Từ ngày", "Ngày đến", "Thời gian", "Ngày bắt đầu"),
    "until": ("Đến ngày", "Ngày đi", "Ngày kết thúc"),
    "persons": ("Số người", "Số lượng", "Lượt người"),
    "head_vi": ("Trưởng đoàn", "Tên trưởng đoàn"),
    "host_vi": (
        "Đơn vị tiếp",
        "Đơn vị tiếp đoàn",
        "Đơn vị cử đoàn",
        "Đơn vị tiếp hoặc cử đoàn",
        "Đơn vị tiếp, hoặc cử đoàn",
        "Nơi tiếp hoặc nơi cử",
        "Cơ quan tiếp",
        "Đơn vị chủ trì",
    ),
    "channel": ("Kênh", "Kênh đối ngoại"),
    "rank": ("Cấp đoàn", "Cấp"),
    "purpose": ("Mục đích",),
    "state": ("Tình trạng", "Trạng thái"),
    "note": ("Ghi chú",),
}


def _column(name: str, heading: Any, field: Callable[[Seat], forms.Field], example: str = "") -> ImportColumn:
    return ImportColumn(name, heading, field, example, ALIASES[name])


COLUMNS = (
    _column("title_vi", gettext_lazy("Name of the delegation"), _text(400, required=True), "Đoàn tỉnh Khăm Muộn"),
    _column("direction", gettext_lazy("Direction"), _word(Delegation.Direction, required=True), "Đoàn vào"),
    _column("origin", gettext_lazy("Foreign or domestic"), _word(Delegation.Origin, "foreign"), "Nước ngoài"),
    _column("country", gettext_lazy("Country"), lambda seat: NamedField(queryset=countries(), kind="country", required=False), "Lào"),
    _column("more_countries", gettext_lazy("Further countries visited"), lambda seat: further_countries()),
    _column("partner", gettext_lazy("Partner"), _partner),
    _column("when", gettext_lazy("First day of the visit"), lambda seat: ImpreciseDateField(), "05/07/2018"),
    _column("until", gettext_lazy("Last day of the visit"), lambda seat: ImpreciseDateField(required=False), "07/07/2018"),
    _column("persons", gettext_lazy("Number of persons"), lambda seat: WholeNumberField(min_value=1, required=False), "12"),
    _column("head_vi", gettext_lazy("Head of the delegation"), _text(200)),
    _column("host_vi", gettext_lazy("Received by, or sent by"), _text(200)),
    _column("channel", gettext_lazy("Channel"), _word(Channel, "state"), "Nhà nước"),
    _column("rank", gettext_lazy("Rank"), _word(Delegation.Rank, "provincial"), "Cấp tỉnh"),
    _column("purpose", gettext_lazy("Purpose"), _word(Delegation.Purpose, "working"), "Làm việc"),
    _column("state", gettext_lazy("State of the visit"), _word(Delegation.State)),
    _column("note", gettext_lazy("Note"), _text(2000)),
)
DELEGATIONS = Importer(Delegation, COLUMNS, delegation, check_delegation, stops, spread)
