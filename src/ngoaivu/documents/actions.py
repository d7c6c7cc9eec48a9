"""Actions on records: the writes every room shares. Each is one change with who and why."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePath
from typing import TypeVar

from django.core.files.base import File

from ngoaivu.core.changes import Actor, Writer, change
from ngoaivu.core.history import Record
from ngoaivu.documents.models import Citation, SourceDocument
from ngoaivu.documents.records import RegistryRecord

T = TypeVar("T", bound=RegistryRecord)


def keep(row: T, *, by: Actor, verb: str = "save", why: str = "") -> T:
    """Write one record after bringing its texts to form; refuses what its rules refuse, with nothing written."""
    row.prepare()
    with change(by=by, verb=verb, why=why) as writer:
        return writer.write(row)


def keep_many(rows: Sequence[T], *, by: Actor, verb: str = "import", why: str = "") -> int:
    """Write many new records of one type as one change; the revision. One bad row refuses them all, and is named."""
    for row in rows:
        row.prepare()
        row.clean_fields(exclude=["change"])
        row.clean()
    with change(by=by, verb=verb, why=why) as writer:
        if rows:
            writer.write_many(type(rows[0]), rows)
        return writer.revision


def withdraw(row: Record, *, by: Actor, why: str) -> None:
    """Take a record out of lists and counts, with the reason; nothing is deleted."""
    with change(by=by, verb="withdraw", why=why) as writer:
        writer.withdraw(row)


def file_document(document: SourceDocument, *, by: Actor, file: File[bytes] | None = None, why: str = "") -> SourceDocument:
    """Keep a source document and its file with the file's digest."""
    with filing(document, by=by, file=file, why=why):
        return document


@contextmanager
def filing(document: SourceDocument, *, by: Actor, verb: str = "file", file: File[bytes] | None = None, why: str = "") -> Iterator[Writer]:
    """One change that begins by keeping a document with its file; when anything inside fails, neither rows nor file stay."""
    if file is not None:
        document.sha256 = digest_of(file)
        document.file, document.file_name = file, PurePath(file.name or "").name
    try:
        with change(by=by, verb=verb, why=why) as writer:
            writer.write(document)
            yield writer
    except BaseException:
        if file is not None and getattr(document.file, "_committed", False):
            document.file.storage.delete(str(document.file.name))
        raise


def cite(document: SourceDocument, *, by: Actor, place_vi: str = "", place_en: str = "") -> Citation:
    """The citation of a place in a document, made once."""
    found: Citation | None = Citation.objects.filter(document=document, place_vi=place_vi, withdrawn=False).first()
    if found:
        return found
    with change(by=by, verb="cite") as writer:
        return writer.write(Citation(document=document, place_vi=place_vi, place_en=place_en))


def digest_of(file: File[bytes]) -> str:
    """SHA-256 of a file, read in pieces."""
    digest = hashlib.sha256()
    for piece in file.chunks():
        digest.update(piece)
    file.seek(0)
    return digest.hexdigest()
