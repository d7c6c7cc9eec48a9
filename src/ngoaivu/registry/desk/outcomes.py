"""Outcomes «kết quả của lần ghi»: which records a change wrote, took out of the registry or put back, in words."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ngoaivu.core.history import Record
from ngoaivu.core.models import Change
from ngoaivu.documents.models import Citation
from ngoaivu.registry.desk.rules import touched_by

Line = dict[str, str]
Counts = dict[type[Record], int]


def of(change: Change) -> list[Line]:
    """What a change did, each kind of it with its records: «Đã ghi: 1 đoàn», «Đã gỡ khỏi sổ: 1 đoàn, 1 văn bản nguồn»."""
    gone = {model: versions.filter(withdrawn=True).count() for model, versions in _written(change.pk)}
    stands = {model: versions.filter(withdrawn=False).count() for model, versions in _written(change.pk)}
    kept = _("As before again:") if change.verb == "undo" else _("Written:")
    return _lines((kept, stands), (_("Taken out of the registry:"), gone))


def foreseen(revision: int) -> list[Line]:
    """What undoing a change will do: records it made leave, the others get back the values they had."""
    back = {model: model.Version.objects.filter(rev_to=revision, withdrawn=False).count() for model, _versions in _written(revision)}
    gone = {model: versions.count() - back[model] for model, versions in _written(revision)}
    return _lines((_("Will leave the registry:"), gone), (_("Will be as before again:"), back))


def _written(revision: int) -> Iterator[tuple[type[Record], QuerySet[Any]]]:
    """The versions a change wrote, by their type; the places cited in a paper are no records to an officer."""
    for model in touched_by(revision):
        if model is not Citation:
            yield model, model.Version.objects.filter(rev_from=revision)


def _lines(*told: tuple[str, Counts]) -> list[Line]:
    counted = [(label, ", ".join(f"{count} {model._meta.verbose_name}" for model, count in counts.items() if count)) for label, counts in told]
    return [{"label": label, "records": records} for label, records in counted if records]
