"""Where links lead: to the web or nowhere, and no script runs in a preview at the desk."""

import json

import pytest
from django.core.exceptions import ValidationError

from ngoaivu.documents.models import Citation, SourceDocument
from ngoaivu.indicators.answering import source_of
from ngoaivu.portal.middleware import HEADERS
from ngoaivu.publications import about_office, drafting, publishing, richtext
from tests.cast import Cast
from tests.publications.conftest import typed_into
from tests.publications.marks import source_document
from tests.publications.test_editor import As
from tests.publications.test_naming import NEWS

STRANGE = [
    "javascript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//x.vn", "x.vn", "https:", "java\tscript:alert(1)", "http://[x",
]  # fmt: skip


@pytest.mark.parametrize("address", STRANGE)
def test_a_paper_has_an_address_of_the_web_or_none(cast: Cast, address: str) -> None:
    with pytest.raises(ValidationError, match="is no address of the web: write it from https"):
        source_document(cast, address=address)
    assert source_of(Citation(document=SourceDocument(title_vi="x", address=address))).address == ""


@pytest.mark.parametrize("address", ["https://tiengiang.gov.vn/a?b=1", "http://x.vn", ""])
def test_an_address_of_the_web_stands(cast: Cast, address: str) -> None:
    assert source_of(Citation(document=source_document(cast, address=address))).address == address


def test_a_preview_runs_no_script_and_quotes_no_script(cast: Cast, as_: As) -> None:
    publishing.publish(about_office.compose(cast.here, sections=[], links=[], figures=[]), by="x")
    paper = source_document(cast, address="https://x.vn")
    SourceDocument.objects.filter(pk=paper.pk)._update([(SourceDocument._meta.get_field("address"), None, "javascript:alert(1)")])  # type: ignore[attr-defined]
    page = drafting.keep_pages(dict(drafting.compose_news(cast.here, NEWS)), by=cast.editor)["vi"]
    typed_into(page, body=json.dumps([{"type": "paragraph", "value": f"<p>Có {richtext.quote({'document': str(paper.pk)}, '131 dự án')}.</p>"}]))
    answer = as_(cast.editor).get("/lam-viec/an-pham/tin/xem/vi/")
    assert answer.status_code == 200
    assert "131 dự án" in answer.content.decode()
    assert "javascript:" not in answer.content.decode()
    assert answer.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]


def test_a_news_item_has_no_paper_and_says_so(cast: Cast, as_: As) -> None:
    drafting.keep_pages(dict(drafting.compose_news(cast.here, NEWS)), by=cast.editor)
    client = as_(cast.editor)
    assert "/tin/van-ban/" not in client.get("/lam-viec/an-pham/tin/").content.decode()
    answer = client.get("/lam-viec/an-pham/tin/van-ban/vi.docx", follow=True)
    assert answer.status_code == 200
    assert any(words in answer.content.decode() for words in ("only a report is issued as one", "chỉ báo cáo mới"))
