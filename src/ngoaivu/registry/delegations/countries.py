"""The countries of a mission «các nước của đoàn» as screens, lists and history say them: its own first, then the further ones it visits."""

from typing import Any

from django.db.models import F, Prefetch, Q, QuerySet

from ngoaivu.accounts.seats import Seat
from ngoaivu.core.history import span
from ngoaivu.registry.delegations.models import CountryVisit, Delegation
from ngoaivu.registry.desk.facets import Telling, tell

READ_ALONG = "visits_read_along"


def said(mission: Any, seat: Seat) -> str:
    """All countries of a mission, or of a version of one as it was known then."""
    named = [mission.country, *(stop.country for stop in _stops(mission, seat))]
    return ", ".join(dict.fromkeys(str(country) for country in named if country is not None))


def _stops(mission: Any, seat: Seat) -> list[Any]:
    if hasattr(mission, READ_ALONG):
        return list(getattr(mission, READ_ALONG))
    if isinstance(mission, Delegation):
        return list(_present(seat).filter(delegation=mission))
    rows = CountryVisit.Version.objects.filter(seat.visible(), span(mission.rev_from), delegation_id=mission.record_id)
    # What was withdrawn with its mission still says where it went.
    stands = Q(withdrawn=False) | (Q(rev_from=mission.rev_from) if mission.withdrawn else Q())
    return list(rows.filter(stands).select_related("country").order_by("start_earliest", "record_id"))


def _present(seat: Seat) -> QuerySet[Any]:
    stands = Q(withdrawn=False) | Q(delegation__withdrawn=True, change_id=F("delegation__change_id"))
    return CountryVisit.objects.filter(seat.visible(), stands).select_related("country").order_by("start_earliest", "pk")


def _along(rows: QuerySet[Any], seat: Seat) -> QuerySet[Any]:
    return rows.prefetch_related(Prefetch("visits", _present(seat), to_attr=READ_ALONG))


def register() -> None:
    """Let every screen say them so."""
    tell(Delegation, "country", Telling(said, _along))
