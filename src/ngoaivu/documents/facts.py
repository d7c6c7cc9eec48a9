"""The window of the legal library."""

from typing import Any

from django.db.models import Case, Q, QuerySet, Value, When

from ngoaivu.core.history import known
from ngoaivu.core.windows import Window, dimension, flag
from ngoaivu.core.windows import register as offer
from ngoaivu.documents.models import LegalStatus, LegalText


def legal_texts(revision: int | None) -> QuerySet[Any]:
    """Legal texts from the day they enter into force to their last day.

    `end_known` is false for an expired text of which nobody has checked the day: it can be placed on no day.
    """
    lost = Q(status=LegalStatus.EXPIRED, expired_on=None)
    rows: QuerySet[Any] = known(LegalText, revision).annotate(end_known=Case(When(lost, then=Value(0)), default=Value(1)))
    return rows


def register() -> None:
    """Offer the window."""
    offer(
        Window(
            "legal_texts",
            LegalText,
            "văn bản",
            "legal texts",
            {
                "status": dimension("status", "hiệu lực", "status"),
                "local": flag("local", "do tỉnh ban hành", "issued by the province"),
                "end_known": flag("end_known", "còn hiệu lực hoặc rõ ngày hết hiệu lực", "in force, or its end is known"),
            },
            legal_texts,
        )
    )
