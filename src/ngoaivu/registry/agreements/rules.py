"""Rules of agreements: the states an agreement may go through, and the days each needs."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ngoaivu.registry.agreements.models import Agreement
from ngoaivu.registry.desk.rules import Lifecycle

State = Agreement.State
AGREEMENT = Lifecycle(
    State,
    {
        State.PREPARED: (State.IN_FORCE,),
        State.IN_FORCE: (State.EXPIRED, State.TERMINATED, State.REPLACED),
        State.EXPIRED: (State.IN_FORCE, State.REPLACED),
        State.TERMINATED: (),
        State.REPLACED: (),
    },
)


def check_agreement(before: Agreement | None, after: Agreement) -> None:
    """Refuse a step the lifecycle does not have, and a contract that is called an international agreement."""
    AGREEMENT.check(before, after)
    if after.kind == Agreement.Kind.INTERNATIONAL and after.form == Agreement.Form.CONTRACT:
        raise ValidationError({"form": _("A contract is no international agreement (law 70/2020/QH14, article 2): its kind is “civil contract”.")})
