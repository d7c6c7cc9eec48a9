"""The skeleton «khung rỗng» of an edition: what every content has, its parts still empty, to be filled by whoever composes it."""

from datetime import datetime

from django.utils import timezone

from ngoaivu.accounts.models import Office
from ngoaivu.core.models import Change
from ngoaivu.publications.content import FORMAT, Edition


def skeleton(kind: str, key: str, office: Office, position: int, *, date: str = "") -> Edition:
    """An edition without texts at a position, dated today unless another day (ISO) is given."""
    return {
        "format": FORMAT,
        "kind": kind,
        "key": key,
        "office": office.key,
        "section": "",
        "date": date or timezone.localdate().isoformat(),
        "first_published": "",
        "position": {"revision": str(position), "at": clock(position)},
        "texts": {},
        "facts": {},
        "records": {},
        "pictures": {},
        "related": [],
        "extra": {},
        "rules": {},
    }


def clock(position: int) -> str:
    """When a revision was made, ISO; empty before the first."""
    at: datetime | None = Change.objects.filter(pk=position).values_list("at", flat=True).first()
    return at.isoformat() if at else ""
