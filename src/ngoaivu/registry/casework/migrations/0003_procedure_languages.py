"""A procedure's field and legal basis in both languages."""

from typing import ClassVar

from django.db import migrations, models
from django.utils.translation import gettext_lazy as _

TABLES = ("procedure", "procedureversion")
NEW = {
    "field_vi": models.CharField(_("field, Vietnamese"), max_length=100),
    "field_en": models.CharField(_("field, English"), max_length=100, blank=True, default=""),
    "basis_vi": models.CharField(_("legal basis, Vietnamese"), max_length=400, blank=True),
    "basis_en": models.CharField(_("legal basis, English"), max_length=400, blank=True, default=""),
}


def both(table: str) -> list[migrations.operations.base.Operation]:
    """The two columns renamed after their language, and each with its English neighbour."""
    made: list[migrations.operations.base.Operation] = []
    for old in ("field", "basis"):
        vi, en = f"{old}_vi", f"{old}_en"
        made += [
            migrations.RenameField(table, old, vi),
            migrations.AlterField(table, vi, NEW[vi]),
            migrations.AddField(table, en, NEW[en], preserve_default=False),
        ]
    return made


class Migration(migrations.Migration):
    dependencies: ClassVar = [("casework", "0002_version_day")]
    operations: ClassVar = [operation for table in TABLES for operation in both(table)]
