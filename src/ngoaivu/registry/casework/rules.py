"""Rules of casework: the way of a business-travel permission (decision 09/2023/QĐ-TTg)."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ngoaivu.core.levels import Level
from ngoaivu.registry.casework.models import TravelPermission
from ngoaivu.registry.desk.rules import Lifecycle

State = TravelPermission.State
PERMISSION = Lifecycle(
    State,
    {
        State.RECEIVED: (State.VERIFYING, State.REFUSED),
        State.VERIFYING: (State.PERMITTED, State.REFUSED),
        State.PERMITTED: (State.REVOKED,),
        State.REFUSED: (),
        State.REVOKED: (),
    },
)


def check_permission(before: TravelPermission | None, after: TravelPermission) -> None:
    """Refuse a step the lifecycle does not have, a permission without its day, and a named person at an open level."""
    PERMISSION.check(before, after)
    if after.state == State.PERMITTED and after.day_shown() is None:
        raise ValidationError({"start_earliest": _("A permission needs the day on which it was given.")})
    if after.person_name and after.level != Level.PERSONAL:
        raise ValidationError({"level": _("A record that names a person is kept at the level “personal”.")})
