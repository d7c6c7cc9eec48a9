"""The demonstration waives nothing: every figure it publishes stands on a fact or on a document."""

from pathlib import Path

import pytest

import ngoaivu.demonstration
from ngoaivu.accounts.models import Office
from ngoaivu.demonstration.article.load import load
from ngoaivu.demonstration.publishing.offices import tien_giang
from ngoaivu.publications import publishing
from ngoaivu.publications.editions import EditionText
from ngoaivu.publications.models import Waiver

WORDS = ("waiver", "waive(", "waived")


@pytest.fixture
def published(db: None) -> Office:
    """The office of Tiền Giang with everything it publishes."""
    office = load()
    tien_giang(office, None, lambda _line: None)
    return office


def test_nothing_published_is_waived(published: Office) -> None:
    texts = EditionText.objects.filter(edition__office=published.key)
    assert sum(texts.values_list("bound", flat=True)) > 100
    assert Waiver.objects.count() == 0
    assert not texts.filter(waived__gt=0).exists()
    content = next(row.content for row in publishing.current_editions(published.key) if row.kind == "news")
    content["texts"]["vi"]["lead"].append({"text": "12", "waived": {"reason": "thử", "by": "x"}})
    publishing.publish(content, by="x")
    assert texts.filter(waived__gt=0).exists(), "a waived figure would have been seen"


def test_no_data_and_no_code_of_the_demonstration_waives() -> None:
    folder = Path(ngoaivu.demonstration.__file__).parent
    files = [path for path in folder.rglob("*") if path.suffix in (".py", ".toml", ".tsv", ".json")]
    assert len(files) > 20
    assert [path.name for path in files if any(word in path.read_text("utf-8").lower() for word in WORDS)] == []
