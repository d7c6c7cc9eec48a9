"""Rules of the desk: may this person do this act here, and may it happen to this record at all? Each refusal is a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ngoaivu.accounts.roles import EXPORT, IMPORT, READ, REGISTER
from ngoaivu.accounts.seats import Seat
from ngoaivu.core.history import Record, has_column
from ngoaivu.documents.models import Citation
from ngoaivu.registry.desk.refusals import Refused

REFUSALS: Mapping[str, str | Promise] = {
    READ: gettext_lazy("Your role in this office does not read the registry. Ask your head of division."),
    REGISTER: gettext_lazy("Your role in this office does not register or change records. Ask a specialist or the head of division."),
    IMPORT: gettext_lazy("Your role in this office does not import lists. Ask a specialist or the head of division."),
    EXPORT: gettext_lazy("Your role in this office does not export lists. Ask a specialist, the head of division or the director."),
}


def check_act(seat: Seat, act: str) -> None:
    """Refuse an act that no role of the person permits in this office."""
    if not seat.may(act):
        raise Refused(str(REFUSALS[act]))


def check_withdrawable(row: Record) -> None:
    """Refuse to withdraw what is withdrawn."""
    if row.withdrawn:
        raise Refused(_("This record is withdrawn already."))


def check_seen(row: Record, seen: int | None) -> None:
    """Refuse to undo another change than the one that was on the screen."""
    if seen != row.change_id:
        told = _("Nothing was undone: “%(title)s” was changed after you opened the page (%(change)s). Look at the record again and decide anew.")
        raise Refused(told % {"title": row, "change": row.change.told})


def check_source(had: bool | None, document: Any) -> None:
    """Refuse a record without the paper it rests on; `had` is None for a new one. One that never had a source may go on without."""
    if document is None and had is not False:
        raise ValidationError({"citation": _("A record rests on a paper: choose the source document, or register the paper first.")}, code="source")


def nothing(before: Any, after: Any) -> None:
    """No rule beyond those of the record itself."""


def touched_by(revision: int) -> dict[type[Record], int]:
    """The record types a change wrote, with the number of rows of each."""
    models = [model for model in apps.get_models() if issubclass(model, Record)]
    counts = {model: model.Version.objects.filter(rev_from=revision).count() for model in models}
    return {model: count for model, count in counts.items() if count}


def check_undoable(revision: int, seat: Seat) -> dict[type[Record], int]:
    """The tables a change wrote; refused when it wrote none, or rows this person may not see."""
    touched = touched_by(revision)
    if not touched:
        raise Refused(_("This change wrote no record: there is nothing to undo."))
    for model in touched:
        prefix = "document__" if model is Citation else ""
        if prefix or has_column(model, "office"):
            written = model.objects.filter(pk__in=model.Version.objects.filter(rev_from=revision).values("record_id"))
            if written.exclude(seat.visible(prefix)).exists():
                raise Refused(_("This change also wrote records you may not see: it cannot be undone from here."))
    return touched


@dataclass(frozen=True)
class Lifecycle:
    """Lifecycle «vòng đời»: which state may follow which, as a table; the way a record begins is free."""

    states: Any
    follows: Mapping[str, tuple[str, ...]]

    def check(self, before: Any, after: Any, column: str = "state") -> None:
        """Refuse a step that is not in the table, and say which are."""
        if before is None or (was := getattr(before, column)) == (now := getattr(after, column)):
            return
        allowed = self.follows.get(was, ())
        if now in allowed:
            return
        names = {"was": self.states(was).label, "now": self.states(now).label, "may": ", ".join(str(self.states(one).label) for one in allowed)}
        if allowed:
            sentence = _("From “%(was)s” a record cannot become “%(now)s”, only: %(may)s.") % names
        else:
            sentence = _("“%(was)s” is final and cannot become “%(now)s”. If it was a mistake, undo the change that set it.") % names
        raise ValidationError({column: sentence}, code="transition")
