"""Versioned records: every row has a present state and a table of its versions, each dated by revisions, not by clocks.

`rev_from` is the revision that wrote a version, `rev_to` the one that replaced it, or OPEN. What was known at revision r is
the rows with rev_from <= r < rev_to. A version table is made by the decorator `versioned`; nobody writes it but `changes`.
"""

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ngoaivu.core.models import Change

OPEN = 2**62
# The column by which the rows behind a figure are read page by page: without its index each page scans all versions.
DAY = "start_earliest"
R = TypeVar("R", bound="type[Record]")


class UnguardedWrite(RuntimeError):
    """A row was written outside an action; the message names the row."""


class RecordQuerySet(QuerySet[Any]):
    """Reads as usual; refuses the writes that would leave no trace."""

    def update(self, **columns: Any) -> int:
        """Refused: an update in bulk would leave no version behind."""
        raise UnguardedWrite(f"{self.model._meta.label}: use an action, update() leaves no version behind.")

    def delete(self) -> Any:
        """Refused: nothing is deleted, it is withdrawn with a reason."""
        raise UnguardedWrite(f"{self.model._meta.label}: nothing is deleted; withdraw it with a reason.")

    def bulk_create(self, objs: Any, *args: Any, **options: Any) -> Any:
        """Refused unless a writer has stamped every row with its change."""
        rows = list(objs)
        if any(not getattr(row, "_stamped", False) for row in rows):
            raise UnguardedWrite(f"{self.model._meta.label}: rows are written inside a change.")
        return super().bulk_create(rows, *args, **options)


class Record(models.Model):
    """Record «hồ sơ»: the base of every versioned table. `change` is the last revision that wrote the row."""

    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="+", editable=False, verbose_name=_("last change"))
    withdrawn = models.BooleanField(_("withdrawn"), default=False, editable=False)

    objects = RecordQuerySet.as_manager()

    # Columns that legal erasure blanks; they never reach a window or a digest.
    personal: ClassVar[tuple[str, ...]] = ()
    # What officers call a column of this very type, where its base has a more general word.
    called: ClassVar[Mapping[str, Any]] = {}
    Version: ClassVar[Any]

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        """Refused outside a change, which stamps the row first."""
        if not getattr(self, "_stamped", False):
            raise UnguardedWrite(f"{self._meta.label} {self.pk or ''}: rows are written inside a change.")
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> Any:
        """Refused: nothing is deleted, it is withdrawn with a reason."""
        raise UnguardedWrite(f"{self._meta.label} {self.pk}: nothing is deleted; withdraw it with a reason.")

    @property
    def key(self) -> str:
        """The stable name of the record everywhere outside its table, e.g. `delegations.delegation:12`."""
        return f"{self._meta.label_lower}:{self.pk}"


def versioned(model: R) -> R:
    """Give a record type its table of versions, `Model.Version`, with the same columns."""
    columns = {field.name: _copy(field, model) for field in model._meta.local_concrete_fields if not field.primary_key}
    meta = type(
        "Meta",
        (),
        {
            "app_label": model._meta.app_label,
            "db_table": f"{model._meta.db_table}_version",
            "constraints": [
                models.UniqueConstraint(fields=["record", "rev_to"], name=f"{model._meta.model_name}_one_version_until"),
                models.CheckConstraint(condition=Q(rev_from__lt=F("rev_to")), name=f"{model._meta.model_name}_version_lasts"),
            ],
            "indexes": [models.Index(fields=[DAY], name=f"{model._meta.model_name}_version_day")] if DAY in columns else [],
            "default_permissions": (),
        },
    )
    model.Version = type(
        f"{model.__name__}Version",
        (models.Model,),
        {
            "__module__": model.__module__,
            "__doc__": f"Version «phiên bản» of {model.__name__}.",
            "Meta": meta,
            "record": models.ForeignKey(model, on_delete=models.PROTECT, related_name="versions"),
            "rev_from": models.BigIntegerField(),
            "rev_to": models.BigIntegerField(default=OPEN),
            **columns,
        },
    )
    return model


def _copy(field: models.Field[Any, Any], model: type[models.Model]) -> models.Field[Any, Any]:
    """The column of the version table: same type, not unique, no key of its own (deconstruct() fails on keys while apps load)."""
    if isinstance(field, models.ForeignKey):
        named: type[models.Model] | str = field.remote_field.model
        target = model if named == "self" else named
        return models.ForeignKey(target, on_delete=models.DO_NOTHING, null=True, related_name="+", db_constraint=False, db_index=False)
    _name, path, args, options = field.deconstruct()
    for mark in ("unique", "db_index", "validators"):
        options.pop(mark, None)
    kind = models.CharField if path.endswith("SlugField") else type(field)
    return kind(*args, **options)


def span(revision: int, prefix: str = "") -> Q:
    """The versions known at a revision."""
    return Q(**{f"{prefix}rev_from__lte": revision, f"{prefix}rev_to__gt": revision})


def known(model: type[Record], revision: int | None) -> QuerySet[Any]:
    """The rows of a record type as known at a revision, or now; withdrawn rows left out.

    Both sources answer to `identity`, the number of the record, and `revision`, the change that wrote the row.
    """
    rows: QuerySet[Any]
    if revision is None:
        rows = model.objects.filter(withdrawn=False).annotate(identity=F("pk"), revision=F("change_id"))
    else:
        rows = model.Version.objects.filter(span(revision), withdrawn=False).annotate(identity=F("record_id"), revision=F("rev_from"))
    return rows


def related(rows: QuerySet[Any], path: str, revision: int | None) -> tuple[QuerySet[Any], str]:
    """Rows joined to a related record as known at the same revision, and the prefix under which its columns stand.

    A plain join from a version reaches today's row; this one reaches the version of that day.
    """
    name = f"{path}_then"
    if revision is None:
        return rows.annotate(**{name: models.FilteredRelation(path)}), name
    condition = span(revision, f"{path}__versions__")
    return rows.annotate(**{name: models.FilteredRelation(f"{path}__versions", condition=condition)}), name


def columns_of(model: type[Record]) -> list[str]:
    """The database columns a version copies, in the order of the table."""
    return [str(field.column) for field in model._meta.local_concrete_fields if not field.primary_key]


def has_column(model: type[Record], name: str) -> bool:
    """Whether the record type has a field of that name."""
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True
