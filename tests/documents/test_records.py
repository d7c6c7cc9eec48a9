"""Rules every record obeys, whatever its room: nothing secret, days in order, a territory that existed, one form of text."""

import unicodedata
from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models

from ngoaivu.core.history import Record
from ngoaivu.core.period import ImpreciseDate
from ngoaivu.documents.actions import keep
from ngoaivu.documents.models import LegalText, SourceDocument
from ngoaivu.documents.records import RegistryRecord
from ngoaivu.documents.secrecy import refuse_secret
from ngoaivu.registry.delegations.models import Delegation
from ngoaivu.registry.partners.models import Partner
from tests.cast import Cast, territory

pytestmark = pytest.mark.usefixtures("in_english")
REGISTERS = [model for model in apps.get_models() if issubclass(model, RegistryRecord)]
PAPERS: list[type[Record]] = [SourceDocument, LegalText]
# Where nothing is typed: keys derived from the title.
DERIVED = {"sort_key", "search_text"}


def typed(model: type[models.Model]) -> list[str]:
    """The text columns of a type that somebody fills in."""
    texts = (models.CharField, models.TextField)
    return [field.name for field in model._meta.local_concrete_fields if isinstance(field, texts) and field.name not in DERIVED]


def blank(model: type[Record], cast: Cast) -> Record:
    """A record of the type with nothing in it but its office and its ground."""
    held = {"office": cast.here, "territory": cast.here.territory, "title_vi": "Thử"}
    return model(**{name: value for name, value in held.items() if name in {field.name for field in model._meta.get_fields()}})


def delegation(cast: Cast, **columns: object) -> Delegation:
    return Delegation(office=cast.here, territory=cast.here.territory, title_vi="Đoàn thử", direction="inbound", **columns)


def test_there_are_records_and_texts_to_look_at() -> None:
    assert len(REGISTERS) >= 15
    assert min(len(typed(model)) for model in REGISTERS) >= 5


@pytest.mark.parametrize("model", [*REGISTERS, *PAPERS], ids=lambda model: model.__name__)
def test_content_marked_secret_is_refused_in_every_text_column(model: type[Record], cast: Cast) -> None:
    told = {}
    for name in typed(model):
        row = blank(model, cast)
        row.clean()
        setattr(row, name, "Công văn số 12 MẬT về chuyến thăm")
        try:
            row.clean()
        except ValidationError as refused:
            told[name] = refused.messages[0][:33]
    assert told == dict.fromkeys(typed(model), "“MẬT” marks a state secret, and t")


@pytest.mark.parametrize(
    "text", ["MẬT", "(MẬT)", "TỐI MẬT", "tài liệu TUYỆT MẬT.", "Độ mật: A", "độ Mật", "CV/MẬT/2019", unicodedata.normalize("NFD", "đóng dấu MẬT")]
)
def test_marks_of_secrecy_are_seen_as_they_stand_on_papers(text: str) -> None:
    with pytest.raises(ValidationError, match="isolated network"):
        refuse_secret(text)


@pytest.mark.parametrize("text", ["mật ong Tiền Giang", "bảo mật thông tin", "thân mật", "MẬT ONG".title(), "MẬTRA", "Công ty Mật Ngọt", ""])
def test_honey_and_cordiality_are_no_secrets(text: str) -> None:
    refuse_secret(text)


def test_refused_content_leaves_nothing_behind(cast: Cast) -> None:
    with pytest.raises(ValidationError):
        keep(delegation(cast, note="TỐI MẬT"), by=cast.specialist.actor)
    assert not Delegation.objects.exists()
    assert not Delegation.Version.objects.exists()


@pytest.mark.parametrize(
    ("start", "there"), [("2025-06-30", True), ("2025-07-01", False), ("2026", False), ("2019", True), ("", True), ("..2025-07-01", False)]
)
def test_a_territory_must_have_existed_on_the_day(cast: Cast, start: str, there: bool) -> None:
    row = delegation(cast)
    row.territory = territory("noi-cu", "Nơi Cũ", valid_to=date(2025, 6, 30))
    row.starts(ImpreciseDate.parse(start))
    if there:
        row.clean()
        return
    with pytest.raises(ValidationError) as refused:
        row.clean()
    assert "did not exist on" in refused.value.message_dict["territory"][0]


@pytest.mark.parametrize(
    ("days", "column"),
    [
        ({"start_earliest": date(2020, 2, 2), "start_latest": date(2020, 2, 1)}, "start_latest"),
        ({"end_earliest": date(2020, 2, 2), "end_latest": date(2020, 2, 1)}, "end_latest"),
        ({"start_earliest": date(2020, 2, 2), "start_latest": date(2020, 2, 2), "end_latest": date(2020, 2, 1)}, "end_latest"),
    ],
)
def test_an_end_before_the_start_is_refused_at_its_column(cast: Cast, days: dict[str, date], column: str) -> None:
    with pytest.raises(ValidationError) as refused:
        delegation(cast, **days).clean()
    assert "lies before" in refused.value.message_dict[column][0]


@pytest.mark.parametrize("days", [{}, {"start_latest": date(2020, 2, 1)}, {"start_earliest": date(2020, 2, 1), "end_latest": date(2020, 2, 1)}])
def test_open_sides_and_a_single_day_are_in_order(cast: Cast, days: dict[str, date]) -> None:
    delegation(cast, **days).clean()


def test_an_embargo_names_its_day(cast: Cast) -> None:
    with pytest.raises(ValidationError) as refused:
        delegation(cast, level="embargoed").clean()
    assert "embargo_until" in refused.value.message_dict


def test_texts_come_to_one_form_and_bring_their_keys(cast: Cast) -> None:
    country = territory("nuoc-thu", "Nước Thử", kind="country")
    made = Partner(office=cast.here, territory=cast.here.territory, country=country, kind="locality", title_vi=" Khăm Muộn ", note="Đông")
    made.title_vi = unicodedata.normalize("NFD", made.title_vi)
    kept = keep(made, by=cast.specialist.actor)
    assert kept.title_vi == "Khăm Muộn"
    assert "kham muon" in kept.search_text
    assert "dong" in kept.search_text
    assert kept.sort_key.isdigit()


def test_personal_names_are_not_searched(cast: Cast) -> None:
    for model in REGISTERS:
        row = blank(model, cast)
        for name in model.personal:
            setattr(row, name, "CANARY")
        row.prepare()
        assert "canary" not in row.search_text
    assert [model for model in REGISTERS if model.personal]
