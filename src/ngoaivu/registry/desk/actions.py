"""Actions of the desk: a record kept with its citation, withdrawn, and a change undone. Each asks a rule first."""

from collections.abc import Callable
from typing import Any, TypeVar

from ngoaivu.accounts.roles import EXPORT, REGISTER
from ngoaivu.accounts.seats import Seat
from ngoaivu.core import changes
from ngoaivu.core.changes import change
from ngoaivu.core.history import Record
from ngoaivu.documents import actions as papers
from ngoaivu.documents.models import SourceDocument
from ngoaivu.documents.records import RegistryRecord
from ngoaivu.registry.desk import rules

R = TypeVar("R", bound=Record)
Check = Callable[[R | None, R], None]
Follow = Callable[[Any, Any], None]


def keep(
    row: R, *, seat: Seat, check: Check[R], why: str = "", document: SourceDocument | None = None, place: str = "", then: Follow = rules.nothing
) -> int:
    """Write a record with the document it rests on, and what follows from it, as one change; the revision. Refused: nothing stays."""
    rules.check_act(seat, REGISTER)
    before = type(row).objects.get(pk=row.pk) if row.pk else None
    check(before, row)
    if isinstance(row, RegistryRecord):
        rules.check_source(isinstance(before, RegistryRecord) and before.citation_id is not None if before else None, document)
    with change(by=seat.actor, verb="change" if before else "register", why=why) as writer:
        if isinstance(row, RegistryRecord):
            row.citation = papers.cite(document, by=seat.actor, place_vi=place) if document else None
            row.prepare()
        writer.write(row)
        then(before, row)
        return writer.revision


def withdraw(row: Record, *, seat: Seat, why: str) -> int:
    """Take a record out of lists and counts, with the reason; the revision."""
    rules.check_act(seat, REGISTER)
    rules.check_withdrawable(row)
    papers.withdraw(row, by=seat.actor, why=why)
    return row.change_id


def undo(revision: int, *, seat: Seat, why: str) -> int:
    """Undo a whole change of this office: every row it wrote goes back to what it was; the revision."""
    rules.check_act(seat, REGISTER)
    touched = rules.check_undoable(revision, seat)
    return changes.undo(revision, models=list(touched), by=seat.actor, why=why)


def note_export(seat: Seat, what: str) -> None:
    """Write into the log that a list left the house: who, which, how many rows, asked how."""
    rules.check_act(seat, EXPORT)
    with change(by=seat.actor, verb="export", why=what[:500]):
        pass
