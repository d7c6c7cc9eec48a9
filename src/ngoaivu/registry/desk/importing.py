"""Importing «nhập danh sách»: rows of a spreadsheet become records. A room declares its columns; each cell is read by a form field.

First a dry run that names every error by row and column; then, when there is none, one change with the spreadsheet as its source.
"""

from collections.abc import Callable, Mapping, Sequence
from copy import copy
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
from ngoaivu.registry.desk.blank_lists import BlankColumn
from ngoaivu.registry.desk.facets import facets
from ngoaivu.registry.desk.fields import NamedField, NamesField, WordField
from ngoaivu.registry.desk.forms import STANDS_FOR
from ngoaivu.registry.desk.naming import IN_BLANK_LIST
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
    # Records of another type that a row makes besides, which point to its own: the countries a mission visited.
    along: Callable[[Any, Mapping[str, Any]], Sequence[RegistryRecord]] = lambda record, values: ()
    # What the cells of a row say where one holds what belongs into two columns.
    spread: Callable[[Mapping[str, str]], Mapping[str, str]] = lambda texts: texts

    def match(self, head: Sequence[str]) -> dict[str, int]:
        """The place of each column in a file, as far as the headings tell."""
        told = {name: str(facet.label) for name, facet in facets(self.model).items()}
        return {
            column.name: place
            for column in self.columns
            for place, heading in reversed(list(enumerate(head)))
            if column.answers(heading, told.get(column.name, ""))
        }

    def needed(self, seat: Seat) -> dict[str, Any]:
        """The columns every row needs, each with its heading."""
        return {column.name: column.heading for column in self.columns if column.field(seat).required}

    def blank(self, seat: Seat) -> list[BlankColumn]:
        """The columns of an empty list to fill in, with the words an officer may choose from."""
        made = []
        for column in self.columns:
            reader = column.field(seat)
            offered, closed = _offered(reader)
            made.append(BlankColumn(str(column.heading), str(reader.help_text), column.example, offered, closed))
        return made


def _offered(reader: forms.Field) -> tuple[list[str], bool]:
    """What a cell may hold, and whether it is all: the words of a choice, or the names in a list, of which one may know others."""
    if isinstance(reader, WordField):
        return [str(label) for _stored, label in reader.words], True
    return ([str(row) for row in reader.queryset.order_by("sort_key")] if isinstance(reader, NamedField) else []), False


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a cell: row number, heading, sentence."""

    row: int
    heading: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Read:
    """What a row makes: its record, and the records that go along with it."""

    record: RegistryRecord
    along: Sequence[RegistryRecord]


@dataclass
class Report:
    """The outcome of a dry run: what each row makes, by its number in the file, and every fault."""

    rows: list[tuple[int, Read]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


@dataclass
class RowReader:
    """Reads rows one by one with the fields of the columns, made once for the whole list."""

    importer: Importer
    seat: Seat

    def __post_init__(self) -> None:
        self.fields = {column.name: column.field(self.seat) for column in self.importer.columns}
        for reader in self.fields.values():
            if isinstance(reader, NamedField | NamesField):
                reader.unknown = IN_BLANK_LIST
        self.headings = {column.name: str(column.heading) for column in self.importer.columns}
        self.nothing = {name: _nothing(reader) for name, reader in self.fields.items()}

    def read(self, texts: Mapping[str, str]) -> tuple[Read | None, list[tuple[str, str]]]:
        """What a row makes, or everything that is wrong in it: heading and sentence."""
        values, wrong = {}, dict[str, list[str]]()
        texts = self.importer.spread(texts)
        for name, reader in self.fields.items():
            try:
                values[name] = reader.clean(texts.get(name, ""))
            except ValidationError as error:
                values[name], wrong[name] = self.nothing[name], error.messages
        record, along = self.importer.build(values, self.seat), list[RegistryRecord]()
        record.prepare()
        related = [column.name for column in record._meta.fields if column.is_relation]
        rules: list[Callable[[], Any]] = [
            lambda: record.clean_fields(exclude=related),
            record.clean,
            lambda: self.importer.check(None, record),
            lambda: along.extend(self.importer.along(record, values)),
        ]
        for rule in rules:
            try:
                rule()
            except ValidationError as error:
                self._note(error, wrong)
        told = [(self.headings.get(name, ""), sentence) for name in sorted(wrong, key=self._place) for sentence in wrong[name]]
        return (None, told) if told else (Read(record, along), [])

    def _place(self, name: str) -> int:
        """Where a column stands; what speaks of none comes last."""
        return list(self.headings).index(name) if name in self.headings else len(self.headings)

    def _note(self, error: ValidationError, wrong: dict[str, list[str]]) -> None:
        """Put what a rule refuses beside the column it speaks of; a cell that could not be read is spoken of once."""
        told = error.error_dict if hasattr(error, "error_dict") else {"": [error]}
        for column, problems in told.items():
            name = STANDS_FOR.get(column, column)
            if name not in wrong:
                wrong[name] = [sentence for problem in problems for sentence in problem.messages]

    def is_example(self, texts: Mapping[str, str]) -> bool:
        """Whether a row is the example that stands in our empty list."""
        return all(texts.get(column.name, "") == column.example for column in self.importer.columns)


def _nothing(reader: forms.Field) -> Any:
    """What a field gives for an empty cell, also where it may not be empty: so the rest of a row is looked at beside a faulty cell."""
    free = copy(reader)
    free.required = False
    return free.clean("")


def try_out(importer: Importer, sheet: Sheet, places: Mapping[str, int], seat: Seat, progress: Progress = lambda done, of: None) -> Report:
    """Read every row as a record without writing anything."""
    report, reader, known = Report(), RowReader(importer, seat), dict[tuple[str, ...], int]()
    for done, (number, cells) in enumerate(sheet.rows, start=1):
        if done % STEP == 0:
            progress(done, len(sheet.rows))
        twin = known.setdefault(tuple(cells), number)
        texts = {name: sheet.column(place, cells) for name, place in places.items()}
        if twin != number:
            report.faults.append(Fault(number, "", _("It is the same as row %(row)d: delete one of the two.") % {"row": twin}))
        elif reader.is_example(texts):
            report.faults.append(Fault(number, "", _("This is the example of the empty list: delete the row, or write your own over it.")))
        else:
            _take(report, number, *reader.read(texts))
    return report


def _take(report: Report, number: int, found: Read | None, wrong: list[tuple[str, str]]) -> None:
    report.faults += [Fault(number, heading, sentence) for heading, sentence in wrong]
    if found is not None:
        report.rows.append((number, found))


def check_new(digest: str, seat: Seat) -> None:
    """Refuse a file whose list is in the registry already."""
    before = SourceDocument.objects.filter(seat.visible(), sha256=digest, withdrawn=False).first()
    if before is not None:
        raise ValidationError(
            _("This file was imported already (%(change)s): undo that import first, or change the file.") % {"change": before.change.told}
        )


def write(report: Report, document: SourceDocument, file: File[bytes], *, seat: Seat) -> int:
    """Keep the spreadsheet, a citation of each row, and the records, as one change; the revision."""
    check_act(seat, IMPORT)
    with papers.filing(document, by=seat.actor, verb="import", file=file) as writer:
        cited = [Citation(document=document, place_vi=f"dòng {line}", place_en=f"row {line}") for line, _read in report.rows]
        writer.write_many(Citation, cited)
        for (_line, read), citation in zip(report.rows, cited, strict=True):
            for record in (read.record, *read.along):
                record.citation = citation
        records, along = [read.record for _line, read in report.rows], [one for _line, read in report.rows for one in read.along]
        for written in filter(None, (records, along)):
            writer.write_many(type(written[0]), written)
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
