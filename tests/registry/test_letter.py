"""A visit registered from its letter: one screen, one change, nothing half written."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ngoaivu.core import consequences
from ngoaivu.core.consequences import Consequence
from ngoaivu.core.models import Change, Territory
from ngoaivu.documents.models import Citation, SourceDocument
from ngoaivu.registry.delegations.models import CountryVisit, Delegation
from ngoaivu.registry.delegations.reading import READ
from ngoaivu.registry.partners.models import Partner
from tests.cast import Cast
from tests.documents import pdfs
from tests.documents.test_letters import ABROAD
from tests.registry.conftest import As, confirmed

SCAN = b"%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n"
WRITTEN = (SourceDocument, Citation, Partner, Delegation, CountryVisit, Change)


@pytest.fixture
def binh(cast: Cast, as_: As, laos: Territory, australia: Territory) -> Client:
    return as_(cast.specialist)


def scan(name: str = "cong-van.pdf", content: bytes = SCAN) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def letter(**changes: object) -> dict[str, object]:
    return {
        "scan": scan(),
        "number": "15/CV-KM",
        "issued": "20/6/2018",
        "issuer": "Văn phòng tỉnh Khăm Muộn",
        "movement": "inbound-foreign",
        "country": "Lào",
        "when": "05/7/2018",
        "until": "7/7/2018",
        "persons": "12",
        "channel": "state",
        "purpose": "working",
        "rank": "provincial",
        "level": "internal",
    } | changes


def files() -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def test_a_letter_becomes_document_partner_and_visit_in_one_change(binh: Client, laos: Territory, cast: Cast) -> None:
    answer = binh.post(reverse("delegations:letter"), letter(partner="Tỉnh Khăm Muộn", partner_kind="locality"))
    visit, partner, paper, change = Delegation.objects.get(), Partner.objects.get(), SourceDocument.objects.get(), Change.objects.get()
    assert answer.headers["Location"] == reverse("delegations:kept", args=[visit.pk, change.pk])
    assert (visit.partner, visit.country, visit.persons, visit.state) == (partner, laos, 12, "held")
    assert (visit.start_earliest, visit.end_latest) == (date(2018, 7, 5), date(2018, 7, 7))
    assert visit.title_vi == "Đoàn tỉnh Khăm Muộn (Lào) thăm và làm việc tại Nơi Này"
    assert paper.title_vi == "Công văn về việc đoàn tỉnh Khăm Muộn (Lào) thăm và làm việc tại Nơi Này"
    assert visit.citation is not None
    assert visit.citation.document == paper
    assert (paper.numbers, paper.issued_from, paper.sha256) == ("15/CV-KM", date(2018, 6, 20), __import__("hashlib").sha256(SCAN).hexdigest())
    assert {row.change_id for row in (visit, partner, paper, visit.citation)} == {change.pk}
    assert change.verb == "register-letter"
    assert not CountryVisit.objects.exists()


def test_a_mission_abroad_counts_each_country_once(binh: Client, laos: Territory, australia: Territory) -> None:
    binh.post(reverse("delegations:letter"), letter(movement="outbound-foreign", more_countries="Úc; Lào"))
    assert set(CountryVisit.objects.values_list("country", flat=True)) == {laos.pk, australia.pk}
    assert CountryVisit.objects.count() == 2
    part = binh.get(reverse("delegations:record", args=[Delegation.objects.get().pk])).context["parts"][0]
    assert [line["title"] for line in part["lines"]] == ["Lào", "Úc"]


def test_a_visit_still_to_come_is_planned(binh: Client) -> None:
    ahead = timezone.localdate() + timedelta(days=300)
    binh.post(reverse("delegations:letter"), letter(when=f"{ahead:%d/%m/%Y}", until=""))
    visit = Delegation.objects.get()
    assert (visit.state, visit.end_latest) == ("planned", ahead)


def test_an_unknown_partner_is_asked_about_before_it_is_made(binh: Client) -> None:
    binh.post(reverse("delegations:letter"), letter(partner="Tỉnh Khăm Muộn", partner_kind="locality"))
    answer = binh.post(reverse("delegations:letter"), letter(partner="Khăm Muộn", when="1/8/2018", until="", number="16"))
    assert answer.status_code == 422
    assert "Tỉnh Khăm Muộn" in str(answer.context["form"].errors["partner"])
    assert Partner.objects.count() == 1
    binh.post(reverse("delegations:letter"), letter(partner="tinh kham muon", when="1/8/2018", until="", number="16"))
    assert Delegation.objects.filter(partner=Partner.objects.get()).count() == 2


def test_a_scan_is_kept_while_the_form_is_corrected(binh: Client, cast: Cast, as_: As) -> None:
    answer = binh.post(reverse("delegations:letter"), letter(when="hôm qua"))
    kept = answer.context["kept"]
    again = {name: value for name, value in letter(kept=kept.token).items() if name != "scan"}
    assert as_(cast.head).post(reverse("delegations:letter"), again).status_code == 404
    assert binh.post(reverse("delegations:letter"), again).status_code == 302
    paper = SourceDocument.objects.get()
    assert paper.file.read() == SCAN
    assert [path.name for path in files()] == [Path(str(paper.file.name)).name]


def test_the_same_visit_twice_is_asked_about(binh: Client) -> None:
    binh.post(reverse("delegations:letter"), letter())
    again = binh.post(reverse("delegations:letter"), letter(when="06/7/2018", until="", number="16"))
    assert again.status_code == 422
    assert [row["title"] for row in again.context["alike"]] == [Delegation.objects.get().title_vi]
    binh.post(reverse("delegations:letter"), letter(when="06/7/2018", until="", number="16", another="on"))
    assert Delegation.objects.count() == 2


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"number": "12/MẬT"}, "number"),
        ({"subject": "(TỐI MẬT) Về việc đón đoàn"}, "subject"),
        ({"partner": "Ban Tuyệt mật"}, "partner"),
        ({"scan": scan("MẬT.pdf")}, "scan"),
        ({"scan": scan("virus.pdf", b"MZ\x90\x00")}, "scan"),
        ({"scan": scan("anh.exe", SCAN)}, "scan"),
        ({"scan": scan("trong.pdf", b"")}, "scan"),
        ({"issued": "6/2018"}, "issued"),
        ({"issued": ""}, "issued"),
        ({"country": ""}, "country"),
        ({"country": "Lèo"}, "country"),
        ({"when": ""}, "when"),
        ({"when": "30/2/2018"}, "when"),
        ({"until": "1/7/2018"}, "until"),
        ({"persons": "0"}, "persons"),
        ({"persons": "mười"}, "persons"),
        ({"level": "embargoed"}, "embargo_until"),
        ({"more_countries": "Atlantis"}, "more_countries"),
        ({"state": "held", "when": "5/7/2099", "until": ""}, "state"),
        ({"persons": "12000000"}, "persons"),
        ({"persons": "abc"}, "persons"),
        ({"issued": "1/1/2099"}, "issued"),
        ({"issuer": ""}, "issuer"),
        ({"when": "18-16/11/2018"}, "when"),
        ({"when": "5-7/7/2018", "until": "8/7/2018"}, "until"),
    ],
)
def test_a_bad_letter_leaves_nothing_behind(binh: Client, wrong: dict[str, object], field: str) -> None:
    answer = binh.post(reverse("delegations:letter"), letter(**wrong))
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not any(model.objects.exists() for model in WRITTEN)
    refused = field == "scan"
    assert [path for path in files() if refused or "waiting" not in path.parts] == []
    assert bool(answer.context["kept"]) is not refused


def test_all_that_is_wrong_is_told_in_one_round_each_beside_its_input(binh: Client) -> None:
    """A twin of a known visit too: nobody corrects one thing to be told of the next."""
    binh.post(reverse("delegations:letter"), letter())
    wrong = letter(number="2", issued="1/1/2099", issuer="", persons="abc", partner="Tỉnh Xa Lạ", country="Lào", level="embargoed", state="planned")
    form = binh.post(reverse("delegations:letter"), wrong).context["form"]
    assert set(form.errors) == {"issued", "issuer", "persons", "partner", "partner_kind", "embargo_until", "__all__"}
    assert [row for row, _why in form.twins] == [Delegation.objects.get()]


def test_the_same_letter_again_is_named(binh: Client) -> None:
    binh.post(reverse("delegations:letter"), letter())
    answer = binh.post(reverse("delegations:letter"), letter(when="1/9/2018", until="", country="Úc"))
    assert [row["title"] for row in answer.context["alike"]] == [str(SourceDocument.objects.get())]
    assert 'name="another"' in answer.content.decode()


@pytest.mark.parametrize("days", ["5-7/7/2018", "05/7–07/7/2018", "từ ngày 5 đến ngày 7 tháng 7 năm 2018", "5/7/2018 đến 7/7/2018"])
def test_both_days_may_stand_in_the_first_input(binh: Client, days: str) -> None:
    binh.post(reverse("delegations:letter"), letter(when=days, until=""))
    visit = Delegation.objects.get()
    assert (visit.start_earliest, visit.start_latest, visit.end_latest) == (date(2018, 7, 5), date(2018, 7, 5), date(2018, 7, 7))


def test_a_known_partner_brings_its_country(binh: Client, laos: Territory) -> None:
    binh.post(reverse("delegations:letter"), letter(partner="Tỉnh Khăm Muộn", partner_kind="locality"))
    binh.post(reverse("delegations:letter"), letter(partner="Tỉnh Khăm Muộn", country="", number="16", when="1/9/2018", until=""))
    assert set(Delegation.objects.values_list("country", flat=True)) == {laos.pk}
    told = binh.get(reverse("desk_names", args=["partner"]), {"q": "tinh kham muon"}).json()
    assert (told["known"], told["country"]) == (True, "Lào")


def test_the_name_of_a_new_partner_offers_its_kind(binh: Client) -> None:
    told = binh.get(reverse("desk_names", args=["partner"]), {"q": "Thành phố Gwangyang"}).json()
    assert (told["known"], told["kind"]) == (False, "locality")


def said(**changes: object) -> dict[str, object]:
    """The form with nothing but a scan that can be read."""
    return {"scan": scan(content=pdfs.written(ABROAD)), "movement": "inbound-foreign", "read": "1"} | changes


def test_a_scan_fills_in_what_it_says_and_saves_nothing(binh: Client) -> None:
    answer = binh.post(reverse("delegations:letter"), said(issuer="Thành phố Gwangyang"))
    form = answer.context["form"]
    assert answer.status_code == 200
    assert {name: form[name].value() for name in ("number", "issued", "issuer", "when", "until", "persons", "head", "country")} == {
        "number": "214/GY-IC",
        "issued": "09/11/2026",
        "issuer": "Thành phố Gwangyang",
        "when": "16/11/2026",
        "until": "18/11/2026",
        "persons": "7",
        "head": "Ông Kim Sung-ho, Phó Thị trưởng",
        "country": "Hàn Quốc",
    }
    assert "data-read" in str(form["number"]) and "data-read" not in str(form["issuer"])
    assert answer.context["kept"] and str(form["number"].help_text).startswith(str(READ))
    assert not any(model.objects.exists() for model in WRITTEN)


def test_a_script_is_told_the_same(binh: Client) -> None:
    told = binh.post(reverse("delegations:letter"), said(number="1"), headers={"accept": "application/json"}).json()
    assert "number" not in told["offered"]
    assert told["offered"]["subject"] == "Đoàn công tác thành phố Gwangyang thăm và làm việc tại tỉnh Mẫu"
    assert files() == []


def test_a_scan_that_says_nothing_or_bears_a_mark_says_so(binh: Client) -> None:
    silent = binh.post(reverse("delegations:letter"), said(scan=scan()), headers={"accept": "application/json"})
    assert (silent.status_code, silent.json()["offered"]) == (200, {})
    secret = binh.post(reverse("delegations:letter"), said(scan=scan(content=pdfs.written("MẬT\n" + ABROAD))))
    assert "117/2025" in secret.content.decode()
    assert files() == []


def test_what_was_typed_below_the_fold_stays_in_sight(binh: Client) -> None:
    assert binh.post(reverse("delegations:letter"), letter(issued="", title="Đoàn của ông Sung")).context["form"].opened()
    assert not binh.post(reverse("delegations:letter"), letter(issued="")).context["form"].opened()


def test_a_failure_while_writing_takes_the_file_back(binh: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    from ngoaivu.accounts.seats import seats_of
    from ngoaivu.registry.delegations import actions
    from ngoaivu.registry.delegations.forms import LetterForm

    form = LetterForm({name: value for name, value in letter().items() if name != "scan"}, {"scan": scan()}, seat=seats_of(cast.specialist)[0])
    assert form.is_valid()
    assert form.letter is not None
    form.letter.delegation.title_vi = "x" * 500
    with pytest.raises(Exception, match="400"):
        actions.register_letter(form.letter, seat=form.seat)
    assert not any(model.objects.exists() for model in WRITTEN)
    assert files() == []


def test_the_page_after_says_which_figures_moved(binh: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(consequences, "_tellers", [])
    consequences.tell(lambda revision: [Consequence({"vi": "Số đoàn vào", "en": "Visits"}, {"vi": "7"}, {"vi": "8"}, "/lam-viec/x/")])
    page = binh.post(reverse("delegations:letter"), letter(), follow=True).content.decode()
    assert '<a href="/lam-viec/x/">Số đoàn vào</a>' in page
    assert '<td class="desk-number">8</td>' in page


def test_undoing_takes_back_all_the_letter_brought(binh: Client) -> None:
    binh.post(reverse("delegations:letter"), letter(partner="Tỉnh Khăm Muộn", partner_kind="locality"))
    visit = Delegation.objects.get()
    confirmed(binh, reverse("delegations:undoing", args=[visit.pk]), "Nhầm thư")
    assert all(model.objects.get().withdrawn for model in (SourceDocument, Citation, Partner, Delegation))
