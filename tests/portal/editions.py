"""Editions for tests, audit and pictures: every kind the portal shows, invented, in our own words, in both languages.

`publish` freezes one content as the publications storey will: canonical text, digest, one row of words per language.
"""

from datetime import UTC, datetime
from typing import Any

from ngoaivu.core.vietnamese import slugify
from ngoaivu.publications.content import FORMAT, Edition, canonical, digest
from ngoaivu.publications.editions import Edition as Row
from ngoaivu.publications.editions import EditionText, Release
from ngoaivu.publications.indexing import indexed

OFFICE = "so-ngoai-vu"
AT = datetime(2020, 10, 30, 1, 0, tzinfo=UTC)
Runs = list[Any]


def runs(*parts: Any) -> Runs:
    """A line: strings are words, tuples are figures (before, text, fact), dicts stand as they are."""
    made: Runs = []
    for part in parts:
        if isinstance(part, str):
            made.append({"text": part})
        elif isinstance(part, tuple):
            before, text, fact = part
            made.append({"text": text, "fact": fact} | ({"before": before} if before else {}))
        else:
            made.append(part)
    return made


def paragraph(*parts: Any) -> dict[str, Any]:
    """A paragraph."""
    return {"type": "paragraph", "runs": runs(*parts)}


def heading(key: str, text: str) -> dict[str, Any]:
    """A heading with its place."""
    return {"type": "heading", "id": key, "runs": runs(text)}


def picture(caption: str, alt: str, credit: str) -> dict[str, Any]:
    """The one picture of a text."""
    return {"type": "picture", "picture": "p1", "caption": runs(caption), "alt": runs(alt), "credit": credit}


def text(title: str, lead: str, body: list[dict[str, Any]], slug: str = "", **more: str) -> dict[str, Any]:
    """One language of a content."""
    return {"slug": slug or slugify(title), "title": runs(title), "lead": runs(lead), "body": body, **more}


def fact(code: str, value: str, unit: str, **more: Any) -> dict[str, Any]:
    """A fact with everything a page may ask of it."""
    return {
        "code": code,
        "name": {"vi": "Đoàn khách nước ngoài", "en": "Foreign delegations"},
        "definition": {"vi": "mỗi đoàn tính một lần dù gặp nhiều nơi.", "en": "each delegation counts once, however many offices it met."},
        "kind": "flow",
        "territory": "tinh-thu",
        "territory_name": {"vi": "Tỉnh Thử", "en": "Thử Province"},
        "period": "2016..2020",
        "breakdown": {},
        "when": {"vi": "từ 15/12/2015 đến 30/9/2020", "en": "15 December 2015 to 30 September 2020"},
        "value": value,
        "unit": unit,
        "qualifier": "exact",
        "decimals": 0,
        "stage": "official",
        "basis": "computed",
        "sources": [{"document": {"vi": "Sổ đoàn vào", "en": "Register of inbound delegations"}, "place": {"vi": "", "en": ""}}],
        "rows": {"count": 2, "shown": [row("Đoàn tỉnh bạn", "Delegation of a partner province"), row("Đoàn hội hữu nghị", "Friendship society")]},
        "unplaced": 0,
        **more,
    }


def row(vi: str, en: str, year: str = "2018") -> dict[str, Any]:
    """A record as the public may read it."""
    return {"key": slugify(vi), "title": {"vi": vi, "en": en}, "when": {"vi": f"tháng 7/{year}", "en": f"July {year}"}}


def content(kind: str, key: str, texts: dict[str, Any], **more: Any) -> Edition:
    """A whole content with the parts that most texts leave empty."""
    made: Any = {
        "format": FORMAT,
        "kind": kind,
        "key": key,
        "office": OFFICE,
        "section": "",
        "date": "2020-10-30",
        "first_published": "2020-10-30T01:00:00Z",
        "position": {"revision": "120", "at": "2020-09-30T10:00:00Z"},
        "texts": texts,
        "facts": {},
        "records": {},
        "pictures": {},
        "related": [],
        "extra": {},
        "rules": {},
        **more,
    }
    return made


def publish(made: Edition, *, at: datetime = AT, release: int = 0, previous: str = "") -> Row:
    """Freeze a content as the next edition of its key; with `release`, number and seal it."""
    known = Row.objects.filter(office=made["office"], kind=made["kind"], key=made["key"])
    EditionText.objects.filter(edition__in=known).delete()
    number = known.count() + 1
    known.update(current=False)
    frozen = canonical(made)
    edition = Row.objects.create(
        office=made["office"], kind=made["kind"], key=made["key"], number=number, section=made["section"], date=made["date"],
        published_at=at, published_by="Đỗ Khánh Vy", text=frozen, digest=digest(frozen),
    )  # fmt: skip
    for language in made["texts"]:
        EditionText.objects.create(edition=edition, language=language, **indexed(made, language))
    if release:
        Release.objects.create(
            edition=edition, office=made["office"], number=release, drafted_by="Lê Thanh Bình", approved_by="Trần Văn Toàn",
            approved_at=at, previous=previous, digest=digest(frozen, previous),
        )  # fmt: skip
    return edition
