"""Every room: a form as an officer fills it becomes a record; what its rules refuse is told in a sentence and leaves nothing."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from ngoaivu.accounts.models import Appointment
from ngoaivu.accounts.seats import seats_of
from ngoaivu.core.history import Record
from ngoaivu.core.models import Change, Succession
from ngoaivu.documents.actions import keep
from ngoaivu.registry.agreements.rules import AGREEMENT
from ngoaivu.registry.aid.models import AidItem
from ngoaivu.registry.aid.rules import AID_ITEM
from ngoaivu.registry.casework.rules import PERMISSION
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.delegations.rules import DELEGATION
from ngoaivu.registry.desk import opened
from ngoaivu.registry.desk.rules import Lifecycle
from ngoaivu.registry.events.models import Event
from ngoaivu.registry.events.rules import EVENT
from ngoaivu.registry.partners.models import Partner
from ngoaivu.registry.partners.rules import RELATIONSHIP
from tests.cast import Cast, territory
from tests.registry.conftest import PAPER, As, paper_of

COMMON = {"title_vi": "Hồ sơ thử", "level": "internal", "when": "05/7/2018", "citation": PAPER}
# A form of each list, as an officer fills it; what the record then says.
FORMS: dict[str, tuple[dict[str, str], dict[str, Any]]] = {
    "agreements": ({"kind": "international", "form": "memorandum", "state": "in_force", "partner": "Đối tác"}, {"form": "memorandum"}),
    "aid-items": (
        {"kind": "project", "donor": "doi tac", "state": "approved", "committed_minor": "8.636.000.000", "currency": "VND"},
        {"committed_minor": 8_636_000_000},
    ),
    "disbursements": ({"item": "Khoản viện trợ", "amount_minor": "1.500,25", "currency": "USD"}, {"amount_minor": 150_025}),
    "ngo-registrations": ({"partner": "Đối tác", "number": "12/CNV"}, {"number": "12/CNV"}),
    "volunteers": ({"country": "Úc", "person_name": "Jane", "level": "personal"}, {"person_name": "Jane"}),
    "associations": ({"kind": "relatives", "members": "30"}, {"members": 30}),
    "enterprises": ({"country": "Nhật Bản", "capital_minor": "123,5", "currency": "USD"}, {"capital_minor": 12_350}),
    "trainee-cohorts": ({"school_vi": "Trường nghề", "country": "Nhật Bản", "trained": "40", "placed": "10"}, {"placed": 10}),
    "travel-permissions": ({"person_name": "Ông A", "state": "permitted", "level": "personal"}, {"state": "permitted"}),
    "procedures": ({"number": "1.002", "field_vi": "Lãnh sự", "link": "https://dichvucong.gov.vn/x"}, {"number": "1.002"}),
    "country-visits": ({"delegation": "Đoàn thử", "country": "Lào"}, {}),
    "events": ({"kind": "forum", "channel": "state", "state": "held", "participants": "100", "foreign_participants": "9"}, {"participants": 100}),
    "event-countries": ({"event": "Sự kiện thử", "country": "Lào"}, {}),
    "event-series": ({"every_months": "12"}, {"every_months": 12}),
    "bulletins": ({"number": "7", "languages": "vi,en"}, {"number": 7}),
    "partners": ({"kind": "university", "country": "Úc"}, {"kind": "university"}),
    "relationships": ({"partner": "Đối tác", "kind": "twinning", "state": "current"}, {"kind": "twinning"}),
    "learned-models": ({"country": "Nhật Bản", "field": "agriculture"}, {"field": "agriculture"}),
    "papers": ({"kind": "letter", "issuer_vi": "Văn phòng", "numbers": "1/CV\n2/CV", "issued": "6/2018"}, {"numbers": "1/CV\n2/CV"}),
    "legal-texts": (
        {"number": "272-QĐ/TW", "kind_vi": "Quyết định", "issuer_vi": "Bộ Chính trị", "issued_on": "21/01/2015", "status": "in_force"},
        {"status": "in_force"},
    ),
}  # fmt: skip
# What the rules of a room refuse, and the input beside which it is told.
REFUSED = [
    ("agreements", {"form": "contract"}, "form"),
    ("aid-items", {"committed_minor": "1.5"}, "committed_minor"),
    ("aid-items", {"committed_minor": "12,5"}, "committed_minor"),
    ("aid-items", {"donor": "Không có"}, "donor"),
    ("disbursements", {"currency": "VND"}, "amount_minor"),
    ("disbursements", {"currency": "EUR"}, "currency"),
    ("trainee-cohorts", {"placed": "41"}, "placed"),
    ("travel-permissions", {"level": "internal"}, "level"),
    ("travel-permissions", {"when": ""}, "when"),
    ("events", {"foreign_participants": "101"}, "foreign_participants"),
    ("events", {"when": "2099"}, "state"),
    ("relationships", {"until": "2019"}, "state"),
    ("legal-texts", {"in_force_from": "01/3/2015", "expired_on": "01/2/2015"}, "expired_on"),
    ("legal-texts", {"title_vi": "Kế hoạch (MẬT)"}, "title_vi"),
    ("papers", {"numbers": "5/MẬT"}, "numbers"),
    ("events", {"citation": ""}, "citation"),
    ("events", {"citation": "", "when": "2099", "note": "Độ mật: MẬT"}, "note"),
    ("events", {"citation": "", "when": "2099"}, "state"),
    ("events", {"participants": "abc"}, "participants"),
    ("partners", {"level": "embargoed"}, "embargo_until"),
]


@pytest.fixture
def hanh(cast: Cast, as_: As) -> Client:
    """The head of division, with a partner, a delegation, an aid item and an event to point at."""
    reverse("wagtailadmin_home")
    paper_of(cast)
    own = {"office": cast.here, "territory": cast.here.territory}
    partner = keep(Partner(**own, title_vi="Đối tác", kind="ngo", country=cast.here.territory), by=cast.head.actor)
    keep(Delegation(**own, title_vi="Đoàn thử", direction="outbound"), by=cast.head.actor)
    keep(AidItem(**own, title_vi="Khoản viện trợ", kind="project", donor=partner, committed_minor=1, currency="USD"), by=cast.head.actor)
    keep(Event(**own, title_vi="Sự kiện thử", kind="forum"), by=cast.head.actor)
    return as_(cast.head)


def viewset(name: str) -> Any:
    return next(one for one in opened.viewsets() if one.name == name)


def newest(model: type[Record]) -> Any:
    return model.objects.order_by("-pk").first()


def test_every_list_has_its_form_here(hanh: Client) -> None:
    assert {one.name for one in opened.viewsets()} == {*FORMS, "delegations"}


@pytest.mark.parametrize("name", sorted(FORMS))
def test_a_form_becomes_a_record_and_a_page(hanh: Client, cast: Cast, name: str) -> None:
    sent, said = FORMS[name]
    room = viewset(name)
    assert hanh.get(room.address("new")).status_code == 200
    answer = hanh.post(room.address("new"), COMMON | sent)
    assert answer.status_code == 302, answer.context["form"].errors
    row = newest(room.model)
    assert {column: getattr(row, column) for column in said} == said
    assert (row.office, row.change.actor_key) == (cast.here, "user:hanh")
    assert hanh.get(answer.headers["Location"]).status_code == 200
    assert hanh.get(room.address("record", row.pk)).status_code == 200
    form = hanh.get(room.address("edit", row.pk)).context["form"]
    kept = {name: form[name].value() for name in form.fields}
    again = {name: str(value) for name, value in kept.items() if value not in (None, "", False)}
    assert hanh.post(room.address("edit", row.pk), again | {"why": "Không đổi gì", "title_vi": "Tên khác"}).status_code == 302
    assert {column: getattr(newest(room.model), column) for column in said} == said
    assert newest(room.model).title_vi == "Tên khác"


@pytest.mark.parametrize(("name", "wrong", "field"), REFUSED)
def test_what_a_rule_refuses_is_told_and_leaves_nothing(hanh: Client, name: str, wrong: dict[str, str], field: str) -> None:
    before = Change.objects.count()
    answer = hanh.post(viewset(name).address("new"), COMMON | FORMS[name][0] | wrong)
    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert Change.objects.count() == before


LIFECYCLES = (AGREEMENT, AID_ITEM, PERMISSION, DELEGATION, EVENT, RELATIONSHIP)


def test_each_lifecycle_speaks_of_all_its_states_and_no_other(hanh: Client) -> None:
    for one in LIFECYCLES:
        assert set(one.follows) == set(one.states.values)
        assert {state for after in one.follows.values() for state in after} <= set(one.states.values)


@pytest.mark.parametrize("one", LIFECYCLES)
def test_each_step_is_allowed_or_refused_as_the_table_says(one: Lifecycle) -> None:

    for was in one.states.values:
        for now in one.states.values:
            before, after = SimpleNamespace(state=was), SimpleNamespace(state=now)
            if now == was or now in one.follows[was]:
                one.check(before, after)
            else:
                with pytest.raises(ValidationError) as refusal:
                    one.check(before, after)
                assert str(one.states(was).label) in str(refusal.value.messages)


def test_a_merge_is_one_step_deep(hanh: Client, cast: Cast) -> None:
    room, main = viewset("partners"), Partner.objects.get()
    own = {"office": cast.here, "territory": cast.here.territory, "kind": "ngo", "country": main.country}
    double = keep(Partner(**own, title_vi="Bản trùng", canonical=main), by=cast.head.actor)
    third = keep(Partner(**own, title_vi="Bản thứ ba"), by=cast.head.actor)
    sent = {"title_vi": "x", "kind": "ngo", "country": "Úc", "level": "internal", "why": "Gộp"}
    for row, into in ((third, double), (main, third), (third, third)):
        answer = hanh.post(room.address("edit", row.pk), sent | {"seen": str(row.change_id), "canonical": into.title_vi})
        assert answer.context["form"].errors["canonical"]
    assert hanh.post(room.address("edit", third.pk), sent | {"seen": str(third.change_id), "canonical": "Đối tác"}).status_code == 302


def test_names_are_offered_while_one_types(hanh: Client, cast: Cast) -> None:
    assert hanh.get(reverse("desk_names", args=["country"]), {"q": "nhat"}).json()["names"][0] == "Nhật Bản"
    assert hanh.get(reverse("desk_names", args=["partner"]), {"q": "DOI tac"}).json()["names"] == ["Đối tác"]
    assert hanh.get(reverse("desk_names", args=["change"])).status_code == 404
    keep(Partner(office=cast.here, territory=cast.here.territory, title_vi="Đối tác", kind="ngo", country=cast.here.territory), by=cast.head.actor)
    names = hanh.get(reverse("desk_names", args=["partner"]), {"q": "doi"}).json()["names"]
    assert len(set(names)) == 2
    sent = COMMON | {"kind": "twinning", "state": "current"}
    assert hanh.post(viewset("relationships").address("new"), sent | {"partner": "Đối tác"}).status_code == 422
    assert hanh.post(viewset("relationships").address("new"), sent | {"partner": names[1]}).status_code == 302


def test_an_office_of_two_grounds_gets_the_one_of_the_day(hanh: Client, cast: Cast) -> None:

    ended, follows = cast.here.territory, territory("noi-moi", "Nơi Mới", valid_from=date(2025, 7, 1))
    type(ended).objects.filter(pk=ended.pk).update(valid_to=date(2025, 6, 30))
    Succession.objects.create(predecessor=ended, successor=follows, on=date(2025, 7, 1), basis="202/2025/QH15")
    for when, ground in (("05/7/2018", ended), ("05/7/2025", follows)):
        hanh.post(viewset("associations").address("new"), COMMON | {"kind": "relatives", "when": when})
        assert newest(viewset("associations").model).territory == ground
    answer = hanh.post(viewset("associations").address("new"), COMMON | {"kind": "relatives", "when": "05/7/2025", "ground": str(ended.pk)})
    assert answer.context["form"].errors["ground"]


def test_a_person_of_two_offices_chooses_where_he_works(hanh: Client, cast: Cast) -> None:

    Appointment.objects.create(user=cast.head, office=cast.there, role="specialist", title_vi="x", title_en="x", valid_from=date(2015, 1, 1))
    assert [seat.office for seat in seats_of(cast.head)] == [cast.here, cast.there]
    hanh.post(reverse("desk_office"), {"office": str(cast.there.pk)})
    paper_of(cast, cast.there)
    hanh.post(viewset("associations").address("new"), COMMON | {"kind": "relatives"})
    assert newest(viewset("associations").model).office == cast.there
    hanh.post(reverse("desk_office"), {"office": "999"})
    assert "Hồ sơ thử" in hanh.get(viewset("associations").address("index")).content.decode()


def test_the_first_page_tells_what_was_written_lately(hanh: Client) -> None:
    page = hanh.get(reverse("wagtailadmin_home")).content.decode()
    assert "Sự kiện thử" in page
    assert reverse("delegations:letter") in page


def test_the_log_in_page_names_its_offices(cast: Cast) -> None:
    page = Client().get(reverse("wagtailadmin_login")).content.decode()
    assert cast.here.name_vi in page
    assert cast.there.territory.name_vi in page
