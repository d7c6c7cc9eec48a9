"""Windows of community: associations, enterprises, trainee cohorts."""

from typing import Any

from django.db.models import QuerySet

from ngoaivu.core.history import known
from ngoaivu.core.windows import Window, dimension, identity, measure, money
from ngoaivu.core.windows import register as offer
from ngoaivu.registry.community.models import Association, Enterprise, TraineeCohort


def associations(revision: int | None) -> QuerySet[Any]:
    """Associations."""
    return known(Association, revision)


def enterprises(revision: int | None) -> QuerySet[Any]:
    """Enterprises with capital of Vietnamese abroad."""
    return known(Enterprise, revision)


def cohorts(revision: int | None) -> QuerySet[Any]:
    """Classes trained for work abroad."""
    return known(TraineeCohort, revision)


def register() -> None:
    """Offer the room's windows."""
    country = dimension("country__key", "nước", "country")
    offer(
        Window(
            "associations",
            Association,
            "hội",
            "associations",
            {"kind": dimension("kind", "loại hội", "kind"), "members": measure("members", "hội viên", "members")},
            associations,
        )
    )
    offer(
        Window(
            "enterprises",
            Enterprise,
            "doanh nghiệp kiều bào",
            "overseas-Vietnamese enterprises",
            {
                "country": country,
                "countries": identity("country_id", "nước", "countries"),
                "field": dimension("field", "lĩnh vực", "field"),
                "currency": dimension("currency", "loại tiền", "currency"),
                "capital": money("capital_minor", "vốn đăng ký", "registered capital", currency="currency"),
            },
            enterprises,
        )
    )
    offer(
        Window(
            "trainee_cohorts",
            TraineeCohort,
            "khóa học viên",
            "trainee cohorts",
            {"country": country, "trained": measure("trained", "đã đào tạo", "trained"), "placed": measure("placed", "đã đi làm", "placed")},
            cohorts,
        )
    )
