"""Introduction and tasks ahead bear no number (on paper they stand in capitals); the eight headings between are numbered everywhere."""

import io
import json

import pytest
from docx import Document

from ngoaivu.core import changes
from ngoaivu.publications import outlines, sealing
from ngoaivu.publications.content import plain
from ngoaivu.publications.papers import document
from tests.publications.conftest import Pages, typed_into


@pytest.fixture
def eight(report: Pages) -> Pages:
    """A report with every heading of the term report, one of them renamed by an officer."""
    sections = outlines.load("term").sections
    for language, page in report.items():
        headings = [section.heading[language] for section in sections]
        headings[1] = {"vi": "Quy định", "en": "The rules"}[language]
        typed_into(page, body=json.dumps([{"type": "heading", "value": heading} for heading in headings]))
    return report


@pytest.mark.parametrize(
    ("language", "first", "second", "last"),
    [("vi", "Bối cảnh", "1. Quy định", "Nhiệm vụ thời gian tới"), ("en", "The setting", "1. The rules", "Tasks ahead")],
)
def test_only_the_eight_are_numbered(eight: Pages, language: str, first: str, second: str, last: str) -> None:
    content = sealing.compose(eight, changes.latest(), draft=True)
    headings = [block for block in content["texts"][language]["body"] if block["type"] == "heading"][-10:]
    assert [plain(block["runs"]) for block in headings if block.get("apart")] == [first, last]
    paper = Document(io.BytesIO(document.build(content, language, draft=True)))
    told = [paragraph.text for paragraph in paper.paragraphs]
    assert {first.upper(), last.upper()} <= set(told)
    assert told.count("8. " + plain(headings[8]["runs"])) == 1
    assert second in told
