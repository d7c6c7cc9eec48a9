"""Procedures «thủ tục hành chính» as editions: described here, applied for at the national public-service portal."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from ngoaivu.accounts.models import Office
from ngoaivu.core import changes, vietnamese, windows
from ngoaivu.core.levels import PUBLIC, visible
from ngoaivu.publications.content import Edition
from ngoaivu.publications.skeleton import skeleton

WINDOW = "procedures"


def compose_all(office: Office) -> Iterator[Edition]:
    """The content of every public procedure of an office."""
    position = changes.latest()
    rows = windows.get(WINDOW).rows(position).filter(visible(PUBLIC, timezone.localdate()), office=office).order_by("sort_key")
    for row in rows:
        yield _content(row, office, position)


def _content(row: Any, office: Office, position: int) -> Edition:
    titles = {"vi": row.title_vi, "en": row.title_en or row.title_vi}
    extra = {
        "number": row.number,
        "field": {"vi": row.field_vi, "en": row.field_en or row.field_vi},
        "steps": {"vi": row.steps_vi.splitlines(), "en": row.steps_en.splitlines()},
        "papers": {"vi": row.papers_vi.splitlines(), "en": row.papers_en.splitlines()},
        "time_limit": {"vi": row.time_limit_vi, "en": row.time_limit_en},
        "fee": {"vi": row.fee_vi, "en": row.fee_en},
        "basis": {"vi": row.basis_vi, "en": row.basis_en or row.basis_vi},
        "link": row.link,
    }
    content = skeleton("procedure", vietnamese.slugify(f"thu-tuc-{row.number}"), office, position)
    for language, title in titles.items():
        content["texts"][language] = {"slug": vietnamese.slugify(title), "title": [{"text": title}], "lead": [], "body": []}
    content["extra"] = extra
    return content
