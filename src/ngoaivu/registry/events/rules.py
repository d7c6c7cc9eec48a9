"""Rules of events: the states an event may go through; its parts are not more than the whole."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from ngoaivu.registry.desk.rules import Lifecycle
from ngoaivu.registry.events.models import Event

State = Event.State
EVENT = Lifecycle(
    State,
    {
        State.PLANNED: (State.PERMITTED, State.HELD, State.CANCELLED),
        State.PERMITTED: (State.HELD, State.CANCELLED),
        State.CANCELLED: (State.PLANNED,),
        State.HELD: (),
    },
)


def check_event(before: Event | None, after: Event) -> None:
    """Refuse a step the lifecycle does not have, an event held in the future, and more foreign participants than participants."""
    EVENT.check(before, after)
    if after.state == State.HELD and after.start_earliest and after.start_earliest > timezone.localdate():
        raise ValidationError(
            {"state": _("An event that begins on %(day)s is not held yet: choose “planned”.") % {"day": f"{after.start_earliest:%d/%m/%Y}"}}
        )
    if after.foreign_participants is not None and after.participants is not None and after.foreign_participants > after.participants:
        raise ValidationError({"foreign_participants": _("More foreign participants than participants: correct one of the two numbers.")})
