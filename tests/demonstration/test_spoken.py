"""Vietnamese pages speak Vietnamese: no message id of ours is left in English, in no page and in no edition."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from ngoaivu.accounts.models import Office
from ngoaivu.demonstration.article.load import load
from ngoaivu.demonstration.publishing.offices import tien_giang
from ngoaivu.publications import publishing
from ngoaivu.publications.editions import Edition, EditionText
from tests.demonstration.english import Shown, left_in, vietnamese

ROOMS = ("", "tin/", "so-lieu/", "bao-cao/", "co-quan/", "tu-bai-bao/", "tim/?q=kieu+hoi", "tim/?q=zzz", "tim/?q=131")


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[Office]:
    """Tiền Giang with everything it publishes."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = load()
        tien_giang(made, None, lambda _line: None)
        yield made
        transaction.set_rollback(True)


def addresses(office: Office) -> list[str]:
    """Every room, every text, and the rows behind every figure that is told."""
    told = [f"/vi/{room}" for room in ROOMS]
    series = EditionText.objects.filter(edition__office=office.key, edition__kind="series", language="vi").values_list("slug", flat=True)
    news = EditionText.objects.filter(edition__office=office.key, edition__kind="news", language="vi")
    told += [f"/vi/so-lieu/{slug}/" for slug in series] + [f"/vi/so-lieu/{slug}/ho-so/so-lieu/{slug}/1/f1/" for slug in series]
    return told + [f"/vi/tin/{text.edition.section}/{text.slug}/" for text in news.select_related("edition")]


def test_no_edition_says_in_vietnamese_what_only_the_code_says_in_english(office: Office) -> None:
    said = {f"{row.kind}/{row.key}": left_in(vietnamese(row.content)) for row in Edition.objects.filter(office=office.key, current=True)}
    assert len(said) > 40
    assert {key: found for key, found in said.items() if found} == {}


def test_no_page_in_vietnamese_says_it(office: Office, client: Client, settings: Any) -> None:
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    seen = 0
    for address in addresses(office):
        answer = client.get(address)
        if answer.status_code == 200:
            seen += 1
            assert left_in(iter(Shown(answer.content.decode()).texts)) == [], address
    assert seen > 55, "some pages were not found"


def test_english_left_in_an_edition_would_be_seen(office: Office) -> None:
    content: Any = publishing.current_editions(office.key)[0].content
    content["facts"] = {"f1": {"note": {"vi": "Sum of 5 received values.", "en": ""}, "member": {"vi": "Party", "en": "Party"}}}
    assert left_in(vietnamese(content)) == ["Sum of 5 received values.", "Party"]
