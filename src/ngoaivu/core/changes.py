"""The only way to write: `with change(by=…, verb=…) as writer: writer.write(row)`.

One change is one revision, whether it writes one row or an import of 100,000. When it ends, two statements per touched
table close the old versions and copy the new ones. Changes inside a change join the outer one.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ngoaivu.core.history import OPEN, Record, columns_of
from ngoaivu.core.models import Change

# Any fixed number: PostgreSQL's name for the queue in which writers wait for their turn.
TURNSTILE = 7_210_445
BATCH = 2000
T = TypeVar("T", bound=Record)


class RefusedUndo(ValueError):
    """A change that can no longer be undone; the message names the later change."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Actor «người thực hiện»: a key and a name as text, never a key to a table above."""

    key: str
    name: str


SYSTEM = Actor("system", "Ngoại Vụ")


@dataclass
class Writer:
    """What an action writes with; remembers which tables it touched."""

    change: Change
    touched: set[type[Record]] = field(default_factory=set)

    @property
    def revision(self) -> int:
        """The number of this change."""
        return int(self.change.pk)

    def write(self, row: T) -> T:
        """Insert or update one row under this change."""
        self._stamp(row)
        row.full_clean(validate_unique=True, validate_constraints=False)
        row.save()
        return row

    def write_many(self, model: type[T], rows: Sequence[T]) -> None:
        """Insert many new rows under this change, without validation one by one: the caller has checked them."""
        for row in rows:
            self._stamp(row)
        model.objects.bulk_create(rows, batch_size=BATCH)

    def withdraw(self, row: Record) -> None:
        """Take a row out of every list and count; the row and its versions stay."""
        row.withdrawn = True
        self.write(row)

    def _stamp(self, row: Record) -> None:
        row.change = self.change
        row._stamped = True  # type: ignore[attr-defined]
        self.touched.add(type(row))


_current: ContextVar[Writer | None] = ContextVar("writer", default=None)


@contextmanager
def change(*, by: Actor, verb: str, why: str = "", at: datetime | None = None) -> Iterator[Writer]:
    """Open a change, or join the one that is open. Nothing is written when the block raises."""
    if (outer := _current.get()) is not None:
        yield outer
        return
    with transaction.atomic():
        writer = Writer(_begin(by, verb, why, at))
        token = _current.set(writer)
        try:
            yield writer
            for model in sorted(writer.touched, key=lambda model: model._meta.label):
                _copy_versions(model, writer.revision)
        finally:
            _current.reset(token)


def _begin(by: Actor, verb: str, why: str, at: datetime | None) -> Change:
    """Wait for the turn, then draw the number: so commit order is number order, and the clock never runs backwards."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURNSTILE])
    now = at or timezone.now()
    last = Change.objects.order_by("-pk").values_list("at", flat=True).first()
    return Change.objects.create(at=max(now, last) if last else now, actor_key=by.key, actor_name=by.name, verb=verb, why=why)


def _copy_versions(model: type[Record], revision: int) -> None:
    """Close the versions this change replaced and copy the rows it wrote: two statements, whatever their number."""
    quote = connection.ops.quote_name
    table, versions = quote(model._meta.db_table), quote(model.Version._meta.db_table)
    columns = ", ".join(quote(name) for name in columns_of(model))
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {versions} SET rev_to = %s WHERE rev_to = %s AND record_id IN (SELECT id FROM {table} WHERE change_id = %s)",
            [revision, OPEN, revision],
        )
        cursor.execute(
            f"INSERT INTO {versions} (record_id, {columns}, rev_from, rev_to) SELECT id, {columns}, change_id, %s FROM {table} WHERE change_id = %s",
            [OPEN, revision],
        )


def revision_at(moment: datetime) -> int:
    """The last revision made at or before a moment; 0 before the first."""
    return Change.objects.filter(at__lte=moment).order_by("-pk").values_list("pk", flat=True).first() or 0


def latest() -> int:
    """The newest revision."""
    return Change.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that a change altered: its name and the stored values before and after."""

    field: str
    before: Any
    after: Any


def history(row: Record) -> list[tuple[Change, list[Difference]]]:
    """The changes of a record, newest first, each with what it altered; read from the versions, stored nowhere else."""
    versions = list(type(row).Version.objects.filter(record=row).order_by("rev_from"))
    changes = Change.objects.in_bulk([version.rev_from for version in versions])
    names = [field.attname for field in type(row)._meta.local_concrete_fields if not field.primary_key and field.name != "change"]
    told = []
    for before, after in zip([None, *versions], versions, strict=False):
        old = {name: getattr(before, name, None) if before else None for name in names}
        altered = [Difference(name, old[name], getattr(after, name)) for name in names if old[name] != getattr(after, name)]
        told.append((changes[after.rev_from], altered))
    return told[::-1]


def undo(revision: int, *, models: Iterable[type[Record]], by: Actor, why: str) -> int:
    """Write again what a change replaced, and withdraw what it made; refused when a record changed again since."""
    with change(by=by, verb="undo", why=why) as writer:
        writer.change.undoes_id = revision
        writer.change.save(update_fields=["undoes"])
        for model in models:
            for version in model.Version.objects.filter(rev_from=revision).order_by("record_id"):
                if version.rev_to != OPEN:
                    raise _overtaken(version)
                _put_back(writer, model, version.record_id, revision)
        return writer.revision


def _overtaken(version: Any) -> RefusedUndo:
    later = Change.objects.get(pk=version.rev_to)
    told = _("This change cannot be undone: “%(title)s” was changed again (%(later)s). Undo that later change first.")
    return RefusedUndo(told % {"title": version.record, "later": later.told})


def _put_back(writer: Writer, model: type[Record], identity: int, revision: int) -> None:
    row = model.objects.get(pk=identity)
    before = model.Version.objects.filter(record_id=identity, rev_to=revision).first()
    if before is None:
        writer.withdraw(row)
        return
    for column in model._meta.local_concrete_fields:
        if not column.primary_key and column.name != "change":
            setattr(row, column.attname, getattr(before, column.attname))
    writer.write(row)


def erase(row: Record, *, by: Actor, basis: str) -> None:
    """Blank the personal columns of a record and of all its versions, by law; the counted row stays.

    The change names record and legal basis, never a value. Personal columns are text and are blanked to "".
    """
    model, blank = type(row), dict.fromkeys(type(row).personal, "")
    with change(by=by, verb="erase", why=basis) as writer:
        for name in model.personal:
            setattr(row, name, "")
        writer.write(row)
        model.Version.objects.filter(record=row).update(**blank)
