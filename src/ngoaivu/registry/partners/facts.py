"""Windows of partners."""

from typing import Any

from django.db.models import Case, F, QuerySet, Value, When
from django.db.models.functions import Coalesce

from ngoaivu.core.history import known, related
from ngoaivu.core.windows import Window, dimension, flag, identity
from ngoaivu.core.windows import register as offer
from ngoaivu.registry.partners.models import LearnedModel, Partner, Relationship


def partners(revision: int | None) -> QuerySet[Any]:
    """Partners, merged duplicates left out."""
    return known(Partner, revision).filter(canonical__isnull=True)


def relationships(revision: int | None) -> QuerySet[Any]:
    """Relationships with the partner as known then; a merged partner is its survivor.

    `end_known` is false for a former relationship of which nobody knows until when it ran: it can be placed on no day.
    """
    rows, then = related(known(Relationship, revision), "partner", revision)
    names = {"name_vi": F(f"{then}__title_vi"), "name_en": F(f"{then}__title_en")}
    return rows.annotate(
        **names,
        partner_kind=F(f"{then}__kind"),
        survivor=Coalesce(F(f"{then}__canonical_id"), F("partner_id")),
        nation=F(f"{then}__country__key"),
        end_known=Case(When(state="former", end_earliest=None, end_latest=None, then=Value(0)), default=Value(1)),
    )


def learned_models(revision: int | None) -> QuerySet[Any]:
    """Models learned from abroad."""
    return known(LearnedModel, revision)


COUNTRY = dimension("country__key", "nước", "country")


def register() -> None:
    """Offer the room's windows."""
    offer(
        Window(
            "partners", Partner, "đối tác", "partners", {"kind": dimension("kind", "loại đối tác", "kind of partner"), "country": COUNTRY}, partners
        )
    )
    offer(
        Window(
            "relationships",
            Relationship,
            "quan hệ",
            "relationships",
            {
                "kind": dimension("kind", "hình thức", "kind"),
                "state": dimension("state", "tình trạng", "state"),
                "partner_kind": dimension("partner_kind", "loại đối tác", "kind of partner", named_by="partner__kind"),
                "country": dimension("nation", "nước", "country"),
                "partner": identity("survivor", "đối tác", "partner"),
                "countries": identity("nation", "nước", "countries"),
                "end_known": flag("end_known", "còn duy trì hoặc rõ ngày chấm dứt", "running, or its end is known"),
            },
            relationships,
        )
    )
    offer(
        Window(
            "learned_models",
            LearnedModel,
            "mô hình học tập",
            "learned models",
            {"country": COUNTRY, "field": dimension("field", "lĩnh vực", "field")},
            learned_models,
        )
    )
