"""A report and a news item with quotes, waivers and tokens, for the tests of marks."""

import json
from typing import Any

from ngoaivu.core.levels import Level
from ngoaivu.documents.actions import file_document
from ngoaivu.documents.models import SourceDocument
from ngoaivu.publications.pages import AuthoredPage
from tests.cast import Cast
from tests.publications.conftest import TERM, typed_into

MISSIONS = f"{{fig delegations.inbound.missions period={TERM}}}"
PEOPLE = f"{{fig delegations.inbound.people period={TERM} round=100}}"


def source_document(cast: Cast, **columns: Any) -> SourceDocument:
    """A source document of the office, public unless told otherwise."""
    told = {"office": cast.here, "kind": "report", "title_vi": "Báo cáo tổng kết", "title_en": "Closing report", "issuer_vi": "Ủy ban nhân dân"}
    return file_document(SourceDocument(**{**told, "level": Level.PUBLIC, **columns}), by=cast.specialist.actor)


def with_blocks(page: AuthoredPage, *blocks: tuple[str, Any], **columns: Any) -> AuthoredPage:
    """The page with more blocks at its end, saved as an officer would."""
    more = [{"type": kind, "value": value} for kind, value in blocks]
    return typed_into(page, body=json.dumps([*page.body.get_prep_value(), *more]), **columns)


def picture(**columns: str) -> tuple[str, dict[str, str]]:
    """A picture whose texts are given."""
    return "picture", {"picture": "song", "alt": "Sông Tiền", "caption": "<p>Sông Tiền.</p>", "credit": "Hình vẽ: Ngoại Vụ", **columns}
