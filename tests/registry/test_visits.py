"""The countries of a mission abroad are counted whichever way it is registered, and follow every correction of it."""

import pytest
from django.test import Client
from django.urls import reverse

from ngoaivu.core import changes, consequences
from ngoaivu.core.models import Change, Territory
from ngoaivu.documents.models import SourceDocument
from ngoaivu.registry.delegations.models import CountryVisit, Delegation
from tests.cast import Cast
from tests.registry.conftest import PAPER, As, confirmed, paper_of
from tests.registry.test_editing import edited
from tests.registry.test_import import faults, matched, send, workbook
from tests.registry.test_letter import letter

OUT = ["Đoàn tỉnh dự hội chợ", "Đoàn ra", "Lào", "05/7/2018", "07/7/2018", 6, "", "Úc; Lào"]
HEAD = ["Tên đoàn", "Chiều", "Nước", "Từ ngày", "Đến ngày", "Số người", "Ghi chú", "Các nước khác cùng chuyến"]


@pytest.fixture
def binh(cast: Cast, as_: As, laos: Territory, australia: Territory) -> Client:
    return as_(cast.specialist)


def stands() -> set[str]:
    return {str(stop.country) for stop in CountryVisit.objects.filter(withdrawn=False)}


def moved(revision: int) -> dict[str, tuple[str, str]]:
    """What a change moved, by the first two parts of its label."""
    return {", ".join(one.label["vi"].split(", ")[:-1]): (one.before["vi"], one.after["vi"]) for one in consequences.of(revision)}


def sent_abroad(client: Client, **told: object) -> Delegation:
    client.post(reverse("delegations:letter"), letter(movement="outbound-foreign", **told))
    return Delegation.objects.get()


def corrected(client: Client, mission: Delegation, **told: str) -> int:
    answer = edited(client, reverse("delegations:edit", args=[mission.pk]), **told)
    assert answer.status_code == 302, answer.context["form"].errors
    return changes.latest()


def test_an_imported_mission_abroad_visits_its_countries(binh: Client) -> None:
    address = send(binh, workbook([OUT], head=HEAD))
    binh.post(address, matched(binh, address) | {"confirm": "1"})
    assert stands() == {"Lào", "Úc"}
    stop, mission = CountryVisit.objects.first(), Delegation.objects.get()
    assert stop is not None
    assert (stop.citation, stop.start_earliest, stop.change_id) == (mission.citation, mission.start_earliest, Change.objects.get().pk)
    told = moved(changes.latest())
    assert told["Lượt nước đoàn ra đến thăm"] == ("0", "2")
    assert told["Số quốc gia và vùng lãnh thổ có đoàn của tỉnh đến"] == ("0", "2")
    confirmed(binh, reverse("papers:undoing", args=[SourceDocument.objects.get().pk]), "Nhầm tệp")
    assert not stands()


def test_an_imported_mission_abroad_names_a_country(binh: Client) -> None:
    told = faults(binh, [["Đoàn tỉnh đi xa", "Đoàn ra", "", "05/7/2018", "", "", ""]])
    assert [(row, heading) for row, heading, _sentence in told] == [(2, "Nước")]


def test_registering_by_columns_visits_the_countries_too(binh: Client, cast: Cast) -> None:
    paper_of(cast)
    told = {"title_vi": "Đoàn tỉnh đi Lào", "direction": "outbound", "origin": "foreign", "country": "Lào", "more_countries": "Úc"}
    rest = {"when": "05/7/2018", "citation": PAPER, "level": "internal", "channel": "state", "rank": "provincial", "purpose": "working"}
    answer = binh.post(reverse("delegations:new"), told | rest)
    assert answer.status_code == 302, answer.context["form"].errors
    assert stands() == {"Lào", "Úc"}


def test_a_corrected_country_corrects_the_visit_and_the_figures_say_so(binh: Client) -> None:
    mission = sent_abroad(binh)
    revision = corrected(binh, mission, country="Úc")
    assert stands() == {"Úc"}
    told = moved(revision)
    assert told["Lượt nước đoàn ra đến thăm, Lào"] == ("1", "0")
    assert told["Lượt nước đoàn ra đến thăm, Úc"] == ("0", "1")
    shown = binh.get(reverse("delegations:kept", args=[mission.pk, revision]))
    assert {one["after"] for one in shown.context["consequences"]} == {"0", "1"}


def test_a_name_of_our_making_follows_the_country_and_one_typed_stays(binh: Client) -> None:
    mission = sent_abroad(binh, subject="")
    assert mission.title_vi == "Đoàn Nơi Này đi công tác tại Lào"
    corrected(binh, mission, country="Úc")
    mission.refresh_from_db()
    assert mission.title_vi == "Đoàn Nơi Này đi công tác tại Úc"
    assert CountryVisit.objects.get().title_vi == "Đoàn Nơi Này đi công tác tại Úc – Úc"
    corrected(binh, mission, title_vi="Đoàn của ông Nam")
    corrected(binh, mission, country="Lào")
    mission.refresh_from_db()
    assert mission.title_vi == "Đoàn của ông Nam"


def test_the_letter_we_named_after_the_visit_is_named_anew(binh: Client) -> None:
    mission = sent_abroad(binh, subject="")
    corrected(binh, mission, country="Úc")
    assert SourceDocument.objects.get().title_vi == "Công văn về việc đoàn Nơi Này đi công tác tại Úc"


def test_days_and_level_of_a_mission_reach_its_visits_and_their_own_stay(binh: Client, laos: Territory) -> None:
    mission = sent_abroad(binh, more_countries="Úc")
    edited(binh, reverse("country-visits:edit", args=[CountryVisit.objects.get(country=laos).pk]), when="06/7/2018")
    corrected(binh, mission, when="05/6/2018", level="public")
    own, other = CountryVisit.objects.get(country=laos), CountryVisit.objects.exclude(country=laos).get()
    assert (own.start_earliest.isoformat(), own.level) == ("2018-07-06", "public")  # type: ignore[union-attr]
    assert (other.start_earliest.isoformat(), other.level) == ("2018-06-05", "public")  # type: ignore[union-attr]


def test_a_country_taken_out_is_withdrawn_and_comes_back_with_the_undoing(binh: Client) -> None:
    mission = sent_abroad(binh, more_countries="Úc")
    corrected(binh, mission, more_countries="")
    assert stands() == {"Lào"}
    confirmed(binh, reverse("delegations:undoing", args=[mission.pk]), "Nhầm")
    assert stands() == {"Lào", "Úc"}


def test_an_edit_that_touches_no_country_writes_no_visit(binh: Client) -> None:
    mission = sent_abroad(binh, more_countries="Úc")
    before = set(CountryVisit.objects.values_list("change_id", flat=True))
    corrected(binh, mission, note="đã đọc lại")
    assert set(CountryVisit.objects.values_list("change_id", flat=True)) == before
    assert stands() == {"Lào", "Úc"}


def test_further_countries_of_a_mission_that_does_not_go_abroad_are_not_dropped_in_silence(binh: Client) -> None:
    answer = binh.post(reverse("delegations:letter"), letter(more_countries="Úc"))
    assert answer.status_code == 422
    assert "more_countries" in answer.context["form"].errors


def test_a_mission_abroad_that_lost_its_countries_is_found_in_the_list(binh: Client) -> None:
    mission = sent_abroad(binh)
    shown = reverse("delegations:index") + "?countryless=on"
    assert not binh.get(shown).context["lines"]
    binh.post(reverse("country-visits:withdrawal", args=[CountryVisit.objects.get().pk]), {"why": "thử"})
    assert [line["title"] for line in binh.get(shown).context["lines"]] == [mission.title_vi]
    corrected(binh, mission, note="soát lại")
    assert stands() == {"Lào"}
