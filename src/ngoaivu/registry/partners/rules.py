"""Rules of partners: a merge is one step deep, and a former relationship has ended."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ngoaivu.registry.desk.rules import Lifecycle
from ngoaivu.registry.partners.models import Partner, Relationship

State = Relationship.State
RELATIONSHIP = Lifecycle(State, {State.CURRENT: (State.FORMER,), State.FORMER: (State.CURRENT,)})


def check_partner(before: Partner | None, after: Partner) -> None:
    """Refuse a merge into itself, into a duplicate, or of a partner that has duplicates of its own."""
    survivor = after.canonical
    if survivor is None:
        return
    if survivor.pk == after.pk:
        raise ValidationError({"canonical": _("A partner cannot be merged into itself: choose another, or leave it empty.")})
    if survivor.canonical is not None:
        raise ValidationError(
            {"canonical": _("“%(name)s” is a duplicate itself: choose “%(other)s”.") % {"name": survivor, "other": survivor.canonical}}
        )
    if after.pk and Partner.objects.filter(canonical=after, withdrawn=False).exists():
        raise ValidationError({"canonical": _("Others are merged into this partner: move them first.")})


def check_relationship(before: Relationship | None, after: Relationship) -> None:
    """Refuse a current relationship that has an end in the past of its record."""
    RELATIONSHIP.check(before, after)
    if after.state == State.CURRENT and after.end_latest:
        raise ValidationError({"state": _("A relationship with a last day is a former one: choose “former”, or empty the last day.")})
