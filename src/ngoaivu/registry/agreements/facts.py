"""Windows of agreements."""

from typing import Any

from django.db.models import Case, F, QuerySet, Value, When
from django.db.models.functions import Coalesce

from ngoaivu.core.history import known, related
from ngoaivu.core.windows import Window, collective, dimension, flag, identity
from ngoaivu.core.windows import register as offer
from ngoaivu.registry.agreements.models import Agreement
from ngoaivu.registry.agreements.standing import LOST


def agreements(revision: int | None) -> QuerySet[Any]:
    """Signed texts with the partner as known then; those in preparation are not yet agreements.

    `end_known` is false for a text no longer in force of which nobody knows until when it was: it can be placed on no day.
    """
    rows, then = related(known(Agreement, revision).exclude(state=Agreement.State.PREPARED), "partner", revision)
    return rows.annotate(
        nation=F(f"{then}__country__key"),
        survivor=Coalesce(F(f"{then}__canonical_id"), F("partner_id")),
        end_known=Case(When(LOST, then=Value(0)), default=Value(1)),
    )


def register() -> None:
    """Offer the room's window."""
    offer(
        Window(
            "agreements",
            Agreement,
            "thỏa thuận",
            "agreements",
            {
                "kind": dimension("kind", "loại", "kind"),
                "form": dimension("form", "tên gọi", "form"),
                "collective": collective(),
                "state": dimension("state", "tình trạng", "state"),
                "field": dimension("field", "lĩnh vực", "field"),
                "country": dimension("nation", "nước", "country"),
                "partner": identity("survivor", "đối tác", "partner"),
                "end_known": flag("end_known", "còn hiệu lực hoặc rõ ngày hết hiệu lực", "in force, or its end is known"),
            },
            agreements,
        )
    )
