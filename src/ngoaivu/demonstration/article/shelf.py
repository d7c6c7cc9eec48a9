"""The shelf on which a data file is laid: what is new is written, what differs is corrected, what is the same is left alone."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from ngoaivu.accounts.models import Office
from ngoaivu.core.changes import Actor, Writer, change
from ngoaivu.core.history import Record
from ngoaivu.demonstration.article.reading import Entry, english_place
from ngoaivu.documents.actions import cite
from ngoaivu.documents.models import Citation, SourceDocument
from ngoaivu.documents.records import RegistryRecord

R = TypeVar("R", bound=Record)
LEFT_ALONE = {"id", "change_id"}


class _Nothing(Exception):
    """Takes back a change that had nothing to write."""


@contextmanager
def change_if_any(*, by: Actor, verb: str, why: str) -> Iterator[Writer]:
    """A change that leaves no trace when nothing was written in it."""
    with suppress(_Nothing), change(by=by, verb=verb, why=why) as writer:
        yield writer
        if not writer.touched:
            raise _Nothing


class Shelf:
    """Shelf «giá hồ sơ»: the office, its source document and the person who lays the records on it."""

    def __init__(self, office: Office, by: Actor) -> None:
        self.office, self.by = office, by
        self.document: SourceDocument | None = None

    def put(self, writer: Writer, row: R, **found_by: Any) -> R:
        """Write a row unless the one found by these columns already says the same; the row as it stands."""
        if isinstance(row, RegistryRecord):
            row.prepare()
        else:
            row.clean()
        kept: R | None = type(row).objects.filter(office=self.office, withdrawn=False, **found_by).first()
        if kept is None:
            return writer.write(row)
        columns = [field.attname for field in row._meta.local_concrete_fields if field.attname not in LEFT_ALONE]
        if all(getattr(kept, name) == getattr(row, name) for name in columns):
            return kept
        for name in columns:
            setattr(kept, name, getattr(row, name))
        return writer.write(kept)

    def record(self, writer: Writer, model: type[RegistryRecord], entry: Entry, **columns: Any) -> Any:
        """A public record of the office with the key, names and citation of an entry; found again by its key."""
        common = {
            "office": self.office,
            "territory": self.office.territory,
            "code": entry["key"],
            "level": "public",
            "title_vi": entry["vi"],
            "title_en": entry["en"],
            "when_words": entry.get("when_words", ""),
            "citation": self.source(entry),
            "note": entry.get("note_vi", ""),
        }
        row = model(**(common | columns))
        return self.put(writer, row, code=row.code)

    def source(self, entry: Entry) -> Citation:
        """The citation of the sentence an entry comes from."""
        if self.document is None:
            raise LookupError("The document comes before the records that cite it.")
        return cite(self.document, by=self.by, place_vi=entry["place"], place_en=english_place(entry["place"]))
