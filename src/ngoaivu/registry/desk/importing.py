"""Importing «nhập danh sách»: rows of a spreadsheet become records. A room declares its columns; each cell is read by a form field.

First a dry run that names every error by row and column; then, when there is none, one change with the spreadsheet as its source.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _

from ngoaivu.accounts.roles import IMPORT
from ngoaivu.accounts.seats import Seat
from ngoaivu.core import vietnamese
from ngoaivu.documents import actions as papers
from ngoaivu.documents.models import Citation, DocumentKind, SourceDocument
from ngoaivu.documents.records import RegistryRecord
from ngoaivu.registry.desk.facets import facets
from ngoaivu.registry.desk.rules import check_act
from ngoaivu.registry.desk.spreadsheets import Sheet

STEP = 100
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class ImportColumn:
    """A column an import understands: its name, its heading, the field that reads it, an example, other headings it answers to."""

    name: str
    heading: Any
    field: Callable[[Seat], forms.Field]
    example: str = ""
    aliases: tuple[str, ...] = ()

    def answers(self, heading: str, exported: str = "") -> bool:
        """Whether a heading of a file means this column; `exported` is the heading under which our own export writes it."""
        return bool(heading) and vietnamese.fold(heading) in {vietnamese.fold(name) for name in (str(self.heading), exported, *self.aliases)}


@dataclass(frozen=True)
class Importer:
    """What a room can import: the record type, its columns, the record a row makes, and the room's rules for it."""

    model: type[RegistryRecord]
    columns: tuple[ImportColumn, ...]
    build: Callable[[Mapping[str, Any], Seat], RegistryRecord]
    check: Callable[[Any, Any], None]

    def match(self, head: Sequence[str]) -> dict[str, int]:
        """The place of each column in a file, as far as the headings tell."""
        told = {name: str(facet.label) for name, facet in facets(self.model).items()}
        return {
            column.name: place
            for column in self.columns
            for place, heading in reversed(list(enumerate(head)))
            if column.answers(heading, told.get(column.name, ""))
        }


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a cell: row number, heading, sentence."""

    row: int
    heading: str
    sentence: str


@dataclass
class Report:
    """The outcome of a dry run: the records with their row numbers, and every fault."""

    records: list[RegistryRecord] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


@dataclass
class RowReader:
    """Reads rows one by one with the fields of the columns, made once for the whole list."""

    importer: Importer
    seat: Seat

    def __post_init__(self) -> None:
        self.fields = {column.name: column.field(self.seat) for column in self.importer.columns}
        self.headings = {column.name: str(column.heading) for column in self.importer.columns}

    def read(self, texts: Mapping[str, str]) -> tuple[RegistryRecord | None, list[tuple[str, str]]]:
        """The record of a row, or what is wrong: heading and sentence."""
        values, wrong = {}, []
        for name, reader in self.fields.items():
            try:
                values[name] = reader.clean(texts.get(name, ""))
            except ValidationError as error:
                wrong += [(self.headings[name], sentence) for sentence in error.messages]
        if wrong:
            return None, wrong
        try:
            record = self.importer.build(values, self.seat)
            record.prepare()
            record.clean_fields(exclude=[field.name for field in record._meta.fields if field.is_relation])
            record.clean()
            self.importer.check(None, record)
        except ValidationError as error:
            return None, [("", sentence) for sentence in error.messages]
        return record, []


def try_out(importer: Importer, sheet: Sheet, places: Mapping[str, int], seat: Seat, progress: Progress = lambda done, of: None) -> Report:
    """Read every row as a record without writing anything."""
    report, reader, known = Report(), RowReader(importer, seat), dict[tuple[str, ...], int]()
    for done, (number, cells) in enumerate(sheet.rows, start=1):
        if done % STEP == 0:
            progress(done, len(sheet.rows))
        twin = known.setdefault(tuple(cells), number)
        if twin != number:
            report.faults.append(Fault(number, "", _("It is the same as row %(row)d: delete one of the two.") % {"row": twin}))
            continue
        record, wrong = reader.read({name: sheet.column(place, cells) for name, place in places.items()})
        report.faults += [Fault(number, heading, sentence) for heading, sentence in wrong]
        if record is not None:
            report.records.append(record)
            report.lines.append(number)
    return report


def check_new(digest: str, seat: Seat) -> None:
    """Refuse a file whose list is in the registry already."""
    before = SourceDocument.objects.filter(seat.visible(), sha256=digest, withdrawn=False).first()
    if before is not None:
        raise ValidationError(
            _("This file was imported already, as change %(number)d: undo that import first, or change the file.") % {"number": before.change_id}
        )


def write(report: Report, document: SourceDocument, file: File[bytes], *, seat: Seat) -> int:
    """Keep the spreadsheet, a citation of each row, and the records, as one change; the revision."""
    check_act(seat, IMPORT)
    with papers.filing(document, by=seat.actor, verb="import", file=file) as writer:
        cited = [Citation(document=document, place_vi=f"dòng {line}", place_en=f"row {line}") for line in report.lines]
        writer.write_many(Citation, cited)
        for record, citation in zip(report.records, cited, strict=True):
            record.citation = citation
        writer.write_many(type(report.records[0]), report.records)
        return writer.revision


def paper(name: str, seat: Seat) -> SourceDocument:
    """The spreadsheet as a source document of this office."""
    return SourceDocument(
        office=seat.office,
        kind=DocumentKind.SPREADSHEET,
        title_vi=_("Imported list %(name)s") % {"name": name},
        issuer_vi=seat.office.name_vi,
        issued_from=seat.on,
        issued_to=seat.on,
    )
