"""Rules of aid: the states of an aid item; what is paid out stays within one currency and does not precede the approval."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ngoaivu.registry.aid.models import AidItem, Disbursement
from ngoaivu.registry.desk.rules import Lifecycle

State = AidItem.State
AID_ITEM = Lifecycle(
    State,
    {
        State.PROPOSED: (State.APPROVED, State.STOPPED),
        State.APPROVED: (State.RECEIVING, State.COMPLETED, State.STOPPED),
        State.RECEIVING: (State.COMPLETED, State.STOPPED),
        State.COMPLETED: (),
        State.STOPPED: (State.RECEIVING,),
    },
)


def check_aid_item(before: AidItem | None, after: AidItem) -> None:
    """Refuse a step the lifecycle does not have, and a negative amount."""
    AID_ITEM.check(before, after)
    if after.committed_minor is not None and after.committed_minor < 0:
        raise ValidationError({"committed_minor": _("An amount is not negative: write what was committed, or leave it empty.")})


def check_disbursement(before: Disbursement | None, after: Disbursement) -> None:
    """Refuse money paid out of an item that is only proposed (decree 313/2025: received only after approval), or in another currency."""
    if after.item.state == State.PROPOSED:
        raise ValidationError(
            {"item": _("“%(item)s” is only proposed: aid is received after its approval. Change its state first.") % {"item": after.item}}
        )
    if after.item.committed_minor is not None and after.currency != after.item.currency:
        raise ValidationError(
            {"currency": _("The item is committed in %(currency)s: write the amount in that currency.") % {"currency": after.item.currency}}
        )
