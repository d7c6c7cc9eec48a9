"""Standing «hiệu lực đến hôm nay»: whether an agreement is in force today, by its days and by the state its record says.

Nobody comes back to a record on the day its agreement expires. So lists say what the days make of it, by the rule by which the
indicators count agreements in force; the record itself, its history and every figure stay as they are.
"""

from datetime import date
from typing import Any

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from ngoaivu.accounts.seats import Seat
from ngoaivu.core.windows import surely_runs
from ngoaivu.registry.agreements.models import Agreement
from ngoaivu.registry.desk.facets import Telling, tell

State = Agreement.State
STANDING, NOT_YET, OPEN = "standing", "not_yet", "open"
# No longer in force, and nobody knows until when it was.
LOST = ~Q(state=State.IN_FORCE) & Q(end_earliest=None, end_latest=None)


def standing(day: date) -> Case:
    """The standing of a row on a day; a text that ended early or was replaced is called so once its last day is over."""
    counted = ~Q(state=State.PREPARED) & ~LOST
    return Case(
        When(counted & surely_runs(day), then=Value(State.IN_FORCE.value)),
        When(counted & Q(start_earliest__gt=day), then=Value(NOT_YET)),
        When(~Q(state=State.IN_FORCE), then=F("state")),
        When(Q(end_latest__lt=day), then=Value(State.EXPIRED.value)),
        default=Value(OPEN),
        output_field=CharField(),
    )


def named() -> list[tuple[str, str]]:
    """Every standing in words."""
    others = [(NOT_YET, _("Not yet in force")), (OPEN, _("Left open by its days"))]
    return [*((str(value), str(label)) for value, label in State.choices), *others]


def said(agreement: Any, seat: Seat) -> str:
    """The standing in words, with what the record says where it says otherwise; of a kept version what the record said then."""
    kept = str(agreement.get_state_display())
    if hasattr(agreement, STANDING):
        return dict(named())[getattr(agreement, STANDING)]
    if not isinstance(agreement, Agreement):
        return kept
    today = Agreement.objects.filter(pk=agreement.pk).values_list(standing(seat.on), flat=True).first()
    told = dict(named())[today] if today else kept
    return told if told == kept else _("%(standing)s (the record says: %(state)s)") % {"standing": told, "state": kept}


def _along(rows: QuerySet[Any], seat: Seat) -> QuerySet[Any]:
    told: QuerySet[Any] = rows.annotate(**{STANDING: standing(seat.on)})
    return told


def register() -> None:
    """Let every list say it so, filter and order by it."""
    tell(Agreement, "state", Telling(said, _along, named, STANDING))
