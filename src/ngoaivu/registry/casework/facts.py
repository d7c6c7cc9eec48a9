"""Windows of casework: business-travel permissions, without the persons, and procedures."""

from typing import Any

from django.db.models import QuerySet

from ngoaivu.core.history import known
from ngoaivu.core.windows import Window, dimension
from ngoaivu.core.windows import register as offer
from ngoaivu.registry.casework.models import Procedure, TravelPermission


def permissions(revision: int | None) -> QuerySet[Any]:
    """Business-travel permissions."""
    return known(TravelPermission, revision)


def procedures(revision: int | None) -> QuerySet[Any]:
    """Procedures the office describes."""
    return known(Procedure, revision)


def register() -> None:
    """Offer the room's windows."""
    offer(Window("procedures", Procedure, "thủ tục hành chính", "procedures", {}, procedures))
    offer(
        Window(
            "travel_permissions",
            TravelPermission,
            "hồ sơ cho phép dùng thẻ ABTC",
            "business-travel permissions",
            {"state": dimension("state", "tình trạng", "state")},
            permissions,
        )
    )
